//! What of the screen each pane may fill. The ui layer computes it from the terminal's size; the panes are fitted to it.

use crate::app::keys::command::Pane;

/// A size in terminal cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub cols: usize,
    /// Rows.
    pub rows: usize,
}

/// How the panes share the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Three columns, from 110 columns on.
    #[default]
    Wide,
    /// One pane at a time, under a line of tabs.
    Narrow,
    /// Too small for anything but saying so.
    Tiny,
}

/// The inner size of every pane, frames left out; a pane that is not shown has no rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// How the panes share the screen.
    pub shape: Shape,
    /// The list of articles.
    pub articles: Size,
    /// The reader.
    pub reader: Size,
    /// The timeline.
    pub timeline: Size,
    /// The actors.
    pub actors: Size,
    /// The columns of the histogram over the list; none when it is not shown.
    pub histogram: usize,
    /// The columns of the bars of the sparkline over the timeline; none when it is not shown.
    pub sparkline: usize,
    /// What lies over the panes: help, pickers, pages.
    pub overlay: Size,
    /// The rows of the list of offers under the filter line.
    pub offers: usize,
}

impl Viewport {
    /// The inner size of `pane`.
    #[must_use]
    pub fn of(&self, pane: Pane) -> Size {
        match pane {
            Pane::Articles => self.articles,
            Pane::Reader => self.reader,
            Pane::Timeline => self.timeline,
            Pane::Actors => self.actors,
        }
    }
}
