//! Times longer or vaguer than a date: decades, centuries, quarters, halves, seasons, feasts, and the beginning, middle or end
//! of a time.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::date;
use crate::analysis::dates::patterns::decade::{century, decade, decade_name, decade_word, roman_century};
use crate::analysis::dates::patterns::numeric::short_year;
use crate::analysis::dates::patterns::placing::{relative_year, way_behind};
use crate::analysis::dates::patterns::spoken::year_in_words;
use crate::analysis::dates::patterns::year::year as year_hit;
use crate::analysis::dates::tense::ends;
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Base, CalendarFields, CountedFrom, Portion, Resolution, YearSide};
use crate::analysis::dates::word::{Edge, Season, TimeUnit, WordSense};

/// How far around "half" a word of business is looked for, in tokens.
const BUSINESS_REACH: usize = 12;

/// The most articles, prepositions and marks that stand between "end" and what ends.
const MOST_BETWEEN: usize = 6;

/// A quarter or half of a year: `premier trimestre 2020`, `the third quarter of 1998`, `first half`.
#[must_use]
pub fn portion(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (nth, next) = match line.word(at) {
        WordSense::Ordinal(nth) => (nth, at + 1),
        // `2e trimestre`, "3rd quarter".
        _ => line.nth(at, 4, 4)?,
    };
    let next = if line.mark(next, '-') { next + 1 } else { next };
    let portion = match line.word(next) {
        WordSense::Unit(TimeUnit::Quarter) if nth <= 4 => Portion::Quarter(nth),
        WordSense::Unit(TimeUnit::Half) | WordSense::Half if nth <= 2 => Portion::Half(nth),
        _ => return None,
    };
    let (year, mut after) = year_of(line, next + 1);
    let mut way = YearSide::Open;
    if let Some((by, behind)) = relative_year(line, next + 1, true).filter(|_| year.is_none()) {
        (way, after) = (YearSide::Year(by), behind);
    } else if year.is_none() && !line.has(Switch::PlacedBefore) {
        (way, after) = way_behind(line, next + 1);
    }
    let needs_year = line.word(next) == WordSense::Half && way == YearSide::Open && !is_of_business(line, next);
    let joined = line.mark(next - 1, '-');
    let first = if joined { with_fiscal(line, at) } else { line.with_article(with_fiscal(line, at)) };
    let hit = TimexHit { first, after, reading: Resolution::new(Base::Portion(portion, year, way)) };
    (!needs_year || year.is_some()).then_some(hit)
}

/// Whether a half without a year, at `at`, is one of a business year: its sentence speaks of business.
fn is_of_business(line: &Paragraph<'_>, at: usize) -> bool {
    let near = |place: &usize| !ends(line, *place);
    let behind = (at..at + BUSINESS_REACH).take_while(near);
    let before = (at.saturating_sub(BUSINESS_REACH)..at).rev().take_while(near);
    behind.chain(before).any(|place| line.cue(place, Cue::Business)) && line.word(at + 1) != WordSense::Of
}

/// The last quarter or half of a year that is named: `dernier trimestre 2020`, "the final quarter of 2009"; from the word before
/// the unit or from the unit.
#[must_use]
pub fn last_portion(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let unit = if matches!(line.word(at), WordSense::Unit(_)) { at } else { at + 1 };
    let portion = match line.word(unit) {
        WordSense::Unit(TimeUnit::Quarter) => Portion::Quarter(4),
        WordSense::Unit(TimeUnit::Half) | WordSense::Half => Portion::Half(2),
        _ => return None,
    };
    let word = unit.checked_sub(1).filter(|place| line.cue(*place, Cue::Final))?;
    let (year, after) = year_of(line, unit + 1);
    year.map(|_| TimexHit {
        first: line.with_article(word),
        after,
        reading: Resolution::new(Base::Portion(portion, year, YearSide::Open)),
    })
}

/// A quarter cut short: "Q2 2019", `T2 2019`, from its number.
#[must_use]
pub fn portion_cut(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let place = at.checked_sub(1).filter(|_| line.glued(at))?;
    let nth = line.small(at, 1, 4)?;
    let (year, after) = year_of(line, at + 1);
    let sign = line.get(place).is_some_and(|token| token.capital);
    let told = line.cue(place, Cue::QuarterSignAlone) || (year.is_some() && line.cue(place, Cue::QuarterSign));
    (sign && told).then(|| TimexHit {
        first: place,
        after,
        reading: Resolution::new(Base::Portion(Portion::Quarter(nth), year, YearSide::Open)),
    })
}

/// `first` or the "fiscal" that stands before it.
fn with_fiscal(line: &Paragraph<'_>, first: usize) -> usize {
    let place = if first > 1 && line.mark(first - 1, '-') { first - 2 } else { first.wrapping_sub(1) };
    if line.cue(place, Cue::Fiscal) { place } else { first }
}

/// A quarter behind its year: `the 1988 third quarter`; a stretch of it: `the 1988 period`; a business year: `fiscal 1989`.
#[must_use]
pub fn portion_after_year(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let year = line.year(at).filter(|_| line.has(Switch::YearBefore))?;
    if let Some(TimexHit { after, reading: Resolution { base: Base::Portion(portion, None, _), .. }, .. }) = portion(line, at + 1)
    {
        let reading = Resolution::new(Base::Portion(portion, Some(year), YearSide::Open));
        return Some(TimexHit { first: line.with_article(at), after, reading });
    }
    let first = line.with_article(at);
    let stretch = line.cue(at + 1, Cue::Period) || line.word(at + 1) == WordSense::Unit(TimeUnit::Quarter);
    if stretch && first < at {
        return Some(TimexHit { first, after: at + 2, reading: Resolution::new(Base::Comparable(year)) });
    }
    let fiscal = with_fiscal(line, at);
    year_hit(line, at).filter(|_| fiscal < at).map(|hit| TimexHit { first: fiscal, ..hit })
}

/// `this year's third quarter`, from the word before "year".
#[must_use]
pub fn portion_of_year(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (by, next) = relative_year(line, at, false).filter(|_| line.mark(at + 2, '\'') && line.cue(at + 3, Cue::Genitive))?;
    let Base::Portion(portion, None, _) = portion(line, next + 2)?.reading.base else { return None };
    let after = if line.mark(next + 3, '-') { next + 5 } else { next + 4 };
    Some(TimexHit { first: at, after, reading: Resolution::new(Base::Portion(portion, None, YearSide::Year(by))) })
}

/// `year-end`, `year end`, `year's end`.
#[must_use]
pub fn year_end(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let mut next = at + 1;
    if line.mark(next, '\'') {
        next += 2;
    } else if line.mark(next, '-') {
        next += 1;
    }
    let said = line.word(at) == WordSense::Unit(TimeUnit::Year) && line.cue(next, Cue::EndTail);
    let (year, after) = year_of(line, next + 1);
    let base = match year {
        Some(year) => Base::Date(CalendarFields { year: Some(year), ..CalendarFields::default() }),
        None => Base::Shift(TimeUnit::Year, 0, CountedFrom::Publication),
    };
    said.then(|| TimexHit { first: at, after, reading: Resolution { edge: Some(Edge::End), ..Resolution::new(base) } })
}

/// A season, with the year or the "last" that tells which.
#[must_use]
pub fn season(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Season(season, sure) = line.word(at) else { return None };
    let (year, after) = year_of(line, at + 1);
    let (way, after) = match relative_year(line, at + 1, true) {
        Some((by, behind)) => (YearSide::Year(by), behind),
        None if year.is_some() => (YearSide::Open, after),
        None => way_behind(line, after),
    };
    let place = line.before(at);
    let (way, first) = match place.map(|place| (line.word(place), place)) {
        Some((WordSense::Last, place)) if line.has(Switch::PlacedBefore) => (YearSide::Past, place),
        Some((WordSense::Next, place)) if line.has(Switch::PlacedBefore) => (YearSide::Next, place),
        Some((WordSense::This, place)) => (if season == Season::Winter { YearSide::This } else { YearSide::Year(0) }, place),
        Some((WordSense::The, place)) => (way, place),
        _ => (way, at),
    };
    let bare_in = first == at && line.word_before(at) == WordSense::In;
    let way = if bare_in && year.is_none() && way == YearSide::Open { YearSide::Each } else { way };
    let by_itself = || line.before(at).is_some_and(|place| line.cue(place, Cue::YearIn));
    let behind_preposition = bare_in && (sure || line.has(Switch::PlacedBefore) || by_itself());
    let told = year.is_some()
        || !matches!(way, YearSide::Open | YearSide::Each)
        || (sure && (first < at || line.word_before(at) == WordSense::To))
        || behind_preposition
        || (first < at && !line.has(Switch::PlacedBefore));
    let in_the = first < at && line.word_before(first) == WordSense::In;
    // "In the fall," but not "in the fall of the dam".
    let closed = line.get(after).is_none_or(|next| matches!(next.kind, TokenClass::Mark(mark) if mark != '-' && mark != '\''));
    // "A ruling by summer."
    let bound = first == at && line.before(at).is_some_and(|place| line.cue(place, Cue::Ahead));
    let told = told || (in_the || bound) && closed && line.has(Switch::PlacedBefore);
    let small = bare_in && line.get(at).is_some_and(|token| !token.capital);
    let name = line.has(Switch::PlacedBefore)
        && !sure
        && !small
        && year.is_none()
        && matches!(way, YearSide::Open | YearSide::Each)
        && !in_the;
    (told && !name).then(|| TimexHit {
        first,
        after,
        reading: Resolution::new(Base::Portion(Portion::Season(season), year, way)),
    })
}

/// A year behind a part of a year, with or without "of".
#[must_use]
pub fn year_of(line: &Paragraph<'_>, at: usize) -> (Option<i16>, usize) {
    let mut next = if matches!(line.word(at), WordSense::Of) { at + 1 } else { at };
    // `de l'exercice 2018`, "of fiscal 2019".
    let business = (next..next + 3).find(|place| line.cue(*place, Cue::Fiscal));
    if let Some(place) = business.filter(|place| (next..*place).all(|at| line.word(at) == WordSense::The || line.mark(at, '\'')))
    {
        next = place + 1;
    }
    match line.year(next).map(|year| (year, next + 1)).or_else(|| year_in_words(line, next)) {
        Some((year, after)) => (Some(year), after),
        // "the summer of '69".
        None => match line.number(next + 1).filter(|_| line.mark(next, '\'') && next > at && line.glued(next + 1)) {
            Some((value, 2)) => (i16::try_from(value).ok().map(short_year), next + 2),
            _ => (None, at),
        },
    }
}

/// A beginning, middle or end of a time: `fin juin`, `mi-mars 2020`, `la fin de l'année`, `early 1998`.
#[must_use]
pub fn edge(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Edge(edge) = line.word(at) else { return None };
    let (mut next, mut unit_shift) = (at + 1, 0);
    for _ in 0..MOST_BETWEEN {
        match line.word(next) {
            WordSense::Last if line.has(Switch::PlacedBefore) => unit_shift = -1,
            WordSense::Next if line.has(Switch::PlacedBefore) => unit_shift = 1,
            WordSense::Of | WordSense::OfThe | WordSense::The | WordSense::A | WordSense::This => {}
            _ if line.mark(next, '-') || line.mark(next, '\'') => {}
            _ => break,
        }
        next += 1;
    }
    let first = line.with_article(at);
    // `les fêtes de fin d'année` are no time.
    let kind = first == at && line.word_before(at) == WordSense::Of && matches!(line.word(next), WordSense::Unit(_));
    if kind && line.year(next + 1).is_none() {
        return None;
    }
    let marked = |reading: Resolution| Resolution { edge: Some(edge), ..reading };
    if let Some(inner) = decade_word(line, next) {
        return Some(TimexHit { first, after: inner.after, reading: marked(inner.reading) });
    }
    if let WordSense::Unit(
        unit @ (TimeUnit::Week
        | TimeUnit::Month
        | TimeUnit::Quarter
        | TimeUnit::Half
        | TimeUnit::Year
        | TimeUnit::Decade
        | TimeUnit::Century),
    ) = line.word(next)
    {
        let month = next + 2 + usize::from(line.mark(next + 2, '\''));
        if let Some(inner) = date(line, month).filter(|_| unit == TimeUnit::Month && line.word(next + 1) == WordSense::Of) {
            return Some(TimexHit { first, after: inner.after, reading: marked(inner.reading) });
        }
        let (shift, after) = match line.word(next + 1) {
            WordSense::Last if !line.has(Switch::PlacedBefore) => (-1, next + 2),
            WordSense::Next if !line.has(Switch::PlacedBefore) => (1, next + 2),
            _ => (unit_shift, next + 1),
        };
        if let Some(year) = year_hit(line, next + 1).filter(|_| unit == TimeUnit::Year) {
            return Some(TimexHit { first, after: year.after, reading: marked(year.reading) });
        }
        let reading = marked(Resolution::new(Base::Shift(unit, shift, CountedFrom::Publication)));
        return (next > at + 1).then_some(TimexHit { first, after, reading });
    }
    let season_or_portion = || season(line, next).or_else(|| portion(line, next)).or_else(|| decade(line, next));
    let century = || century(line, next).or_else(|| roman_century(line, next + 1)).or_else(|| decade_name(line, next));
    let inner = date(line, next).or_else(|| year_hit(line, next)).or_else(season_or_portion).or_else(century)?;
    let dayless = !matches!(inner.reading.base, Base::Date(fields) if fields.day.is_some() || fields.weekday.is_some());
    dayless.then(|| TimexHit { first, after: inner.after, reading: marked(inner.reading) })
}
