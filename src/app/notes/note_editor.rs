//! The editor of a note, which lies over the panes: what it is about, the text being written, and whether a draft is due.
//!
//! `noting` opens it and keeps what comes of it.

use ulid::Ulid;

use crate::app::completion::tag_completion::TagCompletion;
use crate::app::widget::edit::Edit;
use crate::app::widget::text_edit::TextEdit;
use crate::model::annotation::Target;

/// Changes of the text after which it is kept as a draft.
const DRAFT_EVERY: usize = 6;

/// A note being written.
#[derive(Clone, Debug)]
pub struct NoteEditor {
    /// The annotation it belongs to, which may not exist yet.
    pub annotation: Ulid,
    /// The entry its drafts are kept in: its own, unless another window writes on the same note.
    pub drafted_in: Ulid,
    /// What the note is about.
    pub target: Target,
    /// The same in words, on the frame.
    pub title: String,
    /// The words it is written on; empty when there are none.
    pub quoted: String,
    /// The text.
    pub field: TextEdit,
    /// The tags that are offered.
    pub offers: TagCompletion,
    /// The note as it stands in the notes.
    pub before: String,
    changes: usize,
}

impl NoteEditor {
    /// An editor of the note `before`, that goes on with `draft` when there is one.
    #[must_use]
    pub fn new(annotation: Ulid, target: Target, (title, quoted): (String, String), before: String, draft: Option<&str>) -> Self {
        let field = TextEdit::new(draft.unwrap_or(&before));
        Self {
            annotation,
            drafted_in: annotation,
            target,
            title,
            quoted,
            field,
            offers: TagCompletion::default(),
            before,
            changes: 0,
        }
    }

    /// Types `c`.
    pub fn insert(&mut self, c: char) {
        self.changes += usize::from(self.field.insert(c));
    }

    /// Moves, deletes or undoes.
    pub fn edit(&mut self, edit: Edit) {
        self.changes += usize::from(self.field.edit(edit));
    }

    /// Takes the tag that is offered.
    pub fn take_tag(&mut self) {
        self.changes += usize::from(self.offers.take(&mut self.field));
    }

    /// Puts text in at the cursor.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.changes += DRAFT_EVERY;
    }

    /// Whether the text has changed so much that a draft of it is to be kept; asked once for each.
    pub fn is_draft_due(&mut self) -> bool {
        let due = self.changes >= DRAFT_EVERY;
        if due {
            self.changes = 0;
        }
        due
    }

    /// Whether the text has changed since a draft of it was kept.
    #[must_use]
    pub(crate) fn is_behind(&self) -> bool {
        self.changes > 0
    }

    /// The text as it is kept: without white space at its end.
    #[must_use]
    pub fn text(&self) -> String {
        self.field.text().trim_end().to_owned()
    }
}
