//! Days as numbers, counted from 1 January 1970: how dates are packed and compared in bulk.
//!
//! The arithmetic is Howard Hinnant's, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that the leap
//! day is the last of a year.

use jiff::civil::Date;

/// Days from 1 March of the year 0 to 1 January 1970.
const EPOCH: i32 = 719_468;
/// Days of four hundred years, after which the calendar repeats.
const ERA: i32 = 146_097;

/// The number of the day `date`.
#[must_use]
pub fn number(date: Date) -> i32 {
    let (year, month, day) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH
}

/// The day with the number `number`; `None` outside the years the calendar knows.
#[must_use]
pub fn date(number: i32) -> Option<Date> {
    let from_march = number.checked_add(EPOCH)?;
    let (era, day) = (from_march.div_euclid(ERA), from_march.rem_euclid(ERA));
    let of_era = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * of_era + of_era / 4 - of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = (shifted + 2) % 12 + 1;
    let year = of_era + era * 400 + i32::from(month <= 2);
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date as day};
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{date, number};

    #[test]
    fn the_epoch_is_day_zero() {
        assert_eq!(number(day(1970, 1, 1)), 0);
        assert_eq!(number(day(2000, 3, 1)) - number(day(2000, 2, 28)), 2);
        assert_eq!((date(i32::MAX), date(i32::MIN)), (None, None));
        assert_eq!([Date::MIN, Date::MAX].map(|end| date(number(end))), [Some(Date::MIN), Some(Date::MAX)]);
    }

    proptest! {
        #[test]
        fn numbers_and_dates_round_trip(days in -4_000_000i32..2_900_000) {
            prop_assert_eq!(date(days).map(number), date(days).map(|_| days));
            if let (Some(a), Some(b)) = (date(days), date(days + 1)) {
                prop_assert_eq!(a.tomorrow().unwrap(), b);
            }
        }
    }
}
