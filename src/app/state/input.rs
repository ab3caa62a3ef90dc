//! Keys on their way to a command: the keymap, a run of keys that has begun, and the words searched for.
//!
//! A part of [`crate::app::state::State`]; plain data.

use std::collections::VecDeque;

use crate::app::keys::command::Pane;
use crate::app::keys::key::KeyPress;
use crate::app::keys::keymap::Keymap;
use crate::app::state::awaited::Awaited;

/// Keys on their way to a command: the keymap, a run of keys that has begun, and the words searched for.
#[derive(Clone, Debug)]
pub struct InputState {
    /// The keys.
    pub keymap: Keymap,
    /// The keys of a run that has begun.
    pub pending: Vec<KeyPress>,
    /// Keys that wait for the list they are meant for.
    pub ahead: VecDeque<KeyPress>,
    /// How many times the next command of the cursor is meant.
    pub count: Option<usize>,
    /// A key that waits for a letter.
    pub awaited: Option<Awaited>,
    /// The pane at a side whose frame the mouse holds.
    pub border: Option<Pane>,
    /// Whether the person has pressed or clicked anything yet.
    pub touched: bool,
    /// The words last searched for in a list, folded.
    pub list_search: String,
    /// The words last searched for in any pane, as they were typed.
    pub last_search: String,
}
