//! The words of passages that stand for each other, run by run: kept, cut, added (E. Myers, *An O(ND) difference algorithm*, 1986).

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::analysis::comparison::passages::TextPassage;
use crate::analysis::comparison::{WordFate, WordRun};
use crate::text::span::Span;

/// The runs of words of `left` and `right`; the words of one side alone when the other is empty.
pub(super) fn word_changes(left: &[TextPassage], right: &[TextPassage]) -> Vec<WordRun> {
    let words = |part: &[TextPassage]| -> Vec<(u64, Span)> { part.iter().flat_map(|passage| passage.words.clone()).collect() };
    let (left, right) = (words(left), words(right));
    let numbers = |words: &[(u64, Span)]| -> Vec<u64> { words.iter().map(|(word, _)| *word).collect() };
    let mut runs = Vec::new();
    for change in capture_diff_slices(Algorithm::Myers, &numbers(&left), &numbers(&right)) {
        let (tag, old, new) = change.as_tag_tuple();
        let (cut, added) = (left.get(old).unwrap_or_default(), right.get(new).unwrap_or_default());
        match tag {
            DiffTag::Equal => runs.push(run(WordFate::Kept, cut, added)),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                runs.extend((!cut.is_empty()).then(|| run(WordFate::Cut, cut, &[])));
                runs.extend((!added.is_empty()).then(|| run(WordFate::Added, &[], added)));
            }
        }
    }
    runs
}

fn run(fate: WordFate, left: &[(u64, Span)], right: &[(u64, Span)]) -> WordRun {
    let span = |words: &[(u64, Span)]| match (words.first(), words.last()) {
        (Some((_, first)), Some((_, last))) => Span { start: first.start, end: last.end },
        _ => Span::default(),
    };
    let words = u32::try_from(left.len().max(right.len())).unwrap_or(u32::MAX);
    WordRun { fate, left: span(left), right: span(right), words }
}
