//! Layer 3, the state machine: what the person wants ([`keys::command`]), what happened ([`event`]), what we ask for in return
//! ([`effect`]), and the one function that ties them, [`update::update`].
//!
//! Rooms from the lowest to the highest: `keys`, `widget`, `panes`, `state`, `completion`, `sync`, `results`, `reader`, `copies`, `filter`,
//! `notes`, `review`, `actors`, `input`, `asked`. None imports a higher one. No terminal, no file, no clock and no thread is known here; the one
//! exception is the text field of [`widget::line_edit`].

pub mod actors;
pub mod asked;
pub mod completion;
pub mod copies;
pub mod effect;
pub mod event;
pub mod filter;
pub mod input;
pub mod keys;
pub mod loading;
pub mod notes;
pub mod overlay;
pub mod panes;
pub mod reader;
pub mod results;
pub mod review;
pub mod routing;
pub mod state;
pub mod sync;
pub mod update;
pub mod viewport;
pub mod widget;
