//! Facets with counts: which actors, months, outlets and languages a list of articles holds.
//!
//! Counted over the rows of a filter, so that the pickers and the actors pane follow it; each is one pass over the rows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;

use crate::model::actor::{ActorIx, ActorKind};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Lang;
use crate::model::date::PartialDate;
use crate::model::segment::ArticleRef;
use crate::query::index::Index;
use crate::query::selection::Facet;

/// A facet and how many articles of a list have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The facet.
    pub facet: Facet,
    /// Articles that have it.
    pub articles: usize,
}

/// An actor and how often it is named in a list of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorCount {
    /// The actor.
    pub actor: ActorIx,
    /// Mentions.
    pub mentions: usize,
    /// Articles that name it.
    pub articles: usize,
}

/// The articles that one thread counts at a time.
const CHUNK: usize = 4096;

/// The actors named in `rows`, those that most articles name first, of equals the one named most often: no single page decides who leads. Places
/// that no list knows come last, for they are where, not who.
#[must_use]
pub fn actors(archive: &Archive, rows: &[ArticleIx]) -> Vec<ActorCount> {
    let known = archive.actors().len();
    let count = |rows: &[ArticleIx]| {
        let mut counts = vec![(0, 0); known];
        for (actor, mentions) in articles(archive, rows).flat_map(ArticleRef::actors) {
            if let Some((all, articles)) = counts.get_mut(usize::from(actor.0)) {
                *all += mentions;
                *articles += 1;
            }
        }
        counts
    };
    let add = |mut sum: Vec<(usize, usize)>, other: Vec<(usize, usize)>| {
        for ((mentions, articles), (more, others)) in sum.iter_mut().zip(other) {
            *mentions += more;
            *articles += others;
        }
        sum
    };
    let counts = rows.par_chunks(CHUNK).map(count).reduce(|| vec![(0, 0); known], add);
    let named = |((actor, _), (mentions, articles)): ((ActorIx, _), (usize, usize))| ActorCount { actor, mentions, articles };
    let mut counts: Vec<ActorCount> = archive.actors().iter().zip(counts).map(named).collect();
    counts.retain(|count| count.mentions > 0);
    let is_place = |actor: ActorIx| {
        let found = archive.actors().get(actor).filter(|actor| actor.discovered);
        found.is_some_and(|actor| matches!(actor.kind, ActorKind::Place | ActorKind::State))
    };
    counts.sort_by_cached_key(|count| (is_place(count.actor), Reverse((count.articles, count.mentions))));
    counts
}

/// The actors as facets, those in most articles first.
#[must_use]
pub fn actor_choices(counts: &[ActorCount]) -> Vec<FacetCount> {
    let mut choices: Vec<_> =
        counts.iter().map(|count| FacetCount { facet: Facet::Actor(count.actor), articles: count.articles }).collect();
    choices.sort_by_key(|choice| Reverse(choice.articles));
    choices
}

/// The months `rows` were published in, newest first.
#[must_use]
pub fn months(archive: &Archive, rows: &[ArticleIx]) -> Vec<FacetCount> {
    let count = |rows: &[ArticleIx]| {
        let mut counts: HashMap<PartialDate, usize> = HashMap::new();
        for month in articles(archive, rows).filter_map(|article| article.date().month()) {
            *counts.entry(month).or_default() += 1;
        }
        counts
    };
    let mut counts: BTreeMap<PartialDate, usize> = BTreeMap::new();
    for (month, articles) in rows.par_chunks(CHUNK).map(count).collect::<Vec<_>>().into_iter().flatten() {
        *counts.entry(month).or_default() += articles;
    }
    counts.into_iter().rev().map(|(month, articles)| FacetCount { facet: Facet::Month(month), articles }).collect()
}

/// The outlets of `rows`, most articles first. Spellings that fold alike are one outlet, shown as most articles spell it.
#[must_use]
pub fn sources(index: &Index, rows: &[ArticleIx]) -> Vec<FacetCount> {
    let sources = index.sources();
    let mut spelled: Vec<usize> = vec![0; sources.spellings().len()];
    for spelling in rows.iter().filter_map(|ix| sources.spelling_of(*ix)) {
        if let Some(count) = spelled.get_mut(spelling) {
            *count += 1;
        }
    }
    let mut spelled: Vec<(&str, usize, usize)> = sources
        .spellings()
        .iter()
        .zip(spelled)
        .filter(|(_, articles)| *articles > 0)
        .map(|((name, outlet), articles)| (&**name, *outlet as usize, articles))
        .collect();
    spelled.sort_by_key(|(name, _, articles)| (Reverse(*articles), *name));
    // Sorted already, so that the first spelling of an outlet is the one to show.
    let mut outlets: BTreeMap<usize, (&str, usize)> = BTreeMap::new();
    for (name, outlet, articles) in spelled {
        outlets.entry(outlet).or_insert((name, 0)).1 += articles;
    }
    let mut outlets: Vec<(&str, usize)> = outlets.into_values().collect();
    outlets.sort_by_key(|(name, articles)| (Reverse(*articles), *name));
    outlets.into_iter().map(|(name, articles)| FacetCount { facet: Facet::Source(name.into()), articles }).collect()
}

/// The languages of `rows`, most articles first; articles of no known language are in none.
#[must_use]
pub fn langs(archive: &Archive, rows: &[ArticleIx]) -> Vec<FacetCount> {
    let mut counts: Vec<(Lang, usize)> = Vec::new();
    for lang in articles(archive, rows).map(ArticleRef::lang).filter(|lang| *lang != Lang::Unknown) {
        match counts.iter_mut().find(|(counted, _)| *counted == lang) {
            Some((_, articles)) => *articles += 1,
            None => counts.push((lang, 1)),
        }
    }
    counts.sort_by_key(|(lang, articles)| (Reverse(*articles), lang.to_string()));
    counts.into_iter().map(|(lang, articles)| FacetCount { facet: Facet::Lang(lang), articles }).collect()
}

fn articles<'a>(archive: &'a Archive, rows: &[ArticleIx]) -> impl Iterator<Item = ArticleRef<'a>> {
    rows.iter().filter_map(|ix| archive.get(*ix))
}
