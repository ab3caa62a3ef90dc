//! Dates of fields as programs and languages write them, put as a day in ISO 8601 where the reader of header lines knows none.
//!
//! The shapes are those of the C library (`ctime`), of `MongoDB`'s extended JSON, of .NET (`/Date(…)/`), of spreadsheets, and of ISO 8601's
//! ordinal days. What has an order that only its archive tells (`4/3/21`) stays as it is written.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::ingest::formats::date;
use crate::ingest::rules::date_parser;
use crate::model::date::Precision;

/// The day of `words`, or the words as they are where they are understood as they are or tell none.
pub(super) fn dated(words: String) -> String {
    let is_read = |words: &str| date_parser::field(words, true).is_some_and(|date| date.precision() == Precision::Day);
    if is_read(&words) {
        return words;
    }
    let figures = western(&words);
    let day =
        date::iso(&figures).or_else(|| day_of_program(&figures)).or_else(|| is_read(&figures).then(|| figures.into_owned()));
    day.unwrap_or(words)
}

/// `text` with the digits of Arabic, Persian and Devanagari as those of ASCII.
fn western(text: &str) -> Cow<'_, str> {
    const ZEROS: [char; 3] = ['٠', '۰', '०'];
    let digit = |c: char| {
        let values = ZEROS.iter().filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero)));
        values.filter(|value| *value < 10).find_map(|value| char::from_digit(value, 10))
    };
    if text.chars().any(|c| digit(c).is_some()) { text.chars().map(|c| digit(c).unwrap_or(c)).collect() } else { text.into() }
}

fn day_of_program(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix("/Date(") {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        return date_parser::field(&digits, true).map(|day| day.to_string());
    }
    serial(text).or_else(|| ordinal(text)).or_else(|| of_clock(text)).or_else(|| short_year(text)).map(|day| day.to_string())
}

/// `44259`: days since the end of 1899, as spreadsheets count them; those of our age have five digits.
fn serial(text: &str) -> Option<Date> {
    const AGE: std::ops::RangeInclusive<i32> = 20_000..=60_000;
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let days: i32 = whole.parse().ok().filter(|days| whole.len() == 5 && AGE.contains(days))?;
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// `2021-063`: the day of the year.
fn ordinal(text: &str) -> Option<Date> {
    let (year, day) = text.split_once('-').filter(|(year, day)| (year.len(), day.len()) == (4, 3))?;
    let first = Date::new(year.parse().ok()?, 1, 1).ok()?;
    let day: i64 = day.parse().ok()?;
    let date = first.checked_add(jiff::Span::new().try_days(day.checked_sub(1)?).ok()?).ok()?;
    (date.year() == first.year()).then_some(date)
}

/// `Thu Mar 04 10:00:00 +0000 2021`: the year stands last.
fn of_clock(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, clock, .., year] = &words[..] else { return None };
    let is_clock = clock.contains(':') && year.len() == 4;
    is_clock.then(|| date::first(&format!("{day} {month} {year}"))).flatten().map(|found| found.day)
}

/// `4-Mar-21`: two digits up to 69 are of this century, as POSIX reads them.
fn short_year(text: &str) -> Option<Date> {
    let mut parts = text.split_whitespace().next()?.split('-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short: u16 = year.parse().ok().filter(|_| year.len() == 2 && parts.next().is_none())?;
    let named = month.chars().any(char::is_alphabetic);
    let century = if short < 69 { 2000 } else { 1900 };
    named.then(|| date::first(&format!("{day} {month} {}", century + short))).flatten().map(|found| found.day)
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[test]
    fn days_of_programs_and_of_many_languages_are_put_in_one_form() {
        for written in [
            "4 марта 2021",
            "04 мар 2021, 10:00",
            "2021年3月4日",
            "4 مارس 2021",
            "٤ مارس ٢٠٢١",
            "4 Mart 2021",
            "4 marca 2021",
            "Thu Mar 04 10:00:00 +0000 2021",
            "Thu Mar  4 10:00:00 2021",
            "/Date(1614852000000)/",
            "4-Mar-21",
            "2021. 3. 4.",
            "2021, 03, 04",
            "2021-063",
            "44259",
        ] {
            assert_eq!(dated(written.to_owned()), "2021-03-04", "{written}");
        }
        for kept in [
            "2021-03-04T10:00:00Z",
            "4 mars 2021",
            "1614852000",
            "4/3/21",
            "3/25/2021",
            "2021",
            "mars 2021",
            "",
            "2021-366",
            "12345678",
        ] {
            assert_eq!(dated(kept.to_owned()), kept);
        }
    }
}
