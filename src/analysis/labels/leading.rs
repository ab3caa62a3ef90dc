//! What goes before the main clause: when, where, in what state or under which condition it is so. Tells it from a subject; deletes nothing.

use std::ops::Range;

use crate::analysis::labels::clause::{first, has_verb, part_of};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest day that begins with `this`.
const THIS: usize = 4;
/// Words behind `il y a` from which on a clause says more than how long ago something was.
const AGO: usize = 5;
/// Words in which a clause says how long after what it is told.
const NEAR: usize = 6;
/// Words of the longest time before the main clause.
const SHORT: usize = 5;

/// Which clauses go before the main one; the further names of `In Merrow, Orrick and Tavel, shops were shut` among them.
pub(super) fn leading(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> Vec<bool> {
    let part = |at: usize| part_of(words, clauses, at);
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
        // `In Kelmouth, the worst hit town, Anne Rivoire told`: what the place is.
        let is_what = place
            && before.and_then(|before| kept(before).next_back()).is_some_and(LabelToken::is_capital)
            && language.guesses
            && first(words, clause).is_some_and(|token| language.is(Cue::Article, &token.word))
            && !has_verb(words, clause, language)
            && clauses.get(at + 1).is_some_and(|next| {
                has_verb(words, next, language)
                    && first(words, next).is_some_and(|token| {
                        !token.quoted && !language.is_finite(token) && !LabelLanguage::begins(&language.trailing, token)
                    })
            });
        // `La pluie ayant cessé, le quai a rouvert`: a participle with a subject of its own.
        let absolute = at == 0
            && language.inverts
            && kept(0).skip(1).any(|token| language.is(Cue::Absolute, &token.word) && !token.quoted)
            && !has_verb(words, clause, language)
            && clauses.get(1).and_then(|next| first(words, next)).is_some_and(|next| language.is(Cue::SpeakerOpens, next.head()));
        let is_led = followed
            || is_what
            || absolute
            || leads(words, clause, at == 0, language) && !begins_list(words, clauses, at, language);
        place |= is_led && first(words, clause).is_some_and(|token| language.cuts.has(&token.word));
        led.push(is_place || is_led);
    }
    led
}

/// `Kelly Tavel,`, `Reilly, warden of the quay, said`: whether a clause is a name that ends like an adverb.
fn is_name(words: &[LabelToken<'_>], clause: &Range<usize>, is_first: bool, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let Some(token) = first(words, clause) else { return false };
    let opens = LabelLanguage::begins(&language.leading, token) || LabelLanguage::begins(&language.guards, token);
    if opens || language.days.has(&token.word) {
        return false;
    }
    let mut written = part.iter().filter(|token| token.counts());
    if written.clone().count() > 1 {
        return written.all(LabelToken::is_capital);
    }
    let of = words.get(clause.end + 1).is_some_and(|next| next.word == "of");
    let role = words.get(clause.end).is_some_and(|next| {
        let plain = !next.is_capital() && !language.before_nouns.has(&next.word);
        plain && (of || language.names_role(next) || next.word.starts_with(|c: char| c.is_ascii_digit()))
    });
    is_first && language.guesses && role && token.is_capital()
}

/// Whether a clause goes before the main clause: says when, where or under which condition.
pub(super) fn leads(words: &[LabelToken<'_>], clause: &Range<usize>, is_first: bool, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let Some(token) = first(words, clause) else { return false };
    if is_name(words, clause, is_first, language) {
        return false;
    }
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
    let is_this = language.is(Cue::This, &token.word);
    let possesses = language.which.has(&token.word) && part.iter().take(3).any(|token| token.word.ends_with("'s"));
    // `About 9,000 millers`, `Quelques centaines de bateliers`: how many it is spoken of.
    let counts = kept_behind(part).is_some_and(|next| next.word.starts_with(|c: char| c.is_ascii_digit()))
        && language.is(Cue::AboutMany, &token.word)
        || token.word == "quelques" && !part.iter().take(NEAR).any(|token| language.spells.has(&token.word));
    // `Shortly before the county filed its suit,`.
    let shortly = language.guesses
        && (language.is_adverb(token) || matches!(token.word.as_str(), "soon" | "long" | "right"))
        && kept_behind(part).is_some_and(|next| language.is(Cue::ShortlyBefore, &next.word));
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
    let is_later =
        near.any(|token| language.spells.has(&token.word)) && near.any(|token| language.is(Cue::SpellLater, &token.word));
    // `Le lendemain,`, `The next day,`.
    let last = part.iter().rev().find(|token| token.counts());
    let is_time = part.len() <= THIS && last.is_some_and(|last| language.spells.has(&last.word));
    // `De son côté,`, `Pour sa part,`.
    let aside = part.len() <= THIS && token.word == "de" && last.is_some_and(|last| language.is(Cue::OnTheirSide, &last.word));
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

/// Whether a clause says when and no more: `Mardi soir`, `En mai 2019`.
pub(super) fn only_dates(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let time = |token: &LabelToken<'_>| {
        language.days.has(&token.word)
            || language.months.has(&token.word)
            || language.spells.has(token.tail())
            || language.hours.has(&token.word)
            || token.word.len() == 4 && token.word.bytes().all(|byte| byte.is_ascii_digit())
    };
    is_date(part, language)
        || part.iter().filter(|token| token.counts()).count() <= SHORT
            && (part.iter().any(time) || part.iter().find(|token| token.counts()).is_some_and(|token| language.is_adverb(token)))
}

/// Whether a clause behind the first says when, where or in what state.
pub(super) fn adverbial(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    leads(words, clause, false, language)
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

/// `Leading yachts Merrow, Alder and Osric were`: whether the clause at `at` ends with the first of several names that have one verb.
pub(super) fn begins_list(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let part = |at: usize| part_of(words, clauses, at);
    let name = part(at).iter().rev().find(|token| token.counts()).is_some_and(LabelToken::is_capital);
    let mut next = part(at + 1).iter().filter(|token| token.counts());
    let opens = next.next().is_some_and(LabelToken::is_capital);
    let joins = next.next().is_some_and(|token| language.and.has(&token.word));
    let several = part(at + 1).iter().find(|token| language.is_verb(token)).is_some_and(|verb| language.plural.has(&verb.word));
    language.guesses && name && opens && joins && several
}
