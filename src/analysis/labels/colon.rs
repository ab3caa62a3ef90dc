//! Colons: what one announces stays with it, and so does who speaks the quotation behind it.

use std::ops::Range;

use crate::analysis::labels::clause::{has_verb, is_quoted, opening_of, part_of};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Whether the clause at `at` ends with a colon.
pub(super) fn ends_with_colon(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize) -> bool {
    let last = clauses.get(at).and_then(|clause| clause.end.checked_sub(1)).and_then(|last| words.get(last));
    last.is_some_and(|token| token.text.ends_with(':'))
}

/// Whether the clause at `at` begins with a quotation mark.
fn opens_quotation(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize) -> bool {
    opening_of(words, clauses, at).is_some_and(|token| token.quoted)
}

/// Whether the clause at `at` announces what stands behind its colon: its verb is one of saying, or a quotation follows.
fn announces(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let part = part_of(words, clauses, at);
    let verb = part.iter().rev().find(|token| token.kept && language.is_finite(token) && !language.having.has(&token.word));
    let tells = verb.is_some_and(|verb| !language.said.has(&verb.word) && !language.said.has(verb.verb()));
    ends_with_colon(words, clauses, at) && (!tells || opens_quotation(words, clauses, at + 1))
}

/// Where what the clause before `end` announces ends, if it announces anything.
pub(super) fn behind_colon(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    end: usize,
    language: &LabelLanguage,
) -> Option<usize> {
    let verb = |at: &usize| clauses.get(*at).is_some_and(|clause| has_verb(words, clause, language));
    let colon = end < clauses.len() && end.checked_sub(1).is_some_and(|at| announces(words, clauses, at, language));
    if colon && opens_quotation(words, clauses, end) {
        // All that is quoted, since no verb within it is asked for.
        return Some((end..clauses.len()).take_while(|at| opens_quotation(words, clauses, *at)).last().unwrap_or(end) + 1);
    }
    colon.then(|| (end..clauses.len()).find(verb).unwrap_or(end) + 1)
}

/// `Angela Merkel: “It is over”`, `Et la compagnie d'assurer : il « n'y a pas de bac »`: where the clause before `main` begins that says who
/// speaks, if what stands in `main` is a quotation.
pub(super) fn speaker_before(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    main: &Range<usize>,
    language: &LabelLanguage,
) -> Option<usize> {
    let before = main.start.checked_sub(1).filter(|before| ends_with_colon(words, clauses, *before))?;
    let part = clauses.get(main.start).and_then(|clause| words.get(clause.clone()))?;
    let quotes = part.iter().filter(|token| token.counts()).take(2).any(|token| token.quoted);
    let speaks = clauses.get(before).is_some_and(|clause| !is_quoted(words, clause));
    // What parts the name from what it is said of stays with it.
    let opens = |at: &usize| opening_of(words, clauses, *at).is_some_and(|token| !language.leads(token));
    (quotes && speaks).then(|| (0..=before).find(opens).unwrap_or(before))
}
