//! Dates in the header lines of press databases, which name months in the language of their interface.
//!
//! A table of months and a few orders, no more: what a text tells of its days is `analysis::dates`' matter.

mod months;

use jiff::civil::Date;

use crate::ingest::formats::date::months::MONTHS;
use crate::text::fold::fold;

/// The years a document can be of.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2100;

/// A date in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The day.
    pub(crate) day: Date,
    /// The first byte of its words.
    pub(crate) start: usize,
    /// The byte behind them.
    pub(crate) end: usize,
}

/// A run of digits or of letters in a line.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    start: usize,
}

impl Token<'_> {
    fn number(self) -> Option<i16> {
        let digits = self.text.len() <= 4 && self.text.bytes().all(|byte| byte.is_ascii_digit());
        self.text.parse().ok().filter(|_| digits)
    }

    fn month(self) -> Option<i8> {
        if self.text.len() > 20 || self.text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let folded = fold(self.text);
        let at = MONTHS.iter().position(|names| names.contains(&folded.as_str()))?;
        i8::try_from(at + 1).ok()
    }

    fn end(self) -> usize {
        self.start + self.text.len()
    }
}

/// The first date of `line`.
pub(crate) fn first(line: &str) -> Option<Found> {
    all(line).next()
}

/// The last date of `line`.
pub(crate) fn last(line: &str) -> Option<Found> {
    all(line).last()
}

/// The day of `line` in ISO 8601.
pub(crate) fn iso(line: &str) -> Option<String> {
    first(line).map(|found| found.day.to_string())
}

/// The month or the year of `line` in ISO 8601: `January 2009`, `Summer, 2008`.
pub(crate) fn coarse(line: &str) -> Option<String> {
    let tokens = tokens(line);
    let year = |token: &Token<'_>| token.number().filter(|year| token.text.len() == 4 && YEARS.contains(year));
    let dated = tokens.iter().enumerate().find_map(|(at, token)| Some((at, year(token)?)));
    let (at, year) = dated?;
    let month = at.checked_sub(1).and_then(|before| tokens.get(before)?.month());
    Some(month.map_or(format!("{year:04}"), |month| format!("{year:04}-{month:02}")))
}

/// The day that eight digits in `text` give, as identifiers of documents hold it (`LEMONDE0020111229e7ct0001r`).
pub(crate) fn in_identifier(text: &str) -> Option<String> {
    let digits = text.as_bytes().windows(8).enumerate().filter(|(_, eight)| eight.iter().all(u8::is_ascii_digit));
    let day = |at: usize| day_of(text.get(at..at + 4)?, text.get(at + 4..at + 6)?, text.get(at + 6..at + 8)?);
    digits.filter_map(|(at, _)| day(at)).find(|day| (1900..=2100).contains(&day.year())).map(|day| day.to_string())
}

/// The first day of `line` that is all figures, parted by dots or hyphens: `09.03.2021`, `9-3-2021`. The day stands before the month; where
/// it does not, slashes part them.
pub(crate) fn in_figures(line: &str) -> Option<Found> {
    /// Figures of a year and one more: what is longer is no part of a day, and is not counted through.
    const LONGER: usize = 5;
    let is_digit = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let digits = |at: usize| (at..at + LONGER).take_while(|at| is_digit(*at)).count();
    let begins = |at: &usize| is_digit(*at) && at.checked_sub(1).is_none_or(|before| !is_digit(before));
    (0..line.len()).filter(begins).find_map(|start| {
        let sign = line.as_bytes().get(start + digits(start)).filter(|sign| matches!(sign, b'.' | b'-'))?;
        let month = start + digits(start) + 1;
        let year = month + digits(month) + 1;
        let end = year + digits(year);
        let fits = line.as_bytes().get(year - 1) == Some(sign) && year + 4 == end;
        let day = || day_of(line.get(year..end)?, line.get(month..year - 1)?, line.get(start..month - 1)?);
        let day = fits.then(day)?.filter(|day| YEARS.contains(&day.year()))?;
        Some(Found { day, start, end })
    })
}

fn day_of(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn all(line: &str) -> impl Iterator<Item = Found> {
    let tokens = tokens(line);
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < tokens.len() {
            let rest = tokens.get(at..).unwrap_or_default();
            at += 1;
            if let Some((day, count)) = read(rest) {
                let last = rest.get(count - 1)?;
                at += count - 1;
                return Some(Found { day, start: rest.first()?.start, end: last.end() });
            }
        }
        None
    })
}

/// The date that `tokens` begin with, and how many of them it takes.
fn read(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let number = |at: usize| tokens.get(at).and_then(|token| token.number());
    let month = |at: usize| tokens.get(at).and_then(|token| token.month());
    let word = |at: usize| tokens.get(at).map(|token| token.text);
    let date = |year: Option<i16>, month: Option<i8>, day: Option<i16>| {
        let date = Date::new(year?, month?, i8::try_from(day?).ok()?).ok()?;
        YEARS.contains(&date.year()).then_some(date)
    };
    let small = |at: usize| number(at).and_then(|number| i8::try_from(number).ok());
    // `2018 年 10 月 7 日`
    if matches!(word(1), Some("年" | "년")) && matches!(word(3), Some("月" | "월")) {
        return Some((date(number(0), small(2), number(4))?, 5 + usize::from(matches!(word(5), Some("日" | "일")))));
    }
    // `2021-03-09`
    if tokens.first()?.text.len() == 4
        && let Some(day) = date(number(0), small(1), number(2))
    {
        return Some((day, 3));
    }
    // `15 March 2021`, `9 de marzo de 2021`, `1er mars 2021`, `9. Januar 1993`
    let joins = |at: usize| matches!(word(at), Some("er" | "st" | "nd" | "rd" | "th" | "de" | "e" | "of"));
    let ordinal = (1..=2).take_while(|at| joins(*at)).count();
    if let Some(named) = month(1 + ordinal) {
        let of = usize::from(matches!(word(2 + ordinal), Some("de" | "of" | "del")));
        if let Some(day) = date(number(2 + ordinal + of), Some(named), number(0)) {
            return Some((day, 3 + ordinal + of));
        }
    }
    // `March 15, 2021`
    let suffix = usize::from(matches!(word(2), Some("st" | "nd" | "rd" | "th")));
    let day = date(number(2 + suffix), month(0), number(1))?;
    Some((day, 3 + suffix))
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    #[derive(PartialEq, Clone, Copy)]
    enum Shape {
        Digit,
        Letter,
        Ideograph,
        Other,
    }
    let shape = |c: char| match c {
        '0'..='9' => Shape::Digit,
        '年' | '月' | '日' | '년' | '월' | '일' => Shape::Ideograph,
        c if c.is_alphabetic() => Shape::Letter,
        _ => Shape::Other,
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open: Option<(Shape, usize)> = None;
    let mut close = |open: Option<(Shape, usize)>, end: usize| {
        if let Some((kind, start)) = open
            && kind != Shape::Other
        {
            tokens.extend(line.get(start..end).map(|text| Token { text, start }));
        }
    };
    for (at, c) in line.char_indices() {
        let kind = shape(c);
        if open.is_none_or(|(known, _)| known != kind || kind == Shape::Ideograph) {
            close(open, at);
            open = Some((kind, at));
        }
    }
    close(open, line.len());
    tokens
}

#[cfg(test)]
mod tests {
    use super::{coarse, first, in_figures, in_identifier, iso, last};

    #[test]
    fn headers_of_all_interfaces_are_read() {
        for line in [
            "9 March 2021",
            "9 mars 2021",
            "9. März 2021",
            "9 maart 2021",
            "martes, 9 de marzo de 2021",
            "March 9, 2021 Tuesday",
            "Mar 9, 2021",
            "mardi 9 mars 2021 - 18:05 UTC +01:00 412 mots, p. 7",
            "2021 年 3 月 9 日 17:04",
            "2021年3月9日",
            "2021-03-09",
            "9 марта 2021",
            "9. marts 2021",
            "le 9th of March 2021",
        ] {
            assert_eq!(iso(line).as_deref(), Some("2021-03-09"), "{line}");
        }
        assert_eq!(iso("1er mars 2021").as_deref(), Some("2021-03-01"));
        for line in ["412 mots", "32 mars 2021", "mars 2021", "5 mars 21", ""] {
            assert_eq!(first(line), None, "{line}");
        }
    }

    #[test]
    fn of_several_dates_the_wanted_one_is_taken() {
        let line = "Cahier du 3 mars 2020, lundi 9 mars 2021 300 mots";
        let found = last(line).unwrap();
        assert_eq!(
            (found.day.to_string().as_str(), line.get(..found.start).unwrap()),
            ("2021-03-09", "Cahier du 3 mars 2020, lundi ")
        );
        assert_eq!(first(line).unwrap().day.to_string(), "2020-03-03");
    }

    #[test]
    fn days_in_figures_are_read() {
        let found = |line: &'static str| in_figures(line).map(|day| (day.day.to_string(), line.get(day.start..day.end).unwrap()));
        assert_eq!(found("\"Die Wacht\" vom 09.03.2021 Seite: 2"), Some(("2021-03-09".to_owned(), "09.03.2021")));
        assert_eq!(found("De Wacht 5-1-2017"), Some(("2017-01-05".to_owned(), "5-1-2017")));
        for line in ["", "1.2", "31.02.2021", "9.3.21", "9/3/2021", "v1.2.20210", "Nr. 3-2.2021", "1.2.", "123456.2.2021"] {
            assert_eq!(in_figures(line), None, "{line}");
        }
        // Read in a time that grows with the line, not with its square.
        assert_eq!(in_figures(&"1".repeat(1 << 20)), None);
    }

    #[test]
    fn months_and_years_are_read() {
        let found = |line| coarse(line);
        assert_eq!(found("January 2009").as_deref(), Some("2009-01"));
        assert_eq!((found("Summer, 2008").as_deref(), found("Report Q1 2009").as_deref()), (Some("2008"), Some("2009")));
        assert_eq!((found("The Star"), found("No. 12")), (None, None));
    }

    #[test]
    fn identifiers_hold_days() {
        assert_eq!(in_identifier("GAZVAL0020210309eh390003o").as_deref(), Some("2021-03-09"));
        assert_eq!(in_identifier("news·20070109·GA·998259").as_deref(), Some("2007-01-09"));
        assert_eq!(in_identifier("news·99999999"), None);
    }
}
