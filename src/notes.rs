//! Layer 2, the reader's own work: what is marked and written, how it is kept, and how it is found again in a changed text.
//!
//! What a person does is an [`action::Action`]; what is known is the fold of all actions, [`fold::Notes`], in whatever order they
//! come. `journal` keeps actions in files, `anchoring` finds their places.

pub mod action;
pub mod anchoring;
pub mod articles;
pub mod backup;
pub mod compaction;
pub mod dating;
pub mod disk;
pub mod examination;
pub mod field;
pub mod fold;
pub mod held;
pub mod history;
pub mod identity;
pub mod journal;
pub mod lean;
pub mod line;
pub mod ordered;
pub mod pen;
pub mod record;
pub mod remarking;
pub mod sifting;
pub mod undo;
