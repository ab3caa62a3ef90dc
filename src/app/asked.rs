//! Asking: what a person asks for in whole lines rather than by keys, in the plain mode. A number picks a row, a line answers a prompt.
//!
//! It may use all rooms that keys lead to, and decides nothing that they decide; it must not know how a line is read or shown.

pub(crate) mod grant;
pub mod wish;
