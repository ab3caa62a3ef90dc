//! Rows as Apache Parquet: flat columns that may lack values, plain values, pages packed with gzip. The reader of `examples/tables` proves that others read it.
//!
//! After the specification of the format (parquet-format 2.10): a group of rows holds for each column one page, first the levels that say
//! which rows have a value, as runs of bits, then the values. Own code, since the crate of that name takes a minute to build for what is
//! needed here.

use std::io;

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::civil::Date;

use crate::cli::export_facts::cell::{Cell, RowSink};
use crate::cli::export_facts::thrift::{Fields, varint};
use crate::export::tables::schema::{ColumnType, FactTable};

/// What a file begins and ends with.
const MAGIC: &[u8] = b"PAR1";
/// Rows and bytes at which a group is written.
const GROUP: (usize, usize) = (100_000, 16 << 20);
/// The encodings and the packing, by their numbers in the specification.
const PLAIN: i32 = 0;
const RLE: i32 = 3;
const GZIP: i32 = 2;

/// The values of one column in a group.
#[derive(Default)]
struct ColumnValues {
    /// Whether each row has one.
    known: Vec<bool>,
    values: Vec<u8>,
    /// Truth values that do not fill a byte yet.
    bits: u8,
    bit: u8,
}

/// Writes rows as Parquet.
pub(crate) struct ParquetRows<W: io::Write> {
    table: &'static FactTable,
    sink: W,
    written: u64,
    columns: Vec<ColumnValues>,
    rows: usize,
    total: usize,
    groups: Vec<Fields>,
}

impl<W: io::Write> ParquetRows<W> {
    pub(crate) fn new(table: &'static FactTable, mut sink: W) -> io::Result<Self> {
        sink.write_all(MAGIC)?;
        let columns = table.columns.iter().map(|_| ColumnValues::default()).collect();
        Ok(Self { table, sink, written: MAGIC.len() as u64, columns, rows: 0, total: 0, groups: Vec::new() })
    }

    /// Writes the rows that are held as a group.
    fn group(&mut self) -> io::Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let (mut chunks, mut all) = (Vec::new(), 0);
        for (column, values) in self.table.columns.iter().zip(&mut self.columns) {
            let page = std::mem::take(values).page();
            let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
            io::Write::write_all(&mut packed, &page)?;
            let packed = packed.finish()?;
            let data = Fields::default().i32(1, size(self.rows)).i32(2, PLAIN).i32(3, RLE).i32(4, RLE);
            let head = Fields::default().i32(1, 0).i32(2, size(page.len())).i32(3, size(packed.len())).inner(5, data).end();
            let start = self.written;
            self.sink.write_all(&head)?;
            self.sink.write_all(&packed)?;
            self.written += (head.len() + packed.len()) as u64;
            all += long(head.len() + page.len());
            let about = Fields::default()
                .i32(1, physical(column.kind))
                .i32s(2, &[PLAIN, RLE])
                .all_words(3, &[column.name])
                .i32(4, GZIP)
                .i64(5, long(self.rows))
                .i64(6, long(head.len() + page.len()))
                .i64(7, long(head.len() + packed.len()))
                .i64(9, start.cast_signed());
            chunks.push(Fields::default().i64(2, start.cast_signed()).inner(3, about));
        }
        self.groups.push(Fields::default().inners(1, chunks).i64(2, all).i64(3, long(self.rows)));
        self.total += self.rows;
        self.rows = 0;
        Ok(())
    }

    /// The elements of the schema: the row, then its columns, each of which may lack a value.
    fn schema(&self) -> Vec<Fields> {
        const OPTIONAL: i32 = 1;
        let root = Fields::default().words(4, self.table.name).i32(5, size(self.table.columns.len()));
        let column = |column: &crate::export::tables::schema::FactColumn| {
            let element = Fields::default().i32(1, physical(column.kind)).i32(3, OPTIONAL).words(4, column.name);
            // The old name of the meaning, and the new one: UTF8 and STRING, DATE and DATE.
            match column.kind {
                ColumnType::Text => element.i32(6, 0).inner(10, Fields::default().inner(1, Fields::default())),
                ColumnType::Date => element.i32(6, 6).inner(10, Fields::default().inner(6, Fields::default())),
                ColumnType::Integer | ColumnType::Number | ColumnType::Boolean => element,
            }
        };
        std::iter::once(root).chain(self.table.columns.iter().map(column)).collect()
    }
}

impl<W: io::Write> RowSink for ParquetRows<W> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
        self.rows += 1;
        if self.rows >= GROUP.0 || self.columns.iter().map(|column| column.values.len()).sum::<usize>() >= GROUP.1 {
            self.group()?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.group()?;
        let foot = Fields::default()
            .i32(1, 2)
            .inners(2, self.schema())
            .i64(3, long(self.total))
            .inners(4, std::mem::take(&mut self.groups))
            .words(6, concat!("liseuse version ", env!("CARGO_PKG_VERSION")))
            .end();
        self.sink.write_all(&foot)?;
        self.sink.write_all(&u32::try_from(foot.len()).unwrap_or(u32::MAX).to_le_bytes())?;
        self.sink.write_all(MAGIC)?;
        self.sink.flush()
    }
}

impl ColumnValues {
    fn push(&mut self, cell: &Cell<'_>) {
        self.known.push(*cell != Cell::Empty);
        match cell {
            Cell::Empty => {}
            Cell::Text(words) => {
                self.values.extend(u32::try_from(words.len()).unwrap_or(u32::MAX).to_le_bytes());
                self.values.extend(words.as_bytes());
            }
            Cell::Integer(number) => self.values.extend(number.to_le_bytes()),
            Cell::Number(number) => self.values.extend(number.to_le_bytes()),
            Cell::Day(day) => self.values.extend(days(*day).to_le_bytes()),
            Cell::Boolean(is) => {
                self.bits |= u8::from(*is) << self.bit;
                self.bit += 1;
                if self.bit == 8 {
                    self.values.push(self.bits);
                    (self.bits, self.bit) = (0, 0);
                }
            }
        }
    }

    /// The page: the levels behind their length, then the values.
    fn page(mut self) -> Vec<u8> {
        if self.bit > 0 {
            self.values.push(self.bits);
        }
        let levels = levels(&self.known);
        let mut page = Vec::with_capacity(4 + levels.len() + self.values.len());
        page.extend(u32::try_from(levels.len()).unwrap_or(u32::MAX).to_le_bytes());
        page.extend(levels);
        page.append(&mut self.values);
        page
    }
}

/// The levels as runs: how often, then which.
fn levels(known: &[bool]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for run in known.chunk_by(|one, next| one == next) {
        varint(&mut bytes, (run.len() as u64) << 1);
        bytes.push(u8::from(run.first() == Some(&true)));
    }
    bytes
}

/// The type of the values of a column as the format stores them.
fn physical(kind: ColumnType) -> i32 {
    match kind {
        ColumnType::Boolean => 0,
        ColumnType::Date => 1,
        ColumnType::Integer => 2,
        ColumnType::Number => 5,
        ColumnType::Text => 6,
    }
}

/// The days from 1970-01-01.
fn days(day: Date) -> i32 {
    Date::constant(1970, 1, 1).until(day).map_or(0, |span| span.get_days())
}

fn size(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn long(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{days, levels};

    #[test]
    fn levels_are_runs_and_days_count_from_1970() {
        assert_eq!(levels(&[true, true, false]), [4, 1, 2, 0]);
        assert_eq!(days(jiff::civil::date(1970, 1, 2)), 1);
        assert_eq!(days(jiff::civil::date(1969, 12, 31)), -1);
        assert_eq!(days(jiff::civil::date(2020, 8, 19)), 18_493);
    }
}
