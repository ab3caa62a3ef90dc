//! What the texts of the other columns hold of a fact that one column alone has in its row: a row is found by rules, which miss some, and "only here"
//! is said of the texts.
//!
//! All articles of a column that are read are looked at, with their captions and headlines. It sees words, not what they mean.

use std::collections::{HashMap, HashSet};

use crate::model::date::Interval;
use crate::query::sheet::passages::Studied;
use crate::query::sheet::rarity::terms;
use crate::text::fold::fold;
use crate::text::sentence::each_sentence;

/// Rare words that two sentences share at least when both may tell one thing.
const SHARED: usize = 2;
/// A word is rare in at most this many sentences of a sheet, and in one of so many.
const RARE: usize = 4;
const RARE_SHARE: usize = 25;

/// The texts of the columns of a sheet.
pub(super) struct ColumnTexts {
    columns: Vec<ColumnText>,
    /// The sentences that each word stands in, by their numbers.
    sentences: HashMap<u64, Vec<u32>>,
    /// The column of each sentence.
    column_of: Vec<usize>,
}

#[derive(Default)]
struct ColumnText {
    /// Its words, folded, each between two blanks.
    words: String,
    /// The days that it tells.
    days: Vec<Interval>,
    /// Whether all its articles were read.
    is_whole: bool,
}

impl ColumnTexts {
    /// The texts of `read`, a list of articles for each column, of which there are `articles` in all.
    pub(super) fn of(read: &[Vec<Studied>], articles: &[usize]) -> Self {
        let mut texts = Self { columns: Vec::new(), sentences: HashMap::new(), column_of: Vec::new() };
        for (column, own) in read.iter().enumerate() {
            let mut text = ColumnText { is_whole: articles.get(column) == Some(&own.len()), ..ColumnText::default() };
            for Studied { article, .. } in own {
                push_words(&article.title, &mut text.words);
                push_words(&article.body, &mut text.words);
                text.days.extend(article.events.iter().map(|event| event.interval));
                each_sentence(&article.body).for_each(|span| texts.take_in(column, &terms(span.of(&article.body))));
            }
            texts.columns.push(text);
        }
        texts
    }

    fn take_in(&mut self, column: usize, terms: &HashSet<u64>) {
        let Ok(number) = u32::try_from(self.column_of.len()) else { return };
        self.column_of.push(column);
        for term in terms {
            self.sentences.entry(*term).or_default().push(number);
        }
    }

    /// Whether every column but `own` was read whole and none of them holds one of `names` as words.
    pub(super) fn lack_names<'a>(&self, own: usize, names: impl IntoIterator<Item = &'a str>) -> bool {
        let wanted: Vec<String> = names.into_iter().map(padded).filter(|name| name.trim() != "").collect();
        self.columns.len() > 1
            && self.others(own).all(|column| column.is_whole && !wanted.iter().any(|name| column.words.contains(name.as_str())))
    }

    /// The same of days that overlap `days`.
    pub(super) fn lack_days(&self, own: usize, days: Interval) -> bool {
        self.columns.len() > 1
            && self.others(own).all(|column| column.is_whole && !column.days.iter().any(|told| told.overlaps(days)))
    }

    /// The same of a sentence that has two rare ones of `terms`.
    pub(super) fn lack_sentence(&self, own: usize, terms: &HashSet<u64>) -> bool {
        let rare = RARE.max(self.column_of.len() / RARE_SHARE);
        let mut shared: HashMap<u32, usize> = HashMap::new();
        for holding in terms.iter().filter_map(|term| self.sentences.get(term)).filter(|holding| holding.len() <= rare) {
            for other in holding.iter().filter(|other| self.column_of.get(**other as usize) != Some(&own)) {
                *shared.entry(*other).or_default() += 1;
            }
        }
        self.others(own).all(|column| column.is_whole) && shared.values().all(|count| *count < SHARED)
    }

    /// The columns but `own`.
    fn others(&self, own: usize) -> impl Iterator<Item = &ColumnText> {
        self.columns.iter().enumerate().filter(move |(at, _)| *at != own).map(|(_, column)| column)
    }
}

fn push_words(text: &str, words: &mut String) {
    words.push_str(&padded(text));
}

/// The words of `text`, folded, each between two blanks.
fn padded(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + word + " ")
}

#[cfg(test)]
mod tests {
    use super::ColumnTexts;
    use crate::model::archive::ArticleIx;
    use crate::model::article::Article;
    use crate::query::sheet::passages::Studied;
    use crate::query::sheet::rarity::terms;

    fn studied(body: &str) -> Vec<Studied> {
        vec![Studied::whole(ArticleIx(0), Article { body: body.into(), ..Article::default() })]
    }

    fn texts(bodies: &[&str]) -> ColumnTexts {
        let read: Vec<_> = bodies.iter().map(|body| studied(body)).collect();
        ColumnTexts::of(&read, &vec![1; bodies.len()])
    }

    #[test]
    fn a_name_or_a_number_that_another_text_holds_is_not_here_alone() {
        let texts =
            texts(&["Le maire de Saint-Orlin a reçu 1 544 lettres.", "Saint-Orlin's mayor Anne Rivoire got 1 544 letters."]);
        assert!(!texts.lack_names(0, ["Saint-Orlin"]) && !texts.lack_names(1, ["1\u{a0}544"]));
        assert!(texts.lack_names(1, ["Rivoire"]) && texts.lack_names(0, ["Orl"]), "whole words alone");
    }

    #[test]
    fn a_sentence_whose_rare_words_another_has_is_not_here_alone() {
        let texts = texts(&[
            "He clarified that he was not speaking about the wisdom of it. The ferry sank.",
            "The next day, he clarified that his words were no judgement of the wisdom of the plan. Nobody asked.",
        ]);
        assert!(!texts.lack_sentence(0, &terms("He clarified that he was not speaking about the wisdom of it.")));
        assert!(texts.lack_sentence(0, &terms("The ferry sank.")));
    }

    #[test]
    fn nothing_is_said_of_columns_that_were_not_read_whole() {
        let read = vec![studied("Un bac."), studied("Un pont.")];
        assert!(ColumnTexts::of(&read, &[1, 1]).lack_names(0, ["bac"]));
        assert!(!ColumnTexts::of(&read, &[1, 2]).lack_names(0, ["bac"]));
    }
}
