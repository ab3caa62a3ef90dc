//! What a date belongs to, where it says more than when the main clause was so: a label for that date keeps it whole.
//!
//! `Le pont, fermé depuis 2011, rouvre`, `is back at its level of 2007`, `(which opened in 1950)`: without these words the label would tell of
//! another day. Judged on the sentence before any word of it went.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::clause::{first, has_verb, opening_of};
use crate::analysis::labels::clauses::clauses;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::{is_participle, only_dates};
use crate::analysis::labels::token::LabelToken;
use crate::analysis::labels::whole_clause::whole_main_clause;

/// Words of the longest insertion between dashes.
const INSERTION: usize = 25;
/// Words behind a year that it goes with: `the 1988 debate playbook`.
const NOUN: usize = 3;
/// Words of a place that may stand between what was done and its date: `in the port in 2014`.
const PLACE: usize = 3;

/// The words that stay for the sake of a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hold {
    /// The clause, or the part of it, that the date belongs to; empty where the date only says when.
    pub part: Range<usize>,
    /// The date with the word that binds it, which stay although dates go elsewhere.
    pub date: Range<usize>,
}

/// What the words `date` of a sentence belong to.
pub(super) fn hold(words: &[LabelToken<'_>], date: &Range<usize>, language: &LabelLanguage) -> Hold {
    if let Some(inserted) = brackets(words, date).or_else(|| dashes(words, date)) {
        return Hold { date: inserted.clone(), part: inserted };
    }
    // `who has fallen ill, on Friday declared`: the day stands before the verb that opens the clause.
    let mut bare = words.to_vec();
    let on = (0..date.start).rev().take_while(|at| words.get(*at).is_some_and(|token| language.on.has(&token.word))).last();
    bare.iter_mut().take(date.end).skip(on.unwrap_or(date.start)).for_each(|token| token.kept = false);
    let clauses = clauses(&bare);
    let Some(at) = clauses.iter().position(|clause| clause.contains(&date.start)) else { return Hold::default() };
    let Some(clause) = clauses.get(at).cloned() else { return Hold::default() };
    let verb = (clause.start..date.start).rfind(|at| words.get(*at).is_some_and(|token| language.is_verb(token)));
    let stretch = verb.map_or(clause.start, |verb| verb + 1)..date.start;
    let end = behind_noun(words, date, language);
    let is_bound = stretch.clone().any(|at| relates(words, at, date, language)) || is_of_noun(words, date, language);
    if let Some(part) = beside_main_clause(&bare, &clauses, at, language) {
        return Hold { part, date: opening(words, date, language)..date.end };
    }
    if is_bound || end > date.end {
        Hold { part: stretch.start..end, date: opening(words, date, language)..end }
    } else {
        Hold::default()
    }
}

/// Where a date begins with the word before it that binds it: `depuis 2011`, `of 2007`.
fn opening(words: &[LabelToken<'_>], date: &Range<usize>, language: &LabelLanguage) -> usize {
    let goes_with = |at: usize| {
        words.get(at).is_some_and(|token| {
            !token.stops
                && (language.on.has(&token.word)
                    || language.cuts.has(&token.word)
                    || language.bound.has(&token.word)
                    || language.is(Cue::Article, &token.word)
                    || language.is(Cue::BindsDate, &token.word))
        })
    };
    (0..date.start).rev().take(2).take_while(|at| goes_with(*at)).last().unwrap_or(date.start)
}

/// The brackets around a date that tell more than the date.
fn brackets(words: &[LabelToken<'_>], date: &Range<usize>) -> Option<Range<usize>> {
    let opens = |at: &usize| words.get(*at).is_some_and(|token| token.text.starts_with(['(', '[']));
    let closes = |at: &usize| words.get(*at).is_some_and(|token| token.text.contains([')', ']']));
    let open = (0..=date.start).rev().find(opens)?;
    let close = (open..words.len()).find(closes).filter(|close| *close + 1 >= date.end)?;
    (close + 1 - open > date.len() + 1).then_some(open..close + 1)
}

/// What stands between two dashes around a date.
fn dashes(words: &[LabelToken<'_>], date: &Range<usize>) -> Option<Range<usize>> {
    let is_dash = |at: &usize| words.get(*at).is_some_and(|token| token.is_dash() && !token.quoted);
    let before: Vec<usize> = (0..date.start).filter(is_dash).collect();
    let open = *before.last().filter(|open| before.len() % 2 == 1 && **open > 0)?;
    let close = (date.end..words.len().min(open + INSERTION)).find(is_dash)?;
    (close - open > date.len() + 1).then_some(open..close + 1)
}

/// Whether the word at `at` sets what stands before it against the date or counts from it: `contre 3 % en 2017`, `since the visit in May`.
fn relates(words: &[LabelToken<'_>], at: usize, date: &Range<usize>, language: &LabelLanguage) -> bool {
    let Some(token) = words.get(at).filter(|token| !token.quoted) else { return false };
    let near = at + 2 >= date.start && language.is(Cue::BindsDate, &token.word);
    // `dès` and `des` fold alike.
    let from = token.text.eq_ignore_ascii_case("dès") || token.text == "Dès";
    near || from || language.is(Cue::RelatesTime, &token.word) || language.is(Cue::RelatesTime, token.head())
}

/// `son niveau de 2007`, `the wave of 2010`: whether the date says which of a noun is meant.
fn is_of_noun(words: &[LabelToken<'_>], date: &Range<usize>, language: &LabelLanguage) -> bool {
    let elided = words.get(date.start).is_some_and(|token| token.head() != token.word && language.is(Cue::NounOf, token.head()));
    let Some(of) = (if elided { Some(date.start) } else { date.start.checked_sub(1) }) else { return false };
    let is_of = elided || words.get(of).is_some_and(|token| language.is(Cue::NounOf, token.head()));
    // `au cours de 2012`, `à partir du 3 mai` say when.
    let when = of.checked_sub(1).and_then(|at| words.get(at)).is_none_or(|noun| {
        language.is(Cue::PartOfTime, noun.tail()) || language.spells.has(noun.tail()) || language.hours.has(noun.tail())
    });
    is_of && !when
}

/// Behind the noun that a year stands before, `a 2005 tape`; the end of the date elsewhere.
fn behind_noun(words: &[LabelToken<'_>], date: &Range<usize>, language: &LabelLanguage) -> usize {
    let word = |at: usize| words.get(at);
    let article = date.start.checked_sub(1).and_then(word).is_some_and(|token| {
        language.determiners.has(&token.word)
            || token.word.ends_with("'s") && !language.spans.has(token.word.trim_end_matches("'s"))
    });
    let ends = |at: usize| {
        word(at).is_none_or(|token| {
            token.stops
                || token.is_mark()
                || language.is_verb(token)
                || language.cuts.has(&token.word)
                || language.and.has(&token.word)
                || language.parts.has(&token.word)
                || language.is(Cue::NounOf, &token.word)
                || language.bound.has(&token.word)
                || language.determiners.has(&token.word)
                || language.which.has(&token.word)
                || language.is(Cue::EarlierLater, &token.word)
        })
    };
    let open =
        date.end.checked_sub(1).and_then(word).is_some_and(|last| !last.stops && last.text.ends_with(char::is_alphanumeric));
    if !(language.guesses && article && open) {
        return date.end;
    }
    let noun = (date.end..words.len().min(date.end + NOUN)).take_while(|at| !ends(*at)).count();
    let last = date.end + noun;
    // The last word of a clause has its mark.
    last + usize::from(noun < NOUN && word(last).is_some_and(|token| token.stops && !language.is_verb(token)))
}

/// The clause at `at` with what it hangs on, where it stands beside the main clause and tells more than when that was so.
fn beside_main_clause(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    at: usize,
    language: &LabelLanguage,
) -> Option<Range<usize>> {
    let main = whole_main_clause(words, clauses, language)?;
    let clause = clauses.get(at)?;
    let inside = main.clauses.contains(&at) && !main.inserted.contains(&at);
    // What is said of the subject between commas stands inside, too.
    let apposed = inside && at > main.clauses.start && at + 1 < main.listed;
    let opening = first(words, clause)?;
    // `prévu mercredi et jeudi`: what was to be then.
    let is_set = language.is(Cue::SetForDate, &opening.word);
    let tells = has_verb(words, clause, language) || is_participle(words, clause, language) || acts(words, clause, language);
    // `— up from 17 percent in September`: what is left beside the date says more than when.
    let left = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.counts()).count();
    let leads = at < main.clauses.start;
    let only_when = only_dates(words, clause, language) && (leads || left <= PLACE) && !is_set && !tells;
    // `, puisque le bac a coulé, en mai, près du quai`: the date of a clause that stands beside the main one.
    if only_when && !inside && at > main.clauses.end {
        let before = at - 1;
        let of_attribution = clauses.get(before).is_some_and(|before| is_attribution(words, before, language));
        let told = clauses.get(before).is_some_and(|before| has_verb(words, before, language));
        return clauses.get(before).filter(|_| told && !of_attribution).map(|before| before.start..clause.end);
    }
    let says = is_attribution(words, clause, language) && !acts(words, clause, language);
    if inside && !apposed || only_when || says {
        return None;
    }
    // `In a speech in May, he said`: a time and a place of the main clause.
    let sets_scene = at < main.clauses.start && !tells && language.is(Cue::SetsScene, opening.head());
    if sets_scene {
        return None;
    }
    // A sentence of its own behind a conjunction is seen to elsewhere.
    if tells && language.joining.has(&opening.word) {
        return None;
    }
    let hangs = at > 0 && opening_of(words, clauses, at - 1).is_some();
    // What is said of a subject is said from its first comma on.
    let before = if apposed { main.clauses.start + 1 } else { at.saturating_sub(1) };
    let from = if hangs { clauses.get(before).map_or(clause.start, |before| before.start) } else { clause.start };
    Some(from..clause.end)
}

/// `avant d'être vendu en 1976`, `en évoquant la crue de 2020`, `after meeting him in May`: whether a clause has an infinitive or a gerund that a
/// preposition brings, so that its date is that of what is done there.
fn acts(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part: Vec<&LabelToken<'_>> =
        words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.counts()).collect();
    part.windows(2).any(|pair| {
        let [before, token] = pair else { return false };
        let names =
            language.months.has(&token.word) || language.before_nouns.has(&token.word) || language.spells.has(token.tail());
        let long = token.tail().len() > 3 && !token.quoted && !token.is_capital() && !names;
        let infinitive = language.infinitive_endings.iter().any(|ending| token.tail().ends_with(ending));
        let gerund = if language.guesses { "ing" } else { "ant" };
        let brought = language.cuts.has(&before.word) || language.is(Cue::OpensInfinitive, &before.word) || token.head() == "d'";
        let gerund =
            token.tail().ends_with(gerund) && (language.guesses && language.cuts.has(&before.word) || before.word == "en");
        long && (gerund || language.inverts && infinitive && brought)
    })
}

/// Keeps of `words` what `hold` says, if it says anything; `light` is the sentence without what no label needs.
pub(super) fn keep(words: &mut [LabelToken<'_>], light: &[LabelToken<'_>], hold: &Hold) {
    if hold.part.is_empty() {
        return;
    }
    // What stands between the part and what is left of its clause goes with it.
    let is_left = |at: usize| words.get(at).is_none_or(|token| token.kept);
    let ends = |at: usize| light.get(at).is_none_or(|token| token.stops);
    // Right before brackets stands what they are said of, whatever mark follows them.
    let opens = light.get(hold.part.start).is_some_and(|token| token.text.starts_with(['(', '[']));
    let reaches = |at: &usize| !is_left(*at) && (opens && *at + 1 == hold.part.start || !ends(*at));
    let start = (0..hold.part.start).rev().take_while(reaches).last().unwrap_or(hold.part.start);
    let mut gap = false;
    for at in start..hold.part.end {
        let stays = hold.date.contains(&at) || light.get(at).is_some_and(|token| token.kept);
        let parted =
            at.checked_sub(1).and_then(|before| light.get(before)).is_some_and(|before| before.text.ends_with([',', ';']));
        let Some(token) = words.get_mut(at) else { break };
        if stays && !token.kept {
            token.parted |= parted && !gap;
            token.kept = true;
        }
        gap = token.kept;
    }
    // What goes on behind it is parted from it where the sentence had a comma.
    let end = hold.part.end;
    let parted = end.checked_sub(1).and_then(|last| light.get(last)).is_some_and(|last| last.text.ends_with([',', ';']));
    if let Some(next) = words.get_mut(end).filter(|next| next.kept && parted) {
        next.parted = true;
    }
}

/// Whether the words `gone` take the word `date` with something that it may be the date of, or from it: more than a place stands between them, or
/// the date stands behind a noun that a preposition brings (`the treaty of the towns in 1950`). `verb` is the place of the verb before.
pub(super) fn tears(
    words: &[LabelToken<'_>],
    gone: Range<usize>,
    (verb, date): (usize, usize),
    language: &LabelLanguage,
) -> bool {
    let cut = gone.start;
    if !gone.contains(&date) || !words.get(date).is_some_and(|token| token.kept) {
        return false;
    }
    let binds = |at: usize| {
        words.get(at).is_some_and(|token| {
            language.on.has(&token.word) || language.cuts.has(&token.word) || language.is(Cue::Article, &token.word)
        })
    };
    let start = (cut..date).rev().take(2).take_while(|at| binds(*at)).last().unwrap_or(date);
    let between = words.get(cut..start).unwrap_or_default();
    let place = between.first().is_some_and(|token| language.places.has(&token.word));
    let brings = |token: &LabelToken<'_>| {
        token.kept
            && (language.cuts.has(&token.word) || language.is(Cue::NounOf, token.head()) || language.parts.has(&token.word))
    };
    let of_noun = words.get(verb + 1..cut).unwrap_or_default().iter().any(brings);
    of_noun || !(between.is_empty() || place && between.len() <= PLACE)
}
