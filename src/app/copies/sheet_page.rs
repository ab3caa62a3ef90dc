//! The event sheet as rows of a table: as many columns side by side as fit, and a cursor on one cell.
//!
//! Plain data, wrapped when it is fitted to the window; `ui/sheet_page` draws it.

use std::sync::Arc;

use crate::app::viewport::Size;
use crate::app::widget::navigation::Motion;
use crate::query::sheet::{EventSheet, SheetCell, SheetSection};
use crate::text::span::Span;
use crate::text::wrap::wrap;

/// Columns of the names of facts.
pub const LABEL_COLS: usize = 14;
/// Columns between two papers.
pub const GAP_COLS: usize = 2;
/// The least columns of a paper.
const NARROWEST: usize = 30;

/// A row of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetLine {
    /// The heading of a section.
    Heading(SheetSection),
    /// A line of a fact: which row of the sheet, a part of its name, and a part of each cell shown.
    Cells(usize, String, Vec<String>),
    /// Nothing.
    Gap,
}

/// The sheet of an event.
#[derive(Clone, Debug)]
pub struct SheetPage {
    /// The sheet.
    pub sheet: Arc<EventSheet>,
    /// The lines at the width fitted last.
    pub lines: Vec<SheetLine>,
    /// The first line shown.
    pub top: usize,
    /// The first paper shown, and how many are.
    pub papers: (usize, usize),
    /// The row of the sheet and the paper that the cursor is on.
    pub at: (usize, usize),
    fitted: (usize, usize),
}

impl SheetPage {
    /// The page of `sheet`.
    #[must_use]
    pub fn new(sheet: Arc<EventSheet>) -> Self {
        let first = sheet.rows.first().and_then(|row| row.cells.iter().position(Option::is_some)).unwrap_or(0);
        Self { sheet, lines: Vec::new(), top: 0, papers: (0, 1), at: (0, first), fitted: (0, 0) }
    }

    /// The cell that the cursor is on.
    #[must_use]
    pub fn current(&self) -> Option<&SheetCell> {
        self.sheet.rows.get(self.at.0)?.cells.get(self.at.1)?.as_ref()
    }

    /// The columns of one paper in a window of `cols`.
    #[must_use]
    pub fn paper_cols(&self, cols: usize) -> usize {
        cols.saturating_sub(LABEL_COLS) / self.papers.1.max(1)
    }

    /// Wraps the cells to the window and keeps the cursor in it.
    pub fn fit(&mut self, size: Size) {
        let shown = (size.cols.saturating_sub(LABEL_COLS) / NARROWEST).clamp(1, self.sheet.columns.len().max(1));
        let first = self
            .papers
            .0
            .clamp((self.at.1 + 1).saturating_sub(shown), self.at.1)
            .min(self.sheet.columns.len().saturating_sub(shown));
        self.papers = (first, shown);
        if self.fitted != (size.cols, first) {
            self.fitted = (size.cols, first);
            self.lines = self.laid(size.cols);
        }
        let rows = size.rows.saturating_sub(2).max(1);
        let is_at = |line: &SheetLine| matches!(line, SheetLine::Cells(row, ..) if *row == self.at.0);
        let (begin, end) = (self.lines.iter().position(is_at).unwrap_or(0), self.lines.iter().rposition(is_at).unwrap_or(0));
        // With its first row a section shows its heading.
        let begin =
            begin.saturating_sub(usize::from(matches!(self.lines.get(begin.wrapping_sub(1)), Some(SheetLine::Heading(_)))));
        self.top = self.top.max((end + 1).saturating_sub(rows)).min(begin).min(self.lines.len().saturating_sub(rows));
    }

    fn laid(&self, cols: usize) -> Vec<SheetLine> {
        let width = self.paper_cols(cols).saturating_sub(GAP_COLS).max(1);
        let (mut lines, mut section) = (Vec::new(), None);
        for (at, row) in self.sheet.rows.iter().enumerate() {
            if section != Some(row.section) {
                lines.extend(section.map(|_| SheetLine::Gap));
                lines.push(SheetLine::Heading(row.section));
                section = Some(row.section);
            }
            let label = label_lines(&row.label);
            let cells = row.cells.iter().skip(self.papers.0).take(self.papers.1);
            let cells: Vec<Vec<String>> =
                cells.map(|cell| cell.as_ref().map_or_else(Vec::new, |cell| wrapped(&text(cell), width))).collect();
            let height = cells.iter().map(Vec::len).chain([label.len(), 1]).max().unwrap_or(1);
            let part = |of: &Vec<String>, line: usize| of.get(line).cloned().unwrap_or_default();
            lines.extend(
                (0..height)
                    .map(|line| SheetLine::Cells(at, part(&label, line), cells.iter().map(|cell| part(cell, line)).collect())),
            );
        }
        lines
    }

    /// Moves from fact to fact.
    pub fn step(&mut self, motion: Motion, rows: usize) {
        self.at.0 = motion.from(self.at.0, self.sheet.rows.len().saturating_sub(1), rows);
    }

    /// Moves to the paper at the right, or at the left.
    pub fn turn(&mut self, right: bool) {
        let last = self.sheet.columns.len().saturating_sub(1);
        self.at.1 = if right { (self.at.1 + 1).min(last) } else { self.at.1.saturating_sub(1) };
    }
}

/// The name of a fact in its lines: the days of a period below each other, anything else wrapped.
fn label_lines(label: &str) -> Vec<String> {
    let is_day = |text: &str| text.len() < LABEL_COLS - 1 && text.chars().all(|c| c.is_ascii_digit() || c == '-');
    match label.split_once('/') {
        Some((first, last)) if is_day(first) && is_day(last) => vec![format!("{first}/"), last.to_owned()],
        _ => wrapped(label, LABEL_COLS - 1),
    }
}

/// The words of a cell, with what is to be noticed of it.
fn text(cell: &SheetCell) -> String {
    match cell.mark.words() {
        "" => cell.text.clone(),
        words => format!("{} ({words})", cell.text),
    }
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let rows = wrap(text, Span::new(0, text.len()), width).into_iter();
    rows.map(|row| row.span.of(text).to_owned()).filter(|row| !row.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::label_lines;

    #[test]
    fn the_days_of_a_period_stand_below_each_other() {
        assert_eq!(label_lines("2020-08-04/2020-08-18"), ["2020-08-04/", "2020-08-18"]);
        assert_eq!(label_lines("2020-08"), ["2020-08"]);
        assert_eq!(label_lines("tués et/ou blessés"), ["tués et/ou", "blessés"]);
    }
}
