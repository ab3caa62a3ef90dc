//! Remarks: what a reader has marked and written on the articles of an archive, as queries ask for it.
//!
//! A compact snapshot by article. `notes::remarking` makes it from the notes, the index holds it for the evaluation.

use std::collections::HashMap;

use crate::model::archive::ArticleIx;

/// What there is on one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub struct Remark {
    /// Whether it was read.
    pub read: bool,
    /// Whether it has a star.
    pub starred: bool,
    /// Whether words in it are highlighted.
    pub highlighted: bool,
    /// Whether an annotation on it has lost its place.
    pub orphaned: bool,
    /// The notes on it and in it.
    pub notes: Vec<Box<str>>,
    /// The tags in them.
    pub tags: Vec<Box<str>>,
    /// The names of the colours in it.
    pub colors: Vec<Box<str>>,
}

/// What there is on the articles of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    by: HashMap<ArticleIx, Remark>,
}

impl Remarks {
    /// What there is on an article.
    #[must_use]
    pub fn of(&self, article: ArticleIx) -> Option<&Remark> {
        self.by.get(&article)
    }

    /// What there is on an article, to be added to.
    pub fn on(&mut self, article: ArticleIx) -> &mut Remark {
        self.by.entry(article).or_default()
    }
}
