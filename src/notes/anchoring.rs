//! Anchoring: making the anchor of a passage, and finding the passage again in the text as it is now.
//!
//! It decides over one text ([`body`]) and over which text an annotation belongs to ([`register`], and [`whole`] where there is no passage); it reads no file and changes no
//! annotation. The reader, the export and `liseuse verify` ask it. What counts as the same words is told in [`plain`], what is near
//! enough in [`judge`]; `docs/anchors.md` has the reasons and the figures.

pub mod align;
pub mod article_match;
pub(crate) mod bodies;
pub mod body;
pub mod candidates;
pub mod context;
pub mod decide;
pub mod difference;
pub mod offset_index;
pub mod over_archive;
pub mod pattern;
pub mod plain;
pub mod qgrams;
pub mod sketch;
pub mod whole;
