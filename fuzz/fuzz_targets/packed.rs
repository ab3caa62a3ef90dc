//! Looks for bytes that break the readers of what stands in ZIP and tar: the first byte picks a container, the rest are the files in it, parted by
//! NUL. They are stored plainly, so that what is changed is the files and not their packing.
#![no_main]

use std::path::Path;

use flate2::Crc;
use libfuzzer_sys::fuzz_target;
use liseuse::ingest::formats::document::{FileName, read};

const CONTAINERS: &[&[&str]] = &[
    &["word/document.xml", "word/footnotes.xml", "word/comments.xml", "word/styles.xml", "word/_rels/document.xml.rels"],
    &["mimetype=application/vnd.oasis.opendocument.text", "content.xml", "styles.xml", "meta.xml"],
    &["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "xl/comments1.xml"],
    &["mimetype=application/vnd.oasis.opendocument.spreadsheet", "content.xml"],
    &["META-INF/container.xml", "a.opf", "a.xhtml", "b.xhtml"],
    &["a.txt", "b/c.html", "d.json", "e.csv", "f.jsonl", "g.xml"],
    &["datapackage.json", "archive/a.warc", "pages/pages.jsonl"],
];

fuzz_target!(|bytes: &[u8]| {
    let Some((pick, rest)) = bytes.split_first() else { return };
    let pick = usize::from(*pick) % (CONTAINERS.len() + 1);
    let packed = match CONTAINERS.get(pick) {
        Some(names) => zip(&named(names, rest)),
        None => tar(&named(&["a.txt", "b/c.html", "d.json", "e.csv"], rest)),
    };
    let reading = read(FileName { path: Path::new("a"), shown: "a" }, &packed);
    for article in &reading.articles {
        assert!(article.blocks.iter().all(|block| block.span.after() <= article.body.len()));
    }
});

/// The files: a name with what it holds where it says so, else the next part of the input.
fn named<'a>(names: &[&'a str], rest: &'a [u8]) -> Vec<(&'a str, &'a [u8])> {
    let mut parts = rest.split(|byte| *byte == 0);
    let file = |name: &&'a str| match name.split_once('=') {
        Some((name, content)) => Some((name, content.as_bytes())),
        None => parts.next().map(|part| (*name, part)),
    };
    names.iter().map_while(file).collect()
}

/// A container with the files, stored (APPNOTE 6.3).
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut crc = Crc::new();
        crc.update(content);
        let at = out.len() as u32;
        let (size, length) = ((content.len() as u32).to_le_bytes(), (name.len() as u16).to_le_bytes());
        let common = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &crc.sum().to_le_bytes(), &size, &size, &length, &[0, 0]].concat();
        out.extend([b"PK\x03\x04", &common[..], name.as_bytes(), content].concat());
        list.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 10], &at.to_le_bytes(), name.as_bytes()].concat());
    }
    let (count, at, size) = ((files.len() as u16).to_le_bytes(), (out.len() as u32).to_le_bytes(), (list.len() as u32).to_le_bytes());
    [&out, &list, &b"PK\x05\x06\0\0\0\0"[..], &count, &count, &size, &at, &[0, 0]].concat()
}

/// A tar archive with the files (POSIX.1-2017, ustar).
fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, content) in files {
        let mut head = [0_u8; 512];
        head[..name.len()].copy_from_slice(name.as_bytes());
        head[100..108].copy_from_slice(b"0000644\0");
        head[124..136].copy_from_slice(format!("{:011o}\0", content.len()).as_bytes());
        head[136..148].copy_from_slice(b"00000000000\0");
        head[148..156].copy_from_slice(b"        ");
        head[156] = b'0';
        head[257..265].copy_from_slice(b"ustar\x0000");
        let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
        head[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        out.extend(head);
        out.extend(*content);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.resize(out.len() + 1024, 0);
    out
}
