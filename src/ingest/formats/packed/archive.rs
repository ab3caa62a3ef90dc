//! Archives of files, in ZIP and tar: how corpora are passed on. Each file in them is read as if it stood alone.
//!
//! Hidden files and what systems add are passed over, as they are in folders. Sizes are bounded: an archive of some kilobytes can unpack to
//! anything.

use std::io::Read as _;

use tar::Archive;

use crate::ingest::formats::packed::zipped::{LARGEST, Zipped};
use crate::ingest::source::format::ZIP;

/// Files of an archive.
const MOST: usize = 20_000;
/// Bytes of all files of an archive, unpacked.
const ALL: u64 = 1 << 30;

/// Why bytes are a tar archive (POSIX.1-2017, pax, ustar interchange format).
pub(crate) fn recognize_tar(bytes: &[u8]) -> Option<&'static str> {
    const MARK: usize = 257;
    let marked = bytes.get(MARK..MARK + 5) == Some(b"ustar");
    marked.then_some("its first block is the head of a file in an archive")
}

/// Why bytes are a ZIP archive; documents and books are known before.
pub(crate) fn recognize_zip(bytes: &[u8]) -> Option<&'static str> {
    // What programs pack is no archive of texts, though nobody knows the document: office documents, programs.
    const PACKED: [&str; 3] = ["[content_types].xml", "mimetype", "meta-inf/manifest.mf"];
    let is_packed = |name: &String| PACKED.contains(&&*name.to_ascii_lowercase());
    let is_archive = || {
        Zipped::open(bytes).is_some_and(|zipped| {
            let names = zipped.names();
            names.iter().any(|name| is_shown(name)) && !names.iter().any(is_packed)
        })
    };
    (bytes.starts_with(ZIP) && is_archive()).then_some("it is a ZIP container with files in it")
}

/// Whether a file of an archive is looked at: none of its folders is hidden, and it is no folder.
fn is_shown(name: &str) -> bool {
    let is_hidden = |part: &str| part.starts_with('.') && part != "." || part == "__MACOSX";
    !name.ends_with('/') && !name.split('/').any(is_hidden)
}

/// Hands over the files of a ZIP archive.
pub(crate) fn members_of_zip(bytes: &[u8], take: &mut dyn FnMut(&str, &[u8])) -> Result<(), String> {
    let mut zipped = Zipped::open(bytes).ok_or("is a damaged container")?;
    let (mut all, mut broken) = (0, Ok(()));
    for name in zipped.names().into_iter().filter(|name| is_shown(name)) {
        match zipped.bytes(&name) {
            Ok(content) => {
                within(&mut all, content.len())?;
                take(&name, &content);
            }
            Err(error) => broken = Err(format!("{name} {error}")),
        }
    }
    broken
}

/// Hands over the files of a tar archive.
pub(crate) fn members_of_tar(bytes: &[u8], take: &mut dyn FnMut(&str, &[u8])) -> Result<(), String> {
    let broken = |error: std::io::Error| format!("the archive breaks off: {error}");
    let (mut archive, mut all) = (Archive::new(bytes), 0);
    for entry in archive.entries().map_err(broken)?.take(MOST) {
        let mut entry = entry.map_err(broken)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !entry.header().entry_type().is_file() || !is_shown(&name) {
            continue;
        }
        if entry.size() > LARGEST {
            return Err(format!("unpacks to more than {} MiB", LARGEST >> 20));
        }
        let mut content = Vec::new();
        let read = entry.read_to_end(&mut content);
        within(&mut all, content.len())?;
        take(&name, &content);
        read.map_err(broken)?;
    }
    Ok(())
}

/// Counts `more` bytes of an archive.
fn within(all: &mut u64, more: usize) -> Result<(), String> {
    *all += more as u64;
    if *all > ALL { Err(format!("unpacks to more than {} MiB", ALL >> 20)) } else { Ok(()) }
}
