//! Results: asks the workers what the panes show of a selection, takes the answers in, and swaps in a reloaded archive.
//!
//! May touch `sync` and the panes. Must not know how a selection came about.

pub(crate) mod gather_groups;
pub mod reload;
pub mod search_requests;
