//! Anchors: the place of a passage in a text, told so that it is found again when the text has changed.
//!
//! The terms are those of the W3C Web Annotation Data Model (2017): a text quotation selector (section 4.2.4) with its context, a
//! text position selector (4.2.5), and the state of the text they were taken from. Finding them again is the work of `notes`.

use serde::{Deserialize, Serialize};

use crate::tr_later;

/// Where a passage stands, by its words, its surroundings and its position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words quoted, as they stand in the cleaned body.
    pub exact: String,
    /// The words before it; empty at the head of the body.
    pub prefix: String,
    /// The words behind it; empty at the end of the body.
    pub suffix: String,
    /// The first code point in the cleaned body.
    pub start: u32,
    /// Behind the last code point.
    pub end: u32,
    /// SHA-256 of the cleaned body in hexadecimal: while it is the same, so is the position.
    pub text: String,
    /// The version of the program that cleaned the body.
    pub extractor: String,
}

impl Anchor {
    /// How many code points of context are kept on each side: about ten words, of which some may change.
    pub const CONTEXT: usize = 64;
}

/// How well an annotation has found its place again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnchorState {
    /// The words stand where they stood.
    #[default]
    Exact,
    /// The same words stand elsewhere.
    Moved,
    /// The words have changed, and no other place comes near.
    Altered,
    /// Several places are as good as each other.
    Ambiguous,
    /// Neither the words nor anything like them is there.
    Orphan,
}

impl AnchorState {
    /// The word that people and JSON see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => tr_later!("exact"),
            Self::Moved => tr_later!("moved"),
            Self::Altered => tr_later!("altered"),
            Self::Ambiguous => tr_later!("ambiguous"),
            Self::Orphan => tr_later!("orphan"),
        }
    }
}
