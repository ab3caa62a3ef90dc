//! Notes: what a reader marks and writes, kept, and found again in texts that change.
//!
//! Plain functions over the model; `export` hands annotations on, `app` shows them.

pub mod anchoring;
