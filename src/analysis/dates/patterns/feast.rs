//! Feasts and days of remembrance: `Noël`, `le lundi de Pâques`, `New Year's Eve`, and days known by their number, `le 14-Juillet`.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::month;
use crate::analysis::dates::patterns::period::year_of;
use crate::analysis::dates::patterns::placing::way_behind;
use crate::analysis::dates::patterns::treaty::is_treaty;
use crate::analysis::dates::tokens::Gap;
use crate::analysis::dates::value::{Base, CalendarFields, Resolution, YearSide};
use crate::analysis::dates::word::{Feast, TimeUnit, WordSense};

/// How far before a day of remembrance the word that makes a street of it can stand.
const LABEL_REACH: usize = 3;

/// A feast of one word.
#[must_use]
pub fn feast(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Feast(feast) = line.word(at) else { return None };
    line.get(at).filter(|token| token.capital && !is_of_person(line, at) && !is_of_name(line, at))?;
    let day = line.has(Switch::PlacedBefore) && line.word(at + 1) == WordSense::Unit(TimeUnit::Day);
    Some(on(line, at, if day { at + 2 } else { at + 1 }, feast))
}

/// Whether the name of a feast is that of a person, where such names are given: `Père Noël`, `Jean-Noël Doe`, `Noël Doe`.
fn is_of_person(line: &Paragraph<'_>, at: usize) -> bool {
    let person = |word: WordSense| matches!(word, WordSense::Other | WordSense::Person | WordSense::Title);
    let name = |at: usize| line.get(at).is_some_and(|token| token.capital && person(token.word()));
    let before = at.checked_sub(if line.mark(at.wrapping_sub(1), '-') { 2 } else { 1 });
    let behind = line.get(at + 1).is_some_and(|next| next.gap == Gap::Space) && name(at + 1);
    !line.has(Switch::PlacedBefore) && (behind || before.is_some_and(name))
}

/// Whether the name of a feast is the first word of another name where the words of a sentence have small letters: "Easter Island".
fn is_of_name(line: &Paragraph<'_>, at: usize) -> bool {
    let capital = |at: usize| line.get(at).is_some_and(|token| token.capital && token.word() == WordSense::Other);
    let beside = line.get(at + 1).is_some_and(|next| next.gap == Gap::Space);
    line.has(Switch::PlacedBefore) && beside && capital(at + 1) && !capital(at + 2) && !capital(at.wrapping_sub(1))
}

/// A feast of several words.
#[must_use]
pub fn named(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let mut feasts = line.lexicon.feasts(line.get(at)?.hash?);
    let (after, feast) = feasts.find_map(|(words, feast)| Some((line.says(at, words)?, feast)))?;
    let capital = (at..after).any(|place| line.get(place).is_some_and(|token| token.capital));
    if is_treaty(line, at, after) {
        return None;
    }
    (capital || !line.has(Switch::CapitalNames)).then(|| on(line, at, after, feast))
}

/// The feast from `at` to before `next`, with its year, article, "last" or "next".
fn on(line: &Paragraph<'_>, at: usize, next: usize, feast: Feast) -> TimexHit {
    let (year, next) = year_of(line, next);
    let (way, after) = way_behind(line, next);
    let way = match line.word_before(at) {
        WordSense::Last => YearSide::Past,
        WordSense::Next => YearSide::Next,
        _ => way,
    };
    let first = if line.has(Switch::PlacedBefore) {
        line.with(at, |word| matches!(word, WordSense::Last | WordSense::Next))
    } else {
        line.with_article(at)
    };
    TimexHit { first, after, reading: Resolution::new(Base::Feast(feast, year, way)) }
}

/// `le 14-Juillet`, `le 8-Mai 1945`: a day known by its number, unless a street is called so.
#[must_use]
pub fn numbered(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let day = line.small(at, 1, 31).filter(|_| !line.has(Switch::MonthFirst))?;
    let dash = if line.glued(at + 1) && line.cue(at + 1, Cue::FirstEnding) { at + 2 } else { at + 1 };
    let tight = line.mark(dash, '-') && line.glued(dash) && line.glued(dash + 1);
    let (month_number, _, next) = month(line, dash + 1).filter(|_| tight)?;
    let street = (1..=LABEL_REACH)
        .take_while(|back| {
            *back == 1 || matches!(line.word(at.wrapping_sub(*back - 1)), WordSense::The | WordSense::Of | WordSense::OfThe)
        })
        .any(|back| line.word(at.wrapping_sub(back)) == WordSense::Label);
    let next = if line.mark(next, '-') && line.year(next + 1).is_some() { next + 1 } else { next };
    let year = line.year(next);
    let after = if year.is_some() { next + 1 } else { next };
    let fields = CalendarFields { year, month: Some(month_number), day: Some(day), ..CalendarFields::default() };
    if street {
        return None;
    }
    // `le 11-Septembre` is one day of history.
    let known = line.lexicon.language.grammar.once.iter().find(|once| (once.0, once.1) == (day, month_number) && year.is_none());
    let base =
        known.map_or(Base::Date(fields), |once| Base::Feast(Feast::Once(once.2, once.1, once.0), Some(once.2), YearSide::Open));
    Some(TimexHit { first: line.with_article(at), after, reading: Resolution::new(base) })
}
