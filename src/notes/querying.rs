//! The notes as queries ask for them: which articles they are on, and a record of each for the language that asks for articles.
//!
//! `query` never sees the notes themselves; what it may ask is handed to it from here.

pub mod annotation_facts;
pub mod note_filter;
pub mod note_records;
