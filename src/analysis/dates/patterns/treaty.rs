//! Treaties called by a feast: `l'accord du Vendredi saint` is no day.
//!
//! Called by the patterns of feasts and of the calendar.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::Paragraph;
use crate::analysis::dates::word::WordSense;

/// Whether a feast of several words that gave a treaty its name begins at `at`, or its last word stands there.
#[must_use]
pub fn names_treaty(line: &Paragraph<'_>, at: usize) -> bool {
    (at.saturating_sub(1)..=at).any(|first| {
        let Some(hash) = line.get(first).and_then(|token| token.hash) else { return false };
        line.lexicon.feasts(hash).any(|(words, _)| line.says(first, words).is_some_and(|after| is_treaty(line, first, after)))
    })
}

/// Whether the feast from `at` to before `after` stands in the name of a treaty.
#[must_use]
pub fn is_treaty(line: &Paragraph<'_>, at: usize, after: usize) -> bool {
    let before =
        matches!(line.word_before(at), WordSense::Of | WordSense::OfThe) && at > 1 && line.cue(at - 2, Cue::TreatyBefore);
    before || line.cue(after, Cue::TreatyBehind)
}
