//! Where a sentence can end before its last word: behind a verb that has what completes it, before a preposition.

use crate::analysis::labels::adding::adds_by_form;
use crate::analysis::labels::adjunct::only_adds;
use crate::analysis::labels::bonds::is_bound;
use crate::analysis::labels::complete::is_complete;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// `filled with hay`: whether a participle begins at `at` of `kept`, where the sentence ends as a last resort.
pub(super) fn is_place(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(after)) = (token(at), token(at + 1)) else { return false };
    let before = at.checked_sub(1).and_then(token).is_some_and(|before| {
        !language.auxiliaries.has(&before.word)
            && !language.is(Cue::BeBare, &before.word)
            // `and at least 100 injured`.
            && !before.word.starts_with(|c: char| c.is_ascii_digit())
    });
    // Asked of each word, so the verb before it is looked for last.
    let had = || {
        let verb = (0..at).rev().filter_map(token).find(|token| language.is_verb(token));
        verb.is_some_and(|verb| language.having.has(&verb.word))
    };
    next.is_noun
        && before
        && (next.word.ends_with("ed") || language.participles.has(&next.word))
        && language.cuts.has(&after.word)
        && !had()
}

/// Whether the sentence can end before the word at `at` of `kept`.
pub(super) fn ends_before(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(last)) = (token(at), at.checked_sub(1).and_then(token)) else { return false };
    // Asked of each word, so what tells nearly all of them comes first.
    // `was dropped | due to a lack of proof`, `is due to open` not.
    let after = token(at + 1).map_or("", |token| &token.word);
    let because = language.guesses
        && matches!((next.word.as_str(), after), ("due", "to") | ("ahead", "of"))
        && !language.auxiliaries.has(&last.word)
        && !language.is(Cue::IsDue, &last.word);
    // `une traction avant`: nothing follows that a preposition could bring.
    if next.stops || at + 1 == kept.len() {
        return false;
    }
    let ends = because
        || LabelLanguage::begins(&language.cuts, next)
        || language.is(Cue::RelativeThat, &next.word)
        || adds_by_form(words, kept, at, language)
        || is_place(words, kept, at, language);
    if !ends
        || !only_adds(words, kept, at, language)
        || language.open.has(&last.word)
        || language.open.has(last.tail())
        || language.awaiting.has(&last.word)
    {
        return false;
    }
    if !(0..at).filter_map(token).any(|token| language.is_finite(token)) {
        return false;
    }
    let before = at.checked_sub(2).and_then(token);
    if points_on(words, kept, at, language) {
        return false;
    }
    // `pour aider | aux recherches`, `en acceptant | des réformes`, `between one | and the other`.
    let is_open = before.is_some_and(|before| opens_verb(before, last, language))
        || pairs(kept.get(..at).unwrap_or_default(), words, next, language);
    let infinitive = next.word == "a"
        && token(at + 1).is_some_and(|token| language.infinitive_endings.iter().any(|ending| token.word.ends_with(ending)));
    let participle = ends_like_participle(last, language);
    let is_waiting = waits_as_participle(before, last, participle, language);
    // `du vendredi 7 | au samedi 8`, `a été marquée | par la crue`.
    let ranges = language.and.has(&next.word) || language.is(Cue::RangeGoesOn, &next.word);
    // `the Food | and Drug Office`.
    // `the Movement | for Democratic Change`.
    let joins = language.and.has(&next.word) || language.guesses && language.is(Cue::InName, &next.word);
    let article = usize::from(token(at + 1).is_some_and(|token| token.word == "the"));
    let named = joins && last.is_capital() && token(at + 1 + article).is_some_and(LabelToken::is_capital);
    let by_whom = participle && next.word == "par";
    let numbered = by_whom || last.word.bytes().any(|byte| byte.is_ascii_digit()) && ranges;
    // `la mairie | en a ouvert un autre`: a pronoun goes with its verb.
    let pronoun = !language.guesses
        && language.is(Cue::EnY, &next.word)
        && token(at + 1).is_some_and(|next| language.is_surely_finite(next));
    !language.is_finite(next)
        && !pronoun
        && !next.quoted
        // `is a vote | for “unrest”`: a quotation says what counts.
        && !token(at + 1).is_some_and(|word| word.quoted && !last.stops)
        && !last.quoted
        && !last.word.is_empty()
        && is_complete(words, kept, at, language)
        && !is_open
        && !infinitive
        && !is_waiting
        && !numbered
        && !joins_members(words, kept, at, language)
        && !is_bound(words, kept, at, language)
        && !named
        && !waits_for(before, last, (next, token(at + 1)), language)
}

/// Whether what begins at `at` of `kept` says which of several times, places or things is meant.
fn points_on(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(last)) = (token(at), at.checked_sub(1).and_then(token)) else { return false };
    let before = at.checked_sub(2).and_then(token);
    // `petit | à petit`, `jour | après jour`.
    if token(at + 1).is_some_and(|after| after.word == last.word) {
        return true;
    }
    // `au moment | où le feu a pris`.
    let points =
        before.is_some_and(|before| language.before_nouns.has(before.head()) && before.word != "un" && before.word != "une");
    if points && (next.text.contains('ù') || next.word == "when") && (language.spells.has(last.tail()) || last.tail() == "moment")
    {
        return true;
    }
    if counts_time(words, kept, at, language) || ranks(words, kept, at, language) {
        return true;
    }
    // `c'est la radio | qui a lancé la rumeur`.
    let cleft = (0..at).filter_map(token).any(|token| language.is(Cue::Cleft, &token.word));
    // `c'est sur le prix | du pont que le maire insiste`: what is set off has its clause behind it.
    let opens = (0..at).find(|at| token(*at).is_some_and(|token| language.is(Cue::Cleft, &token.word)));
    let told = opens.is_some_and(|opens| {
        opens < 2
            && token(opens + 1).is_some_and(|next| language.cuts.has(&next.word))
            && (at..kept.len()).filter_map(token).any(|token| language.is(Cue::Que, token.head()) && !token.quoted)
    });
    told || cleft && language.relatives.has(next.head())
}

/// `the largest | since May`, `la quatrième crue | en dix ans`: whether a rank stands before `at` of `kept`, and what begins there says among which.
fn ranks(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let verb = (0..at).rev().find(|at| token(*at).is_some_and(|token| language.is_verb(token))).unwrap_or(0);
    let rank = |at: usize| {
        let Some(word) = token(at).filter(|token| !token.is_capital() && !token.quoted) else { return false };
        let most = if language.guesses {
            word.word.len() > 4 && word.word.ends_with("est")
        } else {
            word.word.ends_with("ieme")
                || language.is(Cue::MoreLess, &word.word)
                    && at.checked_sub(1).and_then(token).is_some_and(|the| language.is(Cue::RankArticle, the.head()))
        };
        // `a loss of a tenth`: a part.
        let part = at.checked_sub(1).and_then(token).is_some_and(|before| language.is(Cue::PartArticle, &before.word));
        !part && (most || language.ranks.has(&word.word)) && !language.no_ranks.has(&word.word)
    };
    // `la plus grave qui ait frappé la vallée | depuis mai`: a rank of what a relative clause stands between.
    let since = token(at).is_some_and(|next| language.is(Cue::InSince, &next.word) && !language.places.has(&next.word));
    let from = if since { 0 } else { verb };
    token(at).is_some_and(|next| language.among.has(&next.word)) && (from..at).any(rank)
}

/// Whether a French word ends as participles in `-é` and `-mis` do.
fn ends_like_participle(last: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let ends = ["é", "É", "ée", "és", "ées"].iter().any(|ending| last.text.ends_with(ending));
    // `pour des faits commis | lors de la crue`.
    ends || language.inverts && last.word.len() > 4 && last.word.trim_end_matches('e').trim_end_matches('s').ends_with("mi")
}

/// `un plan évalué | à`: whether `last` is a participle that no auxiliary goes before, which waits for what completes it.
fn waits_as_participle(
    before: Option<&LabelToken<'_>>,
    last: &LabelToken<'_>,
    participle: bool,
    language: &LabelLanguage,
) -> bool {
    let bare = (participle || language.inverts && (language.participles.has(&last.word) || ends_in_u(last)))
        && before.is_some_and(|before| {
            !language.is_finite(before) && before.word != "ete" && (participle || !language.before_nouns.has(before.head()))
        });
    // `dit avoir reçu | chez elle deux juges`.
    bare || before.is_some_and(|before| language.is(Cue::HavingDone, &before.word)) && language.inverts
}

/// `un pont conçu | avec soin`: whether a French word ends like a participle in `-u`.
fn ends_in_u(token: &LabelToken<'_>) -> bool {
    let word = token.word.trim_end_matches('s').trim_end_matches('e');
    word.len() > 4
        && word.ends_with('u')
        && !["au", "eu", "ou", "qu"].iter().any(|end| word.ends_with(end))
        && !token.is_capital()
}

/// `a supply of disk | and tape controllers`: whether two nouns that say what a third is stand at both sides of `at` of `kept`.
fn joins_members(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let is_plain = |at: usize| {
        token(at).is_some_and(|token| {
            !language.is_verb(token)
                && !language.determiners.has(&token.word)
                && !LabelLanguage::begins(&language.cuts, token)
                && !language.before_nouns.has(&token.word)
                && !token.is_capital()
        })
    };
    language.guesses
        && token(at).is_some_and(|next| language.and.has(&next.word))
        && at.checked_sub(1).is_some_and(is_plain)
        && is_plain(at + 1)
        && is_plain(at + 2)
        && !token(at + 2).is_some_and(|token| language.is_adverb(token))
        && token(at + 1).is_some_and(|token| !token.stops)
}

/// Whether what is counted ends before `at` of `kept`: `two days | after the vote`, `the first time | in seven months`.
fn counts_time(words: &[LabelToken<'_>], kept: &[usize], at: usize, language: &LabelLanguage) -> bool {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let (Some(next), Some(last)) = (token(at), at.checked_sub(1).and_then(token)) else { return false };
    let before = at.checked_sub(2).and_then(token);
    // `two days | after the vote`, not `jailed for two days | after`; `the first time | in seven months`.
    let lasts = (at.saturating_sub(4)..at).filter_map(token).any(|token| language.is(Cue::Lasts, &token.word));

    // `it has been two days | since the vote`.
    let been = at.checked_sub(2).is_some() && token(0).is_some_and(|first| language.is(Cue::ItIs, &first.word));
    let since = been && language.is(Cue::InSince, &next.word) && language.spells.has(&last.word);
    since
        || !lasts && language.is(Cue::AfterBefore, &next.word) && language.spells.has(&last.word)
        || language.is(Cue::InSince, &next.word) && language.is(Cue::Times, &last.word)
        || before.is_some_and(LabelToken::is_capital) && language.is(Cue::Later, &next.word) && language.spells.has(&last.word)
}

/// Whether the last word waits for the next: `par rapport | à`, `who was looking | for`.
fn waits_for(
    before: Option<&LabelToken<'_>>,
    last: &LabelToken<'_>,
    (next, after): (&LabelToken<'_>, Option<&LabelToken<'_>>),
    language: &LabelLanguage,
) -> bool {
    // `par rapport | à`, `une campagne appelant | au`.
    let union = before.is_some_and(|before| {
        language.unions.has(&format!("{}_{}", before.word, last.word))
            || language.unions.has(&format!("{}_{}", before.word, last.tail()))
    });
    let acts = !language.guesses
        && last.word.len() > 4
        && last.word.ends_with("ant")
        && before.is_some_and(|before| !language.before_nouns.has(&before.word))
        && !language.is(Cue::JoinsOn, &next.word);
    // `who was looking | for`, `must look up and focus | on`.
    let goes_on = last.word.len() > 4
        && last.word.ends_with("ing")
        && before.is_some_and(|before| language.auxiliaries.has(&before.word) || before.word == "be")
        && !language.early.has(&next.word);
    // `the central | and southern towns`, `appeared in court charged | with`.
    let noun = before.is_some_and(|before| language.determiners.has(&before.word));
    let joins = language.and.has(&next.word) || language.joining.has(&next.word);
    let adjective = noun && joins && language.guesses && !last.is_capital();
    // `is deliberately | under its limit`.
    let qualifies = language.guesses
        && last.word.ends_with("ly")
        && before.is_some_and(|before| language.auxiliaries.has(&before.word) && !language.having.has(&before.word));
    // `anti-war | and anti-tax songs`.
    let prefixed = language.and.has(&next.word) && ["anti-", "pro-", "non-"].iter().any(|prefix| last.word.starts_with(prefix));
    let reduced = last.is_noun && language.reduced.has(&last.word);
    let conjunct = before.is_some_and(|before| language.and.has(&before.word));
    // `a dû faire | face`, `est arrivé | en tête`.
    let leads = next.word == "en" && after.is_some_and(|after| language.is(Cue::Lead, &after.word));
    // `cumuler son mandat | et celui de ministre`.
    let likens = next.word == "et" && after.is_some_and(|after| language.is(Cue::Those, &after.word));
    // `a picture taken | with her mother`.
    let irregular = language.is(Cue::DoneBy, &last.word);
    let carried = |before: &LabelToken<'_>| language.auxiliaries.has(&before.word) || language.is(Cue::CarriesOn, &before.word);
    // `in a speech carried | by a paper`.
    let by = next.word == "by" && last.word.ends_with("ed");
    let waits = language.guesses && (irregular || by) && !before.is_some_and(carried);
    // `took an opportunity | during the talks to say so`.
    let faces = leads || next.word == "face" && language.is(Cue::Face, &last.word);
    union || likens || waits || faces || prefixed || acts || goes_on || conjunct || adjective || qualifies || reduced
}

/// Whether `last` is a form of a verb that waits for its object behind `before`.
fn opens_verb(before: &LabelToken<'_>, last: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| last.word.len() > ending.len() + 1 && last.word.ends_with(ending));
    let before = before.word.as_str();
    language.is(Cue::BeforeVerb, before)
        || language.is(Cue::InfinitiveOf, before) && ends(language.infinitive_endings)
        || language.is(Cue::GerundOf, before) && ends(language.gerund_endings)
        || language.is(Cue::De, last.head()) && last.tail().len() < last.word.len() && ends(language.infinitive_endings)
}

/// Whether `next` joins the second of two that a word among those kept announces.
fn pairs(kept: &[usize], words: &[LabelToken<'_>], next: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let announces = |at: &usize| words.get(*at).is_some_and(|token| language.is(Cue::Between, &token.word));
    let joins = |at: &usize| words.get(*at).is_some_and(|token| language.and.has(&token.word));
    let open = kept.iter().rposition(announces);
    // `attacks from both liberal | outside groups and unions`: the second of both is still to come.
    let both = open
        .and_then(|open| kept.get(open))
        .and_then(|at| words.get(*at))
        .is_some_and(|token| language.is(Cue::Both, &token.word));
    (both || language.and.has(&next.word)) && open.is_some_and(|open| !kept.iter().skip(open).any(joins))
}
