//! Mapping: the bytes of a cache file in memory without reading them. The one place of the project with `unsafe` in it.

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// The bytes of `file`, which the system reads when they are looked at.
///
/// # Errors
/// When the system refuses.
#[expect(unsafe_code, reason = "a mapped file can be changed by others, which the compiler cannot see")]
pub fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the bytes of a mapping must not change while they are borrowed. Cache files are never written in place: they are
    // made under another name and renamed, and a file that is replaced or deleted stays whole for those who have mapped it.
    // They lie in a folder that only its owner can write to. Someone who cuts such a file by hand while it is mapped makes the
    // system end the program on its next look (SIGBUS); someone who writes into it makes texts wrong, which are read with
    // checks of UTF-8 and of bounds wherever they come from. Neither reaches the archive itself, which is only read.
    unsafe { Mmap::map(file) }
}
