//! The roll of annotations: what is asked of all of them at once, without making each whole.

use ulid::Ulid;

use crate::model::property::typed;
use crate::notes::state::Notes;

impl Notes {
    /// The identifiers of all annotations, in the order of making; some may be deleted, or drafts only.
    pub fn ids(&self) -> impl Iterator<Item = Ulid> {
        self.annotations.iter().map(|(id, _)| id)
    }

    /// The colour and the note of each annotation that is not deleted, in the order of making.
    pub fn said(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        self.annotations.iter().filter(|(_, record)| !record.is(typed::Deleted)).map(|(_, record)| {
            let color = record.get(typed::Color).and_then(Option::as_deref);
            (color, record.get(typed::Note).map_or("", |note| note))
        })
    }

    /// Whether the person has left this annotation without a place.
    #[must_use]
    pub fn is_orphan(&self, id: Ulid) -> bool {
        self.annotations.get(id).is_some_and(|record| record.is(typed::Orphan))
    }
}
