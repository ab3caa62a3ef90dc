//! The copies: which articles have one text, how the list folds them, and what counts are made by.
//!
//! A part of [`crate::app::state::State`]; `results/gather_groups` asks for what is in here, the list shows it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::state::State;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::query::folding::{CopyFolding, CopyLead, FoldedList, ListRow, Origins, RowPlace};
use crate::query::groups::ArticleGroups;
use crate::query::sheet::EventSheet;

/// Which articles have one text, and how the list shows that.
#[derive(Clone, Debug, Default)]
pub struct CopiesState {
    /// The families and stories, once they are found.
    pub groups: Option<ArticleGroups>,
    /// The archive they were asked for, last.
    pub asked_of: Option<Archive>,
    /// The number they were asked for under.
    pub generation: u64,
    /// Which copies are folded.
    pub folding: CopyFolding,
    /// Which article stands for them.
    pub lead: CopyLead,
    /// The articles whose copies are shown although they are folded.
    pub opened: BTreeSet<ArticleIx>,
    /// The list with its copies folded; `None` while every article has a row.
    pub list: Option<FoldedList>,
    /// The sheet that is about to be written to a file.
    pub sheet: Option<Arc<EventSheet>>,
    /// What counts are made by, when texts are counted rather than articles.
    pub origins: Option<Arc<Origins>>,
}

impl CopiesState {
    /// Forgets what is known of an archive that is there no more.
    pub fn forget(&mut self) {
        (self.groups, self.asked_of, self.list, self.origins) = (None, None, None, None);
        self.opened.clear();
    }
}

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
