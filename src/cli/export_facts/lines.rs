//! Rows as JSON Lines: an object for each row, `null` for what is not known.

use std::io;

use serde_json::{Value, to_writer};

use crate::cli::export_facts::cell::{Cell, RowSink};
use crate::export::tables::schema::FactTable;

/// Writes rows as JSON Lines.
pub(crate) struct LineRows<W: io::Write> {
    names: Vec<&'static str>,
    sink: W,
}

impl<W: io::Write> LineRows<W> {
    pub(crate) fn new(table: &FactTable, sink: W) -> Self {
        Self { names: table.columns.iter().map(|column| column.name).collect(), sink }
    }
}

impl<W: io::Write> RowSink for LineRows<W> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let mut before = "{";
        for (name, cell) in self.names.iter().zip(cells) {
            write!(self.sink, "{before}\"{name}\":")?;
            match cell {
                Cell::Empty => to_writer(&mut self.sink, &Value::Null)?,
                Cell::Text(words) => to_writer(&mut self.sink, words)?,
                Cell::Integer(number) => to_writer(&mut self.sink, number)?,
                Cell::Number(number) => to_writer(&mut self.sink, number)?,
                Cell::Boolean(is) => to_writer(&mut self.sink, is)?,
                Cell::Day(day) => to_writer(&mut self.sink, &day.to_string())?,
            }
            before = ",";
        }
        self.sink.write_all(b"}\n")
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.sink.flush()
    }
}
