//! The files inside a ZIP container, each read within a limit: what office documents and books are made of.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// The bytes of one file inside, unpacked: more is an attack on memory, not a text.
pub(crate) const LARGEST: u64 = 256 << 20;
/// The files inside: a book has some thousands at most.
const MOST: usize = 20_000;

/// An opened container.
pub(crate) struct Zipped<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Zipped<'a> {
    /// The container in `bytes`; `None` when they are none, or one with more files than any document.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        (archive.len() <= MOST).then_some(Self { archive })
    }

    /// Whether it holds a file called `name`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The names of its files.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.archive.file_names().flatten().map(Cow::into_owned).collect();
        names.sort_unstable();
        names
    }

    /// The bytes of the file `name`.
    ///
    /// # Errors
    /// Says why they cannot be had.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, String> {
        let file = self.archive.by_name(name).map_err(|error| format!("cannot be unpacked: {error}"))?;
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| format!("cannot be unpacked: {error}"))?;
        if bytes.len() as u64 > LARGEST {
            return Err(format!("unpacks to more than {} MiB", LARGEST >> 20));
        }
        Ok(bytes)
    }

    /// The text of the file `name`, in UTF-8.
    ///
    /// # Errors
    /// Says why it cannot be had.
    pub(crate) fn text(&mut self, name: &str) -> Result<String, String> {
        self.bytes(name).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }
}
