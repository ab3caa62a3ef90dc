//! Where an annotation belongs, and why. [`super::article_match`] says so; the review, the export and `liseuse verify` show it.

use std::cmp::Reverse;

use crate::model::anchor::{Anchor, AnchorState};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::body::Body;
use crate::tr_later;

/// Where an annotation belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belonging {
    /// To this article.
    To(ArticleIx, Reason),
    /// To one of these; none is clearly nearer.
    Several(Vec<ArticleIx>),
    /// To none that is loaded.
    Nowhere,
}

/// Why an article was chosen: the strongest thing that is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its bytes, at the same path.
    Text,
    /// Its bytes, at another path.
    MovedText,
    /// Its path.
    Path,
    /// Its address.
    Address,
    /// Its headline.
    Headline,
    /// Nothing but the words that were quoted, of several that came as near.
    Quotations,
    /// A near copy of its text.
    NearCopy,
    /// Nothing but the words that were quoted, which stand in it.
    Words,
}

impl Belonging {
    /// The articles it may be.
    #[must_use]
    pub fn articles(&self) -> &[ArticleIx] {
        match self {
            Self::To(ix, _) => std::slice::from_ref(ix),
            Self::Several(several) => several,
            Self::Nowhere => &[],
        }
    }

    /// Of several articles that came as near, the one in which most of `anchors` stand word for word, if there is one such.
    #[must_use]
    pub fn by_quotations(self, archive: &Archive, anchors: &[&Anchor]) -> Self {
        let Self::Several(articles) = &self else { return self };
        let standing = |ix: &ArticleIx| {
            let body = Body::new(archive.get(*ix)?.body());
            let stands = |anchor: &&&Anchor| matches!(body.find(anchor).state, AnchorState::Exact | AnchorState::Moved);
            Some((anchors.iter().filter(stands).count(), *ix))
        };
        let mut counts: Vec<(usize, ArticleIx)> = articles.iter().filter_map(standing).collect();
        counts.sort_by_key(|(count, _)| Reverse(*count));
        match *counts.as_slice() {
            [(most, best), (next, _), ..] if most > next => Self::To(best, Reason::Quotations),
            _ => self,
        }
    }
}

impl Reason {
    /// The reason in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Text => tr_later!("same text"),
            Self::MovedText => tr_later!("same text, another path"),
            Self::Path => tr_later!("same path, text changed"),
            Self::Address => tr_later!("same address"),
            Self::Headline => tr_later!("same headline"),
            Self::Quotations => tr_later!("same quotations"),
            Self::NearCopy => tr_later!("same article, text edited"),
            Self::Words => tr_later!("same words in another article"),
        }
    }
}
