//! Nearness: how far a time lies from the reference, and how much more when the tense speaks against it.
//!
//! Called by the resolver where a year, month or week is left out.

use jiff::civil::Date;

use crate::analysis::dates::tense::Tense;
use crate::model::date::Interval;

/// Days between two runs of days; 0 when they share one.
#[must_use]
pub fn gap(one: Interval, other: Interval) -> i32 {
    let days = |from: Date, to: Date| day_number(to) - day_number(from);
    if one.overlaps(other) {
        0
    } else if one.last < other.first {
        days(one.last, other.first)
    } else {
        days(other.last, one.first)
    }
}

/// The days from the first of March of the year 0 in the Gregorian calendar; a few multiplications, where a difference of dates
/// is a span of many units to the library of dates.
fn day_number(date: Date) -> i32 {
    // A year that begins in March has its leap day at the end.
    let month = (i32::from(date.month()) + 9) % 12;
    let year = i32::from(date.year()) - month / 10;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leaps + (month * 306 + 5) / 10 + i32::from(date.day()) - 1
}

/// How far a time lies off, the side that the tense speaks against counted four times or more, the future twice without a word
/// for it.
#[must_use]
pub fn cost(days: Interval, reference: Interval, tense: Tense) -> i32 {
    let day = days.first == days.last;
    let weight = match (tense, days.first > reference.last) {
        (Tense::Scheduled, ahead) if day => {
            if ahead {
                1
            } else {
                2
            }
        }
        (Tense::Past, true) => 8,
        (Tense::Future, false) => 4,
        (Tense::Unknown | Tense::Present | Tense::Scheduled, true) => 2,
        _ => 1,
    };
    gap(days, reference).saturating_mul(weight)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::day_number;

    #[test]
    fn days_are_numbered_one_after_the_other() {
        assert_eq!(day_number(date(0, 3, 1)), 0);
        let mut day = date(1, 1, 1);
        while let Ok(next) = day.tomorrow() {
            assert_eq!(day_number(next), day_number(day) + 1, "{next}");
            day = next;
        }
    }
}
