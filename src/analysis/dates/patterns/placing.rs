//! What places a date of the calendar: the year behind it, "last year", `prochain`, and the words before it.
//!
//! Called by the patterns of dates and of parts of years.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::Paragraph;
use crate::analysis::dates::patterns::numeric::short_year;
use crate::analysis::dates::patterns::spoken::year_in_words;
use crate::analysis::dates::patterns::year::plural;
use crate::analysis::dates::value::{CalendarFields, YearSide};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// Whether a number behind a month is no day: an amount, a score, a time.
#[must_use]
pub fn day_is_other(line: &Paragraph<'_>, at: usize, after: usize) -> bool {
    let percent =
        line.mark(after, '%') || line.word(after) == WordSense::Counted || matches!(line.word(after), WordSense::Meridiem(_));
    let time = line.mark(after, ':') && line.glued(after) && line.number(after + 1).is_some();
    let decimal = line.mark(after, '.') && line.glued(after) && line.glued(after + 1) && line.number(after + 1).is_some();
    percent || time || decimal || line.mark(at.wrapping_sub(1), '$')
}

/// A year behind a day or month: four digits, behind a comma too; two digits or `'93` behind a day.
#[must_use]
pub fn year_behind(line: &Paragraph<'_>, at: usize, with_day: bool) -> (Option<i16>, usize) {
    let comma = line.mark(at, ',')
        && (line.has(Switch::MonthFirst) || at.checked_sub(1).is_some_and(|place| line.number(place).is_some()));
    let of = matches!(line.word(at), WordSense::Of);
    let next = if comma || of { at + 1 } else { at };
    if let Some(year) = line.year(next).filter(|_| line.word(next + 1) != WordSense::Counted) {
        return (Some(year), next + 1);
    }
    // `le 1er janvier 2400`, but not `le 3 mars 2400 personnes`.
    if let Some(year) = line.far_year(next).filter(|_| lone(line, next + 1) && !plural(line, next + 1)) {
        return (Some(year), next + 1);
    }
    if let Some((year, after)) = year_in_words(line, next) {
        return (Some(year), after);
    }
    let quoted = line.mark(at, '\'') && line.glued(at + 1);
    let place = if quoted { at + 1 } else { at };
    match line.number(place) {
        Some((value, 2)) if quoted || (value > 31 && is_short_year(line, place, with_day)) => {
            (i16::try_from(value).ok().map(short_year), place + 1)
        }
        _ => (None, at),
    }
}

/// Whether two digits above the days of a month, behind a day or a month, are a year: no amount of anything.
fn is_short_year(line: &Paragraph<'_>, at: usize, with_day: bool) -> bool {
    lone(line, at + 1) && !line.joined(at) && (with_day || !plural(line, at + 1) && line.number(at + 1).is_none())
}

/// `dernier`, `prochain`, `de l'année dernière`, "last year" behind a date.
#[must_use]
pub fn way_behind(line: &Paragraph<'_>, at: usize) -> (YearSide, usize) {
    match line.word(at) {
        _ if of_year_told(line, at) => (YearSide::Told, at),
        _ if line.has(Switch::PlacedBefore) => match relative_year(line, at, true) {
            Some((by, after)) => (YearSide::Year(by), after),
            None => (YearSide::Open, at),
        },
        WordSense::Of | WordSense::The => year_behind_article(line, at).unwrap_or((YearSide::Open, at)),
        WordSense::Last => (YearSide::Past, at + 1),
        WordSense::Next => (YearSide::Next, at + 1),
        WordSense::Following => (YearSide::Following, at + 1),
        WordSense::Previous => (YearSide::Previous, at + 1),
        _ => (YearSide::Open, at),
    }
}

/// Whether the year told before stands behind a date, a time of its own: "of that year", "of the same year", `de cette année-là`, `de la même année`.
fn of_year_told(line: &Paragraph<'_>, at: usize) -> bool {
    let year = |at: usize| line.word(at) == WordSense::Unit(TimeUnit::Year) && !line.many(at);
    let there = |at: usize| line.mark(at, '-') && line.cue(at + 1, Cue::There);
    line.word(at) == WordSense::Of
        && match line.word(at + 1) {
            WordSense::That => year(at + 2),
            WordSense::This => year(at + 2) && there(at + 3),
            WordSense::The => line.word(at + 2) == WordSense::Same && year(at + 3),
            _ => false,
        }
}

/// "last year", "this year" behind a time, with "of" before it where `of` allows that: how many years after that of the reference.
#[must_use]
pub fn relative_year(line: &Paragraph<'_>, at: usize, of: bool) -> Option<(i8, usize)> {
    let place = if of && line.word(at) == WordSense::Of { at + 1 } else { at };
    let by = match line.word(place) {
        WordSense::Last => -1,
        WordSense::This => 0,
        WordSense::Next => 1,
        _ => return None,
    };
    let year = line.word(place + 1) == WordSense::Unit(TimeUnit::Year) && !line.many(place + 1);
    (year && line.has(Switch::PlacedBefore)).then_some((by, place + 2))
}

/// `l'an dernier`, `de l'année prochaine` behind a date.
fn year_behind_article(line: &Paragraph<'_>, at: usize) -> Option<(YearSide, usize)> {
    let article = if line.word(at) == WordSense::Of { at + 1 } else { at };
    let year = line.word(article) == WordSense::The
        && line.mark(article + 1, '\'')
        && line.word(article + 2) == WordSense::Unit(TimeUnit::Year);
    match line.word(article + 3) {
        WordSense::Last if year => Some((YearSide::Year(-1), article + 4)),
        WordSense::Next if year => Some((YearSide::Year(1), article + 4)),
        _ => None,
    }
}

/// "last", "this" or an article before a date; `None` when what stands before denies it.
#[must_use]
pub fn way_before(line: &Paragraph<'_>, at: usize, fields: &mut CalendarFields) -> Option<usize> {
    let Some(place) = line.before(at) else { return Some(at) };
    let open = fields.year.is_none();
    match line.word(place) {
        WordSense::Last if open && line.has(Switch::PlacedBefore) => {
            fields.way = YearSide::Past;
            return Some(line.with(place, |word| word == WordSense::This));
        }
        WordSense::Next if open && line.has(Switch::PlacedBefore) => fields.way = YearSide::Next,
        WordSense::This if open => fields.way = YearSide::This,
        // "Four died following Tuesday's attack": after it.
        WordSense::Following
            if open && fields.weekday.is_some() && line.has(Switch::PlacedBefore) && !line.cue(at + 2, Cue::Genitive) =>
        {
            fields.way = YearSide::Following;
            return Some(line.with_article(place));
        }
        WordSense::Previous if open && fields.weekday.is_some() && line.has(Switch::PlacedBefore) => {
            fields.way = YearSide::Previous;
            return Some(line.with_article(place));
        }
        WordSense::Earlier | WordSense::Later | WordSense::Edge(_)
            if line.has(Switch::PlacedBefore)
                && fields.day.is_none()
                && fields.weekday.is_some()
                && !line.cue(place, Cue::Ahead) => {}
        WordSense::Same if open && place > 0 && line.word(place - 1) == WordSense::This => {
            fields.way = YearSide::This;
            return Some(place - 1);
        }
        WordSense::The
            if line.has(Switch::ArticleInDate) && fields.day.is_some()
                || (fields.way != YearSide::Open && fields.weekday.is_some()) => {}
        WordSense::The if fields.day.is_some() && fields.weekday.is_none() && of_month(line, at) => {}
        // A day that follows the noun without more is told of what the noun says: "signed the bill March 3".
        WordSense::Label if fields.weekday.is_none() && (fields.day.is_none() || !line.has(Switch::MonthFirst)) => return None,
        _ => return Some(at),
    }
    Some(place)
}

/// Whether a day is told as "the 5th of March".
fn of_month(line: &Paragraph<'_>, at: usize) -> bool {
    matches!(line.word(at + 1), WordSense::Of) || matches!(line.word(at + 2), WordSense::Of)
}

/// Whether the number before `at` is neither an amount nor a time.
#[must_use]
pub fn lone(line: &Paragraph<'_>, at: usize) -> bool {
    !matches!(line.word(at), WordSense::Unit(_) | WordSense::Counted | WordSense::To) && !line.mark(at, 'h')
}
