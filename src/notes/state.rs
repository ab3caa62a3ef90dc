//! The state of all notes: the fold of all actions of all devices, whatever the order they come in and however often.
//!
//! For each field the last action wins; deleting is a field too. It knows no files and no clock: the time is told to it. The
//! reading room changes it with [`Notes::record`] and has what that returns kept.

mod apply;
mod iter;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ulid::Ulid;

use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::notes::action::{Action, EventKey, FieldChange, NoteSubject, Reversal, SCHEMA};
use crate::notes::article_index::Articles;
use crate::notes::field::{Properties, Property};
use crate::notes::id_gen::Pen;
use crate::notes::record::Record;
use crate::notes::sorted_blocks::Ordered;
use crate::notes::undo::Undoing;

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleNotes {
    /// Whether it was read.
    pub read: bool,
    /// Whether it has a star.
    pub starred: bool,
    /// The code point of the cleaned body at which the reader stopped.
    pub place: Option<u32>,
    /// The publication date as the person corrected it, in ISO 8601.
    pub published: Option<String>,
}

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
    pen: Pen,
    newer: Option<u32>,
    annotations: Ordered<Record>,
    others: HashMap<NoteSubject, Record>,
    articles: Articles,
    gone: HashSet<String>,
    /// The names of archives, each once.
    named: HashSet<Arc<str>>,
    /// The colours that annotations have, each once.
    colors: HashMap<Box<str>, Arc<Property>>,
    undoing: Undoing,
}

impl Notes {
    /// No notes yet, on this device; `salt` is a random number that makes its identifiers unlike those of others.
    #[must_use]
    pub fn new(device: &str, salt: u64) -> Self {
        Self { device: device.to_owned(), pen: Pen::new(salt), ..Self::default() }
    }

    /// Tells the time: milliseconds since 1970 UTC. What is recorded from here on was done then.
    pub fn set_clock(&mut self, now: u64) {
        self.pen.set_clock(now);
    }

    /// The time that was told last.
    #[must_use]
    pub fn clock(&self) -> u64 {
        self.pen.clock()
    }

    /// Tells which archive is open, by its identifier, and the files and folders it was opened with.
    pub fn open_archive(&mut self, archive: &str, paths: Vec<String>) {
        archive.clone_into(&mut self.archive);
        self.paths = paths;
    }

    /// An identifier for an annotation about to be made.
    pub fn new_id(&mut self) -> Ulid {
        self.pen.id()
    }

    /// Why nothing may be changed: a newer version of the program has written here, and what it wrote is not all understood.
    #[must_use]
    pub fn sealed(&self) -> Option<String> {
        let schema = self.newer?;
        Some(format!("the notes were written by a newer version (schema {schema}, known here: {SCHEMA}); they can only be read"))
    }

    /// Takes note that something was written in this schema.
    pub fn meet(&mut self, schema: u32) {
        if schema > SCHEMA {
            self.newer = self.newer.max(Some(schema));
        }
    }

    /// Makes an action of `changes` and takes it in. What it returns is to be kept; `None` when nothing would change, or
    /// nothing may be changed ([`Self::sealed`]).
    pub fn record(&mut self, changes: Vec<FieldChange>) -> Option<Action> {
        let changes: Vec<FieldChange> = changes.into_iter().filter_map(|change| self.effective(change)).collect();
        if changes.is_empty() { None } else { self.act(changes, None) }
    }

    /// What [`Self::record`] would make of `changes`, without taking it in: for what is not decided yet and must not be lost.
    pub fn sketch(&mut self, changes: Vec<FieldChange>) -> Option<Action> {
        let changes: Vec<FieldChange> = changes.into_iter().filter_map(|change| self.effective(change)).collect();
        if changes.is_empty() { None } else { self.make(changes, None) }
    }

    /// Takes back the last action of this device that was not taken back yet. What it returns is to be kept; `None` when there
    /// is none. Places and drafts are not undone.
    pub fn undo(&mut self) -> Option<Action> {
        let (last, was) = self.undoing.last_done()?;
        self.reverse(was, Reversal::Undo(last))
    }

    /// Does the action again that was taken back last. What it returns is to be kept; `None` when there is none.
    pub fn redo(&mut self) -> Option<Action> {
        let (last, was) = self.undoing.last_undone()?;
        self.reverse(was, Reversal::Redo(last))
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

    /// Whether an annotation may be on this article, as far as [`Notes::of_article`] can tell.
    #[must_use]
    pub fn is_annotated(&self, article: &ArticleKey) -> bool {
        self.articles.near(article).flat_map(|noted| &noted.annotations).any(|id| self.annotation(*id).is_some())
    }

    /// The notes being written, in the order of making.
    pub fn drafts(&self) -> impl Iterator<Item = NoteDraft> {
        self.annotations.iter().filter_map(|(id, record)| match record.field("draft") {
            Some(Property::Draft(Some(text))) if !record.is("deleted") => {
                Some(NoteDraft { annotation: id, target: record.target()?, text: text.to_string() })
            }
            _ => None,
        })
    }

    /// The archives whose notes belong to the open one: itself, and those that noted an article of `found` and whose files are gone,
    /// since a folder that was renamed is another archive by name only. An annotation that finds no article and was made in one of
    /// these is an orphan here; one that was made in another is none of this archive's business.
    pub fn homes<'a>(&'a self, found: impl Iterator<Item = &'a ArticleKey>) -> HashSet<&'a str> {
        let noted = found.flat_map(|article| self.archives_of(article)).filter(|archive| self.gone.contains(*archive));
        std::iter::once(self.archive.as_str()).chain(noted).collect()
    }

    /// The archives in which something was noted of the article of exactly this key.
    pub fn archives_of<'a>(&'a self, article: &ArticleKey) -> impl Iterator<Item = &'a str> {
        self.articles.get(article).into_iter().flat_map(|noted| &noted.archives).map(|archive| &**archive)
    }

    /// The archives that something was noted in, each with its files and folders.
    pub fn archives(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.others.iter().filter_map(|(subject, record)| match (subject, record.field("paths")) {
            (NoteSubject::Archive(archive), Some(Property::Paths(paths))) => Some((archive.as_str(), paths.as_slice())),
            _ => None,
        })
    }

    /// Tells which archives are gone: none of their files and folders is there any more.
    pub fn set_gone(&mut self, archives: HashSet<String>) {
        self.gone = archives;
    }

    /// What is known of an article, under this key or that of a former state of it.
    #[must_use]
    pub fn article(&self, article: &ArticleKey) -> ArticleNotes {
        let all = self.joined(article, |former| NoteSubject::Article(former.clone()));
        let text = |field: Option<&Property>| match field {
            Some(Property::Published(Some(text))) => Some(text.to_string()),
            _ => None,
        };
        let place = match all.field("place") {
            Some(Property::Place(place)) => *place,
            _ => None,
        };
        ArticleNotes { read: all.is("read"), starred: all.is("starred"), place, published: text(all.field("published")) }
    }

    /// What is known of a dated sentence.
    #[must_use]
    pub fn event(&self, event: &EventKey) -> TimelineNotes {
        let all = self.joined_event(event);
        TimelineNotes { pinned: all.is("pinned"), hidden: all.is("hidden") }
    }

    /// What is known of a day of the timeline, in ISO 8601.
    #[must_use]
    pub fn day(&self, day: &str) -> TimelineNotes {
        let record = self.others.get(&NoteSubject::Day(day.to_owned()));
        let is = |name| record.is_some_and(|record| record.is(name));
        TimelineNotes { pinned: is("pinned"), hidden: is("hidden") }
    }

    /// What is known of `subject`, under whatever keys.
    fn record_of(&self, subject: &NoteSubject) -> Cow<'_, Record> {
        match subject {
            NoteSubject::Article(article) => Cow::Owned(self.joined(article, |former| NoteSubject::Article(former.clone()))),
            NoteSubject::Event(event) => Cow::Owned(self.joined_event(event)),
            other => self.own_record(other).map_or_else(Cow::default, Cow::Borrowed),
        }
    }

    fn joined_event(&self, event: &EventKey) -> Record {
        let key = |former: &ArticleKey| EventKey { article: former.clone(), sentence: event.sentence.clone() };
        self.joined(&event.article, |former| NoteSubject::Event(key(former)))
    }

    /// All that is known of what `subject` makes of `article` and of its former states.
    fn joined(&self, article: &ArticleKey, subject: impl Fn(&ArticleKey) -> NoteSubject) -> Record {
        let mut all = Record::default();
        for former in self.articles.near(article).filter(|former| former.key.is_same(article)) {
            if let Some(record) = self.others.get(&subject(&former.key)) {
                all.join(record);
            }
        }
        all
    }

    /// `change` without what is so already.
    fn effective(&self, change: FieldChange) -> Option<FieldChange> {
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
        let lasting = change.set.iter().filter(|field| !field.is_passing());
        let mut was: Properties = lasting.filter_map(|field| value(field.name()).or_else(|| field.unset())).collect();
        if change.set.named("target").is_some() && value("target").is_none() {
            // Before it was made it did not exist, and that is the same as deleted.
            was = std::iter::once(Property::Deleted(true)).collect();
        }
        was
    }

    fn reverse(&mut self, was: Vec<(NoteSubject, Properties)>, reversal: Reversal) -> Option<Action> {
        let changes = was.into_iter().map(|(of, set)| FieldChange { of, set, was: Properties::default() }).collect();
        self.act(changes, Some(reversal))
    }

    fn act(&mut self, changes: Vec<FieldChange>, reverses: Option<Reversal>) -> Option<Action> {
        let action = self.make(changes, reverses)?;
        self.apply(&action);
        Some(action)
    }

    fn make(&mut self, mut changes: Vec<FieldChange>, reverses: Option<Reversal>) -> Option<Action> {
        if self.newer.is_some() {
            return None;
        }
        // Which archive that was is for people to read in the journal, and for its notes when the folder is gone.
        let archive = FieldChange::new(NoteSubject::Archive(self.archive.clone()), [Property::Paths(self.paths.clone())]);
        changes.extend(self.effective(archive).filter(|_| !self.archive.is_empty()));
        for change in &mut changes {
            change.was = self.former(change);
        }
        Some(Action {
            id: self.pen.id(),
            time: self.pen.clock(),
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

/// The annotation that `record` makes; `None` when it is deleted, or only a draft.
fn annotation(id: Ulid, record: &Record) -> Option<Annotation> {
    let color = match record.field("color") {
        Some(Property::Color(color)) => color.as_deref().map(str::to_owned),
        _ => None,
    };
    let note = match record.field("note") {
        Some(Property::Note(note)) => note.to_string(),
        _ => String::new(),
    };
    if record.is("deleted") || color.is_none() && note.is_empty() {
        return None;
    }
    let modified = record.modified().unwrap_or(id).timestamp_ms();
    Some(Annotation { id: id.to_string(), target: record.target()?, color, note, created: id.timestamp_ms(), modified })
}

#[cfg(test)]
mod tests;
