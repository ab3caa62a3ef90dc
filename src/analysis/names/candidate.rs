//! Sightings: the places of one article where a name may stand, with the signs around each.
//!
//! A body is read stretch by stretch, a sentence or a part of one each. Stretches in the capitals of headlines show nothing of
//! what is a name; what the rest of the article shows is found again in them. Called for each article while it is read, and
//! when it is opened.

use std::collections::HashSet;

use crate::analysis::dates::tokens::{Gap, Token, TokenClass, Tokens};
use crate::analysis::names::chunk::Chunk;
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::couples::Couples;
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::part::{begins_given, parts};
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::small_names;
use crate::analysis::names::small_words::SmallWords;
use crate::analysis::names::words::{hash_token, name_of};
use crate::model::actor::{ActorIx, ActorKind, Mention};
use crate::model::candidate::{CandidateSpan, Feature, Signs};
use crate::text::span::Span;

/// The sightings in `text`, which was read into `tokens`, in order of the text, those over `known` mentions left out, but for the names of groups
/// that are called after a state (`Bank of Tamra`, `Tamra Times`), the persons who stand right behind a group, and those of whom a generation is
/// told (`Karim Doss Jr.`); `kind` tells the kinds of actors.
#[must_use]
pub fn sightings(
    text: &str,
    tokens: &Tokens,
    known: &[Mention],
    kind: impl Fn(ActorIx) -> Option<ActorKind>,
) -> Vec<CandidateSpan> {
    let lexicon = NameLexicon::get();
    let (mut found, mut headlines, small) = (Vec::with_capacity(64), Vec::new(), SmallWords::of(tokens));
    let couples = Couples::of(text, tokens);
    for (_, part) in tokens.parts() {
        for stretch in stretches(text, part, lexicon) {
            if is_headline(text, stretch) {
                headlines.push(stretch);
            } else {
                Chunk { text, tokens: stretch, lexicon, lang: tokens.lexicon().lang, small: &small, couples: &couples }
                    .read(&mut found);
            }
        }
    }
    if !headlines.is_empty() {
        let names: HashSet<u32> = found.iter().map(|sighting| sighting.name).collect();
        for stretch in headlines {
            find_again(text, stretch, &names, &mut found);
        }
    }
    small_names::find(text, tokens, &small, &mut found);
    let states = |one: &Mention| kind(one.actor) == Some(ActorKind::State);
    let group = |one: &Mention| kind(one.actor).is_some_and(|kind| ![ActorKind::Person, ActorKind::State].contains(&kind));
    let person = |one: &Mention| kind(one.actor) == Some(ActorKind::Person);
    let mut persons = Vec::new();
    found.retain(|sighting| {
        persons.extend(over(known, sighting.span).last().filter(|one| group(one)).and_then(|one| behind(text, sighting, one)));
        over(known, sighting.span).all(|one| {
            states(one) && is_called_after(text, sighting.span, one.span)
                || person(one) && is_of_generation(text, sighting.span, one.span)
        })
    });
    found.append(&mut persons);
    found.sort_by_key(|sighting| sighting.span.start);
    found
}

/// The person who stands in `sighting` right behind the group that is named there: `sur Vorland Jeanne Doe`, `à la FLT Jean Doe`.
fn behind(text: &str, sighting: &CandidateSpan, group: &Mention) -> Option<CandidateSpan> {
    if group.span.start < sighting.span.start || group.span.end >= sighting.span.end {
        return None;
    }
    let rest = Span { start: group.span.end, end: sighting.span.end };
    let name = rest.of(text).trim_start();
    let words = parts(name);
    // A surname is no word of the language, which would make it the name of a thing of the group.
    let surname = words.get(1).is_some_and(|word| word.is_written() && word.class.is_open() && !is_common_word(word.text));
    if name.len() == rest.len() || !begins_given(&words) || !surname || !words.iter().all(|word| word.class.head() == 0) {
        return None;
    }
    let hashes: Vec<u32> = words.iter().map(|word| word.hash).collect();
    let kept = [Feature::Says, Feature::Acts].into_iter().filter(|sign| sighting.signs.has(*sign));
    let signs = kept.fold(Signs::default().with(Feature::Inside, true), |signs, sign| signs.with(sign, true));
    let start = rest.end - u32::try_from(name.len()).ok()?;
    Some(CandidateSpan { name: NameLexicon::get().name(&hashes), span: Span { start, end: rest.end }, signs, link: 0 })
}

/// Whether the name at `name` is the one at `known` with the generation behind it.
fn is_of_generation(text: &str, name: Span, known: Span) -> bool {
    let within = name.start == known.start && known.end < name.end;
    within && rule_words().generations.has(Span { start: known.end, end: name.end }.of(text).trim())
}

/// The mentions that lie over `span`.
fn over(known: &[Mention], span: Span) -> impl Iterator<Item = &Mention> {
    let first = known.partition_point(|mention| mention.span.end <= span.start);
    known.iter().skip(first).take_while(move |mention| mention.span.start < span.end)
}

/// Whether the name at `name` is that of a group which is called after the state at `state` in it. An institution that has its state before it
/// is an institution of that state, which is named (`Tamra Foreign Ministry`).
fn is_called_after(text: &str, name: Span, state: Span) -> bool {
    let within = name.start <= state.start && state.end <= name.end && name.len() > state.len();
    let head = || {
        parts(name.of(text)).iter().map(|word| word.class).filter(|class| !class.is(Tells::Title)).find(|class| class.head() > 0)
    };
    let institution = number(ActorKind::Institution);
    within
        && (head().is_some_and(|class| class.head() != institution || name.start < state.start) || is_branch(text, name, state))
}

/// Whether a name ends in that of a state behind one word that is none of the language, as branches of companies do: `Vorland France`.
fn is_branch(text: &str, name: Span, state: Span) -> bool {
    let words = parts(name.of(text));
    let [first, _] = words.as_slice() else { return false };
    let open = first.class.is_open() && !first.class.is(Tells::Given) && !is_common_word(first.text);
    name.end == state.end && open && first.is_written() && NameLexicon::get().place(name_of([first.hash])).is_none()
}

/// The mentions of `known` that are no part of a longer name which was sighted.
#[must_use]
pub fn apart(mut known: Vec<Mention>, sightings: &[CandidateSpan]) -> Vec<Mention> {
    let mut at = 0;
    known.retain(|mention| {
        at += sightings.iter().skip(at).take_while(|one| one.span.end <= mention.span.start).count();
        sightings.get(at).is_none_or(|one| one.span.start > mention.span.start || one.span.end < mention.span.end)
    });
    known
}

/// Cuts the tokens of a part where sentences end, and where a colon, a paragraph or a bullet begins one.
fn stretches<'a>(text: &str, mut rest: &'a [Token], lexicon: &NameLexicon) -> Vec<&'a [Token]> {
    let mut all = Vec::new();
    while !rest.is_empty() {
        let ends = |at: usize| {
            let (Some(token), next) = (rest.get(at), rest.get(at + 1)) else { return true };
            next.is_none_or(|next| next.gap == Gap::Paragraph) || ends_stretch(text, rest, at, token, lexicon)
        };
        let end = (0..rest.len()).find(|at| ends(*at)).map_or(rest.len(), |at| at + 1);
        let (stretch, behind) = rest.split_at(end);
        all.push(stretch);
        rest = behind;
    }
    all
}

fn ends_stretch(text: &str, tokens: &[Token], at: usize, token: &Token, lexicon: &NameLexicon) -> bool {
    match token.kind {
        TokenClass::Mark('!' | '?' | '…' | ':' | ';' | '•' | '*' | '|') => true,
        // `… says so." Many of them` and, on pages that lost their blanks, `… says so.Many of them`.
        TokenClass::Mark('"' | '»' | '”') => {
            let stop = at.checked_sub(1).and_then(|at| tokens.get(at));
            stop.is_some_and(|stop| matches!(stop.kind, TokenClass::Mark('.')))
        }
        TokenClass::Mark('.') => {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            let glued = tokens.get(at + 1).is_some_and(|next| next.capital && !next.spaced() && next.span.len() > 1);
            let prose = before.is_some_and(|word| !word.capital && word.span.len() > 2);
            if glued && prose {
                return true;
            }
            let abbreviates = before.is_some_and(|word| {
                token.gap != Gap::Space
                    && word.capital
                    && (rule_words().short_forms.has(word.span.of(text))
                        || word.span.len() <= 2
                        || word.span.len() <= 5 && lexicon.class(hash_token(text, word)).is(Tells::Title))
            });
            !abbreviates && tokens.get(at + 1).is_none_or(Token::spaced)
        }
        _ => false,
    }
}

/// Whether the longer words of a stretch have capitals where prose has none.
fn is_headline(text: &str, stretch: &[Token]) -> bool {
    const LONG: usize = 4;
    let long = || stretch.iter().filter(|token| matches!(token.kind, TokenClass::Word(_)) && token.span.len() >= LONG);
    let (words, capitals) = long().fold((0, 0), |(all, capitals), token| (all + 1, capitals + usize::from(token.capital)));
    let shouted = || long().all(|token| !token.span.of(text).chars().any(char::is_lowercase));
    let sentence = stretch.last().is_some_and(|token| token.kind == TokenClass::Mark('.'));
    !sentence && words >= 5 && capitals * 10 > words * 7 && !is_list(stretch) || words >= 2 && capitals == words && shouted()
}

/// Whether commas part the words of a stretch as they do in a list of names.
fn is_list(stretch: &[Token]) -> bool {
    let count = |what: fn(&TokenClass) -> bool| stretch.iter().filter(|token| what(&token.kind)).count();
    let commas = count(|kind| matches!(kind, TokenClass::Mark(',')));
    commas > 1 && commas * 5 >= count(|kind| matches!(kind, TokenClass::Word(_)))
}

/// Finds `names` in a stretch where capitals tell nothing, the longest first.
fn find_again(text: &str, stretch: &[Token], names: &HashSet<u32>, found: &mut Vec<CandidateSpan>) {
    const LONGEST: usize = 5;
    let words: Vec<&Token> = stretch.iter().filter(|token| matches!(token.kind, TokenClass::Word(_))).collect();
    let lexicon = NameLexicon::get();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let name = |len: usize| {
            let run = rest.get(..len).filter(|run| run.iter().all(|word| word.capital))?;
            let hashes: Vec<u32> = run.iter().map(|word| hash_token(text, word)).collect();
            let name = lexicon.name(&hashes);
            (names.contains(&name) || lexicon.place(name).is_some()).then_some((
                len,
                name,
                Span { start: run.first()?.span.start, end: run.last()?.span.end },
            ))
        };
        let longest = (1..=LONGEST).rev().find_map(name);
        if let Some((_, name, span)) = longest {
            found.push(CandidateSpan { name, span, signs: Signs::default(), link: 0 });
        }
        at += longest.map_or(1, |(len, ..)| len);
    }
}
