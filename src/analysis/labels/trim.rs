//! The last deletion: what stands behind a preposition or a conjunction, where a label is still too long and nothing that limits it goes.

use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words that must stand before a cut.
const LEAST: usize = 5;

/// Ends the first run of kept words before its twelfth or so, `most` words being wanted in all; else where it can end at all.
pub(super) fn trim(words: &mut [LabelToken<'_>], language: &LabelLanguage, most: usize) {
    let kept: Vec<usize> =
        words.iter().enumerate().filter(|(_, token)| token.kept && !token.is_mark()).map(|(at, _)| at).collect();
    if kept.len() <= most {
        return;
    }
    // What stands behind the main clause, such as who says so, stays.
    let stop = kept
        .iter()
        .position(|at| words.get(*at).is_some_and(|token| token.stops && !token.quoted))
        .map_or(kept.len(), |at| at + 1);
    let behind = kept.len() - stop;
    let room = most.saturating_sub(behind).max(LEAST);
    let may_end = |at: &usize| ends_before(words, &kept, *at, language) && !loses_doubt(words, &kept, *at..stop, language);
    let shorter = (LEAST..=room.min(stop.saturating_sub(1))).rev().find(may_end);
    let Some(cut) = shorter.or_else(|| (room + 1..stop).find(may_end)) else { return };
    let (from, to) = (kept.get(cut).copied().unwrap_or(words.len()), kept.get(stop).copied().unwrap_or(words.len()));
    words.iter_mut().take(to).skip(from).for_each(|token| token.kept = false);
}

/// Whether the sentence can end before the word at `at` of `kept`.
fn ends_before(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(last)) = (token(at), at.checked_sub(1).and_then(token)) else { return false };
    let verb = (0..at).rev().find(|at| token(*at).is_some_and(|token| language.is_finite(token)));
    let Some(verb) = verb else { return false };
    // A verb that only its object completes has none behind it: `a participé | à`, `voted | for`.
    let has_object = at - verb > 2 || at - verb == 2 && !token(verb).is_some_and(|verb| language.having.has(&verb.word));
    let infinitive = next.word == "a"
        && token(at + 1).is_some_and(|word| word.text.ends_with("er") || word.text.ends_with("ir") || word.text.ends_with("re"));
    // `un plan évalué | à`: a participle that no auxiliary goes before waits for what completes it.
    let participle =
        last.text.ends_with(['é', 'É']) || last.text.ends_with("ée") || last.text.ends_with("és") || last.text.ends_with("ées");
    let is_waiting =
        participle && at.checked_sub(2).and_then(token).is_some_and(|before| !language.is_finite(before) && before.word != "ete");
    let numbered = last.word.bytes().any(|byte| byte.is_ascii_digit()) && language.and.has(&next.word);
    LabelLanguage::begins(&language.cuts, next)
        && !language.is_finite(next)
        && !next.quoted
        && !last.quoted
        && !last.word.is_empty()
        && !language.open.has(&last.word)
        && !language.open.has(last.tail())
        && has_object
        && !infinitive
        && !is_waiting
        && !numbered
}

/// Whether what is cut off says that something is not, or only under a condition.
fn loses_doubt(words: &[LabelToken<'_>], kept: &[usize], cut: std::ops::Range<usize>, language: &LabelLanguage) -> bool {
    let places = kept.get(cut).unwrap_or_default();
    let mut tokens = places.iter().filter_map(|at| words.get(*at));
    tokens.any(|token| LabelLanguage::begins(&language.doubts, token) || token.word.ends_with("n't"))
}
