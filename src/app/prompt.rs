//! The prompt: the one line of text that is being typed, if any. The filter line, a search, or a command by its name.

use crate::app::command::Pane;
use crate::app::line_edit::LineEdit;

/// What is typed into a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The words the articles are filtered by.
    Filter,
    /// Words to look for in a pane; the search began with the pane at this row.
    Search {
        /// The pane.
        pane: Pane,
        /// Its row before the search, to go back to on Esc.
        from: usize,
    },
    /// The name of a command.
    Command,
}

/// A line of text being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// The line.
    pub field: LineEdit,
}

impl Prompt {
    /// A prompt that begins with `text`.
    #[must_use]
    pub fn new(purpose: Purpose, text: &str) -> Self {
        Self { purpose, field: LineEdit::new(text) }
    }
}
