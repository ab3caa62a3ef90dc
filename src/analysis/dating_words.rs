//! Words beside dates that say what a date is to the article: of stamps, of what is thought of and not told, of lines that sign a text. Read from
//! `assets/dating`, a file a language; all of them are read as one.
//!
//! Asked by `dated_facts`, `date_roles`, `date_stamps` and `publication`.

use std::sync::LazyLock;

const FILES: [&str; 3] = [
    include_str!("../../assets/dating/fr.txt"),
    include_str!("../../assets/dating/en.txt"),
    include_str!("../../assets/dating/de.txt"),
];

/// The lists.
#[derive(Debug, Default)]
pub(crate) struct DatingWords {
    /// Beside the date of a comment, a message, a related article or an issue.
    pub(crate) stamps: Vec<String>,
    /// What makes the time of a sentence one that is thought of and not told: whole words, or with a star the beginning of one.
    pub(crate) projections: Vec<String>,
    /// The same, as it is written: `May` is a month.
    pub(crate) projections_as_written: Vec<String>,
    /// Right before a year in which something was: a year behind anything else is as often that of an election, of games or of a budget to come.
    pub(crate) before_told: Vec<String>,
    /// Before the first day of a stretch.
    pub(crate) from: Vec<String>,
    /// Between the days of a stretch.
    pub(crate) to: Vec<String>,
    /// Right before a day that is set for what is to come.
    pub(crate) before_awaited: Vec<String>,
    /// Before a day, where the word before it is asked for.
    pub(crate) articles: Vec<String>,
    /// Beside the date of a comment or a message.
    pub(crate) comments: Vec<String>,
    /// Beside the day on which a page was made or a broadcast went out.
    pub(crate) made: Vec<String>,
    /// Time zones and halves of the day.
    pub(crate) zones: Vec<String>,
    /// As they are written: words of the language that some of these are, too.
    pub(crate) words_like_zones: Vec<String>,
    /// In a line of who wrote the text.
    pub(crate) signed: Vec<String>,
    /// Behind a bar, before who wrote the text.
    pub(crate) signed_behind: Vec<String>,
    /// Right before a date that is one of a sentence.
    pub(crate) in_prose: Vec<String>,
    /// In such a date.
    pub(crate) in_prose_inside: Vec<String>,
    /// Right before the day on which a year of accounts, a quarter or the like ends.
    pub(crate) period_ends: Vec<String>,
    /// Between these and the day.
    pub(crate) period_articles: Vec<String>,
    /// Right before a year, that begin with a capital at times and are no name that the year ends.
    pub(crate) no_name_before_year: Vec<String>,
    /// Of what is called by the day or the year it was made.
    pub(crate) laws: Vec<String>,
    /// Between a noun and the date that says which one it is.
    pub(crate) of_noun: Vec<String>,
    /// Before these, parts of the time behind.
    pub(crate) parts_of_time: Vec<String>,
    /// Before a year or a century that a noun follows.
    pub(crate) articles_of_noun: Vec<String>,
    /// Behind a time that is no attribute of it.
    pub(crate) behind_time: Vec<String>,
    /// Before a feast that says when something was.
    pub(crate) before_feast: Vec<String>,
    /// What something is held against, or counted from, where a date follows; two words with a blank.
    pub(crate) set_against: Vec<String>,
}

impl DatingWords {
    fn read() -> Self {
        let mut words = Self::default();
        for file in FILES {
            let mut section = "";
            for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                    Some(name) => section = name,
                    None => words.list(section).into_iter().for_each(|list| list.push(line.replace('_', " "))),
                }
            }
        }
        words
    }

    /// The list of a section; `None` for a name that no list has.
    fn list(&mut self, section: &str) -> Option<&mut Vec<String>> {
        match section {
            "stamps" => Some(&mut self.stamps),
            "projections" => Some(&mut self.projections),
            "projections-as-written" => Some(&mut self.projections_as_written),
            "before-told" => Some(&mut self.before_told),
            "from" => Some(&mut self.from),
            "to" => Some(&mut self.to),
            "before-awaited" => Some(&mut self.before_awaited),
            "articles" => Some(&mut self.articles),
            "comments" => Some(&mut self.comments),
            "made" => Some(&mut self.made),
            "zones" => Some(&mut self.zones),
            "words-like-zones" => Some(&mut self.words_like_zones),
            "signed" => Some(&mut self.signed),
            "signed-behind" => Some(&mut self.signed_behind),
            "in-prose" => Some(&mut self.in_prose),
            "in-prose-inside" => Some(&mut self.in_prose_inside),
            "period-ends" => Some(&mut self.period_ends),
            "period-articles" => Some(&mut self.period_articles),
            "no-name-before-year" => Some(&mut self.no_name_before_year),
            "laws" => Some(&mut self.laws),
            "of-noun" => Some(&mut self.of_noun),
            "parts-of-time" => Some(&mut self.parts_of_time),
            "articles-of-noun" => Some(&mut self.articles_of_noun),
            "behind-time" => Some(&mut self.behind_time),
            "before-feast" => Some(&mut self.before_feast),
            "set-against" => Some(&mut self.set_against),
            _ => None,
        }
    }
}

static WORDS: LazyLock<DatingWords> = LazyLock::new(DatingWords::read);

/// The words that come with the program.
pub(crate) fn dating_words() -> &'static DatingWords {
    &WORDS
}

/// Whether `word` is in `list`.
pub(crate) fn is_listed(list: &[String], word: &str) -> bool {
    list.iter().any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::{DatingWords, FILES, dating_words, is_listed};

    #[test]
    fn every_section_of_the_files_has_a_list() {
        let headings = FILES.iter().flat_map(|file| file.lines()).filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
        for section in headings {
            assert!(DatingWords::default().list(section).is_some(), "{section}");
        }
        assert!(is_listed(&dating_words().stamps, "dlc ") && is_listed(&dating_words().to, " bis "));
    }
}
