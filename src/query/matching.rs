//! Matching: where the words of a query stand in a line or a text, each text as it was written.
//!
//! `fuzzy` and `headlines` rank lines, `pattern` and `search` go over whole texts, `marker` says what a match shows of itself. Which
//! articles a query wants is `query::evaluate`; nothing here knows an index.

pub mod fuzzy;
pub mod headlines;
pub mod marker;
pub mod names;
pub mod pattern;
pub mod search;
pub mod terms;
