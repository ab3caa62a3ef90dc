//! Any bytes in a file whose name says what they are: the first byte picks the ending. A name opens readers that content alone does not: JSON that is
//! broken, tables without names, settings in YAML.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use liseuse::ingest::formats::document::{FileName, read};

const NAMES: &[&str] = &["a.json", "a.jsonl", "a.csv", "a.tsv", "a.md", "a.html", "a.yml", "a.ctx", "a.xml", "a.ipynb"];

fuzz_target!(|bytes: &[u8]| {
    let Some((pick, rest)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*pick) % NAMES.len()];
    let reading = read(FileName { path: Path::new(name), shown: name }, rest);
    for article in &reading.articles {
        assert!(article.blocks.iter().all(|block| block.span.after() <= article.body.len()));
    }
});
