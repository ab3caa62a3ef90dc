//! The draft of an article: what a format says about a document before any rule has read its lines.
//!
//! Made by the files that read one format each, finished by `assemble`. It holds cleaned text only.

use crate::model::article::BlockKind;
use crate::text::span::Span;

/// How a line is set off from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// On a line of its own.
    Line,
    /// Behind at least one blank line.
    Gap,
}

/// A line of a draft: one paragraph, heading, list item or caption, without white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Where its words are in [`Lines::text`]; never empty.
    pub span: Span,
    /// How it is set off.
    pub set_off: Break,
    /// What the markup says it is; `None` leaves that to the rules.
    pub kind: Option<BlockKind>,
}

/// The lines of a document, laid out in one text as the body of the article will be: a string for each would cost more
/// than all the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The lines one under the other, a blank line before each that is set off.
    pub text: String,
    /// Where they are.
    pub places: Vec<DraftLine>,
}

impl Lines {
    /// No lines, and room for a text of `bytes` bytes.
    #[must_use]
    pub fn with_room(bytes: usize) -> Self {
        /// About the bytes of a paragraph of the press.
        const PARAGRAPH: usize = 256;
        Self { text: String::with_capacity(bytes), places: Vec::with_capacity(bytes / PARAGRAPH) }
    }

    /// Adds a line of `words`, which are not empty.
    pub fn push(&mut self, words: &str, set_off: Break, kind: Option<BlockKind>) {
        if !self.text.is_empty() {
            self.text.push_str(if set_off == Break::Gap { "\n\n" } else { "\n" });
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.places.push(DraftLine { span: Span::new(start, self.text.len()), set_off, kind });
    }

    /// Adds the lines of `more`, each as `kind` where the markup says nothing else.
    pub fn extend(&mut self, more: &Lines, kind: Option<BlockKind>) {
        for line in &more.places {
            self.push(more.words(line), line.set_off, line.kind.or(kind));
        }
    }

    /// Adds `words` to the last line.
    pub fn prolong(&mut self, words: &str) {
        let Some(last) = self.places.last_mut() else { return };
        self.text.push(' ');
        self.text.push_str(words);
        last.span = Span::new(last.span.first(), self.text.len());
    }

    /// Adds `words` to the last line in the place of its last `bytes` bytes, with no space between.
    pub fn close_up(&mut self, bytes: usize, words: &str) {
        let Some(last) = self.places.last_mut() else { return };
        let end = self.text.len().saturating_sub(bytes);
        if self.text.is_char_boundary(end) {
            self.text.truncate(end);
        }
        self.text.push_str(words);
        last.span = Span::new(last.span.first(), self.text.len());
    }

    /// The words of `line`, one of these.
    #[must_use]
    pub fn words(&self, line: &DraftLine) -> &str {
        line.span.of(&self.text)
    }

    /// The words of each line.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        self.places.iter().map(|line| self.words(line))
    }
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
    /// The section or rubric.
    pub section: Option<String>,
    /// The page or pages of the printed issue, without the word for page.
    pub page: Option<String>,
    /// The identifier the source gives the document.
    pub docid: Option<String>,
    /// The agency or service credited beside the outlet.
    pub credit: Option<String>,
    /// When it was changed last, in any notation; never the day of publication.
    pub updated: Option<String>,
}

/// A document before the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What it says of itself.
    pub declared: Declared,
    /// Its text.
    pub lines: Lines,
    /// Whether a database or a catalogue set the fields: it knows better than lines of the text, which may quote a date.
    pub curated: bool,
    /// What may stand around the text in its lines.
    pub around: Around,
}

/// What may stand around the text of an article in the lines of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Around {
    /// Whatever pages print: menus, lists of other articles, comments.
    #[default]
    Anything,
    /// Bylines and notices, as in the records of databases: their text is the article's from its first line to its last.
    Notices,
    /// Nothing: the document says that its lines are the text.
    Nothing,
}
