//! Groups: the families and the stories of one state of an archive, found together.
//!
//! Finding them takes a while, so the reading room has a worker do it once an archive is loaded; the command line asks the index.

use std::sync::Arc;

use crate::analysis::families::Families;
use crate::analysis::stories::Stories;
use crate::model::archive::Archive;
use crate::query::index::kept_groups::{Groups, KeptGroups};

/// Which articles have one text, and which report one event.
#[derive(Clone, Debug, Default)]
pub struct ArticleGroups {
    /// Near-copies.
    pub families: Arc<Families>,
    /// Events over papers.
    pub stories: Arc<Stories>,
}

/// The same are those that were found together.
impl PartialEq for ArticleGroups {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.families, &other.families) && Arc::ptr_eq(&self.stories, &other.stories)
    }
}

impl Eq for ArticleGroups {}

impl ArticleGroups {
    /// Those of `archive`; recalled where they are `kept`, else found and kept there.
    #[must_use]
    pub fn of(archive: &Archive, kept: Option<&dyn KeptGroups>) -> Self {
        let (families, stories) = match kept.and_then(|kept| kept.recall(archive)) {
            Some(Groups { families, stories: Some(stories) }) => (families, stories),
            recalled => {
                let families = recalled.map_or_else(|| Families::of(archive), |groups| groups.families);
                let stories = Stories::of(archive, &families);
                if let Some(kept) = kept {
                    kept.keep(archive, &families, Some(&stories));
                }
                (families, stories)
            }
        };
        Self { families: Arc::new(families), stories: Arc::new(stories) }
    }
}
