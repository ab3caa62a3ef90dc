//! The cache: archives as they were loaded last, in files that are mapped, so that what has not changed is not read again.
//!
//! One file for each archive under the cache folder, replaced as a whole and never written in place, so that several programs
//! can share it and each keeps the state it opened. Small ones are copied into memory, large ones mapped. Nothing in it is trusted before its checksum was found right; what is not
//! right is read from the archive again. It is a copy: whoever deletes it loses time, nothing else.

pub mod block;
mod folder;
pub(crate) mod groups;
mod header;
mod key;
pub(crate) mod manifest;
mod mapped;
mod owned;
mod reader;
mod renaming;
mod table;
mod writer;

use std::path::PathBuf;

pub use crate::ingest::cache::folder::CachedArchive;
use crate::ingest::cache::folder::{ENDING, entries, folder_of, make_room, mark_used, remove};
use crate::ingest::cache::groups::GroupsFile;
pub use crate::ingest::cache::key::CacheKey;
use crate::ingest::cache::manifest::Manifest;
use crate::ingest::cache::reader::open;
use crate::ingest::cache::table::Roots;
use crate::ingest::cache::writer::write;
use crate::locale::system::system_reason;
use crate::tr;

/// Where archives are kept, and which of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    /// The cache folder of the program, which may hold other things.
    pub folder: PathBuf,
    /// What decides what a file gives.
    pub key: CacheKey,
    /// The most bytes that all archives together may take on disk.
    pub max_size: u64,
    /// An archive whose files have fewer bytes is not kept: reading it is as fast.
    pub least: u64,
    /// A cache file that has at most so many bytes is copied into memory, a larger one is mapped.
    pub copied: u64,
}

impl Cache {
    /// The size of `max_size` when nobody says otherwise.
    pub const MAX_SIZE: u64 = 8 << 30;
    /// The size of `least` when nobody says otherwise.
    pub const LEAST: u64 = 1 << 20;
    /// The size of `copied` when nobody says otherwise. A copy cannot be cut by another program, but takes some 0.7 ms a MiB, most of
    /// it for memory that is used for the first time: this much takes a third of a frame at 60 a second.
    pub const COPIED: u64 = 8 << 20;
}

impl Cache {
    /// What is kept of the archive of `paths`; `None` when nothing is, or nothing that can be used.
    #[must_use]
    pub fn recall(&self, paths: &[PathBuf]) -> Option<Manifest> {
        let roots = Roots::of(paths)?;
        let path = self.path(&roots);
        let catalogue = open((&path, self.copied), self.key, &roots)?;
        mark_used(&path);
        Some(catalogue)
    }

    /// Keeps `catalogue` as the archive of `paths`, unless it is too small or too large to be kept.
    ///
    /// # Errors
    /// When the cache cannot be written.
    pub fn keep(&self, paths: &[PathBuf], catalogue: &Manifest) -> Result<(), CacheError> {
        let bytes: u64 = (0..catalogue.files.len()).map(|at| catalogue.files.stamp(at).size).sum();
        let Some(roots) = Roots::of(paths).filter(|_| bytes >= self.least) else { return Ok(()) };
        let folder = folder_of(&self.folder);
        let failed = |source| CacheError { folder: folder.clone(), source };
        let size = write(&folder, &self.path(&roots), self.max_size, (self.key, &roots), catalogue).map_err(failed)?;
        if size.is_some() {
            make_room(&folder, self.max_size, &self.path(&roots)).map_err(failed)?;
        }
        Ok(())
    }

    /// Where families and stories of the archive of `paths` are kept, for the facts it is loaded with.
    #[must_use]
    pub(crate) fn groups(&self, paths: &[PathBuf]) -> Option<GroupsFile> {
        let roots = Roots::of(paths)?;
        Some(GroupsFile::beside(&self.path(&roots), self.key, self.least))
    }

    /// What is kept, by name of file.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn entries(&self) -> Result<Vec<CachedArchive>, CacheError> {
        let folder = folder_of(&self.folder);
        entries(&folder, self.key).map_err(|source| CacheError { folder, source })
    }

    /// Deletes what is kept at `entry`.
    ///
    /// # Errors
    /// When it cannot be deleted.
    pub fn forget(&self, entry: &CachedArchive) -> Result<(), CacheError> {
        remove(&entry.path).map_err(|source| CacheError { folder: folder_of(&self.folder), source })
    }

    fn path(&self, roots: &Roots) -> PathBuf {
        folder_of(&self.folder).join(format!("{:016x}.{ENDING}", roots.number()))
    }
}

/// Why the cache is of no use. The archives can still be read, from their files.
#[derive(Debug, thiserror::Error)]
#[error("{}", tr!("cannot use the cache in {path}: {source}", path = folder.display(), source = system_reason(source)))]
pub struct CacheError {
    /// Where.
    folder: PathBuf,
    /// Why.
    source: std::io::Error,
}
