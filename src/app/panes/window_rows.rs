//! The rows of the timeline that are in view, as plain data; `timeline_window` lays them out.

use std::collections::HashMap;

/// A row in view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowRow {
    /// Its number among the rows of the timeline.
    pub row: usize,
    /// The lines of its label; none for a heading or a gap.
    pub label: Vec<String>,
}

impl WindowRow {
    /// How many rows of the screen it takes.
    #[must_use]
    pub fn height(&self) -> usize {
        self.label.len().max(1)
    }
}

/// The rows in view, and the labels made so far.
#[derive(Clone, Debug, Default)]
pub struct TimelineWindow {
    /// The rows in view, from the first.
    pub rows: Vec<WindowRow>,
    /// The labels made so far, by entry.
    pub labels: HashMap<usize, String>,
}

impl TimelineWindow {
    /// Forgets the labels, when the entries are others.
    pub fn outdate(&mut self) {
        self.rows.clear();
        self.labels.clear();
    }
}
