//! A statement as plain data.

use crate::analysis::statements::speech_words::Pronoun;
use crate::model::actor::ActorIx;
use crate::text::span::Span;

/// How something is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatementKind {
    /// Between quotation marks.
    Direct,
    /// Reported in the words of the text.
    Indirect,
}

impl StatementKind {
    /// Its name in JSON and tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
        }
    }
}

/// What somebody states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The words stated, in bytes of the body, without quotation marks.
    pub(crate) span: Span,
    /// How.
    pub(crate) kind: StatementKind,
    /// The verb of saying, or "selon" and its like.
    pub(crate) cue: Option<Span>,
    /// The actor who states it, where one is named.
    pub(crate) speaker: Option<ActorIx>,
    /// The words that name the speaker, or stand for one who is no known actor.
    pub(crate) speaker_words: Option<Span>,
}

/// A statement, and the pronoun that stands for its speaker, where one does.
pub(super) type Told = (Statement, Option<Pronoun>);

/// `span` without the white space and the closing comma in it.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.first() + (words.len() - words.trim_start().len());
    let end = start + words.trim().trim_end_matches(',').trim_end().len();
    Span::new(start, end)
}
