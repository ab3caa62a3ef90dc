//! Which verb forms carry no clause where they stand: participles that stand behind their noun, and the verbs of relative clauses that
//! stand within a subject. Marks words and deletes none.

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words between a verb of a relative clause and a participle that goes with it.
const NEAR: usize = 2;

/// Marks nouns, participles and verbs of relative clauses.
pub(super) fn mark(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    language.mark_nouns(words);
    mark_asides(words, language);
    mark_ago(words, language);
    join_adjectives(words, language);
    mark_contractions(words, language);
    mark_plurals(words, language);
    mark_participles(words, language);
    mark_relatives(words, language);
    mark_guessed(words, language);
}

/// `Anne Rivoire, left, won't return`: a word alone between two commas that is a noun or an adjective elsewhere, too.
fn mark_asides(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 1..words.len() {
        let alone = words.get(at - 1).is_some_and(|before| before.stops) && words.get(at).is_some_and(|token| token.stops);
        if let Some(token) = words.get_mut(at).filter(|token| alone && language.nouns.has(&token.word)) {
            token.is_noun = true;
        }
    }
}

/// `il y a deux jours`: how long ago, and no verb.
fn mark_ago(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 1..words.len() {
        let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
        let counted = language.numbers.has(word(at + 1))
            || language.is(Cue::OpensOne, word(at + 1))
            || words.get(at + 1).is_some_and(LabelToken::is_number);
        let ago = language.inverts && language.is(Cue::EnY, word(at - 1)) && counted && language.spells.has(word(at + 2));
        if let Some(token) = words.get_mut(at).filter(|token| ago && language.having.has(&token.word)) {
            token.is_noun = true;
        }
    }
}

/// `a four-year, $16 million contract`: a comma between two that say what one thing is like parts no clauses.
fn join_adjectives(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 1..words.len() {
        let next = words.get(at).is_some_and(|next| next.word.starts_with(['$', '€', '£']) || next.word.contains('-'));
        let counts = |token: &LabelToken<'_>| token.word.rsplit_once('-').is_some_and(|(_, unit)| language.spells.has(unit));
        // `in her Orrick, Norland home`: a place and what it lies in, before what is there.
        let placed = at > 1
            && words.get(at - 2).is_some_and(|before| language.determiners.has(&before.word))
            && words.get(at - 1).is_some_and(LabelToken::is_capital)
            && words.get(at).is_some_and(|state| state.is_capital() && !state.stops)
            && words.get(at + 1).is_some_and(|noun| {
                !noun.is_capital() && !noun.is_mark() && !language.cuts.has(&noun.word) && !language.is_verb(noun)
            });
        // `the frugal, pro-mill views of the town`.
        let plain =
            |at: usize| words.get(at).is_some_and(|token| !token.is_capital() && !token.is_mark() && !language.is_verb(token));
        let hyphened = language.guesses
            && at > 1
            && words.get(at).is_some_and(|token| token.word.contains('-') && !token.stops)
            && words.get(at - 2).is_some_and(|before| language.is(Cue::Article, &before.word))
            && plain(at - 1)
            && plain(at)
            && plain(at + 1)
            && !words.get(at + 1).is_some_and(|next| language.cuts.has(&next.word));
        if let Some(token) = words.get_mut(at - 1).filter(|token| placed || hyphened || next && token.stops && counts(token)) {
            token.stops = false;
        }
    }
}

/// `it's`: the `s` of a verb, told from the one of a possessor.
fn mark_contractions(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 0..words.len() {
        // `Anne Rivoire's still going`: no possessor stands before these.
        let goes_on = language.guesses && words.get(at + 1).is_some_and(|next| language.is(Cue::NoPossessor, &next.word));
        if let Some(token) = words.get_mut(at) {
            token.contracts =
                token.word.strip_suffix("'s").is_some_and(|before| goes_on || language.contracting.has(before)) && !token.quoted;
        }
    }
}

/// `les meuniers arpentent le quai`: a French verb that no list holds, by the ending that it has behind a plural.
fn mark_plurals(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 1..words.len() {
        let (Some(before), Some(token)) = (words.get(at - 1), words.get(at)) else { continue };
        let ends = language.inverts && token.text.ends_with("ent") && token.word.len() > 5 && !token.text.ends_with("ment");
        let is_plural = before.word.len() > 2
            && before.text.ends_with(['s', 'x'])
            && !before.stops
            && !before.is_capital()
            && !language.singular.has(before.tail());
        let is_verb = ends && is_plural && !token.quoted && !token.is_capital() && !language.not_finite.has(token.tail());
        if let Some(token) = words.get_mut(at).filter(|_| is_verb) {
            token.contracts = true;
        }
    }
}

/// `Anmoore owes an estimated sum`: where no verb is known, the first word that ends like one and has what a verb has around it.
fn mark_guessed(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    if !language.guesses || words.iter().any(|token| language.is_finite(token)) {
        return;
    }
    let ends =
        |word: &str| word.len() > 4 && word.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|end| word.ends_with(end));
    let may_be = |at: usize| {
        let (Some(token), Some(next)) = (words.get(at), words.get(at + 1)) else { return false };
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let subject = before.is_some_and(|before| {
            !before.stops && !before.is_mark() && !language.before_nouns.has(&before.word) && !language.cuts.has(&before.word)
        });
        let object = language.determiners.has(&next.word) || next.is_capital() || language.is(Cue::ToHow, &next.word);
        ends(&token.word) && !token.is_capital() && !token.quoted && !token.stops && subject && object
    };
    let found = (1..words.len()).find(|at| may_be(*at));
    if let Some(token) = found.and_then(|at| words.get_mut(at)) {
        token.contracts = true;
    }
}

/// `a man accused of theft`, `strikes expected over two days will`, `the meeting held at the mill has`.
fn mark_participles(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 0..words.len() {
        if is_participle(words, at, language)
            && let Some(token) = words.get_mut(at)
        {
            token.is_noun = true;
        }
    }
}

fn is_participle(words: &[LabelToken<'_>], at: usize, language: &LabelLanguage) -> bool {
    let (Some(token), Some(next)) = (words.get(at), words.get(at + 1)) else { return false };
    let has_form = language.participles.has(&token.word) || language.may_be_finite(token);
    // `Already embroiled in a strike, the mill …`: no verb stands before its subject.
    let opens = words.iter().take(at).all(|token| token.is_mark() || language.is_adverb(token));
    if opens && has_form && language.guesses && at < 3 {
        return true;
    }
    // `has said that planned talks`: nothing stands before it that could be its subject.
    let bare = at.checked_sub(2).and_then(|at| words.get(at)).is_some_and(|before| language.said.has(&before.word));
    if has_form && bare && words.get(at - 1).is_some_and(|before| before.word == "that") && language.guesses {
        return true;
    }
    if token.stops || !has_form || !language.is_finite(token) || !language.guesses {
        return false;
    }
    let mut before = words.iter().take(at).rev().take_while(|token| !token.stops);
    let adverb = |token: &&LabelToken<'_>| token.word.ends_with("ly") || language.is(Cue::BeforeDone, &token.word);
    if before.find(|token| !adverb(token)).is_some_and(|token| language.auxiliaries.has(&token.word) || token.word == "be") {
        return false;
    }
    if language.by.has(&next.word)
        || language.reduced.has(&token.word) && (language.cuts.has(&next.word) || language.goes_on.has(&next.word))
    {
        return true;
    }
    let goes_on = language.cuts.has(&next.word) || language.days.has(&next.word);
    goes_on && !language.said.has(&token.word) && verb_follows(words, at + 1, language)
}

/// Whether an auxiliary follows in the same clause, with nothing between that begins another.
fn verb_follows(words: &[LabelToken<'_>], from: usize, language: &LabelLanguage) -> bool {
    for (at, token) in words.iter().enumerate().skip(from) {
        if at > from && language.parts.has(&token.word) {
            return false;
        }
        if (language.auxiliaries.has(&token.word) || language.said.has(&token.word)) && !token.is_noun {
            return true;
        }
        if token.stops {
            return false;
        }
    }
    false
}

/// `the man who shot a deer has died`: the verb behind `who` is none of the main clause.
fn mark_relatives(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let (mut first, mut has_main, mut waits, mut near, mut opened) = (true, false, false, 0, false);
    for token in words {
        if token.is_mark() {
            first = true;
            (has_main, waits, opened) = (false, false, false);
            continue;
        }
        let finite = language.is_finite(token);
        let contracted = token.contracts && token.word.strip_suffix("'s").is_some_and(|before| language.relatives.has(before));
        if contracted && !first && !has_main {
            token.relative = true;
            continue;
        }
        if !first && !has_main && !finite && LabelLanguage::begins(&language.relatives, token) {
            (waits, opened) = (true, true);
        } else if opened && !has_main && language.is(Cue::WithinRelative, &token.word) {
            // `thieves who were caught as they fled were`.
            waits = true;
        } else if finite && waits {
            token.relative = true;
            waits = false;
            near = NEAR + 1;
        } else if finite && near > 0 && (!language.is_surely_finite(token) || language.participles.has(&token.word)) {
            token.relative = true;
        } else if finite {
            has_main = true;
        }
        near = near.saturating_sub(1);
        first = false;
        if token.stops {
            first = true;
            (has_main, waits, opened) = (false, false, false);
        }
    }
}
