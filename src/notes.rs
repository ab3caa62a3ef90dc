//! Layer 2, the reader's own work: what is marked and written, how it is kept, and how it is found again in a changed text.
//!
//! What a person does is an [`action::Action`]; what is known is the fold of all actions, [`state::Notes`], in whatever order they
//! come. `journal` keeps actions in files, `anchoring` finds their places.

pub mod action;
pub mod anchor_check;
pub mod anchoring;
pub mod borrowed;
pub mod cases;
pub mod compact;
pub mod corrections;
pub mod history;
pub mod id_gen;
pub mod journal;
pub mod ledger;
pub mod querying;
pub mod state;
pub mod undo;
