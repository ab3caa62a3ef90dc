//! Actions: what a person did to an annotation, an article, an event or a day, as one line of a journal says it.
//!
//! An action sets fields and never refers to what the fields were, except for undoing: `was` says what to go back to. Plain
//! data; [`crate::notes::state::Notes`] makes them and takes them in, the journal keeps them.

use serde::{Deserialize, Serialize};
use ulid::Ulid;

use crate::model::annotation::ArticleKey;
use crate::model::property::{Properties, Property, PropertyId, typed};

/// The version of what actions can say. A program that knows a lower one reads a journal and does not write to it.
pub const SCHEMA: u32 = 1;

/// What a person did, all at once: it is kept whole or not at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Its identifier, unique over all devices. Actions are in the order of their identifiers, whatever the clocks said.
    pub id: Ulid,
    /// When it was done by the clock of the device, in milliseconds since 1970 UTC; for people, nothing is ordered by it.
    pub time: u64,
    /// The name of the device it was done on.
    pub device: String,
    /// The [`SCHEMA`] it was written in.
    pub schema: u32,
    /// The archive that was open.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub archive: String,
    /// What it takes back or does again, if that is what it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<Reversal>,
    /// What it changes.
    pub changes: Vec<FieldChange>,
}

/// Undoing and redoing are actions of their own, so that they hold on every device and after a restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reversal {
    /// Takes this action back.
    Undo(Ulid),
    /// Takes this undoing back.
    Redo(Ulid),
}

impl Reversal {
    /// The action that is taken back.
    #[must_use]
    pub fn of(self) -> Ulid {
        match self {
            Self::Undo(of) | Self::Redo(of) => of,
        }
    }
}

/// The fields that an action sets on one subject.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// On what.
    pub of: NoteSubject,
    /// What the fields are from now on.
    pub set: Properties,
    /// What they were before, for undoing; filled in by [`crate::notes::state::Notes::record`].
    #[serde(default, skip_serializing_if = "Properties::is_empty")]
    pub was: Properties,
}

impl FieldChange {
    /// Sets `fields` on `subject`.
    #[must_use]
    pub fn new(subject: NoteSubject, fields: impl IntoIterator<Item = Property>) -> Self {
        Self { of: subject, set: fields.into_iter().collect(), was: Properties::default() }
    }

    /// Whether it sets nothing that a person would miss: a target, and fields in passing.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.set.iter().all(|field| field.is_ephemeral() || field.property() == Some(PropertyId::Target))
    }

    /// Whether it began a draft of a note that was not there. Journals of old say that it was deleted before; undoing that would take
    /// the note away that was written since.
    #[must_use]
    pub fn is_first_draft(&self) -> bool {
        self.is_bare() && self.set.get(typed::Target).is_some() && self.was.get(typed::Deleted) == Some(&true)
    }

    /// Whether it adds an entry to a ledger, which the program does by itself: undoing goes past it to what the person did.
    pub(crate) fn is_ledger_entry(&self) -> bool {
        matches!(self.of, NoteSubject::Annotation(_)) && self.set.get(typed::Ledger).is_some_and(Option::is_some)
    }

    /// The article it is about or in, as far as it says.
    #[must_use]
    pub fn article(&self) -> Option<&ArticleKey> {
        match &self.of {
            NoteSubject::Article(article) => Some(article),
            NoteSubject::Event(event) => Some(&event.article),
            NoteSubject::Annotation(_) => self.set.get(typed::Target).and_then(|target| target.article()),
            NoteSubject::Day(_) | NoteSubject::Archive(_) => None,
        }
    }
}

/// What fields are set on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoteSubject {
    /// An annotation.
    Annotation(Ulid),
    /// An article.
    Article(ArticleKey),
    /// A dated sentence.
    Event(EventKey),
    /// A day of the timeline, in ISO 8601.
    Day(String),
    /// An archive, by its identifier.
    Archive(String),
}

/// What a dated sentence is known by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EventKey {
    /// The article it stands in.
    pub article: ArticleKey,
    /// The sentence, as it stands in the cleaned body.
    pub sentence: String,
}
