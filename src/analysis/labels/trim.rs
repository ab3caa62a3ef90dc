//! The last deletion: what stands behind a preposition or a conjunction, where a label is still too long and nothing that limits it goes.

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::ending::{ends_before, is_place};
use crate::analysis::labels::hold::tears;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::members::parts_list;
use crate::analysis::labels::proof::has_main_verb;
use crate::analysis::labels::token::LabelToken;
use crate::analysis::labels::unfinished::concedes;

/// Words that must stand before a cut.
const LEAST: usize = 5;
/// Words that must stand before an adverbial clause that is cut off.
const EARLY: usize = 7;
/// Words that are left of what is said where who says so stands behind it.
const LEAST_SAID: usize = 9;

/// `before the vote, being held in May`: whether what only ends like a verb begins no clause of its own.
fn goes_on(next: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    !next.parted && next.word.len() > 4 && next.word.ends_with("ing") && language.guesses
}

/// Ends the first run of kept words from the word `from` on before its twelfth or so, `most` words being wanted in all; else where it can
/// end at all. A verb that the word `date` goes with stays.
pub(super) fn trim(
    words: &mut [LabelToken<'_>],
    (language, date): (&LabelLanguage, Option<usize>),
    (from, most): (usize, usize),
) {
    let is_kept = |(_, token): &(usize, &LabelToken<'_>)| token.kept && !token.is_mark();
    let kept: Vec<usize> = words.iter().enumerate().skip(from).filter(is_kept).map(|(at, _)| at).collect();
    if let Some(end) = open_end(words, &kept, language) {
        delete(words, &kept, end..kept.len());
        trim(words, (language, date), (from, most));
        return;
    }
    // What stands behind the main clause, such as who says so, stays; a comma before its verb parts a list.
    let Some(verb) = main_verb(words, &kept, language) else { return };
    let token = |at: usize| kept.get(at).and_then(|place| words.get(place.to_owned()));
    let ends = |at: &usize| {
        let goes_on = token(*at + 1).is_some_and(|next| goes_on(next, language));
        token(*at).is_some_and(|token| token.stops && !token.quoted && !goes_on) || token(*at + 1).is_some_and(|next| next.parted)
    };
    let stop = (verb..kept.len()).find(ends).map_or(kept.len(), |at| at + 1);
    if stays_whole(words, &kept, stop, language) {
        return;
    }
    // A list or an object behind a comma goes with what it belongs to; who says so, behind another one, stays.
    // So does a verb behind the comma.
    let parted = |at: &usize| {
        let goes_on = at.checked_sub(1).and_then(token).is_some_and(|before| before.stops);
        token(*at).is_some_and(|next| {
            next.parted || goes_on && (language.is_surely_finite(next) || !language.guesses && language.is_finite(next))
        })
    };
    let stop = (stop..kept.len()).find(parted).unwrap_or(kept.len());
    // `was saved | by the county, not by the millers`: what a limit behind the comma is set against stays.
    if token(stop).is_some_and(|next| next.parted && language.is(Cue::LimitOf, next.head())) {
        return;
    }
    let behind = kept.len() - stop;
    // What is denied is denied as far as the sentence goes: `will not be compulsory in schools`.
    let denied = (0..stop).find(|at| token(*at).is_some_and(|token| denies(token, language))).unwrap_or(stop);
    let dated = date.and_then(|date| dated(words, kept.get(..stop)?, date, language)).unwrap_or(0);
    let told = has_main_verb(words, language);
    let place = |at: usize| kept.get(at).copied().unwrap_or(words.len());
    let may_end = |at: &usize| {
        (dated.max(verb) + 1..denied).contains(at)
            && ends_before(words, &kept, *at, language)
            && (hangs(words, &kept, *at, language) || !loses_doubt(words, &kept, *at..stop, language))
            && !parts_list(words, &kept, *at..stop, language)
            && !loses_verb(words, &kept, *at..stop, language)
            && (hangs(words, &kept, *at, language) || !likens(words, &kept, *at, language))
            && (hangs(words, &kept, *at, language) || !loses_quotation(words, &kept, *at..stop))
            && (!told || keeps_main_verb(words, &kept, *at..stop, language))
            && !loses_auxiliary(words, &kept, (*at, stop), language)
            && !date.is_some_and(|date| tears(words, place(*at)..place(stop), (place(verb), date), language))
    };
    let early = (EARLY..stop).find(|at| is_early(words, &kept, *at, stop, language) && may_end(at));
    if let Some(cut) = early {
        delete(words, &kept, cut..stop);
        trim(words, (language, date), (from, most));
        return;
    }
    if kept.len() <= most {
        return;
    }
    let room = most.saturating_sub(behind).max(LEAST_SAID);
    let shorter = (LEAST..=room.min(stop.saturating_sub(1))).rev().find(may_end);
    let cut = shorter.or_else(|| (room + 1..stop).find(may_end)).filter(|cut| *cut <= room + 3);
    let to = || (room.saturating_sub(1)..stop).find(|at| is_place(words, &kept, *at, language) && may_end(at));
    let Some(cut) = cut.or_else(to).or_else(|| (room + 1..stop).find(may_end)) else { return };
    delete(words, &kept, cut..stop);
}

/// The first of `kept` that is a verb, but for what is said of the subject between commas, `Valmont, où le quai est fermé, devrait`; `None`
/// where only a clause that depends on another has a verb that is known: `Alors que le pont est fermé, le maire …`.
fn main_verb(words: &[LabelToken<'_>], kept: &[usize], language: &LabelLanguage) -> Option<usize> {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let verb = |from: usize| (from..kept.len()).find(|at| token(*at).is_some_and(|token| language.is_finite(token)));
    let stops = |at: &usize| token(*at).is_some_and(|token| token.stops);
    let Some(first) = verb(0) else { return Some(0) };
    let opening = (0..first).rev().find(stops).map_or(0, |at| at + 1);
    let is_relative = opening > 0 && token(opening).is_some_and(|token| language.relatives.has(token.head()));
    let behind = (first..kept.len()).find(stops).and_then(|end| verb(end + 1));
    let waits =
        opening == 0 && behind.is_none() && (first..kept.len()).any(|at| stops(&at)) && opens_dependent(words, kept, language);
    if waits { None } else { behind.filter(|_| is_relative).or(Some(first)) }
}

/// Whether what is left begins with a conjunction that waits for another clause.
fn opens_dependent(words: &[LabelToken<'_>], kept: &[usize], language: &LabelLanguage) -> bool {
    let word = |at: usize| kept.get(at).and_then(|place| words.get(*place)).map_or("", |token| token.word.as_str());
    let head = |at: usize| kept.get(at).and_then(|place| words.get(*place)).map_or("", LabelToken::head);
    let that = language.is(Cue::Que, head(1));
    language.is(Cue::WaitsDependent, head(0)) || that && language.is(Cue::DependsThat, word(0))
}

/// Where the end of `kept` begins that a clause that went leaves without a sense: `and`, `and on that day,`.
fn open_end(words: &[LabelToken<'_>], kept: &[usize], language: &LabelLanguage) -> Option<usize> {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let and = (0..kept.len()).rfind(|at| token(*at).is_some_and(|token| language.and.has(&token.word)))?;
    let behind = and + 1..kept.len();
    if behind.is_empty() {
        return Some(and);
    }
    let gone = kept.last().is_some_and(|last| words.get(last + 1).is_some_and(|next| !next.kept));
    let leads =
        token(and + 1).is_some_and(|next| language.leads(next) && !next.is_capital() || language.is(Cue::OpensTime, next.text));
    let says = behind.clone().filter_map(token).any(|token| language.is_verb(token) || token.quoted);
    // `ou tout du moins [, leur maire]`.
    let limits = token(kept.len() - 1).is_some_and(|last| language.is(Cue::AtLeast, &last.word));
    // `et même une fois [fini, …]`.
    let even = token(and + 1).is_some_and(|next| language.is(Cue::Even, &next.word));
    (gone && (leads || limits || even) && behind.len() < if even { 6 } else { 4 } && !says).then_some(and)
}

/// Whether the run of words that ends before `stop` of `kept` is nothing without what follows, or what follows is so under a condition.
fn stays_whole(words: &[LabelToken<'_>], kept: &[usize], stop: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    // What is so under a condition stays whole: `must be worn with a visor, if …`.
    let limited = token(stop).is_some_and(|next| {
        LabelLanguage::begins(&language.guards, next)
            && !language.said.has(&next.word)
            && next.head() != "d'"
            && next.word != "selon"
    });
    let last = stop.checked_sub(1).and_then(token).filter(|_| stop < kept.len());
    // What a colon announces does not follow from half of what stands before it.
    let announces = last.is_some_and(|last| last.text.ends_with(':'));
    // `il devrait, selon la mairie, partir`: what an insertion parts from its verb stays.
    // `said although the mills were shut at the request of the town, it was right`: the verb of what is said comes behind the comma.
    let part: Vec<&LabelToken<'_>> = (0..stop).filter_map(token).collect();
    // `Si l'étude est faite | en Norland, elle vaut ailleurs`: what is granted is granted whole.
    let grants = stop < kept.len()
        && token(0).is_some_and(|first| language.is(Cue::Concedes, first.head()) || language.is(Cue::LimitOf, first.head()));
    limited
        || grants
        || announces
        || stop < kept.len() && concedes(&part, language)
        || last.is_some_and(|last| language.going.has(&last.word))
}

/// Deletes the words from one place of `kept` to another, and the marks between them.
fn delete(words: &mut [LabelToken<'_>], kept: &[usize], cut: std::ops::Range<usize>) {
    let (from, to) = (kept.get(cut.start).copied().unwrap_or(words.len()), kept.get(cut.end).copied().unwrap_or(words.len()));
    words.iter_mut().take(to).skip(from).for_each(|token| token.kept = false);
}

/// `at risk a report | by the council says`, `died in the valley | when two trains, have crashed`: whether the verb of what stands before goes, or
/// that of the clause which goes stays.
fn loses_verb(words: &[LabelToken<'_>], kept: &[usize], cut: std::ops::Range<usize>, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let has_verb = cut.clone().filter_map(token).any(|token| language.is_verb(token));
    let last = cut.end.checked_sub(1).filter(|last| *last > cut.start).and_then(token);
    // `est ouvert mais les clients | et les bateliers ont fui`: the second of two has no verb yet.
    // `was killed when a car travelling | at night hit the weir`: so has the clause that hangs on it.
    let waits = |token: &LabelToken<'_>| {
        !token.quoted && (language.is(Cue::But, &token.word) || language.is(Cue::WaitsDependent, token.head()))
    };
    let but = (0..cut.start).rfind(|at| token(*at).is_some_and(waits));
    let open = but.is_some_and(|but| !(but + 1..cut.start).filter_map(token).any(|token| language.is_verb(token)));
    let says = last.is_some_and(|last| language.said.has(&last.word) && language.is_surely_finite(last));
    let hangs = token(cut.start).is_some_and(|next| LabelLanguage::begins(&language.early, next));
    let behind = token(cut.end).is_some_and(|next| !next.parted && language.is_finite(next));
    // `and some of his boats | in the lower port have been sold`: the verb of what stands before the preposition.
    let opening = token(cut.start);
    let brings = opening.is_some_and(|next| {
        LabelLanguage::begins(&language.subordinating, next)
            || LabelLanguage::begins(&language.early, next)
            || LabelLanguage::begins(&language.relatives, next)
            || language.and.has(&next.word)
            || language.joining.has(&next.word)
            || language.is(Cue::RelativeThat, &next.word)
    });
    let carrier = !brings
        && language.guesses
        && (cut.start + 1..cut.end)
            .filter_map(token)
            .take_while(|token| {
                !language.parts.has(&token.word) && !language.cuts.has(&token.word) || language.places.has(&token.word)
            })
            .any(|token| language.auxiliaries.has(&token.word) && language.is_surely_finite(token));
    says || carrier || open && has_verb || hangs && !has_verb && behind
}

/// Whether a main verb is left once the words `cut` of `kept` went.
fn keeps_main_verb(words: &[LabelToken<'_>], kept: &[usize], cut: std::ops::Range<usize>, language: &LabelLanguage) -> bool {
    let mut left = words.to_vec();
    delete(&mut left, kept, cut);
    has_main_verb(&left, language)
}

/// `The land devoted to barley | in the valley is forecast to shrink`: whether forms that may be participles are all that stands before `cut`, and a verb
/// that carries others comes behind it, before `stop`.
fn loses_auxiliary(words: &[LabelToken<'_>], kept: &[usize], (cut, stop): (usize, usize), language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let surely = |token: &LabelToken<'_>| language.is_surely_finite(token) && !language.participles.has(&token.word);
    // The conjunction at the cut itself parts nothing: `food | and fuel has spurred`.
    let mut behind = (cut + 1..stop).filter_map(token).take_while(|token| !language.parts.has(&token.word));
    language.guesses
        && !(0..cut).filter_map(token).any(surely)
        && behind.any(|token| language.auxiliaries.has(&token.word) && !token.quoted && !token.relative)
}

/// Whether an adverbial clause begins at `at` of `kept`: `after he was told`, and not `as mayor`.
fn is_early(words: &[LabelToken<'_>], kept: &[usize], at: usize, stop: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let Some(next) = token(at) else { return false };
    if !LabelLanguage::begins(&language.early, next) {
        return false;
    }
    let has_verb = (at + 1..stop).filter_map(token).any(|token| language.is_verb(token));
    let acts = token(at + 1).is_some_and(|token| token.word.len() > 5 && token.word.ends_with("ing"));
    !language.is(Cue::NeedsVerb, &next.word) || has_verb || acts && next.word != "as"
}

/// The verb that the word `date` goes with, among `kept`: the nearest before it, or behind it where a conjunction parts the two.
fn dated(words: &[LabelToken<'_>], kept: &[usize], date: usize, language: &LabelLanguage) -> Option<usize> {
    let token = |at: usize| kept.get(at).and_then(|at| words.get(*at));
    let before = kept.iter().take_while(|at| **at < date).count();
    let verb = |at: &usize| token(*at).is_some_and(|token| language.is_verb(token));
    let nearest = (0..before).rev().find(verb).filter(|_| before < kept.len())?;
    // `Le pont a fermé et mardi la mairie a ouvert un bac`.
    let joined = (nearest..before).filter_map(token).any(|token| language.joining.has(&token.word));
    Some((before..kept.len()).find(verb).filter(|_| joined).unwrap_or(nearest))
}

/// Whether a word denies what it stands with, or asks whether it is so.
fn denies(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let asks = language.is(Cue::Whether, &token.word);
    !token.quoted && (asks || LabelLanguage::begins(&language.denials, token) || token.word.ends_with("n't"))
}

/// Whether a clause with a verb of its own begins at `at` of `kept`, so that what it denies is its own: `after it said it would not pay`.
fn hangs(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let opens =
        token(at).is_some_and(|next| LabelLanguage::begins(&language.early, next) && !language.is(Cue::NoClause, &next.word));
    let limits = |token: &LabelToken<'_>| LabelLanguage::begins(&language.guards, token);
    opens && !token(at + 1).is_some_and(limits)
}

/// `is more often ill than one | who works by day`: whether something is likened to another before `at` of `kept`.
fn likens(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let than = |place: &usize| words.get(*place).is_some_and(|token| language.is(Cue::Than, &token.word));
    kept.iter().take(at).any(than)
}

/// `called the plan | in a speech "a trap"`: whether words are cut off that somebody is quoted with.
fn loses_quotation(words: &[LabelToken<'_>], kept: &[usize], cut: std::ops::Range<usize>) -> bool {
    kept.get(cut).unwrap_or_default().iter().filter_map(|at| words.get(*at)).any(|token| token.quoted)
}

/// Whether what is cut off says that something is not, or only under a condition.
fn loses_doubt(words: &[LabelToken<'_>], kept: &[usize], cut: std::ops::Range<usize>, language: &LabelLanguage) -> bool {
    let places = kept.get(cut).unwrap_or_default();
    let mut tokens = places.iter().filter_map(|at| words.get(*at));
    tokens.any(|token| LabelLanguage::begins(&language.doubts, token) || token.word.ends_with("n't"))
}
