//! Facets with counts: which actors, months, outlets and languages a list of articles holds.

use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
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

/// The actors named in `rows`, those named most often first.
#[must_use]
pub fn actors(archive: &Archive, rows: &[ArticleIx]) -> Vec<ActorCount> {
    let _ = (archive, rows);
    Vec::new()
}

/// The months `rows` were published in, newest first.
#[must_use]
pub fn months(archive: &Archive, rows: &[ArticleIx]) -> Vec<FacetCount> {
    let _ = (archive, rows);
    Vec::new()
}

/// The outlets of `rows`, most articles first.
#[must_use]
pub fn sources(archive: &Archive, rows: &[ArticleIx]) -> Vec<FacetCount> {
    let _ = (archive, rows);
    Vec::new()
}

/// The languages of `rows`, most articles first.
#[must_use]
pub fn langs(archive: &Archive, rows: &[ArticleIx]) -> Vec<FacetCount> {
    let _ = (archive, rows);
    Vec::new()
}
