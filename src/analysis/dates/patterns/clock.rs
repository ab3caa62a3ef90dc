//! Times of day: `20 h 30`, `14:05`, `8 p.m.`, `midi`.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::behind_article::names_itself;
use crate::analysis::dates::tense::ends;
use crate::analysis::dates::value::{Base, Clock, Resolution};
use crate::analysis::dates::word::{DayPart, TimeUnit, WordSense};

/// A time of day in figures: what it says and the token after it.
#[must_use]
pub fn figures(line: &Paragraph<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = line.small(at, 0, 24)?;
    let whole = |minute: u8| hour < 24 || minute == 0;
    if let Some(minute) = dotted_minute(line, at) {
        return Some((Clock::At(hour, minute), at + 4));
    }
    if line.joined(at) && !line.mark(at + 1, ':') {
        return None;
    }
    if line.mark(at + 1, ':') && line.glued(at + 1) && line.glued(at + 2) {
        let minute = line
            .small(at + 2, 0, 59)
            .filter(|minute| whole(*minute) && line.number(at + 2).is_some_and(|(_, digits)| digits == 2))?;
        let seconds = line.mark(at + 3, ':') && line.small(at + 4, 0, 59).is_some();
        // `en 1:11.93` is how long a race took.
        let hundredths = line.mark(at + 3, '.') && line.glued(at + 3) && line.glued(at + 4) && line.number(at + 4).is_some();
        if hundredths {
            return None;
        }
        return Some(half_of_day(line, hour, minute, if seconds { at + 5 } else { at + 3 }));
    }
    if line.word(at + 1) == WordSense::Unit(TimeUnit::Hour) && line.has(Switch::HourWord) {
        return worded_hour(line, at, hour);
    }
    let (clock, after) = half_of_day(line, hour, 0, at + 1);
    (after > at + 1 && (1..=12).contains(&hour)).then_some((clock, after))
}

/// The minutes of `20.30 Uhr`.
fn dotted_minute(line: &Paragraph<'_>, at: usize) -> Option<u8> {
    let clock = line.cue(at + 3, Cue::ClockWord) && line.mark(at + 1, '.') && line.glued(at + 1) && line.glued(at + 2);
    line.small(at + 2, 0, 59).filter(|_| clock && line.number(at + 2).is_some_and(|(_, digits)| digits == 2))
}

/// `20 h`, `20 h 30`, `20 heures`: `h` always is a time of day, `heures` only where one is awaited.
fn worded_hour(line: &Paragraph<'_>, at: usize, hour: u8) -> Option<(Clock, usize)> {
    let spelled = !line.cue(at + 1, Cue::ClockWord);
    // The news at eight are called `le 20 Heures`.
    if spelled && names_itself(line, at + 1) {
        return None;
    }
    let minute = line.small(at + 2, 0, 59).filter(|_| line.number(at + 2).is_some_and(|(_, digits)| digits == 2));
    let behind = at + 2 + usize::from(minute.is_some());
    if let Some(told) = hour_of_part(line, hour, minute.unwrap_or_default(), behind) {
        return Some(told);
    }
    // `il y a 2 heures` is no time of day, `elle a 2 heures` neither.
    // At the head of a sentence it is `à` without its accent: `A 5 heures, …`.
    let opens = |place: usize| {
        line.get(place).is_some_and(|token| token.capital) && place.checked_sub(1).is_none_or(|before| ends(line, before))
    };
    if spelled && at.checked_sub(1).is_some_and(|place| line.cue(place, Cue::Has) && !opens(place)) {
        return None;
    }
    let runs = line.word(at + 2) == WordSense::To
        && line.small(at + 3, 0, 24).is_some()
        && line.word(at + 4) == WordSense::Unit(TimeUnit::Hour);
    if spelled && !runs && !awaits_hour(line, at) {
        return None;
    }
    Some((Clock::At(hour, minute.unwrap_or_default()), behind))
}

/// Whether the words before `at` await a time of day: `dès`, `peu après`, `aux alentours de`, `entre 20 heures et`.
fn awaits_hour(line: &Paragraph<'_>, at: usize) -> bool {
    let two = |cue: Cue| at > 1 && line.cue(at - 2, cue);
    let hour = |place: usize| line.small(place, 0, 24).is_some() && line.word(place + 1) == WordSense::Unit(TimeUnit::Hour);
    match line.word_before(at) {
        WordSense::To | WordSense::Before => true,
        // `de samedi 20 heures à dimanche`.
        WordSense::Weekday(_) => !matches!(line.word(at + 2), WordSense::Of | WordSense::OfThe),
        WordSense::After => two(Cue::Little),
        // `demain, 18 heures`.
        _ if at > 1 && line.mark(at - 1, ',') => {
            matches!(line.word(at - 2), WordSense::Day(1 | -1) | WordSense::Weekday(_)) && !line.has(Switch::PlacedBefore)
        }
        WordSense::Of => two(Cue::Around),
        WordSense::From => line.word(at + 2) == WordSense::And && hour(at + 3),
        WordSense::And => at > 3 && hour(at - 3) && line.word_before(at - 3) == WordSense::From,
        _ => line.cue(at.wrapping_sub(1), Cue::AtHour),
    }
}

/// An hour with the part of the day behind it at `at`, and the token behind that.
#[must_use]
pub fn hour_of_part(line: &Paragraph<'_>, hour: u8, minute: u8, at: usize) -> Option<(Clock, usize)> {
    let (part, after) = part_behind_hour(line, at)?;
    let late = matches!(part, DayPart::Afternoon | DayPart::Evening) && hour < 12;
    Some((Clock::At(if late { hour + 12 } else { hour }, minute), after))
}

/// `du matin`, `de l'après-midi`, `du soir` behind an hour.
fn part_behind_hour(line: &Paragraph<'_>, at: usize) -> Option<(DayPart, usize)> {
    match (line.word(at), line.word(at + 1)) {
        (WordSense::OfThe, WordSense::DayPart(part)) => Some((part, at + 2)),
        (WordSense::Of, WordSense::The)
            if line.mark(at + 2, '\'') && line.word(at + 3) == WordSense::After && line.mark(at + 4, '-') =>
        {
            (line.word(at + 5) == WordSense::Moment(12)).then_some((DayPart::Afternoon, at + 6))
        }
        _ => None,
    }
}

/// Reads `am`, `a.m.`, `PM` behind a time.
fn half_of_day(line: &Paragraph<'_>, hour: u8, minute: u8, after: usize) -> (Clock, usize) {
    let late = line.cue(after, Cue::Evening);
    let dotted = (late || line.cue(after, Cue::Morning)) && line.mark(after + 1, '.') && line.cue(after + 2, Cue::Meridiem);
    let (late, after) = match line.word(after) {
        WordSense::Meridiem(late) => (late, after + 1),
        _ if dotted => (late, if line.mark(after + 3, '.') { after + 4 } else { after + 3 }),
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
pub fn moment(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Moment(hour) = line.word(at) else { return None };
    let told = matches!(
        line.word_before(at),
        WordSense::To
            | WordSense::In
            | WordSense::Before
            | WordSense::After
            | WordSense::Since
            | WordSense::About
            | WordSense::From
    );
    // "Scheduled for noon": English has no other sense for it, but in names.
    let told = told || hour == 12 && line.has(Switch::PlacedBefore) && !line.get(at).is_some_and(|token| token.capital);
    told.then(|| TimexHit { first: at, after: at + 1, reading: Resolution::new(Base::Clock).at(Some(Clock::At(hour, 0))) })
}

/// A part of the day or a clock time that follows a day at `at`: `soir`, `à 20 h 30`; what it says and the token after it.
#[must_use]
pub fn behind_day(line: &Paragraph<'_>, at: usize) -> (Option<Clock>, usize) {
    let evening = line.cue(at, Cue::AtThe);
    match line.word(if evening { at + 1 } else { at }) {
        WordSense::DayPart(part) => (Some(Clock::Part(part)), if evening { at + 2 } else { at + 1 }),
        WordSense::After | WordSense::Before if line.word(at + 2) == WordSense::Moment(12) && line.mark(at + 1, '-') => {
            (Some(Clock::Part(DayPart::Afternoon)), at + 3)
        }
        WordSense::Moment(12) if !line.has(Switch::PlacedBefore) => (Some(Clock::At(12, 0)), at + 1),
        WordSense::In | WordSense::To if line.cue(at, Cue::At) => match line.word(at + 1) {
            WordSense::Moment(12) => (Some(Clock::At(12, 0)), at + 2),
            WordSense::Moment(_) => (Some(Clock::At(24, 0)), at + 2),
            _ => (None, at),
        },
        _ => (None, at),
    }
}
