//! One file's bytes to its articles: decoded, its format told, each document drafted and assembled.

use std::path::Path;

use crate::ingest::assemble::{self, Source};
use crate::ingest::decode::{Decoded, decode, doubtful};
use crate::ingest::draft::Draft;
use crate::ingest::format::{Format, tell};
use crate::ingest::plain;
use crate::model::article::{Article, Encoding, EncodingBasis};
use crate::model::problem::Problem;

/// What a file gives.
#[derive(Debug, Default)]
pub struct Reading {
    /// Its articles, before analysis, in order.
    pub articles: Vec<Article>,
    /// What could not be read in it.
    pub problems: Vec<Problem>,
}

/// A file that was read.
#[derive(Clone, Copy, Debug)]
pub struct FileName<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// The same as it is shown.
    pub shown: &'a str,
}

/// The articles in `bytes`, the whole content of the file `name`.
#[must_use]
pub fn read(name: FileName, bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let Some(decoded) = decode(bytes.to_vec()) else {
        reading.problems.push(problem(name, "is no text: it holds binary data", false));
        return reading;
    };
    let doubt = doubtful(&decoded).then(|| problem(name, &doubt(decoded.encoding), true));
    drafts(name, &decoded, bytes, &mut reading);
    reading.problems.extend(doubt.filter(|_| !reading.articles.is_empty()));
    reading
}

fn drafts(name: FileName, decoded: &Decoded, bytes: &[u8], reading: &mut Reading) {
    let file = name.path.file_name().map(|file| file.to_string_lossy()).unwrap_or_default();
    let draft = match tell(&decoded.text, &file) {
        Format::Xml => {
            reading.problems.push(problem(name, "is XML of a kind that holds no article", false));
            return;
        }
        _ => plain::draft(&decoded.text),
    };
    one(name, draft, decoded.encoding, bytes, reading);
}

/// A file that is one article.
fn one(name: FileName, draft: Draft, encoding: Encoding, bytes: &[u8], reading: &mut Reading) {
    let source = Source { path: name.path, shown: name.shown, item: None, encoding, bytes };
    match assemble::article(draft, &source) {
        Some(article) => reading.articles.push(article),
        None => reading.problems.push(problem(name, "holds no text", false)),
    }
}

fn doubt(encoding: Encoding) -> String {
    match encoding.basis {
        _ if encoding.lossy => format!("some bytes mean nothing in {} and show as \u{fffd}", encoding.name),
        EncodingBasis::Detected => format!("is not UTF-8; read as {}, which is a guess that fits badly", encoding.name),
        _ => format!("read as {}, which fits badly", encoding.name),
    }
}

fn problem(name: FileName, reason: &str, partial: bool) -> Problem {
    Problem { path: name.shown.into(), line: None, partial, reason: reason.into() }
}
