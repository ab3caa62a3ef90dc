//! Dates in digits alone: `2020-03-08`, `28.06.1914`, `11/09/2001`.

use crate::analysis::dates::grammar::Switch;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::value::{Base, CalendarFields, Clock, Resolution, YearSide};
use crate::analysis::dates::word::Feast;

/// A year, month and day in this order, with a time of day when one is joined by `T`.
#[must_use]
pub fn iso(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (year, digits) = line.number(at)?;
    let separator = ['-', '/', '.'].into_iter().find(|mark| line.mark(at + 1, *mark))?;
    let tight = (1..=4).all(|step| line.glued(at + step));
    let (month, day) = (line.small(at + 2, 1, 12)?, line.small(at + 4, 1, 31)?);
    let year = i16::try_from(year).ok().filter(|_| digits == 4 && tight && line.mark(at + 3, separator))?;
    let clock = if line.text(at + 5) == "T" && line.mark(at + 7, ':') {
        let time = line.small(at + 6, 0, 24).zip(line.small(at + 8, 0, 59));
        // The end of a day is its hour 24, and nothing lies behind it.
        time.filter(|(hour, minute)| *hour < 24 || *minute == 0).map(|(hour, minute)| Clock::At(hour, minute))
    } else {
        None
    };
    let after = if clock.is_some() { at + 9 } else { at + 5 };
    let fields = CalendarFields { year: Some(year), month: Some(month), day: Some(day), ..CalendarFields::default() };
    Some(TimexHit { first: at, after, reading: Resolution::new(Base::Date(fields)).at(clock) })
}

/// A day, month and year, the month first in English unless it cannot be one.
#[must_use]
pub fn digits(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (one, two) = (line.small(at, 1, 31)?, line.small(at + 2, 1, 31)?);
    let separator = ['/', '.', '-'].into_iter().find(|mark| line.mark(at + 1, *mark) && line.mark(at + 3, *mark))?;
    let (year, digits) = line.number(at + 4)?;
    let tight = (1..=4).all(|step| line.glued(at + step)) && !(line.glued(at) && at > 0 && line.mark(at - 1, separator));
    let longer = line.mark(at + 5, separator) && line.glued(at + 5) && line.glued(at + 6) && line.number(at + 6).is_some();
    let year = i16::try_from(year).ok().filter(|_| tight && !longer)?;
    let short = digits == 2;
    let year = match digits {
        4 => Some(year),
        2 if separator == '/' => Some(short_year(year)),
        _ => None,
    }?;
    let month_first = line.has(Switch::MonthFirst) && separator == '/';
    let (day, month) = if (month_first && one <= 12) || two > 12 { (two, one) } else { (one, two) };
    let fields = CalendarFields { year: Some(year), month: Some(month), day: Some(day), short, ..CalendarFields::default() };
    (month <= 12).then(|| TimexHit { first: line.with_article(at), after: at + 5, reading: Resolution::new(Base::Date(fields)) })
}

/// A day of history known by its day and month in figures: "9/11".
#[must_use]
pub fn known_day(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (one, two) = (line.small(at, 1, 31)?, line.small(at + 2, 1, 31)?);
    let tight = line.mark(at + 1, '/') && line.glued(at + 1) && line.glued(at + 2) && !line.mark(at + 3, '/');
    let alone = !line.mark(at.wrapping_sub(1), '/') && line.number(at + 3).is_none();
    let (day, month) = if line.has(Switch::MonthFirst) { (two, one) } else { (one, two) };
    let known = line.lexicon.language.grammar.once.iter().find(|known| (known.0, known.1) == (day, month))?;
    let base = Base::Feast(Feast::Once(known.2, known.1, known.0), Some(known.2), YearSide::Open);
    (tight && alone).then_some(TimexHit { first: at, after: at + 3, reading: Resolution::new(base) })
}

/// The year two digits stand for in the press of the last decades.
#[must_use]
pub fn short_year(digits: i16) -> i16 {
    if digits < 40 { 2000 + digits } else { 1900 + digits }
}
