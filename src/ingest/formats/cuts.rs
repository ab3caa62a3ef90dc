//! Cuts: where a long file of records may be cut, so that its parts are read one by one and memory stays bounded.
//!
//! One pass over the file in small pieces; nothing of it is kept. `job` reads the parts, each behind the head that it needs.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::ops::Range;
use std::path::Path;

use crate::ingest::formats::mail::mailbox;
use crate::ingest::formats::tables::heads;

/// About the bytes of a part.
const PART: u64 = 4 << 20;

/// How a file is cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cuts {
    /// What each part is read behind, such as the row of names of a table; empty when none is needed.
    pub(crate) head: Range<u64>,
    /// The parts, one after the other, behind the head.
    pub(crate) parts: Vec<Range<u64>>,
}

/// Where lines begin that open a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Records {
    /// At any line outside of quotation marks; the first row names the columns.
    Rows,
    /// At lines that open a message of a mailbox; no part needs a head.
    Messages,
}

/// Cuts the file at `path`.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn cut(path: &Path, records: Records) -> io::Result<Cuts> {
    let mut reader = BufReader::with_capacity(256 << 10, File::open(path)?);
    let mut scan = Scan { records, quoted: false, at_start: true, blank: true };
    let (mut at, mut last) = (0u64, 0u64);
    let mut cuts = Cuts::default();
    loop {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        let taken = memchr::memchr(b'\n', piece).map_or(piece.len(), |end| end + 1);
        let is_above = heads::is_above(piece.get(..taken).unwrap_or_default().trim_ascii_end());
        let opens = scan.record_at(piece.get(..taken).unwrap_or_default()).map(|place| match place {
            Edge::Before => at,
            Edge::Behind => at + taken as u64,
        });
        reader.consume(taken);
        at += taken as u64;
        let Some(opens) = opens else { continue };
        if records == Records::Rows && cuts.head.end == 0 {
            // What stands above the row of names is no row of them.
            if !is_above {
                (cuts.head, last) = (0..opens, opens);
            }
        } else if opens - last >= PART {
            cuts.parts.push(last..opens);
            last = opens;
        }
    }
    if last < at {
        cuts.parts.push(last..at);
    }
    Ok(cuts)
}

/// Where a record begins, seen from a piece of the file.
enum Edge {
    Before,
    Behind,
}

/// What is known of a file up to a piece of it.
struct Scan {
    records: Records,
    quoted: bool,
    at_start: bool,
    blank: bool,
}

impl Scan {
    /// Whether a record begins at an edge of `piece`, which is the next line or, where a line is long, a part of one.
    fn record_at(&mut self, piece: &[u8]) -> Option<Edge> {
        let (at_start, ended) = (self.at_start, piece.ends_with(b"\n"));
        self.at_start = ended;
        match self.records {
            Records::Rows => {
                self.quoted ^= memchr::memchr_iter(b'"', piece).count() % 2 == 1;
                (ended && !self.quoted).then_some(Edge::Behind)
            }
            Records::Messages => {
                let opens = at_start && self.blank && mailbox::opens_message(piece);
                self.blank = at_start && matches!(piece, b"\n" | b"\r\n");
                opens.then_some(Edge::Before)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PART, Records, cut};

    #[test]
    fn parts_cover_all_rows_and_end_outside_of_quotation_marks() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let row = format!("a,\"{}\nb\"\n", "x".repeat(1 << 20));
        std::fs::write(file.path(), format!("title,text\n{}", row.repeat(9))).unwrap();
        let cuts = cut(file.path(), Records::Rows).unwrap();
        assert_eq!(cuts.head, 0..11);
        let rows = row.len() as u64;
        assert_eq!(cuts.parts, [11..11 + 4 * rows, 11 + 4 * rows..11 + 8 * rows, 11 + 8 * rows..11 + 9 * rows]);
        assert!(4 * rows >= PART);
    }

    #[test]
    fn a_mailbox_is_cut_where_messages_open() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let message = format!("From a Tue Mar  9 18:00:00 2021\nSubject: x\n\n{}\n", "From b\n".repeat(100_000));
        std::fs::write(file.path(), [message.as_str(); 14].join("\n")).unwrap();
        let (cuts, step) = (cut(file.path(), Records::Messages).unwrap(), message.len() as u64 + 1);
        assert_eq!(cuts.parts, [0..6 * step, 6 * step..12 * step, 12 * step..14 * step - 1]);
    }
}
