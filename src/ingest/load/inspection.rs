//! An inspection of one file: what it is taken for, how many articles it gives, which fields they have, what was left out.
//!
//! The file is read as a loading reads it, but nothing is analysed or kept. The command line calls it.

use std::path::Path;

use crate::ingest::catch_panic::{FAULT, guarded};
use crate::ingest::formats::document;
use crate::ingest::formats::json_lines::LineFile;
use crate::ingest::formats::reading::{FileName, Reading, Taken};
use crate::ingest::source::read;
use crate::ingest::source::walk::shown;
use crate::model::article::{Article, BlockKind, HeadlineOrigin};
use crate::model::date::PublicationDate;
use crate::model::problem::Problem;

/// What a file was found to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspection {
    /// What it was taken for; `None` when it was not read.
    pub taken: Option<Taken>,
    /// How many articles it gives.
    pub articles: usize,
    /// How many of them have each field; those that none has are left out.
    pub fields: Vec<(&'static str, usize)>,
    /// What belongs to no article, and its words, and the words of boilerplate in the articles.
    pub left_out: Vec<(&'static str, usize)>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Inspection {
    /// How many articles are known to be lost.
    #[must_use]
    pub fn lost(&self) -> u32 {
        self.problems.iter().map(|problem| problem.articles).sum()
    }
}

/// Whether an article has a field.
type Has = fn(&Article) -> bool;

/// The fields of an article, by name.
const FIELDS: [(&str, Has); 11] = [
    ("title", |article| article.headline != HeadlineOrigin::FirstSentence),
    ("date", |article| article.published.date != PublicationDate::Unknown),
    ("source", |article| article.source.is_some()),
    ("author", |article| article.author.is_some()),
    ("url", |article| article.url.is_some()),
    ("section", |article| article.imprint.section.is_some()),
    ("page", |article| article.imprint.page.is_some()),
    ("docid", |article| article.imprint.docid.is_some()),
    ("credit", |article| article.imprint.credit.is_some()),
    ("updated", |article| article.imprint.updated.is_some()),
    ("lang", |article| !article.lang.to_string().is_empty()),
];

/// Inspects the file at `path`, which has at most `limit` bytes.
#[must_use]
pub fn inspect(path: &Path, limit: u64) -> Inspection {
    let shown = shown(path);
    let name = FileName { path, shown: &shown };
    let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    let failed = |reason: &str| Inspection { problems: vec![Problem::whole(&shown, reason)], ..Inspection::default() };
    match guarded(|| read::with(path, size, limit, |bytes| gathered(name, bytes))) {
        Some(Ok(inspection)) => inspection,
        Some(Err(unread)) => failed(&unread.to_string()),
        None => failed(FAULT),
    }
}

fn gathered(name: FileName, bytes: &[u8]) -> Inspection {
    let Reading { mut articles, mut problems, lines, taken, left_out, .. } = document::read(name, bytes);
    if let Some(lines) = lines {
        let file = LineFile { path: name.path, shown: name.shown, encoding: lines.encoding };
        file.read(&lines.text, &mut |article| articles.push(article), &mut |problem| problems.push(problem));
    }
    let count = |has: Has| articles.iter().filter(|article| has(article)).count();
    let fields = FIELDS.iter().map(|(name, has)| (*name, count(*has))).filter(|(_, count)| *count > 0).collect();
    let mut parts: Vec<(&'static str, usize)> = Vec::new();
    let furniture = articles.iter().map(furniture_words).sum();
    for (what, words) in
        left_out.iter().map(|part| (part.what, part.words.split(' ').count())).chain([("furniture in the articles", furniture)])
    {
        match parts.iter_mut().find(|(known, _)| *known == what) {
            Some((_, known)) => *known += words,
            None if words > 0 => parts.push((what, words)),
            None => {}
        }
    }
    Inspection { taken, articles: articles.len(), fields, left_out: parts, problems }
}

fn furniture_words(article: &Article) -> usize {
    article.blocks_of(BlockKind::Furniture).map(|span| span.of(&article.body).split_whitespace().count()).sum()
}
