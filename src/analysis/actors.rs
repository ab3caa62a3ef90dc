//! Actors: the gazetteer, and where its actors are named in an article.

use std::sync::Arc;

use crate::model::actor::{ActorTable, Mention};
use crate::model::article::Article;

/// The gazetteer, ready to find mentions.
#[derive(Debug, Default)]
pub struct Gazetteer {
    table: Arc<ActorTable>,
}

impl Gazetteer {
    /// The gazetteer that is built into the program.
    #[must_use]
    pub fn builtin() -> Self {
        Self::default()
    }

    /// The actors it knows.
    #[must_use]
    pub fn table(&self) -> &Arc<ActorTable> {
        &self.table
    }

    /// The places where its actors are named in the text of `article`, furniture left out, in order.
    #[must_use]
    pub fn mentions(&self, article: &Article) -> Vec<Mention> {
        let _ = article;
        Vec::new()
    }
}
