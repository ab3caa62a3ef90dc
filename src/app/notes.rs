//! Notes: highlights, notes, flags and corrected dates as the reader makes them, on their way to the disk, and out by copy and export.
//!
//! May touch `reader`, `results` and below. What is to be looked through again is `review`'s.

pub mod article_corrections;
pub mod article_flags;
pub mod case;
pub mod clipboard;
pub mod edit_article;
pub mod export;
pub mod highlights;
pub mod ledger;
pub mod note_editor;
pub mod note_editor_keys;
pub mod pin;
pub mod saving;
pub mod undone;
