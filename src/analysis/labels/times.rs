//! Times told by the day of writing, which a label in English does without: `today`, `last week`.

use std::ops::Range;

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words in which what is said of a source stands behind `according to`.
const SOURCE: usize = 8;

/// `today`, `last week`: when it was, by the day on which it is told, where nothing binds it or counts by it.
pub(super) fn delete_times(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 0..words.len() {
        let Some(token) = words.get(at) else { continue };
        let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
        let next = words.get(at + 1).filter(|_| !token.stops);
        let spans = language.which.has(&token.word) && next.is_some_and(|next| language.spans.has(&next.word));
        // `yesterday morning`.
        let hour = language.times.has(&token.word) && next.is_some_and(|next| language.hours.has(&next.word));
        let end = at + 1 + usize::from(spans || hour);
        let joined = language.and.has(word(end)) || language.is(Cue::TimeGoesOn, word(end));
        // `Kelmouth Today` is a paper.
        let named = token.is_capital() && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(LabelToken::is_capital);
        if token.quoted || !token.kept || !(spans || language.times.has(&token.word)) || joined || named {
            continue;
        }
        let mut first = at;
        // `just last week`.
        let measures = |word: &str| language.is(Cue::EarlierLater, word) || spans && language.is(Cue::JustNow, word);
        while first > 0 && measures(word(first - 1)) {
            first -= 1;
        }
        let before = first.checked_sub(1).and_then(|before| words.get(before));
        // `will close early today` tells of hours.
        let hours = before.is_some_and(|before| language.is(Cue::EarlyLate, &before.word));
        let is_bound = before.is_some_and(|before| language.bound.has(&before.word) || language.cuts.has(&before.word)) || hours;
        // `according to an audit released this week`, `slowing this year but picking up`: what says of which time it is spoken.
        let told = (first.saturating_sub(SOURCE)..first).any(|at| word(at) == "according") || word(end) == "but";
        // `will not run this year`: what is denied is denied for that time.
        let denied = words
            .iter()
            .take(first)
            .rev()
            .take_while(|token| !token.stops)
            .any(|token| !token.quoted && (LabelLanguage::begins(&language.denials, token) || token.word.ends_with("n't")));
        // `what tomorrow may bring`, `reports published this week contradict it`: what stands before a verb with nothing else between.
        let carries = words.get(end).is_some_and(|next| language.is_verb(next) || language.modals.has(&next.word))
            && before.is_some_and(|before| {
                LabelLanguage::begins(&language.relatives, before) || before.word == "what" || before.word.ends_with("ed")
            });
        let is_bound = is_bound || told || carries || spans && denied;
        let counts = (first.saturating_sub(3)..first).any(|at| language.counting.has(word(at)) || word(at).ends_with("est"));
        let stops = words.get(end - 1).is_some_and(|last| last.stops);
        if is_bound || counts || first == 0 && language.spans.has(word(end - 1)) {
            continue;
        }
        words.iter_mut().take(end).skip(first).for_each(|token| token.kept = false);
        if stops {
            end_clause(words, first..end, language);
        }
    }
}

/// `left for Valmont [on Monday,] taking …`: the comma that stood behind what went ends the clause before it.
pub(super) fn end_clause(words: &mut [LabelToken<'_>], gone: Range<usize>, language: &LabelLanguage) {
    if let Some(before) = gone.start.checked_sub(1).and_then(|before| words.get_mut(before)) {
        before.stops = true;
    }
    let goes_on = |next: &LabelToken<'_>| {
        let told = language.that.has(next.head()) || language.months.has(&next.word) || language.relatives.has(next.head());
        let is_year = next.word.len() == 4 && is_number(&next.word);
        !told && !language.is_finite(next) && !is_year
    };
    if let Some(next) = words.get_mut(gone.end).filter(|next| gone.start > 0 && goes_on(next)) {
        next.parted = true;
    }
}

/// Whether a folded word is a number in digits.
pub(super) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
