//! What a label of many words leaves: the clauses around its date that tell something by themselves, with a mark where words are left out.
//!
//! A sentence that no rule makes shorter would fill a screen. What is shown of it is a sentence still: it begins where a clause has its own
//! subject and verb, ends where nothing is waited for, and leaves out nothing that limits it or says who says so. Where no part is one, the sentence is
//! shown whole.

use std::ops::Range;

use crate::analysis::labels::attribution::{is_attribution, lacks_speaker};
use crate::analysis::labels::clause::{has_verb, is_guard, is_quoted, opening_of};
use crate::analysis::labels::clauses::clauses;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::dated::{has_own_subject, is_said_before};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::main_clause::depends;
use crate::analysis::labels::removable::is_removable;
use crate::analysis::labels::token::{LabelToken, rendered};

/// Words of the longest label of which no part is left out.
pub(super) const LONGEST: usize = 35;

/// The label that `words` make for the date at the word `date`: all of them, or where they are too many the clauses around it, if these are a
/// sentence by what `stands` says.
pub(super) fn excerpt(
    words: &[LabelToken<'_>],
    date: usize,
    language: &LabelLanguage,
    stands: &dyn Fn(&[LabelToken<'_>]) -> bool,
) -> String {
    if count(words) <= LONGEST {
        return rendered(words);
    }
    let clauses = clauses(words);
    let Some(at) = clauses.iter().position(|clause| clause.end > date) else { return rendered(words) };
    let mut starts = (0..=at).filter(|from| *from == 0 || begins(words, &clauses, *from, language));
    // `in the next election, voters will turn out`: what only says when goes with what was so then.
    let tells = |at: usize| clauses.get(at).is_some_and(|clause| has_verb(words, clause, language));
    let least = if !tells(at) && tells(at + 1) { at + 2 } else { at + 1 };
    let shown = |from: usize| {
        let ends = (least..=clauses.len()).rev().filter(|to| *to == clauses.len() || ends(words, &clauses, *to, language));
        ends.map(|to| only(words, &clauses, from..to))
            .find(|left| count(left) <= LONGEST && stands(left))
            .map(|left| (from, left))
    };
    let Some((from, left)) = starts.find_map(shown) else { return rendered(words) };
    let line = rendered(&left);
    let opening = opening_of(words, &clauses, from);
    let line = if from > 0 { format!("… {}", as_written(&line, opening)) } else { line };
    let ends = |token: &LabelToken<'_>| token.counts();
    let cut = words.iter().rposition(ends) != left.iter().rposition(ends);
    if cut { format!("{line} …") } else { line }
}

fn count(words: &[LabelToken<'_>]) -> usize {
    words.iter().filter(|token| token.counts()).count()
}

/// `words` with no others kept than those of the clauses `shown`.
fn only<'a>(words: &[LabelToken<'a>], clauses: &[Range<usize>], shown: Range<usize>) -> Vec<LabelToken<'a>> {
    let first = clauses.get(shown.start).map_or(0, |clause| clause.start);
    let after = shown.end.checked_sub(1).and_then(|last| clauses.get(last)).map_or(words.len(), |clause| clause.end);
    let mut left = words.to_vec();
    left.iter_mut().enumerate().for_each(|(at, token)| token.kept &= (first..after).contains(&at));
    left
}

/// Whether the clause at `from` tells something by itself, so that what stands before it can go: its verb has its subject before it, it hangs on
/// nothing, and nobody is named before it who may say it, and no condition under which it is so.
fn begins(words: &[LabelToken<'_>], clauses: &[Range<usize>], from: usize, language: &LabelLanguage) -> bool {
    let Some(clause) = clauses.get(from) else { return false };
    let part = words.get(clause.clone()).unwrap_or_default();
    let opening = opening_of(words, clauses, from);
    let hangs = opening.is_none_or(|token| {
        token.quoted
            || LabelLanguage::begins(&language.relatives, token)
            || LabelLanguage::begins(&language.subordinating, token)
            || LabelLanguage::begins(&language.cuts, token) && !language.and.has(&token.word)
            || language.is(Cue::But, &token.word)
    });
    let before = clauses.get(..from).unwrap_or_default();
    let joins = opening.is_some_and(|token| language.joining.has(&token.word));
    !hangs
        && (joins || !depends(words, clause, language))
        && !is_attribution(words, clause, language)
        && has_own_subject(part, language)
        && !is_said_before(words, before, language)
}

/// Whether nothing of what stands before the clause at `to` waits for it or for what stands behind it: no condition, no source.
fn ends(words: &[LabelToken<'_>], clauses: &[Range<usize>], to: usize, language: &LabelLanguage) -> bool {
    let holds = |clause: &Range<usize>| {
        is_guard(words, clause, language) || is_attribution(words, clause, language) || is_quoted(words, clause)
    };
    let rest = clauses.get(to..).unwrap_or_default();
    // What brings an object without a verb of its own may be what a verb before it waits for.
    let brings = clauses.get(to).is_some_and(|clause| {
        let opening = opening_of(words, clauses, to);
        opening.is_some_and(|token| language.objects_open.has(token.head()) || language.that.has(token.head()))
            && !has_verb(words, clause, language)
    });
    // `a déclaré, à la radio, le maire`: who says so is still to come.
    let before = to.checked_sub(1).and_then(|before| clauses.get(before));
    let lacks = before.is_some_and(|before| is_attribution(words, before, language) && lacks_speaker(words, before, language));
    // `was restored and, in anger, sold`: what joins or brings waits for what it brings.
    let last = before.and_then(|before| words.get(before.clone())).and_then(|part| part.iter().rfind(|token| token.counts()));
    let waits = last.is_some_and(|last| {
        let word = &last.word;
        !last.quoted
            && (language.and.has(word) || language.joining.has(word) || language.cuts.has(word) || language.open.has(word))
    });
    is_removable(words, clauses, to, language) && !brings && !lacks && !waits && !rest.iter().any(holds)
}

/// `line` with its first letter as the word `first` has it.
fn as_written(line: &str, first: Option<&LabelToken<'_>>) -> String {
    let small = first.is_some_and(|first| !first.is_capital());
    let mut letters = line.chars();
    match letters.next().filter(|_| small) {
        Some(letter) => letter.to_lowercase().chain(letters).collect(),
        None => line.to_owned(),
    }
}
