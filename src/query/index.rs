//! The index of an archive for the filter line: what is matched at each key, folded once when an article comes in.
//!
//! It holds the articles it indexed and no copy of a body. `query::filter` reads it; whoever filters more than once keeps one.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::model::actor::{ActorIx, ActorTable};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, Place};
use crate::model::date::PartialDate;
use crate::text::fold::fold;

/// What the filter reads of an archive, article by article.
#[derive(Clone, Debug, Default)]
pub struct Index {
    rows: Vec<Row>,
    sources: Vec<Box<str>>,
    source_at: HashMap<Box<str>, u32>,
    table: Arc<ActorTable>,
    spellings: Vec<Vec<Box<str>>>,
    by_date: Vec<ArticleIx>,
}

/// What the filter reads of one article.
#[derive(Clone, Debug)]
pub struct Row {
    /// The article.
    pub article: Arc<Article>,
    /// Its headline, folded.
    pub headline: Box<str>,
    /// Its outlet, a place in [`Index::sources`].
    pub source: Option<u32>,
    /// The actors it names, each once.
    pub actors: Box<[ActorIx]>,
    /// Its publication date as it is shown; empty when unknown.
    pub date: Box<str>,
    /// Its place in the order by publication date, unknown last, then by place.
    pub rank: u32,
}

impl Index {
    /// An index of all of `archive`.
    #[must_use]
    pub fn new(archive: &Archive) -> Self {
        let mut index = Self::default();
        index.extend(archive);
        index
    }

    /// Brings the index up to date with a later state of the archive: only articles that are new or were replaced are read.
    pub fn extend(&mut self, archive: &Archive) {
        if !Arc::ptr_eq(&self.table, archive.actors()) {
            self.table = Arc::clone(archive.actors());
            self.spellings =
                self.table.iter().map(|(_, actor)| actor.spellings.iter().map(|text| fold(text).into()).collect()).collect();
        }
        self.rows.truncate(archive.len());
        let is_known =
            |(ix, article): &(ArticleIx, &Arc<Article>)| self.row(*ix).is_some_and(|row| Arc::ptr_eq(&row.article, article));
        let stale: Vec<(ArticleIx, &Arc<Article>)> = archive.iter().filter(|pair| !is_known(pair)).collect();
        let read: Vec<(Row, Option<Box<str>>)> = stale.par_iter().map(|(_, article)| Row::read(article)).collect();
        for ((ix, _), (mut row, source)) in stale.into_iter().zip(read) {
            row.source = source.map(|name| self.intern(name));
            match self.rows.get_mut(ix.0 as usize) {
                Some(slot) => *slot = row,
                None => self.rows.push(row),
            }
        }
        self.rank();
    }

    /// Ranks the rows. The order so far is kept, so that the sort finds it sorted and merges what is new.
    fn rank(&mut self) {
        self.by_date.retain(|ix| (ix.0 as usize) < self.rows.len());
        let new = self.by_date.len()..self.rows.len();
        self.by_date.extend(new.filter_map(|at| u32::try_from(at).ok()).map(ArticleIx));
        let rows = &self.rows;
        let key = |ix: &ArticleIx| rows.get(ix.0 as usize).map(|row| date_key(&row.article));
        self.by_date.sort_by(|a, b| key(a).cmp(&key(b)));
        for (rank, ix) in (0u32..).zip(&self.by_date) {
            if let Some(row) = self.rows.get_mut(ix.0 as usize) {
                row.rank = rank;
            }
        }
    }

    fn intern(&mut self, name: Box<str>) -> u32 {
        if let Some(at) = self.source_at.get(&name) {
            return *at;
        }
        let at = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        self.sources.push(name.clone());
        self.source_at.insert(name, at);
        at
    }

    /// All rows, in the order of the archive.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of the article at `ix`.
    #[must_use]
    pub fn row(&self, ix: ArticleIx) -> Option<&Row> {
        self.rows.get(ix.0 as usize)
    }

    /// The outlets, folded, each once.
    #[must_use]
    pub fn sources(&self) -> &[Box<str>] {
        &self.sources
    }

    /// The spellings of each actor, folded, in the order of the archive's table.
    #[must_use]
    pub fn spellings(&self) -> &[Vec<Box<str>>] {
        &self.spellings
    }
}

/// Unknown dates last, then by place.
fn date_key(article: &Article) -> (bool, Option<PartialDate>, &Place) {
    let date = article.published.date.sort_key();
    (date.is_none(), date, &article.place)
}

impl Row {
    /// Reads `article`; its outlet, folded, is handed back beside the row.
    fn read(article: &Arc<Article>) -> (Self, Option<Box<str>>) {
        let mut actors: Vec<ActorIx> = article.mentions.iter().map(|mention| mention.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        let row = Self {
            headline: fold(&article.title).into(),
            source: None,
            actors: actors.into(),
            date: article.published.date.to_string().into(),
            article: Arc::clone(article),
            rank: 0,
        };
        (row, article.source.as_ref().map(|source| fold(&source.text).into()))
    }
}
