//! Weekdays: those that come back (`les mercredis`, `du lundi au vendredi`, "Tuesday nights") and `lundi en huit`.

use crate::analysis::dates::grammar::Switch;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::way_before;
use crate::analysis::dates::value::{Base, CalendarFields, Clock, Resolution, YearSide};
use crate::analysis::dates::word::WordSense;

/// `en huit`, `en quinze` behind a weekday: how many weeks after the next.
#[must_use]
pub fn in_eight(line: &Paragraph<'_>, at: usize) -> Option<(u8, usize)> {
    let weeks = match line.word(at + 1) {
        WordSense::Count(8) => 1,
        WordSense::Count(15) => 2,
        _ => return None,
    };
    (line.word(at) == WordSense::In && !line.has(Switch::PlacedBefore)).then_some((weeks, at + 2))
}

/// `du lundi au vendredi`: weekdays that come back.
#[must_use]
pub fn habit(line: &Paragraph<'_>, at: usize, after: usize, fields: CalendarFields) -> Option<TimexHit> {
    let WordSense::Weekday(day) = line.word(at) else { return None };
    let named = |place: usize| matches!(line.word(place), WordSense::Weekday(_));
    let runs = line.word(at + 1) == WordSense::To && named(at + 2) && line.word_before(at) == WordSense::OfThe;
    let ends = line.word_before(at) == WordSense::To && at >= 3 && named(at - 2) && line.word(at - 3) == WordSense::OfThe;
    let bare = after == at + 1 && fields.year.is_none() && fields.way == YearSide::Open;
    (bare && (runs || ends) && !line.has(Switch::PlacedBefore)).then(|| TimexHit {
        first: at,
        after,
        reading: Resolution::new(Base::EveryWeekday(day)),
    })
}

/// `Montagabend`, `am vergangenen Montagabend`.
#[must_use]
pub fn with_part(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::WeekdayAt(day, part) = line.word(at) else { return None };
    let mut fields = CalendarFields { weekday: Some(day), ..CalendarFields::default() };
    let first = way_before(line, at, &mut fields)?;
    Some(TimexHit { first, after: at + 1, reading: Resolution::new(Base::Date(fields)).at(Some(Clock::Part(part))) })
}

/// "Tuesday nights".
#[must_use]
pub fn nights(line: &Paragraph<'_>, at: usize, after: usize) -> Option<TimexHit> {
    let (WordSense::Weekday(day), WordSense::DayPart(part)) = (line.word(at), line.word(after)) else { return None };
    let reading = Resolution::new(Base::EveryWeekday(day)).at(Some(Clock::Part(part)));
    (after == at + 1 && line.many(after)).then_some(TimexHit { first: at, after: after + 1, reading })
}

/// A weekday in the plural: `les mercredis et samedis`, "on Mondays".
#[must_use]
pub fn weekdays(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Weekdays(day) = line.word(at) else { return None };
    let first = if line.has(Switch::ArticleInDate) { line.with_article(at) } else { at };
    let dated = line.number(at + 1).is_some();
    (!dated).then(|| TimexHit { first, after: at + 1, reading: Resolution::new(Base::EveryWeekday(day)) })
}
