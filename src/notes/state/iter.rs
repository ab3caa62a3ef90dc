//! The roll of annotations: what is asked of all of them at once, without making each whole.

use ulid::Ulid;

use crate::model::annotation::ArticleKey;
use crate::model::property::{Property, typed};
use crate::notes::action::NoteSubject;
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

    /// What is kept of articles as a whole, such as stars, under the key that each was noted by.
    pub fn facts_of_articles(&self) -> impl Iterator<Item = (&ArticleKey, Vec<Property>)> {
        self.subjects().filter_map(|subject| {
            let NoteSubject::Article(key) = subject else { return None };
            let is_said = |field: &Property| !field.is_ephemeral() && field.unset().as_ref() != Some(field);
            let facts: Vec<Property> = self.own_record(subject)?.all().filter(is_said).collect();
            (!facts.is_empty()).then_some((key, facts))
        })
    }

    /// Whether the person has left this annotation without a place.
    #[must_use]
    pub fn is_orphan(&self, id: Ulid) -> bool {
        self.annotations.get(id).is_some_and(|record| record.is(typed::Orphan))
    }
}
