//! Going over notes: the list of all of them, those that are not where they were, and those that were written twice.
//!
//! May touch `notes` and below.

pub mod anchor_check;
pub mod anchor_report;
pub mod attach;
pub mod notes_pane;
pub mod notes_pane_keys;
pub mod review_decisions;
pub mod review_keys;
pub mod review_list;
pub(crate) mod settling;
