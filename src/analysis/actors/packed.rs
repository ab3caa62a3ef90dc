//! The form in which the list of actors is packed into the program: the signs between its parts, none of which a text holds.
//!
//! `build.rs` packs with them, `asset` unpacks with them: neither JSON nor its reader is needed to open the reading room.

/// Ends a record: the words, then each actor.
pub const RECORD: char = '\u{1e}';
/// Stands between the fields of a record.
pub const FIELD: char = '\u{1f}';
/// Stands between the items of a list.
pub const ITEM: char = '\u{1d}';
/// Stands between the parts of an office.
pub const PART: char = '\u{1c}';
