//! Groups: the families and the stories of one state of an archive, found together.
//!
//! Finding them takes a while, so the reading room has a worker do it once an archive is loaded; the command line asks the index.

use std::sync::Arc;

use crate::analysis::families::Families;
use crate::analysis::stories::Stories;
use crate::model::archive::Archive;

/// Which articles have one text, and which report one event.
#[derive(Clone, Debug, Default)]
pub struct ArticleGroups {
    /// Near-copies.
    pub families: Arc<Families>,
    /// Events over papers.
    pub stories: Arc<Stories>,
}

impl ArticleGroups {
    /// Those of `archive`.
    #[must_use]
    pub fn of(archive: &Archive) -> Self {
        let families = Families::of(archive);
        let stories = Stories::of(archive, &families);
        Self { families: Arc::new(families), stories: Arc::new(stories) }
    }
}
