//! The review list: what is not where it was, one of it under the cursor, while the reader above shows its place.
//!
//! It holds what the list itself is at; which annotations there are stands in [`crate::app::state::reanchor_state`], `reviewing` acts on them.

use crate::app::keys::command::Pane;
use crate::app::viewport::Size;
use crate::app::widget::navigation::{Cursor, Spot};
use crate::notes::action::NoteSubject;
use crate::notes::anchor_check::ReviewItem;
use crate::text::span::Span;

/// Rows under the list that tell of the annotation under the cursor.
pub const DETAIL_ROWS: usize = 6;

/// The review list.
#[derive(Clone, Debug)]
pub struct Review {
    /// The cursor in the list.
    pub cursor: Cursor,
    /// The cursor among the places in question, while one is being chosen.
    pub choosing: Option<Cursor>,
    /// What the reader shows, and in which place.
    pub shown: Option<(ReviewItem, usize)>,
    /// The subject of what an undoing brings back to the list.
    pub returning: Option<NoteSubject>,
    /// Where one was before.
    pub home: Home,
    fitted: Size,
}

/// Where one was before the list was opened, to come back to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Home {
    /// The pane with the focus.
    pub focus: Pane,
    /// The row of the list of articles.
    pub row: usize,
    /// What the reader showed.
    pub spot: Option<Spot>,
    /// What was marked in it as jumped to.
    pub marked: Option<Span>,
}

impl Review {
    /// A list with the cursor on its first row.
    #[must_use]
    pub fn new(home: Home) -> Self {
        let fitted = Size::default();
        Self { cursor: Cursor::default(), choosing: None, shown: None, returning: None, home, fitted }
    }

    /// Keeps the cursors within `len` annotations or `places`, and in a window of `rows`.
    pub fn fit(&mut self, len: usize, places: usize, rows: usize) {
        let rows = rows.saturating_sub(DETAIL_ROWS).max(1);
        self.cursor.fit(len, rows);
        if let Some(choosing) = &mut self.choosing {
            choosing.fit(places, rows);
        }
    }

    /// Whether the reader has another size than when this was asked last.
    pub fn is_resized(&mut self, reader: Size) -> bool {
        std::mem::replace(&mut self.fitted, reader) != reader
    }

    /// The place in question that is looked at, counted from the best.
    #[must_use]
    pub fn place(&self) -> usize {
        self.choosing.map_or(0, |choosing| choosing.at)
    }
}
