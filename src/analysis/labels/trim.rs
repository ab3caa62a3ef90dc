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
    // What stands behind the main clause, such as who says so, stays; a comma before its verb parts a list.
    let verb = kept.iter().position(|at| words.get(*at).is_some_and(|token| language.is_finite(token))).unwrap_or(0);
    let stop = (verb..kept.len())
        .find(|at| kept.get(*at).and_then(|at| words.get(*at)).is_some_and(|token| token.stops && !token.quoted))
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
    // A verb that only its object completes has none behind it: `a participé | à`, `a ainsi enjoint | à`, `voted | for`.
    let behind = (verb + 1..at).filter_map(token).filter(|token| !language.connectives.has(&token.word)).count();
    let reflects = verb.checked_sub(1).and_then(token).is_some_and(|before| before.word == "se");
    let waits = reflects || token(verb).is_some_and(|verb| language.having.has(&verb.word) || verb.head() == "s'");
    let has_object = behind > 1 || behind == 1 && !waits;
    let before = at.checked_sub(2).and_then(token);
    // `pour aider | aux recherches`, `en acceptant | des réformes`, `between one | and the other`.
    let is_open =
        before.is_some_and(|before| opens_verb(before, last)) || pairs(kept.get(..at).unwrap_or_default(), words, next, language);
    let infinitive = next.word == "a"
        && token(at + 1).is_some_and(|word| word.text.ends_with("er") || word.text.ends_with("ir") || word.text.ends_with("re"));
    // `un plan évalué | à`: a participle that no auxiliary goes before waits for what completes it.
    let participle =
        last.text.ends_with(['é', 'É']) || last.text.ends_with("ée") || last.text.ends_with("és") || last.text.ends_with("ées");
    let is_waiting =
        participle && at.checked_sub(2).and_then(token).is_some_and(|before| !language.is_finite(before) && before.word != "ete");
    // `du vendredi 7 | au samedi 8`, `a été marquée | par la crue`.
    let ranges = language.and.has(&next.word) || matches!(next.word.as_str(), "au" | "a" | "to" | "until");
    let by_whom = participle && next.word == "par";
    let numbered = by_whom || last.word.bytes().any(|byte| byte.is_ascii_digit()) && ranges;
    LabelLanguage::begins(&language.cuts, next)
        && !language.is_finite(next)
        && !next.quoted
        && !last.quoted
        && !last.word.is_empty()
        && !language.open.has(&last.word)
        && !language.open.has(last.tail())
        && has_object
        && !is_open
        && !infinitive
        && !is_waiting
        && !numbered
}

/// Whether `last` is a form of a verb that waits for its object behind `before`.
fn opens_verb(before: &LabelToken<'_>, last: &LabelToken<'_>) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| last.word.len() > ending.len() + 1 && last.word.ends_with(ending));
    match before.word.as_str() {
        "pour" | "a" | "de" | "sans" | "afin" | "faire" | "se" | "aller" => ends(&["er", "ir", "oir", "re"]),
        "en" => ends(&["ant"]),
        "to" => true,
        "by" | "for" | "of" | "without" => ends(&["ing"]),
        _ => last.head() == "d'" && ends(&["er", "ir"]),
    }
}

/// Whether `next` joins the second of two that a word among those kept announces.
fn pairs(kept: &[usize], words: &[LabelToken<'_>], next: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let announces = |at: &usize| words.get(*at).is_some_and(|token| matches!(token.word.as_str(), "entre" | "between" | "both"));
    let joins = |at: &usize| words.get(*at).is_some_and(|token| language.and.has(&token.word));
    let open = kept.iter().rposition(announces);
    language.and.has(&next.word) && open.is_some_and(|open| !kept.iter().skip(open).any(joins))
}

/// Whether what is cut off says that something is not, or only under a condition.
fn loses_doubt(words: &[LabelToken<'_>], kept: &[usize], cut: std::ops::Range<usize>, language: &LabelLanguage) -> bool {
    let places = kept.get(cut).unwrap_or_default();
    let mut tokens = places.iter().filter_map(|at| words.get(*at));
    tokens.any(|token| LabelLanguage::begins(&language.doubts, token) || token.word.ends_with("n't"))
}
