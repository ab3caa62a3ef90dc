//! Facets with counts: which actors, months, outlets and languages a list of articles holds.
//!
//! Counted over the rows of a filter, so that the pickers and the actors pane follow it; each is one pass over the rows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Lang;
use crate::model::segment::ArticleRef;
use crate::query::selection::Facet;
use crate::text::fold::fold;

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

/// The actors named in `rows`, those named most often first.
#[must_use]
pub fn actors(archive: &Archive, rows: &[ArticleIx]) -> Vec<ActorCount> {
    let empty = |actor| ActorCount { actor, mentions: 0, articles: 0 };
    let mut counts: Vec<ActorCount> = archive.actors().iter().map(|(actor, _)| empty(actor)).collect();
    for (actor, mentions) in articles(archive, rows).flat_map(ArticleRef::actors) {
        if let Some(count) = counts.get_mut(usize::from(actor.0)) {
            count.mentions += mentions;
            count.articles += 1;
        }
    }
    counts.retain(|count| count.mentions > 0);
    counts.sort_by_key(|count| Reverse((count.mentions, count.articles)));
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
    let mut counts = BTreeMap::new();
    for month in articles(archive, rows).filter_map(|article| article.date().month()) {
        *counts.entry(month).or_insert(0) += 1;
    }
    counts.into_iter().rev().map(|(month, articles)| FacetCount { facet: Facet::Month(month), articles }).collect()
}

/// The outlets of `rows`, most articles first. Spellings that fold alike are one outlet, shown as most articles spell it.
#[must_use]
pub fn sources(archive: &Archive, rows: &[ArticleIx]) -> Vec<FacetCount> {
    let mut spelled: HashMap<&str, usize> = HashMap::new();
    for source in articles(archive, rows).filter_map(ArticleRef::source) {
        *spelled.entry(source).or_insert(0) += 1;
    }
    let mut spelled: Vec<(&str, usize)> = spelled.into_iter().collect();
    spelled.sort_by_key(|(name, articles)| (Reverse(*articles), *name));
    let mut outlets: Vec<(&str, usize)> = Vec::new();
    let mut outlet_at: HashMap<String, usize> = HashMap::new();
    for (name, articles) in spelled {
        let at = *outlet_at.entry(fold(name)).or_insert(outlets.len());
        match outlets.get_mut(at) {
            Some((_, total)) => *total += articles,
            None => outlets.push((name, articles)),
        }
    }
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
