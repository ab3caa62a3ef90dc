//! Numbers that tell a time by what stands beside them: `en 2 h 27`, which is how long something took, `le 11` behind `le 3 juin`, "ten
//! o'clock", "in two years' time".
//!
//! Called by the table of patterns, at numbers, and by that of lengths.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::month;
use crate::analysis::dates::tense::ends;
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Base, CalendarFields, Clock, CountedFrom, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// How far before a day the one with its month may stand, in tokens.
const REACH: usize = 40;

/// `en 2 h 27`, `a duré 1 h 30`: hours and minutes that something takes, in the sign for hours that is a time of day elsewhere.
#[must_use]
pub fn hours_taken(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let hours = line.small(at, 0, 99)?;
    let sign = line.cue(at + 1, Cue::ClockWord) && line.word(at + 1) == WordSense::Unit(TimeUnit::Hour);
    let before = at.checked_sub(1).filter(|_| sign)?;
    let taken = line.cue(before, Cue::Lasted) || line.cue(before, Cue::Taken);
    let minutes = line.small(at + 2, 0, 59).filter(|_| line.number(at + 2).is_some_and(|(_, digits)| digits == 2));
    let base = match minutes {
        Some(minutes) if minutes > 0 => Base::HoursMinutes(hours, minutes),
        _ => Base::Duration(Some(u16::from(hours)), TimeUnit::Hour),
    };
    let after = at + 2 + usize::from(minutes.is_some());
    taken.then(|| TimexHit { first: at, after, reading: Resolution::new(base) })
}

/// `le 11` in a sentence that told `le 3 juin` before: the day of that month, or of the next one where the number is a smaller one.
#[must_use]
pub fn day_alone(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let day = line.small(at, 1, 31).filter(|_| !line.has(Switch::MonthFirst))?;
    let article = at.checked_sub(1).filter(|place| line.word(*place) == WordSense::The && !line.text(*place).ends_with('s'))?;
    let apart = match line.get(at + 1).map(|next| next.kind) {
        None => true,
        // `le 11,5` is none.
        Some(TokenClass::Mark('.' | ',' | ';' | ')' | '!' | '?')) => !(line.number(at + 2).is_some() && line.glued(at + 2)),
        Some(TokenClass::Mark(_)) => false,
        Some(_) => matches!(line.word(at + 1), WordSense::And | WordSense::To | WordSense::Before | WordSense::After),
    };
    if !apart {
        return None;
    }
    let told = (article.saturating_sub(REACH)..article).rev().take_while(|place| !ends(line, *place)).find_map(|place| {
        let earlier = line.small(place, 1, 31)?;
        let (month, _, next) = month(line, place + 1)?;
        Some((earlier, month, line.year(next)))
    });
    let (earlier, month, year) = told?;
    let (month, year) = match (day > earlier, month) {
        (true, month) => (month, year),
        (false, 12) => (1, year.map(|year| year + 1)),
        (false, month) => (month + 1, year),
    };
    let fields = CalendarFields { year, month: Some(month), day: Some(day), ..CalendarFields::default() };
    Some(TimexHit { first: article, after: at + 1, reading: Resolution::new(Base::Date(fields)) })
}

/// "In two years' time": so many units, told from `at` to before `after`, from now on.
#[must_use]
pub fn ahead(line: &Paragraph<'_>, at: usize, count: u16, (unit, after): (TimeUnit, usize)) -> Option<TimexHit> {
    let quoted = after + usize::from(line.mark(after, '\''));
    let noun = quoted + usize::from(quoted > after && line.cue(quoted, Cue::Genitive));
    let told = quoted > after && line.cue(noun, Cue::Epoch) && line.word_before(at) == WordSense::In;
    let base = Base::Count(unit, i32::from(count), CountedFrom::Publication);
    told.then(|| TimexHit { first: at, after: noun + 1, reading: Resolution::new(base) })
}

/// "Ten o'clock", `10 o'clock`.
#[must_use]
pub fn full_hour(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let hour = match line.word(at) {
        WordSense::Count(hour @ 1..=12) => u8::try_from(hour).ok()?,
        _ => line.small(at, 1, 12)?,
    };
    let told = line.mark(at + 2, '\'') && line.glued(at + 2) && line.glued(at + 3) && line.cue(at + 3, Cue::HourTail);
    let clock = Some(Clock::At(hour, 0));
    told.then(|| TimexHit { first: at, after: at + 4, reading: Resolution::new(Base::Clock).at(clock) })
}
