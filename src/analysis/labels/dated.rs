//! The clause that a date stands in: it stays in the label of what is told of that date, so that no label tells of another day.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::clause::{has_verb, is_guard, is_quoted, opening_of};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::is_participle;
use crate::analysis::labels::main_clause::{brings_verb, depends};
use crate::analysis::labels::token::LabelToken;

/// Clauses between one that only says when and that which brings its verb, at most: `mais Bagdad, en 2014, les a invitées`.
const NEAR: usize = 3;

/// The clauses that say what was so on the day whose words begin at the word `date`, where the main clause, `main`, does not; empty
/// where they say no more than when.
pub(super) fn clauses_of_date(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    main: &Range<usize>,
    date: usize,
    language: &LabelLanguage,
) -> Range<usize> {
    let verb = |at: usize| clauses.get(at).is_some_and(|clause| tells(words, clause, language));
    let depends = |at: usize| clauses.get(at).is_some_and(|clause| depends(words, clause, language));
    // Where nothing is left of the clause it stood in, it says when the next was so.
    let Some(at) = clauses.iter().position(|clause| clause.end > date).filter(|at| !main.contains(at)) else { return 0..0 };
    if clauses.get(at).is_some_and(|clause| has_verb(words, clause, language)) {
        let begins = |at: &usize| opening_of(words, clauses, *at).is_some_and(|token| language.is_surely_finite(token));
        let subject = (main.end.min(at)..at).rev().take(NEAR).find(|at| opens_another(words, clauses, *at, language));
        let from = if begins(&at) { subject.unwrap_or(at) } else { at };
        return from..at + 1;
    }
    if verb(at) {
        return at..at + 1;
    }
    // `mais en 2014, Bagdad les a invitées`.
    let end = (at + 1..clauses.len().min(at + 1 + NEAR)).find(|at| verb(*at) && !depends(*at));
    match end {
        Some(end) if at >= main.end => at..end + 1,
        _ => 0..0,
    }
}

/// Whether a clause has a verb, that of a relative clause included, or is a participle: it tells something.
pub(super) fn tells(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    part.iter().any(|token| token.kept && language.is_verb(token)) || is_participle(words, clause, language)
}

/// Deletes what stands before the sentence within a sentence that the word `date` stands in, and what joins the two, where it tells
/// something of its own: `Le pont a fermé en 2011, mais en 2014, la mairie a ouvert un bac`. What leans on the part before, or may be said by
/// somebody whom that names, keeps it.
pub(super) fn delete_other_sentences(
    words: &mut [LabelToken<'_>],
    date: usize,
    clauses: &[Range<usize>],
    language: &LabelLanguage,
) {
    let Some(at) = clauses.iter().position(|clause| clause.end > date) else { return };
    let Some(opening) = (1..=at).rev().find(|at| opens_another(words, clauses, *at, language)) else { return };
    let (before, behind) = clauses.split_at(opening);
    let verb = |clause: &Range<usize>| brings_verb(words, clause, language);
    let start = behind.first().map_or(words.len(), |clause| clause.start);
    let part = words.get(start..).unwrap_or_default();
    let stands_alone = before.iter().any(verb)
        && !is_said_before(words, before, language)
        && !part.iter().any(|token| token.quoted)
        && has_own_subject(part, language)
        && !leans_back(part, language);
    if stands_alone {
        let joining = usize::from(first_is_joining(part, language));
        words.iter_mut().take(start + joining).for_each(|token| token.kept = false);
    }
}

/// Whether one of the clauses `before` may say of what follows who says so, or under which condition it is so.
pub(super) fn is_said_before(words: &[LabelToken<'_>], before: &[Range<usize>], language: &LabelLanguage) -> bool {
    before.iter().any(|clause| {
        is_attribution(words, clause, language)
            || is_guard(words, clause, language)
            || is_quoted(words, clause)
            || words.get(clause.clone()).unwrap_or_default().iter().any(|token| {
                language.said.has(&token.word) || language.said.has(token.verb()) || language.saying_that.has(&token.word)
            })
    })
}

/// Whether the clause at `at` begins another sentence: behind a semicolon, or with a conjunction that joins two.
fn opens_another(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let Some(clause) = clauses.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|before| clauses.get(before)).and_then(|clause| words.get(clause.end - 1));
    let parted = before.is_some_and(|token| token.text.ends_with(';'));
    parted || first_is_joining(words.get(clause.clone()).unwrap_or_default(), language)
}

fn first_is_joining(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    part.iter().find(|token| !token.is_mark()).is_some_and(|token| language.joining.has(&token.word))
}

/// Whether a verb comes behind a word that can be its subject.
pub(super) fn has_own_subject(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let behind = part.iter().filter(|token| token.kept && !token.is_mark() && !language.joining.has(&token.word));
    let mut subject = false;
    for token in behind {
        if language.is_finite(token) {
            return subject;
        }
        subject |= language.before_nouns.has(&token.word) || language.before_nouns.has(token.head()) || token.is_capital();
    }
    false
}

/// Whether a word of `part` points to what another part names: `les a invitées`, `its owner`.
fn leans_back(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let is_object = |pair: &[LabelToken<'_>]| {
        let verb = pair.last().is_some_and(|next| language.is_surely_finite(next));
        verb && pair.first().is_some_and(|token| language.objects.has(&token.word))
    };
    let elides = |token: &LabelToken<'_>| token.head() == "l'" && language.is_surely_finite(token);
    part.windows(2).any(is_object)
        || part.iter().any(|token| language.pronouns.has(&token.word) || language.referring.has(&token.word) || elides(token))
}
