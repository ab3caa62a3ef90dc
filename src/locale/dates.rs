//! Days and months as the language in force writes them in a sentence: `20 October 2011`, `20 octobre 2011`. Columns and queries
//! keep ISO 8601. Not how dates are found in texts.

use crate::locale::translated;
use crate::{tr, tr_later};

const MONTHS: [&str; 12] = [
    tr_later!("January"),
    tr_later!("February"),
    tr_later!("March"),
    tr_later!("April"),
    tr_later!("May"),
    tr_later!("June"),
    tr_later!("July"),
    tr_later!("August"),
    tr_later!("September"),
    tr_later!("October"),
    tr_later!("November"),
    tr_later!("December"),
];

/// The name of a month, from 1; empty where there is none.
#[must_use]
pub fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().map_or("", translated)
}

/// A calendar date as far as it is known.
#[must_use]
pub fn calendar(year: impl std::fmt::Display, month: Option<u8>, day: Option<u8>) -> String {
    match (month.map(self::month), day) {
        (None, _) => year.to_string(),
        (Some(month), None) => tr!("{month} {year}", month, year),
        // French counts the first day of a month and no other, so that a language may write it apart.
        (Some(month), Some(1)) => tr!("first of a month" => "1 {month} {year}", month, year),
        (Some(month), Some(day)) => tr!("{day} {month} {year}", day, month, year),
    }
}
