//! Completion: what could be typed next in the filter line or as a tag, and the queries typed before.
//!
//! May touch `widget`. Must not change the selection.

pub mod complete;
pub mod completion_source;
pub mod tag_completion;
