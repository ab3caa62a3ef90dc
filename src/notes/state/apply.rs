//! Taking in: how an action becomes part of the state, in its own words or in those of the line it stands in.

use std::sync::Arc;

use ulid::Ulid;

use crate::model::property::{Property, typed};
use crate::notes::action::{Action, FieldChange, NoteSubject, SCHEMA};
use crate::notes::borrowed::{BorrowedChange, BorrowedOp, ParsedOp};
use crate::notes::state::Notes;
use crate::notes::state::note_versions::Writing;
use crate::notes::state::record::{PropertyValue, Record, Version, device_hash};
use crate::notes::undo::{Overwritten, Reversible};

impl Notes {
    /// Takes in what somebody did, here or elsewhere, now or long ago. Taking the same in again changes nothing.
    pub fn apply(&mut self, action: &Action) {
        self.take_whole(action.clone());
    }

    /// As [`Self::apply`], for what nobody else needs.
    pub fn take_in<'a>(&mut self, told: impl Into<ParsedOp<'a>>) {
        match told.into() {
            ParsedOp::Whole(action) => self.take_whole(action),
            ParsedOp::Borrowed(borrowed) => self.take_borrowed(borrowed),
        }
    }

    fn take_whole(&mut self, action: Action) {
        self.ids.see(action.id);
        let is_newer = action.schema > SCHEMA;
        if is_newer && action.device != self.device {
            self.locked.extend(action.changes.iter().map(|change| change.of.clone()));
        } else {
            self.meet(action.schema);
        }
        if action.device == self.device {
            let is_made_alone = |change: &FieldChange| action.reverses.is_none() && change.is_ledger_entry();
            let undone = |change: &&FieldChange| !change.was.is_empty() && !change.is_first_draft() && !is_made_alone(change);
            let was = action.changes.iter().filter(undone);
            let was = was.map(|change| (change.of.clone(), change.was.clone())).collect();
            let (archive, reverses) = (self.archive_named(&action.archive), action.reverses);
            self.undoing.take(action.id, Reversible { archive, reverses, was: Overwritten::Properties(was) });
        }
        self.clocks.see(&action.device, action.time);
        let stamp = stamp(action.id, &action.device);
        let time = time(action.id, action.time);
        let archive = self.archive_named(&action.archive);
        // Of what cannot be read, nothing is known but what it is about.
        for change in action.changes.into_iter().filter(|change| !change.set.is_empty()) {
            if let Some(article) = change.article() {
                self.articles.note(article, &archive);
            }
            if let (NoteSubject::Annotation(id), Some(words)) = (&change.of, change.set.get(typed::Note)) {
                let held = self.annotations.get(*id).and_then(Record::written_note);
                let over = change.was.get(typed::Note).map_or("", |over| over);
                self.versions.meet(*id, &Writing { version: stamp, words, over, reverses: action.reverses }, held);
            }
            if let (NoteSubject::Annotation(id), Some(target)) = (&change.of, change.set.get(typed::Target))
                && target.article().is_none()
            {
                let made = (action.id, Arc::clone(&archive));
                let first = self.made_in.entry(*id).or_insert_with(|| made.clone());
                if made.0 < first.0 {
                    *first = made;
                }
            }
            self.take((stamp, time), change);
        }
    }

    fn take_borrowed(&mut self, mut borrowed: BorrowedOp) {
        self.ids.see(borrowed.id);
        let stamp = stamp(borrowed.id, borrowed.device);
        for (id, words, over) in borrowed.changes.iter().filter_map(BorrowedChange::written_note) {
            let held = self.annotations.get(id).and_then(Record::written_note);
            self.versions.meet(id, &Writing { version: stamp, words, over, reverses: borrowed.reverses }, held);
        }
        if borrowed.device == self.device {
            let was = borrowed.take_overwritten();
            let (archive, reverses) = (self.archive_named(borrowed.archive), borrowed.reverses);
            self.undoing.take(borrowed.id, Reversible { archive, reverses, was });
        }
        self.clocks.see(borrowed.device, borrowed.time);
        let time = time(borrowed.id, borrowed.time);
        let archive = self.archive_named(borrowed.archive);
        for change in borrowed.changes {
            let (id, mut set) = (change.annotation(), change.set);
            let fields = set.len();
            let color = set.take_color().map(|color| self.color_named(color.as_deref()));
            let record = self.annotations.entry(id);
            record.reserve(fields);
            if let Some(target) = &set.target {
                let (article, anchor) = ((&target.article).into(), (&target.anchor).into());
                let held = self.articles.hold_passage(id, article, anchor, Some(&archive));
                record.take(stamp, time, PropertyValue::Target(held));
            }
            color
                .into_iter()
                .chain(set.take_others().map(PropertyValue::Property))
                .for_each(|value| record.take(stamp, time, value));
        }
    }

    fn take(&mut self, (stamp, time): (Version, u64), change: FieldChange) {
        let fields = change.set.into_iter();
        match change.of {
            NoteSubject::Annotation(id) => {
                self.annotations.entry(id).reserve(fields.len());
                for field in fields {
                    let value = match field {
                        Property::Target(target) => PropertyValue::Target(self.articles.hold(id, &target)),
                        Property::Color(color) => self.color_named(color.as_deref()),
                        field => PropertyValue::Property(field),
                    };
                    self.annotations.entry(id).take(stamp, time, value);
                }
            }
            subject => {
                let record = self.others.entry(subject).or_default();
                fields.for_each(|field| record.take(stamp, time, PropertyValue::Property(field)));
            }
        }
    }

    fn color_named(&mut self, name: Option<&str>) -> PropertyValue {
        let Some(name) = name else { return PropertyValue::Property(Property::Color(None)) };
        if let Some(known) = self.colors.get(name) {
            return PropertyValue::Shared(Arc::clone(known));
        }
        let new = Arc::new(Property::Color(Some(name.into())));
        self.colors.insert(name.into(), Arc::clone(&new));
        PropertyValue::Shared(new)
    }

    fn archive_named(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.named.get(name) {
            return Arc::clone(known);
        }
        let new: Arc<str> = name.into();
        self.named.insert(Arc::clone(&new));
        new
    }
}

fn stamp(id: Ulid, device: &str) -> Version {
    Version::new(id, device_hash(device))
}

/// When an action was done, in milliseconds since 1970: by the clock of its device. Its identifier tells a later moment when the
/// clock of another device was ahead, and an earlier one when what was done elsewhere long ago was imported.
fn time(id: Ulid, told: u64) -> u64 {
    told.min(id.timestamp_ms())
}
