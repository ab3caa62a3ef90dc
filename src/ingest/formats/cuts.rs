//! Cuts: where a long file of records may be cut, so that its parts are read one by one and memory stays bounded.
//!
//! One pass over the file in small pieces; nothing of it is kept. `job` reads the parts, each behind the head that it needs.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::ops::Range;
use std::path::Path;

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
}

/// Cuts the file at `path`.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn cut(path: &Path, records: Records) -> io::Result<Cuts> {
    let mut reader = BufReader::with_capacity(256 << 10, File::open(path)?);
    let (mut at, mut quoted, mut last) = (0u64, false, 0u64);
    let mut cuts = Cuts::default();
    loop {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        let (taken, ended) = match memchr::memchr(b'\n', piece) {
            Some(end) => (end + 1, true),
            None => (piece.len(), false),
        };
        let marks = memchr::memchr_iter(b'"', piece.get(..taken).unwrap_or_default()).count();
        reader.consume(taken);
        at += taken as u64;
        quoted ^= marks % 2 == 1;
        let opens = match records {
            Records::Rows => ended && !quoted,
        };
        if opens && cuts.head.end == 0 {
            (cuts.head, last) = (0..at, at);
        } else if opens && at - last >= PART {
            cuts.parts.push(last..at);
            last = at;
        }
    }
    if last < at {
        cuts.parts.push(last..at);
    }
    Ok(cuts)
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
}
