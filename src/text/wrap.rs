//! Soft wrap: a text and a width in, rows out, and both ways between offsets and rows.
//!
//! It draws nothing and keeps nothing: the caller caches the rows of an article by width. Called by the reader and `read`.

mod rules;

use unicode_linebreak::linebreaks;

pub use crate::text::grapheme::width;
use crate::text::grapheme::{Grapheme, floor, graphemes};
use crate::text::span::Span;
use crate::text::wrap::rules::{is_blank, is_tied};

/// One screen row of a wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes shown, white space at the break left out.
    pub span: Span,
    /// Whether a line of the text begins here.
    pub opens: bool,
}

/// Wraps the part `span` of `text` to `width` terminal columns.
///
/// Rows break where UAX #14 allows it and French typography does too: none begins with `; : ! ? » … %` and the like, none ends
/// with an opening quotation mark or bracket, and a no-break space holds. A word wider than a row is cut between graphemes, by
/// the same rules where it can be; a grapheme wider than a row has one to itself. Each line of the text has at least one row.
#[must_use]
pub fn wrap(text: &str, span: Span, width: usize) -> Vec<Row> {
    let part = span.of(text);
    let mut rows = Vec::with_capacity(part.len() / width.max(1) + 1);
    let mut at = 0;
    for line in part.split('\n') {
        let mut filler =
            Filler { line, width, base: span.first() + at, start: 0, filled: Fill::default(), stop: None, rows: &mut rows };
        filler.fill();
        at += line.len() + 1;
    }
    rows
}

/// The row that shows the byte at `offset`: the last one that does not start after it.
#[must_use]
pub fn row_of(rows: &[Row], offset: usize) -> usize {
    rows.partition_point(|row| row.span.first() <= offset).saturating_sub(1)
}

/// The column, counted from the start of `row`, of the grapheme that holds the byte at `offset`.
#[must_use]
pub fn column_of(text: &str, row: Row, offset: usize) -> usize {
    let line = row.span.of(text);
    let inside = floor(line, offset.saturating_sub(row.span.first()).min(line.len()));
    width(line.get(..inside).unwrap_or_default())
}

/// The offset of the grapheme of `row` that covers `column`; the end of the row when it is not so wide.
#[must_use]
pub fn offset_at(text: &str, row: Row, column: usize) -> usize {
    let mut columns = 0;
    let covers = |grapheme: &Grapheme<'_>| {
        columns += grapheme.columns;
        columns > column
    };
    graphemes(row.span.of(text)).find(covers).map_or(row.span.after(), |found| row.span.first() + found.at)
}

/// How far a row is filled: the end of its last grapheme that is not white space, and all columns so far.
#[derive(Clone, Copy, Default)]
struct Fill {
    content: usize,
    columns: usize,
}

/// One line being laid out in rows. Offsets are those of the line.
struct Filler<'a> {
    line: &'a str,
    width: usize,
    base: usize,
    start: usize,
    filled: Fill,
    /// The last place the open row may break at, and how far it was filled there.
    stop: Option<(usize, Fill)>,
    rows: &'a mut Vec<Row>,
}

impl Filler<'_> {
    fn fill(&mut self) {
        let first_row = self.rows.len();
        let line = self.line;
        let mut breaks = linebreaks(line).map(|(at, _)| at).peekable();
        for grapheme in graphemes(line) {
            while breaks.next_if(|at| *at < grapheme.at).is_some() {}
            let blank = is_blank(grapheme.text);
            // Of the places in a run of white space the last one is enough, and the one that shows what the next row begins with.
            let allowed = breaks.next_if_eq(&grapheme.at).is_some() && grapheme.at > self.start && !blank;
            if allowed && !is_tied(line, self.start, grapheme.at) {
                self.stop = Some((grapheme.at, self.filled));
            }
            while !blank && self.filled.columns + grapheme.columns > self.width && self.start < grapheme.at {
                self.break_before(grapheme.at);
            }
            self.filled.columns += grapheme.columns;
            if !blank {
                self.filled.content = grapheme.at + grapheme.text.len();
            }
        }
        self.push(self.filled.content);
        if let Some(row) = self.rows.get_mut(first_row) {
            row.opens = true;
        }
    }

    /// Ends the open row at the last place that allows it, or somewhere before the grapheme at `at`, which does not fit.
    fn break_before(&mut self, at: usize) {
        if let Some((next, fill)) = self.stop.take() {
            // White space too wide for its row, at the head of a line, makes no row of its own.
            if fill.content > self.start {
                self.push(fill.content);
            }
            self.start = next;
            self.filled.columns = self.filled.columns.saturating_sub(fill.columns);
            return;
        }
        let (next, content, columns) = self.forced_break(at);
        if content > self.start {
            self.push(content);
        }
        self.start = next;
        self.filled.columns = columns;
    }

    /// Where to cut a row that has no place to break: before the last grapheme not tied to the one before it. Returns that place,
    /// the end of what stays, and the columns of what moves on.
    fn forced_break(&self, at: usize) -> (usize, usize, usize) {
        let open = self.line.get(self.start..at).unwrap_or_default();
        let (mut cut, mut content, mut columns) = (None, self.start, 0);
        for grapheme in graphemes(open) {
            let (here, blank) = (self.start + grapheme.at, is_blank(grapheme.text));
            if !blank && here > self.start && !is_tied(self.line, self.start, here) {
                (cut, columns) = (Some((here, content)), 0);
            }
            columns += grapheme.columns;
            if !blank {
                content = here + grapheme.text.len();
            }
        }
        match cut {
            Some((next, kept)) if is_tied(self.line, self.start, at) => (next, kept, columns),
            _ => (at, content, 0),
        }
    }

    fn push(&mut self, content: usize) {
        let span = Span::new(self.start, content.max(self.start)).shift(self.base);
        self.rows.push(Row { span, opens: false });
    }
}

#[cfg(test)]
mod tests;
