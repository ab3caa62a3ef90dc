//! Dates in the names of files and folders: `2013-08-15/ext_39.txt`, `20200516-x.txt`, `2020/05/16/x.html`.

use std::borrow::Cow;
use std::path::Path;

use crate::model::date::{PartialDate, Precision};

/// Years a folder or file name may mean.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2100;

/// The finest date the path names, with the words it stands in; among equals the one nearest the file.
#[must_use]
pub fn date(path: &Path) -> Option<(PartialDate, String)> {
    let names: Vec<Cow<str>> = path.iter().map(|name| name.to_string_lossy()).collect();
    let mut best: Option<(PartialDate, String)> = None;
    for (at, name) in names.iter().enumerate() {
        let nested = nested(names.get(at..).unwrap_or_default());
        for found in in_name(name).into_iter().chain(nested) {
            if best.as_ref().is_none_or(|(date, _)| found.0.precision() <= date.precision()) {
                best = Some(found);
            }
        }
    }
    // A year alone in a name is an edition, a title or a number as often as a date.
    best.filter(|(date, _)| date.precision() <= Precision::Month)
}

/// `2020/05/16/…`, `2020/05/…`.
fn nested(names: &[Cow<str>]) -> Option<(PartialDate, String)> {
    let number = |at: usize, digits: usize| names.get(at).filter(|name| name.len() == digits).and_then(|name| digits_of(name));
    let year = i16::try_from(number(0, 4)?).ok().filter(|year| YEARS.contains(year))?;
    let month = u8::try_from(number(1, 2)?).ok()?;
    let day = number(2, 2).or_else(|| names.get(2).and_then(|name| leading_day(name))).and_then(|day| u8::try_from(day).ok());
    match day.and_then(|day| PartialDate::day(year, month, day)) {
        Some(date) => Some((date, names.get(..3)?.join("/"))),
        None => Some((PartialDate::month(year, month)?, names.get(..2)?.join("/"))),
    }
}

/// `16-title.html` inside `2020/05`.
fn leading_day(name: &str) -> Option<u32> {
    let (day, rest) = name.split_at_checked(2)?;
    digits_of(day).filter(|_| rest.starts_with(['-', '_', '.']))
}

fn digits_of(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A date inside one name, set off from letters and digits on both sides: hashes hold dates by chance.
fn in_name(name: &str) -> Option<(PartialDate, String)> {
    let bytes = name.as_bytes();
    let mut best: Option<(PartialDate, String)> = None;
    for start in 0..bytes.len() {
        let set_off = start == 0 || bytes.get(start - 1).is_some_and(|byte| !byte.is_ascii_alphanumeric());
        if !set_off || !bytes.get(start).is_some_and(u8::is_ascii_digit) {
            continue;
        }
        // Longest first: a day before its month.
        for length in [10, 8, 7] {
            let Some(words) = name.get(start..start + length) else { continue };
            let ends = bytes.get(start + length).is_none_or(|byte| !byte.is_ascii_alphanumeric() || matches!(byte, b'T'));
            let Some(date) = read(words).filter(|_| ends) else { continue };
            if best.as_ref().is_none_or(|(known, _)| date.precision() < known.precision()) {
                best = Some((date, words.to_owned()));
            }
            break;
        }
    }
    best
}

/// `2020-05-16`, `2020_05_16`, `2020.05.16`, `20200516`, `2020-05`.
fn read(words: &str) -> Option<PartialDate> {
    let mark = |at: usize| words.as_bytes().get(at).is_some_and(|byte| matches!(byte, b'-' | b'_' | b'.'));
    if words.len() == 8 && !words.bytes().all(|byte| byte.is_ascii_digit()) || words.len() != 8 && !mark(4) {
        return None;
    }
    let plain = if words.len() == 8 {
        let (year, rest) = words.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        format!("{year}-{month}-{day}")
    } else {
        words.replace(['_', '.'], "-")
    };
    PartialDate::parse(&plain).filter(|date| YEARS.contains(&date.parts().0) && date.precision() <= Precision::Month)
}

#[cfg(test)]
mod tests {
    use super::date;
    use std::path::Path;

    #[test]
    fn names_that_hold_a_date() {
        let of = |path: &str| date(Path::new(path)).map(|(date, words)| (date.to_string(), words));
        let found = |date: &str, words: &str| Some((date.to_owned(), words.to_owned()));
        assert_eq!(of("a/2013-08-15/ext_39.txt"), found("2013-08-15", "2013-08-15"));
        assert_eq!(of("2020-05-16_title.txt"), found("2020-05-16", "2020-05-16"));
        assert_eq!(of("20200516-x.txt"), found("2020-05-16", "20200516"));
        assert_eq!(of("a/2020/05/16/x.html"), found("2020-05-16", "2020/05/16"));
        assert_eq!(of("a/2020/05/x.html"), found("2020-05", "2020/05"));
        assert_eq!(of("lemonde_2020_05_16.json"), found("2020-05-16", "2020_05_16"));
    }

    #[test]
    fn names_that_hold_none() {
        for name in [
            "000_94fb8d0e30f7aafd.txt",
            "a20200516.txt",
            "99999999.txt",
            "20201399.txt",
            "ext_39.txt",
            "2020/x.txt",
            "été_2020.txt",
        ] {
            assert_eq!(date(Path::new(name)), None, "{name}");
        }
    }
}
