//! The index of an archive for the filter line: what is matched at each key, made once when articles come in.
//!
//! It holds a snapshot of the archive and no copy of a body. `query::filter` reads it; whoever filters more than once keeps one.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::slice::ParallelSliceMut as _;

use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::PartialDate;
use crate::model::segment::{ArticleRef, Segment};
use crate::text::fold::fold;

/// What the filter reads of an archive.
#[derive(Clone, Debug, Default)]
pub struct Index {
    archive: Archive,
    /// The outlet of each article, a place in `sources`, or [`NO_SOURCE`].
    source_of: Vec<u32>,
    sources: Vec<Box<str>>,
    source_at: HashMap<Box<str>, u32>,
    spellings: Vec<Vec<Box<str>>>,
    by_date: Vec<ArticleIx>,
    /// The place of each article in `by_date`.
    ranks: Vec<u32>,
}

/// Stands for no outlet.
const NO_SOURCE: u32 = u32::MAX;

impl Index {
    /// An index of all of `archive`.
    #[must_use]
    pub fn new(archive: &Archive) -> Self {
        let mut index = Self::default();
        index.extend(archive);
        index
    }

    /// Brings the index up to date with a later state of the archive: only segments that are new or were replaced are read.
    pub fn extend(&mut self, archive: &Archive) {
        if !Arc::ptr_eq(self.archive.actors(), archive.actors()) {
            let folded = |spellings: &[Box<str>]| spellings.iter().map(|text| fold(text).into()).collect();
            self.spellings = archive.actors().iter().map(|(_, actor)| folded(&actor.spellings)).collect();
        }
        let known = self.archive.clone();
        let known: Vec<_> = known.placed_segments().collect();
        let mut changed = archive.len() != self.ranks.len();
        self.source_of.truncate(archive.len());
        for (at, (start, segment)) in archive.placed_segments().enumerate() {
            let is_known = known.get(at).is_some_and(|(at, known)| *at == start && Arc::ptr_eq(known, segment));
            if !is_known || self.source_of.len() < start.0 as usize + segment.len() {
                self.read(start.0 as usize, segment);
                changed = true;
            }
        }
        self.archive = archive.clone();
        if changed {
            self.rank();
        }
    }

    fn read(&mut self, start: usize, segment: &Segment) {
        self.source_of.truncate(self.source_of.len().max(start));
        for (at, article) in (start..).zip(segment.iter()) {
            let source = article.source().map_or(NO_SOURCE, |name| self.intern(name));
            match self.source_of.get_mut(at) {
                Some(slot) => *slot = source,
                None => self.source_of.push(source),
            }
        }
    }

    /// Ranks the articles by date. The order so far is kept, so that the sort finds it sorted and merges what is new.
    fn rank(&mut self) {
        let len = self.source_of.len();
        self.by_date.retain(|ix| (ix.0 as usize) < len);
        let new = self.by_date.len()..len;
        self.by_date.extend(new.filter_map(|at| u32::try_from(at).ok()).map(ArticleIx));
        let archive = &self.archive;
        self.by_date.par_sort_by_cached_key(|ix| archive.get(*ix).map(date_key));
        self.ranks.resize(len, 0);
        for (rank, ix) in (0u32..).zip(&self.by_date) {
            if let Some(slot) = self.ranks.get_mut(ix.0 as usize) {
                *slot = rank;
            }
        }
    }

    fn intern(&mut self, name: &str) -> u32 {
        if let Some(at) = self.source_at.get(name) {
            return *at;
        }
        let folded: Box<str> = fold(name).into();
        let known = self.sources.iter().position(|source| *source == folded);
        let at = known.unwrap_or_else(|| {
            self.sources.push(folded);
            self.sources.len() - 1
        });
        let at = u32::try_from(at).unwrap_or(NO_SOURCE);
        self.source_at.insert(name.into(), at);
        at
    }

    /// The archive it is of.
    #[must_use]
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// The outlets, folded, each once.
    #[must_use]
    pub fn sources(&self) -> &[Box<str>] {
        &self.sources
    }

    /// The outlet of the article at `ix`, a place in [`Index::sources`].
    #[must_use]
    pub fn source(&self, ix: ArticleIx) -> Option<usize> {
        self.source_of.get(ix.0 as usize).filter(|at| **at != NO_SOURCE).map(|at| *at as usize)
    }

    /// The place of the article at `ix` in the order by publication date, unknown last, then by place.
    #[must_use]
    pub fn rank_of(&self, ix: ArticleIx) -> u32 {
        self.ranks.get(ix.0 as usize).copied().unwrap_or(u32::MAX)
    }

    /// The spellings of each actor, folded, in the order of the archive's table.
    #[must_use]
    pub fn spellings(&self) -> &[Vec<Box<str>>] {
        &self.spellings
    }
}

/// Unknown dates last, then by place.
fn date_key(article: ArticleRef<'_>) -> (bool, Option<PartialDate>, &str, Option<u32>) {
    let date = article.date().sort_key();
    (date.is_none(), date, article.path(), article.item())
}
