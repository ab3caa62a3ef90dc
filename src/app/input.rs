//! Dispatch: where a key goes, and what each command does.
//!
//! The highest room: it may touch all others, and only `update` calls it.

pub mod execute;
pub mod filter_keys;
pub mod key_dispatch;
