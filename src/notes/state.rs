//! The state of all notes: the fold of all actions of all devices, whatever the order they come in and however often.
//!
//! For each field the last action wins; deleting is a field too. It knows no files and no clock: the time is told to it. The
//! reading room changes it with [`Notes::record`] and has what that returns kept.

mod apply;
pub mod article_index;
pub mod clocks;
mod copies;
mod homes;
mod iter;
mod note_versions;
pub mod record;
mod reversing;
pub mod sorted_blocks;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ulid::Ulid;

pub use self::note_versions::OtherText;

use self::copies::Copies;
use self::note_versions::NoteVersions;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::property::{Properties, Property, typed};
use crate::notes::action::{Action, EventKey, FieldChange, NoteSubject, Reversal, SCHEMA};
use crate::notes::anchoring::whole::{is_kin, is_surely, with_text};
use crate::notes::id_gen::{IdGenerator, LATEST};
use crate::notes::state::article_index::Articles;
use crate::notes::state::clocks::Clocks;
use crate::notes::state::record::Record;
use crate::notes::state::sorted_blocks::Ordered;
use crate::notes::undo::Undoing;
use crate::tr;

/// What is known of an event or a day of the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimelineNotes {
    /// Whether it is pinned.
    pub pinned: bool,
    /// Whether it is left out.
    pub hidden: bool,
}

/// A note that was being written when the program ended, or still is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDraft {
    /// The annotation, which need not exist otherwise.
    pub annotation: Ulid,
    /// What it is about.
    pub target: Target,
    /// The note as far as it was written.
    pub text: String,
}

/// The state of all notes.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    device: String,
    archive: String,
    paths: Vec<String>,
    ids: IdGenerator,
    clocks: Clocks,
    newer: Option<u32>,
    /// What another device has changed with a newer version of the program, which may know more of it than can be kept here.
    locked: HashSet<NoteSubject>,
    annotations: Ordered<Record>,
    /// The texts of notes that were written side by side.
    versions: NoteVersions,
    others: HashMap<NoteSubject, Record>,
    articles: Articles,
    /// The archive in which a note on an actor or a day was made, with the first action that says so.
    made_in: HashMap<Ulid, (Ulid, Arc<str>)>,
    gone: HashSet<String>,
    /// Where the open archive has the same bytes more than once.
    copies: Copies,
    /// The names of archives, each once.
    named: HashSet<Arc<str>>,
    /// The colours that annotations have, each once.
    colors: HashMap<Box<str>, Arc<Property>>,
    undoing: Undoing,
}

/// The annotations as they were when they were asked for; what is changed later does not show in them.
#[derive(Clone, Debug)]
pub struct AnnotationsNow(Ordered<Record>);

impl AnnotationsNow {
    /// The annotation of this identifier, unless it was deleted.
    #[must_use]
    pub fn get(&self, id: Ulid) -> Option<Annotation> {
        annotation(id, self.0.get(id)?)
    }
}

impl Notes {
    /// No notes yet, on this device; `salt` is a random number that makes its identifiers unlike those of others.
    #[must_use]
    pub fn new(device: &str, salt: u64) -> Self {
        Self { device: device.to_owned(), ids: IdGenerator::new(salt), ..Self::default() }
    }

    /// Tells the time: milliseconds since 1970 UTC. What is recorded from here on was done then.
    pub fn set_clock(&mut self, now: u64) {
        self.ids.set_clock(now);
    }

    /// The time that was told last.
    #[must_use]
    pub fn clock(&self) -> u64 {
        self.ids.clock()
    }

    /// What is to be said of a device whose clock is ahead of the time that was told last; `None` when none is.
    #[must_use]
    pub fn clock_ahead(&self) -> Option<String> {
        self.clocks.ahead(self.ids.clock())
    }

    /// Tells which archive is open, by its identifier, and the files and folders it was opened with.
    pub fn open_archive(&mut self, archive: &str, paths: Vec<String>) {
        archive.clone_into(&mut self.archive);
        self.paths = paths;
    }

    /// The identifier of the open archive; empty when none is.
    #[must_use]
    pub fn archive_id(&self) -> &str {
        &self.archive
    }

    /// An identifier for an annotation about to be made.
    pub fn new_id(&mut self) -> Ulid {
        self.ids.id()
    }

    /// Why nothing may be changed: a newer version of the program has written here, and what it wrote is not all understood; or the clock
    /// shows a time that no identifier tells, and what were done then would never be read again.
    #[must_use]
    pub fn sealed(&self) -> Option<String> {
        if self.ids.clock() > LATEST {
            return Some(
                tr!("the clock of this device is after the year 3000; set it right: until then notes can only be read")
                    .to_owned(),
            );
        }
        let schema = self.newer?;
        Some(tr!(
            "the notes were written by a newer version (schema {schema}, known here: {known}); they can only be read",
            schema,
            known = SCHEMA
        ))
    }

    /// Takes note that something was written in this schema.
    pub fn meet(&mut self, schema: u32) {
        if schema > SCHEMA {
            self.newer = self.newer.max(Some(schema));
        }
    }

    /// Why `subject` may not be changed, if it may not: all is sealed, or another device has written of it with a newer version.
    #[must_use]
    pub fn locked(&self, subject: &NoteSubject) -> Option<String> {
        let is_locked = self.locked.contains(subject);
        self.sealed().or_else(|| {
            is_locked.then(|| tr!("a newer version on another device has written here; it can only be read").to_owned())
        })
    }

    /// Makes an action of `changes` and takes it in, but for those of what is locked. What it returns is to be kept; `None` when nothing
    /// would change, or nothing may be changed ([`Self::sealed`]).
    pub fn record(&mut self, changes: Vec<FieldChange>) -> Option<Action> {
        let changes: Vec<FieldChange> = changes.into_iter().filter_map(|change| self.effective(change)).collect();
        if changes.is_empty() { None } else { self.act(changes, None) }
    }

    /// What [`Self::record`] would make of `changes`, without taking it in: for what is not decided yet and must not be lost.
    pub fn sketch(&mut self, changes: Vec<FieldChange>) -> Option<Action> {
        let changes: Vec<FieldChange> = changes.into_iter().filter_map(|change| self.effective(change)).collect();
        if changes.is_empty() { None } else { self.make(changes, None) }
    }

    /// The articles, events and drafts that have been dealt with, in no order: every subject that is no annotation.
    pub fn subjects(&self) -> impl Iterator<Item = &NoteSubject> {
        self.others.keys()
    }

    /// All subjects that have been dealt with, in no order.
    pub(super) fn all_subjects(&self) -> impl Iterator<Item = NoteSubject> {
        self.ids().map(NoteSubject::Annotation).chain(self.others.keys().cloned())
    }

    /// What is known of `subject` under this very key.
    pub(super) fn own_record(&self, subject: &NoteSubject) -> Option<&Record> {
        match subject {
            NoteSubject::Annotation(id) => self.annotations.get(*id),
            other => self.others.get(other),
        }
    }

    /// The annotation of this identifier, unless it is deleted.
    #[must_use]
    pub fn annotation(&self, id: Ulid) -> Option<Annotation> {
        annotation(id, self.annotations.get(id)?)
    }

    /// The annotations as they are now, for another thread; it takes no longer the more there are.
    #[must_use]
    pub fn annotations_now(&self) -> AnnotationsNow {
        AnnotationsNow(self.annotations.clone())
    }

    /// All annotations but the deleted, in the order of making.
    pub fn annotations(&self) -> impl Iterator<Item = Annotation> {
        self.annotations.iter().filter_map(|(id, record)| annotation(id, record))
    }

    /// The annotations whose article may be this one, in the order of making: one of the same bytes, address or headline, or of
    /// the same path. Which of them belong here is for `anchoring` to say.
    #[must_use]
    pub fn of_article(&self, article: &ArticleKey) -> Vec<Annotation> {
        let mut ids: Vec<Ulid> = self.articles.near(article).flat_map(|noted| &noted.annotations).copied().collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().filter_map(|id| self.annotation(id)).collect()
    }

    /// Tells which archives are gone: none of their files and folders is there any more.
    pub fn set_gone(&mut self, archives: HashSet<String>) {
        self.gone = archives;
    }

    /// What is known of an article, under this key or that of a former state of it.
    #[must_use]
    pub fn article(&self, article: &ArticleKey) -> Record {
        self.joined(article, is_surely, |former| NoteSubject::Article(former.clone()))
    }

    /// What is known of the article of this key, whose cleaned body is `body`. The text is only asked when the key leads to something
    /// that was noted of other bytes.
    #[must_use]
    pub fn of_whole(&self, key: ArticleKey, body: &str) -> Record {
        let (mut is_noted, mut asks_text) = (false, false);
        for former in self.articles.states(&key) {
            let is_same = former.key.sha256 == key.sha256;
            asks_text |= !is_same && is_kin(&former.key, &key);
            is_noted |= is_same;
        }
        match (asks_text, is_noted) {
            (true, _) => self.article(&with_text(key, body)),
            (false, true) => self.article(&key),
            (false, false) => Record::default(),
        }
    }

    /// What is known of a dated sentence.
    #[must_use]
    pub fn event(&self, event: &EventKey) -> TimelineNotes {
        let all = self.joined_event(event);
        TimelineNotes { pinned: all.is(typed::Pinned), hidden: all.is(typed::Hidden) }
    }

    /// What is known of a day of the timeline, in ISO 8601.
    #[must_use]
    pub fn day(&self, day: &str) -> TimelineNotes {
        let record = self.others.get(&NoteSubject::Day(day.to_owned()));
        record.map_or_else(TimelineNotes::default, |record| TimelineNotes {
            pinned: record.is(typed::Pinned),
            hidden: record.is(typed::Hidden),
        })
    }

    /// What is known of `subject`, under whatever keys.
    fn record_of(&self, subject: &NoteSubject) -> Cow<'_, Record> {
        match subject {
            NoteSubject::Article(article) => Cow::Owned(self.article(article)),
            NoteSubject::Event(event) => Cow::Owned(self.joined_event(event)),
            other => self.own_record(other).map_or_else(Cow::default, Cow::Borrowed),
        }
    }

    /// `change` without what is so already.
    fn effective(&self, change: FieldChange) -> Option<FieldChange> {
        if self.locked.contains(&change.of) {
            return None;
        }
        let record = self.record_of(&change.of);
        let is_so = |field: &Property| match record.owned(field.name()) {
            Some(value) => value == *field,
            None => field.unset().as_ref() == Some(field),
        };
        let set: Properties = change.set.iter().filter(|field| !is_so(field)).cloned().collect();
        (!set.is_empty()).then_some(FieldChange { set, ..change })
    }

    /// What to go back to when `change` is taken back.
    fn former(&self, change: &FieldChange) -> Properties {
        let record = self.record_of(&change.of);
        let value = |name: &str| record.owned(name);
        let lasting = change.set.iter().filter(|field| !field.is_ephemeral());
        let mut was: Properties = lasting.filter_map(|field| value(field.name()).or_else(|| field.unset())).collect();
        if change.set.get(typed::Target).is_some() && record.target().is_none() {
            if change.is_bare() {
                // A draft of a note that is not there yet: there is nothing that could be taken back.
                return Properties::default();
            }
            // Before it was made it did not exist, and that is the same as deleted.
            was = std::iter::once(Property::Deleted(true)).collect();
        }
        was
    }

    fn act(&mut self, changes: Vec<FieldChange>, reverses: Option<Reversal>) -> Option<Action> {
        let action = self.make(changes, reverses)?;
        self.apply(&action);
        Some(action)
    }

    fn make(&mut self, mut changes: Vec<FieldChange>, reverses: Option<Reversal>) -> Option<Action> {
        if self.sealed().is_some() {
            return None;
        }
        // Which archive that was is for people to read in the journal, and for its notes when the folder is gone.
        let archive = FieldChange::new(NoteSubject::Archive(self.archive.clone()), [Property::Paths(self.paths.clone())]);
        changes.extend(self.effective(archive).filter(|_| !self.archive.is_empty()));
        for change in &mut changes {
            // Who wrote a note says which text they had before them, and that is what the text may be taken for.
            let over = change.was.get(typed::Note).cloned();
            change.was = self.former(change);
            if let Some(over) = over.filter(|over| change.was.get(typed::Note).is_some_and(|was| was != over)) {
                change.was.set(Property::Note(over));
            }
            self.covered(change).into_iter().for_each(|covered| change.set.set(covered));
        }
        Some(Action {
            id: self.ids.id(),
            time: self.ids.clock(),
            device: self.device.clone(),
            schema: SCHEMA,
            archive: self.archive.clone(),
            reverses,
            changes,
        })
    }
}

/// Notes are equal when they say the same, whoever reads them and in whatever order it was taken in.
impl PartialEq for Notes {
    fn eq(&self, other: &Self) -> bool {
        self.annotations == other.annotations && self.others == other.others
    }
}

/// The colour and the note of an annotation.
fn said(record: &Record) -> (Option<&str>, &str) {
    (record.get(typed::Color).and_then(Option::as_deref), record.get(typed::Note).map_or("", |note| note))
}

/// Whether `record` makes an annotation: it is not deleted, and more than a draft.
fn is_annotation(record: &Record) -> bool {
    let (color, note) = said(record);
    (color.is_some() || !note.is_empty()) && !record.is_deleted() && record.held().is_some()
}

/// The annotation that `record` makes; `None` when it is deleted, or only a draft.
fn annotation(id: Ulid, record: &Record) -> Option<Annotation> {
    if !is_annotation(record) {
        return None;
    }
    let (color, note) = said(record);
    let (color, note) = (color.map(str::to_owned), note.to_owned());
    // The identifier of an import tells when it was made elsewhere; that of a note made here may follow another device's clock.
    let created = record.created().map_or(id.timestamp_ms(), |created| created.min(id.timestamp_ms()));
    let modified = record.modified().map_or(created, |modified| modified.max(created));
    let more = record.exported();
    Some(Annotation { id: id.to_string(), target: record.target()?, color, note, created, modified, more })
}

#[cfg(test)]
mod tests;
