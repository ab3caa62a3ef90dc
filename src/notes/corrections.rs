//! What the reader set right: the facts of articles, and which articles are one text.
//!
//! Corrections are actions like all else, so they are undone and travel alike; here they are read from the notes and laid over an
//! archive, which itself is not changed.

pub mod article_corrections;
pub mod article_field;
pub mod family_edits;
