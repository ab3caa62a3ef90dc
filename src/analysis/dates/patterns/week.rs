//! Weeks that are told by a day or a month: "the week of March 6", `la première semaine de mai`.

use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::date;
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
