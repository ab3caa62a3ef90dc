//! The roll of annotations: what is asked of all of them at once, without making each whole.

use ulid::Ulid;

use crate::model::annotation::ArticleKey;
use crate::model::property::{Property, PropertyId, typed};
use crate::notes::action::NoteSubject;
use crate::notes::record::Record;
use crate::notes::state::{NoteDraft, Notes, is_annotation, said};

impl Notes {
    /// The identifiers of all annotations but the deleted, in the order of making.
    pub fn annotation_ids(&self) -> impl Iterator<Item = Ulid> {
        self.annotations.iter().filter(|(_, record)| is_annotation(record)).map(|(id, _)| id)
    }

    /// Whether an annotation may be on this article, as far as [`Notes::of_article`] can tell.
    #[must_use]
    pub fn is_annotated(&self, article: &ArticleKey) -> bool {
        let all = self.articles.near(article).flat_map(|noted| &noted.annotations);
        all.filter_map(|id| self.annotations.get(*id)).any(is_annotation)
    }

    /// The notes being written, in the order of making.
    pub fn drafts(&self) -> impl Iterator<Item = NoteDraft> {
        self.annotations.iter().filter_map(|(id, record)| draft(id, record))
    }

    /// The note being written in the annotation of this identifier.
    #[must_use]
    pub fn draft(&self, id: Ulid) -> Option<NoteDraft> {
        draft(id, self.annotations.get(id)?)
    }

    /// The identifiers of all annotations, in the order of making; some may be deleted, or drafts only.
    pub fn ids(&self) -> impl Iterator<Item = Ulid> {
        self.annotations.iter().map(|(id, _)| id)
    }

    /// The colour and the note of each annotation that is not deleted, in the order of making.
    pub fn said(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        self.annotations.iter().filter(|(_, record)| !record.is(typed::Deleted)).map(|(_, record)| said(record))
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

    /// The articles of which a fact was corrected, or was once, under the key that each was corrected by.
    pub fn corrected_articles(&self) -> impl Iterator<Item = (&ArticleKey, &Record)> {
        self.others.iter().filter_map(|(subject, record)| match subject {
            NoteSubject::Article(key) => record.is_of_any(PropertyId::states_fact).then_some((key, record)),
            _ => None,
        })
    }

    /// The entries of all ledgers as they are written, in the order of making.
    pub(in crate::notes) fn ledger_texts(&self) -> impl Iterator<Item = (Ulid, &str)> {
        self.annotations.iter().filter_map(|(id, record)| Some((id, record.get(typed::Ledger)?.as_deref()?)))
    }

    /// Whether the person has left this annotation without a place.
    #[must_use]
    pub fn is_orphan(&self, id: Ulid) -> bool {
        self.annotations.get(id).is_some_and(|record| record.is(typed::Orphan))
    }
}

fn draft(id: Ulid, record: &Record) -> Option<NoteDraft> {
    let text = record.get(typed::Draft)?.as_deref().filter(|_| !record.is(typed::Deleted))?;
    Some(NoteDraft { annotation: id, target: record.target()?, text: text.to_owned() })
}
