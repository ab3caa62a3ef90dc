//! The reference: the day, or the days, that relative times of a text are counted from.
//!
//! A publication date is often known to the month only. When the text says "this Tuesday" and tells a dated day of that month,
//! the two together fix a day; without such words nothing is fixed.

use jiff::civil::Date;

use crate::analysis::dates::calendar::{plus_days, weekday};
use crate::analysis::dates::reading::FoundTimex;
use crate::analysis::dates::tense::Tense;
use crate::analysis::dates::value::{Base, YearSide};
use crate::model::date::{Interval, PartialDate, Precision, PublicationDate};

/// The widest run of days in which a single day is looked for.
const WIDEST: i32 = 62;

/// What relative times are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The days the text may have been written on; none when only a bound is known, or nothing.
    pub days: Option<Interval>,
    /// The very day, when it is known or follows from the text.
    pub day: Option<Date>,
}

impl Reference {
    /// The reference of a text published at `published` in which `found` was found.
    #[must_use]
    pub fn new(published: PublicationDate, found: &[FoundTimex]) -> Self {
        let days = match published {
            PublicationDate::Since(_) => None,
            // Some years or months between two terms of office are a bound too: nothing is counted from them.
            PublicationDate::Between(from, to)
                if plus_days(from.first_day(), WIDEST).is_none_or(|last| last < to.first_day()) =>
            {
                None
            }
            other => other.interval(),
        };
        let Some(days) = days else { return Self::default() };
        let day = if days.first == days.last { Some(days.first) } else { likely_day(days, found) };
        Self { days: Some(days), day }
    }

    /// The days to measure nearness from.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        self.day.map(|day| Interval { first: day, last: day }).or(self.days)
    }
}

/// The day of `days` from which the weekdays the text names are nearest, not before the newest day it tells as past.
///
/// Only asked when the text says "this" of a weekday; the first of several such days wins, being nearest to what is told.
fn likely_day(days: Interval, found: &[FoundTimex]) -> Option<Date> {
    let named: Vec<(u8, YearSide, Tense)> = found.iter().filter_map(lone_weekday).collect();
    if !named.iter().any(|(_, way, _)| *way == YearSide::This) {
        return None;
    }
    // A run of a week or less is narrow enough by itself.
    let narrow = days.precision() <= Precision::Week;
    let newest = newest_day(days, found).or_else(|| narrow.then_some(days.first))?;
    let last = days.last.min(plus_days(days.first, WIDEST)?);
    let mut best: Option<(i32, Date)> = None;
    let mut day = newest.max(days.first);
    while day <= last {
        let cost = named.iter().map(|(name, way, tense)| distance(day, *name, *way, *tense)).sum();
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, day));
        }
        day = plus_days(day, 1)?;
    }
    best.map(|(_, day)| day)
}

/// How many days from `day` the weekday `name` lies, in the direction the tense tells.
fn distance(day: Date, name: u8, way: YearSide, tense: Tense) -> i32 {
    let back = (i32::from(weekday(day)) - i32::from(name)).rem_euclid(7);
    match (way, tense) {
        (YearSide::Next, _) | (_, Tense::Future | Tense::Scheduled) => (7 - back) % 7,
        _ => back,
    }
}

/// The weekday an expression names, when it names no day of the month.
#[must_use]
pub fn lone_weekday(found: &FoundTimex) -> Option<(u8, YearSide, Tense)> {
    match found.reading.base {
        Base::Date(fields) if fields.day.is_none() && fields.month.is_none() => Some((fields.weekday?, fields.way, found.tense)),
        _ => None,
    }
}

/// The newest day inside `days` that the text tells and does not tell as to come; the year may be left out.
fn newest_day(days: Interval, found: &[FoundTimex]) -> Option<Date> {
    let told = found.iter().filter(|found| !found.tense.looks_ahead()).filter_map(|found| match found.reading.base {
        Base::Date(fields) => {
            let years = fields.year.map_or(days.first.year()..=days.last.year(), |year| year..=year);
            let (month, day) = (fields.month?, fields.day?);
            years
                .filter_map(|year| PartialDate::day(year, month, day))
                .map(PartialDate::first_day)
                .find(|day| days.first <= *day && *day <= days.last)
        }
        _ => None,
    });
    told.max()
}
