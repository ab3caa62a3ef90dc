//! Drafts of annotations as they were read, whatever the form: what the readers of each form give, and `settle` takes.

use thiserror::Error;

use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::tr;

/// The colour of a highlight that came without one and without a note, so that there is something to see.
pub const COLOR: &str = "quote";

/// The forms that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportForm {
    /// Our own JSON.
    Own,
    /// The W3C Web Annotation Data Model.
    JsonLd,
    /// The JSON that Hypothesis exports or its API answers.
    Hypothesis,
    /// The CSV that Readwise imports or exports.
    Readwise,
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Drafts {
    /// The form.
    pub form: ImportForm,
    /// Annotations as they came; those of foreign forms have anchors without positions.
    pub annotations: Vec<Annotation>,
    /// How many records are no annotation that can be kept, such as answers to others.
    pub passed_over: usize,
}

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// It is in no form that is known.
    #[error("{}", tr!("it is neither JSON of liseuse, W3C JSON-LD, JSON of Hypothesis nor CSV of Readwise"))]
    Unknown,
    /// A newer version of the program wrote it.
    #[error("{}", tr!("it was written by a newer version of liseuse (format {what}); use that one", what = .0))]
    Newer(u64),
    /// It is damaged.
    #[error("{0}")]
    Damaged(String),
}

impl ImportForm {
    /// Its name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => tr!("JSON of liseuse"),
            Self::JsonLd => "W3C JSON-LD",
            Self::Hypothesis => tr!("JSON of Hypothesis"),
            Self::Readwise => tr!("CSV of Readwise"),
        }
    }
}

/// The article of `target` and the words quoted, as far as it has them.
#[must_use]
pub fn place(target: &Target) -> (Option<&ArticleKey>, &str) {
    match target {
        Target::Passage { article, anchor } => (Some(article), &anchor.exact),
        Target::Article { article } => (Some(article), ""),
        Target::Actor { .. } | Target::Day { .. } => (None, ""),
    }
}
