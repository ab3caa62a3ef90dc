//! Times counted from a date that is named: "a week from Wednesday", `deux jours après le 3 mars`, `au lendemain du scrutin du 7 mai`.
//!
//! Called by the patterns of lengths and of relative days.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::calendar::fields;
use crate::analysis::dates::tense::ends;
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Base, CalendarFields, CountedFrom, Resolution, YearSide};
use crate::analysis::dates::word::{TimeUnit, Vague, WordSense};

/// How far behind `lendemain` its date can stand, in tokens.
const REACH: usize = 7;

/// How far before it in its sentence, in tokens, a day is looked for that it is.
const SENTENCE: usize = 30;

/// `count` of `unit`, told from `first` to before `after`, from the date that follows.
#[must_use]
pub fn offset(line: &Paragraph<'_>, first: usize, count: u16, unit: TimeUnit, after: usize) -> Option<TimexHit> {
    let count = i16::try_from(count).ok()?;
    let from = line.cue(after, Cue::From);
    let by = match line.word(after) {
        WordSense::After => count,
        WordSense::Before => -count,
        _ if from => count,
        _ => return None,
    };
    let next = if line.word(after + 1) == WordSense::The { after + 2 } else { after + 1 };
    let hit = |after: usize, base: Base| Some(TimexHit { first, after, reading: Resolution::new(base) });
    match line.word(next) {
        WordSense::Day(day) if from && unit >= TimeUnit::Day => {
            let base = if unit == TimeUnit::Day { i32::from(by) + i32::from(day) } else { i32::from(by) };
            return hit(next + 1, Base::Count(unit, base, CountedFrom::Publication));
        }
        WordSense::Vague(Vague::Present) if from => {
            return hit(next + 1, Base::Count(unit, i32::from(by), CountedFrom::Publication));
        }
        _ => {}
    }
    let (fields, behind) = fields(line, next).filter(|_| unit >= TimeUnit::Day)?;
    // A day of the month keeps an expression of its own behind "after".
    let told = fields.weekday.is_some() || (from && fields.day.is_some());
    if told { hit(behind, Base::Offset(fields, unit, by)) } else { None }
}

/// The day so many after what stands behind "of" at `at`: a date of that clause, else a day of the narrative alone.
#[must_use]
pub fn day_of(line: &Paragraph<'_>, at: usize, by: i8) -> Option<Base> {
    if !matches!(line.word(at), WordSense::Of | WordSense::OfThe) {
        return None;
    }
    let inside = |place: &usize| {
        line.get(*place).is_some_and(|token| !matches!(token.kind, TokenClass::Mark(mark) if mark != '\'' && mark != '-'))
    };
    let dated = (at + 1..at + REACH).take_while(inside).find_map(|place| fields(line, place)).map(|(fields, _)| fields);
    Some(match dated.filter(|fields| fields.day.is_some() || fields.weekday.is_some()) {
        Some(fields) => Base::Offset(fields, TimeUnit::Day, i16::from(by)),
        // `mardi, au lendemain de l'annonce` is that Tuesday; `mardi, après le vote la veille d'un texte` is not.
        None if is_dated(line, at) && is_placed(line, at) => Base::Shift(TimeUnit::Day, 0, CountedFrom::Told),
        None if is_dated(line, at) => Base::Shift(TimeUnit::Day, i32::from(by), CountedFrom::Narrative),
        None if is_placed(line, at) && day_behind(line, at).is_some() => Base::Date(day_behind(line, at)?),
        None => Base::Shift(TimeUnit::Day, i32::from(by), CountedFrom::Told),
    })
}

/// Whether the words before `at` place what is told on that day: behind `à`, or behind a comma.
fn is_placed(line: &Paragraph<'_>, at: usize) -> bool {
    let Some(day) = at.checked_sub(1) else { return false };
    let first = line.with_article(day);
    let joined = day.checked_sub(1).is_some_and(|place| line.cue(place, Cue::AtThe));
    joined || line.word_before(first) == WordSense::To || first.checked_sub(1).is_some_and(|place| line.mark(place, ','))
}

/// The weekday told behind `at` in its sentence, which is that of what the sentence tells: `au lendemain du vote, la rue était vide mardi`; not one
/// of a noun (`la réunion de mardi`).
fn day_behind(line: &Paragraph<'_>, at: usize) -> Option<CalendarFields> {
    let days = |place: &usize| matches!(line.word(*place), WordSense::Weekday(_));
    let place = (at + 1..at + SENTENCE).take_while(|place| *place < line.tokens.len() && !ends(line, *place)).find(days)?;
    let apart =
        !matches!(line.word_before(place), WordSense::Of | WordSense::OfThe | WordSense::To | WordSense::Since | WordSense::The);
    fields(line, place).map(|(fields, _)| fields).filter(|fields| apart && fields.day.is_none() && fields.way == YearSide::Open)
}

/// Whether a day is told before `at` in its sentence.
fn is_dated(line: &Paragraph<'_>, at: usize) -> bool {
    (0..at).rev().take_while(|place| !ends(line, *place)).take(SENTENCE).any(|place| {
        matches!(line.word(place), WordSense::Weekday(_) | WordSense::Month(_) | WordSense::LikelyMonth(_) | WordSense::Day(_))
    })
}
