//! Blocks: stretches of a cache file that are trusted once their checksum was found right, which is looked at when they are
//! first read.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use twox_hash::XxHash3_64;

use crate::ingest::cache::mapped::Bytes;

/// Columns begin at multiples of this, so that they can be read as what they are and lie well in the processor's cache.
pub const ALIGN: usize = 64;

/// The checksum of `bytes`: XXH3, which is not made against forgery, only against accidents, and is as fast as memory.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    XxHash3_64::oneshot(bytes)
}

/// Lays `columns` one after the other, each aligned, behind what is in `bytes`.
pub fn lay(columns: &[&[u8]], bytes: &mut Vec<u8>) {
    for column in columns {
        bytes.resize(bytes.len().next_multiple_of(ALIGN), 0);
        bytes.extend_from_slice(column);
    }
}

/// Where columns of the given lengths lie when they were laid out behind `start`; they end where memory does.
pub fn places(start: usize, lengths: &[u64]) -> impl Iterator<Item = Range<usize>> {
    let mut end = start;
    lengths.iter().map_while(move |length| {
        let start = end.checked_next_multiple_of(ALIGN)?;
        end = start.checked_add(usize::try_from(*length).ok()?)?;
        Some(start..end)
    })
}

/// A stretch of a mapped file. It reads as empty when it is not as it was written.
pub struct MappedBlock {
    map: Arc<Bytes>,
    range: Range<usize>,
    checksum: u64,
    sound: OnceLock<bool>,
}

impl MappedBlock {
    /// The stretch `range` of `map`, which was written with `checksum`.
    #[must_use]
    pub(crate) fn new(map: &Arc<Bytes>, range: Range<usize>, checksum: u64) -> Self {
        Self { map: Arc::clone(map), range, checksum, sound: OnceLock::new() }
    }

    /// Whether it is as it was written. The first to ask waits for the sum of its bytes.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        *self.sound.get_or_init(|| self.unchecked().is_some_and(|bytes| checksum(bytes) == self.checksum))
    }

    fn unchecked(&self) -> Option<&[u8]> {
        self.map.get(self.range.clone())
    }
}

impl AsRef<[u8]> for MappedBlock {
    fn as_ref(&self) -> &[u8] {
        if self.is_sound() { self.unchecked().unwrap_or_default() } else { &[] }
    }
}

impl fmt::Debug for MappedBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Block({:?}, {:?})", self.range, self.sound.get())
    }
}
