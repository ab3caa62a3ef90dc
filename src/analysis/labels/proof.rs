//! The proof of a label: what is left must have a verb for each clause that it opens, and one more, outside of who says so.
//!
//! Where it has not, a deletion took the main clause, and the longer form is taken. It deletes nothing.

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::clause::first;
use crate::analysis::labels::clauses::clauses;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words in which `plus … que`, `ne … que` compare or limit.
const NEAR: usize = 6;

/// Letters of the longest ending of a participle.
const ENDING: usize = 5;

/// Whether the kept `words` have a main verb: more verbs than clauses that hang on another.
pub(super) fn has_main_verb(words: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let clauses = clauses(words);
    let mut kept: Vec<&LabelToken<'_>> = Vec::new();
    for clause in &clauses {
        let part = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.counts());
        // Who says so tells nothing of its own; `The mill, an old one, said it …` does.
        let goes_on = !kept.iter().any(|token| language.is_verb(token))
            && first(words, clause).is_some_and(|token| language.is_verb(token));
        // `a assuré un voisin, …` opens with who says so.
        let says = language.inverts && first(words, clause).is_some_and(|token| language.having.has(&token.word));
        if goes_on && !(says && kept.is_empty()) || kept.is_empty() && !says || !is_attribution(words, clause, language) {
            kept.extend(part);
        }
    }
    let quotes = kept.iter().any(|token| token.quoted);
    let opens = (0..kept.len()).filter(|at| opens_clause(&kept, *at, language)).count();
    // A quotation tells something where nothing else does.
    verbs(&kept, language).max(usize::from(quotes)) > opens
}

/// `Ouverte en 1970 a connu`: whether the kept `words` begin in French with a participle and come to their verb without a subject.
pub(super) fn lacks_subject(words: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let kept: Vec<&LabelToken<'_>> = words.iter().filter(|token| token.counts()).collect();
    let opens = kept.first().is_some_and(|first| {
        let text = first.text.trim_end_matches(',');
        !first.quoted && first.head() == first.word && ends_like_participle(text, language)
    });
    let Some(verb) = kept.iter().position(|token| language.is_surely_finite(token)).filter(|_| language.inverts && opens) else {
        return false;
    };
    let is_subject = |pair: &[&LabelToken<'_>]| {
        let [before, token] = pair else { return false };
        let names = language.before_nouns.has(token.head())
            || language.before_nouns.has(&token.word)
            || language.pronouns.has(token.head())
            || token.is_capital()
            || token.quoted;
        names && !language.cuts.has(&token.word) && !language.cuts.has(&before.word) && !language.is(Cue::De, before.head())
    };
    !kept.get(..verb).unwrap_or_default().windows(2).any(is_subject)
}

/// Whether `text` ends as French participles do.
fn ends_like_participle(text: &str, language: &LabelLanguage) -> bool {
    let starts = text.char_indices().rev().take(ENDING).map(|(start, _)| start);
    starts.filter_map(|start| text.get(start..)).any(|ending| language.is(Cue::ParticipleEnd, ending))
}

/// How many verbs there are, an auxiliary and what it carries being one.
fn verbs(kept: &[&LabelToken<'_>], language: &LabelLanguage) -> usize {
    let mut count = 0;
    let mut carries = false;
    for (at, token) in kept.iter().enumerate() {
        // `Decentralised and …` has no subject.
        let is_verb = language.is_verb(token) && (at > 0 || language.is_surely_finite(token) || language.inverts);
        count += usize::from(is_verb && !carries);
        let goes_on = language.is_adverb(token) || language.denials.has(&token.word) || language.is(Cue::CarriesOn, &token.word);
        carries = is_verb && (language.auxiliaries.has(&token.word) || language.modals.has(&token.word)) || carries && goes_on;
    }
    count
}

/// Whether the word at `at` opens a clause that has a verb of its own and hangs on another.
fn opens_clause(kept: &[&LabelToken<'_>], at: usize, language: &LabelLanguage) -> bool {
    let Some(token) = kept.get(at) else { return false };
    let compares = || {
        (at.saturating_sub(NEAR)..at)
            .any(|at| kept.get(at).is_some_and(|token| LabelLanguage::begins(&language.comparing, token)))
    };
    if token.quoted || !LabelLanguage::begins(&language.subordinating, token) {
        // `after he was found`: before a pronoun no preposition stands.
        let joins = language.before_nominative.has(&token.word);
        let subject = kept.get(at + 1).is_some_and(|next| language.nominative.has(&next.word));
        // `who says he was ill`: what is said without `that`.
        let said = at
            .checked_sub(1)
            .and_then(|before| kept.get(before))
            .is_some_and(|before| language.said.has(&before.word) && language.nominative.has(&token.word) && token.word != "it");
        return !token.quoted && (joins && subject || said) || opens_time(kept, at, language);
    }
    // `plus grand que`, `ne compte que`, `tel que`: nothing is said to be so.
    if language.is(Cue::Que, token.head()) {
        return !compares();
    }
    // `when in Kelmouth`, `if needed`: no verb is asked for.
    !language.bare.has(token.head()) || has_verb_near(kept, at, language)
}

/// Whether a verb comes before the clause ends that begins at `at`.
fn has_verb_near(kept: &[&LabelToken<'_>], at: usize, language: &LabelLanguage) -> bool {
    for token in kept.iter().skip(at + 1) {
        if language.is_verb(token) {
            return true;
        }
        if token.stops {
            return false;
        }
    }
    false
}

/// `The last time Anne Rivoire ran for office`: whether the sentence begins with a time that a clause without a conjunction tells of.
fn opens_time(kept: &[&LabelToken<'_>], at: usize, language: &LabelLanguage) -> bool {
    let word = |at: usize| kept.get(at).map_or("", |token| token.word.as_str());
    let counted = language.is(Cue::CountedTime, word(1)) && language.is(Cue::TimeDay, word(2));
    // `A day after they met at Kelmouth the town paid`.
    let later = at <= 3
        && language.is(Cue::DayAfter, word(at))
        && at.checked_sub(1).is_some_and(|before| language.spells.has(word(before)))
        && has_verb_near(kept, at, language);
    if later && language.guesses {
        return true;
    }
    let begins = counted && language.is(Cue::TheThis, word(0)) && at == 2
        || at == 1 && language.is(Cue::EveryTime, &format!("{}_{}", word(0), word(1)));
    // `The first time is the best`.
    begins && language.guesses && !kept.get(at + 1).is_some_and(|next| language.is_verb(next) || next.word == "of")
}
