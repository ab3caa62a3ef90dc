//! Jobs: files read, analysed and packed on all cores, their results in order.
//!
//! May touch `source`, `formats` and `rules`. Must not know the cache.

pub(crate) mod batch;
pub(crate) mod duplicates;
pub(crate) mod job;
pub(crate) mod one_line;
pub(crate) mod par_ordered;
mod text_sketch;
