//! Intent: a day behind an infinitive that somebody promised, decided or asked for is one to come, though the verb before is past: `il a
//! promis de payer lundi`, "they agreed to return Thursday".
//!
//! Called by `reading` for the tense of a weekday.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::tense::{ends, tells};
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Base, YearSide};
use crate::analysis::dates::word::WordSense;

/// How far before the day the intent is said, and how far behind it the infinitive begins, in tokens.
const REACH: usize = 14;
const NEAR: usize = 5;

/// Whether the weekday of `hit` stands behind an infinitive of intent, with no clause of another verb between.
pub(crate) fn is_intended(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    if !matches!(hit.reading.base, Base::Date(fields) if fields.weekday.is_some() && fields.day.is_none()) {
        return false;
    }
    let parts = |at: usize| {
        ends(line, at)
            || matches!(line.word(at), WordSense::Weekday(_) | WordSense::Day(_) | WordSense::Month(_))
            || line.mark(at, ',')
    };
    let mut clause = (hit.first.saturating_sub(REACH)..hit.first).rev().take_while(|at| !parts(*at));
    let Some(intent) = clause.find(|at| line.cue(*at, Cue::Intent)) else { return false };
    // `had promised` was before what is told.
    let before = intent.checked_sub(1).is_some_and(|place| line.cue(place, Cue::Pluperfect));
    !before && (intent + 1..hit.first.min(intent + 1 + NEAR)).any(|at| is_infinitive(line, at))
}

/// Whether something is meant for the weekday of `hit`: `une grève annoncée pour jeudi`.
pub(crate) fn is_planned(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    let open = matches!(hit.reading.base, Base::Date(fields) if fields.weekday.is_some() && fields.day.is_none() && fields.way == YearSide::Open);
    // "to blame for Sunday's riot" looks back, and so does "had been set for Friday".
    let of_day = line.mark(hit.after, '\'') && line.cue(hit.after + 1, Cue::Genitive);
    let clause = (hit.first.saturating_sub(NEAR)..hit.first).rev().take_while(|at| !ends(line, *at));
    open && !of_day
        && hit.first.checked_sub(1).is_some_and(|place| line.cue(place, Cue::PlannedFor))
        && !clause.into_iter().any(|at| line.cue(at, Cue::Pluperfect))
}

/// Whether a weekday is what is spoken of, in the present: "Sunday marks the second anniversary", `samedi est classé orange`.
pub(crate) fn is_subject(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    let open = matches!(hit.reading.base, Base::Date(fields) if fields.weekday.is_some() && fields.day.is_none() && fields.way == YearSide::Open);
    let opens = hit.first.checked_sub(1).is_none_or(|place| ends(line, place) || line.mark(place, ','));
    open && opens && hit.after == hit.first + 1 && line.cue(hit.after, Cue::DayIs)
}

/// Whether the day of `hit` is that of a blow, which nobody tells of before it was: "Tuesday's attack".
pub(crate) fn has_struck(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    line.mark(hit.after, '\'') && line.cue(hit.after + 1, Cue::Genitive) && line.cue(hit.after + 2, Cue::Blow)
}

/// Whether a participle of French tells what was on the weekday of `hit`, with a place between at most, and the verb stands behind: `les affiches
/// vues à la gare samedi me reviennent`.
pub(crate) fn is_of_participle(line: &Paragraph<'_>, hit: &TimexHit) -> bool {
    const WORDS: usize = 4;
    let weekday = matches!(hit.reading.base, Base::Date(fields) if fields.weekday.is_some() && fields.day.is_none());
    let words = (hit.first.saturating_sub(WORDS)..hit.first).rev();
    let inside = |at: &usize| matches!(line.get(*at).map(|token| token.kind), Some(TokenClass::Word(_)));
    let parts = |at: &usize| {
        line.cue(*at, Cue::Seen) || tells(line, *at) || matches!(line.word(*at), WordSense::Weekday(_) | WordSense::Day(_))
    };
    weekday && words.take_while(inside).find(parts).is_some_and(|at| line.cue(at, Cue::Seen))
}

/// Whether an infinitive begins at `at`: "to" and a word, or a word with the ending of one.
fn is_infinitive(line: &Paragraph<'_>, at: usize) -> bool {
    let word = |at: usize| line.get(at).is_some_and(|token| matches!(token.kind, TokenClass::Word(_)) && !token.capital);
    if line.cue(at, Cue::InfinitiveMark) {
        return word(at + 1) && !matches!(line.word(at + 1), WordSense::The | WordSense::A | WordSense::This);
    }
    let endings = line.lexicon.language.grammar.infinitive_endings;
    word(at)
        && line.word(at) == WordSense::Other
        && line.text(at).len() > 3
        && endings.iter().any(|end| line.text(at).ends_with(end))
}
