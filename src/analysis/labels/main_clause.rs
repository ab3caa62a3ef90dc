//! The main clause: which of the stretches between commas bring its subject and its verb.

use std::ops::Range;

use crate::analysis::labels::attribution::{ends_saying, is_attribution};
use crate::analysis::labels::clause::{has_verb, is_quoted, opening_of, part_of};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::{begins_list, is_participle, leading, leads};
use crate::analysis::labels::token::LabelToken;
use crate::analysis::labels::unfinished::ends_with_relative;

/// Words of the longest connective before a conjunction.
const CONNECTIVE: usize = 2;
/// Words before a verb that may be a subject without an article.
const SUBJECT: usize = 3;
/// Words of the longest member of a list.
const MEMBER: usize = 5;

/// The clauses from the subject to the verb of the main clause; `None` when none has a verb.
pub(super) fn main_clause(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> Option<Range<usize>> {
    let verb = |at: usize| {
        clauses.get(at).is_some_and(|clause| brings_verb(words, clause, language)) && !lists_quotation(words, clauses, at)
    };
    let depends = |at: usize| clauses.get(at).is_some_and(|clause| depends(words, clause, language));
    let led = leading(words, clauses, language);
    let leads = |at: usize| led.get(at).is_some_and(|leads| *leads);
    let later = |from: usize| (from..clauses.len()).any(|at| verb(at) && !depends(at) && !leads(at));
    let from = behind_opening(words, clauses, language);
    let start = (from..clauses.len()).find(|at| !(leads(*at) || depends(*at)) || !later(*at + 1))?;
    let opening = |at: usize| opening_of(words, clauses, at);
    let unknown = start == 0 || !(verb(0) || verb(start));
    if unknown && from == 0 && clauses.len() > 1 && waits_for_another(words, clauses, language) {
        return Some(0..clauses.len());
    }
    // The names of a list have one verb.
    if start + 1 < clauses.len() && begins_list(words, clauses, start, language) {
        return Some(start..start + 2);
    }
    if verb(start) {
        // A verb without a subject goes with what stands before it.
        let has_subject = |token: &LabelToken<'_>| language.is(Cue::ElidedPronoun, token.head());
        // So does `s'en prend`.
        let clitic = |at: usize| {
            let part = part_of(words, clauses, at);
            let mut kept = part.iter().filter(|token| token.counts());
            let opens = kept.next().is_some_and(|token| language.is(Cue::Clitic, &token.word) && !token.quoted);
            opens && kept.next().is_some_and(|token| language.is_finite(token))
        };
        let lacks = start > 0
            && (clitic(start) || opening(start).is_some_and(|token| language.is_surely_finite(token) && !has_subject(token)));
        return Some(if lacks { 0..start + 1 } else { start..start + 1 });
    }
    subject_to_verb(words, clauses, start, language)
}

/// `"Trop tard", "dehors" et une croix ont été peints`: whether a few quoted words are a member of a list that goes on behind them.
fn lists_quotation(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize) -> bool {
    let part = part_of(words, clauses, at);
    let short = part.len() <= MEMBER && part.iter().all(|token| token.quoted);
    let opens = |token: &LabelToken<'_>| token.text.starts_with(['"', '«', '“']);
    short && opening_of(words, clauses, at + 1).is_some_and(opens)
}

/// `Alors que le pont est fermé, le maire …`: whether the first clause hangs on another, whose verb is not known.
pub(super) fn waits_for_another(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> bool {
    let part = clauses.first().and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let (Some(token), next) = (kept.next(), kept.next()) else { return false };
    let that = next.is_some_and(|next| language.that.has(next.head()));
    language.inverts && (language.is(Cue::WhenFirst, token.head()) || that && language.is(Cue::WhileThat, token.head()))
}

/// Behind `When Anne Rivoire, a former judge, was named,`: the first clause that may be the main one, where a conjunction at the head of
/// the sentence waits for a verb that an insertion parts from it.
fn behind_opening(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> usize {
    let verb = |at: &usize| clauses.get(*at).is_some_and(|clause| brings_verb(words, clause, language));
    let depends = |at: usize| clauses.get(at).is_some_and(|clause| depends(words, clause, language));
    let part = |at: usize| part_of(words, clauses, at);
    // `En effet, alors que la ville, …`: behind two words that lead.
    let start =
        usize::from(!verb(&0) && clauses.len() > 1 && part(0).iter().filter(|token| token.counts()).count() <= CONNECTIVE);
    let mut kept = part(start).iter().filter(|token| token.counts());
    let (Some(token), next) = (kept.next(), kept.next()) else { return 0 };
    let that = next.is_some_and(|next| language.that.has(next.head()));
    let waits = language.is(Cue::WaitsFirst, token.head()) || that && language.is(Cue::WhileThat, token.head());
    if !waits || verb(&start) {
        return 0;
    }
    let behind = (start + 1..clauses.len()).find(|at| verb(at) && !depends(*at)).map_or(0, |at| at + 1);
    let says = |at: usize| clauses.get(at).is_some_and(|clause| is_attribution(words, clause, language));
    if (behind..clauses.len()).any(|at| verb(&at) && !depends(at) && !says(at)) { behind } else { 0 }
}

/// Whether a clause brings a verb, or is a quotation.
pub(super) fn brings_verb(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    has_verb(words, clause, language) || is_quoted(words, clause)
}

/// Whether a clause begins as a relative or trailing one does.
pub(super) fn depends(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let (Some(token), next) = (kept.next(), kept.next()) else { return false };
    // `ce qui` depends, `ce pont` does not.
    let is_this = token.word == "ce" && next.is_some_and(|next| !language.relatives.has(next.head()));
    // `a price, not to exceed ten dollars`.
    // `tout ce qui` depends, `tout commence` does not.
    let is_all = token.word == "tout" && !next.is_some_and(|next| language.is(Cue::AllThat, &next.word));
    let limits = token.word == "not" && next.is_some_and(|next| next.word == "to");
    limits || LabelLanguage::begins(&language.trailing, token) && !language.is_finite(token) && !is_this && !is_all
}

/// A subject at `start`, what is said of it between commas, and its verb.
fn subject_to_verb(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    start: usize,
    language: &LabelLanguage,
) -> Option<Range<usize>> {
    let opening = |at: usize| opening_of(words, clauses, at);
    let verb = |at: usize| clauses.get(at).is_some_and(|clause| brings_verb(words, clause, language));
    let depends = |at: usize| clauses.get(at).is_some_and(|clause| depends(words, clause, language));
    let leads = |at: usize| clauses.get(at).is_some_and(|clause| leads(words, clause, at == 0, language));
    // `les députés, sauf trois, se sont levés`: the pronoun belongs to the verb.
    let reflects = |token: &LabelToken<'_>| language.is(Cue::Clitic, &token.word);
    // `La Sarelle, c'est son nom, est …`: an elided subject opens a clause of its own.
    let has_subject = |token: &LabelToken<'_>| language.is(Cue::ElidedSubject, token.head());
    let opens_surely = |at: &usize| {
        opening(*at).is_some_and(|token| (language.is_surely_finite(token) || reflects(token)) && !has_subject(token))
    };
    let opens = |at: &usize| opening(*at).is_some_and(|token| language.is_finite(token) && !has_subject(token));
    // `The bridge, closed since May, was reopened`: what only ends like a verb is one where none is sure to be.
    // `Blessé, le militaire est soigné, a dit le préfet`: who says so brings no verb to what another clause has a verb for.
    let told = (start + 1..clauses.len()).find(|at| verb(*at) && !depends(*at) && !leads(*at));
    let said = |at: usize| clauses.get(at).is_some_and(|clause| is_attribution(words, clause, language));
    let last = (start + 1..clauses.len()).find(|at| said(*at) && told.is_some_and(|told| told < *at));
    // `Ce pont, bâti en granit, relie deux vallées, précise le maire`: a verb that is not known is in one of the clauses before.
    // `avait souligné le maire` too.
    let inverts = |at: usize| {
        let part = part_of(words, clauses, at);
        let mut kept = part.iter().filter(|token| token.counts());
        let (Some(verb), next) = (kept.next(), kept.next()) else { return false };
        let had = language.having.has(&verb.word) && next.is_some_and(|next| language.said.has(&next.word) && !next.quoted);
        let names = kept.next().is_some_and(|who| who.is_capital() || language.is(Cue::KnownArticle, who.head()));
        language.inverts && (language.said.has(&verb.word) || had && names)
    };
    let ends = |at: &usize| {
        let part = part_of(words, clauses, *at);
        inverts(*at) || ends_saying(part, language)
    };
    let place = |at: usize| clauses.get(at).map_or(0, |clause| clause.start);
    // `Purse in hand, Anne Rivoire, 26, was`: who has an age is the subject.
    let is_age = |at: &usize| {
        let part = part_of(words, clauses, *at);
        let mut kept = part.iter().filter(|token| token.counts());
        kept.next().is_some_and(|token| token.word.len() < 4 && token.word.bytes().all(|byte| byte.is_ascii_digit()))
            && kept.next().is_none()
    };
    let aged = (start + 2..clauses.len()).find(is_age).map(|age| age - 1);
    let named = |name: &usize| opening(*name).is_some_and(LabelToken::is_capital) && !(start..*name).any(verb);
    let start = aged.filter(named).unwrap_or(start);
    if let Some(saying) = (start + 1..clauses.len()).find(|at| said(*at) && ends(at))
        && !(start..clauses.len()).any(|at| at != saying && verb(at) && !depends(at))
        && place(saying) - place(start) > MEMBER
        && !says_of_itself(words, clauses.get(saying)?, language)
    {
        return Some(start..saying);
    }
    let behind = start + 1..last.unwrap_or(clauses.len());
    // `The league, embroiled in a strike, canceled two games`: of two the first is a participle.
    // `rejected a request, set to begin in May`: of a form that is a participle too another one tells more.
    let is_form = |at: &usize| opening(*at).is_some_and(|token| language.guesses && language.participles.has(&token.word));
    // `le pont qui, en mai, a rouvert`: the verb of a relative pronoun.
    let own = |at: &usize| {
        let open = |at: usize| {
            clauses
                .get(at)
                .is_some_and(|clause| ends_with_relative(words, clause, language) || ends_with_owned(words, clause, language))
        };
        !(at.checked_sub(1).is_some_and(open) || at.checked_sub(2).is_some_and(open))
    };
    let behind = behind.filter(own);
    let surely = behind.clone().filter(|at| !is_form(at)).find(opens_surely);
    let likely = || behind.clone().rev().find(|at| opens(at) && !is_form(at));
    if let Some(end) = surely.or_else(likely).or_else(|| behind.clone().find(opens)) {
        return Some(start..end + 1);
    }
    let end = (start + 1..clauses.len()).find(|at| verb(*at) && !depends(*at))?;
    Some(if continues(words, clauses, end, language) { start..end + 1 } else { end..end + 1 })
}

/// `a magnate whose brother, John Tavel, was mayor`: whether a clause ends with the subject of a relative clause.
fn ends_with_owned(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let whose = part.iter().rposition(|token| token.counts() && language.is(Cue::RelativeOwner, &token.word));
    let owned = whose.and_then(|whose| part.get(whose + 1..)).unwrap_or_default();
    (1..=SUBJECT).contains(&owned.len()) && !owned.iter().any(|token| language.is_verb(token))
}

/// `said at a hearing that`, `a révélé que`: whether a clause of saying has its speaker before it, as what stands behind its verb tells.
fn says_of_itself(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let Some(mut verb) = kept.next() else { return false };
    let has = language.auxiliaries.has(&verb.word) || language.having.has(&verb.word);
    if has && let Some(next) = kept.next() {
        verb = next;
    }
    if !language.said.has(&verb.word) {
        return false;
    }
    // `a répondu, gênée : …`: nobody stands behind the verb who could have said so.
    let Some(next) = kept.next() else { return language.inverts && has };
    let goes_on = language.cuts.has(&next.word) || language.pronouns.has(&next.word);
    language.that.has(next.head()) || language.guesses && (has || goes_on)
}

/// Whether the clause at `end`, which brings the verb, goes on with the subject that stands before it.
fn continues(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> bool {
    // The last member of a list brings the verb; else what stood before was said of the subject that comes now.
    let lists = clauses.get(end).and_then(|clause| words.get(clause.clone())).is_some_and(|part| {
        let before = part.iter().take_while(|token| !language.is_finite(token));
        before.take(MEMBER + 1).any(|token| language.and.has(&token.word))
    });
    // `le dépôt, vendredi, d'un texte a …`: what begins with a preposition goes on with the subject.
    let goes_on = opening_of(words, clauses, end)
        .is_some_and(|token| language.goes_on.has(&token.word) || language.goes_on.has(token.head()));
    // `Elue en 2014, Anne Rivoire a …` says something of whom it names; `a woman of Mill Street, Valmont was …` does not end before its verb.
    let before = end.checked_sub(1).and_then(|before| words.get(clauses.get(before)?.clone()));
    let last = before.and_then(|part| part.iter().rev().find(|token| token.counts()));
    // A capital at the head of the sentence tells nothing.
    let is_name = last.is_some_and(|last| {
        last.is_capital() && words.iter().find(|token| token.kept).is_some_and(|first| !std::ptr::eq(first, last))
    });
    // `…, directrice d'une école de Valmont, les bateliers ont`: what an article opens is a subject of its own.
    let opens =
        !language.guesses && opening_of(words, clauses, end).is_some_and(|token| language.is(Cue::KnownArticle, token.head()));
    // `Anne Rivoire, l'ancienne maire de Valmont a`: a name alone is the subject.
    let alone = before.is_some_and(|part| part.iter().all(|token| !token.kept || token.is_capital()));
    // `une étude, publiée en mai a établi`: what is said of the subject has no subject of its own.
    // `The specimen, originally found in a cave, dates back`: so does an English participle with what a preposition brings.
    let part = part_of(words, clauses, end);
    let mut told = part.iter().filter(|token| token.counts()).skip_while(|token| language.is_adverb(token));
    let reduced = language.guesses
        && told.next().is_some_and(|token| language.participles.has(&token.word) || token.word.ends_with("ed"))
        && told.next().is_some_and(|next| language.cuts.has(&next.word));
    let describes = reduced || !language.guesses && clauses.get(end).is_some_and(|clause| is_participle(words, clause, language));
    let bare = clauses.get(end).is_some_and(|clause| begins_bare(words, clause, language));
    // `Le prince et sa femme, l'actrice Anne Rivoire se sont offert`: a verb for several has both.
    let verb = part.iter().find(|token| token.counts() && language.is_finite(token));
    let joined = before.is_some_and(|part| part.iter().any(|token| token.kept && language.and.has(&token.word)));
    let several = opens
        && joined
        && verb.is_some_and(|verb| language.plural.has(&verb.word))
        && opening_of(words, clauses, end).is_some_and(|token| token.word != "les");
    lists || several || goes_on || describes || bare || is_name && (alone || !opens)
}

/// `a figure in the "blue cap," movement was hurt`, `the rural, old-style weaver has`: whether a clause begins with one thing that no article goes
/// before, which is no subject.
fn begins_bare(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let before: Vec<&LabelToken<'_>> =
        part.iter().filter(|token| token.counts()).take_while(|token| !language.is_verb(token)).collect();
    let is_plain = |token: &&LabelToken<'_>| {
        !token.quoted
            && !token.text.contains(char::is_uppercase)
            && token.word.starts_with(|c: char| c.is_ascii_lowercase())
            && !token.word.ends_with("'s")
            && !language.determiners.has(&token.word)
            && !language.before_nouns.has(&token.word)
            && !language.pronouns.has(&token.word)
            && !language.relatives.has(&token.word)
            && !language.cuts.has(&token.word)
            && !language.and.has(&token.word)
            && !language.leads(token)
    };
    let compound = |token: &&LabelToken<'_>| token.word.contains('-');
    let singular = before.last().is_some_and(|noun| !noun.word.ends_with('s'));
    language.guesses
        && (1..=SUBJECT).contains(&before.len())
        && singular
        && before.iter().all(|token| is_plain(token) || compound(token))
        && part.iter().any(|token| language.is_surely_finite(token))
}
