//! Tables for people: columns aligned by the width their text takes on a terminal, the last one cut to what is left.

use std::io;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::cli::output::{Out, TextRole};
use crate::text::wrap::width;

/// Columns between two columns of a table.
const GAP: usize = 2;
/// What the last column has at least: the widest of the others give way for it.
const LEAST: usize = 16;
/// What a column of text keeps when it gives way.
const NARROWEST: usize = 8;

/// A column of a [`Table`].
#[derive(Clone, Copy, Debug)]
pub struct TableColumn {
    name: &'static str,
    right: bool,
    most: usize,
}

impl TableColumn {
    /// Text, aligned left and cut to at most `most` columns.
    #[must_use]
    pub const fn text(name: &'static str, most: usize) -> Self {
        Self { name, right: false, most }
    }

    /// Numbers, aligned right.
    #[must_use]
    pub const fn number(name: &'static str) -> Self {
        Self { name, right: true, most: usize::MAX }
    }
}

/// Rows of cells under named columns.
#[derive(Debug)]
pub struct Table {
    columns: Vec<TableColumn>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new(columns: &[TableColumn]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row, a cell for each column. White space in a cell, line breaks too, shows as one space.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.into_iter().map(|cell| one_line(&cell)).collect());
    }

    /// Prints the table.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn print(&self, out: &mut Out) -> io::Result<()> {
        let names: Vec<String> = self.columns.iter().map(|column| column.name.to_owned()).collect();
        let widths = self.widths(out.columns());
        let head = self.laid_out(&names, &widths);
        out.line(&out.paint(TextRole::Head, head.trim_end()))?;
        self.print_rows(out)
    }

    /// Prints the rows without the names of the columns.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn print_rows(&self, out: &mut Out) -> io::Result<()> {
        let widths = self.widths(out.columns());
        self.rows.iter().try_for_each(|row| out.line(&self.laid_out(row, &widths)))
    }

    /// The width of each column; nothing is cut when a program reads.
    fn widths(&self, columns: Option<usize>) -> Vec<usize> {
        let widest = |(at, column): (usize, &TableColumn)| {
            let cells = self.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max();
            let most = if columns.is_some() { column.most } else { usize::MAX };
            cells.unwrap_or(0).min(most).max(width(column.name))
        };
        let mut widths: Vec<usize> = self.columns.iter().enumerate().map(widest).collect();
        let before = widths.len().saturating_sub(1);
        if let (Some(columns), Some(last)) = (columns, widths.last().copied()) {
            self.give_way(&mut widths, columns.saturating_sub(last.min(LEAST)));
        }
        let taken: usize = widths.iter().take(before).map(|width| width + GAP).sum();
        if let (Some(columns), Some(last)) = (columns, widths.last_mut()) {
            *last = (*last).min(columns.saturating_sub(taken).max(LEAST));
        }
        widths
    }

    /// Narrows the columns of text before the last one, the widest first, until they have room in `columns`.
    fn give_way(&self, widths: &mut [usize], columns: usize) {
        let before = widths.len().saturating_sub(1);
        loop {
            let taken: usize = widths.iter().take(before).map(|width| width + GAP).sum();
            let texts = widths.iter_mut().zip(&self.columns).take(before).filter(|(_, column)| !column.right);
            let narrowed =
                texts.filter(|(wide, column)| **wide > NARROWEST.max(width(column.name))).max_by_key(|(wide, _)| **wide);
            match narrowed {
                Some((wide, _)) if taken > columns => *wide -= 1,
                _ => return,
            }
        }
    }

    fn laid_out(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for ((cell, column), wide) in cells.iter().zip(&self.columns).zip(widths) {
            let cell = cut(cell, *wide);
            let padding = " ".repeat(wide.saturating_sub(width(&cell)));
            let (before, after) = if column.right { (padding.as_str(), "") } else { ("", padding.as_str()) };
            line.extend([before, &cell, after, &" ".repeat(GAP)]);
        }
        line
    }
}

/// `text` with each run of white space made one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` cut between characters to at most `most` columns, with `…` where something is missing.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let (mut kept, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used >= most {
            break;
        }
        kept.push_str(grapheme);
    }
    let mut kept = kept.trim_end().to_owned();
    if most > 0 {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Table, TableColumn, cut, one_line};

    #[test]
    fn cutting_keeps_whole_characters_and_says_so() {
        assert_eq!(cut("Bagdad", 6), "Bagdad");
        assert_eq!(cut("Bagdad", 5), "Bagd…");
        assert_eq!(cut("e\u{301}tat", 3), "e\u{301}t…");
        assert_eq!((cut("Bagdad", 1), cut("Bagdad", 0)), ("…".to_owned(), String::new()));
    }

    #[test]
    fn a_table_fits_a_terminal_and_is_whole_elsewhere() {
        let mut table =
            Table::new(&[TableColumn::text("ID", 4), TableColumn::number("WORDS"), TableColumn::text("TITLE", usize::MAX)]);
        table.row(vec!["abcdef".into(), "7".into(), "Une visite\nqui commence à porter ses fruits".into()]);
        let rows = |columns| table.laid_out(table.rows.first().unwrap(), &table.widths(columns));
        assert_eq!(rows(Some(40)).trim_end(), "abc…      7  Une visite qui commence à…");
        // A narrow terminal narrows the widest of the others, so that no row is longer than a line.
        let mut wide =
            Table::new(&[TableColumn::text("ID", 24), TableColumn::number("WORDS"), TableColumn::text("TITLE", usize::MAX)]);
        wide.row(vec!["an-identifier-that-is-long".into(), "7".into(), "Une visite qui commence à porter".into()]);
        let row = wide.laid_out(wide.rows.first().unwrap(), &wide.widths(Some(40)));
        assert_eq!(row.trim_end(), "an-identifier-…      7  Une visite qui…");
        assert!(rows(None).starts_with("abcdef      7  Une visite qui commence à porter ses fruits"));
    }

    #[test]
    fn white_space_shows_as_one_space() {
        assert_eq!(one_line(" a \n\tb  "), "a b");
    }
}
