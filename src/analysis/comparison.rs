//! Comparisons: what of one article stands in another, passage by passage and word by word; what was cut, added, changed or moved.
//!
//! Passages are paired by the runs of words that they share, in whatever order they stand; words are compared within a pair alone.
//! Pure over two articles. `liseuse compare` and the reading room ask.

mod order;
mod pairing;
mod passages;
mod word_changes;
mod woven;

use crate::analysis::comparison::order::{in_order, listed};
use crate::analysis::comparison::pairing::{Pairing, paired};
use crate::analysis::comparison::passages::{TextPassage, passages};
use crate::analysis::comparison::word_changes::word_changes;
use crate::model::segment::ArticleRef;
use crate::text::span::Span;

pub use crate::analysis::comparison::woven::WovenPiece;

/// What became of a passage from the left article to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageFate {
    /// Its words are the same.
    Same,
    /// Some of its words are others.
    Changed,
    /// It stands elsewhere among the others; its words may have changed as well.
    Moved,
    /// The left article alone has it.
    Cut,
    /// The right article alone has it.
    Added,
}

/// What became of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordFate {
    /// Both have it.
    Kept,
    /// The left article alone has it.
    Cut,
    /// The right article alone has it.
    Added,
}

/// A run of words; where a side lacks it, its span is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordRun {
    /// What became of it.
    pub fate: WordFate,
    /// Where it stands in the body of the left article.
    pub left: Span,
    /// Where it stands in the body of the right one.
    pub right: Span,
    /// How many words it has.
    pub words: u32,
}

/// A passage of one article, with what stands for it in the other. Where a side lacks it, its span is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPassage {
    /// What became of it.
    pub fate: PassageFate,
    /// Where it stands in the body of the left article.
    pub left: Span,
    /// Where it stands in the body of the right one.
    pub right: Span,
    /// Its number among the passages of either side, from 1; 0 where it does not stand.
    pub numbers: (usize, usize),
    /// Its words, run by run.
    pub runs: Vec<WordRun>,
}

/// How many words there are of each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComparedWords {
    /// Both have them.
    pub kept: u32,
    /// Of these, those in passages that were moved.
    pub moved: u32,
    /// The left article alone has them.
    pub cut: u32,
    /// The right article alone has them.
    pub added: u32,
}

/// Two articles side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The passages in the order of the right article, with those that it lacks where they stood.
    pub passages: Vec<ComparedPassage>,
    /// How many words there are of each fate.
    pub words: ComparedWords,
}

impl Comparison {
    /// Compares the paragraphs and headings of `left` with those of `right`.
    #[must_use]
    pub fn of(left: ArticleRef<'_>, right: ArticleRef<'_>) -> Self {
        let (left, right) = (passages(left), passages(right));
        let mut pairs = paired(&left, &right);
        pairs.sort_by_key(|pair| pair.right.start);
        let kept = in_order(&pairs, &right);
        let passages: Vec<ComparedPassage> = listed(&pairs, &kept, (left.len(), right.len()))
            .into_iter()
            .map(|(pairing, moved)| compared((&left, &right), &pairing, moved))
            .collect();
        let mut words = ComparedWords::default();
        for passage in &passages {
            for run in &passage.runs {
                match run.fate {
                    WordFate::Kept => words.kept += run.words,
                    WordFate::Cut => words.cut += run.words,
                    WordFate::Added => words.added += run.words,
                }
                if run.fate == WordFate::Kept && passage.fate == PassageFate::Moved {
                    words.moved += run.words;
                }
            }
        }
        Self { passages, words }
    }
}

/// The passage that `pairing` makes.
fn compared((left, right): (&[TextPassage], &[TextPassage]), pairing: &Pairing, moved: bool) -> ComparedPassage {
    let (left_part, right_part) =
        (left.get(pairing.left.clone()).unwrap_or_default(), right.get(pairing.right.clone()).unwrap_or_default());
    let runs = word_changes(left_part, right_part);
    let fate = match (left_part, right_part) {
        (_, []) => PassageFate::Cut,
        ([], _) => PassageFate::Added,
        _ if moved => PassageFate::Moved,
        _ if runs.iter().all(|run| run.fate == WordFate::Kept) => PassageFate::Same,
        _ => PassageFate::Changed,
    };
    let span = |part: &[TextPassage]| match (part.first(), part.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => Span::default(),
    };
    let number = |part: &[TextPassage], first: usize| if part.is_empty() { 0 } else { first + 1 };
    let numbers = (number(left_part, pairing.left.start), number(right_part, pairing.right.start));
    ComparedPassage { fate, left: span(left_part), right: span(right_part), numbers, runs }
}

#[cfg(test)]
mod tests;
