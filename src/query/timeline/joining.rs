//! Joining: what several articles tell of the same days and the same actor is one entry, with all of them as its sources.
//!
//! On each run of days, the actors are ranked by how many articles name them there; an event goes to the first of its actors in
//! that order. An event that names nobody is joined with copies of the same words alone.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::analysis::salience::{Parts, Support};
use crate::model::actor::ActorIx;
use crate::model::archive::Archive;
use crate::query::timeline::counts::Supports;
use crate::query::timeline::entry::TimelineEntry;
use crate::text::span::Span;

/// Bytes around the words of a date that are compared to tell copies of one text.
const AROUND: usize = 48;

/// What the entries of one event have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    /// The actor of the given rank.
    Actor(usize),
    /// The words.
    Copy(u64),
}

/// The entries that `told` makes when what several articles tell is one, in order.
#[must_use]
pub fn joined(archive: &Archive, told: Vec<TimelineEntry>, supports: &Supports) -> Vec<TimelineEntry> {
    let mut entries = join(archive, told, supports);
    entries.sort_by(|a, b| {
        let when = |entry: &TimelineEntry| (entry.filed(), entry.interval);
        when(a).cmp(&when(b)).then(b.salience().total_cmp(&a.salience()))
    });
    entries
}

/// Joins `told`, which hold one article each, in any order; gives them in the order of their days.
fn join(archive: &Archive, mut told: Vec<TimelineEntry>, supports: &Supports) -> Vec<TimelineEntry> {
    // Stable: what is told of the same days stays in the order of the list.
    told.sort_by_key(|entry| entry.interval);
    let mut joined = Vec::with_capacity(told.len());
    let mut told = told.into_iter().peekable();
    while let Some(first) = told.next() {
        let interval = first.interval;
        let mut run = vec![first];
        while let Some(next) = told.next_if(|next| next.interval == interval) {
            run.push(next);
        }
        if run.first().is_some_and(|entry| entry.timex.is_some()) {
            join_run(archive, run, supports.get(interval).later, &mut joined);
        } else {
            joined.append(&mut run);
        }
    }
    joined
}

/// Joins what is told of one run of days.
fn join_run(archive: &Archive, run: Vec<TimelineEntry>, later: u32, joined: &mut Vec<TimelineEntry>) {
    let ranks = ranks(&run);
    let bond = |entry: &TimelineEntry| {
        let rank = entry.actors.iter().flatten().filter_map(|actor| ranks.get(actor)).min();
        rank.map_or_else(|| Bond::Copy(words(archive, entry)), |rank| Bond::Actor(*rank))
    };
    let mut all: Vec<(Bond, TimelineEntry)> = run.into_iter().map(|entry| (bond(&entry), entry)).collect();
    all.sort_by_key(|(bond, _)| *bond);
    let mut all = all.into_iter().peekable();
    while let Some((bond, first)) = all.next() {
        let mut group = vec![first];
        while let Some((_, next)) = all.next_if(|(other, _)| *other == bond) {
            group.push(next);
        }
        joined.extend(one(archive, group, later));
    }
}

/// The actors of a run by how many articles name them, most first, of equals the first of the table.
fn ranks(run: &[TimelineEntry]) -> HashMap<ActorIx, usize> {
    let mut counts: HashMap<ActorIx, usize> = HashMap::new();
    run.iter().flat_map(|entry| entry.actors.iter().flatten()).for_each(|actor| *counts.entry(*actor).or_default() += 1);
    let mut ranked: Vec<(ActorIx, usize)> = counts.into_iter().collect();
    ranked.sort_unstable_by_key(|(actor, count)| (Reverse(*count), *actor));
    ranked.into_iter().enumerate().map(|(rank, (actor, _))| (actor, rank)).collect()
}

/// The entry of a group, shown by the article that tells it best, of equals the first.
fn one(archive: &Archive, mut group: Vec<TimelineEntry>, later: u32) -> Option<TimelineEntry> {
    let best = (0..group.len()).reduce(|best, at| if weight(&group, at) > weight(&group, best) { at } else { best })?;
    let mut support = Support { articles: 1, outlets: 1, later };
    if group.len() > 1 {
        let mut texts: Vec<u64> = group.iter().map(|entry| words(archive, entry)).collect();
        texts.sort_unstable();
        texts.dedup();
        let mut outlets: Vec<&str> = group.iter().filter_map(|entry| archive.get(entry.article)?.source()).collect();
        outlets.sort_unstable();
        outlets.dedup();
        let count = |len: usize| u32::try_from(len.max(1)).unwrap_or(u32::MAX);
        (support.articles, support.outlets) = (count(texts.len()), count(outlets.len()));
    }
    let mut entry = group.remove(best);
    entry.others = group.iter().filter_map(|other| Some((other.article, other.timex?))).collect();
    let named = entry.actors.iter().flatten().count();
    entry.parts = Parts::of(entry.telling, entry.precision, named, support);
    Some(entry)
}

fn weight(group: &[TimelineEntry], at: usize) -> f32 {
    group.get(at).map_or(0.0, TimelineEntry::salience)
}

/// The words around the date of an entry, as a number by which copies are told.
fn words(archive: &Archive, entry: &TimelineEntry) -> u64 {
    let mut hasher = DefaultHasher::new();
    if let (Some(article), Some(timex)) = (archive.get(entry.article), entry.timex) {
        article.bytes_at(Span::new(timex.first().saturating_sub(AROUND), timex.after() + AROUND)).hash(&mut hasher);
    }
    hasher.finish()
}
