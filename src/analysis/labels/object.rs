//! The object that an insertion parts from its verb: `has deplored, in a letter, the closing of the bridge`.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::clause::{first, has_verb, opening_of, part_of};
use crate::analysis::labels::colon::ends_with_colon;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::only_dates;
use crate::analysis::labels::token::LabelToken;

/// Clauses within which what completes a verb comes.
const FAR: usize = 5;
/// Clauses within which such an object comes.
const NEAR: usize = 3;

/// The clause that brings the object of the verb with which the clause before `end` ends.
pub(super) fn object_behind(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    end: usize,
    language: &LabelLanguage,
) -> Option<usize> {
    let part = words.get(clauses.get(end.checked_sub(1)?)?.clone())?;
    let kept: Vec<&LabelToken<'_>> = part.iter().filter(|token| token.counts()).collect();
    let (last, before) = (kept.last()?, kept.get(kept.len().checked_sub(2)?)?);
    // `Le maire a dit : le pont, bâti en 1900, a été fermé`.
    if ends_with_colon(words, clauses, end - 1) {
        return None;
    }
    if let Some(clause) = complement_behind(words, clauses, (&kept, end), language) {
        return Some(clause);
    }
    let says = says_nothing_yet(&kept, language);
    let far = !says && !ends_with_verb(&kept, language);
    if last.quoted || far && !lacks_object(&kept, language) {
        return None;
    }
    let reflects = language.is(Cue::Reflexive, &before.word) || before.head() == "s'";
    // `voit, en mai, fermer` and `a mis, mardi, son veto`.
    let brings = |at: &usize| {
        // `avait modéré, le 17 avril, les ardeurs`: a day is nothing that was moderated.
        let Some(clause) = clauses.get(*at).filter(|clause| !only_dates(words, clause, language)) else { return false };
        let Some(token) = first(words, clause) else { return false };
        let counts = token.is_number() || language.numbers.has(&token.word) || language.measures.has(&token.word);
        let article = language.objects_open.has(token.head()) || (token.quoted || counts) && *at > end;
        let directed = *at > end && language.directed.has(token.head());
        // `a indiqué, dans une lettre, vouloir partir`.
        let acts = says
            && language.inverts
            && (token.word == "ne"
                || language.infinitive_endings.iter().any(|ending| token.word.ends_with(ending)) && !token.is_capital());
        if says && (acts || language.that.has(token.head())) {
            return true;
        }
        // Right behind what says when or where, an article says what that is.
        (article && !(far && *at == end) || directed && !far) && !has_verb(words, clause, language)
    };
    // `ont brûlé, a dit sur la radio, la maire`: behind who says so no object comes.
    let says_so = |at: &usize| clauses.get(*at).is_some_and(|clause| is_attribution(words, clause, language));
    // Behind a colon stands another sentence.
    let inserts = |at: usize| {
        opening_of(words, clauses, at).is_some_and(|token| {
            language.is(Cue::Soon, &token.word)
                || language.cuts.has(&token.word) && !language.early.has(&token.word) && !language.relatives.has(&token.word)
        })
    };
    let is_near =
        |at: &usize| !says_so(at) && (*at == end || !ends_with_colon(words, clauses, *at - 1) && (!far || inserts(*at - 1)));
    (end..clauses.len().min(end + NEAR)).take_while(is_near).find(brings).filter(|at| *at > end || !reflects)
}

/// `détenait automatiquement depuis 2017`: whether the last verb of a French clause has nothing behind it but adverbs and what prepositions bring.
fn lacks_object(kept: &[&LabelToken<'_>], language: &LabelLanguage) -> bool {
    // `de visiter à Merrow`.
    let acts = |at: usize| {
        let opens = at
            .checked_sub(1)
            .and_then(|before| kept.get(before))
            .is_some_and(|before| language.is(Cue::OpensInfinitive, &before.word) || language.going.has(&before.word));
        kept.get(at).is_some_and(|token| {
            (opens || token.head() == "d'")
                && token.tail().len() > 4
                && language.infinitive_endings.iter().any(|ending| token.tail().ends_with(ending))
        })
    };
    let Some(verb) = (0..kept.len()).rfind(|at| kept.get(*at).is_some_and(|token| language.is_verb(token)) || acts(*at)) else {
        return false;
    };
    let copula = kept.get(verb).is_some_and(|verb| language.copulas.has(verb.tail()) || language.having.has(&verb.word));
    let reflects = kept.get(verb).is_some_and(|verb| verb.head() == "s'")
        || verb.checked_sub(1).and_then(|before| kept.get(before)).is_some_and(|before| language.is(Cue::Itself, before.head()));
    let mut behind = kept.iter().skip(verb + 1).skip_while(|token| language.is_adverb(token));
    let place = behind.next().is_some_and(|next| language.cuts.has(&next.word) && !language.and.has(&next.word));
    let free = kept.windows(2).skip(verb).any(|pair| {
        language.objects_open.has(pair[1].head()) && !language.cuts.has(&pair[0].word) && !language.is(Cue::De, pair[0].head())
    });
    language.inverts && !copula && !reflects && place && !free
}

/// `fin mars`, `mardi 3 mai 2020`: whether a French word is of a day or a month.
fn says_when(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    language.days.has(&token.word)
        || language.months.has(&token.word)
        || language.hours.has(&token.word)
        || language.is(Cue::PartOfTime, &token.word)
        || token.is_number()
}

/// Whether `token` is the auxiliary, and not `à`, which folds like it.
fn has(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    language.having.has(&token.word) && !token.text.contains(['à', 'À'])
}

/// `appointed Anne Rivoire, a judge, to be warden`, `se dit disposé, mardi, à partir`: the clause that says to what, as what or of what.
fn complement_behind(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    (kept, end): (&[&LabelToken<'_>], usize),
    language: &LabelLanguage,
) -> Option<usize> {
    let verb = kept.iter().rposition(|token| language.is_verb(token))?;
    let behind = kept.get(verb..)?;
    let last = behind.last().filter(|last| !last.quoted);
    let waits = last.is_some_and(|last| language.awaiting.has(&last.word));
    let brings = |at: &usize| {
        let Some(token) = opening_of(words, clauses, *at) else { return false };
        let completes = behind.iter().any(|verb| language.completed.has(&verb.word, &token.word));
        // `a vu un bac neuf, peint en vert, recevoir un prix`.
        let sees = language.inverts
            && behind.iter().any(|verb| language.is(Cue::Sees, verb.tail()))
            && token.word.len() > 4
            && language.infinitive_endings.iter().any(|ending| token.word.ends_with(ending));
        // `est perçu, par les bateliers, comme un sage`.
        let likened = language.is(Cue::As, &token.word) && behind.last().is_some_and(|last| language.is(Cue::SeenAs, &last.word));
        // `demande aux bateliers de Merrow, à l'est, de ne pas partir`.
        let mut opening = part_of(words, clauses, *at).iter();
        let second = opening
            .by_ref()
            .filter(|token| token.counts())
            .nth(usize::from(token.head() != "d'"))
            .map_or("", |token| token.tail());
        let acts = |word: &str| {
            word == "ne" || word.len() > 3 && language.infinitive_endings.iter().any(|ending| word.ends_with(ending))
        };
        let asks = language.inverts
            && language.is(Cue::De, token.head())
            && acts(second)
            && behind.iter().any(|verb| language.asking.has(&verb.word) && !verb.quoted);
        // `forced the banker, who was heard in May, to admit it`.
        let to = language.guesses
            && language.is(Cue::BeforeVerb, &token.word)
            && behind.iter().any(|verb| language.asking.has(&verb.word) && !verb.quoted);
        // `semble équivalente, si ce n'est supérieure, à celle de mai`.
        let bound = *at > end && language.inverts && last.is_some_and(|last| language.bonds.has(&last.word, &token.word));
        bound || to || asks || completes || sees || likened || waits && language.directed.has(token.head())
    };
    // Behind who says so nothing completes what was said.
    let said = |at: &usize| clauses.get(*at).is_some_and(|clause| is_attribution(words, clause, language));
    (end..clauses.len().min(end + FAR)).take_while(|at| !said(at)).find(brings)
}

/// `a confirmé dans une lettre`: whether a verb of saying has nothing behind it but where or when it was said.
pub(super) fn says_nothing_yet(kept: &[&LabelToken<'_>], language: &LabelLanguage) -> bool {
    let says = |token: &&LabelToken<'_>| {
        !token.quoted && !token.is_noun && (language.said.has(&token.word) || language.saying_that.has(&token.word))
    };
    // `ont présenté dans le cadre de la foire`: French participles with `avoir` mostly have an object.
    let has_done = |at: usize| {
        let has = at.checked_sub(1).and_then(|before| kept.get(before)).is_some_and(|before| has(before, language));
        language.inverts && has && kept.get(at).is_some_and(|token| token.text.ends_with('é') && !token.quoted)
    };
    let done = (0..kept.len()).rfind(|at| has_done(*at));
    let Some(verb) = kept.iter().rposition(says).filter(|verb| *verb > 0).max(done) else { return false };
    let behind = kept.get(verb + 1..).unwrap_or_default();
    let is_day = |token: &&LabelToken<'_>| {
        language.months.has(&token.word) || token.word.starts_with(|c: char| c.is_ascii_digit()) || token.word == "le"
    };
    let Some(opening) = behind.first() else { return false };
    let place = language.cuts.has(&opening.word) && opening.word != "comme" && opening.word != "as";
    behind.len() <= NEAR * 2
        && (place || behind.iter().all(is_day))
        && !behind.iter().any(|token| token.quoted || language.is_verb(token) || language.that.has(token.head()))
}

/// `Les bateliers ont, à nouveau, fermé le quai`: the clause that opens with the participle or infinitive of the auxiliary with which the clause before
/// `end` ends.
pub(super) fn carried(words: &[LabelToken<'_>], clauses: &[Range<usize>], end: usize, language: &LabelLanguage) -> Option<usize> {
    let part = words.get(clauses.get(end.checked_sub(1)?)?.clone())?;
    let last = part.iter().rev().find(|token| token.counts())?;
    if last.quoted || !language.inverts || !(has(last, language) || language.going.has(&last.word)) {
        return None;
    }
    let acts = |at: &usize| {
        opening_of(words, clauses, *at).is_some_and(|token| {
            let text = token.text.trim_end_matches(',');
            token.word.len() > 3
                && ["é", "i", "u", "is", "it", "ert", "er", "ir", "re"].iter().any(|ending| text.ends_with(ending))
        })
    };
    (end + 1..clauses.len().min(end + NEAR)).find(acts)
}

/// Whether the last of `kept` is the verb that the clause ends with: a finite one, or a participle behind `has`; when it was is no object.
fn ends_with_verb(kept: &[&LabelToken<'_>], language: &LabelLanguage) -> bool {
    let adverb = |token: &&&LabelToken<'_>| {
        language.is_adverb(token)
            || language.connectives.has(&token.word)
            || language.fillers.has(&token.word)
            || language.inverts && says_when(token, language)
    };
    let behind = kept.iter().rev().take_while(adverb).count();
    let Some((last, front)) = kept.get(..kept.len() - behind).and_then(<[_]>::split_last) else { return false };
    let before = front.iter().rev().find(|token| !adverb(token));
    let has = before.is_some_and(|before| !before.quoted && has(before, language));
    let is_participle = if language.guesses {
        last.word.ends_with("ed") || language.participles.has(&last.word) || language.is_verb(last)
    } else {
        ["é", "i", "u", "is", "it", "ert"].iter().any(|ending| last.text.trim_end_matches(',').ends_with(ending))
    };
    let carried = before
        .is_some_and(|before| language.auxiliaries.has(&before.word) || language.is(Cue::BeForm, &before.word) || before.stops);
    // `a demandé de proposer, en mai, un bac`.
    let opens_infinitive = before.is_some_and(|before| language.is(Cue::OpensInfinitive, &before.word));
    let infinitive = language.inverts
        && opens_infinitive
        && language.infinitive_endings.iter().any(|ending| last.word.len() > 4 && last.word.ends_with(ending));
    has && is_participle || infinitive || language.is_surely_finite(last) && !carried && front.len() > 1
}
