//! Dates as the press gives them: a calendar date at its real precision, an interval, a bound, and how each is known.

use std::fmt;

use compact_str::CompactString;
use jiff::civil::Date;

use crate::text::span::Span;
use crate::tr_later;

/// A calendar date of which the day, or the day and the month, may be unknown. Ordered by its first day, coarser first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: u8,
    day: u8,
}

impl PartialDate {
    /// A year alone; `None` outside 1..=9999.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// A month of a year; `None` when there is no such month.
    #[must_use]
    pub fn month(year: i16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(())?;
        Self::year(year).map(|date| Self { month, ..date })
    }

    /// A day; `None` when the calendar has no such day.
    #[must_use]
    pub fn day(year: i16, month: u8, day: u8) -> Option<Self> {
        let signed = |n: u8| i8::try_from(n).ok();
        Date::new(year, signed(month)?, signed(day)?).ok()?;
        Self::month(year, month).map(|date| Self { day, ..date })
    }

    /// The date as a number that orders as dates do, and that [`PartialDate::from_bits`] reads back.
    #[must_use]
    pub fn bits(self) -> u32 {
        u32::from(self.year.cast_unsigned()) << 16 | u32::from(self.month) << 8 | u32::from(self.day)
    }

    /// The date with the number `bits`; `None` when it is the number of none.
    #[must_use]
    pub fn from_bits(bits: u32) -> Option<Self> {
        let [a, b, month, day] = bits.to_be_bytes();
        let year = i16::from_be_bytes([a, b]);
        match (month, day) {
            (0, _) => Self::year(year),
            (_, 0) => Self::month(year, month),
            _ => Self::day(year, month, day),
        }
    }

    /// The day `date`.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
    }

    /// Reads `2020`, `2020-05` or `2020-05-16`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| -> Option<Option<u16>> {
            match parts.next() {
                None => Some(None),
                Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => part.parse().ok().map(Some),
                Some(_) => None,
            }
        };
        let (year, month, day) = (number(4)??, number(2)?, number(2)?);
        if parts.next().is_some() {
            return None;
        }
        let small = |n: u16| u8::try_from(n).ok();
        let year = i16::try_from(year).ok()?;
        match (month, day) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, small(month)?),
            (Some(month), Some(day)) => Self::day(year, small(month)?, small(day)?),
        }
    }

    /// How much of the date is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The year, and the month and day where they are known.
    #[must_use]
    pub fn parts(self) -> (i16, Option<u8>, Option<u8>) {
        let known = |n: u8| (n > 0).then_some(n);
        (self.year, known(self.month), known(self.day))
    }

    /// The same date at most as precise as `precision` says; week and coarser than year are read as year.
    #[must_use]
    pub fn at(self, precision: Precision) -> Self {
        match precision {
            Precision::Day => self,
            Precision::Month => Self { day: 0, ..self },
            _ => Self { month: 0, day: 0, ..self },
        }
    }

    /// The days it may mean, first and last included.
    #[must_use]
    pub fn interval(self) -> Interval {
        let day = |n: u8| i8::try_from(n.max(1)).unwrap_or(1);
        let first = Date::new(self.year, day(self.month), day(self.day)).unwrap_or(Date::MIN);
        let last = match self.precision() {
            Precision::Day => first,
            Precision::Month => first.last_of_month(),
            _ => first.last_of_year(),
        };
        Interval { first, last }
    }

    /// The first day it may mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.interval().first
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601 at the real precision: `2020`, `2020-05`, `2020-05-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            (year, None, _) => f.pad(&format!("{year:04}")),
            (year, Some(month), None) => f.pad(&format!("{year:04}-{month:02}")),
            (year, Some(month), Some(day)) => f.pad(&format!("{year:04}-{month:02}-{day:02}")),
        }
    }
}

/// How fine a date is known, from the finest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day, or a time of one day.
    Day,
    /// A week or a week-end.
    Week,
    /// A month, or a part of one.
    Month,
    /// A quarter or a season.
    Season,
    /// Half a year.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Precision {
    /// The English word that people and JSON see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// A run of days, first and last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Interval {
    /// From the first of `from` to the last of `to`, whichever way round they come.
    #[must_use]
    pub fn between(from: Self, to: Self) -> Self {
        Self { first: from.first.min(to.first), last: from.last.max(to.last) }
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The finest precision that can hold the interval.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self.first.until(self.last).map_or(i32::MAX, |span| span.get_days()) {
            0 => Precision::Day,
            1..=6 => Precision::Week,
            7..=30 => Precision::Month,
            31..=91 => Precision::Season,
            92..=183 => Precision::Half,
            184..=365 => Precision::Year,
            366..=3660 => Precision::Decade,
            _ => Precision::Century,
        }
    }

    /// The shortest way to write it: a whole year or month as one, anything else as it is displayed.
    #[must_use]
    pub fn shortest(self) -> String {
        let whole = [Precision::Year, Precision::Month].map(|precision| PartialDate::of(self.first).at(precision));
        whole.iter().find(|date| date.interval() == self).map_or_else(|| self.to_string(), ToString::to_string)
    }
}

impl fmt::Display for Interval {
    /// ISO 8601: one day, or `first/last`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            return f.pad(&self.first.to_string());
        }
        f.pad(&format!("{}/{}", self.first, self.last))
    }
}

/// What is known of a publication date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PublicationDate {
    /// Nothing.
    #[default]
    Unknown,
    /// A date at its real precision.
    On(PartialDate),
    /// Some day between the two, ends included.
    Between(PartialDate, PartialDate),
    /// That day or later: a lower bound, never shown as a certain month.
    Since(PartialDate),
}

impl PublicationDate {
    /// The days it may mean; a bound means its own date alone, the best single guess for order and reference.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        match self {
            Self::Unknown => None,
            Self::On(date) | Self::Since(date) => Some(date.interval()),
            Self::Between(from, to) => Some(Interval::between(from.interval(), to.interval())),
        }
    }

    /// The month a reader would file the article under, `None` when that would be a guess.
    #[must_use]
    pub fn month(self) -> Option<PartialDate> {
        match self {
            Self::On(date) if date.precision() <= Precision::Month => Some(date.at(Precision::Month)),
            Self::Between(from, to) if from.at(Precision::Month) == to.at(Precision::Month) => Some(from.at(Precision::Month)),
            _ => None,
        }
    }

    /// The date to sort by; articles without one come last.
    #[must_use]
    pub fn sort_key(self) -> Option<PartialDate> {
        match self {
            Self::Unknown => None,
            Self::On(date) | Self::Between(date, _) | Self::Since(date) => Some(date),
        }
    }
}

impl fmt::Display for PublicationDate {
    /// ISO 8601 with `from/to` for an interval and `from/..` for a bound; empty when unknown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.pad(""),
            Self::On(date) => date.fmt(f),
            Self::Between(from, to) => f.pad(&format!("{from}/{to}")),
            Self::Since(from) => f.pad(&format!("{from}/..")),
        }
    }
}

/// Where a piece of metadata was found, from the most to the least telling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Provenance {
    /// The reader said so.
    User,
    /// A line at the head or foot of the text that says it, such as `date 2020-05` or `SOURCE: …`.
    Header,
    /// Front matter, HTML meta elements, JSON-LD or a JSON field.
    Metadata,
    /// The name of the file or of a folder above it.
    Filename,
    /// The agency line that opens the text.
    Dateline,
    /// Worked out from what the text tells.
    Inferred,
    /// Not known.
    #[default]
    Unknown,
}

impl Provenance {
    /// The word that people and JSON see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::User => tr_later!("user"),
            Self::Header => tr_later!("header"),
            Self::Metadata => tr_later!("metadata"),
            Self::Filename => tr_later!("filename"),
            Self::Dateline => tr_later!("dateline"),
            Self::Inferred => tr_later!("inferred"),
            Self::Unknown => tr_later!("unknown"),
        }
    }
}

/// When an article was published, how that is known, and from which words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// What is known.
    pub date: PublicationDate,
    /// How it is known.
    pub provenance: Provenance,
    /// The words and the rules it rests on, the deciding one first.
    pub evidence: Vec<Evidence>,
}

/// One reason for a date: the words and what was concluded from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The words, as they stand.
    pub words: Box<str>,
    /// Where they stand in the body, when they stand there.
    pub span: Option<Span>,
    /// The rule in one short English clause: "9 April is a Friday in 2021".
    pub rule: Box<str>,
}

/// The kind of a time expression, in TIMEX3's terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A calendar time of a day or more.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes back.
    Set,
}

impl TimexKind {
    /// The TIMEX3 attribute value.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// An expression of time found in a body (TIMEX3: ISO-TimeML, ISO 24617-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// The words.
    pub span: Span,
    /// Its kind.
    pub kind: TimexKind,
    /// The TIMEX3 value: `2020-08-18`, `2020-W34`, `2020-FA`, `198`, `P3M`, `XXXX-WXX-5` when it is left open.
    pub value: CompactString,
    /// The days it means, when it is a calendar time that could be resolved.
    pub interval: Option<Interval>,
    /// How fine it is.
    pub precision: Precision,
    /// How it was resolved, in one short English clause: "last month, counted from publication".
    pub rule: &'static str,
}
