//! Relative times that English alone tells so: units behind an article, business years, adjectives such as "current".
//!
//! Called by the patterns of relative times; it decides nothing about other languages.

use crate::analysis::dates::line::{Hit, Line};
use crate::analysis::dates::value::{Anchor, Base, Portion, Reading, Way};
use crate::analysis::dates::word::{Unit, Vague, Word};

/// A unit behind an article, with what places it: `the quarter`, `the fiscal year`, `the year-ago period`.
#[must_use]
pub fn unit(line: &Line<'_>, at: usize, unit: Unit, after: usize) -> Option<Hit> {
    let plain = |first: usize, after: usize, base: Base| Some(Hit { first, after, reading: Reading::new(base) });
    let whole = |place: usize| ["fiscal", "full", "whole", "entire"].iter().any(|word| line.reads(place, word));
    let of_year = unit == Unit::Year && at > 1 && whole(at - 1);
    let thing = if of_year { at - 1 } else { at };
    let article = line.word_before(thing) == Word::The && !line.text(at).ends_with('s') && !line.mark(after, '-');
    if unit == Unit::Year && article && (line.reads(after, "ended") || line.reads(after, "ending")) {
        return plain(thing - 1, after, Base::Duration(Some(1), unit));
    }
    if unit == Unit::Year && line.mark(at + 1, '-') && matches!(line.word(at + 2), Word::Ago | Word::Earlier) {
        if let Word::Ordinal(nth @ 1..=4) = line.word(at + 3)
            && line.word(at + 4) == Word::Unit(Unit::Quarter)
        {
            let reading = Reading::new(Base::Portion(Portion::Quarter(nth), None, Way::Year(-1)));
            return Some(Hit { first: line.with_article(at), after: at + 5, reading });
        }
        let thing = matches!(line.word(at + 3), Word::Unit(_)) || line.reads(at + 3, "period");
        let likened = ["comparable", "corresponding"].iter().any(|word| line.reads(at.wrapping_sub(1), word));
        let first = match thing {
            true if likened => line.with_article(at - 1),
            true => line.with_article(at),
            false => at,
        };
        return plain(first, if thing { at + 4 } else { at + 3 }, Base::Count(Unit::Year, -1, Anchor::Publication));
    }
    match unit {
        Unit::Quarter if article => plain(at - 1, after, Base::Shift(unit, 0, Anchor::Narrative)),
        Unit::Week | Unit::Weekend | Unit::Year if article => plain(thing - 1, after, Base::Shift(unit, 0, Anchor::Publication)),
        _ => None,
    }
}

/// English vague words: adjectives take their unit with them, and a "recent" without one is no time.
#[must_use]
pub fn vague(line: &Line<'_>, at: usize, vague: Vague) -> Option<Hit> {
    let hit = |first: usize, after: usize, base: Base| Some(Hit { first, after, reading: Reading::new(base) });
    let fiscal = if line.reads(at + 1, "fiscal") { at + 2 } else { at + 1 };
    let unit = match line.word(fiscal) {
        Word::Unit(unit) if unit >= Unit::Day => Some(unit),
        _ => None,
    };
    match (line.text(at).to_ascii_lowercase().as_str(), unit) {
        ("recent", None) => None,
        ("current", Some(unit)) if !line.text(fiscal).ends_with('s') => {
            hit(line.with_article(at), fiscal + 1, Base::Shift(unit, 0, Anchor::Publication))
        }
        ("future", _) => {
            let first = line.with_article(at);
            let near = line.reads(at.wrapping_sub(1), "near") && line.word_before(at - 1) == Word::The;
            let first = if near { at - 2 } else { first };
            let told = unit.is_some() || near || (first < at && line.word(at + 1) != Word::Of);
            if told { hit(first, if unit.is_some() { at + 2 } else { at + 1 }, Base::Vague(vague)) } else { None }
        }
        (_, unit) => hit(at, if unit.is_some() { fiscal + 1 } else { at + 1 }, Base::Vague(vague)),
    }
}

/// Whether the unit at `at` is written as a name: `This Week` in a sentence is a programme.
#[must_use]
pub fn named(line: &Line<'_>, at: usize) -> bool {
    let capital = line.get(at).is_some_and(|token| token.capital);
    capital && matches!(line.word(at), Word::Unit(_)) && line.text(at).bytes().any(|byte| byte.is_ascii_lowercase())
}

/// `these days`, `the latest period`: the word at `at` and the noun at `noun`.
#[must_use]
pub fn this(line: &Line<'_>, at: usize, noun: usize) -> Option<Hit> {
    let first = line.with_article(at);
    let (first, base) = if line.reads(at, "these") && line.word(noun) == Word::Unit(Unit::Day) {
        (at, Base::Vague(Vague::Present))
    } else if line.reads(at, "latest") && line.reads(noun, "period") && first < at {
        (first, Base::Shift(Unit::Quarter, 0, Anchor::Narrative))
    } else {
        return None;
    };
    Some(Hit { first, after: noun + 1, reading: Reading::new(base) })
}
