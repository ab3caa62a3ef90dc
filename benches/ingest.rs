//! How fast one file becomes an article, by its format: the sample archive as plain text, as Markdown with front matter, as a line
//! of JSON and as a page. Reading the file is not in it, nor is the analysis.
//!
//! `cargo bench --bench ingest`.

use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use liseuse::ingest::formats::document::{FileName, read};

/// The bodies of the sample archive.
const BODIES: [&str; 5] = [
    include_str!("../seeds/000_94fb8d0e30f7aafd.txt"),
    include_str!("../seeds/001_77341eb219bfa874.txt"),
    include_str!("../seeds/002_be29dc15a2bbb046.txt"),
    include_str!("../seeds/003_27f911bebe8415c2.txt"),
    include_str!("../seeds/004_126305962bc3ab16.txt"),
];

fn main() {
    divan::main();
}

#[divan::bench]
fn plain(bencher: Bencher) {
    over(bencher, "2020/05/a.txt", str::to_owned);
}

#[divan::bench]
fn markdown(bencher: Bencher) {
    over(bencher, "2020/05/a.md", |body| {
        format!(
            "---\ntitle: \"Le nouveau Premier ministre\"\ndate: 2020-05-16T18:34:40Z\nsource: \"Le Monde\"\nauthor: \"Irène \
             Lefèvre\"\nlang: fr\nurl: https://example.invalid/2020/05/16/a\n---\n\n{body}"
        )
    });
}

#[divan::bench]
fn json(bencher: Bencher) {
    over(bencher, "2020/05/a.json", |body| {
        let record = serde_json::json!({
            "title": "Le nouveau Premier ministre", "date": "2020-05-16T18:34:40Z", "source": "Le Monde", "lang": "fr", "text": body,
        });
        record.to_string()
    });
}

#[divan::bench]
fn html(bencher: Bencher) {
    over(bencher, "2020/05/a.html", |body| {
        let paragraphs = body.replace("\n\n", "</p><p>");
        format!(
            "<!DOCTYPE html><html lang=fr><head><title>Le nouveau Premier ministre</title></head><body><nav><a \
             href=/>Accueil</a></nav><article><p>{paragraphs}</p></article></body></html>"
        )
    });
}

fn over(bencher: Bencher, name: &str, write: impl Fn(&str) -> String) {
    let files: Vec<String> = BODIES.iter().map(|body| write(body)).collect();
    let bytes: usize = files.iter().map(String::len).sum();
    let name = FileName { path: Path::new(name), shown: name };
    bencher
        .counter(BytesCount::new(bytes))
        .counter(ItemsCount::new(files.len()))
        .bench_local(|| black_box(&files).iter().map(|file| read(name, file.as_bytes()).articles.len()).sum::<usize>());
}
