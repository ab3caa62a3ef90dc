//! Joining: what several articles tell of the same days is one entry, with all of them as its sources, when they tell one story.
//!
//! An article that was published within a week of the days tells what its story tells. One that comes back to them later, of another story
//! as it may be, goes to the story of that day that most articles tell and that names one of its actors; where there is none, those that
//! come back to one actor are joined. While stories are not known, an event goes to the first of its actors by how many articles name them on
//! these days. What names nobody is joined with copies of the same words alone. Of what is so joined, only those stay together whose dated
//! sentences share rare words (`likeness`).

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::analysis::events::salience::{Parts, Support};
use crate::analysis::stories::Stories;
use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::day;
use crate::query::timeline::counts::Supports;
use crate::query::timeline::entry::TimelineEntry;
use crate::query::timeline::likeness::ToldAlike;
use crate::text::span::Span;

/// Days between a publication and what it tells of, up to which it is told as news.
const NEWS: u32 = 7;
/// Bytes around the words of a date that are compared to tell copies of one text.
const AROUND: usize = 48;

/// What the entries of one event have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    /// The story with that first article.
    Story(ArticleIx),
    /// The actor of the given rank.
    Actor(usize),
    /// The words.
    Copy(u64),
}

/// An archive and its stories, where they are known.
pub type ToldIn<'a> = (&'a Archive, Option<&'a Stories>);

/// The entries that `told` makes when what several articles tell is one, in order.
#[must_use]
pub fn joined(told_in: ToldIn<'_>, told: Vec<TimelineEntry>, supports: &Supports) -> Vec<TimelineEntry> {
    let mut entries = join(told_in, told, supports);
    entries.sort_by(|a, b| {
        let when = |entry: &TimelineEntry| (entry.filed(), entry.interval);
        when(a).cmp(&when(b)).then(b.salience().total_cmp(&a.salience()))
    });
    entries
}

/// Joins `told`, which hold one article each, in any order; gives them in the order of their days.
fn join(told_in: ToldIn<'_>, mut told: Vec<TimelineEntry>, supports: &Supports) -> Vec<TimelineEntry> {
    // Stable: what is told of the same days stays in the order of the list.
    told.sort_by_key(|entry| entry.interval);
    let likeness = ToldAlike::of(told_in.0, &told);
    let mut joined = Vec::with_capacity(told.len());
    let mut told = told.into_iter().peekable();
    while let Some(first) = told.next() {
        let interval = first.interval;
        let mut run = vec![first];
        while let Some(next) = told.next_if(|next| next.interval == interval) {
            run.push(next);
        }
        if run.first().is_some_and(|entry| entry.timex.is_some()) {
            join_run((told_in, &likeness), run, supports.get(interval).later, &mut joined);
        } else {
            joined.append(&mut run);
        }
    }
    joined
}

/// Joins what is told of one run of days.
fn join_run(
    (told_in, likeness): (ToldIn<'_>, &ToldAlike<'_>),
    run: Vec<TimelineEntry>,
    later: u32,
    joined: &mut Vec<TimelineEntry>,
) {
    let bonds = bonds(told_in, &run);
    let mut all: Vec<(Bond, TimelineEntry)> = bonds.into_iter().zip(run).collect();
    all.sort_by_key(|(bond, _)| *bond);
    let mut all = all.into_iter().peekable();
    while let Some((bond, first)) = all.next() {
        let mut group = vec![first];
        while let Some((_, next)) = all.next_if(|(other, _)| *other == bond) {
            group.push(next);
        }
        for part in alike(likeness, bond, group) {
            joined.extend(one(told_in.0, part, later));
        }
    }
}

/// The parts of `group`, which `bond` joins, that tell the same. One actor and one day make no event, and a story has several.
fn alike(likeness: &ToldAlike<'_>, bond: Bond, group: Vec<TimelineEntry>) -> Vec<Vec<TimelineEntry>> {
    if group.len() < 2 || matches!(bond, Bond::Copy(_)) {
        return vec![group];
    }
    let mut parts: BTreeMap<usize, Vec<TimelineEntry>> = BTreeMap::new();
    for (part, entry) in likeness.parts(&group).into_iter().zip(group) {
        parts.entry(part).or_default().push(entry);
    }
    parts.into_values().collect()
}

/// What joins each entry of a run with others.
fn bonds((archive, stories): ToldIn<'_>, run: &[TimelineEntry]) -> Vec<Bond> {
    let ranks = ranks(run);
    let own: Vec<Option<ArticleIx>> = run.iter().map(|entry| news_of((archive, stories), entry)).collect();
    let telling = foremost_stories(run, &own);
    let bond = |(entry, own): (&TimelineEntry, Option<ArticleIx>)| {
        let first = entry.actors.iter().flatten().filter_map(|actor| Some((*ranks.get(actor)?, *actor))).min();
        match (own, first) {
            (Some(story), _) => Bond::Story(story),
            (None, Some((rank, actor))) => telling.get(&actor).map_or(Bond::Actor(rank), |story| Bond::Story(*story)),
            (None, None) => Bond::Copy(words(archive, entry)),
        }
    };
    run.iter().zip(own).map(bond).collect()
}

/// The first article of the story that an entry is news of; `None` when its article comes back to the days from far, or no story is known.
fn news_of((archive, stories): ToldIn<'_>, entry: &TimelineEntry) -> Option<ArticleIx> {
    let story = stories?.story_of(entry.article)?.articles.first().copied();
    let (first, last) = (day::number(entry.interval.first), day::number(entry.interval.last));
    let published = archive.get(entry.article)?.date().interval().map(|days| day::number(days.first));
    // Of a month or a year, many stories tell: what its articles have in common is the story alone.
    let is_long = last.abs_diff(first) > NEWS;
    let is_near = |published: i32| published.clamp(first, last).abs_diff(published) <= NEWS;
    story.filter(|_| is_long || published.is_some_and(is_near))
}

/// For each actor the story that most entries of a run tell of those that name it, of equals the first.
fn foremost_stories(run: &[TimelineEntry], own: &[Option<ArticleIx>]) -> HashMap<ActorIx, ArticleIx> {
    let mut sizes: HashMap<ArticleIx, usize> = HashMap::new();
    own.iter().flatten().for_each(|story| *sizes.entry(*story).or_default() += 1);
    let mut foremost: HashMap<ActorIx, ArticleIx> = HashMap::new();
    for (entry, story) in run.iter().zip(own).filter_map(|(entry, story)| Some((entry, (*story)?))) {
        let key = |story: &ArticleIx| (Reverse(sizes.get(story).copied().unwrap_or_default()), *story);
        for actor in entry.actors.iter().flatten() {
            let known = foremost.entry(*actor).or_insert(story);
            if key(&story) < key(known) {
                *known = story;
            }
        }
    }
    foremost
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
