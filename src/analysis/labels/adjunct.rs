//! What may be cut from the end of a sentence: only what is proved to add. A time, a place with a name, a cause and a clause with a conjunction add to
//! any sentence; what else a preposition brings adds to a thing that is named for the first time, and says which of all where one is taken for known.

use crate::analysis::labels::adding::adds_by_form;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::members::{is_joining, joins_clauses};
use crate::analysis::labels::token::LabelToken;

/// Words behind a preposition among which a time or a name stands.
const NEAR: usize = 4;
/// Words of the longest object without what stands behind it.
const OBJECT: usize = 7;

/// Whether what begins at `at` of `kept` only adds to what stands before it.
pub(super) fn only_adds(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let Some(next) = token(at) else { return false };
    // `a bien demandé | mais a accepté`: what takes it back.
    if language.is(Cue::But, &next.word) {
        return false;
    }
    if is_joining(next, language) || language.joining.has(&next.word) {
        return joins_clauses(words, kept, at, language);
    }
    // `is for payment | on the quay`: where no verb but `be` is, what follows it tells where or when.
    let be = (0..at).find(|at| token(*at).is_some_and(|token| language.is_finite(token)));
    let bare = be.is_some_and(|be| {
        let copula = token(be).is_some_and(|be| language.is(Cue::Be, &be.word));
        copula && token(be + 1).is_some_and(|next| LabelLanguage::begins(&language.cuts, next))
    });
    if bare && !LabelLanguage::begins(&language.early, next) {
        return false;
    }
    // `survive frosts | as low as ten`.
    let near = at.saturating_sub(NEAR)..at + NEAR + 2;
    let likens = next.word == "as" && near.filter(|near| *near != at).filter_map(token).any(|token| token.word == "as");
    // `a way | for them to learn`.
    let for_whom = next.word == "for" && (at + 2..=at + NEAR).filter_map(token).any(|token| token.word == "to");
    // `will comment | when it is released`: of what is to come it says under which condition.
    let to_come = |token: &LabelToken<'_>| {
        !token.quoted
            && (language.modals.has(&token.word)
                || language.inverts
                    && ["ra", "ront", "rai", "rez", "rons"]
                        .iter()
                        .any(|ending| token.word.len() > 4 && token.word.ends_with(ending))
                    && language.is_finite(token))
    };
    let condition = language.is(Cue::WhenOnce, next.head()) && (0..at).filter_map(token).any(to_come);
    if for_whom || condition || likens {
        return false;
    }
    if adds_by_form(words, kept, at, language) {
        return true;
    }
    let object = object_before(words, kept, at, language);
    // `a ring | that was found`: the verb behind it tells it from what is said.
    if language.is(Cue::RelativeThat, &next.word) {
        return matches!(object, Object::New)
            && token(at + 1).is_some_and(|verb| language.is_verb(verb))
            && be.is_none_or(|be| {
                !token(be).is_some_and(|be| language.is(Cue::Be, &be.word))
                    || be + 2 < at && token(be + 1).is_some_and(|next| language.may_be_finite(next))
            });
    }
    if language.relatives.has(next.head()) || next.text.contains('ù') {
        return matches!(object, Object::New | Object::Named);
    }
    // `des inondations consécutives | aux pluies`: what `à` brings completes what stands before it.
    let completes = language.inverts && language.is(Cue::ToWhat, &next.word);
    LabelLanguage::begins(&language.early, next)
        || LabelLanguage::begins(&language.adding, next)
        || language.unions.has(&format!("{}_{}", next.word, token(at + 1).map_or("", |after| after.tail())))
        || tells_when_or_where(words, kept, at, language)
        || !completes && matches!(object, Object::New | Object::Named | Object::Done)
}

/// Whether a time stands behind the preposition at `at` of `kept`, or a name behind one that says where.
fn tells_when_or_where(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let mut behind = Vec::new();
    for place in at + 1..kept.len().min(at + 1 + NEAR) {
        let Some(word) = token(place) else { break };
        behind.push(word);
        if word.stops || LabelLanguage::begins(&language.cuts, word) {
            break;
        }
    }
    let year = |token: &LabelToken<'_>| token.word.len() == 4 && token.word.bytes().all(|byte| byte.is_ascii_digit());
    let is_time = |token: &&LabelToken<'_>| {
        language.spells.has(token.tail()) || language.days.has(&token.word) || language.months.has(&token.word) || year(token)
    };
    let is_place = token(at).is_some_and(|next| LabelLanguage::begins(&language.places, next));
    // `lever le voile | sur le nouveau Merrow`: of what, unless the name follows at once.
    // `joindre le pays | à l'accord de Merrow`.
    let at_once = language.inverts && token(at).is_some_and(|next| language.is(Cue::ToWhat, &next.word));
    let near = if at_once || token(at).is_some_and(|next| language.is(Cue::NameAtOnce, &next.word)) { 1 } else { NEAR };
    behind.iter().any(is_time) || is_place && behind.iter().take(near).any(|token| token.is_capital())
}

/// What stands between a verb and the place where a sentence may end.
enum Object {
    /// One that is named for the first time: `a deal`, `two mills`, `its price`.
    New,
    /// A name.
    Named,
    /// What is done to the subject, `was arrested`.
    Done,
    /// One that is taken for known, or none.
    Known,
}

fn object_before(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> Object {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let Some(last) = at.checked_sub(1).and_then(token) else { return Object::Known };
    let carries = |token: &LabelToken<'_>| language.is(Cue::CarriesDone, &token.word);
    let participle = last.word.ends_with("ed")
        || language.participles.has(&last.word)
        || ["é", "ée", "és", "ées"].iter().any(|ending| last.text.ends_with(ending));
    let before = at.checked_sub(2).and_then(token);
    if before.is_some_and(|before| participle && carries(before) || before.word == "ete") {
        return Object::Done;
    }
    // `on August 29 | in a ceremony`, `overnight | with slogans`: behind a time nothing is completed.
    let year = last.word.len() == 4 && last.word.bytes().all(|byte| byte.is_ascii_digit());
    let month = at.checked_sub(2).and_then(token).is_some_and(|month| language.months.has(&month.word));
    let time = language.days.has(&last.word) || language.months.has(&last.word) || language.is(Cue::TimeAlone, &last.word);
    if year || month || time {
        return Object::Done;
    }
    if last.is_capital() && !language.is_verb(last) {
        let name = (0..at).rev().find(|at| !token(*at).is_some_and(LabelToken::is_capital));
        // `la passion des Britanniques | pour le quai`: which of all.
        // `un Verdier | qui semblait amusé`: an article makes a likeness of a name.
        let of = name.and_then(token).is_some_and(|before| {
            language.is(Cue::Of, &before.word) || language.inverts && language.is(Cue::PartArticle, &before.word)
        });
        return if of { Object::Known } else { Object::Named };
    }
    for place in (at.saturating_sub(OBJECT)..at).rev() {
        let Some(word) = token(place) else { break };
        let counts = word.is_number();
        let new = language.is(Cue::NamedFirst, word.head()) && !word.text.contains(['à', 'À']);
        if place + 1 < at && (new || counts || language.numbers.has(&word.word)) {
            return Object::New;
        }
        // `a prescribed burn`: what ends like a verb may stand before a noun.
        if language.is_surely_finite(word)
            || LabelLanguage::begins(&language.cuts, word)
            || language.is(Cue::OpensKnown, word.head())
            || language.pronouns.has(word.head())
            || is_joining(word, language)
        {
            break;
        }
    }
    Object::Known
}
