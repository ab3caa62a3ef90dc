//! Web archives: WARC (ISO 28500), its forerunner ARC, and WACZ, which packs several. A page that was captured is an article.
//!
//! A record is a head of `Name: value` lines and as many bytes as it says, one behind the other, so that a reader of our own is a few lines
//! and needs no crate. What a server answered is `http`'s. The moment of a capture is not the day of publication.

mod http;

use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use crate::ingest::draft::Draft;
use crate::ingest::formats::captured;
use crate::ingest::formats::documents::Press;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::warc::http::{ServerAnswer, decoded};
use crate::ingest::formats::zipped::{LARGEST, Zipped};
use crate::ingest::source::format::ZIP;

/// A record.
struct Record<'a> {
    kind: String,
    address: String,
    content: String,
    block: &'a [u8],
}

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
    if !bytes.starts_with(b"\x1f\x8b") {
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

/// Reads the records of an archive.
fn records(bytes: &[u8], out: &mut Output<'_>) {
    let is_arc = bytes.trim_ascii_start().starts_with(b"filedesc://");
    let mut rest = bytes;
    loop {
        rest = rest.trim_ascii_start();
        if rest.is_empty() {
            return;
        }
        let next = if is_arc { arc_record(rest) } else { warc_record(rest) };
        let Some((record, length)) = next else {
            // What is no record may be followed by some.
            let found = memchr::memmem::find(rest.get(1..).unwrap_or_default(), b"\nWARC/1.").filter(|_| !is_arc);
            out.lost("the record of the archive is broken");
            let Some(at) = found else { return };
            rest = rest.get(at + 2..).unwrap_or_default();
            continue;
        };
        take(&record, out);
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// The record that `bytes` open with, and how long it is.
fn warc_record(bytes: &[u8]) -> Option<(Record<'_>, usize)> {
    bytes.starts_with(b"WARC/").then_some(())?;
    let (fields, start) = http::fields(bytes)?;
    let value = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let end = start.saturating_add(value("content-length").parse::<usize>().ok()?).min(bytes.len());
    let record = Record {
        kind: value("warc-type"),
        address: value("warc-target-uri"),
        content: value("content-type"),
        block: bytes.get(start..end)?,
    };
    Some((record, end))
}

/// The record of an ARC file that `bytes` open with: a line of the address, the host, the moment, the kind and the length.
fn arc_record(bytes: &[u8]) -> Option<(Record<'_>, usize)> {
    let start = memchr::memchr(b'\n', bytes)? + 1;
    let line = String::from_utf8_lossy(bytes.get(..start)?);
    let (head, length) = line.trim_end().rsplit_once(' ')?;
    let end = start.saturating_add(length.parse::<usize>().ok()?).min(bytes.len());
    let address = head.split(' ').next().unwrap_or_default().to_owned();
    let kind = if address.starts_with("http") { "response" } else { "warcinfo" };
    let content = if kind == "response" { "application/http" } else { "" };
    Some((Record { kind: kind.to_owned(), address, content: content.to_owned(), block: bytes.get(start..end)? }, end))
}

fn take(record: &Record<'_>, out: &mut Output<'_>) {
    let told = |what: &str| format!("{what} {}", record.address);
    match record.kind.as_str() {
        "response" if record.content.starts_with("application/http") || record.content.is_empty() => {
            match ServerAnswer::of(record.block) {
                Some(answer) if !answer.is_found() => out.left_out("an answer without a page", &told(&answer.status)),
                Some(answer) if answer.is_page() => page(record, &answer, out),
                Some(answer) => out.left_out("a file that is no page", &told(&answer.content)),
                None => out.lost(&format!("the answer of {} is broken", record.address)),
            }
        }
        "resource" | "response" | "conversion" => {
            let answer = ServerAnswer::plain(record.block, &record.content);
            match answer.is_page() {
                true => page(record, &answer, out),
                false if record.kind == "conversion" && record.content.starts_with("text/plain") => text(record, out),
                false => out.left_out("a file that is no page", &told(&record.content)),
            }
        }
        kind => out.left_out("a record about the capture", &told(kind)),
    }
}

fn page(record: &Record<'_>, answer: &ServerAnswer<'_>, out: &mut Output<'_>) {
    match answer.bytes() {
        Ok(bytes) => {
            let (html, encoding) = decoded(&bytes, &answer.content);
            out.read_as(encoding);
            out.next(captured::draft(&html, Some(&record.address)), record.block);
        }
        Err(reason) => out.lost(&format!("the page {} {reason}", record.address)),
    }
}

/// The text that was made of a page, in its stead.
fn text(record: &Record<'_>, out: &mut Output<'_>) {
    let (text, encoding) = decoded(record.block, &record.content);
    out.read_as(encoding);
    let mut draft = Draft { lines: plain::lines(&text), ..Draft::default() };
    draft.declared.url = Some(record.address.clone()).filter(|address| address.contains("://"));
    out.next(draft, record.block);
}

#[cfg(test)]
mod tests;
