//! Layer 5, the plain mode: the reading room line by line, for screen readers and terminals that can do no more than print.
//!
//! A line is read, something is done, and what came of it is printed: one item a line, states in words, nothing drawn, no cursor moved.
//! It holds no list and no rule of its own: the state, its one `update` and the workers are those of the screen. What the room of the
//! screen does by keys, it asks for as [`Wish`](crate::app::asked::wish::Wish)es.

mod article;
mod conversation;
mod desk;
mod lists;
mod overlay_rows;
mod overlays;
mod place;
mod side_by_side;
mod speaker;
mod unanswered;
mod verbs;
mod words;
mod writing;

use std::sync::Arc;

use crate::app::keys::keymap::Keymap;
use crate::notes::journal::disk::SystemDisk;
use crate::plain::desk::Desk;
use crate::runtime::{OpenRequest, prepare};

/// Opens the reading room in the plain mode, and stays in it until the person leaves or the input ends.
///
/// # Errors
/// When the user's keymap or actors are wrong, the system gives no threads, or the output cannot be written.
pub fn open(request: OpenRequest) -> anyhow::Result<()> {
    let (mut state, load, data) = prepare(request)?;
    state.input.keymap = Keymap::bare(words::of);
    conversation::stay(Desk::open(state, load, (data, Arc::new(SystemDisk)))?)
}
