//! What annotations are about, as it is held: small, for there may be a hundred thousand. What many have in common is shared.

use std::sync::Arc;

use crate::model::anchor::Anchor;
use crate::model::annotation::{ArticleKey, Target};

/// The words of a key, wherever they stand.
#[derive(Clone, Copy, Debug)]
pub struct KeyRef<'a> {
    /// As in [`ArticleKey`].
    pub sha256: &'a str,
    /// As in [`ArticleKey`].
    pub path: &'a str,
    /// As in [`ArticleKey`].
    pub url: &'a str,
    /// As in [`ArticleKey`].
    pub title: &'a str,
    /// As in [`ArticleKey`].
    pub text: &'a str,
    /// As in [`ArticleKey`].
    pub sketch: &'a str,
}

/// The words of an anchor, wherever they stand.
#[derive(Clone, Copy, Debug)]
pub struct AnchorRef<'a> {
    /// As in [`Anchor`].
    pub exact: &'a str,
    /// As in [`Anchor`].
    pub prefix: &'a str,
    /// As in [`Anchor`].
    pub suffix: &'a str,
    /// As in [`Anchor`].
    pub start: u32,
    /// As in [`Anchor`].
    pub end: u32,
    /// As in [`Anchor`].
    pub text: &'a str,
    /// As in [`Anchor`].
    pub extractor: &'a str,
}

impl KeyRef<'_> {
    /// The key in words of its own.
    #[must_use]
    pub fn own(self) -> ArticleKey {
        let Self { sha256, path, url, title, text, sketch } = self;
        let [sha256, path, url, title, text, sketch] = [sha256, path, url, title, text, sketch].map(str::to_owned);
        ArticleKey { sha256, path, url, title, text, sketch }
    }

    /// Whether `key` says the same.
    #[must_use]
    pub fn is(self, key: &ArticleKey) -> bool {
        [self.sha256, self.path, self.url, self.title, self.text, self.sketch]
            == [&key.sha256, &key.path, &key.url, &key.title, &key.text, &key.sketch].map(String::as_str)
    }
}

impl AnchorRef<'_> {
    /// The anchor in words of its own.
    #[must_use]
    pub fn own(self) -> Anchor {
        let Self { exact, prefix, suffix, start, end, text, extractor } = self;
        let [exact, prefix, suffix, text, extractor] = [exact, prefix, suffix, text, extractor].map(str::to_owned);
        Anchor { exact, prefix, suffix, start, end, text, extractor }
    }
}

impl<'a> From<&'a ArticleKey> for KeyRef<'a> {
    fn from(key: &'a ArticleKey) -> Self {
        let ArticleKey { sha256, path, url, title, text, sketch } = key;
        Self { sha256, path, url, title, text, sketch }
    }
}

impl<'a> From<&'a Anchor> for AnchorRef<'a> {
    fn from(anchor: &'a Anchor) -> Self {
        let Anchor { exact, prefix, suffix, start, end, text, extractor } = anchor;
        Self { exact, prefix, suffix, start: *start, end: *end, text, extractor }
    }
}

/// The state of a text that passages were taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextState {
    article: Arc<ArticleKey>,
    text: Box<str>,
    extractor: Box<str>,
}

impl TextState {
    /// The one of `article` that `anchor` was taken from.
    #[must_use]
    pub fn of(article: &Arc<ArticleKey>, anchor: AnchorRef) -> Self {
        Self { article: Arc::clone(article), text: anchor.text.into(), extractor: anchor.extractor.into() }
    }

    /// Whether `anchor`, which is of the same article, was taken from it.
    #[must_use]
    pub fn is_of(&self, anchor: AnchorRef) -> bool {
        *self.text == *anchor.text && *self.extractor == *anchor.extractor
    }
}

/// What an annotation is about.
#[derive(Clone, Debug, PartialEq)]
pub enum CompactSubject {
    /// A passage, in parts.
    Passage(Box<Passage>),
    /// Anything else, as it is.
    Whole(Box<Target>),
}

/// A passage, in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    state: Arc<TextState>,
    /// The words before, those quoted and those behind, in one.
    words: Box<str>,
    prefix: u32,
    exact: u32,
    start: u32,
    end: u32,
}

impl CompactSubject {
    /// A passage of the article in `state`.
    #[must_use]
    pub fn passage(state: Arc<TextState>, anchor: AnchorRef) -> Self {
        let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self::Passage(Box::new(Passage {
            state,
            words: [anchor.prefix, anchor.exact, anchor.suffix].concat().into(),
            prefix: length(anchor.prefix),
            exact: length(anchor.exact),
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
        Target::Passage { article: Arc::clone(&passage.state.article), anchor }
    }
}
