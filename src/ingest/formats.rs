//! Formats: one file for each shape a document can have, from its text to a draft.
//!
//! They may touch drafts, the text layer and the readers of dates and names in `rules`; what a line of a text is they leave to `rules`,
//! and they read no file.

/// Public for its measurement alone: see `benches/ingest.rs`.
#[doc(hidden)]
pub mod document;
pub(crate) mod feed;
pub(crate) mod fields;
pub(crate) mod front_matter;
pub(crate) mod html;
pub(crate) mod html_meta;
pub(crate) mod html_text;
pub(crate) mod json;
pub(crate) mod json_lines;
pub(crate) mod mail;
pub(crate) mod markdown;
pub(crate) mod md_body;
pub(crate) mod plain;
