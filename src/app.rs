//! Layer 3, the state machine: what the person wants ([`command`]), what happened ([`event`]), what we ask for in return
//! ([`effect`]), and the one function that ties them, [`update::update`].
//!
//! No terminal, no file, no clock and no thread is known here; the one exception is the text field of [`line_edit`].

pub mod actor_page;
pub mod amending;
pub mod brushing;
pub mod command;
pub mod completing;
pub mod correcting;
pub mod dating;
pub mod effect;
pub mod event;
pub mod field_keys;
pub mod filter_keys;
pub mod filtering;
pub mod following;
pub mod history;
pub mod hit_counts;
pub mod hits;
pub mod keeping;
pub mod key;
pub mod keymap;
pub mod keys_page;
pub mod line_edit;
pub mod loading;
pub mod navigation;
pub mod obey;
pub mod offers;
pub mod opening;
pub mod overlay;
pub mod pages;
pub mod panes;
pub mod picker;
pub mod pinning;
pub mod portraying;
pub mod prompt;
pub mod reading;
pub mod remembering;
pub mod renaming;
pub mod renewing;
pub mod searching;
pub mod settling;
pub mod spanning;
pub mod state;
pub mod surveying;
pub mod surveys;
pub mod typing;
pub mod unkept;
pub mod update;
pub mod viewport;
pub mod vocabulary;
