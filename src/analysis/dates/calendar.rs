//! Arithmetic on the calendar: the unit a day lies in, units before and after it, feasts; each with its TIMEX3 value.

use compact_str::{CompactString, format_compact};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::analysis::dates::value::{Portion, season_code};
use crate::analysis::dates::word::{Feast, Season, TimeUnit};
use crate::model::date::{Interval, PartialDate, Precision};

/// A time of the calendar that is known: TIMEX3 value, days, precision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarTime {
    /// The TIMEX3 value.
    pub value: CompactString,
    /// The days it means.
    pub days: Interval,
    /// How fine it is.
    pub precision: Precision,
}

impl CalendarTime {
    /// A date at its own precision.
    #[must_use]
    pub fn date(date: PartialDate) -> Self {
        Self { value: iso(date), days: date.interval(), precision: date.precision() }
    }

    /// The `unit` of the calendar that holds `day`.
    #[must_use]
    pub fn holding(unit: TimeUnit, day: Date) -> Option<Self> {
        let year = day.year();
        let month = day.month().unsigned_abs();
        Some(match unit {
            TimeUnit::Week => week(day, false),
            TimeUnit::Weekend => week(day, true),
            TimeUnit::Month => Self::date(PartialDate::of(day).at(Precision::Month)),
            TimeUnit::Quarter => Self::portion(Portion::Quarter((month - 1) / 3 + 1), year)?,
            TimeUnit::Half => Self::portion(Portion::Half((month - 1) / 6 + 1), year)?,
            TimeUnit::Year => Self::date(PartialDate::year(year)?),
            TimeUnit::Decade => Self::decade(year.div_euclid(10))?,
            TimeUnit::Century => Self::century(year.div_euclid(100))?,
            _ => Self::date(PartialDate::of(day)),
        })
    }

    /// A part of the year `year`.
    #[must_use]
    pub fn portion(portion: Portion, year: i16) -> Option<Self> {
        let (code, first, months, precision) = match portion {
            Portion::Quarter(nth) => (format_compact!("Q{nth}"), nth.checked_mul(3)?.checked_sub(2)?, 3, Precision::Season),
            Portion::Half(nth) => (format_compact!("H{nth}"), nth.checked_mul(6)?.checked_sub(5)?, 6, Precision::Half),
            Portion::Season(season) => (season_code(season).into(), season_month(season), 3, Precision::Season),
        };
        let first = PartialDate::month(year, first)?.first_day();
        let last = first.checked_add((months - 1i32).months()).ok()?.last_of_month();
        Some(Self { value: format_compact!("{year:04}-{code}"), days: Interval { first, last }, precision })
    }

    /// The decade `decade`: 199 for the 1990s.
    #[must_use]
    pub fn decade(decade: i16) -> Option<Self> {
        let first = decade.checked_mul(10)?;
        let days = Interval::between(PartialDate::year(first)?.interval(), PartialDate::year(first + 9)?.interval());
        Some(Self { value: format_compact!("{decade:03}"), days, precision: Precision::Decade })
    }

    /// The hundred years that begin with `century`: 19 for the twentieth century.
    #[must_use]
    pub fn century(century: i16) -> Option<Self> {
        let first = century.checked_mul(100)?;
        let days = Interval::between(PartialDate::year(first.max(1))?.interval(), PartialDate::year(first + 99)?.interval());
        Some(Self { value: format_compact!("{century:02}"), days, precision: Precision::Century })
    }
}

/// What `date` shows as, a good deal faster than by way of a formatter: where the year is left out, a dozen dates are weighed.
fn iso(date: PartialDate) -> CompactString {
    let (year, month, day) = date.parts();
    let digits = |number: u16| [number / 10 % 10, number % 10].map(|digit| b'0' + u8::try_from(digit).unwrap_or_default());
    let mut whole = *b"0000-00-00";
    let numbers =
        [year.unsigned_abs() / 100, year.unsigned_abs() % 100, month.unwrap_or_default().into(), day.unwrap_or_default().into()];
    for (at, number) in [0, 2, 5, 8].into_iter().zip(numbers) {
        if let Some(place) = whole.get_mut(at..at + 2) {
            place.copy_from_slice(&digits(number));
        }
    }
    let known = "2020".len() + [month, day].into_iter().flatten().count() * "-05".len();
    CompactString::from_utf8(whole.get(..known).unwrap_or_default()).unwrap_or_default()
}

fn season_month(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// The ISO 8601 week of `day`, or its Saturday and Sunday.
fn week(day: Date, end_only: bool) -> CalendarTime {
    let iso = day.iso_week_date();
    let monday = plus_days(day, -i32::from(day.weekday().to_monday_zero_offset())).unwrap_or(day);
    let first = if end_only { plus_days(monday, 5).unwrap_or(day) } else { monday };
    let last = plus_days(monday, 6).unwrap_or(day);
    let tail = if end_only { "-WE" } else { "" };
    CalendarTime {
        value: format_compact!("{:04}-W{:02}{tail}", iso.year(), iso.week()),
        days: Interval { first, last },
        precision: Precision::Week,
    }
}

/// The day `days` after `date`; `None` beyond the calendar.
#[must_use]
pub fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok().filter(|date| date.year() >= 1)
}

/// The day `count` units after `date`, ends of months kept inside the month; `None` beyond the calendar.
#[must_use]
pub fn plus(date: Date, unit: TimeUnit, count: i32) -> Option<Date> {
    let days =
        |length: i32| count.checked_mul(length).filter(|days| days.abs() < 3_600_000).and_then(|days| plus_days(date, days));
    let months = |length: i32| {
        let months = count.checked_mul(length).filter(|months| months.abs() < 120_000)?;
        date.checked_add(months.months()).ok().filter(|date| date.year() >= 1)
    };
    match unit {
        TimeUnit::Second | TimeUnit::Minute => Some(date),
        TimeUnit::Hour => plus_days(date, count / 24),
        TimeUnit::Day => days(1),
        TimeUnit::Week | TimeUnit::Weekend => days(7),
        TimeUnit::Fortnight => days(14),
        TimeUnit::Month => months(1),
        TimeUnit::Quarter => months(3),
        TimeUnit::Half => months(6),
        TimeUnit::Year => months(12),
        TimeUnit::Decade => months(120),
        TimeUnit::Century => months(1200),
        TimeUnit::Millennium => months(12_000),
    }
}

/// The weekday of `date`, 1 Monday to 7 Sunday.
#[must_use]
pub fn weekday(date: Date) -> u8 {
    date.weekday().to_monday_one_offset().unsigned_abs()
}

/// The day of a feast in `year`.
#[must_use]
pub fn feast(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => PartialDate::day(year, month, day).map(PartialDate::first_day),
        Feast::Easter(after) => plus_days(easter(year)?, i32::from(after)),
        Feast::Nth(month, day, nth) => {
            let first = PartialDate::month(year, month)?.first_day();
            let wait = (i32::from(day) - i32::from(weekday(first))).rem_euclid(7);
            plus_days(first, wait + 7 * (i32::from(nth) - 1))
        }
        Feast::Once(year, month, day) => PartialDate::day(year, month, day).map(PartialDate::first_day),
        Feast::LastOf(month, day) => {
            let last = PartialDate::month(year, month)?.interval().last;
            plus_days(last, -(i32::from(weekday(last)) - i32::from(day)).rem_euclid(7))
        }
    }
}

/// Easter Sunday of the Gregorian calendar: the anonymous algorithm printed in Nature 13 (1876), page 487.
fn easter(year: i16) -> Option<Date> {
    let (golden, century, rest) = (i32::from(year) % 19, i32::from(year) / 100, i32::from(year) % 100);
    let moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let wait = moon + sunday - 7 * ((golden + 11 * moon + 19 * sunday) / 433);
    let month = (wait + 90) / 25;
    let day = (wait + 33 * month + 19) % 32;
    PartialDate::day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).map(PartialDate::first_day)
}
