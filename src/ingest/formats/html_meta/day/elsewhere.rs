//! Days in other places than elements: in scripts, in the address, and anywhere in the source. Asked by `day` alone.

use crate::ingest::rules::date_parser::{field, stamps};
use crate::model::date::PartialDate;

/// The day that a script of the page calls the one of publication: `"cmsPublishingDate":"2022-01-25"`.
pub(super) fn scripted(source: &str) -> Option<String> {
    const NAMES: &[&str] = &["publishdate", "publishingdate", "publicationdate", "published_at", "publishedat", "datepublished"];
    /// A key, and its value behind.
    const NEAR: usize = 24;
    let days = memchr::memchr_iter(b'-', source.as_bytes()).filter_map(|at| {
        let day = source.get(at.checked_sub(4)?..at + 6)?;
        let date = PartialDate::parse(day).filter(|date| date.parts().2.is_some())?;
        let key = source.get(..at - 4)?.trim_end_matches(['"', '\'', ':', '=', ' ', '\\']);
        let key: String = key.chars().rev().take(NEAR).collect::<Vec<_>>().into_iter().rev().collect::<String>().to_lowercase();
        NAMES.iter().any(|name| key.ends_with(name)).then(|| date.to_string())
    });
    days.take(1).next()
}

/// The date `01.11.2023` around the first of its dots.
pub(super) fn dotted(source: &str, at: usize) -> Option<PartialDate> {
    let bytes = source.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to)?;
        digits.iter().all(u8::is_ascii_digit).then(|| digits.iter().fold(0i16, |n, digit| n * 10 + i16::from(digit - b'0')))
    };
    let (day, month) = (number(at.checked_sub(2)?, at)?, number(at + 1, at + 3)?);
    let year = number(at + 4, at + 8).filter(|_| bytes.get(at + 3) == Some(&b'.'))?;
    PartialDate::day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The day in a web address: `/2014/05/18/`, `/2014-05-18-`, `/20140518/`.
pub(super) fn in_address(url: &str) -> Option<PartialDate> {
    let (_, rest) = url.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    let days = stamps(path, true);
    let found =
        days.iter().map(|stamp| stamp.date).find(|date| date.parts().2.is_some() && (1990..=2100).contains(&date.parts().0));
    let whole = || {
        path.split(['/', '-', '_', '.'])
            .find(|part| part.len() == 8 && part.starts_with("20"))
            .and_then(|part| field(part, true))
            .filter(|date| date.parts().2.is_some())
    };
    found.or_else(whole)
}
