//! What is counted from another time: "last month", "three weeks ago", `le lendemain`, "the quarter", and bare times of day.

use compact_str::CompactString;
use jiff::civil::Date;

use crate::analysis::dates::calendar::{CalendarTime, feast, plus, plus_days, weekday};
use crate::analysis::dates::reading::{FoundTimex, LinePlace};
use crate::analysis::dates::resolve::{Outcome, Resolver, same_month};
use crate::analysis::dates::tense::Tense;
use crate::analysis::dates::value::{CalendarFields, CountedFrom, Portion};
use crate::analysis::dates::word::{Feast, TimeUnit};
use crate::model::date::{Interval, PartialDate, Precision};

impl Resolver {
    /// The unit of the calendar so many after that of the anchor.
    pub(super) fn shift(&self, unit: TimeUnit, by: i32, anchor: CountedFrom, tense: Tense) -> Outcome {
        if unit == TimeUnit::Quarter && anchor == CountedFrom::Narrative && by == 0 {
            return self.quarter_told(tense);
        }
        if let Some(year) = self.year.as_ref().filter(|_| unit == TimeUnit::Year && anchor == CountedFrom::Narrative && by == 0) {
            return (Ok(year.clone()), "the year told before");
        }
        // What followed something without a date, and is past, does not follow the day of writing.
        let narrated = anchor == CountedFrom::Narrative;
        // `condamné en 2019, il avait fait appel le jour même`: of that year, some day.
        let told = self.narrative.is_some() || self.around.is_some();
        let of_year = by == 0 && unit < TimeUnit::Year && !told && self.latest.is_some();
        let undated = narrated && (by > 0 && tense == Tense::Past && self.told_last().is_none() || of_year);
        let (from, rule) = if undated { (None, "") } else { self.anchor(unit, anchor, tense) };
        let open = || match unit {
            TimeUnit::Day => "XXXX-XX-XX",
            TimeUnit::Week => "XXXX-WXX",
            TimeUnit::Weekend => "XXXX-WXX-WE",
            TimeUnit::Month => "XXXX-XX",
            _ => "XXXX",
        };
        let by = match unit {
            TimeUnit::Weekend if by == 0 && tense != Tense::Future => {
                // Towards its end, a week speaks of the week-end to come unless a verb tells what was.
                let early = from.is_none_or(|days| weekday(days.last) < if tense == Tense::Past { 6 } else { 3 });
                -i32::from(early)
            }
            _ => by,
        };
        let moved = from.and_then(|days| {
            let unit_of = |day: Date| CalendarTime::holding(unit, plus(day, unit, by)?);
            let (first, last) = (unit_of(days.first)?, unit_of(days.last)?);
            (first == last).then_some(first)
        });
        match moved {
            Some(known) => (Ok(known), rule),
            None => match from
                .filter(|days| same_month(*days) && unit < TimeUnit::Month && anchor == CountedFrom::Publication && by == 0)
            {
                Some(days) => {
                    (Ok(CalendarTime::date(PartialDate::of(days.first).at(Precision::Month))), "in the month of publication")
                }
                None => (Err(open().into()), "counted from a day that is not known"),
            },
        }
    }

    /// "The quarter": the last one told, or else the last that has ended, unless the tense looks ahead.
    fn quarter_told(&self, tense: Tense) -> Outcome {
        if let Some(told) = &self.quarter {
            return (Ok(told.clone()), "the quarter told before");
        }
        let by = if tense == Tense::Past { -1 } else { 0 };
        let day = self.reference.interval().and_then(|days| plus(days.first, TimeUnit::Quarter, by));
        match day.and_then(|day| CalendarTime::holding(TimeUnit::Quarter, day)) {
            Some(known) => (Ok(known), "the quarter the tense allows"),
            None => (Err(CompactString::const_new("XXXX-QX")), "a quarter that is not told"),
        }
    }

    /// The later part of the year of the quarter told in this sentence or the one before: "the first quarter of 2010 … in the second quarter".
    pub(super) fn next_portion(&self, portion: Portion, found: &FoundTimex) -> Option<CalendarTime> {
        let near = self.quarter_in.is_some_and(|told| found.sentence.saturating_sub(told) < 2);
        let told = self.quarter.as_ref().filter(|_| near && !matches!(portion, Portion::Season(_)))?;
        let known = CalendarTime::portion(portion, told.days.first.year())?;
        let over = self.reference.interval().is_none_or(|days| known.days.first <= days.last);
        (known.days.first > told.days.last && (over || found.tense != Tense::Past)).then_some(known)
    }

    /// A quarter or half of a year in another one.
    fn in_year(told: &CalendarTime, year: i16) -> Option<CalendarTime> {
        let nth = |months: i8| (told.days.first.month() - 1) / months + 1;
        let half = told.value.contains("-H");
        let portion = if half { Portion::Half(nth(6).unsigned_abs()) } else { Portion::Quarter(nth(3).unsigned_abs()) };
        CalendarTime::portion(portion, year)
    }

    /// The quarter told before, in another year; that year when none was told.
    pub(super) fn comparable(&self, year: i16) -> Option<Outcome> {
        let moved = self.quarter.as_ref().and_then(|quarter| Self::in_year(quarter, year));
        let named = || Some(CalendarTime::date(PartialDate::year(year)?));
        Some((Ok(moved.or_else(named)?), "the same stretch of the year that is named"))
    }

    /// So many units from `anchor`, as far as that has a date.
    pub(super) fn counted(&self, unit: TimeUnit, count: i32, anchor: CountedFrom, tense: Tense) -> Outcome {
        let is_later = count > 0 && anchor == CountedFrom::Narrative;
        // What came later than something without a date, and does not lie ahead, is not counted from the day of writing.
        if is_later && unit >= TimeUnit::Day && tense != Tense::Future && self.told_last().is_none() {
            return (Err(CompactString::const_new("XXXX-XX-XX")), "counted from what has no date");
        }
        match self.count(unit, count, anchor, tense) {
            (Ok(known), _) if is_later && unit >= TimeUnit::Year && self.is_beyond(&known, (unit, tense)) => {
                (Err(CompactString::const_new("XXXX")), "counted from another time than the one told before")
            }
            counted => counted,
        }
    }

    /// So many units before or after the anchor, at the precision of the unit.
    pub(super) fn count(&self, unit: TimeUnit, count: i32, anchor: CountedFrom, tense: Tense) -> Outcome {
        if let Some(quarter) = self.quarter.as_ref().filter(|_| unit == TimeUnit::Year && count == -1) {
            let before = Self::in_year(quarter, quarter.days.first.year() - 1);
            if let Some(known) = before {
                return (Ok(known), "the same quarter a year before");
            }
        }
        let (from, rule) = self.anchor(unit, anchor, tense);
        let unit = if unit == TimeUnit::Fortnight { TimeUnit::Week } else { unit };
        let moved = from.and_then(|days| {
            // A decade ago is about that year, not all of the decade it lies in.
            let fine = if matches!(unit, TimeUnit::Decade | TimeUnit::Century) { TimeUnit::Year } else { unit };
            let unit_of = |day: Date| CalendarTime::holding(fine, plus(day, unit, count)?);
            let (first, last) = (unit_of(days.first)?, unit_of(days.last)?);
            (first == last).then_some(first)
        });
        match moved {
            Some(known) => (Ok(known), rule),
            None => (Err(CompactString::const_new("XXXX-XX-XX")), "counted from a day that is not known"),
        }
    }

    /// The last time told.
    pub(super) fn told_last(&self) -> Option<CalendarTime> {
        self.latest.clone().or_else(|| self.narrative.clone())
    }

    /// So many units after a date that is named.
    pub(super) fn offset(&self, fields: CalendarFields, unit: TimeUnit, count: i16, tense: Tense) -> Option<Outcome> {
        let (from, _) = self.date(fields, tense)?;
        let day = |known: CalendarTime| plus(known.days.first, unit, i32::from(count));
        // A weekday whose count would end after publication is that of the week before where the words look back.
        let week = |moved: Date| {
            let late = tense == Tense::Past && fields.weekday.is_some() && fields.day.is_none();
            let beyond = self.reference.day.is_some_and(|today| moved > today);
            if late && beyond { plus_days(moved, -7).unwrap_or(moved) } else { moved }
        };
        let moved = from.and_then(|known| day(known).map(week).ok_or(CompactString::const_new("XXXX-XX-XX")));
        Some((moved.map(|day| CalendarTime::date(PartialDate::of(day))), "counted from a date that is named"))
    }

    /// The nth such weekday or week-end of a month.
    pub(super) fn nth_of(&self, name: u8, nth: u8, fields: CalendarFields, tense: Tense) -> Option<Outcome> {
        let (month, _) = self.date(fields, tense)?;
        let day = |known: CalendarTime| {
            let (year, month) = (known.days.first.year(), known.days.first.month().unsigned_abs());
            let day = if name == 0 { 6 } else { name };
            let day = feast(if nth == 0 { Feast::LastOf(month, day) } else { Feast::Nth(month, day, nth) }, year)?;
            CalendarTime::holding(if name == 0 { TimeUnit::Weekend } else { TimeUnit::Day }, day)
        };
        Some((
            month.and_then(|known| day(known).ok_or(CompactString::const_new("XXXX-XX-XX"))),
            "a day by its place in the month",
        ))
    }

    /// The unit told last, in the year so many after.
    pub(super) fn like(&self, unit: TimeUnit, years: i16) -> Outcome {
        let (from, rule) = self.anchor(TimeUnit::Day, CountedFrom::Narrative, Tense::Unknown);
        let moved = from.and_then(|days| CalendarTime::holding(unit, plus(days.first, TimeUnit::Year, i32::from(years))?));
        (moved.ok_or(CompactString::const_new("XXXX-XX-XX")), rule)
    }

    fn anchor(&self, unit: TimeUnit, anchor: CountedFrom, tense: Tense) -> (Option<Interval>, &'static str) {
        // A quotation without a date of its own says "the next day" of what is told around it.
        let told = self.narrative.as_ref().or(self.around.as_ref());
        let told = if unit >= TimeUnit::Year { self.latest.as_ref().or(told) } else { told };
        // `jusqu'au 14 septembre … a déconseillé le même jour`: what is past is not counted from what lies ahead.
        let ahead = |known: &&CalendarTime| self.reference.interval().is_some_and(|days| known.days.first > days.last);
        let told = if tense == Tense::Past && told.as_ref().is_some_and(ahead) { self.elapsed.as_ref() } else { told };
        match (anchor, told) {
            (CountedFrom::Narrative | CountedFrom::Told, Some(known)) => (Some(known.days), "counted from the date told before"),
            (CountedFrom::Told, None) => (None, "counted from what has no date"),
            _ => (self.reference.interval(), "counted from publication"),
        }
    }

    /// The day a bare time of day belongs to.
    pub(super) fn clock_day(&mut self, line: LinePlace) -> Outcome {
        // The hour that opens a line of a live report is one of the running day, whatever was told in the line above.
        if line != LinePlace::Inside {
            self.narrative = self.report.clone();
        }
        if let Some(told) = self.narrative.as_ref().filter(|told| told.precision == Precision::Day) {
            return (Ok(told.clone()), "a time of the day told before");
        }
        match self.reference.day {
            Some(day) => (Ok(CalendarTime::date(PartialDate::of(day))), "a time of the day of publication"),
            None => (Err(CompactString::const_new("XXXX-XX-XX")), "a time of a day that is not known"),
        }
    }
}
