//! Times counted from another: `hier`, `le lendemain`, `le mois dernier`, `this week`, `ces derniers jours`, and vague ones.

use crate::analysis::dates::line::{Hit, Line};
use crate::analysis::dates::patterns::calendar::date;
use crate::analysis::dates::patterns::clock::{behind_day, figures};
use crate::analysis::dates::patterns::english;
use crate::analysis::dates::patterns::length::{lasts, length};
use crate::analysis::dates::value::{Anchor, Base, Clock, Reading};
use crate::analysis::dates::word::{DayPart, Unit, Vague, Word};

/// The most words such as "last" that are read one behind the other; nobody writes more.
const MOST_SHIFTS: usize = 4;

/// `hier`, `aujourd'hui`, `demain matin`, `le lendemain`, `la veille`, `tonight`.
#[must_use]
pub fn day(line: &Line<'_>, at: usize) -> Option<Hit> {
    let (base, clock, mut after) = match line.word(at) {
        Word::Day(0) if line.mark(at + 1, '\'') && !line.english() => {
            (Base::Shift(Unit::Day, 0, Anchor::Publication), None, at + 3)
        }
        Word::Day(shift) => (Base::Shift(Unit::Day, i32::from(shift), Anchor::Publication), None, at + 1),
        Word::NextDay(shift) => (Base::Shift(Unit::Day, i32::from(shift), Anchor::Narrative), None, at + 1),
        Word::DayAt(part, shift) => {
            (Base::Shift(Unit::Day, i32::from(shift), Anchor::Publication), Some(Clock::Part(part)), at + 1)
        }
        _ => return None,
    };
    // Without an article `veille` is a verb.
    if matches!(line.word(at), Word::NextDay(_)) && line.with_article(at) == at {
        return None;
    }
    let clock = clock.or_else(|| {
        let (clock, behind) = behind_day(line, after);
        let hour = figures(line, after + 1).filter(|_| clock.is_none() && line.text(after) == "à");
        let (clock, behind) = hour.map_or((clock, behind), |(hour, behind)| (Some(hour), behind));
        after = behind;
        clock
    });
    let first = match line.word(at) {
        Word::NextDay(_) => line.with_article(at),
        _ if line.english() => line.with(at, |word| matches!(word, Word::Earlier | Word::Later | Word::Edge(_))),
        _ => at,
    };
    Some(Hit { first, after, reading: Reading::new(base).at(clock) })
}

/// `avant-hier`, `après-demain`, `the day before yesterday`, `the day after tomorrow`.
#[must_use]
pub fn day_before(line: &Line<'_>, at: usize) -> Option<Hit> {
    let next = if line.mark(at + 1, '-') { at + 2 } else { at + 1 };
    let by = match (line.word(at), line.word(next)) {
        (Word::Before, Word::Day(-1)) => -2,
        (Word::After, Word::Day(1)) => 2,
        _ => return None,
    };
    let day = line.before(at).filter(|place| line.english() && line.word(*place) == Word::Unit(Unit::Day));
    if day.is_none() && (line.english() || !line.mark(at + 1, '-')) {
        return None;
    }
    let first = day.map_or(at, |place| line.with_article(place));
    let (clock, after) = behind_day(line, next + 1);
    Some(Hit { first, after, reading: Reading::new(Base::Shift(Unit::Day, by, Anchor::Publication)).at(clock) })
}

/// The place and the shift a word before or behind a unit gives it.
fn shift(word: Word) -> Option<(i32, Anchor)> {
    Some(match word {
        Word::Last => (-1, Anchor::Publication),
        Word::Next => (1, Anchor::Publication),
        Word::Previous => (-1, Anchor::Narrative),
        Word::Following => (1, Anchor::Narrative),
        Word::This => (0, Anchor::Publication),
        Word::That => (0, Anchor::Narrative),
        _ => return None,
    })
}

/// `le même jour`, "the same year": the unit told before.
#[must_use]
pub fn same(line: &Line<'_>, at: usize) -> Option<Hit> {
    let Word::Unit(unit) = line.word(at + 1) else { return None };
    let first = line.with_article(at);
    let told = first < at && unit >= Unit::Day && !(line.text(at + 1).ends_with('s') && unit != Unit::Month);
    told.then(|| Hit { first, after: at + 2, reading: Reading::new(Base::Shift(unit, 0, Anchor::Narrative)) })
}

/// A unit with what follows it: `mois dernier`, `semaine prochaine`, `année 2003`, `week-end`.
#[must_use]
pub fn unit(line: &Line<'_>, at: usize) -> Option<Hit> {
    let Word::Unit(unit) = line.word(at) else { return None };
    let (unit, after) = whole(line, at, unit);
    if unit < Unit::Day {
        return None;
    }
    if line.english() {
        return english::unit(line, at, unit, after);
    }
    if unit == Unit::Month && line.word(after) == Word::Of {
        return month_of(line, at, after + 1);
    }
    let behind = line.word(after);
    let many = line.text(at).ends_with('s') && unit != Unit::Month;
    if let Some((by, anchor)) =
        shift(behind).filter(|_| matches!(behind, Word::Last | Word::Next | Word::Previous | Word::Following))
    {
        let first = line.with(at, |word| matches!(word, Word::The));
        return Some(Hit {
            first,
            after: after + 1,
            reading: if many { some(by, unit) } else { Reading::new(Base::Shift(unit, by, anchor)) },
        });
    }
    if unit == Unit::Weekend && !many {
        return Some(Hit {
            first: line.with_article(at),
            after,
            reading: Reading::new(Base::Shift(unit, 0, Anchor::Publication)),
        });
    }
    None
}

/// `mois de mars 2020`.
fn month_of(line: &Line<'_>, at: usize, next: usize) -> Option<Hit> {
    let inner = date(line, next)?;
    Some(Hit { first: line.with_article(at), after: inner.after, reading: inner.reading })
}

/// The unit at `at` with the rest of its word: `week-end`, `week end`.
fn whole(line: &Line<'_>, at: usize, unit: Unit) -> (Unit, usize) {
    let end = if line.mark(at + 1, '-') { at + 2 } else { at + 1 };
    if line.reads(at, "week") && (line.reads(end, "end") || line.reads(end, "ends")) && (end == at + 2 || !line.english()) {
        return (Unit::Weekend, end + 1);
    }
    (unit, at + 1)
}

/// Some units before or after now: "recent weeks".
fn some(by: i32, unit: Unit) -> Reading {
    match by {
        ..0 => Reading::new(Base::Vague(Vague::Past)),
        0 => Reading::new(Base::Duration(None, unit)),
        _ => Reading::new(Base::Vague(Vague::Future)),
    }
}

/// The shift at `at`, the last one where several words tell one (`ces derniers`), and the token behind.
fn shifts(line: &Line<'_>, at: usize) -> Option<(i32, Anchor, usize)> {
    let (mut by, mut anchor) = shift(line.word(at))?;
    let mut next = at + 1;
    for _ in 0..MOST_SHIFTS {
        match (shift(line.word(next)), line.word(next)) {
            (Some((other, from)), Word::Last | Word::Next | Word::Previous | Word::Following) => {
                (by, anchor, next) = (other, from, next + 1);
            }
            _ => break,
        }
    }
    Some((by, anchor, next))
}

/// "this", "last", "next", "same" before a unit or a part of the day: `cette semaine`, `ce matin`, `last month`, `ces derniers jours`.
#[must_use]
pub fn this(line: &Line<'_>, at: usize) -> Option<Hit> {
    let (by, mut anchor, mut next) = shifts(line, at)?;
    let french_that = |place: usize| line.mark(place, '-') && line.text(place + 1) == "là";
    if line.english()
        && line.word(at) == Word::Next
        && line.word_before(at) == Word::The
        && line.word(next) != Word::Unit(Unit::Year)
    {
        anchor = Anchor::Narrative;
    }
    if line.word(next) == Word::Same {
        (anchor, next) = (Anchor::Narrative, next + 1);
    }
    let mut first = if line.word(at) == Word::This || line.word(at) == Word::That { at } else { line.with_article(at) };
    if line.english() {
        first = line.with(first, |word| matches!(word, Word::Earlier | Word::Later | Word::Edge(_)));
    }
    if line.english() {
        if english::named(line, next) {
            return None;
        }
        if let Some(hit) = english::this(line, at, next) {
            return Some(hit);
        }
        next += usize::from(line.reads(next, "fiscal") && line.word(next + 1) == Word::Unit(Unit::Year));
    }
    match line.word(next) {
        Word::Unit(unit) if unit >= Unit::Day => {
            let (unit, mut after) = whole(line, next, unit);
            let many = line.text(next).ends_with('s')
                && (unit != Unit::Month || line.english() || line.reads(at, "ces") || line.reads(at, "derniers"));
            if french_that(after) {
                (anchor, after) = (Anchor::Narrative, after + 2);
            } else if line.mark(after, '-') && line.reads(after + 1, "ci") {
                after += 2;
            }
            let reading = if many {
                some(if line.word(at) == Word::This && by == 0 { -1 } else { by }, unit)
            } else {
                Reading::new(Base::Shift(unit, by, anchor))
            };
            Some(Hit { first, after, reading })
        }
        Word::DayPart(part) => {
            let (anchor, after) = if french_that(next + 1) { (Anchor::Narrative, next + 3) } else { (anchor, next + 1) };
            let by = if part == DayPart::Night && by < 0 { -1 } else { by };
            Some(Hit { first, after, reading: Reading::new(Base::Shift(Unit::Day, by, anchor)).at(Some(Clock::Part(part))) })
        }
        Word::After if line.mark(next + 1, '-') && line.word(next + 2) == Word::Moment(12) => Some(Hit {
            first,
            after: next + 3,
            reading: Reading::new(Base::Shift(Unit::Day, by, anchor)).at(Some(Clock::Part(DayPart::Afternoon))),
        }),
        _ => None,
    }
}

/// "last", "next" before an amount: `les six derniers mois` is read as an amount, `the next three days` too.
#[must_use]
pub fn leading(line: &Line<'_>, at: usize) -> Option<Hit> {
    let count = match line.word(at) {
        _ if line.english() && lasts(line, at) => return None,
        Word::Last | Word::Next | Word::Previous | Word::Following => length(line, at + 1)?,
        _ => return None,
    };
    let first = line.with_article(at);
    Some(Hit { first: first.min(count.first), ..count })
}

/// The nth day, week or year of something: it lasts so long, but when it was is not told.
#[must_use]
pub fn nth_day(line: &Line<'_>, at: usize) -> Option<Hit> {
    let Word::Unit(unit @ Unit::Day) = line.word(at + 1) else { return None };
    let first = line.with_article(at);
    (first < at && !line.english()).then(|| Hit { first, after: at + 2, reading: Reading::new(Base::Duration(Some(1), unit)) })
}

/// `l'après-guerre`: what came after the last great war, which no calendar bounds.
#[must_use]
pub fn after_war(line: &Line<'_>, at: usize) -> Option<Hit> {
    let first = line.with_article(at);
    let said = first < at && line.mark(at + 1, '-') && line.reads(at + 2, "guerre");
    said.then(|| Hit { first, after: at + 3, reading: Reading::new(Base::Vague(Vague::Past)) })
}

/// `désormais`, `récemment`, `currently`, `the future`.
#[must_use]
pub fn vague(line: &Line<'_>, at: usize) -> Option<Hit> {
    let vague = match line.word(at) {
        Word::Vague(vague) => vague,
        Word::Last if line.reads(at, "past") && line.word_before(at) == Word::The => Vague::Past,
        Word::Last
            if line.reads(at, "passé")
                && line.word_before(at) == Word::The
                && matches!(line.word_before(at - 1), Word::In | Word::Per) =>
        {
            return Some(Hit { first: at - 1, after: at + 1, reading: Reading::new(Base::Vague(Vague::Past)) });
        }
        Word::Previous if !line.english() && !line.reads(at.wrapping_sub(1), "sans") => Vague::Past,
        Word::Next if !line.english() => Vague::Future,
        _ => return None,
    };
    if line.english() && line.word(at) != Word::Last {
        return english::vague(line, at, vague);
    }
    let named = line.reads(at, "past") || (vague == Vague::Future && line.word(at) != Word::Next);
    let first = if named { line.with_article(at) } else { at };
    if line.reads(at, "future") && (first == at || line.word_before(first) != Word::In) {
        return None;
    }
    Some(Hit { first, after: at + 1, reading: Reading::new(Base::Vague(vague)) })
}
