//! The roll of annotations: what is asked of all of them at once, without making each whole.

use ulid::Ulid;

use crate::notes::fold::Notes;

impl Notes {
    /// The identifiers of all annotations, in the order of making; some may be deleted, or drafts only.
    pub fn ids(&self) -> impl Iterator<Item = Ulid> {
        self.annotations.keys().copied()
    }

    /// Whether the person has left this annotation without a place.
    #[must_use]
    pub fn is_orphan(&self, id: Ulid) -> bool {
        self.annotations.get(&id).is_some_and(|record| record.is("orphan"))
    }
}
