//! The archive: all articles that were loaded, in their order, with the actors they are read with.
//!
//! A clone is a snapshot that shares every article, so that workers can read while the archive still grows.

use std::sync::Arc;

use crate::model::actor::ActorTable;
use crate::model::article::{Article, ArticleId};

/// The place of an article in its [`Archive`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub u32);

/// All articles that were loaded, in the order in which they were found.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    articles: Arc<Vec<Arc<Article>>>,
    actors: Arc<ActorTable>,
}

impl Archive {
    /// An empty archive, to be read with `actors`.
    #[must_use]
    pub fn new(actors: Arc<ActorTable>) -> Self {
        Self { articles: Arc::default(), actors }
    }

    /// Adds articles behind the last.
    pub fn append(&mut self, articles: impl IntoIterator<Item = Arc<Article>>) {
        Arc::make_mut(&mut self.articles).extend(articles);
    }

    /// Puts `article` in the place `ix`; an index of another archive changes nothing.
    pub fn replace(&mut self, ix: ArticleIx, article: Arc<Article>) {
        if let Some(slot) = Arc::make_mut(&mut self.articles).get_mut(ix.0 as usize) {
            *slot = article;
        }
    }

    /// The article at `ix`; `None` for an index of another archive.
    #[must_use]
    pub fn get(&self, ix: ArticleIx) -> Option<&Arc<Article>> {
        self.articles.get(ix.0 as usize)
    }

    /// All articles with their places, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (ArticleIx, &Arc<Article>)> + DoubleEndedIterator {
        self.articles.iter().enumerate().map(|(at, article)| (ArticleIx(u32::try_from(at).unwrap_or(u32::MAX)), article))
    }

    /// The article with the identifier `id`.
    #[must_use]
    pub fn by_id(&self, id: &ArticleId) -> Option<ArticleIx> {
        self.iter().find(|(_, article)| article.id == *id).map(|(ix, _)| ix)
    }

    /// The number of articles.
    #[must_use]
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The actors the articles are read with.
    #[must_use]
    pub fn actors(&self) -> &Arc<ActorTable> {
        &self.actors
    }
}
