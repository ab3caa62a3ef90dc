//! Actors: the page of one, and what a person corrects in the list of them.
//!
//! May touch `filter`, `reader` and below. Must not know notes.

pub mod actor_page;
pub mod actor_page_keys;
pub mod edit_actor;
