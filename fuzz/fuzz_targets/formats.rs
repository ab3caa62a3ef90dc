//! Looks for bytes that break a reader of a format: each file is read whole, under a name that tells nothing.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use liseuse::ingest::formats::document::{FileName, read};

fuzz_target!(|bytes: &[u8]| {
    let reading = read(FileName { path: Path::new("a"), shown: "a" }, bytes);
    for article in &reading.articles {
        assert!(article.blocks.iter().all(|block| block.span.after() <= article.body.len()));
    }
});
