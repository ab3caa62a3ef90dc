//! Widgets: fields of text, pickers, menus and pages, and how one moves in a list. Plain data with its own keys.
//!
//! May touch `keys`. Must not see the state, nor know what is picked or typed for.

pub mod completion_menu;
pub mod edit;
pub mod exit_choice;
pub mod line_edit;
pub mod messages;
pub mod navigation;
pub mod pages;
pub mod picker;
pub mod prompt;
pub mod query_page;
pub mod tasks;
pub mod text_edit;
pub(crate) mod timex_words;
