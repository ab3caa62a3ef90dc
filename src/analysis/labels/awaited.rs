//! What a main clause waits for: the clause that brings the verb of what is said in it, or the object of its verb.

use std::ops::Range;

use crate::analysis::labels::clause::{first, has_verb};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::main_clause::depends;
use crate::analysis::labels::token::LabelToken;

/// `révèle qu'en plus du pont, long de deux lieues, la ville a un bac`: the clause that brings the verb of what is said.
pub(super) fn awaited(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<usize> {
    let part = words.get(clauses.get(end.checked_sub(1)?)?.clone())?;
    let kept: Vec<&LabelToken<'_>> = part.iter().filter(|token| token.kept && !token.is_mark()).collect();
    let begins = |at: &usize| {
        clauses.get(*at).and_then(|clause| first(words, clause)).is_some_and(|token| language.that.has(token.head()))
    };
    if kept.last().is_some_and(|last| language.said.has(&last.word) && !last.quoted) && end < clauses.len() && !begins(&end) {
        return (end + 1..clauses.len().min(end + 3)).find(begins);
    }
    // `va présenter, vendredi, à la radio, un plan`.
    let acts =
        |token: &&LabelToken<'_>| ["er", "ir", "re"].iter().any(|ending| token.text.trim_end_matches(',').ends_with(ending));
    let goes = kept.len().checked_sub(2).and_then(|at| kept.get(at)).is_some_and(|before| language.going.has(&before.word));
    if goes && kept.last().copied().as_ref().is_some_and(acts) {
        let object = |at: &usize| {
            clauses
                .get(*at)
                .and_then(|clause| first(words, clause))
                .is_some_and(|token| language.before_nouns.has(token.head()) && !language.cuts.has(&token.word))
        };
        return (end..clauses.len().min(end + 3)).find(object);
    }
    // `told the council, that the bridge was closed`.
    let verb = kept.iter().rev().find(|token| language.is_finite(token));
    if begins(&end) && verb.is_some_and(|verb| language.guesses && language.said.has(&verb.word)) {
        return Some(end);
    }
    if let Some(verb) = said_of(words, clauses, (&kept, end), language) {
        return Some(verb);
    }
    let that = kept.iter().rposition(|token| !token.quoted && language.that.has(token.head()))?;
    // `considèrent toutefois que`.
    let before = kept.get(..that)?.iter().rfind(|token| !language.connectives.has(&token.word))?;
    let says = language.said.has(&before.word)
        || language.said.has(before.verb())
        || language.saying_that.has(&before.word)
        || matches!(before.word.as_str(), "is" | "was" | "est");
    if kept.iter().skip(that + 1).any(|token| language.is_verb(token) || token.quoted) {
        return None;
    }
    if !says {
        // `raises the odds that the miller, a friend of the mayor, will serve`.
        let opens =
            |at: &usize| clauses.get(*at).and_then(|clause| first(words, clause)).is_some_and(|token| language.is_finite(token));
        return (end..clauses.len().min(end + 3)).find(opens).filter(|_| kept.len() > that + 1);
    }
    let brings = |at: &usize| {
        clauses.get(*at).is_some_and(|clause| has_verb(words, clause, language))
            && !clauses.get(*at).and_then(|clause| first(words, clause)).is_some_and(|token| language.relatives.has(&token.word))
    };
    (end..clauses.len()).find(brings)
}

/// `The notice said the minister, Anne Rivoire, was empowered`: the clause that brings the verb of what is said without `that`.
fn said_of(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    (kept, end): (&[&LabelToken<'_>], usize),
    language: &LabelLanguage,
) -> Option<usize> {
    let says = |token: &&LabelToken<'_>| language.saying_that.has(&token.word) && !token.quoted && !token.is_noun;
    let verb = kept.iter().rposition(says)?;
    let subject = kept.get(verb + 1..).filter(|subject| !subject.is_empty())?;
    let is_speech = subject.first().is_some_and(|token| token.quoted);
    if is_speech || subject.iter().any(|token| language.is_verb(token)) {
        return None;
    }
    // `said in March, sales were helped`.
    let when = subject.first().is_some_and(|token| language.leads(token) && language.cuts.has(&token.word));
    let opens = |at: &usize| {
        let clause = clauses.get(*at);
        let verb = when && clause.is_some_and(|clause| has_verb(words, clause, language) && !depends(words, clause, language));
        verb || clause.and_then(|clause| first(words, clause)).is_some_and(|token| language.is_finite(token))
    };
    (end..clauses.len().min(end + 3)).find(opens)
}

/// `The company said the Mill Street, Weir Street and Quay Street shops will close`: the clause that brings the last member and the verb.
pub(super) fn listed(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<usize> {
    let part = words.get(clauses.get(end.checked_sub(1)?)?.clone())?;
    let kept: Vec<&LabelToken<'_>> = part.iter().filter(|token| token.kept && !token.is_mark()).collect();
    let verb = kept.iter().rposition(|token| language.saying_that.has(&token.word) && !token.quoted && !token.is_noun)?;
    let subject = kept.get(verb + 1..).filter(|subject| !subject.is_empty())?;
    if subject.iter().any(|token| language.is_verb(token) || token.quoted) {
        return None;
    }
    let brings = |at: &usize| {
        let part = clauses.get(*at).and_then(|clause| words.get(clause.clone())).unwrap_or_default();
        let before = part.iter().position(|token| token.kept && language.is_finite(token)).unwrap_or(0);
        part.iter().take(before).any(|token| language.and.has(&token.word))
    };
    (end..clauses.len().min(end + 3)).find(brings)
}
