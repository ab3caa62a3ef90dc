//! Rows as CSV (RFC 4180), the names of the columns in the first line; what is not known is an empty cell. For programs: nothing is put before a cell
//! that a spreadsheet would compute.

use std::io;

use csv::{Writer, WriterBuilder};

use crate::cli::export_facts::cell::{Cell, RowSink};
use crate::export::tables::schema::FactTable;

/// Writes rows as CSV.
pub(crate) struct DelimitedRows<W: io::Write> {
    writer: Writer<W>,
}

impl<W: io::Write> DelimitedRows<W> {
    pub(crate) fn new(table: &FactTable, sink: W) -> io::Result<Self> {
        let mut writer = WriterBuilder::new().from_writer(sink);
        writer.write_record(table.columns.iter().map(|column| column.name))?;
        Ok(Self { writer })
    }
}

impl<W: io::Write> RowSink for DelimitedRows<W> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for cell in cells {
            match cell {
                Cell::Empty => self.writer.write_field("")?,
                Cell::Text(words) => self.writer.write_field(words.as_bytes())?,
                Cell::Integer(number) => self.writer.write_field(number.to_string())?,
                Cell::Number(number) => self.writer.write_field(format!("{number:?}"))?,
                Cell::Boolean(is) => self.writer.write_field(is.to_string())?,
                Cell::Day(day) => self.writer.write_field(day.to_string())?,
            }
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.writer.flush()
    }
}
