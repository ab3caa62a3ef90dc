//! Times before and after the beginning of our era: `52 avant J.-C.`, "44 BC", and what makes such a century of one.
//!
//! Called where a number begins, and by the patterns of centuries.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::value::{Base, CalendarFields, Resolution};

/// Whether the words at `at` place a time before our era, `false` for in it; and the token behind them.
#[must_use]
pub fn era(line: &Paragraph<'_>, at: usize) -> Option<(bool, usize)> {
    if !line.cue(at, Cue::EraHead) {
        return None;
    }
    line.lexicon.language.grammar.eras.iter().find_map(|(words, before)| Some((*before, line.says(at, words)?)))
}

/// A year of few digits with its era.
#[must_use]
pub fn year(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (before, after) = era(line, at + 1)?;
    let (value, digits) = line.number(at).filter(|_| !line.joined(at))?;
    let year = i16::try_from(value).ok().filter(|year| digits <= 4 && *year > 0)?;
    let dated = Base::Date(CalendarFields { year: Some(year), ..CalendarFields::default() });
    let base = if before { Base::BeforeEra(year.unsigned_abs(), false) } else { dated };
    Some(TimexHit { first: at, after, reading: Resolution::new(base) })
}

/// The century of `hit` with the era behind it.
#[must_use]
pub fn century(line: &Paragraph<'_>, hit: TimexHit) -> TimexHit {
    let Some((before, after)) = era(line, hit.after) else { return hit };
    let base = match hit.reading.base {
        Base::Century(century) if before => Base::BeforeEra(century.unsigned_abs() + 1, true),
        base => base,
    };
    TimexHit { after, reading: Resolution { base, ..hit.reading }, ..hit }
}
