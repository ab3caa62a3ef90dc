//! Nearness: how far a time lies from the reference, and how much more when the tense speaks against it.
//!
//! Called by the resolver where a year, month or week is left out.

use jiff::civil::Date;

use crate::analysis::dates::tense::Tense;
use crate::model::date::Interval;

/// Days between two runs of days; 0 when they share one.
#[must_use]
pub fn gap(one: Interval, other: Interval) -> i32 {
    let days = |from: Date, to: Date| from.until(to).map_or(i32::MAX, |span| span.get_days());
    if one.overlaps(other) {
        0
    } else if one.last < other.first {
        days(one.last, other.first)
    } else {
        days(other.last, one.first)
    }
}

/// How far a time lies off, the side that the tense speaks against counted four times or more, the future twice without a word
/// for it.
#[must_use]
pub fn cost(days: Interval, reference: Interval, tense: Tense) -> i32 {
    let weight = match (tense, days.first > reference.last) {
        (Tense::Past, true) => 5,
        (Tense::Future, false) => 4,
        (Tense::Unknown | Tense::Present, true) => 2,
        _ => 1,
    };
    gap(days, reference).saturating_mul(weight)
}
