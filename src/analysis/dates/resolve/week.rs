//! Weekdays: which one is meant, by what was told before, by the tense, and by the other ends of ranges and lists.

use compact_str::format_compact;

use crate::analysis::dates::calendar::{CalendarTime, plus_days, weekday};
use crate::analysis::dates::distance::gap;
use crate::analysis::dates::reading::{Bond, FoundTimex};
use crate::analysis::dates::resolve::{Outcome, Resolver, same_month};
use crate::analysis::dates::tense::Tense;
use crate::analysis::dates::value::{CalendarFields, YearSide};
use crate::model::date::{Interval, PartialDate, Precision};

impl Resolver {
    /// The weekday that ends a range which a weekday begins: the first one from then on.
    pub(super) fn end_of_week(&self, fields: CalendarFields, found: &FoundTimex) -> Option<Outcome> {
        let name =
            fields.weekday.filter(|_| fields.day.is_none() && found.bond == Bond::RangeEnd && fields.way == YearSide::Open)?;
        let first = self.before.as_ref().filter(|first| first.precision == Precision::Day)?.days.first;
        let wait = (i32::from(name) - i32::from(weekday(first))).rem_euclid(7);
        let near =
            self.reference.day.is_some_and(|day| gap(Interval { first: day, last: day }, Interval { first, last: first }) <= 7);
        let last = plus_days(first, wait).filter(|_| near)?;
        Some((Ok(CalendarTime::date(PartialDate::of(last))), "the first such weekday from the beginning of the range"))
    }

    /// The weekday behind another one in a list: the first one from then on, `samedi et dimanche`, whatever the verbs say of it alone.
    pub(super) fn next_of_list(&self, fields: CalendarFields, found: &FoundTimex) -> Option<Outcome> {
        /// Bytes between the two: `, `, ` et `, ` and `.
        const LIST: u32 = 5;
        /// Days between the two.
        const NEAR: i32 = 3;
        let name = fields.weekday.filter(|_| fields.day.is_none() && fields.way == YearSide::Open)?;
        let (end, first) = self.weekday_before.filter(|(end, _)| found.span.start.saturating_sub(*end) <= LIST)?;
        let wait = (i32::from(name) - i32::from(weekday(first))).rem_euclid(7);
        let next = plus_days(first, wait).filter(|_| found.span.start > end && (1..=NEAR).contains(&wait))?;
        // On Saturday, `vendredi, samedi et dimanche` are the days around it, though Friday may be taken for the one to come.
        let beyond = self.reference.day.and_then(|day| plus_days(day, 7)).is_some_and(|week_on| next >= week_on);
        if beyond {
            return None;
        }
        Some((Ok(CalendarTime::date(PartialDate::of(next))), "the first such weekday from the one before it in the list"))
    }

    /// A weekday with the day of the month alone: the nearest month in which they meet.
    pub(super) fn numbered_weekday(&self, day: u8, name: u8) -> Outcome {
        let open = || (Err(format_compact!("XXXX-WXX-{name}")), "a weekday whose month is not told");
        let Some(reference) = self.reference.interval() else { return open() };
        let fits = |by: i32| {
            let date = plus_days(reference.first, by)?;
            (date.day().unsigned_abs() == day && weekday(date) == name).then_some(date)
        };
        match (0..=190).flat_map(|by| [by, -by]).find_map(fits) {
            Some(date) => (Ok(CalendarTime::date(PartialDate::of(date))), "the nearest day of that number on that weekday"),
            None => open(),
        }
    }

    pub(super) fn weekday(&self, name: u8, way: YearSide, tense: Tense) -> Outcome {
        let Some(day) = self.reference.day else { return self.undated_weekday(name) };
        let back = (i32::from(weekday(day)) - i32::from(name)).rem_euclid(7);
        let ahead = (7 - back) % 7;
        if let Some(told) = self.narrative.as_ref().filter(|told| told.precision == Precision::Day && way == YearSide::Open) {
            let near = gap(told.days, Interval { first: day, last: day }) <= 7;
            let fits = match tense {
                Tense::Past => told.days.first <= day,
                Tense::Future | Tense::Scheduled => told.days.first >= day,
                _ => true,
            };
            if near && fits && weekday(told.days.first) == name {
                return (Ok(told.clone()), "the day named before");
            }
        }
        let (by, rule) = match (way, tense) {
            (YearSide::Past, _) => (if back == 0 { -7 } else { -back }, "the last such weekday before publication"),
            (YearSide::Next, _) => (if ahead == 0 { 7 } else { ahead }, "the next such weekday after publication"),
            (YearSide::WeeksOn(weeks), _) => {
                (if ahead == 0 { 7 } else { ahead } + 7 * i32::from(weeks), "so many weeks after the next such weekday")
            }
            (YearSide::Following | YearSide::Previous, _) => {
                let Some(told) = self.narrative.as_ref().filter(|told| told.precision == Precision::Day) else {
                    return self.weekday(name, if way == YearSide::Following { YearSide::Next } else { YearSide::Past }, tense);
                };
                let from = i32::from(weekday(told.days.first)) - i32::from(name);
                let by = if way == YearSide::Following { 7 - from.rem_euclid(7) } else { -(from - 1).rem_euclid(7) - 1 };
                return match plus_days(told.days.first, by) {
                    Some(date) => {
                        (Ok(CalendarTime::date(PartialDate::of(date))), "the nearest such weekday from the day told before")
                    }
                    None => (Err(format_compact!("XXXX-WXX-{name}")), "a weekday beyond the calendar"),
                };
            }
            (_, Tense::Future | Tense::Scheduled) => (ahead, "the first such weekday from publication, by the tense"),
            (YearSide::This, Tense::Present | Tense::Unknown) if ahead <= 3 => (ahead, "this weekday, about publication"),
            _ => (-back, "the last such weekday up to publication"),
        };
        match plus_days(day, by) {
            Some(date) => (Ok(CalendarTime::date(PartialDate::of(date))), rule),
            None => (Err(format_compact!("XXXX-WXX-{name}")), "a weekday beyond the calendar"),
        }
    }

    /// A weekday without a day to count from: the month of publication at best.
    pub(super) fn undated_weekday(&self, name: u8) -> Outcome {
        match self.reference.days.filter(|days| same_month(*days)) {
            Some(days) => (
                Ok(CalendarTime::date(PartialDate::of(days.first).at(Precision::Month))),
                "some such weekday of the month of publication",
            ),
            None => (Err(format_compact!("XXXX-WXX-{name}")), "a weekday whose week is not told"),
        }
    }
}
