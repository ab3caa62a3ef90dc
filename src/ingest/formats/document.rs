//! One file's bytes to its articles: decoded, its format told, each document drafted and assembled.
//!
//! JSON Lines are only told here: their lines are read one by one by `lines`.

use std::path::Path;

use serde_json::Value;

use crate::ingest::draft::Draft;
use crate::ingest::formats::feed;
use crate::ingest::formats::html;
use crate::ingest::formats::json;
use crate::ingest::formats::json::Contents;
use crate::ingest::formats::mail;
use crate::ingest::formats::markdown;
use crate::ingest::formats::plain;
use crate::ingest::rules::assemble;
use crate::ingest::rules::assemble::Source;
use crate::ingest::source::decode::{Decoded, decode, doubtful};
use crate::ingest::source::format::{FileFormat, tell};
use crate::model::article::{Article, Encoding, EncodingBasis};
use crate::model::problem::Problem;

/// What a file gives.
#[derive(Debug, Default)]
pub struct FileContents {
    /// Its articles, before analysis, in order.
    pub articles: Vec<Article>,
    /// What could not be read in it.
    pub problems: Vec<Problem>,
    /// The text of a file in JSON Lines, whose lines are still to be read.
    pub lines: Option<LineText>,
}

/// A decoded file in JSON Lines.
#[derive(Debug)]
pub struct LineText {
    /// Its lines.
    pub text: String,
    /// How its bytes were read.
    pub encoding: Encoding,
}

/// A file that is read.
#[derive(Clone, Copy, Debug)]
pub struct FileName<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// The same as it is shown.
    pub shown: &'a str,
}

/// The articles in `bytes`, the whole content of the file `name`.
#[must_use]
pub fn read(name: FileName, bytes: &[u8]) -> FileContents {
    let mut reading = FileContents::default();
    let Some(decoded) = decode(bytes) else {
        reading.fail(name, "is no text but binary data");
        return reading;
    };
    let doubt = doubtful(&decoded).then(|| doubt(decoded.encoding));
    drafts(name, decoded, bytes, &mut reading);
    if let Some(doubt) = doubt.filter(|_| !reading.articles.is_empty() || reading.lines.is_some()) {
        reading.warn(name, &doubt);
    }
    reading
}

impl FileContents {
    fn fail(&mut self, name: FileName, reason: &str) {
        self.problems.push(Problem { path: name.shown.into(), line: None, partial: false, reason: reason.into() });
    }

    fn warn(&mut self, name: FileName, reason: &str) {
        self.problems.push(Problem { path: name.shown.into(), line: None, partial: true, reason: reason.into() });
    }
}

fn drafts(name: FileName, decoded: Decoded, bytes: &[u8], reading: &mut FileContents) {
    let file = name.path.file_name().map(|file| file.to_string_lossy()).unwrap_or_default();
    let Decoded { text, encoding } = decoded;
    match tell(&text, &file) {
        FileFormat::Plain => one(name, mail::draft(&text).unwrap_or_else(|| plain::draft(&text)), encoding, bytes, reading),
        FileFormat::Html => one(name, html::draft(&text), encoding, bytes, reading),
        FileFormat::Markdown => {
            let (draft, wrong) = markdown::draft(&text);
            one(name, draft, encoding, bytes, reading);
            if let Some(wrong) = wrong {
                reading.warn(name, &wrong);
            }
        }
        FileFormat::JsonLines => reading.lines = Some(LineText { text: text.into_owned(), encoding }),
        FileFormat::Json => match json::read(&text) {
            Ok(Contents::One(value)) => match json::draft(&value) {
                Ok(draft) => one(name, draft, encoding, bytes, reading),
                Err(lack) => reading.fail(name, &lack),
            },
            Ok(Contents::List(list)) => several(name, &list, encoding, reading),
            Err(error) => {
                let line = u32::try_from(error.line()).ok();
                let reason = format!("is not valid JSON: {error}").into();
                reading.problems.push(Problem { path: name.shown.into(), line, partial: false, reason });
            }
        },
        FileFormat::Xml => match feed::items(&text) {
            Some(items) => several(name, &items, encoding, reading),
            None => reading.fail(name, "is XML of a kind that holds no article"),
        },
    }
}

/// A file that is one article.
fn one(name: FileName, draft: Draft, encoding: Encoding, bytes: &[u8], reading: &mut FileContents) {
    let source = Source { path: name.path, shown: name.shown, item: None, encoding, bytes };
    match assemble::article(draft, &source) {
        Some(article) => reading.articles.push(article),
        None => reading.fail(name, "holds no text"),
    }
}

/// An array: each element is an article of its own, and one that is none costs itself alone.
fn several(name: FileName, list: &[Value], encoding: Encoding, reading: &mut FileContents) {
    if list.is_empty() {
        reading.fail(name, "is an empty list");
    }
    for (value, item) in list.iter().zip(1..) {
        // The bytes between two elements belong to none; an element written plainly stands for its own.
        let bytes = value.to_string();
        let source = Source { path: name.path, shown: name.shown, item: Some(item), encoding, bytes: bytes.as_bytes() };
        let article =
            json::draft(value).and_then(|draft| assemble::article(draft, &source).ok_or_else(|| "holds no text".to_owned()));
        match article {
            Ok(article) => reading.articles.push(article),
            Err(lack) => reading.warn(name, &format!("article {item} {lack}")),
        }
    }
}

fn doubt(encoding: Encoding) -> String {
    match encoding.basis {
        _ if encoding.lossy => format!("some bytes mean nothing in {} and show as \u{fffd}", encoding.name),
        EncodingBasis::Detected => format!("is not UTF-8; read as {}, a guess that fits badly", encoding.name),
        _ => format!("read as {}, which fits badly", encoding.name),
    }
}
