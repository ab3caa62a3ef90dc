//! Amounts of time: durations, what is so long ago or so long after, and times that come back.

use crate::analysis::dates::line::{Hit, Line};
use crate::analysis::dates::patterns::age::is_age;
use crate::analysis::dates::patterns::placed::{placed, placed_vaguely, widened};
use crate::analysis::dates::value::{Amount, Base, Reading};
use crate::analysis::dates::word::{Unit, Word};

/// The most numerals behind the first that make up one number; no number in words has more.
const MOST_NUMERALS: usize = 12;

/// An amount of a unit, placed before or after something when the words around say so.
#[must_use]
pub fn length(line: &Line<'_>, at: usize) -> Option<Hit> {
    let (base, amount, unit, after) = amount(line, at)?;
    let (amount, unit) = halved(base, amount, unit);
    if let Some(hit) = placed(line, at, amount, unit, after) {
        return Some(hit);
    }
    let single = line.word(at) == Word::A
        && !matches!(line.word(at + 1), Word::Several | Word::Count(_) | Word::Round(_) | Word::Length(..));
    let halves = matches!(base, Base::HalfMore(..));
    if (single && !halves && !article_counts(line, at, unit) && !is_rate(line, at))
        || is_age(line, at, unit, after)
        || is_one_day(line, at, unit, after)
    {
        return None;
    }
    if single && is_rate(line, at) {
        return Some(Hit { first: at, after, reading: Reading::new(Base::Every(1, unit)) });
    }
    let joined = line.mark(after.saturating_sub(2), '-') && line.english();
    let mut first = if joined { at } else { widened(line, at, false) };
    let placed = (at..after).any(|place| matches!(line.word(place), Word::Last | Word::Next | Word::Previous | Word::Following));
    if placed && !line.english() {
        first = line.with(first, |word| matches!(word, Word::The | Word::This));
    }
    // `the curfew will last 48 hours`.
    let verb = line.reads(first, "last") && first < at && lasts(line, first);
    first += usize::from(verb);
    Some(Hit { first, after, reading: Reading::new(base) })
}

/// Half of a long unit in whole ones, which can be counted from a day.
fn halved(base: Base, amount: Amount, unit: Unit) -> (Amount, Unit) {
    match base {
        Base::HalfOf(Unit::Century) => (Some(50), Unit::Year),
        Base::HalfOf(Unit::Decade) => (Some(5), Unit::Year),
        Base::HalfOf(Unit::Year) => (Some(6), Unit::Month),
        _ => (amount, unit),
    }
}

/// Whether "last" at `at` is the verb.
#[must_use]
pub fn lasts(line: &Line<'_>, at: usize) -> bool {
    const BEFORE: &[&str] = &["will", "would", "to", "can", "could", "may", "might", "should", "must", "not", "ll"];
    at > 0 && BEFORE.iter().any(|word| line.reads(at - 1, word))
}

/// Whether "one day" is some day of the time behind it: "one day last week".
fn is_one_day(line: &Line<'_>, at: usize, unit: Unit, after: usize) -> bool {
    line.english()
        && unit == Unit::Day
        && line.word(at) == Word::Count(1)
        && matches!(line.word(after), Word::Last | Word::Next | Word::This)
}

/// Whether an amount of something stands before the article: `$500 million a year`, `four flights a week`.
fn is_rate(line: &Line<'_>, at: usize) -> bool {
    let Some(place) = at.checked_sub(1).filter(|_| line.english()) else { return false };
    let counted = |place: usize| line.number(place).is_some() || matches!(line.word(place), Word::Count(_) | Word::Unit(_));
    let noun = line.word(place) == Word::Other && line.text(place).ends_with('s') && place > 0 && counted(place - 1);
    noun || counted(place) || line.word(place) == Word::Counted
}

/// `un an`, `a week`: whether the article counts here.
fn article_counts(line: &Line<'_>, at: usize, unit: Unit) -> bool {
    let prepared =
        matches!(line.word_before(at), Word::In | Word::Since | Word::About | Word::Of | Word::Before | Word::After | Word::More);
    let long = matches!(unit, Unit::Hour | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century);
    (line.english() && long) || prepared && unit != Unit::Day || (line.word_before(at) == Word::In)
}

/// The amount at `at`: what it says, its count, its unit, the token behind.
fn amount(line: &Line<'_>, at: usize) -> Option<(Base, Amount, Unit, usize)> {
    let (count, mut next) = count(line, at)?;
    let mut half = false;
    if line.number(next).is_some() && line.mark(next + 1, '/') && line.number(next + 2).is_some() {
        (half, next) = (true, next + 3);
    }
    while matches!(line.word(next), Word::Last | Word::Next | Word::Previous | Word::Following | Word::More | Word::Of)
        || (line.mark(next, '-') && line.glued(next) && line.glued(next + 1))
        || line.mark(next, '\'')
    {
        next += 1;
    }
    // `50 next year` is no amount of years.
    let placed = matches!(line.word(next.wrapping_sub(1)), Word::Last | Word::Next | Word::Previous | Word::Following);
    if line.english() && placed && count != Some(1) && !line.text(next).ends_with('s') {
        return None;
    }
    // `two and a half years`.
    let behind = next + if line.word(next + 1) == Word::A { 2 } else { 1 };
    if line.word(next) == Word::And && line.word(behind) == Word::Half && matches!(line.word(behind + 1), Word::Unit(_)) {
        (half, next) = (true, behind + 1);
    }
    let halved = line.word(next) == Word::Half;
    if halved {
        next += if line.mark(next + 1, '-') { 2 } else { 1 };
        // `half a century`.
        next += usize::from(line.english() && line.word(next) == Word::A);
    }
    let (unit, times) = match line.word(next) {
        Word::Unit(unit) => (unit, 1),
        Word::Length(times, unit) if line.word(next + 1) != Word::Of => (unit, u16::from(times)),
        _ => return None,
    };
    if unit == Unit::Weekend && line.mark(next + 1, '-') {
        next += 2;
    }
    let compound = line.mark(next + 1, '-') && matches!(line.word(next + 2), Word::Ago | Word::Earlier);
    let part = line.english() && unit == Unit::Quarter && line.word(next + 1) == Word::Of && count == Some(3);
    let behind = next + if line.word(next + 2) == Word::A { 3 } else { 2 };
    let and_half = line.word(next + 1) == Word::And && line.word(behind) == Word::Half;
    let or_so = line.english() && line.word(next + 1) == Word::And && line.reads(next + 2, "so");
    let after = match () {
        () if part || compound => return None,
        () if and_half => behind + 1,
        () if or_so => next + 3,
        () => next + 1,
    };
    let base = match count {
        Some(n) if half || and_half => Base::HalfMore(n, unit),
        Some(1) if halved => Base::HalfOf(unit),
        count => Base::Duration(count.map(|n| n.saturating_mul(times)), unit),
    };
    Some((base, count, unit, after))
}

/// A count in figures or words, and the token behind it.
#[must_use]
pub fn count(line: &Line<'_>, at: usize) -> Option<(Amount, usize)> {
    if let Some((value, digits)) = line.number(at) {
        let whole = digits <= 3 && !line.joined(at) && !(line.glued(at) && at > 0 && line.mark(at - 1, '.'));
        return Some((Some(u16::try_from(value).ok().filter(|_| whole)?), at + 1));
    }
    match line.word(at) {
        Word::Several => Some((None, at + 1)),
        // `une quinzaine de jours` counts both ends of two weeks.
        Word::Length(weeks, Unit::Week) if line.word(at + 1) == Word::Of => Some((Some(u16::from(weeks) * 7 + 1), at + 1)),
        Word::A if line.word(at + 1) == Word::Half => Some((Some(1), at + 1)),
        Word::A if matches!(line.word(at + 1), Word::Round(_) | Word::Length(_, Unit::Week)) => count(line, at + 1),
        Word::Round(count) => Some((Some(count), at + 1)),
        Word::A if line.word(at + 1) == Word::Several => Some((None, at + 2)),
        Word::A => Some((Some(1), at + 1)),
        Word::Half => {
            let behind = at + if line.word(at + 1) == Word::A || line.mark(at + 1, '-') { 2 } else { 1 };
            Some((Some(1), at)).filter(|_| matches!(line.word(behind), Word::Unit(_)))
        }
        Word::Count(first) => {
            let (mut total, mut next) = (first, at + 1);
            for _ in 0..MOST_NUMERALS {
                let joined = if line.mark(next, '-') { next + 1 } else { next };
                match line.word(joined) {
                    Word::Count(more) if more < total || more == 100 || (total, more) == (4, 20) => {
                        let times = (more == 100 && total < 100) || (total, more) == (4, 20);
                        total = if times { total * more } else { total.saturating_add(more) };
                        next = joined + 1;
                    }
                    _ => break,
                }
            }
            Some((Some(total), next))
        }
        _ => None,
    }
}

/// The first number of a range of amounts: `8` in `8 à 24 mois`.
#[must_use]
pub fn range_head(line: &Line<'_>, at: usize) -> Option<Hit> {
    let (first, next) = count(line, at)?;
    let linked = matches!(line.word(next), Word::To | Word::And) || line.mark(next, '-') && line.number(next + 1).is_some();
    let (_, second, unit, after) = amount(line, next + 1).filter(|_| linked)?;
    if is_age(line, at, unit, after) {
        return None;
    }
    second.filter(|_| line.number(next + 1).is_some())?;
    Some(Hit { first: at, after: next, reading: Reading::new(Base::Duration(first, unit)) })
}

/// A unit that is a length by itself: `quinquennat`, `years`, `decades`.
#[must_use]
pub fn bare(line: &Line<'_>, at: usize) -> Option<Hit> {
    if let Word::Unit(unit) = line.word(at)
        && line.mark(at + 1, '-')
        && line.reads(at + 2, "long")
    {
        let amount = (!line.text(at).ends_with('s')).then_some(1);
        return Some(Hit { first: at, after: at + 3, reading: Reading::new(Base::Duration(amount, unit)) });
    }
    let many = line.english() && line.text(at).ends_with('s') && matches!(line.word(at), Word::Unit(_));
    if let Some(hit) = placed_vaguely(line, at, at + 1).filter(|_| many) {
        return Some(hit);
    }
    let reading = match line.word(at) {
        Word::Length(times, unit) if times != 2 || line.word_before(at) == Word::The => {
            Reading::new(Base::Duration(Some(u16::from(times)), unit))
        }
        Word::Unit(unit @ (Unit::Minute | Unit::Hour))
            if many && line.before(at).is_some_and(|place| line.reads(place, "within") || line.reads(place, "for")) =>
        {
            Reading::new(Base::Duration(None, unit))
        }
        Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century))
            if many
                && (matches!(line.word_before(at), Word::In | Word::More | Word::Of | Word::After)
                    || line.before(at).is_some_and(|place| line.reads(place, "for") || line.reads(place, "within"))) =>
        {
            Reading::new(Base::Duration(None, unit))
        }
        _ => return None,
    };
    Some(Hit { first: at, after: at + 1, reading })
}

/// A time that comes back: `chaque lundi`, `tous les jours`, `par an`, `every two weeks`, `daily`.
#[must_use]
pub fn every(line: &Line<'_>, at: usize) -> Option<Hit> {
    if let Word::Recurring(times, unit) = line.word(at) {
        return Some(Hit { first: at, after: at + 1, reading: Reading::new(Base::Every(u16::from(times), unit)) });
    }
    let mut next = at + 1;
    if line.word(next) == Word::The {
        next += 1;
    } else if line.reads(at, "tous") || line.reads(at, "toutes") {
        return None;
    }
    let (count, next) = match line.word(next) {
        Word::Count(count) => (count, next + 1),
        _ => match line.number(next) {
            Some((value, 1 | 2)) => (u16::try_from(value).ok()?, next + 1),
            _ => (1, next),
        },
    };
    let per = line.word(at) == Word::Per;
    let reading = match line.word(next) {
        Word::Unit(unit) => Reading::new(Base::Every(count, unit)),
        Word::Weekday(day) | Word::Weekdays(day) if !per => Reading::new(Base::EveryWeekday(day)),
        Word::DayPart(part) if !per => Reading::new(Base::EveryPart(part)),
        Word::Month(month) | Word::LikelyMonth(month) if !per => Reading::new(Base::EveryMonth(month)),
        Word::Season(season, _) if !per => Reading::new(Base::EverySeason(season)),
        _ => return None,
    };
    let first = if per && !line.english() { next } else { at };
    Some(Hit { first, after: next + 1, reading })
}
