//! The key of a cache file: what decides what a file gives. A file written with another key is of no use.

use std::hash::Hasher as _;

use twox_hash::XxHash3_64;

use crate::ingest::load_event::Options;

/// What decides what a file gives: the program, its data, and what the person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CacheKey(pub u64);

impl CacheKey {
    /// The key of this build with `options`, with or without the `gazetteer` that comes with it, and the text of the person's corrections to the list of actors.
    #[must_use]
    pub fn new(options: &Options, gazetteer: bool, corrections: &str) -> Self {
        let mut hasher = XxHash3_64::new();
        for part in [env!("CARGO_PKG_VERSION"), env!("LISEUSE_SOURCES"), corrections] {
            hasher.write_usize(part.len());
            hasher.write(part.as_bytes());
        }
        hasher.write_u64(options.max_file_size);
        hasher.write_u8(u8::from(gazetteer));
        Self(hasher.finish())
    }
}
