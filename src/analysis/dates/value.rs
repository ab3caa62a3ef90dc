//! What an expression of time says, before it is held against a publication date or the narrative.
//!
//! The patterns of every language end here; the resolver begins here.

use compact_str::{CompactString, ToCompactString as _, format_compact};

use crate::analysis::dates::word::{DayPart, Edge, Feast, Season, TimeUnit, Vague};

/// Where the year, month or week that is not named lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YearSide {
    /// Not said: the calendar, nearness and tense decide.
    #[default]
    Open,
    /// Before the reference: "last March".
    Past,
    /// Not after the reference: "since April".
    Begun,
    /// About the reference: "this Monday".
    This,
    /// After the reference: "next Friday".
    Next,
    /// So many weeks after the next: 1 for `lundi en huit`.
    WeeksOn(u8),
    /// In the year so many after that of the reference: "June last year" is -1.
    Year(i8),
    /// Each one, unless the tense tells of one: `le mercredi`, `en hiver`.
    Each,
    /// The first one after what was told: `le lundi suivant`.
    Following,
    /// The last one before what was told: "the previous Friday".
    Previous,
    /// In the year told before: "June of that year".
    Told,
}

/// What a relative time is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The day of writing.
    Publication,
    /// The last date of the narrative.
    Narrative,
    /// The last date of the narrative, and nothing where none was told.
    Told,
}

/// The named fields of a calendar date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarFields {
    /// The year.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
    /// The weekday, 1 Monday to 7 Sunday.
    pub weekday: Option<u8>,
    /// Where the rest lies.
    pub way: YearSide,
    /// Whether the year was written in two digits, so that its century is a guess.
    pub short: bool,
}

/// A named part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// The nth quarter.
    Quarter(u8),
    /// The nth half.
    Half(u8),
    /// A season.
    Season(Season),
}

/// How many; `None` for "some".
pub type Amount = Option<u16>;

/// What is told, apart from a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// A date of the calendar.
    Date(CalendarFields),
    /// A part of a year, with the year when it is told.
    Portion(Portion, Option<i16>, YearSide),
    /// Ten years: `199` for the 1990s.
    Decade(i16),
    /// A hundred years: `18` for the nineteenth century.
    Century(i16),
    /// The calendar unit so many after that of the anchor: "last month" is -1.
    Shift(TimeUnit, i32, CountedFrom),
    /// So many units after the anchor, at the precision of the unit: "three weeks ago" is -3.
    Count(TimeUnit, i32, CountedFrom),
    /// A feast, with the year when it is told.
    Feast(Feast, Option<i16>, YearSide),
    /// A time that is only past, present or to come.
    Vague(Vague),
    /// A length of time.
    Duration(Amount, TimeUnit),
    /// So many hours and minutes.
    HoursMinutes(u8, u8),
    /// So many units and a half.
    HalfMore(u16, TimeUnit),
    /// The stretch of time told before, in a year that is named: "the 1988 period".
    Comparable(i16),
    /// Half of a unit.
    HalfOf(TimeUnit),
    /// Each so many units.
    Every(u16, TimeUnit),
    /// Each such weekday.
    EveryWeekday(u8),
    /// Each such part of a day.
    EveryPart(DayPart),
    /// Each such month; each such day of it, unless that is 0.
    EveryMonth(u8, u8),
    /// Each such season.
    EverySeason(Season),
    /// The week a date lies in: "the week of March 6".
    WeekOf(CalendarFields),
    /// The nth such weekday of a month, 0 for the last; weekday 0 for a week-end: "the third Thursday of November".
    NthOf(u8, u8, CalendarFields),
    /// So many units after a date that is named: "two days after March 3".
    Offset(CalendarFields, TimeUnit, i16),
    /// The unit told last, in the year so many after: "the same month a year earlier".
    Like(TimeUnit, i16),
    /// The time told last, whatever it is: `à ce moment-là`.
    Then,
    /// A year before our era, or a century of it: `52 avant J.-C.`.
    BeforeEra(u16, bool),
    /// So many units and a part of one in decimals: whole, digits behind the point, how many.
    Decimal(u16, u16, u8, TimeUnit),
    /// Only a time of day is told, in a sentence about what comes back.
    EachClock,
    /// The day of the narrative, or that of writing: only a time of day is told.
    Clock,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Hour and minute.
    At(u8, u8),
    /// A part of the day.
    Part(DayPart),
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// The time.
    pub base: Base,
    /// The time of day.
    pub clock: Option<Clock>,
    /// The part of it that is meant.
    pub edge: Option<Edge>,
}

impl Resolution {
    /// Whether a year is named in it.
    #[must_use]
    pub fn names_year(&self) -> bool {
        matches!(self.base, Base::Date(CalendarFields { year: Some(_), .. }) | Base::Portion(_, Some(_), _))
    }

    /// A reading without time of day.
    #[must_use]
    pub fn new(base: Base) -> Self {
        Self { base, clock: None, edge: None }
    }

    /// The same with a time of day.
    #[must_use]
    pub fn at(self, clock: Option<Clock>) -> Self {
        Self { clock, ..self }
    }
}

/// The code TIMEX3 gives a part of the day.
#[must_use]
pub fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Daytime => "DT",
    }
}

/// The code TIMEX3 gives a season.
#[must_use]
pub fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// The TIMEX3 value of so many units and a half.
#[must_use]
pub fn period_and_half(count: u16, unit: TimeUnit) -> CompactString {
    match unit {
        TimeUnit::Year => format_compact!("P{count}Y6M"),
        TimeUnit::Day => format_compact!("P{count}DT12H"),
        TimeUnit::Hour => format_compact!("PT{count}H30M"),
        TimeUnit::Minute => format_compact!("PT{count}M30S"),
        TimeUnit::Decade => format_compact!("P{}Y", u32::from(count) * 10 + 5),
        TimeUnit::Century => format_compact!("P{}Y", u32::from(count) * 100 + 50),
        TimeUnit::Month => format_compact!("P{count}.5M"),
        TimeUnit::Week => format_compact!("P{count}.5W"),
        other => period(Some(count), other),
    }
}

/// The TIMEX3 value of a number of units with decimals.
#[must_use]
pub fn period_in_decimals(whole: u16, part: u16, digits: u8, unit: TimeUnit) -> CompactString {
    let one = period(Some(1), unit);
    let count = format_compact!("{whole}.{part:0width$}", width = usize::from(digits));
    one.replacen('1', &count, 1).into()
}

/// The TIMEX3 value of so many units; `X` for an amount that is not told.
#[must_use]
pub fn period(amount: Amount, unit: TimeUnit) -> CompactString {
    let count = amount.map_or_else(|| CompactString::const_new("X"), |n| n.to_compact_string());
    let (head, times, letter) = match unit {
        TimeUnit::Second => ("PT", 1, "S"),
        TimeUnit::Minute => ("PT", 1, "M"),
        TimeUnit::Hour => ("PT", 1, "H"),
        TimeUnit::Day => ("P", 1, "D"),
        TimeUnit::Week => ("P", 1, "W"),
        TimeUnit::Weekend => ("P", 1, "WE"),
        TimeUnit::Fortnight => ("P", 2, "W"),
        TimeUnit::Month => ("P", 1, "M"),
        TimeUnit::Quarter => ("P", 3, "M"),
        TimeUnit::Half => ("P", 6, "M"),
        TimeUnit::Year => ("P", 1, "Y"),
        TimeUnit::Decade => ("P", 10, "Y"),
        TimeUnit::Century => ("P", 100, "Y"),
        TimeUnit::Millennium => ("P", 1000, "Y"),
    };
    match amount {
        None if unit == TimeUnit::Quarter => CompactString::const_new("PXQ"),
        Some(n) if times > 1 => format_compact!("{head}{}{letter}", u32::from(n) * times),
        _ => format_compact!("{head}{count}{letter}"),
    }
}
