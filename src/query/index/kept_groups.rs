//! Families and stories that were found before, so that they need not be found anew. Who keeps them, and where, is not told here.

use std::fmt::Debug;

use crate::analysis::families::Families;
use crate::analysis::stories::Stories;
use crate::model::archive::Archive;

/// The families and, as far as somebody asked for them, the stories of an archive.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// The families.
    pub families: Families,
    /// The stories.
    pub stories: Option<Stories>,
}

/// Keeps the groups of one archive.
pub trait KeptGroups: Debug + Send + Sync {
    /// Those of `archive`; `None` when none are kept for it exactly as it is.
    fn recall(&self, archive: &Archive) -> Option<Groups>;

    /// Keeps those of `archive`. It is of no harm when that fails: they are found anew then.
    fn keep(&self, archive: &Archive, families: &Families, stories: Option<&Stories>);
}
