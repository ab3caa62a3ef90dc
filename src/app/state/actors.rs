//! The actors: how they are found, the list's cursor, and what is asked and corrected of them.
//!
//! A part of [`crate::app::state::State`]; plain data.

use crate::analysis::actors::Gazetteer;
use crate::app::state::pending_edit::Pending;
use crate::app::widget::navigation::Cursor;
use crate::model::actor::Likeness;
use std::sync::Arc;

/// The actors: how they are found, the list's cursor, and what is asked and corrected of them.
#[derive(Clone, Debug, Default)]
pub struct ActorsState {
    /// What finds names in an article that is opened.
    pub gazetteer: Arc<Gazetteer>,
    /// The cursor in the list of actors.
    pub cursor: Cursor,
    /// Whether the person has put it on an actor, which it then stays on.
    pub is_chosen: bool,
    /// How many pages of actors were asked for; the number of the newest.
    pub pages_asked: u64,
    /// Whether that page is waited for.
    pub awaits_page: bool,
    /// Pairs of actors that may be one, the surest first.
    pub duplicates: Arc<Vec<Likeness>>,
    /// The text of `actors.toml`.
    pub file: Arc<str>,
    /// Whether a correction of actors is the last thing the person did: undoing does not reach it.
    pub is_corrected_last: bool,
    /// The correction that is on its way.
    pub pending: Pending,
}
