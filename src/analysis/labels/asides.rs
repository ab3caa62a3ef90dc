//! What stands between a subject and its verb and only adds: what a name is said to be, between two commas, and what a thing or a person
//! that is named for the first time is said to be like. `A miller who fell ill has died` says that a miller has died; `The miller who …` and
//! `Every miller who …` say less, or more, without it.

use std::ops::Range;

use crate::analysis::labels::clause::{is_guard, opening_of, part_of};
use crate::analysis::labels::clauses::clauses;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::proof::has_main_verb;
use crate::analysis::labels::token::LabelToken;

/// Clauses between a name and its verb, at most.
const ASIDES: usize = 4;
/// Words among which it is told what somebody is.
const ROLE: usize = 4;
/// Words of the longest name.
const NAME: usize = 8;

/// Deletes what a name at the head of the sentence is said to be, where its verb opens a clause behind; not where it holds the word `date`.
pub(super) fn delete_aside_of_name(words: &mut [LabelToken<'_>], date: Option<usize>, language: &LabelLanguage) {
    let clauses = clauses(words);
    let Some(verb) = verb_behind_aside(words, &clauses, language) else { return };
    let (Some(name), Some(told)) = (clauses.first().cloned(), clauses.get(verb).cloned()) else { return };
    if date.is_some_and(|date| (name.end..told.start).contains(&date)) {
        return;
    }
    words.iter_mut().take(told.start).skip(name.end).for_each(|token| token.kept = false);
    // What stands where the verb must is one, whether a list holds it or not.
    let adverb = |token: &LabelToken<'_>| language.is_adverb(token);
    if let Some(verb) = words.iter_mut().skip(told.start).find(|token| token.counts() && !adverb(token)) {
        (verb.contracts, verb.is_noun) = (true, false);
    }
    if let Some(last) = words.iter_mut().take(name.end).rfind(|token| token.counts()) {
        last.stops = false;
    }
}

/// The clause that opens with the verb of the name in the first clause, where what stands between says what that is.
fn verb_behind_aside(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> Option<usize> {
    let name: Vec<&LabelToken<'_>> = part_of(words, clauses, 0).iter().filter(|token| token.counts()).collect();
    let opening = name.first()?;
    let is_name = words.get(clauses.first()?.end - 1).is_some_and(|last| last.text.ends_with(','))
        && name.last().is_some_and(|last| last.is_capital())
        && name.len() <= NAME
        && name.iter().all(|token| {
            let cuts = language.cuts.has(&token.word) && !token.is_capital();
            !token.quoted && !language.is_verb(token) && !language.and.has(&token.word) && !cuts
        })
        && !LabelLanguage::begins(&language.leading, opening)
        && !language.is_adverb(opening)
        && !LabelLanguage::begins(&language.guards, opening)
        && !LabelLanguage::begins(&language.cuts, opening);
    let aside = opening_of(words, clauses, 1)?;
    // `provider of power`, `lead singer of the band`.
    let mut behind = part_of(words, clauses, 1).iter().filter(|token| token.counts());
    let role = behind.by_ref().take(ROLE).find(|token| language.names_role(token) && !token.is_capital());
    let is_role = !aside.is_capital() && role.is_some() && !language.is_verb(aside);
    let describes = (language.is(Cue::AsideOpens, &aside.word) || is_role) && !aside.quoted;
    if !language.guesses || !is_name || !describes {
        return None;
    }
    let relative = language.relatives.has(&aside.word);
    let guards = |at: usize| clauses.get(at).is_some_and(|clause| is_guard(words, clause, language));
    let verb = (2..clauses.len().min(2 + ASIDES)).find(|at| opens_with_verb(words, clauses, *at, language))?;
    // `a magnate whose brother, John Tavel, was mayor`: the verb of a relative pronoun is no verb of the name.
    let open = |at: usize| {
        let mut part = part_of(words, clauses, at).iter().filter(|token| token.counts());
        part.any(|token| language.relatives.has(&token.word)) && !part.any(|token| language.is_verb(token))
    };
    if (1..verb).any(open) {
        return None;
    }
    let joined = (1..verb).any(|at| part_of(words, clauses, at).iter().any(|token| token.kept && language.and.has(&token.word)));
    let several = opening_of(words, clauses, verb).is_some_and(|token| language.plural.has(&token.word));
    // A member of a list, unless one clause is all that stands between.
    let plain = |at: usize| {
        opening_of(words, clauses, at).is_some_and(|token| {
            let lists = (relative || joined) && !token.is_capital() && !token.quoted;
            language.is(Cue::AsideOpens, &token.word) || language.and.has(&token.word) || lists
        })
    };
    let whole = (2..verb).all(plain);
    (whole && !(1..verb).any(guards) && (relative || !(several && joined))).then_some(verb)
}

/// Whether the clause at `at` begins with a verb, behind an adverb or not.
fn opens_with_verb(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let mut kept = part_of(words, clauses, at).iter().filter(|token| token.counts());
    let Some(mut verb) = kept.next() else { return false };
    let mut next = kept.next();
    if language.is_adverb(verb) && verb.word.ends_with("ly") {
        let Some(second) = next else { return false };
        (verb, next) = (second, kept.next());
    }
    let object = next.is_some_and(|next| {
        language.objects_open.has(&next.word) || next.is_capital() || language.is(Cue::ToHow, &next.word) || next.is_number()
    });
    let ends = verb.word.len() > 4 && verb.word.ends_with('s') && object || language.is(Cue::PastForm, &verb.word);
    !verb.quoted && !verb.is_capital() && (language.is_surely_finite(verb) || language.may_be_finite(verb) && object || ends)
}

/// Deletes what a subject that is named for the first time is said to be like, behind it, where what was so of it is told: not where
/// something is always so of such a one.
pub(super) fn delete_likeness(words: &mut [LabelToken<'_>], date: Option<usize>, language: &LabelLanguage) {
    let kept: Vec<usize> = words.iter().enumerate().filter(|(_, token)| token.counts()).map(|(at, _)| at).collect();
    let Some(cut) = likeness(words, &kept, language) else { return };
    let (Some(from), Some(to)) = (kept.get(cut.start).copied(), kept.get(cut.end).copied()) else { return };
    if date.is_some_and(|date| (from..to).contains(&date)) {
        return;
    }
    let mut left = words.to_vec();
    left.iter_mut().take(to).skip(from).for_each(|token| token.kept = false);
    if has_main_verb(&left, language) {
        words.iter_mut().take(to).skip(from).for_each(|token| token.kept = false);
    }
}

/// The places of `kept` where it stands.
fn likeness(words: &[LabelToken<'_>], kept: &[usize], language: &LabelLanguage) -> Option<Range<usize>> {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let first = token(0)?;
    let new = language.is(Cue::OpensOne, &first.word) || language.numbers.has(&first.word) || first.is_number();
    let verb = (2..kept.len()).find(|at| token(*at).is_some_and(|token| language.is_finite(token)))?;
    let told = token(verb)?;
    let past = language.is(Cue::PastForm, &told.word) || language.guesses && told.word.ends_with("ed");
    let opens = |at: usize| {
        let (Some(token), Some(head)) = (token(at), token(at - 1)) else { return false };
        let person = language.is(Cue::Person, head.tail()) || language.names_role(head);
        let place = person && language.places.has(&token.word) && !language.is(Cue::ToWhat, &token.word);
        // `un avis de recherche`: a participle stands behind its noun, and is written as one.
        let written = !language.inverts || language.relatives.has(&token.word) || !token.text.ends_with('e');
        let noun = !language.is(Cue::NounOf, head.head()) && !language.cuts.has(&head.word);
        language.is(Cue::LikenessOpens, &token.word) && written && noun || place
    };
    let from = (2..verb)
        .find(|at| opens(*at) || token(*at).is_some_and(|token| language.cuts.has(&token.word) || token.word == "of"))?;
    let holds = |token: &LabelToken<'_>| {
        !token.quoted
            && !token.stops
            && !language.and.has(&token.word)
            && !LabelLanguage::begins(&language.doubts, token)
            && !LabelLanguage::begins(&language.early, token)
    };
    let relatives = (from + 1..verb).filter_map(token).any(|token| LabelLanguage::begins(&language.relatives, token));
    let says = |token: &LabelToken<'_>| language.said.has(&token.word) || language.saying_that.has(&token.word);
    let speaks = (from + 1..verb).filter_map(token).any(|token| says(token) || language.nominative.has(&token.word));
    // `who would have been`, `to have lived`: no main verb.
    let carried = token(verb - 1).is_some_and(|before| before.relative || language.is(Cue::BeforeVerb, &before.word));
    // `which may carry viruses included …, was found`: another verb follows that nothing opens a clause for.
    let mut behind = (verb + 1..kept.len()).filter_map(token).take_while(|token| {
        !token.stops
            && !language.and.has(&token.word)
            && !language.parts.has(&token.word)
            && !LabelLanguage::begins(&language.subordinating, token)
            && !LabelLanguage::begins(&language.early, token)
    });
    let another = behind.any(|token| {
        language.auxiliaries.has(&token.word) || language.having.has(&token.word) && !token.text.contains(['à', 'À'])
    });
    let plain = (from..verb).filter_map(token).all(holds) && !relatives && !speaks && !carried && !another;
    // The verb of a relative pronoun is its own.
    let own = |pronoun: &LabelToken<'_>| {
        !language.relatives.has(&pronoun.word) || (from + 1..verb).filter_map(token).any(|token| token.relative)
    };
    let whole = token(from).is_some_and(own) && !(1..from).filter_map(token).any(|token| token.stops);
    (new && past && plain && whole && opens(from) && !first.quoted).then_some(from..verb)
}
