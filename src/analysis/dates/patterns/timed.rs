//! Times of day with the day behind them, in one expression: `6 a.m. Tuesday`, `5 p.m. EST, Nov. 6`, `noon Saturday`.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::fields;
use crate::analysis::dates::patterns::clock::{behind_day, figures, hour_of_part};
use crate::analysis::dates::value::{Base, Clock, CountedFrom, Resolution};
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
    let zoned = zone_behind(line, after);
    if let Some(hit) = day_behind(line, first, clock, zoned) {
        return Some(hit);
    }
    // "local time" is left out unless a day stands behind it.
    let apart = line.cue(after, Cue::Local) && line.has(Switch::DayBehindHour);
    let after = if apart { after } else { zoned };
    if let WordSense::Weekday(_) = line.word(after)
        && let Some((fields, behind)) = fields(line, after)
    {
        // The hour tells what the evening would; a whole date keeps an expression of its own.
        let (_, behind) = behind_day(line, behind);
        let after = if fields.day.is_some() { after } else { behind };
        return Some(TimexHit { first, after, reading: Resolution::new(Base::Date(fields)).at(Some(clock)) });
    }
    Some(TimexHit { first, after, reading: Resolution::new(Base::Clock).at(Some(clock)) })
}

/// The token behind the time zone at `at`, or behind the words that make an hour one of the place: `GMT`, `heure locale`.
fn zone_behind(line: &Paragraph<'_>, at: usize) -> usize {
    if line.cue(at, Cue::Zone) && line.get(at).is_some_and(|token| token.capital) || line.cue(at, Cue::Local) {
        let named = line.cue(at + 1, Cue::Epoch) && !line.cue(at, Cue::Zone);
        return at + if named { 2 } else { 1 };
    }
    let hour = line.word(at) == WordSense::Unit(TimeUnit::Hour) && line.cue(at + 1, Cue::Local);
    if hour { at + 2 } else { at }
}

/// An hour in words with its part of the day: `deux heures du matin`.
#[must_use]
pub fn in_words(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let hour = match line.word(at) {
        WordSense::Count(hour @ 1..=12) => u8::try_from(hour).ok()?,
        WordSense::A => 1,
        _ => return None,
    };
    let worded = line.word(at + 1) == WordSense::Unit(TimeUnit::Hour) && line.has(Switch::HourWord);
    let (clock, after) = hour_of_part(line, hour, 0, at + 2).filter(|_| worded)?;
    let first = line.with(at, |word| word == WordSense::About);
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
    if let WordSense::Weekday(_) = line.word(after + comma + on)
        && on + comma > 0
        && let Some((fields, behind)) = fields(line, after + comma + on)
    {
        let (_, behind) = behind_day(line, behind);
        return hit(if comma == 0 { behind } else { after }, Base::Date(fields));
    }
    let next = after + comma + usize::from(line.word(after + comma) == WordSense::The);
    let (fields, _) = fields(line, next).filter(|(fields, _)| next > after && fields.day.is_some())?;
    hit(after, Base::Date(fields))
}

/// The first hour of `de 14 à 16 h`, "3 to 6 p.m.".
#[must_use]
pub fn range_head(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let hour = line.small(at, 0, 23).filter(|_| !line.joined(at))?;
    let hour_hit =
        |hour: u8| TimexHit { first: at, after: at + 1, reading: Resolution::new(Base::Clock).at(Some(Clock::At(hour, 0))) };
    let linked = matches!(line.word(at + 1), WordSense::To | WordSense::And) || (line.mark(at + 1, '-') && line.glued(at + 1));
    let clock = line.small(at + 2, 0, 24).is_some() && line.cue(at + 3, Cue::ClockWord);
    if linked && clock {
        return Some(hour_hit(hour));
    }
    // The half of the day stands behind the second hour, and "11 to 2 p.m." begins before noon.
    let (Clock::At(last, _), after) = figures(line, at + 2).filter(|_| linked && (1..=12).contains(&hour))? else { return None };
    let half = (at + 3..after).any(|at| matches!(line.word(at), WordSense::Meridiem(_)) || line.cue(at, Cue::Meridiem));
    let late = if hour < 12 { hour + 12 } else { hour };
    half.then(|| hour_hit(if last > 12 && late <= last || last == 12 && hour == 12 { late } else { hour }))
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
