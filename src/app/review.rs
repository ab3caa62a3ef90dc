//! Going over notes: the list of all of them, and those that are not where they were.
//!
//! May touch `notes` and below.

pub mod anchor_check;
pub mod anchor_report;
pub mod attach;
pub mod notes_pane;
pub mod notes_pane_keys;
pub mod review_keys;
pub mod review_list;
