//! Whether a clause is whole: not so where it ends with its verb, before the verb of what is said, or between two adjectives.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest member of a list.
const MEMBER: usize = 5;
/// Words of the longest subject of what is said, where verbs are told by their form.
const SUBJECT: usize = 12;

/// Whether a clause is a pronoun that only says of whom it is spoken, as against others.
pub(super) fn stresses(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let mut part = words.get(clause.clone()).unwrap_or_default().iter().filter(|token| token.counts());
    let is_pronoun = part.next().is_some_and(|token| language.is(Cue::Stressed, &token.word));
    is_pronoun && part.count() < 3
}

/// Whether what is said in a clause begins with a condition or a concession, and has its verb behind the comma: `said if the rain lasts,`.
pub(super) fn concedes(kept: &[&LabelToken<'_>], language: &LabelLanguage) -> bool {
    let saying =
        |token: &LabelToken<'_>| !token.quoted && (language.said.has(&token.word) || language.saying_that.has(&token.word));
    // `told the boatmen that even if the weir fell,`: what is said may begin behind whom it is said to.
    let that = |at: usize| {
        let opens = kept.get(at).is_some_and(|token| !token.quoted && language.that.has(token.head()) && token.tail().len() > 3);
        opens && kept.iter().take(at).any(|token| language.is(Cue::Told, &token.word))
    };
    (0..kept.len())
        .any(|said| (kept.get(said).is_some_and(|token| saying(token)) || that(said)) && concedes_behind(kept, said, language))
}

/// Whether what is said behind the word at `said` of `kept` begins so.
fn concedes_behind(kept: &[&LabelToken<'_>], said: usize, language: &LabelLanguage) -> bool {
    let mut behind = kept
        .iter()
        .skip(said + 1)
        .skip_while(|token| language.that.has(&token.word) || language.that.has(token.head()) && token.tail() != "il");
    let opens = |token: &&&LabelToken<'_>| !token.quoted && language.is(Cue::Concedes, &token.word);
    // `said that to keep the bridge, the town must pay`: the verb is still to come.
    let leads = |token: &&&LabelToken<'_>| {
        !token.quoted
            && (language.cuts.has(&token.word) || language.is(Cue::InOrder, &token.word))
            && !language.and.has(&token.word)
    };
    let next = behind.find(|token| !language.is(Cue::Even, &token.word));
    let led = language.guesses && next.as_ref().is_some_and(leads);
    // `said that after seeing what it is`.
    let acts = led && behind.clone().next().is_some_and(|token| token.word.len() > 5 && token.word.ends_with("ing"));
    let waits = acts || led && !behind.any(|token| language.is_surely_finite(token) || token.quoted);
    next.as_ref().is_some_and(opens) || waits
}

/// `contend that through a clause, the mill is free`: whether what is said begins in a clause that has no verb for it.
pub(super) fn opens_speech(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let kept: Vec<&LabelToken<'_>> = part.iter().filter(|token| token.counts() && !token.quoted).collect();
    let that = |token: &&LabelToken<'_>| language.is(Cue::That, token.head());
    let Some(that) = kept.iter().rposition(that).filter(|that| *that > 1) else { return false };
    // `sûr que si je pars, le pont ferme`: a condition has its verb, and what hangs on it none yet.
    let limits = kept.get(that + 1).is_some_and(|next| language.is(Cue::ConditionOf, &next.word));
    if limits {
        return true;
    }
    let leads = kept.get(that + 1).is_some_and(|next| language.leads(next) || language.cuts.has(&next.word) || next.word == "to");
    leads && !kept.iter().skip(that + 1).any(|token| language.is_verb(token))
}

/// `la question de savoir si, derrière ce pont, il n'y a pas`: whether a clause ends with a conjunction, whose own clause stands behind an insertion.
pub(super) fn ends_open(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let last = part.iter().rev().find(|token| token.counts());
    last.is_some_and(|last| !last.quoted && part.len() > 1 && language.is(Cue::EndsOpen, &last.word))
}

/// `la peine qui, si elle était confirmée, entraînerait`: whether a clause ends with a relative pronoun.
pub(super) fn ends_with_relative(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    part.iter().rev().find(|token| !token.is_mark()).is_some_and(|last| language.relatives.has(&last.word) && !last.quoted)
}

/// Whether who says so stands behind `clause`.
fn says_behind(words: &[LabelToken<'_>], clause: Option<&Range<usize>>, language: &LabelLanguage) -> bool {
    let start = clause.map_or(words.len(), |clause| clause.end);
    let end = (start..words.len()).find(|at| words.get(*at).is_some_and(|token| token.stops)).map_or(words.len(), |at| at + 1);
    is_attribution(words, &(start..end), language)
}

/// `it had been a long, complex plan`: whether a comma parts two adjectives.
fn ends_with_adjective(
    words: &[LabelToken<'_>],
    kept: &[&LabelToken<'_>],
    clause: Option<&Range<usize>>,
    language: &LabelLanguage,
) -> bool {
    let [.., before, last] = kept else { return false };
    let next = words.iter().skip(clause.map_or(0, |clause| clause.end)).find(|token| token.counts());
    let is_plain = |token: &LabelToken<'_>| {
        !token.is_capital()
            && !token.quoted
            && !token.word.starts_with(|c: char| c.is_ascii_digit())
            && !language.trailing.has(&token.word)
            && (!language.leads(token) || token.word.ends_with("ly") && !token.stops)
            && !language.cuts.has(&token.word)
            && !language.determiners.has(&token.word)
            && !language.pronouns.has(&token.word)
            && !language.said.has(&token.word)
            && !language.connectives.has(&token.word)
            && !language.is_verb(token)
            && !language.participles.has(&token.word)
            && !token.word.ends_with("ed")
    };
    // `a 200 mln stg, five year loan`, `a Buffalo, N.Y. doctor`.
    let article = |token: &LabelToken<'_>| language.is(Cue::OneArticle, &token.word);
    let digits = |token: &LabelToken<'_>| token.word.trim_start_matches('$').starts_with(|c: char| c.is_ascii_digit());
    let measured = kept.len() > 4
        && kept.windows(2).rev().take(3).any(|pair| article(pair[0]) && digits(pair[1]))
        && next.is_some_and(|next| !language.cuts.has(&next.word) && !language.trailing.has(&next.word) && !next.is_capital());
    let placed = kept.iter().rev().skip(1).take(2).any(|token| article(token))
        && last.is_capital()
        && next.is_some_and(|next| next.is_capital() && next.text.ends_with('.'));
    // `her clothes-wearing, motorcycle-riding pet`.
    let compound = |token: &LabelToken<'_>| {
        token.word.contains('-') && ["ing", "ed", "long", "old"].iter().any(|ending| token.word.ends_with(ending))
    };
    // `a publicly traded, self-financing firm`.
    let qualified = kept.iter().rev().nth(2).is_some_and(|token| article(token)) && before.word.ends_with("ly");
    let compounds = (compound(last) || qualified) && next.is_some_and(compound);
    if language.guesses && last.text.ends_with(',') && (measured || placed || compounds) {
        return true;
    }
    language.guesses
        && language.is(Cue::BeforeAdjective, &before.word)
        && last.text.ends_with(',')
        && is_plain(last)
        && next.is_some_and(is_plain)
}

/// Whether a clause ends with what another half or an example follows.
fn waits_for_second(kept: &[&LabelToken<'_>], language: &LabelLanguage) -> bool {
    let end = kept.last();
    // `s'ajoute à celle, annoncée en mai, du quai`.
    let stands_for = language.inverts && end.is_some_and(|token| language.is(Cue::Those, &token.word) && !token.quoted);
    // `étaient partagées entre la peur, a-t-il dit, et la colère`.
    let two = kept.iter().rposition(|token| language.is(Cue::Between, &token.word) && !token.quoted);
    let half = two.is_some_and(|two| {
        let behind = kept.get(two + 1..).unwrap_or_default();
        behind.len() < 3
            && !behind.iter().any(|token| language.and.has(&token.word) || token.word.ends_with(['s', 'x']) || token.is_number())
    });
    stands_for || half
}

/// Whether a clause ends with its verb, so that what completes it stands behind an insertion: `a fait, selon un bilan, six morts`.
pub(super) fn is_unfinished(words: &[LabelToken<'_>], clause: Option<&Range<usize>>, language: &LabelLanguage) -> bool {
    let part = clause.and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let mut last = part.iter().rev().filter(|token| token.counts());
    let (end, before) = (last.next(), last.next());
    let is_guard = part.first().is_some_and(|token| LabelLanguage::begins(&language.guards, token));
    // `a souligné que la laïcité, …, n'est pas`: what is said has no verb yet.
    let kept: Vec<&LabelToken<'_>> = part.iter().filter(|token| token.counts()).collect();
    let that = kept.iter().rposition(|token| !token.quoted && language.is(Cue::That, token.head()));
    let said = |at: usize| {
        kept.get(at).is_some_and(|token| {
            language.said.has(&token.word) || language.said.has(token.verb()) || language.is(Cue::IsThat, token.tail())
        })
    };
    let said_before = |that: &usize| {
        (0..*that).rfind(|at| kept.get(*at).is_some_and(|token| !language.connectives.has(&token.word))).is_some_and(said)
    };
    let waits = that.filter(said_before).is_some_and(|that| {
        let is_verb = |token: &&&LabelToken<'_>| language.is_finite(token) || token.quoted;
        kept.iter().skip(that).filter(is_verb).count() == 0 && kept.len() < that + if language.guesses { SUBJECT } else { MEMBER }
    });
    // `que le pont dont les piles étaient fendues, sera rouvert`: the verb behind `dont` is none of what is said.
    let parted = that.filter(said_before).is_some_and(|that| {
        let behind = || kept.iter().skip(that + 1);
        let relatives = behind().filter(|token| language.relatives.has(token.head())).count();
        let next = words.iter().skip(clause.map_or(0, |clause| clause.end)).find(|token| token.counts());
        relatives > 0
            && behind().filter(|token| language.is_verb(token)).count() <= relatives
            && next.is_some_and(|next| language.is_surely_finite(next) && !language.said.has(&next.word))
    });
    let says = end.is_some_and(|token| language.said.has(&token.word));
    // `New details included: the bridge was shut`: a colon does not complete a verb.
    let colon = part.last().is_some_and(|last| last.text.ends_with(':'));
    let announces = end.is_some_and(|token| {
        let reflects = before.is_some_and(|before| before.word == "se") || token.head() == "s'";
        colon && !says && !reflects && (language.is_surely_finite(token) || language.guesses && token.word.ends_with("ed"))
    });
    // `has not, as yet, filed a plan`.
    let denies = end.is_some_and(|token| language.is(Cue::Not, &token.word) && !token.quoted)
        && kept.iter().rev().skip(1).find(|token| !language.is_adverb(token)).is_some_and(|token| {
            language.having.has(&token.word)
                || language.auxiliaries.has(&token.word)
                || language.modals.has(&token.word)
                || language.copulas.has(token.tail())
        });
    // `pour devenir, selon Anne Rivoire, meunier`.
    let becomes = end.is_some_and(|token| language.is(Cue::Becomes, token.tail()) && !token.quoted);
    is_guard
        || waits_for_second(&kept, language)
        || announces
        || becomes
        || denies
        || clause.is_some_and(|clause| ends_open(words, clause, language))
        || waits
        || parted
        || ends_with_adjective(words, &kept, clause, language) && !says_behind(words, clause, language)
        || concedes(&kept, language)
        || end.is_some_and(|token| language.going.has(&token.word) && language.inverts && !token.quoted)
        || says && before.is_some_and(|token| !token.quoted && language.having.has(&token.word))
        || end.is_some_and(|token| language.having.has(&token.word) && !token.quoted)
        || end
            .is_some_and(|token| language.is_surely_finite(token) && !token.is_capital() || language.connectives.has(&token.word))
            && before.is_some_and(|token| !token.quoted && language.having.has(&token.word))
}
