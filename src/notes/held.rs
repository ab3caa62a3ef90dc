//! What annotations are about, as it is held: small, for there may be a hundred thousand. What many have in common is shared.

use std::sync::Arc;

use crate::model::anchor::Anchor;
use crate::model::annotation::{ArticleKey, Target};

/// The state of a text that passages were taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextState {
    text: Box<str>,
    extractor: Box<str>,
}

impl TextState {
    /// The one that `anchor` was taken from.
    #[must_use]
    pub fn of(anchor: &Anchor) -> Self {
        Self { text: anchor.text.as_str().into(), extractor: anchor.extractor.as_str().into() }
    }

    /// Whether `anchor` was taken from it.
    #[must_use]
    pub fn is_of(&self, anchor: &Anchor) -> bool {
        *self.text == *anchor.text && *self.extractor == *anchor.extractor
    }
}

/// What an annotation is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A passage, in parts.
    Passage(Box<Passage>),
    /// Anything else, as it is.
    Whole(Box<Target>),
}

/// A passage, in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    article: Arc<ArticleKey>,
    state: Arc<TextState>,
    /// The words before, those quoted and those behind, in one.
    words: Box<str>,
    prefix: u32,
    exact: u32,
    start: u32,
    end: u32,
}

impl Held {
    /// A passage of `article` in `state`.
    #[must_use]
    pub fn passage(article: Arc<ArticleKey>, state: Arc<TextState>, anchor: &Anchor) -> Self {
        let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self::Passage(Box::new(Passage {
            article,
            state,
            words: [anchor.prefix.as_str(), &anchor.exact, &anchor.suffix].concat().into(),
            prefix: length(&anchor.prefix),
            exact: length(&anchor.exact),
            start: anchor.start,
            end: anchor.end,
        }))
    }

    /// What it was before it was made small.
    #[must_use]
    pub fn target(&self) -> Target {
        let passage = match self {
            Self::Passage(passage) => passage,
            Self::Whole(target) => return (**target).clone(),
        };
        let (prefix, rest) = passage.words.split_at_checked(passage.prefix as usize).unwrap_or_default();
        let (exact, suffix) = rest.split_at_checked(passage.exact as usize).unwrap_or_default();
        let anchor = Anchor {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            start: passage.start,
            end: passage.end,
            text: passage.state.text.to_string(),
            extractor: passage.state.extractor.to_string(),
        };
        Target::Passage { article: (*passage.article).clone(), anchor }
    }
}
