//! Undoing and doing again: the changes that take an action back, and what stands against it.
//!
//! A part of [`Notes`](super::Notes); what an undoing is made of stands in `notes/undo`.

use ulid::Ulid;

use crate::model::property::{Properties, Property, typed};
use crate::notes::action::{Action, FieldChange, NoteSubject};
use crate::notes::state::Notes;
use crate::notes::state::record::device_hash;
use crate::notes::undo::{Contest, Step};

impl Notes {
    /// Takes back the last action of this device in this archive that was not taken back yet. What it returns is to be kept; `None` when there
    /// is none. Places and drafts are not undone. What another device has written since is overwritten: [`Self::contest`] tells.
    pub fn undo(&mut self) -> Option<Action> {
        self.step(Step::Undo, false)
    }

    /// Does the action again that was taken back last. What it returns is to be kept; `None` when there is none.
    pub fn redo(&mut self) -> Option<Action> {
        self.step(Step::Redo, false)
    }

    /// What another device has written since over what the next undoing or redoing would change; `None` when nothing.
    #[must_use]
    pub fn contest(&self, step: Step) -> Option<Contest> {
        let (id, was) = self.next_reversed(step)?;
        let theirs: Vec<Property> = was.iter().flat_map(|(subject, fields)| self.written_since(id, subject, fields)).collect();
        (!theirs.is_empty()).then_some(Contest { step, theirs })
    }

    /// Undoes or redoes all but what another device has written since; that is regarded as done, and not asked about again.
    pub fn yield_to_others(&mut self, step: Step) -> Option<Action> {
        self.step(step, true)
    }

    /// The action that `step` reverses next, and what that has overwritten; not one of an archive whose folder is gone, which may be any.
    pub(super) fn next_reversed(&self, step: Step) -> Option<(Ulid, Vec<(NoteSubject, Properties)>)> {
        self.undoing.next(step, |archive| self.is_home(archive) && !self.is_gone(archive))
    }

    fn step(&mut self, step: Step, yields: bool) -> Option<Action> {
        let (id, was) = self.next_reversed(step)?;
        let is_left =
            |(subject, fields): &(NoteSubject, Properties)| yields && !self.written_since(id, subject, fields).is_empty();
        if was.iter().any(|(subject, _)| self.locked.contains(subject)) {
            return None;
        }
        let changes = was.into_iter().filter(|one| !is_left(one));
        let changes = changes.map(|(of, set)| FieldChange { of, set, was: Properties::default() }).collect();
        self.act(changes, Some(step.reversal(id)))
    }

    /// What other devices have written behind the action `id` over `fields` of `subject`; where it would be deleted, over any of it.
    fn written_since(&self, id: Ulid, subject: &NoteSubject, fields: &Properties) -> Vec<Property> {
        let deletes = fields.get(typed::Deleted) == Some(&true);
        let is_overwritten = |field: &Property| deletes || fields.iter().any(|set| set.name() == field.name());
        let record = self.record_of(subject);
        record.written_elsewhere(id, device_hash(&self.device)).filter(is_overwritten).collect()
    }
}
