//! Full-text search, folded, over the text that counts: furniture is not searched.

use crate::model::article::Article;
use crate::text::span::Span;

/// Words to look for in bodies, folded once.
#[derive(Clone, Debug, Default)]
pub struct Needle {
    folded: String,
}

/// One place where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The words found, in the body.
    pub span: Span,
    /// The sentence around them, in the body.
    pub sentence: Span,
}

impl Needle {
    /// Folds `text`; runs of white space match any white space.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { folded: text.to_lowercase() }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The places where the words stand in `article`, in order, not overlapping.
    #[must_use]
    pub fn places(&self, article: &Article) -> Vec<Span> {
        let _ = article;
        Vec::new()
    }

    /// [`Needle::places`] with the sentence around each.
    #[must_use]
    pub fn hits(&self, article: &Article) -> Vec<Hit> {
        let _ = article;
        Vec::new()
    }
}
