//! The archive: all articles that were loaded, in their order, with the actors they are read with.
//!
//! A clone is a snapshot that shares every segment, so that workers can read while the archive still grows.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::actor::ActorTable;
use crate::model::article::{Article, ArticleId};
use crate::model::column::Column;
use crate::model::segment::{ArticleRef, Filed, Segment};

/// The place of an article in its [`Archive`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub u32);

/// All articles that were loaded, in the order in which they were found.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    segments: Arc<Vec<Arc<Segment>>>,
    /// The place of each segment's first article.
    starts: Arc<Vec<u32>>,
    /// The segments as they were loaded, by place, where corrections of the reader lie over them.
    loaded: Arc<BTreeMap<usize, Arc<Segment>>>,
    len: u32,
    actors: Arc<ActorTable>,
    /// The places of all articles by date, as far as somebody has told.
    order: Option<Column<u32>>,
}

impl Archive {
    /// An empty archive, to be read with `actors`.
    #[must_use]
    pub fn new(actors: Arc<ActorTable>) -> Self {
        Self { actors, ..Self::default() }
    }

    /// An archive of `segments`, to be read with `actors`.
    #[must_use]
    pub fn of(segments: impl IntoIterator<Item = Arc<Segment>>, actors: Arc<ActorTable>) -> Self {
        let mut archive = Self::new(actors);
        segments.into_iter().for_each(|segment| archive.append(segment));
        archive
    }

    /// Takes `actors` as those the articles are read with.
    pub fn name(&mut self, actors: Arc<ActorTable>) {
        self.actors = actors;
    }

    /// Tells the places of all articles by publication date, unknown last, then by place, so that they need not be put in order.
    pub(crate) fn put_in_order(&mut self, order: Option<Column<u32>>) {
        self.order = order;
    }

    /// The places of all articles by publication date, unknown last, then by place; `None` when that has to be found out.
    #[must_use]
    pub(crate) fn order(&self) -> Option<&[u32]> {
        self.order.as_deref().filter(|order| order.len() == self.len())
    }

    /// Adds articles behind the last.
    pub fn append(&mut self, segment: Arc<Segment>) {
        self.order = None;
        Arc::make_mut(&mut self.starts).push(self.len);
        self.len = self.len.saturating_add(u32::try_from(segment.len()).unwrap_or(u32::MAX));
        Arc::make_mut(&mut self.segments).push(segment);
    }

    /// Packs articles and adds them behind the last.
    pub fn append_articles(&mut self, articles: impl IntoIterator<Item = Article>) {
        let filed: Vec<Filed> = articles.into_iter().map(Filed::from).collect();
        self.append(Arc::new(Segment::pack(&filed)));
    }

    /// Puts `segment` in the place of the one at `at`, which has as many articles; nothing changes otherwise.
    pub fn replace(&mut self, at: usize, segment: Arc<Segment>) {
        self.order = None;
        if self.loaded.contains_key(&at) {
            Arc::make_mut(&mut self.loaded).remove(&at);
        }
        if let Some(slot) = Arc::make_mut(&mut self.segments).get_mut(at).filter(|slot| slot.len() == segment.len()) {
            *slot = segment;
        }
    }

    /// Lays `segment` over the one at `at`, which has as many articles and can be had back; `None` takes away what lies there.
    pub fn lay_over(&mut self, at: usize, segment: Option<Arc<Segment>>) {
        let Some(loaded) = self.as_loaded(at).cloned() else { return };
        match segment {
            Some(segment) => {
                self.replace(at, segment);
                Arc::make_mut(&mut self.loaded).insert(at, loaded);
            }
            None => self.replace(at, loaded),
        }
    }

    /// The segment at `at` as it was loaded.
    #[must_use]
    pub fn as_loaded(&self, at: usize) -> Option<&Arc<Segment>> {
        self.loaded.get(&at).or_else(|| self.segments.get(at))
    }

    /// Whether corrections of the reader lie over the segment at `at`.
    #[must_use]
    pub fn is_laid_over(&self, at: usize) -> bool {
        self.loaded.contains_key(&at)
    }

    /// Whether the same was loaded, whatever corrections lie over it.
    #[must_use]
    pub fn is_loaded_as(&self, other: &Self) -> bool {
        let is_same = |at| self.as_loaded(at).zip(other.as_loaded(at)).is_some_and(|(one, other)| Arc::ptr_eq(one, other));
        let (mut places, count) = (0..self.segments.len(), other.segments.len());
        Arc::ptr_eq(&self.segments, &other.segments) || places.len() == count && places.all(is_same)
    }

    /// The segments, in order.
    #[must_use]
    pub fn segments(&self) -> &[Arc<Segment>] {
        &self.segments
    }

    /// The segments, each with the place of its first article.
    pub fn placed_segments(&self) -> impl ExactSizeIterator<Item = (ArticleIx, &Arc<Segment>)> {
        self.starts.iter().copied().map(ArticleIx).zip(self.segments.iter())
    }

    /// The article at `ix`; `None` for an index of another archive.
    #[must_use]
    pub fn get(&self, ix: ArticleIx) -> Option<ArticleRef<'_>> {
        // Of segments that start alike, all but the last are empty.
        let at = self.starts.partition_point(|start| *start <= ix.0).checked_sub(1)?;
        let within = ix.0 - *self.starts.get(at)?;
        self.segments.get(at)?.get(within as usize)
    }

    /// All articles with their places, in order.
    pub fn iter(&self) -> impl Iterator<Item = (ArticleIx, ArticleRef<'_>)> {
        (0..).map(ArticleIx).zip(self.segments.iter().flat_map(|segment| segment.iter()))
    }

    /// The segment the article at `ix` lies in; `None` for an index of another archive.
    #[must_use]
    pub fn segment_of(&self, ix: ArticleIx) -> Option<&Arc<Segment>> {
        self.segments.get(self.starts.partition_point(|start| *start <= ix.0).checked_sub(1)?)
    }

    /// The article with the identifier `id`.
    #[must_use]
    pub fn by_id(&self, id: &ArticleId) -> Option<ArticleIx> {
        self.iter().find(|(_, article)| article.id() == *id).map(|(ix, _)| ix)
    }

    /// The number of articles.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The actors the articles are read with.
    #[must_use]
    pub fn actors(&self) -> &Arc<ActorTable> {
        &self.actors
    }
}

#[cfg(test)]
mod tests {
    use super::{Archive, ArticleIx, ArticleRef};
    use crate::model::article::Article;

    #[test]
    fn articles_are_found_across_segments() {
        let titled = |title: &str| Article { title: title.into(), ..Article::default() };
        let mut archive = Archive::default();
        archive.append_articles([titled("a"), titled("b")]);
        archive.append_articles([]);
        archive.append_articles([titled("c")]);
        let found: Vec<_> = (0..4).map(|at| archive.get(ArticleIx(at)).map(ArticleRef::title)).collect();
        assert_eq!(found, [Some("a"), Some("b"), Some("c"), None]);
        assert_eq!((archive.len(), archive.iter().count()), (3, 3));
    }
}
