//! Weeks that are told by a day or a month: "the week of March 6", `la première semaine de mai`.

use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::date;
use crate::analysis::dates::patterns::weekday::of_month;
use crate::analysis::dates::patterns::weekend::whole;
use crate::analysis::dates::value::{Base, CalendarFields, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};
use crate::model::date::PartialDate;

/// "the week of March 6", `la semaine du 6 mars`.
#[must_use]
pub fn week_of(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let of = matches!(line.word(at + 1), WordSense::Of | WordSense::OfThe) && line.word(at) == WordSense::Unit(TimeUnit::Week);
    let inner = date(line, at + 2).filter(|_| of)?;
    let Base::Date(fields) = inner.reading.base else { return None };
    fields.day?;
    Some(TimexHit { first: line.with_article(at), after: inner.after, reading: Resolution::new(Base::WeekOf(fields)) })
}

/// "the first week of May", `la dernière semaine d'avril 2012`: the week that has most of its days there.
#[must_use]
pub fn week_in_month(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let week =
        line.word(at + 1) == WordSense::Unit(TimeUnit::Week) && matches!(line.word(at + 2), WordSense::Of | WordSense::OfThe);
    let next = if line.mark(at + 3, '\'') { at + 4 } else { at + 3 };
    let inner = date(line, next).filter(|_| week)?;
    let Base::Date(fields @ CalendarFields { month: Some(month), day: None, weekday: None, .. }) = inner.reading.base else {
        return None;
    };
    // Four of its seven days lie in the month, as ISO 8601 has it for the weeks of a year.
    let middle = match line.word(at) {
        WordSense::Ordinal(nth @ 1..=5) => 4 + 7 * (nth - 1),
        WordSense::Last => days_of(month).checked_sub(3)?,
        _ => return None,
    };
    let reading = Resolution::new(Base::WeekOf(CalendarFields { day: Some(middle.min(days_of(month))), ..fields }));
    Some(TimexHit { first: line.with_article(at), after: inner.after, reading })
}

/// The days of a month in a common year; 0 for what is none.
fn days_of(month: u8) -> u8 {
    PartialDate::month(2001, month).map_or(0, |month| month.interval().last.day().unsigned_abs())
}

/// `le premier dimanche de juin`, "the last Monday in May", `le premier week-end d'avril`, `le premier dimanche du mois`.
#[must_use]
pub fn in_month(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let nth = match line.word(at) {
        WordSense::Ordinal(nth @ 1..=5) => nth,
        WordSense::Last => 0,
        _ => return None,
    };
    let (name, behind) = match line.word(at + 1) {
        WordSense::Weekday(day) => (day, at + 2),
        WordSense::Unit(unit) => match whole(line, at + 1, unit) {
            (TimeUnit::Weekend, behind) => (0, behind),
            _ => return None,
        },
        _ => return None,
    };
    let first = line.with_article(at);
    if let Some(after) = of_month(line, behind).filter(|_| name > 0) {
        return Some(TimexHit { first, after, reading: Resolution::new(Base::EveryWeekday(name)) });
    }
    let of = matches!(line.word(behind), WordSense::Of | WordSense::OfThe | WordSense::In);
    let next = if line.mark(behind + 1, '\'') { behind + 2 } else { behind + 1 };
    let inner = date(line, next).filter(|_| of)?;
    let Base::Date(fields @ CalendarFields { month: Some(_), day: None, weekday: None, .. }) = inner.reading.base else {
        return None;
    };
    Some(TimexHit { first, after: inner.after, reading: Resolution::new(Base::NthOf(name, nth, fields)) })
}
