//! The records of a web archive, one behind the other, read from any source: no more than one is held in memory.
//!
//! A record is a head of `Name: value` lines and as many bytes as it says. Called by `warc` alone.

use std::io::{self, BufRead, Read as _};

use crate::ingest::formats::packed::warc::http;

/// A record.
pub(super) struct ArchiveRecord {
    pub(super) kind: String,
    pub(super) address: String,
    pub(super) content: String,
    pub(super) block: Vec<u8>,
    /// Whether there was more of it than is read of one record.
    pub(super) is_cut: bool,
}

/// What comes next.
pub(super) enum ArchivePiece {
    Record(ArchiveRecord),
    /// What stands there is no record, and why.
    Broken(String),
}

/// The bytes of a record that are kept: a page has less, and films are left out.
const LARGEST: u64 = 64 << 20;
/// The bytes of a record that tell whether it is a page.
const TELLING: u64 = 64 << 10;
/// The bytes of the head of a record.
const HEAD: u64 = 256 << 10;

/// Reads records.
pub(super) struct ArchiveRecords<R> {
    source: R,
    is_arc: Option<bool>,
    /// The line that a search for the next record found.
    opening: Option<Vec<u8>>,
    done: bool,
}

/// The head of a record, and how long its block is.
type Head = (ArchiveRecord, u64);

impl<R: BufRead> ArchiveRecords<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, is_arc: None, opening: None, done: false }
    }

    /// The next record; `None` at the end.
    pub(super) fn next(&mut self) -> Option<ArchivePiece> {
        if self.done {
            return None;
        }
        let next = self.read().unwrap_or_else(|error| {
            self.done = true;
            Some(ArchivePiece::Broken(format!("the archive breaks off: {error}")))
        });
        self.done |= next.is_none();
        next
    }

    fn read(&mut self) -> io::Result<Option<ArchivePiece>> {
        let found = self.opening.take();
        let Some(line) = found.map_or_else(|| self.opening_line(), |line| Ok(Some(line)))? else { return Ok(None) };
        let is_arc = *self.is_arc.get_or_insert_with(|| line.starts_with(b"filedesc://"));
        let head = if is_arc { arc_head(&line) } else { self.warc_head(line)? };
        if let Some(head) = head {
            return self.block(head).map(|record| Some(ArchivePiece::Record(record)));
        }
        // What is no record may be followed by some.
        if is_arc {
            self.done = true;
        } else {
            self.resume()?;
        }
        Ok(Some(ArchivePiece::Broken("the record of the archive is broken".to_owned())))
    }

    /// The next line with something in it.
    fn opening_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            let line = self.line()?;
            if line.is_empty() || !line.trim_ascii().is_empty() {
                return Ok(Some(line).filter(|line| !line.is_empty()));
            }
        }
    }

    /// A line with its end, as much of it as a head may have.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        (&mut self.source).take(HEAD).read_until(b'\n', &mut line)?;
        Ok(line)
    }

    /// Looks for the next line that opens a record.
    fn resume(&mut self) -> io::Result<()> {
        loop {
            let line = self.line()?;
            if line.is_empty() || line.starts_with(b"WARC/1.") {
                self.opening = Some(line).filter(|line| !line.is_empty());
                return Ok(());
            }
        }
    }

    fn warc_head(&mut self, line: Vec<u8>) -> io::Result<Option<Head>> {
        if !line.trim_ascii_start().starts_with(b"WARC/") {
            return Ok(None);
        }
        let mut head = line;
        loop {
            let line = self.line()?;
            head.extend_from_slice(&line);
            if line.trim_ascii().is_empty() {
                break;
            }
            if head.len() as u64 > HEAD {
                return Ok(None);
            }
        }
        let Some((fields, _)) = http::fields(&head) else { return Ok(None) };
        let value =
            |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default();
        let Ok(length) = value("content-length").parse::<u64>() else { return Ok(None) };
        let (kind, address, content) = (value("warc-type"), value("warc-target-uri"), value("content-type"));
        Ok(Some((ArchiveRecord { kind, address, content, block: Vec::new(), is_cut: false }, length)))
    }

    /// Reads the block of a record; of one that is no page only what tells so.
    fn block(&mut self, (mut record, length): Head) -> io::Result<ArchiveRecord> {
        (&mut self.source).take(length.min(TELLING)).read_to_end(&mut record.block)?;
        let kept = if may_be_page(&record) { length.min(LARGEST) } else { TELLING };
        (&mut self.source).take(kept.saturating_sub(TELLING)).read_to_end(&mut record.block)?;
        let rest = length.saturating_sub(record.block.len() as u64);
        record.is_cut = rest > 0 && io::copy(&mut (&mut self.source).take(rest), &mut io::sink())? > 0;
        Ok(record)
    }
}

/// Whether the first bytes of a record may be those of a page or a text.
fn may_be_page(record: &ArchiveRecord) -> bool {
    match http::ServerAnswer::of(&record.block) {
        Some(answer) => answer.is_found() && answer.is_page(),
        None => matches!(&*record.kind, "response" | "resource" | "conversion"),
    }
}

/// The head of a record of an ARC file: a line of the address, the host, the moment, the kind and the length.
fn arc_head(line: &[u8]) -> Option<Head> {
    let line = String::from_utf8_lossy(line);
    let (head, length) = line.trim_end().rsplit_once(' ')?;
    let length = length.parse::<u64>().ok()?;
    let address = head.split(' ').next().unwrap_or_default().to_owned();
    let kind = if address.starts_with("http") { "response" } else { "warcinfo" }.to_owned();
    let content = if kind == "response" { "application/http" } else { "" }.to_owned();
    Some((ArchiveRecord { kind, address, content, block: Vec::new(), is_cut: false }, length))
}
