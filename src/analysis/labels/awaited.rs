//! What a main clause waits for: the clause that brings the verb of what is said in it, or the object of its verb.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::clause::{first, has_verb, opening_of, part_of};
use crate::analysis::labels::colon::ends_with_colon;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::main_clause::depends;
use crate::analysis::labels::object::object_behind;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest member of a list.
const MEMBER: usize = 5;

/// How far what a clause waits for reaches.
pub(super) enum ClauseReach {
    /// To the end of this clause, with nothing to spare between.
    Through(usize),
    /// To the end of this clause, what stands between being an insertion.
    Behind(usize),
}

/// Looks for what the clause before `end` waits for.
pub(super) type Wait = fn(&[LabelToken<'_>], &[Range<usize>], usize, &LabelLanguage) -> Option<ClauseReach>;

/// What a main clause may wait for, in the order in which it is looked for.
pub(super) const WAITS: [Wait; 8] = [told_apart, completing, told_whom, said_of, verb_of_that, listed, verb_behind, list_behind];

/// The words that are kept of the clause before `end`.
fn kept_before<'a, 'b>(words: &'b [LabelToken<'a>], clauses: &[Range<usize>], end: usize) -> Vec<&'b LabelToken<'a>> {
    let part = end.checked_sub(1).map(|at| part_of(words, clauses, at)).unwrap_or_default();
    part.iter().filter(|token| token.counts()).collect()
}

/// The nearest clause from `from` on that begins with `that`.
fn that_behind(words: &[LabelToken<'_>], clauses: &[Range<usize>], from: usize, language: &LabelLanguage) -> Option<usize> {
    let begins = |at: &usize| opening_of(words, clauses, *at).is_some_and(|token| language.that.has(token.head()));
    (from..clauses.len().min(from + 2)).find(begins)
}

/// `reconnaît toutefois, cité par un journal, que`: what is said behind an insertion, or the object of a verb of saying.
fn told_apart(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<ClauseReach> {
    let kept = kept_before(words, clauses, end);
    let last = kept.iter().rfind(|token| !language.connectives.has(&token.word))?;
    let begins = opening_of(words, clauses, end).is_some_and(|token| language.that.has(token.head()));
    if !language.said.has(&last.word) || last.quoted || end >= clauses.len() || begins {
        return None;
    }
    that_behind(words, clauses, end + 1, language)
        .or_else(|| object_behind(words, clauses, end, language))
        .map(ClauseReach::Behind)
}

/// `told the council, that the bridge was closed`, `told it, in a letter, that …`.
fn told_whom(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<ClauseReach> {
    let kept = kept_before(words, clauses, end);
    // `ont annoncé lors d'un entretien, …, que`: in French a verb of saying.
    let says = |token: &&LabelToken<'_>| {
        if language.guesses { language.is_finite(token) } else { language.said.has(&token.word) && !token.quoted }
    };
    let place = kept.iter().rposition(says)?;
    let verb = kept.get(place)?;
    // `shared on his page, a new one, that he is ill`: no object stands behind the verb.
    let apart = kept.get(place + 1).is_some_and(|next| LabelLanguage::begins(&language.cuts, next));
    let heard = || (apart || language.is(Cue::Told, &verb.word)) && !verb.quoted;
    let later = that_behind(words, clauses, end + 1, language).filter(|_| heard());
    let at_once = || that_behind(words, clauses, end, language).filter(|at| *at == end && language.said.has(&verb.word));
    later.or_else(at_once).map(ClauseReach::Behind)
}

/// `révèle qu'en plus du pont, long de deux lieues, la ville a un bac`: the clause that brings the verb of what is said.
fn verb_of_that(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<ClauseReach> {
    let kept = kept_before(words, clauses, end);
    let that = kept.iter().rposition(|token| !token.quoted && language.that.has(token.head()))?;
    // `considèrent toutefois que`.
    let before = kept.get(..that)?.iter().rfind(|token| !language.connectives.has(&token.word))?;
    let says = language.said.has(&before.word)
        || language.said.has(before.verb())
        || language.saying_that.has(&before.word)
        || language.is(Cue::IsThat, &before.word);
    if kept.iter().skip(that + 1).any(|token| language.is_verb(token) || token.quoted) {
        return None;
    }
    if !says {
        // `raises the odds that the miller, a friend of the mayor, will serve`.
        let opens = |at: &usize| opening_of(words, clauses, *at).is_some_and(|token| language.is_finite(token));
        let near = end..clauses.len().min(end + 3);
        // `knew that the slight, graying miller was ill`.
        let brings = |at: &usize| {
            clauses.get(*at).is_some_and(|clause| {
                has_verb(words, clause, language) && !is_attribution(words, clause, language) && !depends(words, clause, language)
            })
        };
        let hangs = |at: &usize| clauses.get(*at).is_some_and(|clause| depends(words, clause, language));
        return near
            .clone()
            .find(opens)
            .or_else(|| near.take_while(|at| !hangs(at)).find(brings))
            .filter(|_| kept.len() > that + 1)
            .map(ClauseReach::Behind);
    }
    let brings = |at: &usize| {
        clauses.get(*at).is_some_and(|clause| has_verb(words, clause, language))
            && !opening_of(words, clauses, *at).is_some_and(|token| language.relatives.has(&token.word))
    };
    (end..clauses.len()).find(brings).map(ClauseReach::Behind)
}

/// The clause that completes the verb of `kept`, before `end`: an infinitive's object, what alone is so, an object behind an insertion. `None` where
/// nothing of the kind is begun.
fn completing(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<ClauseReach> {
    let kept = kept_before(words, clauses, end);
    let begins = |at: &usize| opening_of(words, clauses, *at).is_some_and(|token| language.that.has(token.head()));
    // `va présenter, vendredi, à la radio, un plan`.
    let acts = |token: &&LabelToken<'_>| {
        language.infinitive_endings.iter().any(|ending| token.text.trim_end_matches(',').ends_with(ending))
    };
    let goes = kept.len().checked_sub(2).and_then(|at| kept.get(at)).is_some_and(|before| language.going.has(&before.word));
    if goes && kept.last().copied().as_ref().is_some_and(acts) {
        let object = |at: &usize| {
            opening_of(words, clauses, *at)
                .is_some_and(|token| language.before_nouns.has(token.head()) && !language.cuts.has(&token.word))
        };
        return (end..clauses.len().min(end + 3)).find(object).map(ClauseReach::Behind);
    }
    // `ne permettre, en mai, que des travaux`: what alone is so.
    let limits = kept.iter().any(|token| language.is(Cue::Ne, token.head()) && !token.quoted)
        && !kept.iter().any(|token| language.is(Cue::DeniesFully, &token.word));
    if limits && let Some(only) = (end..clauses.len().min(end + 3)).find(begins) {
        return Some(ClauseReach::Behind(only));
    }
    object_behind(words, clauses, end, language).map(ClauseReach::Behind)
}

/// `The members are Anne Rivoire, John Tavel and the miller`: where the list ends that says who or what something is.
pub(super) fn list_behind(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    end: usize,
    language: &LabelLanguage,
) -> Option<ClauseReach> {
    let kept = kept_before(words, clauses, end);
    let verb = kept.iter().rposition(|token| language.is_verb(token))?;
    let names = language.is(Cue::NamesMembers, &kept.get(verb)?.word);
    let is_member = |at: &usize| {
        let clause = clauses.get(*at);
        clause.and_then(|clause| first(words, clause)).is_some_and(|token| {
            !LabelLanguage::begins(&language.trailing, token)
                && !language.leads(token)
                && !LabelLanguage::begins(&language.cuts, token)
        }) && clause.is_some_and(|clause| !has_verb(words, clause, language))
    };
    let joins = |at: &usize| {
        let part = part_of(words, clauses, *at);
        part.iter().any(|token| token.kept && (language.and.has(&token.word)))
    };
    let bare = |at: &usize| clauses.get(*at).is_some_and(|clause| clause.len() <= 2);
    // `are children, parents, families`: two members and more of one word need no conjunction.
    let several = names
        .then(|| (end..clauses.len()).take_while(|at| is_member(at) && bare(at)).last())
        .flatten()
        .filter(|last| *last > end);
    let last = (end..clauses.len()).take_while(is_member).filter(joins).last().or(several)?;
    // `series A, B, C and D`: two members and more, all short, say no more of the first.
    let short = |at: usize| clauses.get(at).is_some_and(|clause| clause.len() <= MEMBER);
    let is_list = last > end && (end..=last).all(short);
    // `were closed`: what was done to something is no list of what it is.
    let is_passive = kept
        .get(verb + 1)
        .is_none_or(|next| ["é", "ée", "és", "ées", "ed"].iter().any(|ending| next.text.trim_end_matches(',').ends_with(ending)));
    // `The three mills are located at Orrick, Kelmouth and Merrow`.
    let counted = kept.iter().take(verb).any(|token| language.numbers.has(&token.word));
    (names && (!is_passive || counted) || is_list).then_some(ClauseReach::Through(last + 1))
}

/// `The idea of a bridge that the mayor had, an old one, was dropped`: the clause behind `end` that opens with the verb of what stands before.
fn verb_behind(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<ClauseReach> {
    // A verb of its own that hangs on nothing: what follows is another clause's.
    let part = clauses.get(end.checked_sub(1)?).and_then(|clause| words.get(clause.clone()))?;
    let hangs = |token: &&LabelToken<'_>| {
        LabelLanguage::begins(&language.relatives, token)
            || LabelLanguage::begins(&language.subordinating, token)
            || language.early.has(&token.word)
            || token.word == "comme"
    };
    let mut own = part.iter().filter(|token| token.counts()).take_while(|token| !hangs(token));
    let surely = |token: &LabelToken<'_>| language.is_surely_finite(token) && !language.participles.has(&token.word);
    if own.clone().any(surely) || !language.guesses && own.any(|token| language.is_finite(token)) {
        return None;
    }
    let opens = |at: &usize| {
        // `found on Sunday, Sept. 1 has been named`: a day parts the two.
        let is_day = |token: &&LabelToken<'_>| {
            language.guesses && (language.months.has(&token.word) || token.word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let part = part_of(words, clauses, *at);
        let opening = part.iter().filter(|token| token.counts()).find(|token| !is_day(token));
        // `raconte le maire` says who says so; `font craindre le pire` does not.
        let behind = clauses
            .get(*at)
            .and_then(|clause| words.get(clause.clone()))
            .and_then(|part| part.iter().filter(|token| token.kept).nth(1));
        let names = behind.is_none_or(|next| next.is_capital() || language.is(Cue::SpeakerOpens, next.head()));
        opening.is_some_and(|token| {
            let carries =
                language.auxiliaries.has(&token.word) || language.plural.has(&token.word) || language.having.has(&token.word);
            surely(token) && (carries || language.guesses || !names)
        }) && clauses.get(*at).is_some_and(|clause| !is_attribution(words, clause, language))
    };
    // `Le maire a dit : le pont, bâti en 1900, a été fermé`: behind a colon stands another sentence.
    let announces = |at: usize| ends_with_colon(words, clauses, at);
    (end..clauses.len().min(end + 3)).take_while(|at| !announces(at - 1)).find(opens).map(ClauseReach::Behind)
}

/// `Ce qui compte, ce n'est pas le pont`: the clause before `start` that says of what it is spoken.
pub(super) fn topic_before(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    start: usize,
    language: &LabelLanguage,
) -> Option<usize> {
    let before = start.checked_sub(1)?;
    let part = clauses.get(before).and_then(|clause| words.get(clause.clone()))?;
    let mut kept = part.iter().filter(|token| token.counts());
    let opens = kept.next()?.word == "ce" && kept.next().is_some_and(|next| language.relatives.has(next.head()));
    let answers = opening_of(words, clauses, start)?;
    // `Un pont couvert, c'est ce que demandait le maire`.
    let mut main = words.get(clauses.get(start)?.clone())?.iter().filter(|token| token.counts());
    let names = main.next()?.word == "c'est" && main.next()?.word == "ce" && language.inverts;
    (names || opens && (answers.word == "ce" || answers.head() == "c'")).then_some(before)
}

/// `The notice said the minister, Anne Rivoire, was empowered`: the clause that brings the verb of what is said without `that`.
fn said_of(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<ClauseReach> {
    let kept = kept_before(words, clauses, end);
    let says = |token: &&LabelToken<'_>| {
        let may_say = language.guesses && token.word != "told" && token.word != "according" && language.said.has(&token.word);
        (language.saying_that.has(&token.word) || may_say) && !token.quoted && !token.is_noun
    };
    let verb = kept.iter().rposition(says)?;
    let subject = kept.get(verb + 1..).filter(|subject| !subject.is_empty())?;
    // `hopes to pay, John Tavel said`: an infinitive is no subject.
    let is_speech = subject.first().is_some_and(|token| token.quoted || token.word == "to");
    if is_speech || subject.iter().any(|token| language.is_verb(token)) {
        return None;
    }
    // `said in March, sales were helped`.
    let when = subject.first().is_some_and(|token| language.leads(token) && language.cuts.has(&token.word));
    let opens_surely = |at: &usize| opening_of(words, clauses, *at).is_some_and(|token| language.is_surely_finite(token));
    let opens = |at: &usize| {
        let clause = clauses.get(*at);
        let verb = when && clause.is_some_and(|clause| has_verb(words, clause, language) && !depends(words, clause, language));
        verb || clause.and_then(|clause| first(words, clause)).is_some_and(|token| language.is_finite(token))
    };
    let near = end..clauses.len().min(end + 3);
    near.clone().find(opens_surely).or_else(|| near.clone().find(opens)).map(ClauseReach::Behind)
}

/// `The company said the Mill Street, Weir Street and Quay Street shops will close`: the clause that brings the last member and the verb.
fn listed(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<ClauseReach> {
    let kept = kept_before(words, clauses, end);
    let verb = kept.iter().rposition(|token| language.saying_that.has(&token.word) && !token.quoted && !token.is_noun)?;
    let subject = kept.get(verb + 1..).filter(|subject| !subject.is_empty())?;
    if subject.iter().any(|token| language.is_verb(token) || token.quoted) {
        return None;
    }
    let brings = |at: &usize| {
        let part = part_of(words, clauses, *at);
        let before = part.iter().position(|token| token.kept && language.is_finite(token)).unwrap_or(0);
        // `announced the bridge, and as the mayor said`: one member is no list.
        let adds = *at == end && part.first().is_some_and(|token| language.and.has(&token.word));
        !adds && part.iter().take(before).any(|token| language.and.has(&token.word))
    };
    (end..clauses.len().min(end + 3)).find(brings).map(|last| ClauseReach::Through(last + 1))
}
