//! Loading: one archive from its files, from the cache, or from both. The room that the rest of the program calls.
//!
//! May touch every room of `ingest`.

pub(crate) mod archive_loader;
pub(crate) mod discover_actors;
pub mod inspection;
pub(crate) mod sample;
