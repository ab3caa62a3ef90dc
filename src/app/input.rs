//! Dispatch: where a key goes, and what each command does.
//!
//! The highest room: it may touch all others, and only `update` calls it.

pub mod execute;
pub mod filter_keys;
pub mod handler;
pub mod handlers;
pub mod key_dispatch;
pub mod layers;
pub mod mouse;
pub(crate) mod named_command;
pub mod overlay_keys;
pub mod pane_commands;
pub mod pick_theme;
pub mod prompt_keys;
pub mod type_ahead;
