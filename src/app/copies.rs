//! Copies and stories: two versions of a text side by side, and the sheet of an event over papers.
//!
//! May touch the state, `reader` and what the index of groups knows. Must not know keys; `input` hands commands on.

pub mod compare_keys;
pub mod compare_page;
pub mod event_page;
pub mod family_keys;
pub mod sheet_keys;
pub mod sheet_page;
