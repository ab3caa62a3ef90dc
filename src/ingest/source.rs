//! Sources: which files there are, their bytes, their encoding and their format.
//!
//! Touches the disk, to read. Must not know articles, nor what a line means.

pub(crate) mod decode;
pub(crate) mod double_utf8;
pub(crate) mod folder_notes;
pub(crate) mod format;
pub(crate) mod json_repair;
pub(crate) mod line_ends;
pub(crate) mod mixed_utf8;
pub(crate) mod read;
pub(crate) mod walk;
mod western;
