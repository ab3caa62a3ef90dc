//! The pane of notes: a query typed into its line, the notes it wants, and the one under the cursor.
//!
//! It holds what is shown; `browsing` fills it, moves in it and goes where it leads.

use std::collections::HashSet;
use std::sync::Arc;

use ulid::Ulid;

use crate::app::widget::navigation::Cursor;
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::notes::querying::note_records::NoteRecords;
use crate::query::evaluate::note_query::NoteMatch;
use crate::query::matching::marker::Marker;
use crate::query::selection::Selection;

/// Rows over the list: the query, and how it was understood or what is wrong with it.
pub const HEAD_ROWS: usize = 2;
/// Rows under the list that tell of the note under the cursor.
pub const DETAIL_ROWS: usize = 4;
/// With fewer rows in all there are none of them.
const ROOMY_ROWS: usize = 14;

/// A note in the list, which is looked up when it is drawn: there may be a hundred thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The annotation.
    pub id: Ulid,
    /// Whether it is a note that was not finished.
    pub is_draft: bool,
}

/// What the list says of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// The annotation.
    pub id: Ulid,
    /// Whether it is a note that was not finished.
    pub is_draft: bool,
    /// The name of its colour.
    pub color: Option<String>,
    /// The letter of its colour.
    pub letter: char,
    /// The words it is on, or what else.
    pub words: String,
    /// What was written, on one line.
    pub note: String,
    /// The headline of its article.
    pub about: String,
    /// Where that is.
    pub path: String,
}

/// The pane.
#[derive(Clone, Debug)]
pub struct NotesPane {
    /// The line, with what could be typed next.
    pub prompt: Prompt,
    /// The query.
    pub selection: Selection,
    /// How it was understood, piece by piece.
    pub understood: Vec<String>,
    /// What of it shows in a row.
    pub marker: Marker,
    /// The cursor in the list.
    pub cursor: Cursor,
    /// All notes, as queries ask for them; made for the first query.
    pub noted: Option<Arc<NoteRecords>>,
    /// The number under which they were filtered last.
    pub asked: u64,
    listed: Vec<Listed>,
    shown: Vec<usize>,
    /// Those that were deleted from here.
    gone: HashSet<Ulid>,
}

impl NotesPane {
    /// A pane of these; all are shown.
    #[must_use]
    pub fn new(listed: Vec<Listed>) -> Self {
        Self {
            prompt: Prompt::new(PromptKind::Filter, ""),
            selection: Selection::default(),
            understood: Vec::new(),
            marker: Marker::default(),
            cursor: Cursor::default(),
            noted: None,
            asked: 0,
            shown: (0..listed.len()).collect(),
            gone: HashSet::new(),
            listed,
        }
    }

    /// Shows what was found.
    pub fn show(&mut self, found: &[NoteMatch]) {
        let found = found.iter().map(|one| one.at);
        self.shown = found.filter(|at| self.listed.get(*at).is_some_and(|one| !self.gone.contains(&one.id))).collect();
        self.cursor = Cursor::default();
    }

    /// Shows all.
    pub fn show_all(&mut self) {
        let is_here = |at: &usize| self.listed.get(*at).is_some_and(|one| !self.gone.contains(&one.id));
        self.shown = (0..self.listed.len()).filter(is_here).collect();
        self.cursor = Cursor::default();
    }

    /// Lists the annotation of this identifier no longer; the cursor stays in its row.
    pub(crate) fn leave_out(&mut self, id: Ulid) {
        let is_of = |at: &usize| self.listed.get(*at).is_some_and(|listed| listed.id == id);
        self.shown.retain(|at| !is_of(at));
        self.cursor.at = self.cursor.at.min(self.shown.len().saturating_sub(1));
        self.gone.insert(id);
    }

    /// The notes shown, in their order.
    pub fn rows(&self) -> impl Iterator<Item = Listed> {
        self.shown.iter().filter_map(|at| self.listed.get(*at).copied())
    }

    /// All notes, in their order.
    #[must_use]
    pub fn all(&self) -> &[Listed] {
        &self.listed
    }

    /// How many are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.shown.len()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.listed.len() - self.gone.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The note under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<Listed> {
        self.listed.get(*self.shown.get(self.cursor.at)?).copied()
    }

    /// The rows of the list, and those under it, of `rows` in all.
    #[must_use]
    pub fn heights(rows: usize) -> (usize, usize) {
        let detail = if rows < ROOMY_ROWS { 0 } else { DETAIL_ROWS };
        (rows.saturating_sub(HEAD_ROWS + detail).max(1), detail)
    }

    /// Keeps the cursor in a window of `rows`, and that of the offers in theirs.
    pub fn fit(&mut self, rows: usize) {
        let (list, _) = Self::heights(rows);
        self.cursor.fit(self.shown.len(), list);
        let offers = self.prompt.offers.listed().len();
        self.prompt.offers.cursor.fit(offers, rows.saturating_sub(HEAD_ROWS + 2));
    }
}
