//! Weekdays: those that come back (`les mercredis`, `du lundi au vendredi`, "Tuesday nights") and `lundi en huit`.

use crate::analysis::dates::line::{Hit, Line};
use crate::analysis::dates::value::{Base, Clock, Fields, Reading, Way};
use crate::analysis::dates::word::Word;

/// `en huit`, `en quinze` behind a weekday: how many weeks after the next.
#[must_use]
pub fn in_eight(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    let weeks = match line.word(at + 1) {
        Word::Count(8) => 1,
        Word::Count(15) => 2,
        _ => return None,
    };
    (line.word(at) == Word::In && !line.english()).then_some((weeks, at + 2))
}

/// `du lundi au vendredi`: weekdays that come back.
#[must_use]
pub fn habit(line: &Line<'_>, at: usize, after: usize, fields: Fields) -> Option<Hit> {
    let Word::Weekday(day) = line.word(at) else { return None };
    let named = |place: usize| matches!(line.word(place), Word::Weekday(_));
    let runs = line.word(at + 1) == Word::To && named(at + 2) && line.word_before(at) == Word::OfThe;
    let ends = line.word_before(at) == Word::To && at >= 3 && named(at - 2) && line.word(at - 3) == Word::OfThe;
    let bare = after == at + 1 && fields.year.is_none() && fields.way == Way::Open;
    (bare && (runs || ends) && !line.english()).then(|| Hit { first: at, after, reading: Reading::new(Base::EveryWeekday(day)) })
}

/// "Tuesday nights".
#[must_use]
pub fn nights(line: &Line<'_>, at: usize, after: usize) -> Option<Hit> {
    let (Word::Weekday(day), Word::DayPart(part)) = (line.word(at), line.word(after)) else { return None };
    let reading = Reading::new(Base::EveryWeekday(day)).at(Some(Clock::Part(part)));
    (after == at + 1 && line.english() && line.text(after).ends_with('s')).then_some(Hit { first: at, after: after + 1, reading })
}

/// A weekday in the plural: `les mercredis et samedis`, "on Mondays".
#[must_use]
pub fn weekdays(line: &Line<'_>, at: usize) -> Option<Hit> {
    let Word::Weekdays(day) = line.word(at) else { return None };
    let first = if line.english() { at } else { line.with_article(at) };
    let dated = line.number(at + 1).is_some();
    (!dated).then(|| Hit { first, after: at + 1, reading: Reading::new(Base::EveryWeekday(day)) })
}
