//! Ranges and lists of days, months and years whose month or year stands at one end: `du 3 au 17 mars 1998`, "May 4-6, 2019",
//! `mars-avril 2020`, `1914-18`.

use crate::analysis::dates::grammar::Switch;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::{day_number, fields, link, month};
use crate::analysis::dates::patterns::placing::{way_behind, year_behind};
use crate::analysis::dates::patterns::year::{plural, season_end};
use crate::analysis::dates::value::{Base, CalendarFields, Resolution, YearSide};
use crate::analysis::dates::word::WordSense;

/// The most days of one month in a list; a longer list of numbers is none of days.
const MOST_DAYS: usize = 31;

/// The first day of a range whose month stands behind the second: `3` in `du 3 au 17 mars 1998`.
#[must_use]
pub fn range_day(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (day, next) = day_number(line, at).filter(|_| !line.joined(at))?;
    let mut second = link(line, list_end(line, next))?;
    if line.word(second) == WordSense::The {
        second += 1;
    }
    let (fields, _) = fields(line, second).filter(|(fields, _)| fields.day.is_some() && fields.month.is_some())?;
    let fields = CalendarFields { day: Some(day), weekday: None, ..fields };
    let first = if line.word_before(at) == WordSense::The { line.with_article(at) } else { at };
    Some(TimexHit { first, after: next, reading: Resolution::new(Base::Date(fields)) })
}

/// Where a list of days goes over into its last link: before the `et` of `3, 4 et 5 mai`.
fn list_end(line: &Paragraph<'_>, at: usize) -> usize {
    let mut end = at;
    for _ in 0..MOST_DAYS {
        if !line.mark(end, ',') || line.small(end + 1, 1, 31).is_none() || line.joined(end + 1) {
            break;
        }
        end += 2;
    }
    end
}

/// The second day of a range whose month stands before the first: `6, 2019` in `May 4-6, 2019`.
#[must_use]
pub fn range_end(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let day = line.small(at, 1, 31)?;
    let first = at.checked_sub(2).filter(|first| {
        let linked = line.mark(first + 1, '-') || line.word(first + 1) == WordSense::And;
        linked
            && line.small(*first, 1, 31).is_some()
            && !matches!(line.word(at + 1), WordSense::Unit(_) | WordSense::Counted)
            && !plural(line, at + 1)
    })?;
    let name = first.checked_sub(if line.mark(first.saturating_sub(1), '.') { 2 } else { 1 })?;
    let (month, _, _) = month(line, name).filter(|(_, _, next)| *next == first && line.has(Switch::MonthFirst))?;
    let (year, after) = year_behind(line, at + 1, false);
    let fields = CalendarFields { year, month: Some(month), day: Some(day), ..CalendarFields::default() };
    Some(TimexHit { first: at, after, reading: Resolution::new(Base::Date(fields)) })
}

/// The first month of a range whose year stands behind the second: `mars` in `mars-avril 2020`.
#[must_use]
pub fn range_month(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (first, _, next) = month(line, at)?;
    let second = link(line, next)?;
    let (fields, after) = fields(line, second).filter(|(fields, _)| fields.day.is_none() && fields.month.is_some())?;
    let (way, _) = way_behind(line, after);
    let fields = CalendarFields { month: Some(first), year: fields.year, way, ..CalendarFields::default() };
    let hit = TimexHit { first: at, after: next, reading: Resolution::new(Base::Date(fields)) };
    (fields.year.is_some() || fields.way != YearSide::Open || !matches!(line.word(at), WordSense::MonthCut(_))).then_some(hit)
}

/// The second year of a range in two digits: `18` in `1914-18`.
#[must_use]
pub fn year_end(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (value, digits) = line.number(at)?;
    if let Some(year) = season_end(line, at) {
        let reading = Resolution::new(Base::Date(CalendarFields { year: Some(year), ..CalendarFields::default() }));
        return Some(TimexHit { first: at, after: at + 1, reading });
    }
    let first = at.checked_sub(2).filter(|_| digits == 2 && line.mark(at - 1, '-') && line.glued(at) && line.glued(at - 1))?;
    let year = line.year(first)?;
    let last = i16::try_from(value).ok()? + year / 100 * 100;
    // `2019-05` is a month; `2008-09` the winter of two years.
    let told = last > year && last - year <= 40 && (value > 12 || last == year + 1) && !line.mark(at + 1, '-');
    let reading = Resolution::new(Base::Date(CalendarFields { year: Some(last), ..CalendarFields::default() }));
    told.then_some(TimexHit { first: at, after: at + 1, reading })
}
