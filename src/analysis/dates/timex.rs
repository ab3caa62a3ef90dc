//! The last step: a resolved time, or a length that needs no calendar, as a TIMEX3 type and value.
//!
//! Called by the resolver; nothing is counted here.

use compact_str::{CompactString, format_compact};

use crate::analysis::dates::calendar::CalendarTime;
use crate::analysis::dates::reading::FoundTimex;
use crate::analysis::dates::value::{Base, Clock, part_code, period, period_and_half, period_in_decimals, season_code};
use crate::analysis::dates::word::{TimeUnit, Vague};
use crate::model::date::{Precision, Timex, TimexKind};

/// Puts the time of day to a resolved day.
#[must_use]
pub fn finish(found: &FoundTimex, outcome: Result<CalendarTime, CompactString>, rule: &'static str) -> Timex {
    let (value, interval, precision) = match outcome {
        Ok(known) => (known.value, Some(known.days), known.precision),
        Err(open) => (open, None, Precision::Day),
    };
    let (value, kind) = match found.reading.clock {
        Some(Clock::At(hour, minute)) if precision == Precision::Day => {
            (format_compact!("{value}T{hour:02}:{minute:02}"), TimexKind::Time)
        }
        Some(Clock::Part(part)) if precision == Precision::Day => {
            (format_compact!("{value}T{}", part_code(part)), TimexKind::Time)
        }
        _ => (value, TimexKind::Date),
    };
    Timex { span: found.span, kind, value, interval, precision, rule }
}

/// Lengths, sets and vague times, which need no calendar.
#[must_use]
pub fn timeless(found: &FoundTimex) -> Timex {
    let (kind, value, rule) = match found.reading.base {
        Base::Vague(Vague::Past) => (TimexKind::Date, CompactString::const_new("PAST_REF"), "some time past"),
        Base::Vague(Vague::Present) => (TimexKind::Date, CompactString::const_new("PRESENT_REF"), "about now"),
        Base::Vague(Vague::Future) => (TimexKind::Date, CompactString::const_new("FUTURE_REF"), "some time to come"),
        Base::Duration(amount, unit) => (TimexKind::Duration, period(amount, unit), "a length of time"),
        Base::HoursMinutes(hours, minutes) => (TimexKind::Duration, format_compact!("PT{hours}H{minutes}M"), "a length of time"),
        Base::HalfMore(count, unit) => (TimexKind::Duration, period_and_half(count, unit), "a length of time and a half"),
        Base::HalfOf(unit) => (TimexKind::Duration, half_of(unit), "half of a unit"),
        Base::Decimal(whole, part, digits, unit) => {
            (TimexKind::Duration, period_in_decimals(whole, part, digits, unit), "a length of time")
        }
        Base::EachClock => {
            let clock = match found.reading.clock {
                Some(Clock::At(hour, minute)) => format_compact!("XXXX-XX-XXT{hour:02}:{minute:02}"),
                _ => CompactString::const_new("XXXX-XX-XX"),
            };
            (TimexKind::Time, clock, "an hour of what comes back")
        }
        Base::BeforeEra(nth, true) => {
            (TimexKind::Date, format_compact!("BC{:02}", nth.saturating_sub(1)), "a century before our era")
        }
        Base::BeforeEra(year, false) => (TimexKind::Date, format_compact!("BC{year:04}"), "a year before our era"),
        Base::Every(count, unit) => (TimexKind::Set, period(Some(count), unit), "comes back"),
        Base::EveryWeekday(day) => {
            let part = match found.reading.clock {
                Some(Clock::Part(part)) => format_compact!("T{}", part_code(part)),
                _ => CompactString::default(),
            };
            (TimexKind::Set, format_compact!("XXXX-WXX-{day}{part}"), "comes back each week")
        }
        Base::EveryPart(part) => (TimexKind::Set, format_compact!("XXXX-XX-XXT{}", part_code(part)), "comes back each day"),
        Base::EveryMonth(month, 0) => (TimexKind::Set, format_compact!("XXXX-{month:02}"), "comes back each year"),
        Base::EveryMonth(month, day) => (TimexKind::Set, format_compact!("XXXX-{month:02}-{day:02}"), "comes back each year"),
        Base::EverySeason(season) => (TimexKind::Set, format_compact!("XXXX-{}", season_code(season)), "comes back each year"),
        _ => (TimexKind::Date, CompactString::default(), ""),
    };
    Timex { span: found.span, kind, value, interval: None, precision: Precision::Day, rule }
}

fn half_of(unit: TimeUnit) -> CompactString {
    CompactString::const_new(match unit {
        TimeUnit::Hour => "PT30M",
        TimeUnit::Day => "PT12H",
        TimeUnit::Year => "P6M",
        TimeUnit::Decade => "P5Y",
        TimeUnit::Century => "P50Y",
        _ => "PX",
    })
}
