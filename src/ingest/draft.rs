//! The draft of an article: what a format says about a document before any rule has read its lines.
//!
//! Made by the files that read one format each, finished by `assemble`. It holds cleaned text only.

use crate::model::article::BlockKind;

/// How a line is set off from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// On a line of its own.
    Line,
    /// Behind at least one blank line.
    Gap,
}

/// A line of a draft: one paragraph, heading, list item or caption, without white space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words; never empty.
    pub text: String,
    /// How it is set off.
    pub set_off: Break,
    /// What the markup says it is; `None` leaves that to the rules.
    pub kind: Option<BlockKind>,
}

/// What a document says of itself, as it says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// The headline.
    pub title: Option<String>,
    /// When it was published, in any notation.
    pub date: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// The author or authors.
    pub author: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The language, as a tag.
    pub lang: Option<String>,
}

/// A document before the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What it says of itself.
    pub declared: Declared,
    /// Its text.
    pub lines: Vec<Line>,
}
