//! Filtering: what changes the selection, by pickers, by ranges of the histogram and the timeline, and by a search.
//!
//! May touch `results`, `reader` and below. Must not know notes.

pub mod filtering;
pub mod find;
pub mod histogram_range;
pub mod ranges;
pub mod remember_query;
pub mod timeline_date;
pub mod timeline_range;
