//! A format: what it is called, how it is told, and how it is read. The table of all of them is `formats`.

use std::fmt;

use crate::ingest::formats::cuts::Records;
use crate::ingest::formats::documents::Press;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};

/// A format.
pub struct KnownFormat {
    /// Its name.
    pub name: &'static str,
    /// What such files are, in one line.
    pub about: &'static str,
    /// How it is told and read.
    pub(crate) reader: FormatReader,
    /// Where the records of a long file begin; `None` when it is read as a whole.
    pub(crate) records: Option<Records>,
    /// Whether documents of word processors and letters may hold such a text.
    pub(super) in_documents: bool,
}

/// Hands over the files that bytes hold, each with its name; says why it stops where it does.
pub(crate) type Members = fn(&[u8], &mut dyn FnMut(&str, &[u8])) -> Result<(), String>;

/// How a format is told and read. What is told says why, in a clause.
pub(crate) enum FormatReader {
    /// From a text.
    Text(fn(&Sample<'_>) -> Option<&'static str>, fn(&Text<'_>, &mut Output<'_>)),
    /// From bytes that hold files, each of which is read as if it stood alone.
    Members(fn(&[u8]) -> Option<&'static str>, Members),
    /// From bytes that are no text. A document is read as an export of a press database where it holds one.
    Bytes(fn(&[u8]) -> Option<&'static str>, fn(&[u8], Press, &mut Output<'_>)),
}

impl fmt::Debug for KnownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KnownFormat({})", self.name)
    }
}

impl KnownFormat {
    pub(super) const fn new(
        name: &'static str,
        about: &'static str,
        recognize: fn(&Sample<'_>) -> Option<&'static str>,
        read: fn(&Text<'_>, &mut Output<'_>),
    ) -> Self {
        Self { name, about, reader: FormatReader::Text(recognize, read), records: None, in_documents: false }
    }

    pub(super) const fn bytes(
        name: &'static str,
        about: &'static str,
        recognize: fn(&[u8]) -> Option<&'static str>,
        read: fn(&[u8], Press, &mut Output<'_>),
    ) -> Self {
        Self { name, about, reader: FormatReader::Bytes(recognize, read), records: None, in_documents: false }
    }

    pub(super) const fn members(
        name: &'static str,
        about: &'static str,
        recognize: fn(&[u8]) -> Option<&'static str>,
        each: Members,
    ) -> Self {
        Self { name, about, reader: FormatReader::Members(recognize, each), records: None, in_documents: false }
    }

    /// The same; documents of word processors may hold such a text.
    pub(super) const fn also_in_documents(self) -> Self {
        Self { in_documents: true, ..self }
    }

    /// Reads a text of it.
    pub(crate) fn read_text(&self, text: &Text<'_>, out: &mut Output<'_>) {
        if let FormatReader::Text(_, read) = self.reader {
            read(text, out);
        }
    }

    /// Reads bytes of it; `press` reads the text of a document.
    pub(crate) fn read_bytes(&self, bytes: &[u8], press: Press, out: &mut Output<'_>) {
        if let FormatReader::Bytes(_, read) = self.reader {
            read(bytes, press, out);
        }
    }
}
