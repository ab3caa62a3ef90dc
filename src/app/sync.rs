//! Keeping the panes together: an article into the reader, panes that follow each other, and what stays in view when the
//! archive or its actors change.
//!
//! May touch the panes and `completion`. Must not ask for a search; `results` does.

pub mod actor_remap;
pub mod open_article;
pub mod pane_sync;
