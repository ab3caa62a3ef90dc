//! The main clause: which of the stretches between commas bring its subject and its verb.

use std::ops::Range;

use crate::analysis::labels::attribution::{ends_saying, is_attribution};
use crate::analysis::labels::clause::{first, has_verb, is_quoted};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest day that begins with `this`.
const THIS: usize = 4;
/// Words before a verb that may be a subject without an article.
const SUBJECT: usize = 3;
/// Words of the longest member of a list.
const MEMBER: usize = 5;
/// Words behind `il y a` from which on a clause says more than how long ago something was.
const AGO: usize = 5;
/// Words in which a clause says how long after what it is told.
const NEAR: usize = 6;

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
    let opening = |at: usize| clauses.get(at).and_then(|clause| first(words, clause));
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
        let has_subject = |token: &LabelToken<'_>| matches!(token.head(), "c'" | "j'");
        let lacks = start > 0 && opening(start).is_some_and(|token| language.is_surely_finite(token) && !has_subject(token));
        return Some(if lacks { 0..start + 1 } else { start..start + 1 });
    }
    subject_to_verb(words, clauses, start, language)
}

/// Which clauses go before the main one; the further names of `In Merrow, Orrick and Tavel, shops were shut` among them.
fn leading(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> Vec<bool> {
    let part = |at: usize| clauses.get(at).and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let kept = |at: usize| part(at).iter().filter(|token| token.counts());
    let names = |at: usize| {
        kept(at).count() > 0 && kept(at).all(|token| !token.quoted && (token.is_capital() || language.and.has(&token.word)))
    };
    let mut place = false;
    let mut led: Vec<bool> = Vec::with_capacity(clauses.len());
    for (at, clause) in clauses.iter().enumerate() {
        let before = at.checked_sub(1).filter(|before| led.get(*before).is_some_and(|led| *led));
        let goes_on = before.and_then(|before| kept(before).next_back()).is_some_and(LabelToken::is_capital) && names(at);
        // Two names and more: one alone is the subject.
        let several = kept(at).any(|token| language.and.has(&token.word)) || names(at + 1);
        let is_place = place && goes_on && several && at + 1 < clauses.len();
        // `While barley is dear, followed by rye, oats are cheap`.
        let followed = before.is_some()
            && language.guesses
            && first(words, clause).is_some_and(|token| token.is_noun && token.word.ends_with("ed"))
            && kept(at).nth(1).is_some_and(|next| language.by.has(&next.word));
        let is_led = followed || leads(words, clause, at == 0, language) && !begins_list(words, clauses, at, language);
        place |= is_led && first(words, clause).is_some_and(|token| language.cuts.has(&token.word));
        led.push(is_place || is_led);
    }
    led
}

/// `Leading yachts Merrow, Alder and Osric were`: whether the clause at `at` ends with the first of several names that have one verb.
fn begins_list(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let part = |at: usize| clauses.get(at).and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let name = part(at).iter().rev().find(|token| token.counts()).is_some_and(LabelToken::is_capital);
    let mut next = part(at + 1).iter().filter(|token| token.counts());
    let opens = next.next().is_some_and(LabelToken::is_capital);
    let joins = next.next().is_some_and(|token| language.and.has(&token.word));
    let several = part(at + 1).iter().find(|token| language.is_verb(token)).is_some_and(|verb| language.plural.has(&verb.word));
    language.guesses && name && opens && joins && several
}

/// `"Trop tard", "dehors" et une croix ont été peints`: whether a few quoted words are a member of a list that goes on behind them.
fn lists_quotation(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize) -> bool {
    let part = clauses.get(at).and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let short = part.len() <= MEMBER && part.iter().all(|token| token.quoted);
    let opens = |token: &LabelToken<'_>| token.text.starts_with(['"', '«', '“']);
    short && clauses.get(at + 1).and_then(|clause| first(words, clause)).is_some_and(opens)
}

/// `Alors que le pont est fermé, le maire …`: whether the first clause hangs on another, whose verb is not known.
pub(super) fn waits_for_another(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> bool {
    let part = clauses.first().and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let (Some(token), next) = (kept.next(), kept.next()) else { return false };
    let that = next.is_some_and(|next| language.that.has(next.head()));
    language.inverts
        && (matches!(token.head(), "lorsque" | "lorsqu'" | "quand")
            || that && matches!(token.head(), "alors" | "tandis" | "bien"))
}

/// Behind `When Anne Rivoire, a former judge, was named,`: the first clause that may be the main one, where a conjunction at the head of
/// the sentence waits for a verb that an insertion parts from it.
fn behind_opening(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> usize {
    let verb = |at: &usize| clauses.get(*at).is_some_and(|clause| brings_verb(words, clause, language));
    let depends = |at: usize| clauses.get(at).is_some_and(|clause| depends(words, clause, language));
    let part = clauses.first().and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let (Some(token), next) = (kept.next(), kept.next()) else { return 0 };
    let that = next.is_some_and(|next| language.that.has(next.head()));
    let waits = match token.head() {
        "when" | "while" | "although" | "though" | "because" | "lorsque" | "lorsqu'" | "quand" | "puisque" | "puisqu'" => true,
        "alors" | "tandis" | "bien" => that,
        _ => false,
    };
    if !waits || verb(&0) {
        return 0;
    }
    let behind = (1..clauses.len()).find(|at| verb(at) && !depends(*at)).map_or(0, |at| at + 1);
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
    let limits = token.word == "not" && next.is_some_and(|next| next.word == "to");
    limits || LabelLanguage::begins(&language.trailing, token) && !language.is_finite(token) && !is_this
}

/// Whether a clause goes before the main clause: says when, where or under which condition.
fn leads(words: &[LabelToken<'_>], clause: &Range<usize>, is_first: bool, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let Some(token) = first(words, clause) else { return false };
    // `Earlier this month Anne Rivoire, …,` ends with the subject.
    let time = part.iter().rposition(|token| language.spells.has(&token.word) || language.times.has(&token.word));
    let named = time.and_then(|time| part.get(time + 1..)).is_some_and(|name| {
        name.iter().filter(|token| token.kept).count() > 1 && name.iter().all(|token| token.is_capital() && !token.is_mark())
    });
    if named && is_first && language.guesses {
        return false;
    }
    let tells = |token: &LabelToken<'_>| {
        language.days.has(&token.word) || language.hours.has(&token.word) || language.spells.has(&token.word)
    };
    // `Ce mardi,` leads; `Ce modèle, …,` is what is spoken of, and so is `Last week's flood`.
    let is_this = matches!(token.word.as_str(), "ce" | "cette" | "this");
    let possesses = language.which.has(&token.word) && part.iter().take(3).any(|token| token.word.ends_with("'s"));
    // `About 9,000 millers`, `Quelques centaines de bateliers`: how many it is spoken of.
    let counts = kept_behind(part).is_some_and(|next| next.word.starts_with(|c: char| c.is_ascii_digit()))
        && matches!(token.word.as_str(), "about" | "over" | "under" | "just" | "some" | "once")
        || token.word == "quelques" && !part.iter().take(NEAR).any(|token| language.spells.has(&token.word));
    // `Shortly before the county filed its suit,`.
    let shortly = language.guesses
        && language.is_adverb(token)
        && kept_behind(part).is_some_and(|next| matches!(next.word.as_str(), "before" | "after" | "when" | "as" | "because"));
    if shortly {
        return true;
    }
    let is_subject = counts || possesses || is_this && (part.len() > THIS || !part.iter().any(tells));
    let has_beau = |pair: &[LabelToken<'_>]| {
        pair.last().is_some_and(|token| token.word == "beau")
            && pair.first().is_some_and(|token| language.having.has(&token.word))
    };
    let mut near = part.iter().filter(|token| token.counts()).take(NEAR);
    // `Une semaine après la crue,`.
    let is_later = near.any(|token| language.spells.has(&token.word))
        && near.any(|token| matches!(token.word.as_str(), "apres" | "avant" | "after" | "before" | "later"));
    // `Le lendemain,`, `The next day,`.
    let last = part.iter().rev().find(|token| token.counts());
    let is_time = part.len() <= THIS && last.is_some_and(|last| language.spells.has(&last.word));
    // `De son côté,`, `Pour sa part,`.
    let aside =
        part.len() <= THIS && token.word == "de" && last.is_some_and(|last| matches!(last.word.as_str(), "cote" | "part"));
    aside
        || is_first && is_participle(words, clause, language)
        || is_date(part, language)
        || is_later
        || is_time
        || part.windows(2).any(has_beau)
        || !is_subject
            && (is_ago(words, clause)
                || language.leads(token) && !(language.is_adverb(token) && has_verb(words, clause, language))
                || LabelLanguage::begins(&language.guards, token))
}

/// The second word of a clause.
fn kept_behind<'a, 'b>(part: &'b [LabelToken<'a>]) -> Option<&'b LabelToken<'a>> {
    part.iter().filter(|token| token.counts()).nth(1)
}

/// `Le 16 novembre 2019,`: whether a clause is a day and nothing else.
fn is_date(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let is_part = |token: &LabelToken<'_>| {
        language.months.has(&token.word)
            || language.on.has(&token.word)
            || token.word == "1er"
            || token.word.len() <= 4 && token.word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut kept = part.iter().filter(|token| token.counts());
    kept.clone().any(|token| language.months.has(&token.word)) && kept.all(is_part)
}

/// A subject at `start`, what is said of it between commas, and its verb.
fn subject_to_verb(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    start: usize,
    language: &LabelLanguage,
) -> Option<Range<usize>> {
    let opening = |at: usize| clauses.get(at).and_then(|clause| first(words, clause));
    let verb = |at: usize| clauses.get(at).is_some_and(|clause| brings_verb(words, clause, language));
    let depends = |at: usize| clauses.get(at).is_some_and(|clause| depends(words, clause, language));
    let leads = |at: usize| clauses.get(at).is_some_and(|clause| leads(words, clause, at == 0, language));
    // `les députés, sauf trois, se sont levés`: the pronoun belongs to the verb.
    let reflects = |token: &LabelToken<'_>| matches!(token.word.as_str(), "se" | "ne");
    // `La Sarelle, c'est son nom, est …`: an elided subject opens a clause of its own.
    let has_subject = |token: &LabelToken<'_>| matches!(token.head(), "c'" | "j'" | "qu'");
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
    let inverts = |at: usize| opening(at).is_some_and(|token| language.inverts && language.said.has(&token.word));
    let ends = |at: &usize| {
        let part = clauses.get(*at).and_then(|clause| words.get(clause.clone())).unwrap_or_default();
        inverts(*at) || ends_saying(part, language)
    };
    let place = |at: usize| clauses.get(at).map_or(0, |clause| clause.start);
    // `Purse in hand, Anne Rivoire, 26, was`: who has an age is the subject.
    let is_age = |at: &usize| {
        let part = clauses.get(*at).and_then(|clause| words.get(clause.clone())).unwrap_or_default();
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
    let surely = behind.clone().filter(|at| !is_form(at)).find(opens_surely);
    let likely = || behind.clone().rfind(|at| opens(at) && !is_form(at));
    if let Some(end) = surely.or_else(likely).or_else(|| behind.clone().find(opens)) {
        return Some(start..end + 1);
    }
    let end = (start + 1..clauses.len()).find(|at| verb(*at) && !depends(*at))?;
    Some(if continues(words, clauses, end, language) { start..end + 1 } else { end..end + 1 })
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
    let goes_on = clauses
        .get(end)
        .and_then(|clause| first(words, clause))
        .is_some_and(|token| language.goes_on.has(&token.word) || language.goes_on.has(token.head()));
    // `Elue en 2014, Anne Rivoire a …` says something of whom it names; `a woman of Mill Street, Valmont was …` does not end before its verb.
    let before = end.checked_sub(1).and_then(|before| words.get(clauses.get(before)?.clone()));
    let last = before.and_then(|part| part.iter().rev().find(|token| token.counts()));
    // A capital at the head of the sentence tells nothing.
    let is_name = last.is_some_and(|last| {
        last.is_capital() && words.iter().find(|token| token.kept).is_some_and(|first| !std::ptr::eq(first, last))
    });
    // `…, directrice d'une école de Valmont, les bateliers ont`: what an article opens is a subject of its own.
    let opens = !language.guesses
        && clauses
            .get(end)
            .and_then(|clause| first(words, clause))
            .is_some_and(|token| matches!(token.head(), "le" | "la" | "l'" | "les"));
    // `Anne Rivoire, l'ancienne maire de Valmont a`: a name alone is the subject.
    let alone = before.is_some_and(|part| part.iter().all(|token| !token.kept || token.is_capital()));
    // `une étude, publiée en mai a établi`: what is said of the subject has no subject of its own.
    let describes = !language.guesses && clauses.get(end).is_some_and(|clause| is_participle(words, clause, language));
    let bare = clauses.get(end).is_some_and(|clause| begins_bare(words, clause, language));
    lists || goes_on || describes || bare || is_name && (alone || !opens)
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

/// `Il y a un an et demi,`: whether a clause says how long ago, with a verb that tells nothing.
fn is_ago(words: &[LabelToken<'_>], clause: &Range<usize>) -> bool {
    let mut part = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.counts());
    let opens = ["il", "y", "a"].into_iter().all(|word| part.next().is_some_and(|token| token.word == word));
    opens && part.count() < AGO
}

/// `Placé en garde à vue,`: whether the first clause says in what state its subject, which comes behind it, is.
pub(super) fn is_participle(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let mut part = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.counts());
    if part.clone().take(3).any(|token| token.is_noun && token.word.ends_with("ed"))
        && part.clone().take(1).all(|token| token.is_noun || token.word.ends_with("ly") || token.word == "already")
    {
        return true;
    }
    let ends = |token: &LabelToken<'_>| ["é", "ée", "és", "ées"].iter().any(|ending| token.text.ends_with(ending));
    let opens = |token: &LabelToken<'_>| ends(token) || !language.guesses && language.participles.has(&token.word);
    part.next().is_some_and(opens) && part.next().is_some_and(|next| !next.is_capital() && !next.quoted)
}
