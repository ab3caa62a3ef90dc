//! The bytes of a cache file: those of a small one copied, those of a large one mapped, in memory without reading them. The one place
//! of the project with `unsafe` in it.

use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Deref;
use std::path::Path;

use memmap2::Mmap;

use crate::config::regular_file;
use crate::ingest::cache::owned;

/// The bytes of a cache file.
pub enum Bytes {
    /// Those of a file that is mapped: the system reads them when they are looked at.
    Mapped(Mmap),
    /// A copy, in words, so that columns lie in it as they must; and how many bytes of it count.
    Copied(Vec<u64>, usize),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Mapped(map) => map,
            Self::Copied(words, len) => bytemuck::cast_slice(words).get(..*len).unwrap_or_default(),
        }
    }
}

/// The bytes of the file at `path`: a copy when there are at most `copied`.
///
/// # Errors
/// When the system refuses, it is no regular file, or another person could have written it.
pub fn open(path: &Path, copied: u64) -> io::Result<Bytes> {
    let mut file = regular_file::open(path)?;
    if !owned::is_own(&file, path)? {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    match file.metadata()?.len() {
        len if len > copied => Ok(Bytes::Mapped(map(&file)?)),
        len => {
            let len = usize::try_from(len).map_err(io::Error::other)?;
            let mut words = vec![0_u64; len.div_ceil(size_of::<u64>())];
            // One that is cut now is reported as cut.
            file.read_exact(bytemuck::cast_slice_mut(&mut words).get_mut(..len).unwrap_or_default())?;
            Ok(Bytes::Copied(words, len))
        }
    }
}

#[expect(unsafe_code, reason = "a mapped file can be changed by others, which the compiler cannot see")]
fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the bytes of a mapping must not change while they are borrowed. Cache files are never written in place: they are
    // made under another name and renamed, and a file that is replaced or deleted stays whole for those who have mapped it.
    // They are taken only where nobody else can write (`owned`). Someone who cuts such a file by hand while it is mapped makes the
    // system end the program on its next look (SIGBUS), and `runtime/guardian` gives the terminal back; someone who writes into it
    // makes texts wrong, which are read with checks of UTF-8 and of bounds wherever they come from. Neither reaches the archive
    // itself, which is only read.
    unsafe { Mmap::map(file) }
}
