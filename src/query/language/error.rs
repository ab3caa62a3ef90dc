//! What is wrong with a query, where, and how to show it: a caret under the typed text and one short sentence.

use std::fmt;

use crate::text::grapheme::{elide, floor, is_boundary, next, width};
use crate::text::sanitize::sanitize;
use crate::text::span::Span;

/// Whether more typing could mend a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The text stops in the middle of something, as `actor:`; to be shown gently.
    Incomplete,
    /// No continuation makes it a query.
    Wrong,
}

/// A text that is no query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    /// The bytes at fault in the typed text, on grapheme boundaries; empty where something is missing.
    pub span: Span,
    /// Whether more typing could mend it.
    pub kind: ErrorKind,
    /// One short sentence without a full stop.
    pub message: String,
}

impl QueryError {
    /// An error that no continuation mends.
    pub(crate) fn wrong(span: Span, message: impl Into<String>) -> Self {
        Self { span, kind: ErrorKind::Wrong, message: message.into() }
    }

    /// An error that is only one if nothing follows; [`settled`](Self::settled) finds out.
    pub(crate) fn open(span: Span, message: impl Into<String>) -> Self {
        Self { span, kind: ErrorKind::Incomplete, message: message.into() }
    }

    /// The error, incomplete only if nothing follows it in `text`.
    pub(crate) fn settled(mut self, text: &str) -> Self {
        if self.span.after() < text.trim_end().len() {
            self.kind = ErrorKind::Wrong;
        }
        self
    }

    /// The error on grapheme boundaries of `text`.
    pub(crate) fn aligned(mut self, text: &str) -> Self {
        let end = self.span.after();
        let end = if is_boundary(text, end) { end } else { next(text, end) };
        self.span = Span::new(floor(text, self.span.first()), end);
        self
    }

    /// Where the caret stands under `text`, which the error is of: columns before it, and how many it covers, at least one.
    #[must_use]
    pub fn caret(&self, text: &str) -> (usize, usize) {
        let before = Span::new(0, self.span.first()).of(text);
        (width(before), width(self.span.of(text)).max(1))
    }
}

/// What is wrong with a value by itself, before it is known where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes at fault in the value.
    pub span: Span,
    /// Whether more typing could mend it.
    pub kind: ErrorKind,
    /// One short sentence without a full stop.
    pub message: String,
}

impl Fault {
    /// The error of a query in which the value begins at byte `offset`.
    pub(crate) fn at(self, offset: usize) -> QueryError {
        QueryError { span: self.span.shift(offset), kind: self.kind, message: self.message }
    }
}

/// Typed words as an error quotes them: in quotes, on one line, cut to a length that leaves the sentence short.
pub(crate) struct Typed<'a>(pub &'a str);

impl fmt::Display for Typed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const COLUMNS: usize = 32;
        let words: Vec<&str> = self.0.split_whitespace().collect();
        write!(f, "\"{}\"", elide(&sanitize(&words.join(" ")), COLUMNS))
    }
}
