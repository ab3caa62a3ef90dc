//! Keys: how they are written, the table of commands with their default keys, and the keymap that ties them.
//!
//! The lowest room of `app`: it knows no state and no other room.

pub mod command;
pub mod key;
pub mod keymap;
pub mod keys_page;
pub mod scope;
pub(crate) mod user_keys;
