//! Layer 5, the reading room at work: the loop, the workers, the terminal. It performs effects; what comes of each is an event.
//!
//! Threads: this one, which owns the state and blocks until something happens; one that reads the terminal; one that loads;
//! one that surveys; one that waits for signals. Nothing polls, so an idle room costs nothing.

pub mod appearance;
pub mod input;
pub mod loader;
pub mod room;
pub mod signals;
pub mod surveyor;
pub mod terminal;

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::keymap::Keymap;
use crate::ingest::{Options, Origin};
use crate::query::selection::Selection;
use crate::ui::theme::Theme;

/// What a reading room is opened with.
#[derive(Debug)]
pub struct Request {
    /// What to load.
    pub origin: Origin,
    /// How to load it.
    pub options: Options,
    /// The gazetteer; `None` builds the built-in one on a worker, off the first frame.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// The filters to begin with.
    pub selection: Selection,
    /// The keys.
    pub keymap: Keymap,
    /// The colours.
    pub theme: Theme,
    /// The most columns a line of the body takes; `None` for the default.
    pub measure: Option<usize>,
}

/// Opens the reading room and stays in it until the person leaves.
///
/// # Errors
/// When the terminal cannot be set up or written to.
pub fn open(request: Request) -> anyhow::Result<()> {
    room::Room::open(request)?.stay()
}
