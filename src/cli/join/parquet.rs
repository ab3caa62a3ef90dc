//! The records that an engine wrote as Apache Parquet: one column of text, a record in each row. The pages are read one after the other, so that a file of
//! any size takes the memory of one page and of one dictionary.
//!
//! After the specification of the format (parquet-format 2.10). Own code, since the crate of that name takes a minute to build for what is needed
//! here; the files of `tests/parquet` were written by other programs.

mod page;
mod runs;
mod thrift;

use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom};

use anyhow::{Context as _, anyhow, bail};

use crate::cli::join::parquet::page::{ColumnPage, PageKind};
use crate::cli::join::parquet::thrift::Struct;
use crate::tr;

/// What a file begins and ends with.
pub(super) const MAGIC: &[u8] = b"PAR1";
/// Names that the column of records goes by where there are several: ours, and what Spark calls lines of text.
const NAMES: [&str; 2] = ["record", "value"];
/// Bytes that the foot of a file may have.
const FOOT: u64 = 64 << 20;

/// The type of text, by its number in the specification.
const BYTE_ARRAY: i64 = 6;
/// How often a value stands in a row: exactly once, at most once.
const REQUIRED: i64 = 0;
const OPTIONAL: i64 = 1;

/// The column that holds the records, and where its pieces lie.
struct RecordColumn {
    optional: bool,
    chunks: Vec<Chunk>,
}

/// The values of the column in one group of rows.
struct Chunk {
    /// Bytes before its first page.
    start: u64,
    /// Bytes of its pages, packed.
    len: u64,
    /// How many values it has, those that are missing counted.
    values: u64,
    codec: i64,
}

/// Gives each record of the file to `take`, in its order; rows without a value are passed over.
///
/// # Errors
/// When the file is damaged, packed or laid out in a way that is not known, or has no column of text that can be told, and what `take` refuses.
pub(super) fn records(file: &File, take: &mut dyn FnMut(&str) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut source = BufReader::new(file);
    let column = column(&foot(&mut source).context(tr!("is no whole Parquet file"))?)?;
    for chunk in &column.chunks {
        source.seek(SeekFrom::Start(chunk.start))?;
        values(&mut source, chunk, column.optional, take)?;
    }
    Ok(())
}

/// What the foot says of the file.
fn foot(source: &mut BufReader<&File>) -> io::Result<Struct> {
    let end = source.seek(SeekFrom::End(-8))?;
    let mut last = [0; 8];
    source.read_exact(&mut last)?;
    let [a, b, c, d, magic @ ..] = last;
    let len = u64::from(u32::from_le_bytes([a, b, c, d]));
    if magic != MAGIC || len > FOOT || len > end {
        return Err(io::ErrorKind::InvalidData.into());
    }
    source.seek(SeekFrom::Start(end - len))?;
    Struct::read(&mut source.take(len))
}

/// The column of records by the schema of the file.
fn column(foot: &Struct) -> anyhow::Result<RecordColumn> {
    let mut elements = foot.structs(2);
    elements.next();
    let elements: Vec<&Struct> = elements.collect();
    if elements.iter().any(|element| element.integer(5).is_some_and(|children| children > 0)) {
        bail!(tr!("has columns within columns; write the records as one column of text"));
    }
    let is_text = |element: &Struct| {
        element.integer(1) == Some(BYTE_ARRAY) && element.integer(3).is_some_and(|often| [REQUIRED, OPTIONAL].contains(&often))
    };
    let named = |element: &&Struct| NAMES.iter().any(|name| element.words(4) == Some(name.as_bytes()));
    let at = match elements.as_slice() {
        [only] if is_text(only) => 0,
        several => several
            .iter()
            .position(|element| is_text(element) && named(element))
            .ok_or_else(|| anyhow!(tr!("has no column of text named record or value")))?,
    };
    let optional = elements.get(at).and_then(|element| element.integer(3)) == Some(OPTIONAL);
    let chunks = foot.structs(4).map(|group| {
        let about = group
            .structs(1)
            .nth(at)
            .and_then(|column| column.inner(3))
            .ok_or_else(|| anyhow!(tr!("a group of rows lacks a column")))?;
        let number = |id| about.integer(id).and_then(|value| u64::try_from(value).ok());
        let start = number(9).into_iter().chain(number(11).filter(|dictionary| *dictionary > 0)).min();
        let (Some(start), Some(len), Some(values), Some(codec)) = (start, number(7), number(5), about.integer(4)) else {
            bail!(tr!("a group of rows does not say where its values are"));
        };
        Ok(Chunk { start, len, values, codec })
    });
    Ok(RecordColumn { optional, chunks: chunks.collect::<anyhow::Result<_>>()? })
}

/// Gives the values of `chunk` to `take`.
fn values(
    source: &mut BufReader<&File>,
    chunk: &Chunk,
    optional: bool,
    take: &mut dyn FnMut(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut source = source.take(chunk.len);
    let (mut dictionary, mut left) = (Vec::new(), chunk.values);
    while left > 0 {
        let page = ColumnPage::read(&mut source, chunk.codec)?;
        match page.kind {
            PageKind::Dictionary { values } => dictionary = page::plain(&page.bytes, values)?,
            PageKind::Data(data) => {
                let count = u64::from(data.values);
                left = left
                    .checked_sub(count)
                    .filter(|_| count > 0)
                    .ok_or_else(|| anyhow!(tr!("a page has more values than it says")))?;
                for record in data.texts(&page.bytes, optional, &dictionary)? {
                    take(std::str::from_utf8(record).context(tr!("a record is no UTF-8"))?)?;
                }
            }
            PageKind::Other => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
