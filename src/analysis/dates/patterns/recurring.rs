//! Times that come back: `chaque lundi`, `tous les jours`, `par an`, `24 heures sur 24`.
//!
//! Called by the table of patterns.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::weekday::of_month;
use crate::analysis::dates::patterns::weekend::whole;
use crate::analysis::dates::value::{Base, Clock, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// `chaque premier dimanche du mois`, "every second Tuesday", from the token behind "every" or its article.
fn every_nth(line: &Paragraph<'_>, at: usize, next: usize) -> Option<TimexHit> {
    let WordSense::Ordinal(_) = line.word(next) else { return None };
    let (WordSense::Weekday(day) | WordSense::Weekdays(day)) = line.word(next + 1) else { return None };
    let after = of_month(line, next + 2).unwrap_or(next + 2);
    Some(TimexHit { first: at, after, reading: Resolution::new(Base::EveryWeekday(day)) })
}

/// `24 heures sur 24`, `24 h/24`: always.
#[must_use]
pub fn always(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (number, _) = line.number(at)?;
    let WordSense::Unit(TimeUnit::Hour | TimeUnit::Day) = line.word(at + 1) else { return None };
    let out_of = line.cue(at + 2, Cue::OutOf) || line.mark(at + 2, '/') && line.glued(at + 2);
    let same = out_of && line.number(at + 3).is_some_and(|(other, _)| other == number);
    same.then(|| TimexHit { first: at, after: at + 4, reading: Resolution::new(Base::Every(1, TimeUnit::Day)) })
}

/// `un jour sur deux`, `une semaine sur trois`.
#[must_use]
pub fn one_out_of(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Unit(unit) = line.word(at + 1) else { return None };
    let WordSense::Count(every @ 2..=10) = line.word(at + 3) else { return None };
    (unit >= TimeUnit::Day && line.cue(at + 2, Cue::OutOf)).then(|| TimexHit {
        first: at,
        after: at + 4,
        reading: Resolution::new(Base::Every(every, unit)),
    })
}

/// A time that comes back: `chaque lundi`, `tous les jours`, `par an`, `every two weeks`, `daily`.
#[must_use]
pub fn every(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if let WordSense::Recurring(times, unit) = line.word(at) {
        return Some(TimexHit { first: at, after: at + 1, reading: Resolution::new(Base::Every(u16::from(times), unit)) });
    }
    let mut next = at + 1;
    if line.word(next) == WordSense::The {
        next += 1;
    } else if line.cue(at, Cue::EveryThe) {
        return None;
    }
    next += usize::from(line.cue(next, Cue::InAmountOf));
    if let Some(hit) = every_nth(line, at, next) {
        return Some(hit);
    }
    let (count, next) = match line.word(next) {
        WordSense::Count(count) => (count, next + 1),
        _ if line.cue(next, Cue::Other) => (2, next + 1),
        _ => match line.number(next) {
            Some((value, 1 | 2)) => (u16::try_from(value).ok()?, next + 1),
            _ => (1, next),
        },
    };
    let per = line.word(at) == WordSense::Per;
    let reading = match line.word(next) {
        WordSense::Unit(unit) => {
            let (unit, after) = whole(line, next, unit);
            let first = if per && !line.has(Switch::PerInside) { next } else { at };
            return Some(TimexHit { first, after, reading: Resolution::new(Base::Every(count, unit)) });
        }
        WordSense::Weekday(day) | WordSense::Weekdays(day) if !per => Resolution::new(Base::EveryWeekday(day)),
        WordSense::DayPart(part) if !per => Resolution::new(Base::EveryPart(part)),
        // `tous les 14 juillet`.
        WordSense::Month(month) | WordSense::LikelyMonth(month) if !per => {
            let day = line.small(next.wrapping_sub(1), 1, 31).unwrap_or_default();
            Resolution::new(Base::EveryMonth(month, day))
        }
        WordSense::Season(season, _) if !per => Resolution::new(Base::EverySeason(season)),
        _ => return None,
    };
    let first = if per && !line.has(Switch::PerInside) { next } else { at };
    // `tous les mercredis soir`.
    let part = match (line.word(next), line.word(next + 1)) {
        (WordSense::Weekday(_) | WordSense::Weekdays(_), WordSense::DayPart(part)) => Some(Clock::Part(part)),
        _ => None,
    };
    Some(TimexHit { first, after: next + 1 + usize::from(part.is_some()), reading: reading.at(part) })
}
