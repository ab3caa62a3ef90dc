//! Ages: amounts of years that tell how old somebody is, and are no time.
//!
//! Called by the patterns of lengths.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::Paragraph;
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// Whether an amount of years is the age of somebody, or the "10-year" of a bond: `Paul, 37 ans,`, `fillette de 6 ans`.
#[must_use]
pub fn is_age(line: &Paragraph<'_>, at: usize, unit: TimeUnit, after: usize) -> bool {
    if !matches!(unit, TimeUnit::Year | TimeUnit::Month) {
        return false;
    }
    let old = line.cue(after, Cue::Old) || (line.mark(after, '-') && line.cue(after + 1, Cue::Old));
    if old {
        return true;
    }
    let Some(place) = at.checked_sub(1).filter(|_| line.number(at).is_some()) else { return false };
    let closed = [',', ')', '.', ';'].iter().any(|mark| line.mark(after, *mark)) || line.get(after).is_none();
    let apposed = (line.mark(place, ',') || line.mark(place, '(')) && closed;
    let person = |place: usize| line.word(place) == WordSense::Person;
    let mut noun = place;
    while noun > 0
        && (line.word(noun) == WordSense::Of
            || matches!(line.word(noun), WordSense::To | WordSense::And | WordSense::In)
            || line.number(noun).is_some())
    {
        noun -= 1;
    }
    // `un Français de 42 ans`.
    let name = line.word(place) == WordSense::Of
        && line.get(noun).is_some_and(|token| token.capital)
        && noun > 0
        && line.word(noun - 1) == WordSense::A;
    // `elle a 38 ans`.
    let has = line.cue(place, Cue::Has) && !line.cue(place.wrapping_sub(1), Cue::HasNot);
    apposed || name || (has && closed) || person(noun) || (noun > 0 && noun < place && person(noun - 1))
}
