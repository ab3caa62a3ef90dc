//! Rows of a table as they were meant: cells that line ends or delimiters parted, which nothing quotes, are put together where the number of the
//! columns tells for certain.

use std::ops::Range;

use crate::ingest::formats::fields;

/// What the column of the names of rows is called, which R writes without a name of its own.
const ROW: &str = "row";

/// A row, and where it stands in its table.
#[derive(Debug)]
pub(super) struct TableRow {
    pub(super) cells: Vec<String>,
    pub(super) place: Range<u64>,
}

/// Puts rows together, one after the other.
#[derive(Debug)]
pub(super) struct RowJoiner {
    names: Vec<String>,
    delimiter: char,
    is_first: bool,
    /// The row that may go on.
    waiting: Option<TableRow>,
}

impl RowJoiner {
    /// A joiner of the rows below these `names`.
    pub(super) fn new(names: Vec<String>, delimiter: u8) -> Self {
        Self { names, delimiter: char::from(delimiter), is_first: true, waiting: None }
    }

    /// The names of the columns.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Takes the next row; gives the one before when it is whole.
    pub(super) fn take(&mut self, mut row: TableRow) -> Option<TableRow> {
        if std::mem::take(&mut self.is_first) && has_row_names(&self.names, &row.cells) {
            self.names.insert(0, ROW.to_owned());
        }
        self.close_up(&mut row.cells);
        if let Some(waiting) = self.waiting.as_mut().filter(|waiting| goes_on(&self.names, &waiting.cells, &row.cells)) {
            let mut cells = row.cells.into_iter();
            if let (Some(last), Some(first)) = (waiting.cells.last_mut(), cells.next()) {
                last.push('\n');
                last.push_str(&first);
            }
            waiting.cells.extend(cells);
            waiting.place.end = row.place.end;
            return None;
        }
        self.waiting.replace(row)
    }

    /// The last row.
    pub(super) fn last(&mut self) -> Option<TableRow> {
        self.waiting.take()
    }

    /// Puts what stands behind the last column back into it where that is the text.
    fn close_up(&self, cells: &mut Vec<String>) {
        let count = self.names.len();
        if cells.len() > count && self.names.last().is_some_and(|name| fields::is_text(name)) {
            let rest = cells.split_off(count);
            if let Some(last) = cells.last_mut() {
                for cell in rest.iter().map(|cell| cell.trim_end()).filter(|cell| !cell.is_empty()) {
                    last.push(self.delimiter);
                    last.push_str(cell);
                }
            }
        }
    }
}

/// Whether a row goes on with the text in which the one before breaks off: it has one cell alone, or exactly those that are missing.
fn goes_on(names: &[String], before: &[String], row: &[String]) -> bool {
    let (count, known) = (names.len(), before.len());
    let breaks_off = known.checked_sub(1).and_then(|at| names.get(at)).is_some_and(|name| fields::is_text(name));
    let fills = known < count && row.len() < count && known + row.len() - 1 == count;
    breaks_off && count > 1 && known <= count && (row.len() == 1 || fills)
}

/// Whether the rows of a table have names, for which the row of names has none: one cell more, the first of which is a number.
fn has_row_names(names: &[String], cells: &[String]) -> bool {
    let is_number = |cell: &String| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    cells.len() == names.len() + 1 && cells.first().is_some_and(is_number)
}
