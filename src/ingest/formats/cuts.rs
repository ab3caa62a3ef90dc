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
    let (mut shape, mut is_due) = (RowShape::default(), false);
    let mut cuts = Cuts::default();
    loop {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        let taken = memchr::memchr(b'\n', piece).map_or(piece.len(), |end| end + 1);
        let line = piece.get(..taken).unwrap_or_default();
        if is_due && scan.at_start && !scan.quoted && shape.fits(line) {
            cuts.parts.push(last..at);
            (last, is_due) = (at, false);
        }
        if records == Records::Rows && scan.at_start {
            shape.learn(line, cuts.head.end > 0);
        }
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
        } else if opens - last >= PART && records == Records::Rows {
            // A line that nothing quotes may go on with the row before it.
            is_due = true;
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

/// What tells the line of a row from one that goes on with the text of the row before it.
#[derive(Debug, Default)]
struct RowShape {
    /// What parts the cells of the row of names.
    delimiter: Option<u8>,
    /// Whether the first cell of the first row is a number; `None` before it.
    is_numbered: Option<bool>,
}

impl RowShape {
    /// Takes up a line that begins a row: the one of the names, or one `below` them.
    fn learn(&mut self, line: &[u8], below: bool) {
        if !below {
            let count = |sign: &u8| memchr::memchr_iter(*sign, line).count();
            self.delimiter = heads::DELIMITERS.into_iter().max_by_key(count).filter(|sign| count(sign) > 0);
        } else if self.is_numbered.is_none() {
            self.is_numbered = Some(self.first_cell(line).is_some_and(is_number));
        }
    }

    fn first_cell<'a>(&self, line: &'a [u8]) -> Option<&'a [u8]> {
        let end = line.iter().position(|byte| Some(*byte) == self.delimiter)?;
        line.get(..end)
    }

    /// Whether `line` may begin a row.
    fn fits(&self, line: &[u8]) -> bool {
        let first = self.first_cell(line);
        self.delimiter.is_none() || first.is_some_and(|cell| self.is_numbered != Some(true) || is_number(cell))
    }
}

fn is_number(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii();
    let bare = cell.strip_prefix(b"\"").and_then(|cell| cell.strip_suffix(b"\"")).unwrap_or(cell);
    !bare.is_empty() && bare.iter().all(u8::is_ascii_digit)
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
    fn a_line_that_goes_on_with_a_row_is_no_seam() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let row = format!("1;{}\nEncore, dit-il; enfin.\n", "x".repeat(1 << 20));
        std::fs::write(file.path(), format!("id;text\n{}", row.repeat(6))).unwrap();
        let rows = row.len() as u64;
        assert_eq!(cut(file.path(), Records::Rows).unwrap().parts, [8..8 + 4 * rows, 8 + 4 * rows..8 + 6 * rows]);
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
