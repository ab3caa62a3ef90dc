//! The resolver: what an expression says, held against the reference and the narrative, becomes days and a TIMEX3 value.
//!
//! What cannot be known stays open (`XXXX-WXX-5`); nothing is invented. It knows no language.

mod counted;
mod narrative;
mod week;

use compact_str::{CompactString, format_compact};
use jiff::civil::Date;

use crate::analysis::dates::calendar::{CalendarTime, feast, weekday};
use crate::analysis::dates::distance::{cost, gap};
use crate::analysis::dates::reading::{Bond, FoundTimex};
use crate::analysis::dates::reference::Reference;
use crate::analysis::dates::tense::Tense;
use crate::analysis::dates::timex::{finish, timeless};
use crate::analysis::dates::value::{Base, CalendarFields, CountedFrom, Portion, Resolution, YearSide, season_code};
use crate::analysis::dates::word::{Feast, TimeUnit, Vague};
use crate::model::date::{Interval, PartialDate, Precision, Timex};

/// An outcome before the time of day is put to it: the known time or the open value, and the rule.
type Outcome = (Result<CalendarTime, CompactString>, &'static str);

/// A day with the wrong weekday is meant as it stands when it lies within so many days of the reference, and the day that fits
/// beyond so many.
const NEAR: i32 = 35;
const FAR: i32 = 300;

/// A month that stands so many bytes behind a year is one of that year.
const BESIDE: u32 = 6;

/// Resolves the expressions of one text in order.
#[derive(Debug)]
pub struct Resolver {
    reference: Reference,
    narrative: Option<CalendarTime>,
    /// The narrative around a quotation, while one is read: weekdays and hours there are counted from publication.
    around: Option<CalendarTime>,
    /// Whether a quotation is being read.
    quoted: bool,
    /// The last quarter told, unless a longer time was told since: "a year earlier" then means that quarter.
    quarter: Option<CalendarTime>,
    /// The last year told by itself: "that year" means it.
    year: Option<CalendarTime>,
    /// The last date told, years too: "the following year" and "two years later" are counted from it.
    latest: Option<CalendarTime>,
    /// The day that the last line of a live report that is a date gives to the hours at the heads of the lines below it.
    report: Option<CalendarTime>,
    /// The sentence in which a year stands before its noun, and that year: "the 1953 expedition … on May 29".
    anchored: Option<(u32, i16)>,
    /// A year counted from publication that was told last, with where it ends: "last year, in June".
    beside: Option<(u32, i16)>,
    /// The weekday told last, with where it ends: `samedi et dimanche`.
    weekday_before: Option<(u32, Date)>,
    /// What was told last: the other end of a range that is being read.
    before: Option<CalendarTime>,
    /// The last date of the narrative that does not lie after publication: what is past is counted from it.
    elapsed: Option<CalendarTime>,
    /// The sentence in which the narrative was last moved, and that in which a quarter was last told.
    moved_in: Option<u32>,
    /// The sentence in which a year was last told by itself.
    year_in: Option<u32>,
    quarter_in: Option<u32>,
    /// Whether the narrative was last moved by a day on: `le lendemain`.
    stepped: bool,
}

impl Resolver {
    /// A resolver that has read nothing yet.
    #[must_use]
    pub fn new(reference: Reference) -> Self {
        Self {
            reference,
            narrative: None,
            around: None,
            quoted: false,
            quarter: None,
            year: None,
            latest: None,
            report: None,
            anchored: None,
            beside: None,
            weekday_before: None,
            before: None,
            elapsed: None,
            moved_in: None,
            year_in: None,
            quarter_in: None,
            stepped: false,
        }
    }

    /// Resolves the next expression; `None` for a date that no calendar has.
    #[must_use]
    pub fn resolve(&mut self, found: &FoundTimex) -> Option<Timex> {
        let reading = found.reading;
        self.quote(found.quoted);
        let (outcome, rule) = match reading.base {
            Base::Date(fields) => match self.end_of_week(fields, found).or_else(|| self.next_of_list(fields, found)) {
                Some(last) => last,
                None => self.date(self.completed(fields, found), found.tense)?,
            },
            Base::Portion(portion, year, way) => match self.next_portion(portion, found) {
                Some(known) if year.is_none() && way == YearSide::Open => (Ok(known), "a later part of the year told before"),
                // `la prévision pour 2020 … au deuxième trimestre`.
                None if year.is_none() && way == YearSide::Open && self.tells_own_year(found.sentence) => {
                    self.portion(portion, year, YearSide::Year(0), found.tense)
                }
                _ => self.portion(portion, year, way, found.tense),
            },
            Base::Decade(decade) => (Ok(CalendarTime::decade(decade)?), "a decade named in full"),
            Base::Century(century) => (Ok(CalendarTime::century(century)?), "a century"),
            // `le lendemain … le surlendemain` are both counted from the day before them.
            Base::Shift(TimeUnit::Day, 2, CountedFrom::Narrative) if self.stepped => {
                self.shift(TimeUnit::Day, 1, CountedFrom::Narrative, found.tense)
            }
            Base::Shift(unit, by, anchor) => self.shift(unit, by, anchor, found.tense),
            Base::Count(unit, count, anchor) => self.counted(unit, count, anchor, found.tense),
            Base::Feast(day, year, way) => self.feast_day(day, year, way, found.tense),
            Base::Clock => self.clock_day(found.line),
            Base::WeekOf(fields) => self.week_of(fields, found.tense)?,
            Base::NthOf(name, nth, fields) => self.nth_of(name, nth, fields, found.tense)?,
            Base::Offset(fields, unit, count) => self.offset(fields, unit, count, found.tense)?,
            Base::Like(unit, years) => self.like(unit, years),
            Base::Then => match self.told_last() {
                Some(known) => (Ok(known), "the time told before"),
                None => return Some(timeless(&FoundTimex { reading: Resolution::new(Base::Vague(Vague::Past)), ..*found })),
            },
            Base::Comparable(year) => self.comparable(year)?,
            Base::Vague(_)
            | Base::Duration(..)
            | Base::HalfMore(..)
            | Base::HoursMinutes(..)
            | Base::HalfOf(_)
            | Base::Decimal(..)
            | Base::BeforeEra(..)
            | Base::EachClock
            | Base::Every(..)
            | Base::EveryWeekday(_)
            | Base::EveryPart(_)
            | Base::EveryMonth(..)
            | Base::EverySeason(_) => {
                return Some(timeless(found));
            }
        };
        self.before = outcome.as_ref().ok().cloned();
        let by_weekday = matches!(reading.base, Base::Date(fields) if fields.weekday.is_some() && fields.day.is_none());
        let told = self.before.as_ref().filter(|told| by_weekday && told.precision == Precision::Day);
        self.weekday_before = told.map(|told| (found.span.end, told.days.first));
        if let Ok(known) = &outcome {
            self.remember(found, known);
        }
        Some(finish(found, outcome, rule))
    }

    /// Whether what came later than something lies behind the publication though a verb tells what was, or farther than anybody tells of:
    /// `Cinquante ans après` does not count from the day told before. Nor does `près d'un siècle plus tard`, where nothing looks ahead.
    fn is_beyond(&self, known: &CalendarTime, (unit, tense): (TimeUnit, Tense)) -> bool {
        /// Years that somebody may look ahead.
        const AHEAD: i16 = 20;
        self.reference.interval().is_some_and(|reference| {
            let looks_ahead = if unit >= TimeUnit::Decade { tense == Tense::Future } else { tense != Tense::Past };
            let past = !looks_ahead && known.days.first > reference.last;
            past || known.days.first.year() > reference.last.year().saturating_add(AHEAD)
        })
    }

    /// `fields` with the year that the sentence or the other end of the range gives them, and the century of a short year.
    fn completed(&self, fields: CalendarFields, found: &FoundTimex) -> CalendarFields {
        if let Some(year) = fields.year.filter(|_| fields.short) {
            return CalendarFields { year: Some(self.whole_year(year, fields, found.tense)), ..fields };
        }
        if fields.way == YearSide::Told {
            let year = self.told_last().map(|told| told.days.first.year());
            return CalendarFields { year: fields.year.or(year), way: YearSide::Open, ..fields };
        }
        let (Some(month), None, YearSide::Open) = (fields.month, fields.year, fields.way) else { return fields };
        let of_sentence = self.anchored.filter(|(sentence, _)| *sentence == found.sentence && found.tense != Tense::Future);
        let of_range =
            self.before.as_ref().filter(|first| found.bond == Bond::RangeEnd && first.precision <= Precision::Month).map(
                |first| {
                    let from = (first.days.first.month().unsigned_abs(), first.days.first.day().unsigned_abs());
                    first.days.first.year() + i16::from((month, fields.day.unwrap_or(31)) < from)
                },
            );
        // A weekday that is told with the day speaks for itself.
        let beside = self.beside.filter(|(end, _)| found.span.start.saturating_sub(*end) <= BESIDE && fields.day.is_none());
        let year = of_range.or(of_sentence.or(beside).map(|(_, year)| year)).filter(|_| fields.weekday.is_none());
        // What has been since a time has begun.
        let begun = found.bond == Bond::Since && fields.weekday.is_none();
        CalendarFields { year, way: if begun { YearSide::Begun } else { fields.way }, ..fields }
    }

    /// The year that two digits stand for: the last one that is not after the reference, or not long after it unless the words
    /// look back.
    fn whole_year(&self, year: i16, fields: CalendarFields, tense: Tense) -> i16 {
        let Some(reference) = self.reference.interval() else { return year };
        let ahead = match (fields.way, tense) {
            (YearSide::Past, _) | (_, Tense::Past) => 0,
            (_, Tense::Future) => 60,
            _ => 10,
        };
        let last = reference.last.year() + ahead;
        let year = last - (last - year).rem_euclid(100);
        let day = |year: i16| PartialDate::day(year, fields.month?, fields.day?).map(PartialDate::first_day);
        let beyond = ahead == 0 && day(year).is_some_and(|day| day > reference.last);
        if beyond { year - 100 } else { year }
    }

    fn date(&self, fields: CalendarFields, tense: Tense) -> Option<Outcome> {
        let exact = |date: Option<PartialDate>, rule| date.map(|date| (Ok(CalendarTime::date(date)), rule));
        match (fields.year, fields.month, fields.day, fields.weekday) {
            (Some(year), Some(month), Some(day), _) => exact(PartialDate::day(year, month, day), "a full date"),
            (Some(year), Some(month), None, _) => exact(PartialDate::month(year, month), "a month with its year"),
            (Some(year), None, _, _) => exact(PartialDate::year(year), "a year"),
            (None, Some(month), Some(day), name) => Some(self.day_of_month(month, day, name, fields.way, tense)),
            (None, Some(month), None, _) => Some(self.month(month, fields.way, tense)),
            (None, None, Some(day), Some(name)) => Some(self.numbered_weekday(day, name)),
            (None, None, None, Some(name)) => Some(self.weekday(name, fields.way, tense)),
            _ => None,
        }
    }

    /// A day and month whose year is left out, with the weekday when it is told.
    fn day_of_month(&self, month: u8, day: u8, name: Option<u8>, way: YearSide, tense: Tense) -> Outcome {
        let reach = if name.is_some() { 6 } else { 4 };
        let dates = |year: i16| PartialDate::day(year, month, day).map(CalendarTime::date);
        let fits = |known: &CalendarTime| name.is_none_or(|name| weekday(known.days.first) == name);
        let nearest = self.choose(1, way, tense, dates);
        // A day that lies near is meant though the weekday is a slip, before one of another year that fits.
        let far = |known: &CalendarTime| self.reference.interval().is_some_and(|reference| gap(known.days, reference) > FAR);
        let slipped =
            nearest.filter(|known| self.reference.interval().is_some_and(|reference| gap(known.days, reference) <= NEAR));
        if let Some(known) =
            self.choose(reach, way, tense, |year| dates(year).filter(fits)).filter(|known| slipped.is_none() || !far(known))
        {
            return (
                Ok(known),
                if name.is_some() {
                    "the year in which that day falls on that weekday"
                } else {
                    "the nearest such day the tense allows"
                },
            );
        }
        match slipped.or_else(|| self.choose(reach, way, tense, dates)) {
            Some(known) => (Ok(known), "the nearest such day; the weekday does not fit"),
            None => (Err(format_compact!("XXXX-{month:02}-{day:02}")), "a day whose year is not told"),
        }
    }

    fn month(&self, month: u8, way: YearSide, tense: Tense) -> Outcome {
        let way = if way == YearSide::This { YearSide::Year(0) } else { way };
        match self.choose(1, way, tense, |year| PartialDate::month(year, month).map(CalendarTime::date)) {
            Some(known) => (Ok(known), "the nearest such month the tense allows"),
            None => (Err(format_compact!("XXXX-{month:02}")), "a month whose year is not told"),
        }
    }

    /// Of a time that comes once a year, the one nearest to the reference that way and tense allow.
    fn choose(
        &self,
        reach: i16,
        way: YearSide,
        tense: Tense,
        time: impl Fn(i16) -> Option<CalendarTime>,
    ) -> Option<CalendarTime> {
        let reference = self.reference.interval()?;
        let allowed = |known: &CalendarTime| match way {
            YearSide::Past => known.days.last < reference.first,
            YearSide::Begun => known.days.first <= reference.last,
            YearSide::Next => known.days.first > reference.last,
            YearSide::Year(by) => known.days.first.year() == reference.first.year() + i16::from(by),
            _ => true,
        };
        let (first, last) = (reference.first.year() - reach, reference.last.year() + reach);
        (first..=last).filter_map(time).filter(allowed).min_by_key(|known| cost(known.days, reference, tense))
    }

    fn portion(&self, portion: Portion, year: Option<i16>, way: YearSide, tense: Tense) -> Outcome {
        let open = || match portion {
            Portion::Quarter(nth) => format_compact!("XXXX-Q{nth}"),
            Portion::Half(nth) => format_compact!("XXXX-H{nth}"),
            Portion::Season(season) => format_compact!("XXXX-{}", season_code(season)),
        };
        if let Some(known) = year.and_then(|year| CalendarTime::portion(portion, year)) {
            return (Ok(known), "a part of a year that is named");
        }
        match self.choose(1, way, tense, |year| CalendarTime::portion(portion, year)) {
            Some(known) => (Ok(known), "the nearest such part of a year the tense allows"),
            None => (Err(open()), "a part of a year that is not told"),
        }
    }

    fn feast_day(&self, day: Feast, year: Option<i16>, way: YearSide, tense: Tense) -> Outcome {
        let on = |year: i16| feast(day, year).map(|date| CalendarTime::date(PartialDate::of(date)));
        match year.and_then(on).or_else(|| if year.is_none() { self.choose(1, way, tense, on) } else { None }) {
            Some(known) => (Ok(known), "a feast, by the calendar"),
            None => (Err(CompactString::const_new("XXXX-XX-XX")), "a feast whose year is not told"),
        }
    }

    /// The week a day lies in.
    fn week_of(&self, fields: CalendarFields, tense: Tense) -> Option<Outcome> {
        let (outcome, rule) = self.date(fields, tense)?;
        Some((
            outcome.and_then(|known| CalendarTime::holding(TimeUnit::Week, known.days.first).ok_or(CompactString::default())),
            rule,
        ))
    }
}

fn same_month(days: Interval) -> bool {
    (days.first.year(), days.first.month()) == (days.last.year(), days.last.month())
}
