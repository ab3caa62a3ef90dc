//! Words beside dates that say what a date is to the article: of stamps, of what is thought of and not told, of lines that sign a text. Read from
//! `assets/dating`, a file a language; all of them are read as one.
//!
//! Asked by `publication` and `events::date_roles`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::word_set::WordSet;

const FILES: [&str; 3] = [
    include_str!("../../../assets/dating/fr.txt"),
    include_str!("../../../assets/dating/en.txt"),
    include_str!("../../../assets/dating/de.txt"),
];

/// The lists.
#[derive(Debug)]
pub(crate) struct DatingWords {
    /// Beside the date of a comment, a message, a related article or an issue.
    pub(crate) stamps: Vec<&'static str>,
    /// What makes the time of a sentence one that is thought of and not told: whole words, or with a star the beginning of one.
    pub(crate) projections: Vec<&'static str>,
    /// The same, as it is written: `May` is a month.
    pub(crate) projections_as_written: Vec<&'static str>,
    /// Right before a year in which something was: a year behind anything else is as often that of an election, of games or of a budget to come.
    pub(crate) before_told: WordSet,
    /// Before the first day of a stretch.
    pub(crate) from: WordSet,
    /// Between the days of a stretch.
    pub(crate) to: Vec<&'static str>,
    /// Right before a day that is set for what is to come.
    pub(crate) before_awaited: WordSet,
    /// Before a day, where the word before it is asked for.
    pub(crate) articles: WordSet,
    /// Beside the date of a comment or a message.
    pub(crate) comments: Vec<&'static str>,
    /// Beside the day on which a page was made or a broadcast went out.
    pub(crate) made: Vec<&'static str>,
    /// Time zones and halves of the day.
    pub(crate) zones: WordSet,
    /// As they are written: words of the language that some of these are, too.
    pub(crate) words_like_zones: WordSet,
    /// In a line of who wrote the text.
    pub(crate) signed: WordSet,
    /// Behind a bar, before who wrote the text.
    pub(crate) signed_behind: Vec<&'static str>,
    /// Right before a date that is one of a sentence.
    pub(crate) in_prose: WordSet,
    /// In such a date.
    pub(crate) in_prose_inside: WordSet,
    /// Right before the day on which a year of accounts, a quarter or the like ends.
    pub(crate) period_ends: WordSet,
    /// Between these and the day.
    pub(crate) period_articles: WordSet,
    /// Right before a year, that begin with a capital at times and are no name that the year ends.
    pub(crate) no_name_before_year: WordSet,
    /// Of what is called by the day or the year it was made.
    pub(crate) laws: WordSet,
    /// Between a noun and the date that says which one it is.
    pub(crate) of_noun: WordSet,
    /// Before these, parts of the time behind.
    pub(crate) parts_of_time: WordSet,
    /// Before a year or a century that a noun follows.
    pub(crate) articles_of_noun: WordSet,
    /// Behind a time that is no attribute of it.
    pub(crate) behind_time: WordSet,
    /// Before a feast that says when something was.
    pub(crate) before_feast: WordSet,
    /// What something is held against, or counted from, where a date follows; two words with a blank.
    pub(crate) set_against: Vec<&'static str>,
}

/// The lists of the files by the names of their sections.
type Sections = HashMap<&'static str, Vec<&'static str>>;

fn sections() -> Sections {
    let mut sections = Sections::new();
    for file in FILES {
        let mut section = "";
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = name,
                None => sections.entry(section).or_default().push(with_spaces(line)),
            }
        }
    }
    sections
}

/// `line` with spaces where it has low lines, which stand for those at an end that tell. Lives as long as the lists, which are read once.
fn with_spaces(line: &'static str) -> &'static str {
    if line.contains('_') { line.replace('_', " ").leak() } else { line }
}

impl DatingWords {
    /// Takes the lists out of `sections`.
    fn of(sections: &mut Sections) -> Self {
        let mut list = |section: &str| sections.remove(section).unwrap_or_default();
        Self {
            stamps: list("stamps"),
            projections: list("projections"),
            projections_as_written: list("projections-as-written"),
            before_told: list("before-told").into_iter().collect(),
            from: list("from").into_iter().collect(),
            to: list("to"),
            before_awaited: list("before-awaited").into_iter().collect(),
            articles: list("articles").into_iter().collect(),
            comments: list("comments"),
            made: list("made"),
            zones: list("zones").into_iter().collect(),
            words_like_zones: list("words-like-zones").into_iter().collect(),
            signed: list("signed").into_iter().collect(),
            signed_behind: list("signed-behind"),
            in_prose: list("in-prose").into_iter().collect(),
            in_prose_inside: list("in-prose-inside").into_iter().collect(),
            period_ends: list("period-ends").into_iter().collect(),
            period_articles: list("period-articles").into_iter().collect(),
            no_name_before_year: list("no-name-before-year").into_iter().collect(),
            laws: list("laws").into_iter().collect(),
            of_noun: list("of-noun").into_iter().collect(),
            parts_of_time: list("parts-of-time").into_iter().collect(),
            articles_of_noun: list("articles-of-noun").into_iter().collect(),
            behind_time: list("behind-time").into_iter().collect(),
            before_feast: list("before-feast").into_iter().collect(),
            set_against: list("set-against"),
        }
    }
}

static WORDS: LazyLock<DatingWords> = LazyLock::new(|| DatingWords::of(&mut sections()));

/// The words that come with the program.
pub(crate) fn dating_words() -> &'static DatingWords {
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::{DatingWords, dating_words, sections};

    #[test]
    fn every_section_of_the_files_has_a_list() {
        let mut sections = sections();
        let _ = DatingWords::of(&mut sections);
        assert_eq!(sections.into_keys().collect::<Vec<_>>(), [""; 0]);
        assert!(
            dating_words().stamps.contains(&"dlc ") && dating_words().to.contains(&" bis ") && dating_words().laws.has("act")
        );
    }
}
