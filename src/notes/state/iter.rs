//! The roll of annotations: what is asked of all of them at once, without making each whole.

use rayon::iter::ParallelIterator as _;
use ulid::Ulid;

use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::property::{Property, PropertyId, typed};
use crate::notes::action::NoteSubject;
use crate::notes::compact::CompactSubject;
use crate::notes::state::record::Record;
use crate::notes::state::{NoteDraft, Notes, annotation, is_annotation, said};
use crate::notes::undo::Step;

impl Notes {
    /// The identifiers of all annotations but the deleted, in the order of making.
    pub fn annotation_ids(&self) -> impl Iterator<Item = Ulid> {
        self.annotations.iter().filter(|(_, record)| is_annotation(record)).map(|(id, _)| id)
    }

    /// The annotations that are `wanted`, in the order of making; they are put together on all cores.
    #[must_use]
    pub fn annotations_that(&self, wanted: impl Fn(&Annotation) -> bool + Sync) -> Vec<Annotation> {
        let all = self.annotations.par_iter().filter_map(|(id, record)| annotation(id, record));
        all.filter(|annotation| wanted(annotation)).collect()
    }

    /// The annotations that are on no article, with what they are on and what was written, in the order of making.
    pub(crate) fn beside_articles(&self) -> impl Iterator<Item = (Ulid, &Target, &str)> {
        self.annotations.iter().filter(|(_, record)| is_annotation(record)).filter_map(|(id, record)| match record.held()? {
            CompactSubject::Whole(target) if target.article().is_none() => Some((id, &**target, said(record).1)),
            CompactSubject::Whole(_) | CompactSubject::Passage(_) => None,
        })
    }

    /// What the next step back or forth would change.
    #[must_use]
    pub fn next_subjects(&self, step: Step) -> Vec<NoteSubject> {
        let next = self.next_reversed(step);
        next.into_iter().flat_map(|(_, fields)| fields).map(|(subject, _)| subject).collect()
    }

    /// What an annotation is about, also of one that is deleted.
    #[must_use]
    pub fn target_of(&self, id: Ulid) -> Option<Target> {
        self.annotations.get(id)?.target()
    }

    /// Whether an annotation is on this article: one made of the same bytes or address, or of the same path and headline. Another
    /// article of the same headline is another article.
    #[must_use]
    pub fn is_annotated(&self, article: &ArticleKey) -> bool {
        let own = self.articles.near(article).filter(|noted| noted.key.is_same(article));
        let all = own.flat_map(|noted| &noted.annotations);
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
        self.annotations.iter().filter(|(_, record)| !record.is_deleted()).map(|(_, record)| said(record))
    }

    /// What is kept of articles as a whole, such as stars, under the key that each was noted by.
    pub fn facts_of_articles(&self) -> impl Iterator<Item = (&ArticleKey, Vec<Property>)> {
        self.subjects().filter_map(|subject| {
            let NoteSubject::Article(key) = subject else { return None };
            let facts = facts(self.own_record(subject)?);
            (!facts.is_empty()).then_some((key, facts))
        })
    }

    /// What is kept of the article under this very key, likewise.
    #[must_use]
    pub fn facts_of(&self, key: &ArticleKey) -> Vec<Property> {
        self.own_record(&NoteSubject::Article(key.clone())).map(facts).unwrap_or_default()
    }

    /// Whether the person has left what is kept of an article without one.
    #[must_use]
    pub fn is_left(&self, key: &ArticleKey) -> bool {
        self.own_record(&NoteSubject::Article(key.clone())).is_some_and(|record| record.is(typed::Orphan))
    }

    /// The articles of which a property that `is_meant` was set, or was once, under the key that each was known by then.
    pub fn articles_with(&self, is_meant: fn(PropertyId) -> bool) -> impl Iterator<Item = (&ArticleKey, &Record)> {
        self.others.iter().filter_map(move |(subject, record)| match subject {
            NoteSubject::Article(key) => record.is_of_any(is_meant).then_some((key, record)),
            _ => None,
        })
    }

    /// The entries of all ledgers as they are written, in the order of making.
    pub(in crate::notes) fn ledger_texts(&self) -> impl Iterator<Item = (Ulid, &str)> {
        self.annotations.iter().filter_map(|(id, record)| Some((id, record.get(typed::Ledger)?.as_deref()?)))
    }

    /// The cases of all archives, as they stand in the journal.
    pub(in crate::notes) fn case_texts(&self) -> impl Iterator<Item = (Ulid, &str)> {
        self.annotations.iter().filter_map(|(id, record)| Some((id, record.get(typed::CaseEntry)?.as_deref()?)))
    }

    /// Whether the person has left this annotation without a place.
    #[must_use]
    pub fn is_orphan(&self, id: Ulid) -> bool {
        self.annotations.get(id).is_some_and(|record| record.is(typed::Orphan))
    }
}

/// What a person has said of a whole article; that its place is lost is none of it.
fn facts(record: &Record) -> Vec<Property> {
    let is_said = |field: &Property| {
        !field.is_ephemeral() && field.unset().as_ref() != Some(field) && field.property() != Some(PropertyId::Orphan)
    };
    record.all().filter(is_said).collect()
}

fn draft(id: Ulid, record: &Record) -> Option<NoteDraft> {
    Some(NoteDraft { annotation: id, target: record.target()?, text: record.open_draft()?.to_owned() })
}
