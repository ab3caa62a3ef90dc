//! Ages: amounts of years that tell how old somebody is, and are no time.
//!
//! Called by the patterns of lengths.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::Paragraph;
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// How far before an age its person can stand, in tokens: `un conducteur de tramway de 41 ans`.
const PERSON_REACH: usize = 6;

/// Whether an amount of years is the age of somebody, or the "10-year" of a bond: `Paul, 37 ans,`, `fillette de 6 ans`.
#[must_use]
pub fn is_age(line: &Paragraph<'_>, at: usize, unit: TimeUnit, after: usize) -> bool {
    if !matches!(unit, TimeUnit::Year | TimeUnit::Month) {
        return false;
    }
    let old = line.cue(after, Cue::Old) || (line.mark(after, '-') && line.cue(after + 1, Cue::Old));
    let of_age = line.word(after) == WordSense::Of && line.cue(after + 1, Cue::AgeNoun);
    if old || of_age || is_class(line, at) || is_reached(line, at, after) {
        return true;
    }
    // `d'une quarantaine d'années`, from either word.
    let at = if matches!(line.word(at), WordSense::Round(_)) { line.with(at, |word| word == WordSense::A) } else { at };
    let Some(place) = at.checked_sub(1) else { return false };
    let of = line.before(at).filter(|place| line.word(*place) == WordSense::Of);
    if line.number(at).is_none() {
        return of.is_some_and(|of| is_of_person(line, of));
    }
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
    // `condamné à dix mois de prison`, but `des enfants de 3 à 10 ans`.
    let sentenced = line.word(place) == WordSense::To && place.checked_sub(1).is_none_or(|first| line.number(first).is_none());
    apposed
        || name
        || (has && (closed || line.word(after) == WordSense::And))
        || !sentenced && (person(noun) || (noun > 0 && noun < place && person(noun - 1)))
        || of.is_some_and(|of| is_of_person(line, of))
}

/// Whether a number of years is an age that somebody has reached: `mort à 81 ans`, `dès 19 ans`, `ses 100 ans`.
fn is_reached(line: &Paragraph<'_>, at: usize, after: usize) -> bool {
    /// How far before it the word stands that makes a term of it, in tokens.
    const TERM_REACH: usize = 8;
    let Some((years, place)) = line.number(at).zip(at.checked_sub(1)) else { return false };
    if matches!(line.word(after), WordSense::Of | WordSense::More | WordSense::Before | WordSense::After) {
        return false;
    }
    let reached = (line.cue(place, Cue::At) || line.cue(place, Cue::BeforeYear)) && line.has(Switch::ArticleInDate);
    // `de 15 à 20 ans`.
    if place.checked_sub(1).is_some_and(|first| line.number(first).is_some()) {
        return false;
    }
    let opens = line.get(place).is_some_and(|token| token.capital);
    let term = (at.saturating_sub(TERM_REACH)..place).any(|place| line.cue(place, Cue::Term));
    (reached && (years.0 > 15 || opens) && !term) || line.cue(place, Cue::Whose)
}

/// Whether the noun before "of" at `of`, with what else belongs to it, is a person.
fn is_of_person(line: &Paragraph<'_>, of: usize) -> bool {
    let endings = line.lexicon.language.grammar.person_endings;
    let mut nouns = 0;
    for at in (of.saturating_sub(PERSON_REACH)..of).rev() {
        let Some(token) = line.get(at) else { return false };
        match token.kind {
            TokenClass::Word(WordSense::Person) => return true,
            TokenClass::Word(WordSense::Other | WordSense::Label | WordSense::Counted) => {
                let word = line.text(at);
                // A verb between them has somebody do something for so long.
                if nouns > 0 && line.lexicon.tense(word, token.hash).is_some() {
                    return false;
                }
                nouns += 1;
                let headed =
                    matches!(line.word_before(at), WordSense::A | WordSense::The | WordSense::Count(_) | WordSense::This)
                        || nouns > 1;
                if headed && !token.capital && word.len() > 6 && endings.iter().any(|ending| word.ends_with(ending)) {
                    return true;
                }
            }
            TokenClass::Word(WordSense::Of | WordSense::OfThe | WordSense::The) | TokenClass::Mark('\'' | '-') => {}
            _ => return false,
        }
    }
    false
}

/// Whether a number of years stands for those who are so old: `les 3-5 ans`, `les moins de 15 ans`.
fn is_class(line: &Paragraph<'_>, at: usize) -> bool {
    let bounded = line.before(at).filter(|of| line.word(*of) == WordSense::Of && *of > 1 && line.cue(of - 1, Cue::AgeBound));
    if let Some(of) = bounded {
        return line.cue(of - 2, Cue::AgeArticle);
    }
    let linked = |mark: usize| line.mark(mark, '-') || line.word(mark) == WordSense::To;
    let first = match at.checked_sub(2) {
        Some(first) if line.small(first, 0, 99).is_some() && linked(at - 1) => first,
        _ => at,
    };
    let ranged = first < at || (linked(at + 1) && line.small(at + 2, 1, 99).is_some());
    ranged && first > 0 && line.cue(first - 1, Cue::AgeArticle)
}
