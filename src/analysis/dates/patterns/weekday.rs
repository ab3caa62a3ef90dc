//! Weekdays: those that come back (`les mercredis`, `du lundi au vendredi`, "Tuesday nights") and `lundi en huit`.

use crate::analysis::dates::grammar::Switch;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::placing::way_before;
use crate::analysis::dates::value::{Base, CalendarFields, Clock, Resolution, YearSide};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// `en huit`, `en quinze` behind a weekday: how many weeks after the next.
#[must_use]
pub fn in_eight(line: &Paragraph<'_>, at: usize) -> Option<(u8, usize)> {
    let weeks = match line.word(at + 1) {
        WordSense::Count(8) => 1,
        WordSense::Count(15) => 2,
        _ => return None,
    };
    (line.word(at) == WordSense::In && !line.has(Switch::PlacedBefore)).then_some((weeks, at + 2))
}

/// `du lundi au vendredi`: weekdays that come back.
#[must_use]
pub fn habit(line: &Paragraph<'_>, at: usize, after: usize, fields: CalendarFields) -> Option<TimexHit> {
    let WordSense::Weekday(day) = line.word(at) else { return None };
    let named = |place: usize| matches!(line.word(place), WordSense::Weekday(_));
    let bare = after == at + 1 && fields.year.is_none() && fields.way == YearSide::Open;
    let runs = line.word(at + 1) == WordSense::To && named(at + 2);
    let ends = line.word_before(at) == WordSense::To && at >= 2 && named(at - 2);
    if line.has(Switch::PlacedBefore) {
        let reading = Resolution::new(Base::Date(CalendarFields { way: YearSide::Each, ..fields }));
        return (bare && (runs || ends)).then_some(TimexHit { first: at, after, reading });
    }
    let whole = if runs { line.word_before(at) == WordSense::OfThe } else { at >= 3 && line.word(at - 3) == WordSense::OfThe };
    (bare && (runs || ends) && whole).then(|| TimexHit { first: at, after, reading: Resolution::new(Base::EveryWeekday(day)) })
}

/// `Montagabend`, `am vergangenen Montagabend`.
#[must_use]
pub fn with_part(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::WeekdayAt(day, part) = line.word(at) else { return None };
    let mut fields = CalendarFields { weekday: Some(day), ..CalendarFields::default() };
    let first = way_before(line, at, &mut fields)?;
    Some(TimexHit { first, after: at + 1, reading: Resolution::new(Base::Date(fields)).at(Some(Clock::Part(part))) })
}

/// `le mercredi`: one that comes back, unless the tense or something behind it tells which one.
#[must_use]
pub fn each(line: &Paragraph<'_>, first: usize, after: usize, fields: CalendarFields, clock: Option<Clock>) -> Option<TimexHit> {
    let bare = fields.weekday.is_some() && fields.day.is_none() && fields.month.is_none() && fields.way == YearSide::Open;
    let article = first.checked_sub(1).filter(|place| bare && line.word(*place) == WordSense::The)?;
    let hour = line.number(after + 1).is_some();
    let which = matches!(line.word(after), WordSense::Of | WordSense::OfThe) && !hour;
    let part = clock.is_none_or(|clock| matches!(clock, Clock::Part(_)));
    let reading = Resolution::new(Base::Date(CalendarFields { way: YearSide::Each, ..fields })).at(clock);
    (line.has(Switch::HabitByArticle) && !which && part).then_some(TimexHit { first: article, after, reading })
}

/// `du mois`, "of each month" behind a weekday; the token behind it.
#[must_use]
pub fn of_month(line: &Paragraph<'_>, at: usize) -> Option<usize> {
    let of = matches!(line.word(at), WordSense::Of | WordSense::OfThe | WordSense::In);
    let next = if matches!(line.word(at + 1), WordSense::Every | WordSense::The) { at + 2 } else { at + 1 };
    let told = next > at + 1 || line.word(at) == WordSense::OfThe;
    (of && told && line.word(next) == WordSense::Unit(TimeUnit::Month) && !line.many(next)).then_some(next + 1)
}

/// "Tuesday nights".
#[must_use]
pub fn nights(line: &Paragraph<'_>, at: usize, after: usize) -> Option<TimexHit> {
    let (WordSense::Weekday(day), WordSense::DayPart(part)) = (line.word(at), line.word(after)) else { return None };
    let reading = Resolution::new(Base::EveryWeekday(day)).at(Some(Clock::Part(part)));
    (after == at + 1 && line.many(after)).then_some(TimexHit { first: at, after: after + 1, reading })
}

/// A weekday in the plural: `les mercredis et samedis`, "on Mondays".
#[must_use]
pub fn weekdays(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Weekdays(day) = line.word(at) else { return None };
    let mut first = at;
    // `les deuxième et quatrième lundis`.
    while first > 1 && matches!(line.word(first - 1), WordSense::Ordinal(_)) {
        first -= if matches!(line.word(first - 2), WordSense::And)
            && matches!(line.word(first.wrapping_sub(3)), WordSense::Ordinal(_))
        {
            2
        } else {
            1
        };
    }
    let first = if line.has(Switch::ArticleInDate) { line.with_article(first) } else { first };
    let dated = line.number(at + 1).is_some();
    (!dated).then(|| TimexHit { first, after: at + 1, reading: Resolution::new(Base::EveryWeekday(day)) })
}
