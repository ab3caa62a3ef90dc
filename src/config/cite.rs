//! `[cite]`: how a quotation is copied with its source.

use serde::Deserialize;

/// How a quotation is copied with its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cite {
    /// In which format.
    pub format: CitationFormat,
    /// A template in the language of Jinja, which goes before the format. It knows `quote`, `author`, `title`, `source`, `date`,
    /// `paragraph`, `url` and `path`.
    pub template: Option<String>,
}

/// A format of citations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CitationFormat {
    /// A block quotation and a line with its source.
    #[default]
    Markdown,
    /// One line for a footnote.
    Footnote,
    /// An entry for a bibliography, the quotation as its annotation.
    Bibtex,
}
