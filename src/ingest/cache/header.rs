//! The head of a cache file: that it is one, of which version, how long, and where its table lies.

use std::ops::Range;

use crate::ingest::cache::block::checksum;
use crate::ingest::cache::key::CacheKey;

/// The bytes of a header.
pub const SIZE: usize = 64;
const MAGIC: [u8; 8] = *b"LISEUSE\n";
/// The version of the layout. Columns are written as they lie in memory, so that their kinds and order are part of it.
const FORMAT: u32 = 3;
/// Reads differently on a machine that has its bytes in another order.
const ORDER: u32 = 0x0102_0304;

/// What stands in the head of a cache file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheHeader {
    /// The key it was written with.
    pub key: CacheKey,
    /// The bytes of the whole file.
    pub size: u64,
    /// Where the table begins.
    pub table: u64,
    /// The bytes of the table.
    pub table_size: u64,
    /// The checksum of the table.
    pub table_sum: u64,
}

impl CacheHeader {
    /// Its bytes, their own checksum last.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(SIZE);
        bytes.extend(MAGIC);
        bytes.extend(FORMAT.to_ne_bytes());
        bytes.extend(ORDER.to_ne_bytes());
        for number in [self.key.0, self.size, self.table, self.table_size, self.table_sum] {
            bytes.extend(number.to_ne_bytes());
        }
        bytes.extend(checksum(&bytes).to_ne_bytes());
        bytes
    }

    /// The header of the file with the bytes `file`; `None` when it is no cache file of this version, or not all of one.
    #[must_use]
    pub fn of(file: &[u8]) -> Option<Self> {
        let number = |at: usize| Some(u64::from_ne_bytes(file.get(at..at + 8)?.try_into().ok()?));
        let header = Self {
            key: CacheKey(number(16)?),
            size: number(24)?,
            table: number(32)?,
            table_size: number(40)?,
            table_sum: number(48)?,
        };
        let whole = header.size == file.len() as u64;
        (whole && file.get(..SIZE)? == header.bytes()).then_some(header)
    }

    /// Where the table lies.
    #[must_use]
    pub fn table_range(&self) -> Option<Range<usize>> {
        let start = usize::try_from(self.table).ok()?;
        Some(start..start.checked_add(usize::try_from(self.table_size).ok()?)?)
    }
}
