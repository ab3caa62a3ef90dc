//! Any bytes as a page: the first byte picks what stands before the rest, so that the reader of HTML is met at once.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use liseuse::ingest::formats::document::{FileName, read};

const HEADS: &[&[u8]] = &[
    b"<!DOCTYPE html><html><head><title>A</title></head><body><article><h1>A</h1><p>",
    b"<!DOCTYPE html><html><head><meta charset=utf-8><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",",
    b"<!DOCTYPE html><html><head><meta property=\"og:title\" content=\"",
    b"<html><body><table><tr><td>",
    b"<!DOCTYPE html><html><body><div><p>Le ministre est arriv\xc3\xa9 &amp; ",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((pick, rest)) = bytes.split_first() else { return };
    let head = HEADS[usize::from(*pick) % HEADS.len()];
    let reading = read(FileName { path: Path::new("a.html"), shown: "a.html" }, &[head, rest].concat());
    for article in &reading.articles {
        assert!(article.blocks.iter().all(|block| block.span.after() <= article.body.len()));
    }
});
