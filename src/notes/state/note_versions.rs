//! Versions of a note: the texts of one note that were written side by side, on two devices or in two windows, so that none is lost.
//!
//! The last text holds, as for every field. But an action says which text its writer had before them (`was`). A text that no later writer had before
//! them was written over unseen; it is kept here until a person has chosen or joined. What comes out does not depend on the order in
//! which actions are taken in, and each costs the same however many there are.

use std::collections::HashMap;

use twox_hash::XxHash3_64;
use ulid::Ulid;

use crate::model::property::{Property, typed};
use crate::notes::action::{FieldChange, NoteSubject, Reversal};
use crate::notes::state::record::{Record, Version, device_hash, text_hash};
use crate::notes::state::{Notes, is_annotation};

/// The texts of notes that were written over, by the annotation.
#[derive(Clone, Debug, Default)]
pub(super) struct NoteVersions(HashMap<Ulid, Versions>);

/// What is known of the texts of one note.
#[derive(Clone, Debug, Default)]
struct Versions {
    /// The hash of each text that somebody had before them when they wrote, with the actions that may have written it.
    over: HashMap<u64, Vec<Seen>>,
    /// The texts that were written over unseen, or may have been: what saw them may come yet.
    unseen: Vec<Unseen>,
}

/// Actions from one on and before another: who did the latter has seen their text.
#[derive(Clone, Copy, Debug)]
struct Seen {
    from: Ulid,
    before: Ulid,
}

/// What an action says of the note.
pub(super) struct Writing<'a> {
    /// The action.
    pub(super) version: Version,
    /// The text.
    pub(super) words: &'a str,
    /// The text that its writer had before them.
    pub(super) over: &'a str,
    /// What it takes back or does again: nobody has read more than what was written since.
    pub(super) reverses: Option<Reversal>,
}

/// So many stretches are remembered of one text; of those before, a person may be asked once too often.
const REMEMBERED: usize = 64;

#[derive(Clone, Debug)]
struct Unseen {
    version: Version,
    words: Box<str>,
}

/// A text that was written beside the one that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherText {
    /// The action that wrote it.
    pub action: Ulid,
    /// Whether it was written on this device.
    pub is_here: bool,
    /// The text.
    pub text: String,
}

impl NoteVersions {
    /// Takes note that the note of `id` was written. `held` is the text that held until then.
    pub(super) fn meet(&mut self, id: Ulid, writing: &Writing<'_>, held: Option<(Version, &str)>) {
        let Writing { version, words, over, .. } = *writing;
        let Some((former, before)) = held else {
            // Nearly all notes are written once, and cost nothing here.
            if !over.is_empty() {
                self.0.entry(id).or_default().note(writing);
            }
            return;
        };
        if former == version {
            return;
        }
        let versions = self.0.entry(id).or_default();
        versions.note(writing);
        // The earlier of the two is written over, in whatever order they came.
        let (lost, text) = if former < version { (former, before) } else { (version, words) };
        versions.lose(lost, text);
    }
}

impl Seen {
    fn holds(self, version: Version) -> bool {
        self.from <= version.action() && version.action() < self.before
    }
}

impl Versions {
    /// Takes note of what the writer had before them.
    fn note(&mut self, writing: &Writing<'_>) {
        let hash = hash(writing.over);
        let from = match writing.reverses {
            Some(Reversal::Undo(id) | Reversal::Redo(id)) => id,
            None => Ulid::nil(),
        };
        let mut new = Seen { from, before: writing.version.action() };
        let all = self.over.entry(hash).or_default();
        all.retain(|old| {
            let is_apart = old.before < new.from || new.before < old.from;
            if !is_apart {
                new = Seen { from: new.from.min(old.from), before: new.before.max(old.before) };
            }
            is_apart
        });
        all.push(new);
        all.drain(..all.len().saturating_sub(REMEMBERED));
        self.unseen.retain(|one| !new.holds(one.version) || hash != self::hash(&one.words));
    }

    /// Takes note that `words`, written in `version`, do not hold.
    fn lose(&mut self, version: Version, words: &str) {
        let is_seen = self.over.get(&hash(words)).is_some_and(|over| over.iter().any(|seen| seen.holds(version)));
        if !is_seen && !words.is_empty() && self.unseen.iter().all(|one| one.version != version) {
            self.unseen.push(Unseen { version, words: words.into() });
        }
    }
}

impl Notes {
    /// Whether an annotation was made and is deleted.
    #[must_use]
    pub fn is_deleted(&self, id: Ulid) -> bool {
        self.annotations.get(id).is_some_and(Record::is_deleted)
    }

    /// The note that a deletion is made over, by its hash; `None` when `change` deletes nothing.
    pub(super) fn covered(&self, change: &FieldChange) -> Option<Property> {
        let NoteSubject::Annotation(id) = &change.of else { return None };
        change.set.get(typed::Deleted).filter(|is_deleted| **is_deleted)?;
        let note = self.annotations.get(*id).and_then(Record::written_note).map_or("", |(_, note)| note);
        Some(Property::Covers(Some(text_hash(note).into())))
    }

    /// The texts of a note that were written beside the one that holds and are neither in it nor settled, in the order of writing.
    #[must_use]
    pub fn other_texts(&self, id: Ulid) -> Vec<OtherText> {
        let (Some(versions), Some(record)) = (self.versions.0.get(&id), self.annotations.get(id)) else { return Vec::new() };
        if versions.unseen.is_empty() || !is_annotation(record) {
            return Vec::new();
        }
        let own = device_hash(&self.device);
        let mut texts: Vec<OtherText> = Vec::new();
        for one in versions.unseen.iter().filter(|one| is_open(record, one)) {
            let is_known = texts.iter().any(|known| known.text == *one.words);
            if !is_known {
                let (action, text) = (one.version.action(), one.words.to_string());
                texts.push(OtherText { action, is_here: one.version.is_of(own), text });
            }
        }
        texts.sort_by_key(|text| text.action);
        texts
    }

    /// The annotations of which a text was written beside the one that holds, in the order of making.
    #[must_use]
    pub fn written_twice(&self) -> Vec<Ulid> {
        let mut ids: Vec<Ulid> = self.versions.0.keys().copied().filter(|id| !self.other_texts(*id).is_empty()).collect();
        ids.sort_unstable();
        ids
    }

    /// The actions whose texts of a note were chosen between.
    #[must_use]
    pub fn settled(&self, id: Ulid) -> Vec<String> {
        self.annotations.get(id).and_then(|record| record.get(typed::Settled)).cloned().unwrap_or_default()
    }
}

/// Whether a text is to be asked about: it is not part of the note, and nobody has settled it.
fn is_open(record: &Record, one: &Unseen) -> bool {
    let note = record.get(typed::Note).map_or("", |note| note);
    let is_settled = || {
        let id = one.version.action().to_string();
        record.get(typed::Settled).is_some_and(|settled| settled.contains(&id))
    };
    !note.contains(one.words.trim()) && !is_settled()
}

fn hash(words: &str) -> u64 {
    XxHash3_64::oneshot(words.as_bytes())
}
