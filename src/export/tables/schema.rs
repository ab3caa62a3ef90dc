//! The tables and their columns: names, types, what each means, by what a row is known, what it refers to. Writers, papers and tests take all from here.
//!
//! Names and types are what scripts rely on; a new column goes to the end of its table.

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnType {
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// A number with decimals.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A day, in ISO 8601 where there are no dates.
    Date,
}

/// A column.
#[derive(Debug)]
pub(crate) struct FactColumn {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its type.
    pub(crate) kind: ColumnType,
    /// What it means.
    pub(crate) about: &'static str,
}

/// A table.
#[derive(Debug)]
pub(crate) struct FactTable {
    /// Its name, which its file has too.
    pub(crate) name: &'static str,
    /// What a row of it is.
    pub(crate) about: &'static str,
    /// The columns that tell one row from all others.
    pub(crate) key: &'static [&'static str],
    /// Columns that name a row of another table by its `id`.
    pub(crate) refers: &'static [(&'static str, &'static str)],
    /// Its columns, in order.
    pub(crate) columns: &'static [FactColumn],
}

macro_rules! tables {
    ($($const:ident $table:literal $about:literal key $key:expr, refers $refers:expr; $($name:literal $kind:ident $column:literal)*)*) => {
        $(pub(crate) static $const: FactTable = FactTable {
            name: $table,
            about: $about,
            key: &$key,
            refers: &$refers,
            columns: &[$(FactColumn { name: $name, kind: ColumnType::$kind, about: $column },)*],
        };)*

        /// All tables.
        #[cfg(test)]
        static TABLES: &[&FactTable] = &[$(&$const),*];
    };
}

tables! {
    ARTICLES "articles" "an article" key ["id"], refers [("family", "articles"), ("story", "articles")];
        "id" Text "the article, as in all commands"
        "title" Text "the headline, or the first sentence when there is none"
        "has_headline" Boolean "whether it has a headline of its own"
        "date" Text "the publication date as it is known: 2020, 2020-05, 2020-05-16, an interval a/b, a lower bound a/.."
        "date_first" Date "the first day it may have been published on"
        "date_last" Date "the last; unknown for a lower bound"
        "month" Text "the month, YYYY-MM, where it is sure"
        "date_provenance" Text "how the date is known: user, header, metadata, filename, dateline, inferred, unknown"
        "date_confidence" Text "how sure it is: certain, likely, bound"
        "source" Text "the outlet"
        "author" Text "the author or authors, as signed"
        "url" Text "the address"
        "lang" Text "the language, ISO 639"
        "section" Text "the section or rubric"
        "page" Text "the page or pages of the printed issue"
        "docid" Text "the identifier that the source itself gives it"
        "credit" Text "the agency or service credited beside the outlet"
        "updated" Text "the day of the last change"
        "words" Integer "the number of words, furniture left out"
        "path" Text "the file, with the line or number of an article in it"
        "encoding" Text "the encoding it was read in"
        "sha256" Text "the SHA-256 of its original bytes"
        "agency" Text "the news agencies it credits, parted by commas"
        "family" Text "the article that leads its family of near-copies; empty without copies"
        "story" Text "the first article of its story"
        "text" Text "the cleaned text that offsets count in; empty unless asked for with --text"
    ACTORS "actors" "an actor that the articles name" key ["id"], refers [];
        "id" Text "the actor, as --actor and actors.toml take it"
        "name" Text "the name shown"
        "kind" Text "person, armed-group, party, institution, media, state, alliance, organisation, place, unknown"
        "discovered" Boolean "whether the archive showed the name and no list holds it"
        "description" Text "a neutral description, where the list has one"
        "aliases" Text "further spellings, parted by a vertical bar"
        "mentions" Integer "how often the articles name it"
        "articles" Integer "how many articles do"
        "first" Date "the first day a dated article that names it may have been published on"
        "last" Date "the last such day"
    MENTIONS "mentions" "a place where an actor is named" key ["id", "actor"], refers [("article", "articles"), ("actor", "actors")];
        "id" Text "the article, @, the first code point; in a headline beside the text, the article, @headline. and its first code point"
        "article" Text "the article"
        "actor" Text "the actor"
        "start" Integer "the first code point in the text; empty in a headline beside it"
        "end" Integer "the code point after the last"
        "text" Text "the words"
        "sentence_start" Integer "the first code point of the sentence"
        "sentence_end" Integer "the code point after its last"
        "headline_start" Integer "the first code point in the title, where its source gives the headline beside the text"
        "headline_end" Integer "the code point after the last"
    DATES "dates" "an expression of time" key ["id"], refers [("article", "articles")];
        "id" Text "the article, @, the first code point"
        "article" Text "the article"
        "start" Integer "the first code point in the text"
        "end" Integer "the code point after the last"
        "text" Text "the words"
        "type" Text "the TIMEX3 type: DATE, TIME, DURATION, SET"
        "value" Text "the TIMEX3 value"
        "first" Date "the first day it means, where it could be resolved"
        "last" Date "the last day it means"
        "precision" Text "how fine it is: day, week, month, season, half, year, decade, century"
    EVENTS "events" "what one article tells of one run of days; `liseuse events` joins what several tell" key ["id"], refers [("article", "articles")];
        "id" Text "the article, @, the first code point of the words that date it"
        "article" Text "the article"
        "first" Date "the first day"
        "last" Date "the last day"
        "precision" Text "how fine it is told"
        "told" Text "whether it is told as past, future or planned"
        "start" Integer "the first code point of the words that date it"
        "end" Integer "the code point after their last"
        "sentence_start" Integer "the first code point of the sentence"
        "sentence_end" Integer "the code point after its last"
        "sentence" Text "the sentence"
        "actors" Text "the actors named in it, parted by spaces"
        "label" Text "the sentence with words deleted, like a headline"
    FAMILIES "families" "an article of a family of near-copies" key ["family", "article"], refers [("family", "articles"), ("article", "articles")];
        "family" Text "the family, by the article that leads it"
        "article" Text "the article"
        "leads" Boolean "whether it leads the family"
        "relation" Text "what it is to the leader: copy, shortened, extended, updated"
        "containment" Number "from 0 to 1, how much of the shorter of both stands in the other"
    STORIES "stories" "an article of a story" key ["story", "article"], refers [("story", "articles"), ("article", "articles")];
        "story" Text "the story, by its first article"
        "article" Text "the article"
        "place" Integer "its place in the story, by day, from 1"
        "articles" Integer "how many articles the story has"
    STATEMENTS "statements" "what somebody is quoted with or reported to have said" key ["id"], refers [("article", "articles"), ("speaker", "actors")];
        "id" Text "the article, @, the first code point of the words stated"
        "article" Text "the article"
        "kind" Text "direct, between quotation marks; indirect, in the words of the text"
        "start" Integer "the first code point of the words stated"
        "end" Integer "the code point after their last"
        "text" Text "the words stated"
        "speaker" Text "the actor who states it; empty where none is named with it"
        "speaker_words" Text "the words that name the speaker or stand for one"
        "cue" Text "the verb of saying, or selon, according to"
    FIGURES "figures" "a number with what it counts" key ["id"], refers [("article", "articles")];
        "id" Text "the article, @, the first code point"
        "article" Text "the article"
        "start" Integer "the first code point in the text"
        "end" Integer "the code point after the last"
        "text" Text "the words"
        "value" Number "the number, with thousand, million and their like reckoned in"
        "counted" Text "what is counted, as the text has it: a noun, %, the sign of a currency"
        "manner" Text "how exact it is said to be: plain, about, at-least, at-most"
        "sentence_start" Integer "the first code point of the sentence"
        "sentence_end" Integer "the code point after its last"
    ANNOTATIONS "annotations" "a highlight or a note" key ["id"], refers [("article", "articles")];
        "id" Text "the annotation"
        "on" Text "what it is about: passage, article, actor, day"
        "article" Text "the article; empty for an actor or a day"
        "actor" Text "the actor it is about"
        "day" Text "the day it is about"
        "start" Integer "the first code point of the passage in the text, where it was found"
        "end" Integer "the code point after its last"
        "state" Text "how well the passage was found again"
        "quote" Text "the words that were marked"
        "color" Text "the name of the colour"
        "note" Text "the note, in Markdown"
        "tags" Text "the tags of the note, parted by spaces"
        "created" Text "when it was made, UTC"
        "modified" Text "when it was changed last, UTC"
}

#[cfg(test)]
mod tests {
    use super::{ColumnType, TABLES};

    #[test]
    fn keys_and_references_are_columns() {
        for table in TABLES {
            let has = |name: &str| table.columns.iter().any(|column| column.name == name);
            assert!(table.key.iter().all(|name| has(name)), "{}", table.name);
            for (column, other) in table.refers {
                let other = TABLES.iter().find(|table| table.name == *other).unwrap();
                assert!(has(column) && other.columns[0].name == "id" && other.columns[0].kind == ColumnType::Text);
            }
        }
    }
}
