//! Formats: one file for each, from text to drafts.
//!
//! May touch `source` and, where documents become articles, `rules`. Must not know where the files come from, nor what else the archive holds.

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
