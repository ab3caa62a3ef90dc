//! The panes: what each one holds, and how it moves.
//!
//! May touch `keys` and `widget`. None of them sees the whole state; the rooms above move them.

pub mod annotations;
pub mod caret;
pub mod chart;
pub mod gap;
pub mod histogram;
pub mod hit_counts;
pub mod layout;
pub mod list_rows;
pub mod pane_widths;
pub mod pinned;
pub mod reader;
pub mod sparkline;
pub mod text_objects;
pub mod timeline;
pub mod timeline_bounds;
pub mod timeline_window;
