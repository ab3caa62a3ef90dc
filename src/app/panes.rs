//! The panes: what each one holds, and how it moves. None of them sees the whole state.

pub mod chart;
pub mod gap;
pub mod histogram;
pub mod layout;
pub mod reader;
pub mod sparkline;
pub mod timeline;
