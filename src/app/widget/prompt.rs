//! The prompt: the one line of text that is being typed, if any. The filter line, a search, or a command by its name.

use crate::app::keys::command::Pane;
use crate::app::widget::completion_menu::CompletionMenu;
use crate::app::widget::line_edit::LineEdit;
use crate::model::actor::ActorIx;
use crate::model::archive::ArticleIx;
use crate::notes::corrections::article_field::ArticleField;

/// What is typed into a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptKind {
    /// The words the articles are filtered by.
    Filter,
    /// Words to look for in a pane; the search began with the pane at this row.
    Search {
        /// The pane.
        pane: Pane,
        /// Its row before the search, to go back to on Esc.
        from: usize,
    },
    /// A date to go to in the timeline, which was on this row before.
    Date {
        /// The row, to go back to on Esc.
        from: usize,
        /// The pane that had the focus.
        pane: Pane,
        /// Whether it had the whole screen.
        zoomed: bool,
    },
    /// The name of a command.
    Command,
    /// A fact that is stated of articles, to be corrected.
    Correct(ArticleField, CorrectionTarget),
    /// The name an actor is shown by.
    Rename(ActorIx),
    /// The name of a case to be made.
    Case {
        /// Whether the article at hand is put into it.
        puts: bool,
    },
    /// The title of a dossier.
    Title,
    /// The file to export to.
    Export,
    /// The file to write the sheet of an event to.
    ExportSheet,
}

/// Which articles are corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionTarget {
    /// This one.
    Article(ArticleIx),
    /// All that are listed when the line is accepted.
    Listed,
}

/// A line of text being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What for.
    pub purpose: PromptKind,
    /// The line.
    pub field: LineEdit,
    /// What could be typed next; only the filter line offers anything.
    pub offers: CompletionMenu,
    /// The place in the history of the query that was taken from there and not changed since.
    pub recalled: Option<usize>,
    /// What was typed before queries were taken from the history.
    pub draft: String,
    /// Whether the person has moved down into the list below the line.
    pub in_list: bool,
}

impl Prompt {
    /// A prompt that begins with `text`.
    #[must_use]
    pub fn new(purpose: PromptKind, text: &str) -> Self {
        let (field, offers) = (LineEdit::new(text), CompletionMenu::default());
        Self { purpose, field, offers, recalled: None, draft: String::new(), in_list: false }
    }
}
