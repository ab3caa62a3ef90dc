//! Units that an article or an adjective alone places: "the quarter", "the fiscal year", "current", "the near future".
//!
//! Called by the patterns of relative times, for languages that have the habit.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::value::{Base, CountedFrom, Portion, Resolution, YearSide};
use crate::analysis::dates::word::{TimeUnit, Vague, WordSense};

/// A unit behind an article, with what places it: `the quarter`, `the fiscal year`, `the year-ago period`.
#[must_use]
pub fn unit(line: &Paragraph<'_>, at: usize, unit: TimeUnit, after: usize) -> Option<TimexHit> {
    let plain = |first: usize, after: usize, base: Base| Some(TimexHit { first, after, reading: Resolution::new(base) });
    let whole = |place: usize| line.cue(place, Cue::Fiscal) || line.cue(place, Cue::Whole);
    let of_year = unit == TimeUnit::Year && at > 1 && whole(at - 1);
    let thing = if of_year { at - 1 } else { at };
    let article = line.word_before(thing) == WordSense::The && !line.many(at) && !line.mark(after, '-');
    if unit == TimeUnit::Year && article && line.cue(after, Cue::Ended) {
        return plain(thing - 1, after, Base::Duration(Some(1), unit));
    }
    if unit == TimeUnit::Year && line.mark(at + 1, '-') && matches!(line.word(at + 2), WordSense::Ago | WordSense::Earlier) {
        if let WordSense::Ordinal(nth @ 1..=4) = line.word(at + 3)
            && line.word(at + 4) == WordSense::Unit(TimeUnit::Quarter)
        {
            let reading = Resolution::new(Base::Portion(Portion::Quarter(nth), None, YearSide::Year(-1)));
            return Some(TimexHit { first: line.with_article(at), after: at + 5, reading });
        }
        let thing = matches!(line.word(at + 3), WordSense::Unit(_)) || line.cue(at + 3, Cue::Period);
        let likened = line.cue(at.wrapping_sub(1), Cue::Likened);
        let first = match thing {
            true if likened => line.with_article(at - 1),
            true => line.with_article(at),
            false => at,
        };
        return plain(first, if thing { at + 4 } else { at + 3 }, Base::Count(TimeUnit::Year, -1, CountedFrom::Publication));
    }
    match unit {
        TimeUnit::Quarter if article => plain(at - 1, after, Base::Shift(unit, 0, CountedFrom::Narrative)),
        TimeUnit::Week | TimeUnit::Weekend | TimeUnit::Year if article => {
            plain(thing - 1, after, Base::Shift(unit, 0, CountedFrom::Publication))
        }
        _ => None,
    }
}

/// Vague words: adjectives take their unit with them, and a "recent" without one is no time.
#[must_use]
pub fn vague(line: &Paragraph<'_>, at: usize, vague: Vague) -> Option<TimexHit> {
    let hit = |first: usize, after: usize, base: Base| Some(TimexHit { first, after, reading: Resolution::new(base) });
    let fiscal = if line.cue(at + 1, Cue::Fiscal) { at + 2 } else { at + 1 };
    let unit = match line.word(fiscal) {
        WordSense::Unit(unit) if unit >= TimeUnit::Day => Some(unit),
        _ => None,
    };
    if line.cue(at, Cue::RecentAdjective) && unit.is_none() {
        return None;
    }
    if let Some(unit) = unit.filter(|_| line.cue(at, Cue::CurrentAdjective) && !line.many(fiscal)) {
        return hit(line.with_article(at), fiscal + 1, Base::Shift(unit, 0, CountedFrom::Publication));
    }
    if line.cue(at, Cue::FutureAdjective) {
        let first = line.with_article(at);
        let near = line.cue(at.wrapping_sub(1), Cue::Near) && line.word_before(at - 1) == WordSense::The;
        let first = if near { at - 2 } else { first };
        let told = unit.is_some() || near || (first < at && line.word(at + 1) != WordSense::Of);
        return if told { hit(first, if unit.is_some() { at + 2 } else { at + 1 }, Base::Vague(vague)) } else { None };
    }
    hit(at, if unit.is_some() { fiscal + 1 } else { at + 1 }, Base::Vague(vague))
}

/// Whether the unit at `at` is written as a name: `This Week` in a sentence is a programme.
#[must_use]
pub fn named(line: &Paragraph<'_>, at: usize) -> bool {
    let capital = line.get(at).is_some_and(|token| token.capital);
    capital && matches!(line.word(at), WordSense::Unit(_)) && line.text(at).bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Whether the word at `at` is a name because it begins with a capital, in a language whose words of time do not: `l'Aube`.
#[must_use]
pub fn names_itself(line: &Paragraph<'_>, at: usize) -> bool {
    let small = !line.has(Switch::CapitalNames) && !line.has(Switch::CapitalNouns);
    let capital = line.get(at).is_some_and(|token| token.capital);
    small && capital && line.text(at).bytes().any(|byte| byte.is_ascii_lowercase())
}

/// `these days`, `the latest period`: the word at `at` and the noun at `noun`.
#[must_use]
pub fn this(line: &Paragraph<'_>, at: usize, noun: usize) -> Option<TimexHit> {
    let first = line.with_article(at);
    let (first, base) = if line.cue(at, Cue::These) && line.word(noun) == WordSense::Unit(TimeUnit::Day) {
        (at, Base::Vague(Vague::Present))
    } else if line.cue(at, Cue::Latest) && line.cue(noun, Cue::Period) && first < at {
        (first, Base::Shift(TimeUnit::Quarter, 0, CountedFrom::Narrative))
    } else {
        return None;
    };
    Some(TimexHit { first, after: noun + 1, reading: Resolution::new(base) })
}
