//! Parts of units: `un quart de siècle`, `trois quarts d'heure`, `12,7 secondes`.
//!
//! Called where a number or an article begins.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::placed::placed;
use crate::analysis::dates::value::{Base, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// A fourth, or three of them, of a century, a year, an hour: "a quarter of a century", `trois quarts d'heure`.
#[must_use]
pub fn fourth(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let fourths = match line.word(at) {
        WordSense::A | WordSense::Count(1) => 1,
        WordSense::Count(3) => 3,
        _ => return None,
    };
    if !line.cue(at + 1, Cue::FourthOf) {
        return None;
    }
    let mut next = at + 2;
    while matches!(line.word(next), WordSense::Of | WordSense::A | WordSense::The)
        || line.mark(next, '\'')
        || line.mark(next, '-')
    {
        next += 1;
    }
    let (count, unit) = match line.word(next) {
        WordSense::Unit(TimeUnit::Century) => (25, TimeUnit::Year),
        WordSense::Unit(TimeUnit::Hour) => (15, TimeUnit::Minute),
        _ => return None,
    };
    let count = fourths * count;
    let hit = placed(line, at, Some(count), unit, next + 1);
    Some(hit.unwrap_or(TimexHit { first: at, after: next + 1, reading: Resolution::new(Base::Duration(Some(count), unit)) }))
}

/// A number of units with decimals: `12,7 secondes`, "2.5 years".
#[must_use]
pub fn decimal(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let point = (line.mark(at + 1, ',') || line.mark(at + 1, '.')) && line.glued(at + 1) && line.glued(at + 2);
    let ((whole, few), (part, digits)) = line.number(at).zip(line.number(at + 2)).filter(|_| point)?;
    let WordSense::Unit(unit) = line.word(at + 3) else { return None };
    // Three digits behind the mark are thousands as often.
    let told = few <= 4 && digits <= 2 && !line.glued(at + 3);
    let base = Base::Decimal(u16::try_from(whole).ok()?, u16::try_from(part).ok()?, digits, unit);
    told.then(|| TimexHit { first: at, after: at + 4, reading: Resolution::new(base) })
}
