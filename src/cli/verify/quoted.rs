//! What is checked: a quotation as a file prints it, and what the file says of its article.

use crate::model::anchor::Anchor;
use crate::model::annotation::ArticleKey;

/// A quotation of an exported file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckedQuote {
    /// The identifier of its annotation; empty when the file does not say it.
    pub id: String,
    /// The article it is cited from.
    pub article: ArticleKey,
    /// The words, as printed.
    pub words: String,
    /// The paragraph it is cited from, from 1.
    pub paragraph: Option<usize>,
    /// Its place, when the file tells more than the words.
    pub anchor: Option<Anchor>,
}
