//! Times of day with the day behind them, in one expression: `6 a.m. Tuesday`, `5 p.m. EST, Nov. 6`, `noon Saturday`.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::fields;
use crate::analysis::dates::patterns::clock::figures;
use crate::analysis::dates::value::{Base, Clock, Resolution};
use crate::analysis::dates::word::WordSense;

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
