//! Targets: what an annotation is about, and what an article is known by from one loading to the next. Plain data.
//!
//! `notes::anchoring` finds the article and the passage again; `export` writes them out.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::anchor::Anchor;
use crate::model::article::Article;
use crate::model::segment::ArticleRef;

/// What an article is known by from one loading to the next, whatever happens to its file: renamed, moved, copied or edited.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleKey {
    /// SHA-256 of the original bytes in hexadecimal.
    pub sha256: String,
    /// The path as the archive was opened with, with `:LINE` when the file holds several articles.
    pub path: String,
    /// The address it was published at; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// The headline, or the first sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// SHA-256 of the cleaned body in hexadecimal, where something is noted of the article as a whole; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// A sketch of the cleaned body, likewise: by it an edited copy is known. `notes::anchoring::sketch` makes it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sketch: String,
}

impl From<ArticleRef<'_>> for ArticleKey {
    fn from(article: ArticleRef<'_>) -> Self {
        Self {
            sha256: hexadecimal(&article.sha256()),
            path: article.place().to_string(),
            url: article.url().unwrap_or_default().to_owned(),
            title: article.title().to_owned(),
            ..Self::default()
        }
    }
}

/// `bytes` as hexadecimal digits, as hashes are written.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default());
    bytes.iter().flat_map(digits).collect()
}

impl ArticleKey {
    /// What `article` is known by.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self {
            sha256: hexadecimal(&article.sha256),
            path: article.place.to_string(),
            url: article.url.as_deref().unwrap_or_default().to_owned(),
            title: article.title.to_string(),
            ..Self::default()
        }
    }

    /// Whether both may be one article, now and at another time: of the same bytes or address, or of the same path and headline.
    ///
    /// That is enough where the words of a passage or a sentence must be there too. What is noted of a whole article asks for its text:
    /// `notes::anchoring::whole`.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        same(&self.sha256, &other.sha256)
            || same(&self.url, &other.url)
            || same(&self.path, &other.path) && same(&self.title, &other.title)
    }
}

/// What an annotation is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "on")]
#[serde(try_from = "Members")]
pub enum Target {
    /// A passage of an article.
    Passage {
        /// The article; annotations of one article share its key.
        article: Arc<ArticleKey>,
        /// The passage.
        anchor: Anchor,
    },
    /// An article as a whole.
    Article {
        /// The article.
        article: Arc<ArticleKey>,
    },
    /// An actor, by its identifier.
    Actor {
        /// The identifier.
        id: String,
    },
    /// A day of the timeline, in ISO 8601.
    Day {
        /// The day.
        day: String,
    },
}

/// The members of a target in JSON, whichever it is. Reading them at once is several times faster than looking for the tag first.
#[derive(Deserialize)]
struct Members {
    on: String,
    article: Option<Arc<ArticleKey>>,
    anchor: Option<Anchor>,
    id: Option<String>,
    day: Option<String>,
}

impl TryFrom<Members> for Target {
    type Error = String;

    fn try_from(members: Members) -> Result<Self, String> {
        let Members { on, article, anchor, id, day } = members;
        match (on.as_str(), article, anchor, id, day) {
            ("passage", Some(article), Some(anchor), ..) => Ok(Self::Passage { article, anchor }),
            ("article", Some(article), ..) => Ok(Self::Article { article }),
            ("actor", _, _, Some(id), _) => Ok(Self::Actor { id }),
            ("day", .., Some(day)) => Ok(Self::Day { day }),
            _ => Err(format!("a target on `{on}` lacks a member or is not known")),
        }
    }
}

impl Target {
    /// The article it is about or in; `None` for an actor or a day.
    #[must_use]
    pub fn article(&self) -> Option<&ArticleKey> {
        match self {
            Self::Passage { article, .. } | Self::Article { article } => Some(article),
            Self::Actor { .. } | Self::Day { .. } => None,
        }
    }

    /// The passage; `None` for a whole article, an actor or a day.
    #[must_use]
    pub fn anchor(&self) -> Option<&Anchor> {
        if let Self::Passage { anchor, .. } = self { Some(anchor) } else { None }
    }
}
