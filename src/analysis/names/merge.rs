//! Merging: names that are one actor brought together: spellings, middle names left out, short forms, abbreviations.
//!
//! Called by `settle` with what an archive shows. Romanisations are told by `actors::romanisation`.

use std::collections::{HashMap, HashSet};

use crate::analysis::names::classify::{NamePart, parts, verdict};
use crate::analysis::names::index::{DiscoveredActor, Discovery, Name};
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::statistics::{Tallies, Tally};
use crate::analysis::romanisation::{key, margin};
use crate::model::actor::{ActorKind, ActorTable};
use crate::model::candidate::Feature;
use crate::text::fold::fold;

/// The actors that are kept, those in most articles: a list that nobody can look through is of no use.
const MOST: usize = 4096;

/// An actor in the making.
#[derive(Debug)]
struct Draft<'a> {
    /// The names in full, the first one the most frequent.
    tallies: Vec<&'a Tally>,
    kind: u8,
    articles: u32,
    /// Its place in the gazetteer, when it is an actor of it.
    known: Option<u16>,
}

/// What is being put together.
#[derive(Debug, Default)]
struct Drafts<'a> {
    all: Vec<Draft<'a>>,
    /// The draft of each name in full.
    full: HashMap<u32, usize>,
    /// The drafts by the key of their romanisation, and by first and last word.
    keys: HashMap<String, Vec<usize>>,
    ends: HashMap<(u32, u32), usize>,
    /// The persons by their first two names.
    heads: HashMap<u32, usize>,
    /// The drafts by a word that stands for them: the last of a person, the first of any.
    lasts: HashMap<u32, Vec<usize>>,
    firsts: HashMap<u32, Vec<usize>>,
}

/// The actors among the names of `tallies`; `known` are those of the gazetteer.
#[must_use]
pub fn merge(tallies: &Tallies, known: &ActorTable) -> Discovery {
    let mut order: Vec<&Tally> = tallies.names.iter().collect();
    order.sort_by_key(|tally| tally.rank());
    let gazetteer = Known::new(known);
    let mut drafts = Drafts::default();
    let (several, singles): (Vec<&Tally>, Vec<&Tally>) =
        order.into_iter().partition(|tally| parts_that_tell(&tally.spelling).len() > 1);
    let mut doubtful = Vec::new();
    for tally in several {
        match verdict(tally, tallies.articles) {
            Some(kind) => drafts.take(tally, Some(kind), &gazetteer),
            None if tally.sign(Feature::Inside) == 0 => doubtful.push(tally),
            None => {}
        }
    }
    // What stands at the head of sentences alone is no name by itself, and may be one that is known.
    for tally in doubtful {
        drafts.take(tally, None, &gazetteer);
    }
    drafts.link(tallies);
    drafts.index();
    let mut shorts: Vec<(u32, Vec<usize>, bool)> = Vec::new();
    for tally in singles {
        if drafts.full.contains_key(&tally.name) {
            continue;
        }
        match drafts.short(tally) {
            Some((bearers, alone)) => shorts.push((tally.name, bearers, alone)),
            None => {
                if let Some(kind) = verdict(tally, tallies.articles) {
                    drafts.take(tally, Some(kind), &gazetteer);
                }
            }
        }
    }
    drafts.finish(&shorts, known)
}

/// The words of a spelling that are no articles.
fn parts_that_tell(spelling: &str) -> Vec<NamePart<'_>> {
    parts(spelling).into_iter().filter(|part| !part.class.is(Tells::Article)).collect()
}

/// The names of the gazetteer by the key of their romanisation.
struct Known<'a> {
    keys: HashMap<String, Vec<(u16, &'a str)>>,
}

impl<'a> Known<'a> {
    fn new(table: &'a ActorTable) -> Self {
        let mut keys: HashMap<String, Vec<(u16, &str)>> = HashMap::new();
        for (ix, actor) in table.iter() {
            for spelling in actor.spellings.iter().filter(|spelling| spelling.contains([' ', '-'])) {
                if let Some(key) = key(spelling) {
                    keys.entry(key).or_default().push((ix.0, spelling));
                }
            }
        }
        Self { keys }
    }

    /// The one actor that `spelling` is a romanisation of.
    fn find(&self, spelling: &str) -> Option<u16> {
        let near = self.keys.get(&key(spelling)?)?;
        let mut found = near.iter().filter_map(|(ix, known)| Some((margin(spelling, known)?, *ix))).collect::<Vec<_>>();
        found.sort_unstable();
        let (_, first) = found.first()?;
        found.iter().all(|(_, ix)| ix == first).then_some(*first)
    }
}

impl<'a> Drafts<'a> {
    /// Takes a name in: to the actor whose spelling it is, or as a new one of this kind, when there is one.
    fn take(&mut self, tally: &'a Tally, told: Option<u8>, gazetteer: &Known<'_>) {
        let romanised = key(&tally.spelling);
        let words = parts_that_tell(&tally.spelling);
        let ends = words.first().zip(words.last()).map(|(first, last)| (first.hash, last.hash)).filter(|_| words.len() > 1);
        let same = |at: &usize| {
            let spelling = |known: &&Tally| margin(&known.spelling, &tally.spelling).is_some();
            self.all.get(*at).is_some_and(|draft| draft.tallies.first().as_ref().is_some_and(|known| spelling(known)))
        };
        let alike =
            romanised.as_ref().and_then(|key| self.keys.get(key)).and_then(|near| near.iter().find(|at| same(at)).copied());
        let kind = told.unwrap_or_default();
        let person = kind == number(ActorKind::Person);
        let middle = || ends.filter(|_| person).and_then(|ends| self.ends.get(&ends).copied());
        let numbers: Vec<u32> = parts(&tally.spelling).iter().map(|part| part.hash).collect();
        let at = alike.or_else(middle).or_else(|| self.part(&numbers, &words).filter(|_| told.is_some())).or_else(|| {
            let known = (words.len() > 1).then(|| gazetteer.find(&tally.spelling)).flatten();
            (known.is_some() || told.is_some()).then(|| {
                self.all.push(Draft { tallies: Vec::new(), kind, articles: 0, known });
                self.all.len() - 1
            })
        });
        let Some(at) = at else { return };
        if let Some(draft) = self.all.get_mut(at) {
            draft.tallies.push(tally);
            draft.articles += tally.articles;
            draft.kind = if draft.kind == 0 { kind } else { draft.kind };
        }
        self.full.insert(tally.name, at);
        if let Some(near) = romanised.map(|key| self.keys.entry(key).or_default()).filter(|near| !near.contains(&at)) {
            near.push(at);
        }
        if let Some(ends) = ends.filter(|_| person) {
            self.ends.entry(ends).or_insert(at);
            if let Some(head) = numbers.get(..2).filter(|_| words.len() > 2) {
                self.heads.entry(NameLexicon::get().name(head)).or_insert(at);
            }
        }
    }

    /// The actor whose name is a part of this one, or the other way round: `Juan Miguel` for `Juan Miguel Gonzalez`; `Bavière
    /// Jane Doe`, where a place stands before the name.
    fn part(&self, numbers: &[u32], words: &[NamePart<'_>]) -> Option<usize> {
        if let [_, _] = words {
            return self.heads.get(&NameLexicon::get().name(numbers)).copied();
        }
        let headed = words.first().is_some_and(|first| first.class.head() > 0);
        let tails = (1..numbers.len().saturating_sub(1)).filter_map(|at| numbers.get(at..));
        tails.filter(|_| !headed).find_map(|tail| self.full.get(&NameLexicon::get().name(tail)).copied())
    }

    /// Joins abbreviations to the names behind which they stand in brackets, when their letters are of it.
    fn link(&mut self, tallies: &'a Tallies) {
        let by_name: HashMap<u32, &Tally> = tallies.names.iter().map(|tally| (tally.name, tally)).collect();
        for (short, long) in &tallies.links {
            let (Some(tally), Some(at)) = (by_name.get(short), self.full.get(long).copied()) else { continue };
            let Some(draft) = self.all.get_mut(at) else { continue };
            let fits = draft.tallies.iter().any(|long| is_short_for(&tally.spelling, &long.spelling));
            if fits && !self.full.contains_key(short) {
                draft.tallies.push(tally);
                draft.articles = draft.articles.max(tally.articles);
                if draft.kind == 0 || draft.kind == number(ActorKind::Person) {
                    draft.kind = number(ActorKind::Organisation);
                }
                self.full.insert(*short, at);
            }
        }
    }

    /// Notes the words that can stand for the actors of several.
    fn index(&mut self) {
        for (at, draft) in self.all.iter().enumerate() {
            for (nth, tally) in draft.tallies.iter().enumerate() {
                let words = parts_that_tell(&tally.spelling);
                let [first, .., last] = words.as_slice() else { continue };
                let person = draft.kind == number(ActorKind::Person);
                let own = |part: &NamePart| part.class.head() == 0 && !part.class.is(Tells::Function);
                let note = |words: &mut HashMap<u32, Vec<usize>>, word: u32| {
                    let bearers = words.entry(word).or_default();
                    if !bearers.contains(&at) {
                        bearers.push(at);
                    }
                };
                if person {
                    note(&mut self.lasts, last.hash);
                }
                if nth == 0 && own(first) {
                    note(&mut self.firsts, first.hash);
                }
            }
        }
        for bearers in self.lasts.values_mut().chain(self.firsts.values_mut()) {
            bearers.sort_by_key(|at| std::cmp::Reverse(self.all.get(*at).map_or(0, |draft| draft.articles)));
        }
    }

    /// Whom a name of one word is short for, most frequent first, and whether the first is meant wherever none is named in full.
    fn short(&self, tally: &Tally) -> Option<(Vec<usize>, bool)> {
        let words = parts_that_tell(&tally.spelling);
        let [word] = words.as_slice() else { return None };
        let articles = |at: &usize| self.all.get(*at).map_or(0, |draft| draft.articles);
        let place = tally.sign(Feature::Place) * 3 >= tally.articles && tally.sign(Feature::Title) * 3 < tally.articles;
        if word.class.is(Tells::Function) || place && tally.articles > 2 {
            return None;
        }
        if let Some(bearers) = self.lasts.get(&word.hash) {
            let [first, rest @ ..] = bearers.as_slice() else { return None };
            let alone = rest.first().is_none_or(|second| articles(second) * 3 <= articles(first));
            return Some((bearers.clone(), alone));
        }
        let told = tally.kinds.iter().skip(1).any(|count| count * 3 > tally.articles);
        let bearers = self.firsts.get(&word.hash).filter(|_| !told)?;
        let group = |at: &usize| self.all.get(*at).is_some_and(|draft| draft.kind != number(ActorKind::Person));
        let [only] = bearers.as_slice() else { return Some((bearers.clone(), false)).filter(|_| !bearers.iter().any(group)) };
        // What is named far more often than the longer name is something by itself.
        (tally.articles <= articles(only) * 2).then(|| (bearers.clone(), tally.articles * 2 >= articles(only)))
    }

    /// The index: the most frequent actors with their names.
    fn finish(self, shorts: &[(u32, Vec<usize>, bool)], known: &ActorTable) -> Discovery {
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(self.all.get(*at).map_or(0, |draft| draft.articles)));
        let mut discovery = Discovery::default();
        let mut places: HashMap<usize, u16> = HashMap::new();
        let mut taken: HashSet<Box<str>> = known.iter().map(|(_, actor)| actor.id.clone()).collect();
        for at in order {
            let Some(draft) = self.all.get(at) else { continue };
            if let Some(ix) = draft.known {
                places.insert(at, ix);
                continue;
            }
            let Ok(ix) = u16::try_from(known.len() + discovery.actors.len()) else { break };
            if discovery.actors.len() < MOST {
                discovery.actors.push(found(draft, &mut taken));
                places.insert(at, ix);
            }
        }
        for (name, at) in &self.full {
            if let Some(ix) = places.get(at) {
                discovery.names.entry(*name).or_default().full = Some(*ix);
            }
        }
        for (name, bearers, alone) in shorts {
            let short: Vec<u16> = bearers.iter().filter_map(|at| places.get(at).copied()).collect();
            if !short.is_empty() {
                discovery.names.insert(*name, Name { full: None, short, alone: *alone });
            }
        }
        discovery
    }
}

fn found(draft: &Draft<'_>, taken: &mut HashSet<Box<str>>) -> DiscoveredActor {
    let mut spellings: Vec<Box<str>> = Vec::new();
    for tally in &draft.tallies {
        if !spellings.contains(&tally.spelling) {
            spellings.push(tally.spelling.clone());
        }
    }
    let name = spellings.first().cloned().unwrap_or_default();
    let plain = slug(&name);
    let numbered = (2..).map(|nth| format!("{plain}-{nth}").into_boxed_str());
    let id = std::iter::once(plain.clone().into_boxed_str()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(id.clone());
    DiscoveredActor { id, name, kind: draft.kind, spellings }
}

/// A name as an identifier: small letters and digits with hyphens between.
fn slug(name: &str) -> String {
    let folded = fold(name).replace('\'', "");
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// Whether the letters of `short` stand in `long` in their order, the first at its head.
fn is_short_for(short: &str, long: &str) -> bool {
    let (short, long) = (fold(short), fold(long));
    let mut letters = long.chars();
    short.chars().next() == long.chars().next()
        && short.chars().filter(|c| c.is_alphanumeric()).all(|letter| letters.any(|c| c == letter))
}
