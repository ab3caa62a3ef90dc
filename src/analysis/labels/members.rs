//! Coordination: no label ends within what `and`, `or` or commas join, since the first of several alone says less than the sentence, or
//! something else. Answers for one place and deletes nothing.

use std::ops::Range;

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words within which a clause behind a conjunction has its verb.
const SUBJECT: usize = 6;

/// What the member of a list begins with; members of one list begin alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Name,
    Number,
    One,
    Known,
    Owned,
    Bare,
}

fn opening(token: &LabelToken<'_>, language: &LabelLanguage) -> Opening {
    if token.word.starts_with(|c: char| c.is_ascii_digit()) || language.numbers.has(&token.word) {
        return Opening::Number;
    }
    let classes = [(Cue::OpensOne, Opening::One), (Cue::OpensKnown, Opening::Known), (Cue::OpensOwned, Opening::Owned)];
    let found = classes.into_iter().find(|(cue, _)| language.is(*cue, token.head())).map(|(_, opening)| opening);
    found.unwrap_or(if token.is_capital() { Opening::Name } else { Opening::Bare })
}

/// What the object before `at` of `kept` begins with.
fn object_opening(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> Option<Opening> {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let verb = (0..at).rev().find(|at| token(*at).is_some_and(|token| language.is_verb(token)))?;
    token(verb + 1).map(|token| opening(token, language))
}

/// Whether `token` joins members; `où` folds like `ou`.
pub(super) fn is_joining(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    language.and.has(&token.word) && !token.text.contains(['ù', 'Ù']) && !token.quoted
}

/// Whether the conjunction at `at` of `kept` joins verbs or sentences, of which the first tells something without the second.
pub(super) fn joins_clauses(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let either = token(at).is_some_and(|token| language.is(Cue::Either, &token.word));
    let mut behind = (at + 1..kept.len().min(at + 1 + SUBJECT)).filter_map(token);
    let is_end = |token: &LabelToken<'_>| {
        language.is_finite(token)
            || token.stops
            || is_joining(token, language)
            || language.relatives.has(token.head())
            || language.that.has(token.head())
    };
    let Some(verb) = behind.position(is_end).map(|verb| at + 1 + verb) else { return false };
    let Some(found) = token(verb) else { return false };
    // `a much more varied | and exposed life`, `vodka | and rum laced with salt`: a participle is no verb where it says what a noun is like.
    let object = token(verb + 1).is_some_and(|next| {
        language.objects_open.has(next.head()) || next.is_capital() || next.word.starts_with(|c: char| c.is_ascii_digit())
    });
    let goes_on = token(verb + 1).is_some_and(|next| {
        LabelLanguage::begins(&language.cuts, next)
            || language.directed.has(&next.word)
            || language.is_adverb(next)
            || language.is(Cue::Away, &next.word)
    });
    let may_describe = language.guesses && (!language.is_surely_finite(found) || language.participles.has(&found.word));
    let describes = may_describe && !(object || verb == at + 1 && goes_on);
    !either && !describes && language.is_finite(found)
}

/// `has arrested a man | in Kelmouth and a woman in Merrow`: whether what goes from `cut` of `kept` holds a member of a list whose first
/// member would be left alone.
pub(super) fn parts_list(words: &[LabelToken<'_>], kept: &[usize], cut: Range<usize>, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let Some(next) = token(cut.start) else { return false };
    // `in the house | when it was hit, but they are well`: another sentence stays.
    let opens = |at: usize| {
        token(at).is_some_and(|token| token.stops)
            && at + 1 < cut.end
            && token(at + 1).is_some_and(|next| is_joining(next, language) || language.joining.has(&next.word))
    };
    if cut.clone().any(opens) {
        return true;
    }
    // What hangs on a conjunction or a relative pronoun has members of its own.
    if language.relatives.has(next.head()) || LabelLanguage::begins(&language.early, next) || is_joining(next, language) {
        return false;
    }
    // `for 25 dollars | in cash and about 15 in notes`: what measures an amount goes with it.
    let measured = |at: usize| {
        let about = token(at).is_some_and(|token| language.measures.has(&token.word));
        token(if about { at + 1 } else { at })
    };
    let first = measured(cut.start + 1).map(|token| opening(token, language));
    // `has bought 12 mills | in Kelmouth, 9 in Merrow`: a list goes on behind a comma, unless its members are like what the preposition brings.
    let last = cut.end.checked_sub(1);
    let comma = |at: usize| Some(at) != last && token(at).is_some_and(|token| token.stops);
    let alike = |at: usize| {
        let member = at + 1 + usize::from(token(at + 1).is_some_and(|token| is_joining(token, language)));
        measured(member).is_some_and(|member| {
            let brought = opening(member, language);
            first == Some(brought)
                && brought != Opening::Number
                && object_opening(words, kept, cut.start, language) != Some(brought)
        })
    };
    if cut.clone().any(|at| comma(at) && !alike(at)) {
        return true;
    }
    let Some(and) = cut.clone().find(|at| token(*at).is_some_and(|token| is_joining(token, language))) else { return false };
    let within = (cut.start..and).filter_map(token).any(|token| language.relatives.has(token.head()));
    let Some(second) = measured(and + 1) else { return false };
    let goes_on = language.cuts.has(&second.word) || joins_clauses(words, kept, and, language);
    // `for an amount of cash and barley`: the nearest preposition has both.
    let nearest = (cut.start..and).rev().find(|at| {
        token(*at).is_some_and(|token| LabelLanguage::begins(&language.cuts, token) || language.is(Cue::NounOf, token.head()))
    });
    let same = nearest
        .and_then(|nearest| measured(nearest + 1))
        .is_some_and(|member| opening(member, language) == opening(second, language));
    !within && !goes_on && !same && first != Some(opening(second, language))
}
