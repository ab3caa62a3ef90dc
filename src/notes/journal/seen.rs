//! How far a journal was read, and whether a file of that name is still the one that was read.

use std::io;

use twox_hash::XxHash3_64;

use crate::notes::journal::disk::{DiskFile, FileFacts};

/// How much of what was read last tells whether a file has only been added to.
const TAIL: u64 = 4096;

/// How far a file was read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// What could be told of it then.
    pub(super) facts: FileFacts,
    /// So many bytes of it.
    pub(super) read: u64,
    /// So many lines of it.
    pub(super) lines: u64,
    /// A hash of the last [`TAIL`] bytes of what was read.
    pub(super) tail: u64,
    /// Whether its name is known to be on the disk.
    pub(super) named: bool,
}

impl Seen {
    /// Whether `file`, of which `now` can be told, still begins with what was read of it: it is the same file and was only added to, not
    /// written over in its place.
    pub(super) fn is_start_of(&self, now: &FileFacts, file: &mut dyn DiskFile) -> io::Result<bool> {
        if self.facts.identity != now.identity || now.len < self.read {
            return Ok(false);
        }
        let is_untouched = self.facts.changed == now.changed;
        Ok(is_untouched || (now.len > self.facts.len && self.tail_of(file)? == self.tail))
    }

    /// A hash of the last [`TAIL`] bytes of what was read.
    pub(super) fn tail_of(&self, file: &mut dyn DiskFile) -> io::Result<u64> {
        let from = self.read.saturating_sub(TAIL);
        let bytes = file.read(from, usize::try_from(self.read - from).unwrap_or_default())?;
        Ok(XxHash3_64::oneshot(&bytes))
    }
}
