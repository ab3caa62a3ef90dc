//! The families of an archive as plain data: which there are, and which each article is of.

use crate::analysis::families::family::Family;
use crate::analysis::families::gathering::TextGroups;
use crate::model::archive::{Archive, ArticleIx};

/// The families of an archive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Families {
    families: Vec<Family>,
    /// For each article of the archive the place of its family, or [`ALONE`].
    places: Vec<u32>,
}

/// Stands for no family.
const ALONE: u32 = u32::MAX;

impl Families {
    /// The families of `archive`, in the order of their leaders.
    #[must_use]
    pub fn of(archive: &Archive) -> Self {
        let mut families = TextGroups::of(archive).families(archive);
        families.sort_by_key(Family::leader);
        Self::gathered(families, archive.len())
    }

    /// Those that were found in an archive of so many articles, in the order of their leaders.
    #[must_use]
    pub(crate) fn gathered(families: Vec<Family>, articles: usize) -> Self {
        let mut places = vec![ALONE; articles];
        for (place, family) in (0..).zip(&families) {
            for member in &family.members {
                if let Some(slot) = places.get_mut(member.article.0 as usize) {
                    *slot = place;
                }
            }
        }
        Self { families, places }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Family] {
        &self.families
    }

    /// The family of an article; `None` when it has no copies.
    #[must_use]
    pub fn family_of(&self, article: ArticleIx) -> Option<&Family> {
        let place = self.places.get(article.0 as usize).filter(|place| **place != ALONE)?;
        self.families.get(*place as usize)
    }

    /// How many articles have the text of an article, itself included.
    #[must_use]
    pub fn copies(&self, article: ArticleIx) -> usize {
        self.family_of(article).map_or(1, |family| family.members.len())
    }

    /// Whether an article stands for its text: as the leader of a family, or alone.
    #[must_use]
    pub fn leads(&self, article: ArticleIx) -> bool {
        self.family_of(article).is_none_or(|family| family.leader() == Some(article))
    }
}
