//! Suggestions: actors of a table that may be one, with the reason and how likely it is.
//!
//! Nothing is merged here: a person accepts or not. Called by whoever shows them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::analysis::names::part::parts_that_tell;
use crate::analysis::names::person_name::PersonName;
use crate::analysis::romanisation::{REASON, key, margin};
use crate::model::actor::{Actor, ActorIx, ActorKind, ActorTable, Likeness};
use crate::text::fold::fold;

/// The pairs of actors in `table` that may be one, the likeliest first; at least one of each pair is discovered.
#[must_use]
pub fn suggestions(table: &ActorTable) -> Vec<Likeness> {
    // Few actors are discovered in a small archive, and only what one of them has a key of is compared.
    let discovered = table.iter().filter(|(_, actor)| actor.discovered).flat_map(|(_, actor)| keys(actor));
    let mut groups: HashMap<(u8, String), Vec<ActorIx>> = discovered.map(|key| (key, Vec::new())).collect();
    if groups.is_empty() {
        return Vec::new();
    }
    for (ix, actor) in table.iter() {
        for key in keys(actor) {
            if let Some(group) = groups.get_mut(&key)
                && group.last() != Some(&ix)
            {
                group.push(ix);
            }
        }
    }
    let (mut seen, mut found) = (HashSet::new(), Vec::new());
    for group in groups.values().filter(|group| group.len() <= CROWD) {
        for (at, one) in group.iter().enumerate() {
            for other in group.iter().skip(at + 1) {
                let (Some(a), Some(b)) = (table.get(*one), table.get(*other)) else { continue };
                if (a.discovered || b.discovered) && seen.insert((*one, *other)) {
                    found.extend(weigh(a, b).map(|(reason, score)| (score, *one, *other, reason)));
                }
            }
        }
    }
    // Of those that are as likely, those that most articles are about.
    let weight = |one: ActorIx, other: ActorIx| table.articles(one).min(table.articles(other));
    found.sort_by_key(|(score, one, other, _)| (Reverse((*score, weight(*one, *other))), *one, *other));
    let likeness = |(score, one, other, reason): (u8, _, _, &str)| {
        let score = f32::from(score) / 100.0;
        Likeness { one, other, reason: reason.into(), score }
    };
    found.into_iter().map(likeness).collect()
}

/// A surname or abbreviation that more actors share tells nothing.
const CROWD: usize = 12;

/// What actors that may be one have in common: the romanised name, the last word, the first letters.
fn keys(actor: &Actor) -> impl Iterator<Item = (u8, String)> {
    actor
        .spellings
        .iter()
        .flat_map(|spelling| {
            let last = words(spelling).pop();
            let short = initials(spelling).or_else(|| is_abbreviation(spelling).then(|| spelling.to_lowercase()));
            [(0, key(spelling)), (1, last), (2, short)].map(|(sort, key)| key.map(|key| (sort, key)))
        })
        .flatten()
}

/// Why two actors may be one, and how likely, from 0 to 100.
fn weigh(a: &Actor, b: &Actor) -> Option<(&'static str, u8)> {
    let unlike = a.kind != b.kind && a.kind != ActorKind::Unknown && b.kind != ActorKind::Unknown;
    if unlike {
        return None;
    }
    let pairs = || a.spellings.iter().flat_map(|one| b.spellings.iter().map(move |other| (one, other)));
    // Father and son, brothers: what both names tell is not the same.
    let parts_of = |actor: &Actor| PersonName::of(&parts_that_tell(&actor.name));
    if let (Some(one), Some(other)) = (parts_of(a), parts_of(b))
        && (one.given, one.surname) == (other.given, other.surname)
        && one.differs(&other)
    {
        return None;
    }
    // `Air France` is named after a state, and is none; nor is the girl `Malia` one.
    let of_place = [a, b].iter().any(|actor| matches!(actor.kind, ActorKind::State | ActorKind::Place));
    let sounds_alike = |one: &str, other: &str| {
        let apart = margin(one, other)?;
        (!of_place || a.kind == b.kind || apart == 0).then_some(apart)
    };
    if let Some(apart) = pairs().filter_map(|(one, other)| sounds_alike(one, other)).min() {
        return Some((REASON, u8::try_from(95_u32.saturating_sub(apart / 2)).unwrap_or_default()));
    }
    if !of_place && pairs().any(|(one, other)| is_inside(one, other) || is_inside(other, one)) {
        return Some((crate::tr_later!("one name is part of the other"), 60));
    }
    // Two letters are those of many names; that both are of one kind makes it likely.
    let told = a.kind == b.kind && a.kind != ActorKind::Unknown;
    let initials_of = |one: &str, other: &str| {
        let long = one.chars().count() > 2 || told;
        long && is_abbreviation(one) && initials(other).is_some_and(|letters| letters == one.to_lowercase())
    };
    pairs()
        .any(|(one, other)| initials_of(one, other) || initials_of(other, one))
        .then_some((crate::tr_later!("its first letters"), 70))
}

fn words(spelling: &str) -> Vec<String> {
    let folded = fold(spelling);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether all words of `short` stand in `long` in their order, the last of both the same.
fn is_inside(short: &str, long: &str) -> bool {
    let (short, long) = (words(short), words(long));
    let mut rest = long.iter();
    short.len() < long.len() && short.last() == long.last() && short.iter().all(|word| rest.any(|other| other == word))
}

fn is_abbreviation(spelling: &str) -> bool {
    (2..=8).contains(&spelling.chars().count()) && spelling.chars().all(char::is_uppercase)
}

/// The first letters of the words with a capital, when there are several; the Arabic article has none.
fn initials(spelling: &str) -> Option<String> {
    let words = parts_that_tell(spelling).into_iter().map(|part| part.text).filter(|word| word.starts_with(char::is_uppercase));
    let letters: String = words.filter_map(|word| word.chars().next()).collect();
    (letters.chars().count() > 1).then(|| letters.to_lowercase())
}
