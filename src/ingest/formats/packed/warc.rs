//! Web archives: WARC (ISO 28500), its forerunner ARC, and WACZ, which packs several. A page that was captured is an article.
//!
//! A record is a head of `Name: value` lines and as many bytes as it says, one behind the other, so that a reader of our own is a few lines
//! and needs no crate. What a server answered is `http`'s. The moment of a capture is not the day of publication.

mod http;
mod records;

use std::fs::File;
use std::io;
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use crate::ingest::draft::Draft;
use crate::ingest::formats::captured;
use crate::ingest::formats::documents::Press;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::packed::warc::http::{ServerAnswer, decoded};
use crate::ingest::formats::packed::warc::records::{ArchivePiece, ArchiveRecord, ArchiveRecords};
use crate::ingest::formats::packed::zipped::{LARGEST, Zipped};
use crate::ingest::formats::plain;
use crate::ingest::formats::reading::{FileName, Reading, Taken};
use crate::ingest::source::format::ZIP;
use crate::model::article::Encoding;

/// Why bytes are a web archive.
pub(crate) fn recognize(bytes: &[u8]) -> Option<&'static str> {
    let begins = |mark: &[u8]| bytes.trim_ascii_start().starts_with(mark);
    if begins(b"WARC/") {
        return Some("it opens with a record of WARC");
    }
    begins(b"filedesc://").then_some("it opens with the description of an ARC file")
}

/// Reads a web archive.
pub(crate) fn read(bytes: &[u8], _: Press, out: &mut Output<'_>) {
    records(bytes, out);
    if out.upcoming() == 1 {
        out.fail("is a web archive without a page");
    }
}

/// Why `head`, the first bytes of a long file, are those of a web archive, packed or not.
pub(crate) fn recognize_long(head: &[u8]) -> Option<&'static str> {
    if !head.starts_with(GZIP) {
        return recognize(head);
    }
    let mut plain = Vec::new();
    // The head breaks off in the midst, so that an error is no surprise.
    let _ = MultiGzDecoder::new(head).take(64).read_to_end(&mut plain);
    recognize(&plain)
}

/// What the long archive at `path` is taken for; `None` when it is none or cannot be read.
pub(crate) fn taken_of(path: &Path) -> Option<Taken> {
    const HEAD: u64 = 64 << 10;
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)).ok()?;
    recognize_long(&head).map(|why| Taken { format: NAME, why })
}

/// Reads the archive at `path` record by record, so that no more than one is held, and shows to `take` what is known after each:
/// `reading` is the account of the whole, of which `take` may carry away what it holds.
///
/// # Errors
/// When it cannot be opened.
pub(crate) fn stream(name: FileName<'_>, reading: &mut Reading, take: &mut dyn FnMut(&mut Reading)) -> io::Result<()> {
    let mut source = BufReader::with_capacity(BUFFER, File::open(name.path)?);
    if source.fill_buf()?.starts_with(GZIP) {
        records_of(ArchiveRecords::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(source))), name, reading, take);
    } else {
        records_of(ArchiveRecords::new(source), name, reading, take);
    }
    if reading.numbered == 0 {
        reading.fail(name, "is a web archive without a page");
    }
    Ok(())
}

/// The name of the format.
pub(crate) const NAME: &str = "WARC";
/// Bytes read at a time.
const BUFFER: usize = 256 << 10;
const GZIP: &[u8] = b"\x1f\x8b";

/// Why bytes are a package of web archives.
pub(crate) fn recognize_wacz(bytes: &[u8]) -> Option<&'static str> {
    let zipped = bytes.starts_with(ZIP).then(|| Zipped::open(bytes)).flatten()?;
    let holds = zipped.has("datapackage.json") && zipped.names().iter().any(|name| is_archive(name));
    holds.then_some("it is a ZIP container with web archives (WACZ)")
}

/// Reads a package of web archives.
pub(crate) fn read_wacz(bytes: &[u8], _: Press, out: &mut Output<'_>) {
    let Some(mut zipped) = Zipped::open(bytes) else { return out.fail("is a damaged container") };
    for name in zipped.names().into_iter().filter(|name| is_archive(name)) {
        match zipped.bytes(&name).and_then(unpacked) {
            Ok(bytes) => records(&bytes, out),
            Err(error) => out.warn(&format!("{name} {error}")),
        }
    }
    if out.upcoming() == 1 {
        out.fail("is a web archive without a page");
    }
}

fn is_archive(name: &str) -> bool {
    let plain = name.strip_suffix(".gz").unwrap_or(name);
    name.starts_with("archive/") && plain.rsplit('.').next() == Some("warc")
}

fn unpacked(bytes: Vec<u8>) -> Result<Vec<u8>, String> {
    if !bytes.starts_with(GZIP) {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    let read = MultiGzDecoder::new(bytes.as_slice()).take(LARGEST + 1).read_to_end(&mut plain);
    match read {
        Err(error) => Err(format!("cannot be unpacked: {error}")),
        Ok(_) if plain.len() as u64 > LARGEST => Err(format!("unpacks to more than {} MiB", LARGEST >> 20)),
        Ok(_) => Ok(plain),
    }
}

/// Reads the records of an archive that is at hand.
fn records(bytes: &[u8], out: &mut Output<'_>) {
    let mut records = ArchiveRecords::new(bytes);
    while let Some(next) = records.next() {
        take_next(&next, out);
    }
}

/// Reads records one by one; `each` sees what is known after each.
fn records_of(
    mut records: ArchiveRecords<impl BufRead>,
    name: FileName<'_>,
    reading: &mut Reading,
    each: &mut dyn FnMut(&mut Reading),
) {
    while let Some(next) = records.next() {
        take_next(&next, &mut Output::new(name, Encoding::default(), reading));
        each(reading);
    }
}

fn take_next(next: &ArchivePiece, out: &mut Output<'_>) {
    match next {
        ArchivePiece::Record(record) => take(record, out),
        ArchivePiece::Broken(reason) => out.lost(reason),
    }
}

fn take(record: &ArchiveRecord, out: &mut Output<'_>) {
    let told = |what: &str| format!("{what} {}", record.address);
    match record.kind.as_str() {
        "response" if record.content.starts_with("application/http") || record.content.is_empty() => {
            match ServerAnswer::of(&record.block) {
                Some(answer) if !answer.is_found() => out.left_out("an answer without a page", &told(&answer.status)),
                Some(answer) if answer.is_page() => page(record, &answer, out),
                Some(answer) => out.left_out("a file that is no page", &told(&answer.content)),
                None => out.lost(&format!("the answer of {} is broken", record.address)),
            }
        }
        "resource" | "response" | "conversion" => {
            let answer = ServerAnswer::plain(&record.block, &record.content);
            match answer.is_page() {
                true => page(record, &answer, out),
                false if record.kind == "conversion" && record.content.starts_with("text/plain") => text(record, out),
                false => out.left_out("a file that is no page", &told(&record.content)),
            }
        }
        kind => out.left_out("a record about the capture", &told(kind)),
    }
}

fn page(record: &ArchiveRecord, answer: &ServerAnswer<'_>, out: &mut Output<'_>) {
    if record.is_cut {
        return out.lost(&format!("the page {} is larger than a page is", record.address));
    }
    match answer.bytes() {
        Ok(bytes) => {
            let (html, encoding) = decoded(&bytes, &answer.content);
            out.read_as(encoding);
            captured::page(&html, Some(&record.address)).next(&html, &record.block, out);
        }
        Err(reason) => out.lost(&format!("the page {} {reason}", record.address)),
    }
}

/// The text that was made of a page, in its stead.
fn text(record: &ArchiveRecord, out: &mut Output<'_>) {
    let (text, encoding) = decoded(&record.block, &record.content);
    out.read_as(encoding);
    let mut draft = Draft { lines: plain::lines(&text), ..Draft::default() };
    draft.declared.url = Some(record.address.clone()).filter(|address| address.contains("://"));
    out.next(draft, &record.block);
}

#[cfg(test)]
mod tests;
