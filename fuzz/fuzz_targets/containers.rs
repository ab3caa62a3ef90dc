//! Looks for bytes that break the readers of files inside files: the first byte picks the head that is put before the rest, so that the
//! format is met at once.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use liseuse::ingest::formats::document::{FileName, read};

const HEADS: &[&[u8]] = &[
    b"Subject: a\nFrom: b <c@d.example>\nMIME-Version: 1.0\n",
    b"Subject: a\nFrom: b\nContent-Type: multipart/alternative; boundary=x\n\n--x\n",
    b"From a@b.example Tue Mar  9 18:00:00 2021\nSubject: a\nFrom: b\n",
    b"From: <Saved by Blink>\nSubject: a\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n",
    b"WARC/1.0\nWARC-Type: response\nContent-Length: 500\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n",
    b"filedesc://a 0 0 text/plain 0\n\nhttp://a.example/ 0 0 text/html 500\nHTTP/1.1 200 OK\n",
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    b"TY  - NEWS\n",
    b"@article{a,\n",
    b"<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'>",
    b"A\nB, 2021-03-09\nPublicerat i print\n========================================\n",
    b"Quelle: A vom 09.03.2021, Seite 1\nDauerhafte Adresse des Dokuments: a\n",
    b"1. A\nB, 9 mars 2021, p. 1, 9w.\n",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((pick, rest)) = bytes.split_first() else { return };
    let head = HEADS[usize::from(*pick) % HEADS.len()];
    let reading = read(FileName { path: Path::new("a"), shown: "a" }, &[head, rest].concat());
    for article in &reading.articles {
        assert!(article.blocks.iter().all(|block| block.span.after() <= article.body.len()));
    }
});
