//! Gaps of the timeline: the stretches of which nothing is told, in words.

use crate::model::date::{PartialDate, Precision};
use crate::model::day;
use crate::query::timeline::Scale;
use crate::tr;

/// The least months and days that are a gap; fewer can be read off the labels.
const LEAST_MONTHS: i32 = 2;
/// See [`LEAST_MONTHS`].
const LEAST_DAYS: i32 = 7;

/// The gap between two dates that follow each other at `scale`: `7 years`, `3 months`, `9 days`; `None` when there is none.
#[must_use]
pub fn gap(before: PartialDate, next: PartialDate, scale: Scale) -> Option<String> {
    let (last, first) = (before.interval().last, next.interval().first);
    let years = i32::from(first.year()) - i32::from(last.year()) - 1;
    let months = (years + 1) * 12 + i32::from(first.month()) - i32::from(last.month()) - 1;
    let days = day::number(first) - day::number(last) - 1;
    let between_months = [before, next].iter().all(|date| date.precision() == Precision::Month);
    let in_years = |count: i32| tr!("{n} year" | "{n} years", n = count);
    let in_months = || if months < 12 { tr!("{n} month" | "{n} months", n = months) } else { in_years(months / 12) };
    match scale {
        Scale::Year => (years > 0).then(|| in_years(years)),
        Scale::Month => (months >= LEAST_MONTHS).then(in_months),
        Scale::Day if months >= LEAST_MONTHS || (months == 1 && between_months) => Some(in_months()),
        Scale::Day => (days >= LEAST_DAYS).then(|| tr!("{n} day" | "{n} days", n = days)),
    }
}

#[cfg(test)]
mod tests {
    use super::gap;
    use crate::model::date::PartialDate;
    use crate::query::timeline::Scale;

    #[test]
    fn gaps_are_told_in_the_unit_that_fits() {
        let told = |before: &str, next: &str, scale| {
            gap(PartialDate::parse(before).unwrap(), PartialDate::parse(next).unwrap(), scale).unwrap_or_default()
        };
        assert_eq!(told("2003", "2011", Scale::Year), "7 years");
        assert_eq!(told("2003", "2005", Scale::Year), "1 year");
        assert_eq!(told("2003", "2004", Scale::Year), "");
        assert_eq!(told("2019-09", "2020", Scale::Month), "3 months");
        assert_eq!(told("2019-09", "2019-11", Scale::Month), "");
        assert_eq!(told("2003", "2011-03", Scale::Month), "7 years");
        assert_eq!(told("2020", "2020-03", Scale::Month), "");
        assert_eq!(told("2020-03-01", "2020-03-11", Scale::Day), "9 days");
        assert_eq!(told("2020-01", "2020-03", Scale::Day), "1 month");
        assert_eq!(told("2020-03-01", "2020-03-08", Scale::Day), "");
    }
}
