//! Who says so: attributions behind the main clause, told from other clauses and made shorter.

use std::ops::Range;

use crate::analysis::labels::clause::{first, is_quoted, opening_of, part_of};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest name of whom something was told to.
const HEARD: usize = 9;
/// Words of the shortest attribution that is made shorter.
const SHORTENED: usize = 5;

/// Whether a clause says who says so: a verb of saying is among its first words.
pub(super) fn is_attribution(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let is_relative = |token: &&LabelToken<'_>| language.is(Cue::RelativeAlone, &token.word);
    let mut near = part.iter().filter(|token| token.counts()).take(4).take_while(|token| !is_relative(token));
    // `comme le rapporte un journal` says so, too.
    let opens = first(words, clause).is_some_and(|token| {
        LabelLanguage::begins(&language.trailing, token) && !language.is_finite(token) && !language.is(Cue::As, &token.word)
    });
    let told: Vec<&LabelToken<'_>> = part.iter().filter(|token| token.counts()).collect();
    // `reconnu par l'ONU` says of whom it is spoken; `a reconnu l'ONU` says who says so.
    let alone = |at: usize| {
        let token = told.get(at).copied();
        let participle =
            token.is_some_and(|token| token.text.trim_end_matches(',').ends_with('é') || language.told.has(&token.word));
        let has = |at: usize| {
            told.get(at).is_some_and(|before| language.having.has(&before.word) || language.having.has(before.tail()))
        };
        participle
            && !(at.checked_sub(1).is_some_and(has)
                || at.checked_sub(2).is_some_and(has)
                || told
                    .get(at - at.min(1))
                    .is_some_and(|before| before.word.starts_with("a-t-") || before.word.starts_with("ont-")))
    };
    // `stock and notes` is a list.
    let ends_list = told.len().checked_sub(2).and_then(|at| told.get(at)).is_some_and(|before| language.and.has(&before.word));
    if ends_list && told.len() < 5 {
        return false;
    }
    let says = |(at, token): (usize, &LabelToken<'_>)| {
        !token.quoted && !token.is_noun && !alone(at) && (language.said.has(&token.word) || language.said.has(token.verb()))
    };
    !opens && (near.by_ref().enumerate().any(says) || ends_saying(part, language))
}

/// `the minister of the interior has announced in a letter`: whether the verb of a clause is one of saying, and no object follows it.
pub(super) fn ends_saying(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let mut kept = part.iter().filter(|token| token.counts());
    let says = |token: &LabelToken<'_>| language.said.has(&token.word) || language.said.has(token.verb());
    let Some(verb) = kept.by_ref().find(|token| language.is_finite(token) && !language.having.has(&token.word) || says(token))
    else {
        return false;
    };
    // `told reporters on Monday`: whom it was told to goes with the verb.
    let heard = if verb.word == "told" { HEARD } else { 0 };
    let behind: Vec<&LabelToken<'_>> = kept.take_while(|next| !LabelLanguage::begins(&language.cuts, next)).collect();
    let goes_on = behind.iter().any(|token| language.that.has(token.head()) || language.is_verb(token) || token.word == "to");
    says(verb) && !verb.quoted && !goes_on && (behind.len() <= heard || behind.iter().all(|token| token.word == "here"))
}

/// What goes of the subject of an attribution, whose words stand at `places` before `subject`: the office before a name, and what an office is of.
fn before_speaker(words: &[LabelToken<'_>], places: &[usize], subject: usize, language: &LabelLanguage) -> Range<usize> {
    let token = |at: usize| places.get(at).and_then(|place| words.get(*place));
    let cuts = |at: &usize| {
        token(*at).is_some_and(|token| LabelLanguage::begins(&language.cuts, token) && (*at == 0 || !token.is_capital()))
    };
    // `law minister Anne Rivoire said`: the name; `a source with knowledge of the case said`: what stands before the preposition.
    let titled = (0..subject).rev().find(|at| token(*at).is_some_and(|token| language.titles.has(&token.word)));
    let named = |at: usize| (at..subject).take(2).filter(|at| token(*at).is_some_and(LabelToken::is_capital)).count() > 1;
    let office = |at: usize| if token(at + 1).is_some_and(|token| token.word == "of") { at + 3 } else { at + 1 };
    let sources = token(0).or(token(1)).map(|_| (0..2).filter_map(token).any(|token| language.sources.has(&token.word)));
    let of = (1..subject).find(cuts).filter(|_| sources == Some(true));
    // `a spokesman for the minister Anne Rivoire`, `sources close to her`: somebody else speaks than whom the office is of.
    let of_another =
        |at: &usize| (0..*at).any(|at| cuts(&at) || token(at).is_some_and(|token| language.is(Cue::ToOf, &token.word)));
    let titled = titled.filter(|at| !of_another(at));
    match (titled.map(office).filter(|at| named(*at)), of) {
        (Some(name), _) => 0..name,
        (None, Some(of)) => of..subject,
        (None, None) => 0..0,
    }
}

/// Leaves of a long attribution the verb and who says it.
pub(super) fn shorten(words: &mut [LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) {
    let kept = |at: &usize| words.get(*at).is_some_and(LabelToken::counts);
    let places: Vec<usize> = clause.clone().filter(kept).collect();
    if places.len() < SHORTENED {
        return;
    }
    let token = |at: usize| places.get(at).and_then(|place| words.get(*place));
    let says = |at: &usize| token(*at).is_some_and(|token| language.said.has(&token.word) || language.said.has(token.verb()));
    // `said the Retailers Against Smuggling`: a capital is part of the name. Of two who say so, both do.
    let cuts = |at: &usize| {
        token(*at).is_some_and(|token| {
            LabelLanguage::begins(&language.cuts, token) && !language.and.has(&token.word) && (*at == 0 || !token.is_capital())
        })
    };
    let verb = (0..places.len()).find(says).unwrap_or(0);
    let has = |at: usize| token(at).is_some_and(|token| language.auxiliaries.has(&token.word));
    let subject = if verb > 0 && has(verb - 1) { verb - 1 } else { verb };
    // `a-t-elle précisé par la suite`: the pronoun has said who.
    let turned = (0..=verb)
        .filter_map(token)
        .any(|token| ["-il", "-elle", "-on", "-ils", "-elles"].iter().any(|pronoun| token.word.ends_with(pronoun)));
    let behind = (if verb < 3 && !turned { 3 } else { verb + 1 }..places.len()).find(cuts);
    let gone = before_speaker(words, &places, subject, language);
    // `people familiar with the matter`: what the preposition goes with needs it.
    let bound = |at: usize| {
        at.checked_sub(1).and_then(token).zip(token(at)).is_some_and(|(before, next)| {
            language.bonds.has(&before.word, &next.word)
                || language.awaiting.has(&before.word)
                || language.is(Cue::Those, &before.word)
                || language.is(Cue::BeForm, &before.word)
                || before.word.ends_with(|c: char| c.is_ascii_digit())
        })
    };
    // `a affirmé sur scène qu'il partait`: what is said stays.
    let says_on = (verb..places.len()).filter_map(token).any(|token| language.that.has(token.head()) && !token.quoted);
    let mut end = behind.filter(|at| !bound(*at) && !says_on).unwrap_or(places.len());
    // `selon des notes publiées`: what waits for its object goes with it.
    let waits = |at: usize| {
        token(at).is_some_and(|token| {
            ["é", "ée", "és", "ées", "ue", "ues"].iter().any(|ending| token.text.ends_with(ending))
                || language.guesses && token.word.ends_with("ed") && !token.is_capital()
        })
    };
    if end < places.len()
        && end > verb + 2
        && waits(end - 1)
        && !token(end - 2).is_some_and(|token| language.having.has(&token.word) || language.auxiliaries.has(&token.word))
        // `ont fait savoir les autorités`: a noun.
        && !token(end - 2).is_some_and(|token| language.before_nouns.has(&token.word))
    {
        end -= 1;
    }
    // `a annoncé Anne Rivoire peu avant le vote`: what measures the preposition goes with it.
    while end < places.len() && end > verb + 2 && token(end - 1).is_some_and(|token| language.is(Cue::MeasuresTime, &token.word))
    {
        end -= 1;
    }
    let last = end..places.len();
    for place in gone.chain(last).filter_map(|at| places.get(at).copied()).collect::<Vec<_>>() {
        if let Some(token) = words.get_mut(place) {
            token.kept = false;
        }
    }
}

/// `“It is over,” miller John Tavel, aged 42, told me`: whether the clause at `at`, behind a main clause that ends at `end`, is the subject of a verb
/// of saying that stands alone behind it, or what is said of that.
pub(super) fn speaks_behind(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    (at, end): (usize, usize),
    language: &LabelLanguage,
) -> bool {
    let says = |at: &usize| {
        let part = part_of(words, clauses, *at);
        let mut kept = part.iter().filter(|token| token.counts());
        let opening = kept.next();
        let verb = opening.is_some_and(|token| language.said.has(&token.word) && !token.quoted && token.word != "according");
        // Whom it was told to stands behind.
        let told = opening.is_some_and(|token| token.word == "told");
        // `said John Tavel` has its subject behind it.
        let names =
            |next: &LabelToken<'_>| next.is_capital() || language.determiners.has(&next.word) || language.names_role(next);
        verb && (told || !kept.next().is_some_and(names))
    };
    let opens = |at: &usize| {
        opening_of(words, clauses, *at).is_some_and(|token| {
            !token.quoted
                && !LabelLanguage::begins(&language.trailing, token)
                && !language.said.has(&token.word)
                && !language.leads(token)
        })
    };
    let verb = (at + 1..clauses.len()).find(says).filter(|_| language.guesses && at >= end);
    verb.is_some_and(|verb| (end..verb).find(opens).is_some_and(|subject| subject <= at))
}

/// `« Trop tard », ironise Anne Rivoire`: whether the clause at `at`, behind a quotation, says who speaks it, its verb being in no list.
pub(super) fn speaks(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let quoted = at.checked_sub(1).and_then(|before| clauses.get(before)).is_some_and(|clause| is_quoted(words, clause));
    let Some(clause) = clauses.get(at) else { return false };
    let mut kept = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.counts());
    let (Some(verb), Some(who)) = (kept.next(), kept.next()) else { return false };
    let acts = !verb.quoted
        && !verb.is_capital()
        && !LabelLanguage::begins(&language.trailing, verb)
        && !LabelLanguage::begins(&language.cuts, verb)
        && !language.before_nouns.has(verb.head())
        && (verb.text.ends_with('e') || verb.text.ends_with("ent") || verb.text.ends_with('t'))
        && !verb.text.ends_with("ant");
    let named = who.is_capital() || language.is(Cue::SpeakerOpens, who.head());
    quoted && language.inverts && acts && named
}

/// `a assuré sur Radio Sarelle, la ministre …`: whether an attribution does not say yet who says so.
pub(super) fn lacks_speaker(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let has = kept.next().is_some_and(|token| language.having.has(&token.word));
    let says = kept.next().is_some_and(|token| language.said.has(&token.word));
    // `évoque, toujours à la radio, Anne Rivoire`: a verb alone.
    let alone = language.inverts && part.iter().filter(|token| token.counts()).count() == 1;
    alone || has && says && kept.next().is_none_or(|next| LabelLanguage::begins(&language.cuts, next))
}

/// The clause behind `at` that says who speaks: one that begins with an article or a name.
pub(super) fn speaker_behind(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    at: usize,
    language: &LabelLanguage,
) -> Option<usize> {
    let begins = |clause: usize| {
        let token = opening_of(words, clauses, clause);
        token.is_some_and(|token| {
            !language.that.has(token.head()) && (language.is(Cue::SpeakerOpens, token.head()) || token.is_capital())
        })
    };
    (at + 1..clauses.len().min(at + 3)).find(|clause| begins(*clause))
}

/// `La ville a un pont. « Il est neuf », dit le maire`: a quotation that is a sentence of its own goes, with who speaks it.
pub(super) fn part_quotation(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let opens = |at: &usize| {
        let ended = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| before.text.ends_with(['.', '!', '?']) && !before.quoted);
        ended && words.get(*at).is_some_and(|token| token.text.starts_with(['"', '«', '“']))
    };
    let Some(at) = (4..words.len()).find(opens) else { return };
    if words.iter().take(at).any(|token| language.is_finite(token)) {
        words.iter_mut().skip(at).for_each(|token| token.kept = false);
    }
}
