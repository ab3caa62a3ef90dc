//! Undoing: which action of this device comes next when the person undoes or redoes, worked out from the actions alone, so that
//! it holds after a restart. What was done in another archive is out of sight, so that it is not undone in this one.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use ulid::Ulid;

use crate::model::property::{Properties, Property};
use crate::notes::action::{NoteSubject, Reversal};

/// How many actions are remembered; who wants to go back further restores a time.
const DEPTH: usize = 10_000;

/// A step back or forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Takes the last action back.
    Undo,
    /// Does again what was taken back last.
    Redo,
}

/// What another device has written since over what a step would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    /// The step.
    pub step: Step,
    /// What the other device has written.
    pub theirs: Vec<Property>,
}

impl Step {
    /// The reversal of the action `id` that the step is.
    #[must_use]
    pub fn reversal(self, id: Ulid) -> Reversal {
        match self {
            Self::Undo => Reversal::Undo(id),
            Self::Redo => Reversal::Redo(id),
        }
    }
}

/// What one action has overwritten.
#[derive(Clone, Debug)]
pub enum Overwritten {
    /// Nothing: it made this annotation. Before that it did not exist, which is the same as deleted.
    Made(Ulid),
    /// Properties.
    Properties(Vec<(NoteSubject, Properties)>),
}

impl Overwritten {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Properties(fields) if fields.is_empty())
    }

    /// The fields to set when it is taken back.
    fn fields(&self) -> Vec<(NoteSubject, Properties)> {
        match self {
            Self::Made(id) => vec![(NoteSubject::Annotation(*id), std::iter::once(Property::Deleted(true)).collect())],
            Self::Properties(fields) => fields.clone(),
        }
    }
}

/// An action that can be taken back or done again.
#[derive(Clone, Debug)]
pub struct Reversible {
    /// The archive that was open.
    pub archive: Arc<str>,
    /// What it takes back or does again, if that is what it does.
    pub reverses: Option<Reversal>,
    /// What it has overwritten.
    pub was: Overwritten,
}

/// The actions of this device that can be taken back or done again.
#[derive(Clone, Debug, Default)]
pub struct Undoing {
    done: BTreeMap<Ulid, Reversible>,
}

impl Undoing {
    /// Takes in what the action `id` has done; one that only sets fields in passing is not undone.
    pub fn take(&mut self, id: Ulid, done: Reversible) {
        if !done.was.is_empty() || done.reverses.is_some() {
            self.done.insert(id, done);
        }
        if self.done.len() > DEPTH {
            self.done.pop_first();
        }
    }

    /// The action that the next step reverses, of those that were done in an archive that `is_home`, and what that has overwritten.
    #[must_use]
    pub fn next(&self, step: Step, is_home: impl Fn(&str) -> bool) -> Option<(Ulid, Vec<(NoteSubject, Properties)>)> {
        let (done, undone) = self.stacks(is_home);
        let stack = match step {
            Step::Undo => done,
            Step::Redo => undone,
        };
        self.entry(stack.last().copied()?)
    }

    fn entry(&self, id: Ulid) -> Option<(Ulid, Vec<(NoteSubject, Properties)>)> {
        self.done.get(&id).map(|done| (id, done.was.fields()))
    }

    /// The actions that can be taken back, and the undoings that can, each the last one last.
    fn stacks(&self, is_home: impl Fn(&str) -> bool) -> (Vec<Ulid>, Vec<Ulid>) {
        let (mut done, mut undone, mut away) = (Vec::new(), Vec::new(), HashSet::new());
        for (id, action) in &self.done {
            // What reverses an action belongs where that does, wherever it was done.
            let reversed = action.reverses.map(Reversal::of).filter(|of| self.done.contains_key(of));
            if reversed.map_or_else(|| !is_home(&action.archive), |of| away.contains(&of)) {
                away.insert(*id);
                continue;
            }
            match action.reverses {
                // Two windows may have undone the same; the second time it is undone already.
                Some(Reversal::Undo(of)) => {
                    remove(&mut done, of);
                    undone.push(*id);
                }
                Some(Reversal::Redo(of)) => {
                    remove(&mut undone, of);
                    done.push(*id);
                }
                None => {
                    undone.clear();
                    done.push(*id);
                }
            }
        }
        (done, undone)
    }
}

/// Takes `id` off a stack, where it nearly always is on top.
fn remove(stack: &mut Vec<Ulid>, id: Ulid) {
    if let Some(at) = stack.iter().rposition(|one| *one == id) {
        stack.remove(at);
    }
}
