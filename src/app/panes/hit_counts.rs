//! How many hits of the query's words (bare ones and `text:`) the articles in view have. Counted when they come into view, and kept.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::app::widget::navigation::Cursor;
use crate::model::archive::{Archive, ArticleIx};
use crate::query::matching::marker::Marker;
use crate::query::results::filter::Match;

/// How many hits the articles in view have.
#[derive(Clone, Debug, Default)]
pub struct HitCounts {
    /// What was looked for, and in which result: counts of another are of no use.
    counted: Option<(Arc<Marker>, Arc<Vec<Match>>)>,
    counts: HashMap<ArticleIx, usize>,
}

impl HitCounts {
    /// Counts the hits of `marker` in the articles of `matches` that are `shown`, those counted before left out.
    pub fn count(&mut self, archive: &Archive, marker: &Arc<Marker>, matches: &Arc<Vec<Match>>, shown: &[ArticleIx]) {
        if !marker.looks_in_text() {
            *self = Self::default();
            return;
        }
        let is_same = |(by, of): &(Arc<Marker>, Arc<Vec<Match>>)| Arc::ptr_eq(by, marker) && Arc::ptr_eq(of, matches);
        if !self.counted.as_ref().is_some_and(is_same) {
            *self = Self { counted: Some((Arc::clone(marker), Arc::clone(matches))), counts: HashMap::new() };
        }
        for article in shown {
            let count = || archive.get(*article).map_or(0, |text| marker.in_body(text).len());
            self.counts.entry(*article).or_insert_with(count);
        }
    }

    /// The hits of an article; `None` when the query asks nothing of the texts.
    #[must_use]
    pub fn of(&self, article: ArticleIx) -> Option<usize> {
        self.counts.get(&article).copied()
    }
}

/// The articles of a window, and perhaps one above it: a heading among its rows is no article.
#[must_use]
pub fn window(cursor: Cursor, rows: usize) -> Range<usize> {
    cursor.top.saturating_sub(1)..cursor.top + rows
}
