//! What binds the words at both sides of a place where a sentence may end: a verb and its preposition, a noun and what says which, two
//! amounts of one sum. Each answers for one place and deletes nothing.

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words in which a second amount or a second degree follows the first.
const NEAR: usize = 8;
/// Words between a verb and what completes it behind its object.
const OBJECT: usize = 12;

/// Whether what begins at `at` of `kept` belongs to what stands before it.
pub(super) fn is_bound(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(last), Some(next)) = (at.checked_sub(1).and_then(token), token(at)) else { return false };
    // `ban hawkers | from the quay`, `is ready | for the flood`.
    let needs = |token: &LabelToken<'_>| language.bonds.has(&token.word, &next.word);
    // `procède actuellement | à la vidange`: an adverb parts the two.
    let governs = (0..at).rev().filter_map(token).find(|token| !language.is_adverb(token) && !language.fillers.has(&token.word));
    // `the Retailers | Against Smuggling group`: a capital within a sentence is part of a name.
    let is_named = next.is_capital() && last.is_capital() && !last.stops;
    // `a town as poor | and hungry as any`.
    let degree = at.checked_sub(2).and_then(token).is_some_and(|before| language.degrees.has(&before.word));
    // `turned himself | in`.
    let particle = last.word.ends_with("self") && (language.is(Cue::Particle, &next.word) || language.is(Cue::As, &next.word));
    // `elle règle | (en partie) les pannes`.
    let bracket = next.text.starts_with('(');
    // `was almost certainly | by chance`.
    let plain = (0..at)
        .rev()
        .find(|at| token(*at).is_some_and(|token| !(token.word.ends_with("ly") || language.is(Cue::Almost, &token.word))));
    let qualifies = last.word.ends_with("ly") && plain.and_then(token).is_some_and(|token| language.is(Cue::BeAny, &token.word));
    // `de 56 ans | à 63 ans`.
    let counted = language.inverts && at.checked_sub(2).and_then(token).is_some_and(LabelToken::is_number);
    // `du matin | au soir`, `de mardi | à mercredi`.
    let opens = (at.saturating_sub(3)..at).filter_map(token).any(|token| {
        language.is(Cue::RangeFrom, &token.word)
            || token.word == "de" && counted
            || token.word == "de" && (language.days.has(&last.word) || language.numbers.has(&last.word))
    });
    let ranges = opens && language.is(Cue::RangeTo, &next.word);
    // `se maintenir durablement | au pouvoir`.
    let adverb = language.inverts
        && last.word.ends_with("ment")
        && at.checked_sub(2).and_then(token).is_some_and(|before| {
            language.infinitive_endings.iter().any(|ending| before.word.ends_with(ending)) && !before.is_capital()
        });
    // `trois sacs | par an`: a rate. `is closed | for good`: one sense.
    let after = token(at + 1).map_or("", |after| after.word.as_str());
    let rate = language.is(Cue::Per, &next.word) && language.spells.has(after);
    let turn = language.is(Cue::OneSense, &format!("{}_{after}", next.word));
    // `70 percent | among the old`: of whom.
    let of_share = language.is(Cue::WhichOfSeveral, &next.word) || language.is(Cue::NounOf, next.head());
    let share = of_share && (last.word.ends_with('%') || language.is(Cue::Share, &last.word));
    rate || turn
        || share
        || needs(last)
        || governs.is_some_and(needs)
        || adverb
        || ranges
        || qualifies
        || bracket
        || particle
        || joins_alike(words, kept, at, language)
        || completes_verb(words, kept, at, language)
        || is_named
        || degree
        || joins_verbs(words, kept, at, language)
        || says_which(words, kept, at, language)
        || says_how_much(words, kept, at, language)
        || adds_up(words, kept, at, language)
        || compares(words, kept, at, language)
}

/// `a plongé la ville | dans le noir`: whether what begins at `at` of `kept` completes a verb that has its object before it.
fn completes_verb(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let Some(next) = token(at) else { return false };
    let needs = |verb: &usize| token(*verb).is_some_and(|verb| language.completed.has(verb.tail(), &next.word));
    let completed = |verb: usize| (verb + 1..at).filter_map(token).any(|token| token.word == next.word);
    (at.saturating_sub(OBJECT)..at).rev().find(needs).is_some_and(|verb| !completed(verb))
}

/// `un homme | et une femme`, `des parcs | et jardins`: whether the second member of a pair begins at `at` of `kept`, which has an article as the first
/// one has, or none where the first has one for both.
fn joins_alike(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(second)) = (token(at), token(at + 1)) else { return false };
    let article = |token: &LabelToken<'_>| language.is(Cue::PairArticle, token.head());
    let before = at.checked_sub(2).and_then(token).is_some_and(|before| article(before) && !before.text.contains(['à', 'À']));
    let paired = before && article(second);
    let bare = language.inverts
        && !second.is_capital()
        && !language.is_verb(second)
        && !second.word.starts_with(|c: char| c.is_ascii_digit())
        && !LabelLanguage::begins(&language.cuts, second)
        && !LabelLanguage::begins(&language.before_nouns, second)
        && !LabelLanguage::begins(&language.objects_open, second)
        && !language.is_adverb(second)
        && !ends_like_participle(second);
    language.and.has(&next.word) && (paired || bare)
}

/// Whether a French word may be a participle that goes on with the auxiliary of another one: `a ouvert la digue et noyé le quai`.
fn ends_like_participle(token: &LabelToken<'_>) -> bool {
    ["é", "i", "u", "is", "it", "er", "ir", "re"].iter().any(|ending| token.text.ends_with(ending))
}

/// `for 25 dollars | in cash and 15 in shares`: whether a second amount follows that is added to the one before `at` of `kept`.
fn adds_up(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let is_amount = |token: &LabelToken<'_>| {
        token.word.trim_start_matches(['$', '€', '£']).starts_with(|c: char| c.is_ascii_digit())
            || language.numbers.has(&token.word)
    };
    let before = (at.saturating_sub(3)..at).filter_map(token).any(is_amount);
    let behind = (at..at + NEAR).take_while(|at| !at.checked_sub(1).and_then(token).is_some_and(|token| token.stops));
    let joined = |at: usize| token(at).is_some_and(|token| language.and.has(&token.word)) && token(at + 1).is_some_and(is_amount);
    before && behind.into_iter().any(joined)
}

/// `more limited | in the south and most widespread in the north`: whether a degree is set against another one behind `at` of `kept`.
fn compares(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let is_degree = |token: &LabelToken<'_>| language.is(Cue::Degree, &token.word);
    let joins = |token: &LabelToken<'_>| language.and.has(&token.word) || language.joining.has(&token.word);
    let joined = |at: usize| token(at).is_some_and(joins) && token(at + 1).is_some_and(is_degree);
    // `will be worse | for the town than for the mills`.
    let likened =
        |token: &LabelToken<'_>| is_degree(token) || language.is(Cue::Likened, &token.word) || token.word.ends_with("er");
    let than = (at..at + NEAR).filter_map(token).take_while(|token| !token.stops).any(|token| token.word == "than");
    at.checked_sub(1).and_then(token).is_some_and(likened) && than
        || (at.saturating_sub(3)..at).filter_map(token).any(is_degree) && (at..at + NEAR).any(joined)
}

/// `will mint | and market a coin`: whether a verb stands at both sides of `at` of `kept`, whose object follows the second.
fn joins_verbs(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(last), Some(next)) = (at.checked_sub(1).and_then(token), token(at)) else { return false };
    let (Some(second), Some(object)) = (token(at + 1), token(at + 2)) else { return false };
    let opens = language.objects_open.has(object.head()) || object.is_capital();
    let is_plain = |token: &LabelToken<'_>| !token.is_capital() && !token.word.starts_with(|c: char| c.is_ascii_digit());
    // `broke windows | and threw stones`: an object stands before.
    let acts = |token: &LabelToken<'_>| {
        if language.guesses {
            !token.word.ends_with('s') || language.is_verb(token)
        } else {
            language.infinitive_endings.iter().any(|ending| token.word.ends_with(ending))
        }
    };
    let verb = (0..at).rev().find(|at| token(*at).is_some_and(|token| language.is_verb(token))).unwrap_or(0);
    let is_object = (verb + 1..at)
        .filter_map(token)
        .any(|token| language.objects_open.has(token.head()) || language.determiners.has(&token.word))
        || at.checked_sub(2).and_then(token).is_some_and(|before| !language.guesses && language.before_nouns.has(before.head()));
    let is_noun = LabelLanguage::begins(&language.cuts, second) || language.objects_open.has(second.head());
    language.and.has(&next.word) && opens && is_plain(last) && is_plain(second) && acts(last) && !is_object && !is_noun
}

/// `is among four people | who were arrested`: whether what begins at `at` of `kept` says which of several are meant.
fn says_which(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let is_relative = token(at).is_some_and(|next| language.relatives.has(next.head()));
    let counts = |token: &LabelToken<'_>| {
        token.word.bytes().all(|byte| byte.is_ascii_digit()) || language.is(Cue::WhichOfSeveral, &token.word)
    };
    is_relative && !token(at - 1).is_some_and(|last| last.stops) && (at.saturating_sub(4)..at).filter_map(token).any(counts)
}

/// `estimait la fréquentation | à 15 %`: whether the amount that a verb of measure waits for begins at `at` of `kept`.
fn says_how_much(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let opens = token(at).is_some_and(|next| language.is(Cue::BeforeAmount, &next.word));
    let measures = |at: usize| token(at).is_some_and(|token| language.measuring.has(token.tail()));
    let is_amount =
        |token: &LabelToken<'_>| token.word.trim_start_matches(['$', '€', '£']).starts_with(|c: char| c.is_ascii_digit());
    opens && (at + 1..at + 3).filter_map(token).any(is_amount) && (0..at).any(measures)
}
