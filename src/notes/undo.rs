//! Undoing: which action of this device comes next when the person undoes or redoes, worked out from the actions alone, so that
//! it holds after a restart.

use std::collections::BTreeMap;

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

/// The actions of this device that can be taken back or done again.
#[derive(Clone, Debug, Default)]
pub struct Undoing {
    done: BTreeMap<Ulid, (Option<Reversal>, Overwritten)>,
}

impl Undoing {
    /// Takes in that the action `id` has overwritten `was`; one that only sets fields in passing is not undone.
    pub fn take(&mut self, id: Ulid, reverses: Option<Reversal>, was: Overwritten) {
        if !was.is_empty() || reverses.is_some() {
            self.done.insert(id, (reverses, was));
        }
        if self.done.len() > DEPTH {
            self.done.pop_first();
        }
    }

    /// The action that the next step reverses, and what that has overwritten.
    #[must_use]
    pub fn next(&self, step: Step) -> Option<(Ulid, Vec<(NoteSubject, Properties)>)> {
        let (done, undone) = self.stacks();
        let stack = match step {
            Step::Undo => done,
            Step::Redo => undone,
        };
        self.entry(stack.last().copied()?)
    }

    fn entry(&self, id: Ulid) -> Option<(Ulid, Vec<(NoteSubject, Properties)>)> {
        self.done.get(&id).map(|(_, was)| (id, was.fields()))
    }

    /// The actions that can be taken back, and the undoings that can, each the last one last.
    fn stacks(&self) -> (Vec<Ulid>, Vec<Ulid>) {
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        for (id, (reverses, _)) in &self.done {
            match reverses {
                // Two windows may have undone the same; the second time it is undone already.
                Some(Reversal::Undo(of)) => {
                    remove(&mut done, *of);
                    undone.push(*id);
                }
                Some(Reversal::Redo(of)) => {
                    remove(&mut undone, *of);
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
