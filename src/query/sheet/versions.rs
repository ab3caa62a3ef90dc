//! Versions of one text: near-copies that tell other numbers than the first of them, and have a column of their own for it.
//!
//! Two sentences are one in two versions when nearly all their words but the numbers are the same. Numbers are those in figures and in words.

use std::collections::{BTreeMap, HashSet};

use crate::analysis::dates::tokens::{TokenClass, Tokens};
use crate::analysis::dates::word::WordSense;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Article;
use crate::query::sheet::passages::prose;

/// The share of the words of two sentences that both have, in hundredths, from which they are one in two versions.
const ALIKE: usize = 75;
/// Words of the shortest sentence that is looked at.
const SHORTEST: usize = 4;

/// A sentence: its words but the numbers, and those in order.
struct NumberedSentence {
    words: HashSet<u32>,
    numbers: Vec<u64>,
}

/// The sentences of articles, each read once.
#[derive(Default)]
pub(super) struct TextVersions(BTreeMap<ArticleIx, Vec<NumberedSentence>>);

impl TextVersions {
    /// Whether `one` and `other` have a sentence that is the same but for its numbers.
    pub(super) fn tell_other_numbers(&mut self, archive: &Archive, one: ArticleIx, other: ArticleIx) -> bool {
        for ix in [one, other] {
            self.0.entry(ix).or_insert_with(|| archive.get(ix).map(|article| sentences(&article.unpack())).unwrap_or_default());
        }
        let (Some(one), Some(other)) = (self.0.get(&one), self.0.get(&other)) else { return false };
        one.iter().any(|sentence| is_changed(sentence, other))
    }
}

/// Whether the sentence of `others` that is most like `one` tells other numbers.
fn is_changed(one: &NumberedSentence, others: &[NumberedSentence]) -> bool {
    let likeness = |other: &NumberedSentence| {
        let shared = one.words.intersection(&other.words).count();
        shared * 100 / (one.words.len() + other.words.len() - shared).max(1)
    };
    let alike = others.iter().map(|other| (likeness(other), other)).filter(|(share, _)| *share >= ALIKE);
    // Of those that are as like, one with the same numbers.
    let nearest = alike.max_by_key(|(share, other)| (*share, other.numbers == one.numbers));
    nearest.is_some_and(|(_, other)| other.numbers != one.numbers && !other.numbers.is_empty() && !one.numbers.is_empty())
}

fn sentences(article: &Article) -> Vec<NumberedSentence> {
    let tokens = Tokens::of(article);
    let mut rest = tokens.parts().flat_map(|(_, tokens)| tokens).peekable();
    let mut all = Vec::new();
    for span in prose(article) {
        let mut sentence = NumberedSentence { words: HashSet::new(), numbers: Vec::new() };
        while let Some(token) = rest.next_if(|token| token.span.first() < span.after()) {
            match token.kind {
                _ if token.span.first() < span.first() => {}
                TokenClass::Number(number, _) => sentence.numbers.push(u64::from(number)),
                // "One" is an article as often.
                TokenClass::Word(WordSense::Count(number)) if number > 1 => sentence.numbers.push(u64::from(number)),
                _ => sentence.words.extend(token.hash.map(std::num::NonZeroU32::get)),
            }
        }
        if sentence.words.len() >= SHORTEST {
            all.push(sentence);
        }
    }
    all
}
