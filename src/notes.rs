//! Layer 2, the reader's own work: what is marked and written, how it is kept, and how it is found again in a changed text.
//!
//! What a person does is an [`action::Action`]; what is known is the fold of all actions, [`state::Notes`], in whatever order they
//! come. `journal` keeps actions in files, `anchoring` finds their places.

pub mod action;
pub mod anchor_check;
pub mod anchoring;
pub mod annotation_facts;
pub mod article_corrections;
pub mod article_field;
pub mod article_index;
pub mod backup;
pub mod borrowed;
pub mod cases;
pub mod check;
pub mod clocks;
pub mod compact;
pub mod family_edits;
pub mod history;
pub mod id_gen;
pub mod identity;
pub mod journal;
pub mod ledger;
pub mod note_filter;
pub mod note_records;
pub mod record;
pub mod sorted_blocks;
pub mod state;
pub mod undo;
