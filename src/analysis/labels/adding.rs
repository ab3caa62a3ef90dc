//! What adds by its form wherever a whole clause stands before it, so that the clause alone is still said to be so: a purpose, a reason or
//! means told by a verb, a turn of circumstance, a relative clause of a thing that is named for the first time. Deletes nothing.

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Letters of the shortest gerund.
const GERUND: usize = 5;

/// Whether what begins at `at` of `kept` has such a form.
pub(super) fn adds_by_form(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(after)) = (token(at), token(at + 1)) else { return false };
    // `has pleaded guilty | by hiding it`, `a salué la foule | en agitant un drapeau`.
    let gerund = language.is(Cue::ReasonOf, &next.word)
        && after.word.len() >= GERUND
        && language.gerund_endings.iter().any(|ending| after.word.ends_with(ending));
    // `beginning May 3`.
    let begins = language.is(Cue::Beginning, &next.word)
        && (language.months.has(&after.word) || language.days.has(&after.word) || after.is_number());
    gerund || begins || is_circumstance(words, kept, at, language) || is_purpose(words, kept, at, language)
}

/// `at the end of the talks`, `dans le sillage de la crue`.
fn is_circumstance(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let Some(noun) = token(at + 1) else { return false };
    let article = !noun.word.contains('\'') && LabelLanguage::begins(&language.objects_open, noun);
    let noun = if article { token(at + 2) } else { Some(noun) };
    let opens = token(at).is_some_and(|next| language.places.has(&next.word) && !next.text.contains(char::is_uppercase));
    opens && noun.is_some_and(|noun| language.is(Cue::Circumstance, noun.tail()))
}

/// `has opened a site | to help visitors`: an infinitive that says what for, where the sentence does not say that it must be done for it, and
/// no word before asks for an infinitive.
fn is_purpose(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(verb)) = (token(at), token(at + 1)) else { return false };
    let acts = language.is(Cue::PurposeVerb, &verb.word)
        || language.inverts
            && verb.word.len() > 4
            && language.infinitive_endings.iter().any(|ending| verb.word.ends_with(ending))
            && !verb.is_capital();
    let asks = |token: &LabelToken<'_>| {
        language.is(Cue::TakesInfinitive, token.tail()) || language.asking.has(&token.word) || language.awaiting.has(&token.word)
    };
    let must = |token: &LabelToken<'_>| !token.quoted && language.is(Cue::Necessity, token.tail());
    language.is(Cue::PurposeOpens, &next.word) && acts && !(0..at).filter_map(token).any(|token| must(token) || asks(token))
}
