//! Layer 4, the screen: draws the state. It reads `&State` and changes nothing, so that drawing cannot move anything.

pub mod actor_page;
pub mod actors;
pub mod articles;
pub mod canvas;
pub mod compare_page;
pub mod filter_line;
pub mod filter_note;
pub mod hints;
pub mod histogram;
pub mod margin;
pub mod message;
pub mod notes_pane;
pub mod offers;
pub mod overlay;
pub mod reader;
pub mod regions;
pub mod review;
pub mod screen;
pub mod sheet_page;
pub mod sparkline;
pub mod status;
pub mod theme;
pub mod timeline;
