//! Times of day: `20 h 30`, `14:05`, `8 p.m.`, `midi`.

use crate::analysis::dates::line::{Hit, Line};
use crate::analysis::dates::value::{Base, Clock, Fields, Reading};
use crate::analysis::dates::word::{DayPart, Unit, Word};

/// A time of day in figures, with the weekday that may follow it.
#[must_use]
pub fn time(line: &Line<'_>, at: usize) -> Option<Hit> {
    let (clock, after) = figures(line, at)?;
    let first = if line.english() { at } else { line.with(at, |word| word == Word::About) };
    let zone = line.english()
        && line
            .get(after)
            .is_some_and(|token| token.span.len() == 3 && line.text(after).bytes().all(|byte| byte.is_ascii_uppercase()));
    let after = if zone { after + 1 } else { after };
    let dated = |day: u8| Reading::new(Base::Date(Fields { weekday: Some(day), ..Fields::default() })).at(Some(clock));
    if let Word::Weekday(day) = line.word(after) {
        // The hour tells what the evening would.
        let (_, after) = behind_day(line, after + 1);
        return Some(Hit { first, after, reading: dated(day) });
    }
    if let Word::Weekday(day) = line.word(after + 1)
        && line.mark(after, ',')
    {
        return Some(Hit { first, after, reading: dated(day) });
    }
    Some(Hit { first, after, reading: Reading::new(Base::Clock).at(Some(clock)) })
}

/// A time of day in figures: what it says and the token after it.
#[must_use]
pub fn figures(line: &Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = line.small(at, 0, 24)?;
    if line.joined(at) && !line.mark(at + 1, ':') {
        return None;
    }
    if line.mark(at + 1, ':') && line.glued(at + 1) && line.glued(at + 2) {
        let minute = line.small(at + 2, 0, 59).filter(|_| line.number(at + 2).is_some_and(|(_, digits)| digits == 2))?;
        let seconds = line.mark(at + 3, ':') && line.small(at + 4, 0, 59).is_some();
        return Some(half_of_day(line, hour, minute, if seconds { at + 5 } else { at + 3 }));
    }
    if line.word(at + 1) == Word::Unit(Unit::Hour) && !line.english() {
        return french_hour(line, at, hour);
    }
    let (clock, after) = half_of_day(line, hour, 0, at + 1);
    (after > at + 1 && (1..=12).contains(&hour)).then_some((clock, after))
}

/// `20 h`, `20 h 30`, `20 heures`: `h` always is a time of day, `heures` only where one is awaited.
fn french_hour(line: &Line<'_>, at: usize, hour: u8) -> Option<(Clock, usize)> {
    let spelled = line.text(at + 1).len() > 1;
    if spelled && let Some((part, after)) = part_behind_hour(line, at + 2) {
        let late = matches!(part, DayPart::Afternoon | DayPart::Evening) && hour < 12;
        return Some((Clock::At(if late { hour + 12 } else { hour }, 0), after));
    }
    let runs =
        line.word(at + 2) == Word::To && line.small(at + 3, 0, 24).is_some() && line.word(at + 4) == Word::Unit(Unit::Hour);
    if spelled
        && !runs
        && !matches!(line.word_before(at), Word::To | Word::Before)
        && !line.reads(at.wrapping_sub(1), "vers")
        && !line.reads(at.wrapping_sub(1), "dès")
    {
        return None;
    }
    let minute = line.small(at + 2, 0, 59).filter(|_| line.number(at + 2).is_some_and(|(_, digits)| digits == 2));
    match minute {
        Some(minute) => Some((Clock::At(hour, minute), at + 3)),
        None => Some((Clock::At(hour, 0), at + 2)),
    }
}

/// `du matin`, `de l'après-midi`, `du soir` behind an hour.
fn part_behind_hour(line: &Line<'_>, at: usize) -> Option<(DayPart, usize)> {
    match (line.word(at), line.word(at + 1)) {
        (Word::OfThe, Word::DayPart(part)) => Some((part, at + 2)),
        (Word::Of, Word::The) if line.mark(at + 2, '\'') && line.word(at + 3) == Word::After && line.mark(at + 4, '-') => {
            (line.word(at + 5) == Word::Moment(12)).then_some((DayPart::Afternoon, at + 6))
        }
        _ => None,
    }
}

/// Reads `am`, `a.m.`, `PM` behind a time.
fn half_of_day(line: &Line<'_>, hour: u8, minute: u8, after: usize) -> (Clock, usize) {
    if !line.english() {
        return (Clock::At(hour, minute), after);
    }
    let dotted = (line.reads(after, "a") || line.reads(after, "p")) && line.mark(after + 1, '.') && line.reads(after + 2, "m");
    let (late, after) = match line.word(after) {
        Word::Meridiem(late) => (late, after + 1),
        _ if dotted => (line.reads(after, "p"), if line.mark(after + 3, '.') { after + 4 } else { after + 3 }),
        _ => return (Clock::At(hour, minute), after),
    };
    let hour = match (late, hour) {
        (true, 1..=11) => hour + 12,
        (false, 12) => 0,
        _ => hour,
    };
    (Clock::At(hour, minute), after)
}

/// Noon or midnight.
#[must_use]
pub fn moment(line: &Line<'_>, at: usize) -> Option<Hit> {
    let Word::Moment(hour) = line.word(at) else { return None };
    let told =
        matches!(line.word_before(at), Word::To | Word::In | Word::Before | Word::After | Word::Since | Word::About | Word::From);
    told.then(|| Hit { first: at, after: at + 1, reading: Reading::new(Base::Clock).at(Some(Clock::At(hour, 0))) })
}

/// A part of the day or a clock time that follows a day at `at`: `soir`, `à 20 h 30`; what it says and the token after it.
#[must_use]
pub fn behind_day(line: &Line<'_>, at: usize) -> (Option<Clock>, usize) {
    let evening = !line.english() && line.word(at) == Word::To && line.reads(at, "au");
    match line.word(if evening { at + 1 } else { at }) {
        Word::DayPart(part) => (Some(Clock::Part(part)), if evening { at + 2 } else { at + 1 }),
        Word::After | Word::Before if line.word(at + 2) == Word::Moment(12) && line.mark(at + 1, '-') => {
            (Some(Clock::Part(DayPart::Afternoon)), at + 3)
        }
        Word::Moment(12) if !line.english() => (Some(Clock::At(12, 0)), at + 1),
        _ => (None, at),
    }
}
