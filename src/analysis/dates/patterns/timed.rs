//! Times of day with the day behind them, in one expression: `6 a.m. Tuesday`, `5 p.m. EST, Nov. 6`, `noon Saturday`.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::fields;
use crate::analysis::dates::patterns::clock::{behind_day, figures};
use crate::analysis::dates::value::{Base, CalendarFields, Clock, CountedFrom, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// A time of day and the day it belongs to.
#[must_use]
pub fn timed(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if !line.has(Switch::DayBehindHour) {
        return None;
    }
    let (clock, after) = match line.word(at) {
        WordSense::Moment(0) => (Clock::At(24, 0), at + 1),
        WordSense::Moment(hour) => (Clock::At(hour, 0), at + 1),
        _ => figures(line, at)?,
    };
    let zoned = line.cue(after, Cue::Zone) && line.get(after).is_some_and(|token| token.capital);
    let after = if zoned { after + 1 } else { after };
    let comma = line.mark(after, ',');
    let next = if comma || line.cue(after, Cue::On) { after + 1 } else { after };
    let (day, after) = fields(line, next)?;
    let whole = day.day.is_some() || (day.weekday.is_some() && !comma);
    whole.then(|| TimexHit { first: at, after, reading: Resolution::new(Base::Date(day)).at(Some(clock)) })
}

/// A time of day in figures, with the weekday that may follow it.
#[must_use]
pub fn time(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (clock, after) = figures(line, at)?;
    let first = if line.has(Switch::HourWord) { line.with(at, |word| word == WordSense::About) } else { at };
    let zone = line.cue(after, Cue::Zone) && line.get(after).is_some_and(|token| token.capital);
    let after = if zone { after + 1 } else { after };
    if let Some(hit) = day_behind(line, first, clock, after) {
        return Some(hit);
    }
    let dated =
        |day: u8| Resolution::new(Base::Date(CalendarFields { weekday: Some(day), ..CalendarFields::default() })).at(Some(clock));
    if let WordSense::Weekday(day) = line.word(after) {
        // The hour tells what the evening would.
        let (_, after) = behind_day(line, after + 1);
        return Some(TimexHit { first, after, reading: dated(day) });
    }
    if let WordSense::Weekday(day) = line.word(after + 1)
        && line.mark(after, ',')
    {
        return Some(TimexHit { first, after, reading: dated(day) });
    }
    Some(TimexHit { first, after, reading: Resolution::new(Base::Clock).at(Some(clock)) })
}

/// The time of day told from `first` with `hier` or a date behind it: one expression, or the hour of that day when a comma stands
/// between them.
fn day_behind(line: &Paragraph<'_>, first: usize, clock: Clock, after: usize) -> Option<TimexHit> {
    let comma = usize::from(line.mark(after, ','));
    let hit = |behind: usize, base: Base| {
        let after = if line.has(Switch::DayBehindHour) { behind } else { after };
        Some(TimexHit { first, after, reading: Resolution::new(base).at(Some(clock)) })
    };
    if let WordSense::Day(by) = line.word(after + comma) {
        let behind = if comma == 0 { after + 1 } else { after };
        let today = line.mark(after + comma + 1, '\'') && line.cue(after + comma + 2, Cue::TodayEnding);
        return hit(
            if today && comma == 0 { after + 3 } else { behind },
            Base::Shift(TimeUnit::Day, i32::from(by), CountedFrom::Publication),
        );
    }
    let on = usize::from(line.cue(after + comma, Cue::On));
    if let WordSense::Weekday(day) = line.word(after + comma + on)
        && on + comma > 0
    {
        let (_, behind) = behind_day(line, after + comma + on + 1);
        let fields = CalendarFields { weekday: Some(day), ..CalendarFields::default() };
        return hit(if comma == 0 { behind } else { after }, Base::Date(fields));
    }
    let next = after + comma + usize::from(line.word(after + comma) == WordSense::The);
    let (fields, _) = fields(line, next).filter(|(fields, _)| next > after && fields.day.is_some())?;
    hit(after, Base::Date(fields))
}

/// The first hour of `de 14 à 16 h`.
#[must_use]
pub fn range_head(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let hour = line.small(at, 0, 23).filter(|_| !line.joined(at))?;
    let linked = matches!(line.word(at + 1), WordSense::To | WordSense::And) || (line.mark(at + 1, '-') && line.glued(at + 1));
    let clock = line.small(at + 2, 0, 24).is_some() && line.cue(at + 3, Cue::ClockWord);
    (linked && clock).then(|| TimexHit {
        first: at,
        after: at + 1,
        reading: Resolution::new(Base::Clock).at(Some(Clock::At(hour, 0))),
    })
}

/// Four figures before a time zone: `1500 GMT`.
#[must_use]
pub fn military(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (value, _) = line.number(at).filter(|(_, digits)| *digits == 4)?;
    let (hour, minute) = (u8::try_from(value / 100).ok()?, u8::try_from(value % 100).ok()?);
    let zone = line.cue(at + 1, Cue::Zone) && !line.glued(at + 1) && !line.joined(at);
    let clock = Some(Clock::At(hour, minute)).filter(|_| zone && hour < 24 && minute < 60)?;
    day_behind(line, at, clock, at + 2).or(Some(TimexHit {
        first: at,
        after: at + 2,
        reading: Resolution::new(Base::Clock).at(Some(clock)),
    }))
}
