//! One line of JSON Lines, read and analysed by itself: no file, no archive, nothing that another line could change.
//!
//! `liseuse extract` asks, on any thread.

use std::path::Path;

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::ingest::catch_panic::{FAULT, guarded};
use crate::ingest::formats::json_lines::LineFile;
use crate::ingest::source::decode::decode;
use crate::model::article::{Article, Encoding, Item};
use crate::model::date::{Publication, PublicationDate};

/// An article of one line.
#[derive(Debug)]
pub(crate) struct LineArticle {
    /// It, analysed.
    pub(crate) article: Article,
    /// What it states of its publication, before the analysis inferred a date; `None` when it states nothing.
    pub(crate) stated: Option<Publication>,
}

/// The article of the bytes of one line, which is `item` of the file at `path`, shown as `shown`.
///
/// # Errors
/// Says what is wrong with the line.
pub(crate) fn read_line(
    (path, shown): (&Path, &str),
    bytes: &[u8],
    item: Option<Item>,
    gazetteer: &Gazetteer,
) -> Result<LineArticle, String> {
    let file = LineFile { path, shown, encoding: Encoding::default() };
    let mut article = match std::str::from_utf8(bytes) {
        Ok(text) => file.line(text, item)?,
        Err(_) => match guarded(|| decode(bytes)).flatten() {
            Some(decoded) => LineFile { encoding: decoded.encoding, ..file }.line(&decoded.text, item)?,
            None => return Err("is no text but binary data".to_owned()),
        },
    };
    let stated = Some(article.published.clone()).filter(|published| published.date != PublicationDate::Unknown);
    guarded(move || {
        analyse(&mut article, gazetteer);
        LineArticle { article, stated }
    })
    .ok_or_else(|| FAULT.to_owned())
}
