//! The copies: which articles have one text, how the list folds them, and what counts are made by.
//!
//! A part of [`crate::app::state::State`]; `results/gather_groups` asks for what is in here, the list shows it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::families::Families;
use crate::app::overlay::Overlay;
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::corrections::family_edits::FamilyEdits;
use crate::query::index::groups::ArticleGroups;
use crate::query::results::folding::{CopyFolding, CopyLead, FoldedList, Origins};

/// Which articles have one text, and how the list shows that.
#[derive(Clone, Debug, Default)]
pub struct CopiesState {
    /// The families and stories, once they are found, with what was said of families by hand.
    pub groups: Option<ArticleGroups>,
    /// The families as they were found.
    pub found: Option<Arc<Families>>,
    /// What was said of families by hand.
    pub edits: FamilyEdits,
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
    /// The number that a sheet was asked for under, last.
    pub sheet_generation: u64,
    /// The sheet that is about to be written to a file, as it was open.
    pub(crate) sheet: Option<Overlay>,
    /// What counts are made by, when texts are counted rather than articles.
    pub origins: Option<Arc<Origins>>,
}

impl CopiesState {
    /// Whether the groups were asked for of `archive` as it is: the same articles, with the same corrections.
    #[must_use]
    pub fn is_asked_of(&self, archive: &Archive) -> bool {
        self.asked_of.as_ref().is_some_and(|of| {
            let (one, other) = (of.segments(), archive.segments());
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| Arc::ptr_eq(one, other))
        })
    }

    /// The groups of `archive` as it is, where they are known.
    #[must_use]
    pub fn known_of(&self, archive: &Archive) -> Option<ArticleGroups> {
        self.groups.clone().filter(|_| self.is_asked_of(archive))
    }

    /// Forgets what is known of an archive that is there no more.
    pub fn forget(&mut self) {
        (self.groups, self.found, self.asked_of, self.list, self.origins) = (None, None, None, None, None);
        self.opened.clear();
    }
}
