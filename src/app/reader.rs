//! Going through texts: the cursor and the selection in the reader, visits to events, names and hits, and the way back.
//!
//! May touch `sync` and the panes. Must not know notes.

pub mod address;
pub mod fulltext_hits;
pub mod next_article;
pub mod outline;
pub mod selection;
pub mod visit;
