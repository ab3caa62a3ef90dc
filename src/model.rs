//! Layer 1, the facts of the field: plain data without files, clocks, threads or terminals.

pub mod actor;
pub mod anchor;
pub mod annotation;
pub mod archive;
pub mod article;
pub mod candidate;
pub mod column;
pub mod confidence;
pub mod date;
pub mod day;
pub mod event;
pub mod imprint;
pub mod problem;
pub mod property;
pub mod segment;
pub mod target;
