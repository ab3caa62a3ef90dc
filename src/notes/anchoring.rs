//! Anchoring: making the anchor of a passage, and finding the passage again in the text as it is now.
//!
//! It decides over one text ([`body`]) and over which text an annotation belongs to ([`article_match`], and [`whole`] where there is no
//! passage); it reads no file and changes no annotation. The reader, the export and `liseuse verify` ask it. What counts as the same
//! words is said in [`plain`], what is near enough in [`decide`]; `docs/anchors.md` has the reasons and the figures.

pub mod align;
pub mod article_match;
pub mod belonging;
pub(crate) mod bodies;
pub mod body;
pub mod by_key;
pub mod candidates;
pub mod context;
pub mod decide;
pub mod difference;
pub(crate) mod key_match;
pub mod offset_index;
pub mod over_archive;
pub mod pattern;
pub mod plain;
pub mod qgrams;
pub(crate) mod same_headline;
pub mod sketch;
pub mod whole;
pub(crate) mod whole_match;
