//! The week-end, which many languages write in two words.
//!
//! Called by the patterns of units and of what comes back.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::Paragraph;
use crate::analysis::dates::word::TimeUnit;

/// The unit at `at` with the rest of its word: `week-end`, `week end`.
#[must_use]
pub fn whole(line: &Paragraph<'_>, at: usize, unit: TimeUnit) -> (TimeUnit, usize) {
    let end = if line.mark(at + 1, '-') { at + 2 } else { at + 1 };
    let tail = if end == at + 2 { Cue::WeekTail } else { Cue::WeekTailApart };
    if line.cue(at, Cue::WeekHead) && line.cue(end, tail) {
        return (TimeUnit::Weekend, end + 1);
    }
    (unit, at + 1)
}

/// Whether the word at `at` is the head of the word for a week-end in a language that has no other sense for it, and the rest is lacking: `la
/// Fashion Week`.
#[must_use]
pub fn is_cut(line: &Paragraph<'_>, at: usize, unit: TimeUnit) -> bool {
    unit == TimeUnit::Weekend && line.cue(at, Cue::WeekHead) && whole(line, at, unit).1 == at + 1
}
