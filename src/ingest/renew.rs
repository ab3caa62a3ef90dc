//! Renewal: an archive brought up to date with its files, and what only the whole archive shows.
//!
//! May touch `cache`, `jobs` and below.

pub(crate) mod incremental;
pub(crate) mod repack;
pub(crate) mod second_pass;
