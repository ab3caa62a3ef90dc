//! Years alone: where four digits are a year and not an amount, a number of something or a house.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::numeric::short_year;
use crate::analysis::dates::tokens::{Token, TokenClass};
use crate::analysis::dates::value::{Base, CalendarFields, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// A year alone, where it is not an amount or a number of something.
#[must_use]
pub fn year(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if let Some(last) = season_end(line, at + 2) {
        let fields = CalendarFields { year: Some(last - 1), ..CalendarFields::default() };
        return Some(TimexHit { first: at, after: at + 1, reading: Resolution::new(Base::Date(fields)) });
    }
    let year = line.year(at)?;
    let before = line.word_before(at);
    let unit = before == WordSense::Unit(TimeUnit::Year);
    let strong = (matches!(before, WordSense::In | WordSense::Since) && !line.cue(at.wrapping_sub(1), Cue::At)) || unit;
    let modern = (1900..=2050).contains(&year) || early_year(line, at);
    let amount = match line.get(at + 1) {
        Some(next) => {
            matches!(next.word(), WordSense::Counted | WordSense::Unit(_))
                || (!strong
                    && !is_year_of(line, at, year)
                    && next.spaced()
                    && matches!(next.word(), WordSense::Other | WordSense::Person)
                    && !next.capital
                    && plural(line, at + 1)
                    && !line.cue(at + 1, Cue::OfYear))
                || (!strong && next.capital && next.word() == WordSense::Other && line.has(Switch::CapitalNouns))
                || (line.glued(at + 1) && matches!(next.kind, TokenClass::Word(_)))
        }
        None => false,
    };
    let part = is_numbers_end(line, at);
    let longer = line.mark(at + 1, '-')
        && line.glued(at + 1)
        && line.number(at + 2).is_some_and(|(_, digits)| digits > 2)
        && line.year(at + 2).is_none_or(|last| last < year);
    let counted_on = at > 0 && !line.glued(at) && line.number(at - 1).is_some() && !strong;
    let street =
        line.get(at + 1).is_some_and(|token| token.capital) && (at + 2..at + 4).any(|place| line.cue(place, Cue::Street));
    // `du 1987, route des Lilas`.
    let door = if line.mark(at + 1, ',') { at + 2 } else { at + 1 };
    let street = street || (line.word(door) == WordSense::Label && line.cue(door, Cue::Street));
    // What is left of `place du 8-Mai-1945`.
    let street = street
        || at > 3
            && line.mark(at - 1, '-')
            && line.mark(at - 3, '-')
            && line.glued(at - 1)
            && line.number(at - 4).is_some_and(|(_, digits)| digits < 3)
            && line.number(at - 2).is_none();
    let labelled = longer
        || is_title(line, at)
        || !strong && counts(line, at)
        || counted_on
        || street
        || before == WordSense::Label
        || line.mark(at.wrapping_sub(1), '#')
        || line.mark(at.wrapping_sub(1), '°')
        || line.mark(at + 1, '/') && line.glued(at + 1);
    if amount || labelled || part || !(strong || modern) || line.number(at + 1).is_some_and(|_| !line.glued(at + 1)) && !strong {
        return None;
    }
    let first = if unit { line.before(at).map_or(at, |place| line.with_article(place)) } else { at };
    Some(TimexHit {
        first,
        after: at + 1,
        reading: Resolution::new(Base::Date(CalendarFields { year: Some(year), ..CalendarFields::default() })),
    })
}

/// `le roman « 1984 »`: whether the digits at `at` stand alone between marks of quotation.
fn is_title(line: &Paragraph<'_>, at: usize) -> bool {
    let opens = |at: usize| line.mark(at, '«') || line.mark(at, '“') || line.mark(at, '"');
    at > 0 && opens(at - 1) && (line.mark(at + 1, '»') || line.mark(at + 1, '”') || line.mark(at + 1, '"'))
}

/// `dont 2000 à Valmont`, `2000 seulement`, `plus de 1600 ont été blessés`: whether words beside the digits at `at` make a number of them.
fn counts(line: &Paragraph<'_>, at: usize) -> bool {
    /// Words before such a word within which years are spoken of: `deux années, dont 2018`.
    const YEARS: usize = 6;
    let Some(before) = at.checked_sub(1) else { return false };
    let of_years = || (at.saturating_sub(YEARS)..at).any(|place| line.word(place) == WordSense::Unit(TimeUnit::Year));
    let than = line.cue(before, Cue::Than) && before.checked_sub(1).is_some_and(|more| line.cue(more, Cue::MoreOrLess));
    // `plus de`, `près de`.
    let more = line.word(before) == WordSense::Of
        && before.checked_sub(1).is_some_and(|more| matches!(line.word(more), WordSense::More | WordSense::About));
    // `2000 seulement`, `2000 d'entre eux`.
    let of = usize::from(line.word(at + 1) == WordSense::Of);
    let of = if of > 0 && line.mark(at + 2, '\'') { 2 } else { of };
    let behind = line.cue(at + 1, Cue::CountsBehind) || of > 0 && line.word(at + 1 + of) == WordSense::From;
    behind || than || (more || line.cue(before, Cue::Counts)) && !of_years() || is_count_of_range(line, at)
}

/// `entre 1500 et 2000 à Lille`: whether round numbers are the ends of a range that a place follows.
fn is_count_of_range(line: &Paragraph<'_>, at: usize) -> bool {
    let round = |at: usize| line.number(at).is_some_and(|(value, digits)| digits == 4 && value % 100 == 0);
    let range = |first: usize| {
        line.word_before(first) == WordSense::From
            && line.word(first + 1) == WordSense::And
            && round(first)
            && round(first + 2)
            && line.word(first + 3) == WordSense::To
    };
    range(at) || at.checked_sub(2).is_some_and(range)
}

/// Whether the digits at `at` are the year of what is behind them, where amounts have a comma or are round: "the 2009 elections", "a 2014 series".
fn is_year_of(line: &Paragraph<'_>, at: usize, year: i16) -> bool {
    let told = line.has(Switch::PlacedBefore) && matches!(line.word_before(at), WordSense::The | WordSense::A);
    told && (1900..=2050).contains(&year) && year % 100 != 0
}

/// Whether the four digits at `at` end a name or a number that a hyphen joins: `A-2018`, `555-2021`.
fn is_numbers_end(line: &Paragraph<'_>, at: usize) -> bool {
    if at == 0 || !line.glued(at) || !line.mark(at - 1, '-') {
        return false;
    }
    let before = at.wrapping_sub(2);
    match line.number(before) {
        Some((_, digits)) => digits == 3 && line.glued(at - 1),
        None => line.word(before) == WordSense::Other,
    }
}

/// A year in two digits behind a preposition that tells one: `Trois fuites en 97`.
#[must_use]
pub fn short(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    line.number(at).filter(|(value, digits)| *digits == 2 && *value > 31)?;
    let alone = at > 0 && line.cue(at - 1, Cue::YearIn) && !line.joined(at) && !line.glued(at);
    // An amount has what it counts behind it; a year ends its clause, or another one follows.
    let ended = match line.get(at + 1).map(|next| next.kind) {
        None => true,
        Some(TokenClass::Mark(mark)) => {
            matches!(mark, ',' | '.' | ';' | ':' | ')' | '!' | '?' | '»')
                && !(line.glued(at + 2) && line.number(at + 2).is_some())
        }
        Some(TokenClass::Word(word)) => word == WordSense::And && line.number(at + 2).is_none(),
        Some(TokenClass::Number(..)) => false,
    };
    (alone && ended).then(|| dated_short(line, at, at)).flatten()
}

/// A year in two digits behind an apostrophe: "in '82".
#[must_use]
pub fn quoted(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let apart = line.get(at).is_some_and(Token::spaced) && line.glued(at + 1);
    let whole = !line.glued(at + 2) || matches!(line.get(at + 2).map(|next| next.kind), Some(TokenClass::Mark(_)));
    if apart && whole && line.number(at + 1).is_some_and(|(_, digits)| digits == 2) {
        dated_short(line, at, at + 1)
    } else {
        None
    }
}

fn dated_short(line: &Paragraph<'_>, first: usize, at: usize) -> Option<TimexHit> {
    let year = short_year(i16::try_from(line.number(at)?.0).ok()?);
    let fields = CalendarFields { year: Some(year), short: true, ..CalendarFields::default() };
    Some(TimexHit { first, after: at + 1, reading: Resolution::new(Base::Date(fields)) })
}

/// Whether the words around an old year make it one: `dès 1789`, `entre 1815 et 1848`, `(1843-1911)`.
fn early_year(line: &Paragraph<'_>, at: usize) -> bool {
    let of = at > 1 && matches!(line.word(at - 1), WordSense::Of | WordSense::From | WordSense::To);
    // `date de 1789`; `l'édit de 1598`, unless a noun follows.
    let ended = !matches!(line.word(at + 1), WordSense::Title | WordSense::Counted | WordSense::Unit(_));
    let modern = line.year(at).is_some_and(|year| (1500..1900).contains(&year));
    let near = at > 0 && line.cue(at - 1, Cue::BeforeYear)
        || of && (line.cue(at - 2, Cue::Dated) || modern && line.word(at - 1) == WordSense::Of && ended);
    let bound = matches!(line.word_before(at), WordSense::From | WordSense::Before | WordSense::After | WordSense::Edge(_));
    let linked = |first: usize| line.mark(first + 1, '-') || matches!(line.word(first + 1), WordSense::To | WordSense::And);
    let run =
        |first: usize| linked(first) && line.year(first).is_some_and(|from| line.year(first + 2).is_some_and(|to| from <= to));
    near || bound || run(at) || at.checked_sub(2).is_some_and(run)
}

/// Whether the word at `at` looks like a noun in the plural.
#[must_use]
pub fn plural(line: &Paragraph<'_>, at: usize) -> bool {
    let word = line.text(at);
    word.len() > 2 && (word.ends_with('s') || word.ends_with('x')) && !line.cue(at, Cue::NoPlural)
}

/// The second year of `2022/2023` or `2022/23`, at `at`: the one after the first.
#[must_use]
pub fn season_end(line: &Paragraph<'_>, at: usize) -> Option<i16> {
    let first = at.checked_sub(2).filter(|_| line.mark(at - 1, '/') && line.glued(at) && line.glued(at - 1))?;
    let (from, _) = line.number(first).filter(|(from, digits)| *digits == 4 && (1900..2100).contains(from))?;
    let (to, digits) = line.number(at)?;
    let next = from + 1;
    let told = (digits == 4 && to == next) || (digits == 2 && to == next % 100);
    let longer = line.mark(at + 1, '/') && line.glued(at + 1);
    i16::try_from(next).ok().filter(|_| told && !longer)
}
