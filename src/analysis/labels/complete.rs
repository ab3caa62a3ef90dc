//! Whether the verb before a place where a sentence may end has what completes it. Answers for one place and deletes nothing.

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Whether a French word ends like an adverb, and not like `gouvernement`.
fn ends_like_adverb(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let word = token.word.as_str();
    word.ends_with("ment")
        && ["emment", "amment", "lement", "rement", "sement", "quement", "tement", "vement", "uement"]
            .iter()
            .any(|end| word.ends_with(end))
        && !language.is(Cue::NoAdverb, word)
}

/// Whether what begins at `at` of `kept` goes with the verb at `verb`: what is said, or what it was done with.
fn goes_with_verb(words: &[LabelToken<'_>], kept: &[usize], verb: usize, at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let word = |at: usize| token(at).map_or("", |token| token.word.as_str());
    let stops = |at: usize| token(at).is_some_and(|token| token.stops);
    // `told a committee | in Kelmouth that`: what is said is still to come.
    let said = |at: usize| token(at).is_some_and(|token| language.said.has(&token.word) && !token.quoted);
    let says = said(verb) || token(verb).is_some_and(|verb| language.having.has(&verb.word)) && said(verb + 1);
    let mut behind = (at..kept.len()).filter_map(token).take_while(|token| !token.stops);
    if says && behind.any(|token| language.that.has(token.head()) && token.word != "what") {
        return true;
    }
    // `provided the market | with`.
    let provides = (0..at).any(|at| language.is(Cue::Provides, word(at)));
    if provides && word(at) == "with" {
        return true;
    }
    // `called on the county | in May to open the weir`: what somebody is asked for is still to come.
    let asks = |at: usize| token(at).is_some_and(|token| language.asking.has(&token.word) || language.asking.has(token.verb()));
    let acts = |at: usize| {
        let next = word(at + 1);
        let near = (at + 2..at + 4)
            .map(word)
            .any(|next| next.len() > 4 && language.infinitive_endings.iter().any(|ending| next.ends_with(ending)));
        let infinitive = near && language.inverts && word(at) == "de"
            || language.infinitive_endings.iter().any(|ending| next.len() > 3 && next.ends_with(ending));
        word(at) == "to"
            || language.inverts && language.is(Cue::AskedTo, word(at)) && (infinitive || language.is(Cue::BeforeInfinitive, next))
            || language.inverts && token(at).is_some_and(|token| token.head() == "d'" && token.tail().ends_with('r'))
    };
    // `took a chance | in May to open the weir`: so is what for.
    let last_asks = at.checked_sub(1).and_then(token).is_some_and(|last| language.is(Cue::TakesInfinitive, last.tail()));
    if ((verb..at).any(asks) || last_asks) && !(verb..at).any(acts) && (at..kept.len()).take_while(|at| !stops(*at)).any(acts) {
        return true;
    }
    // `set at five and its price | at four`.
    let joined = (verb..at).rev().take(4).find(|at| token(*at).is_some_and(|token| language.and.has(&token.word)));
    joined.is_some_and(|joined| {
        (verb..joined).any(|before| word(before) == word(at))
            && !(joined..at).filter_map(token).any(|token| language.is_verb(token))
    })
}

/// Whether what is said has no verb before `at` of `kept`, the last verb before it being at `verb`.
fn lacks_verb_of_speech(words: &[LabelToken<'_>], kept: &[usize], (verb, at): (usize, usize), language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    // `revealed that a candle | and a screen may`: what is said needs its verb.
    let that = (0..at).rev().find(|at| token(*at).is_some_and(|token| language.that.has(token.head())));
    if that.is_some_and(|that| that > verb) {
        return true;
    }
    // `reconnaît que l'absence de celui qui fut son mari | pendant un an pèse`: the verb of a relative clause is none of what is said.
    let short = |that: usize| {
        let behind = || (that + 1..at).filter_map(token);
        let relatives = behind().filter(|token| language.relatives.has(token.head())).count();
        relatives > 0 && behind().filter(|token| language.is_verb(token)).count() <= relatives
    };
    let said_before = |that: usize| that.checked_sub(1).and_then(token).is_some_and(|before| language.said.has(&before.word));
    if language.inverts && that.is_some_and(|that| said_before(that) && short(that)) {
        return true;
    }
    // `police say the driver | in the crash has`: so does what is said without `that`.
    let says = |token: &LabelToken<'_>| {
        language.saying_that.has(&token.word) || language.guesses && language.said.has(&token.word) && !token.is_noun
    };
    // `has confirmed the miller who was ill | and idle has died`: the verb of a relative clause is none of what is said.
    let open = |said: usize| {
        let behind = || (said + 1..at).filter_map(token);
        let relatives = behind().filter(|token| language.relatives.has(token.head())).count();
        token(said).is_some_and(says) && behind().filter(|token| language.is_verb(token)).count() <= relatives
    };
    let says = (0..at).any(open);
    let goes_on = (at..kept.len()).filter_map(token).take_while(|token| !token.stops).any(|token| language.is_finite(token));
    says && goes_on
}

/// `a mill was reported | in the valley`, `the warden has died | after a fall`: whether the word at `verb` of `kept` says what was done to the
/// subject, or needs no object.
fn is_done(words: &[LabelToken<'_>], kept: &[usize], verb: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let Some(done) = token(verb) else { return false };
    let before = (0..verb).rev().filter_map(token).find(|token| !language.is_adverb(token) && !language.fillers.has(&token.word));
    before.filter(|before| language.guesses && !before.relative && !done.relative).is_some_and(|before| {
        let passive = language.is(Cue::CarriesDone, &before.word) && !language.is(Cue::WaitsDone, &done.word);
        let alone = language.having.has(&before.word) || language.modals.has(&before.word);
        passive && (done.word.ends_with("ed") || language.participles.has(&done.word))
            || alone && language.is(Cue::Intransitive, &done.word)
    })
}

/// Whether the verb before `at` has what completes it, and what is said its verb.
pub(super) fn is_complete(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let verb = (0..at).rev().find(|at| token(*at).is_some_and(|token| language.is_verb(token)));
    let Some(verb) = verb else { return false };
    if lacks_verb_of_speech(words, kept, (verb, at), language) {
        return false;
    }
    if goes_with_verb(words, kept, verb, at, language) {
        return false;
    }
    // `va pour la première fois | présider`: the infinitive is still to come.
    let acts = |token: &LabelToken<'_>| {
        ["er", "ir", "dre", "ttre", "dire", "faire"].iter().any(|ending| token.word.len() > 3 && token.word.ends_with(ending))
    };
    let goes = language.inverts && token(verb).is_some_and(|token| language.going.has(&token.word));
    if goes && !(verb + 1..at).filter_map(token).any(acts) && (at..kept.len()).filter_map(token).any(acts) {
        return false;
    }
    // `était considéré par ses proches | comme un sage`.
    let sees = |token: &LabelToken<'_>| language.is(Cue::SeenAs, &token.word);
    if token(at).is_some_and(|next| language.is(Cue::As, &next.word)) && (0..at).filter_map(token).any(sees) {
        return false;
    }
    if language.inverts && object_to_come(words, kept, (verb, at), language) {
        return false;
    }
    // A verb that only its object completes has none behind it: `a participé | à`, `a ainsi enjoint | à`, `voted | for`.
    let says = |token: &&LabelToken<'_>| {
        !language.connectives.has(&token.word)
            && !language.fillers.has(&token.word)
            && !(language.inverts && (ends_like_adverb(token, language) || language.is(Cue::Very, &token.word)))
    };
    let behind = (verb + 1..at).filter_map(token).filter(says).count();
    if behind == 0 && verb + 1 == at && is_done(words, kept, verb, language) {
        return true;
    }
    let reflects = verb.checked_sub(1).and_then(token).is_some_and(|before| before.word == "se");
    // `would focus | on`.
    let modal = token(verb).is_some_and(|verb| language.modals.has(&verb.word));
    let waits = modal || reflects || token(verb).is_some_and(|verb| language.having.has(&verb.word) || verb.head() == "s'");
    // `s'intéresse de près | au pont`: what a reflexive verb turns to.
    let turns = language.inverts && token(at).is_some_and(|next| language.is(Cue::ToWhat, &next.word));
    let itself = reflects || token(verb).is_some_and(|verb| verb.head() == "s'");
    !(turns && itself) && (behind > 1 || behind == 1 && !waits)
}

/// `a découvert dans sa boîte | aux lettres une lettre`: whether a French participle has a preposition behind it and its object behind `at` of `kept`.
fn object_to_come(words: &[LabelToken<'_>], kept: &[usize], (verb, at): (usize, usize), language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let has = token(verb).is_some_and(|verb| language.having.has(&verb.word) && !verb.text.contains('à'));
    // `a adopté cette semaine | à l'unanimité une ordonnance`: a time is no object.
    let time = token(verb + 2).is_some_and(|next| language.is(Cue::ThisTime, &next.word))
        && (verb + 2..verb + 4)
            .filter_map(token)
            .any(|token| language.spells.has(&token.word) || language.days.has(&token.word) || token.word == "hier");
    let place = time || token(verb + 2).is_some_and(|next| language.cuts.has(&next.word) && next.word != "et");
    let opens = |at: usize| {
        let article = token(at).is_some_and(|token| language.is(Cue::ObjectArticle, token.head()));
        let free = at
            .checked_sub(1)
            .and_then(token)
            .is_some_and(|before| !language.cuts.has(&before.word) && !language.is(Cue::NoObject, &before.word) && !before.stops);
        article && free
    };
    has && place && (at + 1..kept.len()).take_while(|at| !token(*at - 1).is_some_and(|token| token.stops)).any(opens)
}
