//! The values of `date:`, `month:` and `event:`: a date at its precision, a range, a bound, or about a date.
//!
//! Only what is asked; what an article tells is in `model::date`. Called by `value`, `print` and `explain`.

use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::analysis::dates;
use crate::model::date::{Interval, PartialDate, Precision};
use crate::query::language::error::{ErrorKind, Fault, Typed};
use crate::text::span::Span;
use crate::tr;

/// The days that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateRange {
    /// `2024-03`: any day of it.
    On(PartialDate),
    /// `2024-01..2024-03`: from the first day of the one to the last day of the other.
    Between(PartialDate, PartialDate),
    /// `2024-03..` or `>=2024-03`: from its first day on.
    From(PartialDate),
    /// `..2024-03` or `<=2024-03`: up to its last day.
    Until(PartialDate),
    /// `>2024-03`: from the day after its last on.
    After(PartialDate),
    /// `<2024-03`: up to the day before its first.
    Before(PartialDate),
    /// `~2024-03`: a year each side of a year, a month each side of a month, seven days each side of a day.
    About(PartialDate),
}

/// What may stand before a date, and what it makes of it.
type Operator = (&'static str, fn(PartialDate) -> DateRange);

/// All operators, longer ones first.
const OPERATORS: [Operator; 5] = [
    (">=", DateRange::From),
    (">", DateRange::After),
    ("<=", DateRange::Until),
    ("<", DateRange::Before),
    ("~", DateRange::About),
];

impl DateRange {
    /// Reads a value as typed.
    ///
    /// # Errors
    /// A date that is none, or a range that ends before it begins; the span is that of the date in `text`.
    pub fn read(text: &str) -> Result<Self, Fault> {
        for (operator, range) in OPERATORS {
            if let Some(rest) = text.strip_prefix(operator) {
                return read_date(rest, operator.len()).map(range);
            }
        }
        let Some((from, to)) = text.split_once("..") else { return read_date(text, 0).map(Self::On) };
        let second = from.len() + "..".len();
        match (from, to) {
            ("", _) => read_date(to, second).map(Self::Until),
            (_, "") => read_date(from, 0).map(Self::From),
            _ => {
                let range = Self::Between(read_date(from, 0)?, read_date(to, second)?);
                let message = tr!("the range ends before it begins");
                let backwards = || Fault { span: Span::new(0, text.len()), kind: ErrorKind::Wrong, message: message.into() };
                if range == range.forwards() { Ok(range) } else { Err(backwards()) }
            }
        }
    }

    /// Where the last date begins in the head of a value that is being typed: after an operator or the dots of a range.
    #[must_use]
    pub fn last_date(text: &str) -> usize {
        let dots = text.rfind("..").map(|at| at + "..".len());
        let operator = || OPERATORS.iter().find(|(operator, _)| text.starts_with(operator)).map(|(operator, _)| operator.len());
        dots.or_else(operator).unwrap_or_default()
    }

    /// The same range with its ends in order.
    #[must_use]
    pub fn forwards(self) -> Self {
        match self {
            Self::Between(from, to) if from.interval().first > to.interval().last => Self::Between(to, from),
            _ => self,
        }
    }

    /// The days that are asked for, open ends at the ends of the calendar; `None` when there is no such day.
    #[must_use]
    pub fn days(self) -> Option<Interval> {
        let since = |first| Interval { first, last: Date::MAX };
        let until = |last| Interval { first: Date::MIN, last };
        Some(match self {
            Self::On(date) => date.interval(),
            Self::Between(from, to) => Interval { first: from.interval().first, last: to.interval().last },
            Self::From(date) => since(date.interval().first),
            Self::Until(date) => until(date.interval().last),
            Self::After(date) => since(date.interval().last.tomorrow().ok()?),
            Self::Before(date) => until(date.interval().first.yesterday().ok()?),
            Self::About(date) => about(date),
        })
    }
}

/// The days that are meant by about `date`.
fn about(date: PartialDate) -> Interval {
    let Interval { first, last } = date.interval();
    let (margin, whole_month) = match date.precision() {
        Precision::Day => (7.days(), false),
        Precision::Month => (1.month(), true),
        _ => (1.year(), true),
    };
    let after = last.saturating_add(margin);
    // A month later than 29 February is 29 March, yet all of March is meant.
    let last = if whole_month { after.last_of_month() } else { after };
    Interval { first: first.saturating_sub(margin), last }
}

fn read_date(text: &str, offset: usize) -> Result<PartialDate, Fault> {
    dates::read_typed_date(text).ok_or_else(|| {
        let (kind, message) = no_date(text);
        Fault { span: Span::new(0, text.len()).shift(offset), kind, message }
    })
}

/// Why `text` is no date.
fn no_date(text: &str) -> (ErrorKind, String) {
    const SHAPE: &[u8] = b"0000-00-00";
    let fits = |(byte, shape): (u8, &u8)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == b'-' };
    let shaped = text.len() <= SHAPE.len() && text.bytes().zip(SHAPE).all(fits);
    let typed = Typed(text);
    match text.len() {
        0 => (ErrorKind::Incomplete, tr!("a date is missing, such as 2024-03").into()),
        4 if shaped => (ErrorKind::Wrong, tr!("{text} is no year", text)),
        7 if shaped => (ErrorKind::Wrong, tr!("{text} is no month", text)),
        10 if shaped => (ErrorKind::Wrong, tr!("{text} is no day", text)),
        _ if shaped => (ErrorKind::Incomplete, tr!("{typed} is no whole date; write 2024, 2024-03 or 2024-03-05", typed)),
        _ => (ErrorKind::Wrong, tr!("{typed} is no date; write 2024, 2024-03 or 2024-03-05", typed)),
    }
}

impl fmt::Display for DateRange {
    /// As it is typed; `>=a` as `a..`, `<=b` as `..b`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => write!(f, "{date}"),
            Self::Between(from, to) => write!(f, "{from}..{to}"),
            Self::From(date) => write!(f, "{date}.."),
            Self::Until(date) => write!(f, "..{date}"),
            Self::After(date) => write!(f, ">{date}"),
            Self::Before(date) => write!(f, "<{date}"),
            Self::About(date) => write!(f, "~{date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DateRange;
    use crate::query::language::error::ErrorKind;

    fn days(text: &str) -> String {
        DateRange::read(text).unwrap().days().unwrap().to_string()
    }

    #[test]
    fn ranges_hold_the_days_they_say() {
        for (text, expected) in [
            ("2024", "2024-01-01/2024-12-31"),
            ("2024-02", "2024-02-01/2024-02-29"),
            ("2024-03-05", "2024-03-05"),
            ("2024-01..2024-03", "2024-01-01/2024-03-31"),
            ("2024-06..2024", "2024-06-01/2024-12-31"),
            ("~2024-03", "2024-02-01/2024-04-30"),
            ("~2024-02", "2024-01-01/2024-03-31"),
            ("~2024-03-05", "2024-02-27/2024-03-12"),
            ("~2024", "2023-01-01/2025-12-31"),
            ("20/10/2011", "2011-10-20"),
            ("20 octobre 2011", "2011-10-20"),
            ("octobre 2011..20/11/2011", "2011-10-01/2011-11-20"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
        assert!(days(">=2024").starts_with("2024-01-01/") && days("2024..").starts_with("2024-01-01/"));
        assert!(days(">2024-02").starts_with("2024-03-01/"));
        assert!(days("<2024-03").ends_with("/2024-02-29") && days("<=2024-03").ends_with("/2024-03-31"));
        assert_eq!(DateRange::read(">9999").unwrap().days(), None);
    }

    #[test]
    fn faults_say_which_date_is_none() {
        for (text, message, range, kind) in [
            ("2020-13", "2020-13 is no month", 0..7, ErrorKind::Wrong),
            ("2020-01..2020-02-30", "2020-02-30 is no day", 9..19, ErrorKind::Wrong),
            (">0000", "0000 is no year", 1..5, ErrorKind::Wrong),
            ("2020-0", "\"2020-0\" is no whole date; write 2024, 2024-03 or 2024-03-05", 0..6, ErrorKind::Incomplete),
            (">=", "a date is missing, such as 2024-03", 2..2, ErrorKind::Incomplete),
            ("..", "a date is missing, such as 2024-03", 2..2, ErrorKind::Incomplete),
            ("mars", "\"mars\" is no date; write 2024, 2024-03 or 2024-03-05", 0..4, ErrorKind::Wrong),
            ("2021..2020", "the range ends before it begins", 0..10, ErrorKind::Wrong),
        ] {
            let fault = DateRange::read(text).unwrap_err();
            assert_eq!((fault.message.as_str(), fault.span.range(), fault.kind), (message, range, kind), "{text}");
        }
    }

    #[test]
    fn the_date_being_typed_is_the_last() {
        assert_eq!(["2024-0", "2024..20", ">=20", "~", ""].map(DateRange::last_date), [0, 6, 2, 1, 0]);
    }
}
