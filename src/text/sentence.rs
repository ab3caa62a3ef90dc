//! Sentences of French and English press prose.

use crate::text::span::Span;

/// The sentences of `text`, in order, without the white space around them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    vec![Span::new(0, text.len())]
}
