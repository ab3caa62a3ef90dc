//! Files inside files: archives in ZIP and tar, and what was captured of the web.
//!
//! What is inside is read as if it stood alone, within limits of size, since some kilobytes can unpack to anything. Documents and sheets that
//! are ZIP containers come here for their parts alone (`zipped`). It must not know what the files inside are.

pub(crate) mod archive;
pub(crate) mod warc;
pub(crate) mod zipped;
