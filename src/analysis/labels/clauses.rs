//! Clauses: which of the stretches between commas is the main clause, and which others stay with it.

use std::ops::Range;

use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest attribution that stays whole.
const ATTRIBUTION: usize = 7;
/// Words of the longest day that begins with `this`.
const THIS: usize = 4;
/// Words of the longest member of a list.
const MEMBER: usize = 5;

/// Deletes what is not the main clause, what it depends on, or who says so.
pub(super) fn delete_clauses(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let clauses = clauses(words);
    let Some(mut main) = main_clause(words, &clauses, language) else { return };
    // What a colon announces is what is said.
    let announces = |clause: &Range<usize>| {
        clause.end.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|token| token.text.ends_with(':') || token.text == ":")
    };
    while main.end < clauses.len() && main.end.checked_sub(1).and_then(|at| clauses.get(at)).is_some_and(announces) {
        main.end += 1;
    }
    while main.end < clauses.len() && is_unfinished(words, clauses.get(main.end - 1), language) {
        main.end += 1;
    }
    let leading = clauses.iter().take(main.start).any(|clause| is_guard(words, clause, language));
    let opening = clauses.get(main.start).filter(|_| leading).and_then(|clause| words.get_mut(clause.clone()));
    if let Some(token) = opening.and_then(|part| part.iter_mut().find(|token| token.kept && !token.is_mark())) {
        token.parted = true;
    }
    for (at, clause) in clauses.iter().enumerate() {
        let stays =
            main.contains(&at) || is_guard(words, clause, language) || at >= main.end && is_attribution(words, clause, language);
        if !stays {
            words.iter_mut().take(clause.end).skip(clause.start).for_each(|token| token.kept = false);
        } else if at >= main.end {
            if is_attribution(words, clause, language) {
                shorten(words, clause, language);
            }
            if let Some(token) = words.iter_mut().take(clause.end).skip(clause.start).find(|token| token.kept && !token.is_mark())
            {
                token.parted = true;
            }
        }
    }
    delete_appositions(words, &clauses, &main, language);
}

/// The stretches of kept words between commas, semicolons, colons and dashes, outside quotation marks.
fn clauses(words: &[LabelToken<'_>]) -> Vec<Range<usize>> {
    let (mut clauses, mut start) = (Vec::new(), 0);
    for (at, token) in words.iter().enumerate() {
        let ends = token.stops || token.is_dash() && !token.quoted || at + 1 == words.len();
        if ends {
            if words.get(start..=at).is_some_and(|part| part.iter().any(|token| token.kept && !token.is_mark())) {
                clauses.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    clauses
}

fn first<'a, 'b>(words: &'b [LabelToken<'a>], clause: &Range<usize>) -> Option<&'b LabelToken<'a>> {
    words.get(clause.clone())?.iter().find(|token| token.kept && !token.is_mark())
}

fn has_verb(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    words.get(clause.clone()).is_some_and(|part| part.iter().any(|token| token.kept && language.is_finite(token)))
}

/// Whether a clause says under which condition or on whose word.
fn is_guard(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    first(words, clause).is_some_and(|token| LabelLanguage::begins(&language.guards, token))
}

/// Whether a clause says who says so: a verb of saying is among its first words.
fn is_attribution(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let is_relative = |token: &&LabelToken<'_>| matches!(token.word.as_str(), "qui" | "who" | "which" | "dont");
    let mut near = part.iter().filter(|token| token.kept && !token.is_mark()).take(4).take_while(|token| !is_relative(token));
    let opens =
        first(words, clause).is_some_and(|token| LabelLanguage::begins(&language.trailing, token) && !language.is_finite(token));
    !opens && near.any(|token| !token.quoted && (language.said.has(&token.word) || language.said.has(token.verb())))
}

/// The clauses from the subject to the verb of the main clause; `None` when none has a verb.
fn main_clause(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> Option<Range<usize>> {
    let verb = |at: usize| clauses.get(at).is_some_and(|clause| has_verb(words, clause, language) || is_quoted(words, clause));
    let depends = |at: usize| {
        let token = clauses.get(at).and_then(|clause| first(words, clause));
        token.is_some_and(|token| LabelLanguage::begins(&language.trailing, token) && !language.is_finite(token))
    };
    let leads = |at: usize| {
        let token = clauses.get(at).and_then(|clause| first(words, clause));
        let length = clauses.get(at).map_or(0, Range::len);
        // `Ce mardi,` leads; `Ce modèle, …,` is what is spoken of.
        let is_subject = token.is_some_and(|token| matches!(token.word.as_str(), "ce" | "cette" | "this")) && length > THIS;
        let is_ago = clauses.get(at).is_some_and(|clause| is_ago(words, clause));
        let is_state = at == 0 && clauses.get(at).is_some_and(|clause| is_participle(words, clause));
        is_state
            || !is_subject && is_ago
            || !is_subject && token.is_some_and(|token| language.leads(token) || LabelLanguage::begins(&language.guards, token))
    };
    let later = |from: usize| (from..clauses.len()).any(|at| verb(at) && !depends(at) && !leads(at));
    let start = (0..clauses.len()).find(|at| !(leads(*at) || depends(*at)) || !later(*at + 1))?;
    let opening = |at: usize| clauses.get(at).and_then(|clause| first(words, clause));
    if verb(start) {
        // A verb without a subject goes with what stands before it.
        let lacks = start > 0 && opening(start).is_some_and(|token| language.is_surely_finite(token));
        return Some(if lacks { 0..start + 1 } else { start..start + 1 });
    }
    // A subject, what is said of it between commas, and its verb.
    // `les députés, sauf trois, se sont levés`: the pronoun belongs to the verb.
    let reflects = |token: &LabelToken<'_>| matches!(token.word.as_str(), "se" | "ne");
    let opens_surely = |at: &usize| opening(*at).is_some_and(|token| language.is_surely_finite(token) || reflects(token));
    let opens = |at: &usize| opening(*at).is_some_and(|token| language.is_finite(token));
    // `The bridge, closed since May, was reopened`: what only ends like a verb is one where none is sure to be.
    // `Blessé, le militaire est soigné, a dit le préfet`: who says so brings no verb to what another clause has a verb for.
    let told = (start + 1..clauses.len()).find(|at| verb(*at) && !depends(*at) && !leads(*at));
    let said = |at: usize| clauses.get(at).is_some_and(|clause| is_attribution(words, clause, language));
    let last = (start + 1..clauses.len()).find(|at| said(*at) && told.is_some_and(|told| told < *at));
    let behind = start + 1..last.unwrap_or(clauses.len());
    if let Some(end) = behind.clone().find(opens_surely).or_else(|| behind.clone().find(opens)) {
        return Some(start..end + 1);
    }
    let end = (start + 1..clauses.len()).find(|at| verb(*at) && !depends(*at))?;
    // The last member of a list brings the verb; else what stood before was said of the subject that comes now.
    let lists = clauses.get(end).and_then(|clause| words.get(clause.clone())).is_some_and(|part| {
        let before = part.iter().take_while(|token| !language.is_finite(token));
        before.take(MEMBER + 1).any(|token| language.and.has(&token.word))
    });
    // `le dépôt, vendredi, d'un texte a …`: what begins with a preposition goes on with the subject.
    let goes_on = opening(end).is_some_and(|token| language.goes_on.has(&token.word) || language.goes_on.has(token.head()));
    // `Elue en 2014, Anne Rivoire a …` says something of whom it names; `a woman of Mill Street, Valmont was …` does not end before its verb.
    let before = end.checked_sub(1).and_then(|before| words.get(clauses.get(before)?.clone()));
    let last = before.and_then(|part| part.iter().rev().find(|token| token.kept && !token.is_mark()));
    // A capital at the head of the sentence tells nothing.
    let is_name = last.is_some_and(|last| {
        last.is_capital() && words.iter().find(|token| token.kept).is_some_and(|first| !std::ptr::eq(first, last))
    });
    Some(if lists || goes_on || is_name { start..end + 1 } else { end..end + 1 })
}

/// `Il y a un an,`: whether a clause says how long ago, with a verb that tells nothing.
fn is_ago(words: &[LabelToken<'_>], clause: &Range<usize>) -> bool {
    let mut part = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.kept && !token.is_mark());
    let opens = ["il", "y", "a"].into_iter().all(|word| part.next().is_some_and(|token| token.word == word));
    opens && part.count() < 4
}

/// `Placé en garde à vue,`: whether the first clause says in what state its subject, which comes behind it, is.
fn is_participle(words: &[LabelToken<'_>], clause: &Range<usize>) -> bool {
    let mut part = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.kept && !token.is_mark());
    let ends = |token: &LabelToken<'_>| ["é", "ée", "és", "ées"].iter().any(|ending| token.text.ends_with(ending));
    part.next().is_some_and(ends) && part.next().is_some_and(|next| !next.is_capital() && !next.quoted)
}

/// Whether a clause ends with its verb, so that what completes it stands behind an insertion: `a fait, selon un bilan, six morts`.
fn is_unfinished(words: &[LabelToken<'_>], clause: Option<&Range<usize>>, language: &LabelLanguage) -> bool {
    let part = clause.and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let mut last = part.iter().rev().filter(|token| token.kept && !token.is_mark());
    let (end, before) = (last.next(), last.next());
    let is_guard = part.first().is_some_and(|token| LabelLanguage::begins(&language.guards, token));
    // `a souligné que la laïcité, …, n'est pas`: what is said has no verb yet.
    let kept: Vec<&LabelToken<'_>> = part.iter().filter(|token| token.kept && !token.is_mark()).collect();
    let that = kept.iter().rposition(|token| !token.quoted && matches!(token.head(), "que" | "qu'" | "that"));
    let said = |at: usize| kept.get(at).is_some_and(|token| language.said.has(&token.word) || language.said.has(token.verb()));
    let waits = that.filter(|that| that.checked_sub(1).is_some_and(said)).is_some_and(|that| {
        let is_verb = |token: &&&LabelToken<'_>| language.is_finite(token) || token.quoted;
        kept.iter().skip(that).filter(is_verb).count() == 0 && kept.len() < that + MEMBER
    });
    let says = end.is_some_and(|token| language.said.has(&token.word));
    is_guard
        || waits
        || says && before.is_some_and(|token| !token.quoted && language.having.has(&token.word))
        || end.is_some_and(|token| language.having.has(&token.word) && !token.quoted)
        || end
            .is_some_and(|token| language.is_surely_finite(token) && !token.is_capital() || language.connectives.has(&token.word))
            && before.is_some_and(|token| !token.quoted && language.having.has(&token.word))
}

fn is_quoted(words: &[LabelToken<'_>], clause: &Range<usize>) -> bool {
    words.get(clause.clone()).is_some_and(|part| part.iter().filter(|token| token.quoted).count() * 2 > part.len())
}

/// Deletes what is said of a subject between commas, where the verb comes behind it.
fn delete_appositions(words: &mut [LabelToken<'_>], clauses: &[Range<usize>], main: &Range<usize>, language: &LabelLanguage) {
    let verb = clauses.get(main.end - 1).and_then(|clause| first(words, clause)).is_some_and(|token| language.is_finite(token));
    if !verb {
        return;
    }
    for clause in clauses.iter().take(main.end - 1).skip(main.start + 1) {
        words.iter_mut().take(clause.end).skip(clause.start).for_each(|token| token.kept = false);
    }
}

/// Leaves of a long attribution the verb and who says it.
fn shorten(words: &mut [LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) {
    let places: Vec<usize> = clause.clone().filter(|at| words.get(*at).is_some_and(|token| token.kept)).collect();
    if places.len() <= ATTRIBUTION {
        return;
    }
    let ends = |at: &&usize| words.get(**at).is_some_and(|token| LabelLanguage::begins(&language.cuts, token));
    let Some(cut) = places.iter().skip(3).find(ends).copied() else { return };
    words.iter_mut().take(clause.end).skip(cut).for_each(|token| token.kept = false);
}
