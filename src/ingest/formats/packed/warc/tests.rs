//! Web archives in small.

use std::io::Write as _;
use std::path::Path;

use flate2::write::GzEncoder;

use crate::ingest::formats::document;
use crate::ingest::formats::reading::{FileName, Reading};

const PAGE: &str = "<html><head><title>Un budget</title></head><body><article><h1>Un budget</h1><p>Le conseil a voté un budget.</p></article></body></html>";

fn record(kind: &str, address: &str, block: &[u8]) -> Vec<u8> {
    let content = if kind == "resource" { "text/html" } else { "application/http; msgtype=response" };
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2026-11-28T10:00:00Z\r\nWARC-Target-URI: {address}\r\nContent-Type: {content}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn answer(fields: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n").as_bytes(), body].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn read(bytes: &[u8]) -> Reading {
    document::read_for_inspection(FileName { path: Path::new("a.warc"), shown: "a.warc" }, bytes)
}

#[test]
fn a_page_is_read_however_it_was_sent() {
    let chunked = format!("{:x}\r\n{PAGE}\r\n0\r\n\r\n", PAGE.len());
    let answers = [
        answer("", PAGE.as_bytes()),
        answer("Transfer-Encoding: chunked\r\n", chunked.as_bytes()),
        answer("Transfer-Encoding: chunked\r\n", PAGE.as_bytes()),
        answer("Content-Encoding: gzip\r\n", &gzip(PAGE.as_bytes())),
        answer("Content-Encoding: gzip\r\n", PAGE.as_bytes()),
    ];
    let archive: Vec<u8> = answers.iter().flat_map(|answer| record("response", "<https://vigie.example/a>", answer)).collect();
    let reading = read(&[archive, record("resource", "https://vigie.example/b", PAGE.as_bytes())].concat());
    assert_eq!((reading.articles.len(), reading.problems.len()), (6, 0), "{:?}", reading.problems);
    for article in &reading.articles {
        assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("Un budget", ""));
        assert!(article.body.contains("Le conseil a voté un budget."), "{}", article.body);
        assert!(article.url.as_deref().is_some_and(|url| url.starts_with("https://vigie.example/")));
    }
}

#[test]
fn what_is_no_page_is_told_and_what_is_broken_is_lost_alone() {
    let missing = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Non</p>";
    let picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG";
    let parts = [
        record("warcinfo", "", b"software: x"),
        record("response", "https://vigie.example/c", missing),
        b"WARC/1.0\r\nno length\r\n\r\n".to_vec(),
        record("response", "https://vigie.example/d", picture),
        record("response", "https://vigie.example/a", &answer("Content-Encoding: br\r\n", b"x")),
        record("response", "https://vigie.example/a", &answer("", PAGE.as_bytes())),
    ];
    let reading = read(&parts.concat());
    assert_eq!((reading.articles.len(), reading.problems.len()), (1, 2), "{reading:?}");
    let told: Vec<&str> = reading.left_out.iter().map(|part| part.what).collect();
    assert_eq!(told, ["a record about the capture", "an answer without a page", "a file that is no page"]);
    assert!(read(&record("response", "https://vigie.example/c", missing)).articles.is_empty());
}

#[test]
fn older_archives_and_packages_are_read() {
    let answer = answer("", PAGE.as_bytes());
    let head = format!("http://vigie.example/a 1.2.3.4 20140216050221 text/html {}\n", answer.len());
    let arc =
        [b"filedesc://a.arc 0.0.0.0 20140216012908 text/plain 10\n1 0 IA\nURL\n\n".as_slice(), head.as_bytes(), &answer, b"\n"];
    let reading = read(&arc.concat());
    assert_eq!(reading.articles.len(), 1, "{reading:?}");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [
        ("datapackage.json", b"{}".to_vec()),
        ("archive/data.warc.gz", gzip(&record("response", "https://vigie.example/a", &answer))),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let reading = read(&zip.finish().unwrap().into_inner());
    assert_eq!((reading.articles.len(), reading.taken.map(|taken| taken.format)), (1, Some("WACZ")), "{reading:?}");
}
