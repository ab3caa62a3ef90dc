//! The rows of the list of articles, with copies folded: which article stands in which, and where an article is found.
//!
//! Whoever changes the list or the way to fold it calls [`State::refold`]; nothing else knows how rows and articles differ.

use crate::app::state::State;
use crate::model::archive::ArticleIx;
use crate::model::segment::ArticleRef;
use crate::query::results::folding::{FoldedList, ListRow, RowPlace};

impl State {
    /// Folds the list anew, after it or the way to fold it has changed.
    pub fn refold(&mut self) {
        let Some(groups) = self.copies.groups.as_ref().filter(|groups| !groups.families.all().is_empty()) else {
            self.copies.list = None;
            return;
        };
        let words = |ix| self.archive.get(ix).map_or(0, ArticleRef::words);
        let how = (self.copies.folding, self.copies.lead);
        let matches = &self.results.current.matches;
        self.copies.list = Some(FoldedList::new((matches, &groups.families), how, &self.copies.opened, &words));
    }

    /// The number of rows of the list.
    #[must_use]
    pub fn list_len(&self) -> usize {
        self.copies.list.as_ref().map_or(self.results.current.matches.len(), |list| list.rows.len())
    }

    /// A row of the list.
    #[must_use]
    pub fn list_row(&self, row: usize) -> Option<ListRow> {
        if let Some(list) = &self.copies.list {
            return list.rows.get(row).copied();
        }
        let found = self.results.current.matches.get(row)?;
        Some(ListRow { article: found.article, place: RowPlace::Alone })
    }

    /// How many rows stand above the match of this number.
    #[must_use]
    pub fn rows_above(&self, at: usize) -> usize {
        let below = || self.results.current.matches.get(at..).unwrap_or_default();
        match &self.copies.list {
            Some(list) => below().iter().find_map(|found| list.row_of(found.article)).unwrap_or(list.rows.len()),
            None => at,
        }
    }

    /// The row of an article in the list; of one that is folded, the row it is folded under.
    #[must_use]
    pub fn row_of(&self, article: ArticleIx) -> Option<usize> {
        match &self.copies.list {
            Some(list) => list.row_of(article),
            None => self.results.current.row_of(article),
        }
    }

    /// Puts the list on an article, and shows the copies among which it is folded.
    pub fn find_in_list(&mut self, article: ArticleIx) {
        if let Some(list) = &self.copies.list
            && let Some(head) = list.head_of(article).filter(|head| *head != article)
            && self.copies.opened.insert(head)
        {
            self.refold();
        }
        if let Some(row) = self.row_of(article) {
            self.articles.at = row;
        }
    }

    /// How many articles of the list no row shows.
    #[must_use]
    pub fn folded_away(&self) -> usize {
        self.copies.list.as_ref().map_or(0, |list| self.results.current.matches.len().saturating_sub(list.rows.len()))
    }
}
