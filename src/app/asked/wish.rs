//! Wishes: what can be asked for without keys, as data.

use ulid::Ulid;

use crate::app::keys::command::Command;
use crate::model::archive::ArticleIx;
use crate::text::span::Span;

/// What a note is to be written on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotePlace {
    /// Words of the open article.
    Words(Span),
    /// The open article, else the one that is listed.
    Article,
    /// The actor with this identifier.
    Actor(String),
    /// This day, as `2020-01-03`.
    Day(String),
}

/// What is asked for. Rows are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To run a command, wherever it works.
    Command(Command),
    /// The articles of this query; without words, all.
    Query(String),
    /// The row of what lies over the panes.
    Pick(usize),
    /// This as the answer to the line that is asked for.
    Answer(String),
    /// Of the notes that lie over the panes, those of this query.
    Narrow(String),
    /// To leave what lies over the panes and the line that is asked for.
    Close,
    /// To open an article, at these words of it when they are given.
    Open(ArticleIx, Option<Span>),
    /// To go on reading at these words of the open article.
    Read(Span),
    /// To look for these words in the open article.
    Find(String),
    /// To mark these words of the open article in the colour of this name.
    Mark(Span, String),
    /// These words of the open article as a quotation with their source.
    Cite(Span),
    /// To delete this highlight of the open article.
    Delete(Ulid),
    /// To write this note, whole.
    Note(NotePlace, String),
    /// To begin a note of several lines.
    NoteBegun(NotePlace),
    /// One more line of it.
    NoteLine(String),
    /// The end of it.
    NoteEnded,
    /// To do this with a row of the review list; of several places, with the one of that number.
    Review(usize, Command, Option<usize>),
}
