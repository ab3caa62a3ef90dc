//! Comparisons: what of one article stands in another, passage by passage and word by word; what was cut, added, changed or moved.
//!
//! Passages are paired by the runs of words that they share, in whatever order they stand; words are compared within a pair alone.
//! Pure over two articles. `liseuse compare` and the reading room ask.

mod compared;
mod moved_words;
mod order;
mod pairing;
mod passages;
mod word_changes;
mod woven;

pub use crate::analysis::comparison::compared::{ComparedPassage, ComparedRun, ComparedWords, PassageFate, WordFate};
use crate::analysis::comparison::moved_words::mark_moved_words;
use crate::analysis::comparison::order::{in_order, listed};
use crate::analysis::comparison::pairing::{Pairing, paired};
use crate::analysis::comparison::passages::{TextPassage, passages};
use crate::analysis::comparison::word_changes::word_changes;
pub use crate::analysis::comparison::woven::WovenPiece;
use crate::model::segment::ArticleRef;
use crate::text::span::Span;

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
        let mut passages: Vec<ComparedPassage> = listed(&pairs, &kept, (left.len(), right.len()))
            .into_iter()
            .map(|(pairing, moved)| compared((&left, &right), &pairing, moved))
            .collect();
        mark_moved_words(&mut passages, &left, &right);
        let mut words = ComparedWords::default();
        for passage in &passages {
            for run in &passage.runs {
                match run.fate {
                    WordFate::Kept => words.kept += run.words,
                    WordFate::Cut => words.cut += run.words,
                    WordFate::Added => words.added += run.words,
                    // Each stands in a passage of either side.
                    WordFate::Moved if run.left.is_empty() => words.kept += run.words,
                    WordFate::Moved => {}
                }
                let is_moved = match run.fate {
                    WordFate::Kept => passage.fate == PassageFate::Moved,
                    WordFate::Moved => run.left.is_empty(),
                    WordFate::Cut | WordFate::Added => false,
                };
                words.moved += if is_moved { run.words } else { 0 };
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
