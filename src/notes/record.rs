//! Records: the fields of one subject, each with the action that set it last.

use ulid::Ulid;

use crate::notes::field::Field;

/// What decides between two values of a field: the later action; between equals, which only a damaged file can hold, the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The action.
    pub id: Ulid,
    /// A hash of the name of its device.
    pub device: u64,
}

/// The fields of one subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    fields: Vec<(Stamp, Field)>,
}

impl Record {
    /// Takes a value in, unless a later action has set the field.
    pub fn take(&mut self, stamp: Stamp, field: &Field) {
        match self.fields.iter_mut().find(|(_, old)| old.name() == field.name()) {
            Some((newest, _)) if *newest >= stamp => {}
            Some(old) => *old = (stamp, field.clone()),
            None => self.fields.push((stamp, field.clone())),
        }
    }

    /// Takes all fields of another record in.
    pub fn join(&mut self, other: &Self) {
        other.fields.iter().for_each(|(stamp, field)| self.take(*stamp, field));
    }

    /// The value of a field that was set.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|(_, field)| field.name() == name).map(|(_, field)| field)
    }

    /// The latest action that set a field other than those set in passing.
    #[must_use]
    pub fn modified(&self) -> Option<Ulid> {
        self.fields.iter().filter(|(_, field)| !field.is_passing()).map(|(stamp, _)| stamp.id).max()
    }

    /// Whether the field of this name is set and true.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        use Field::{Deleted, Hidden, Pinned, Read, Starred};
        matches!(self.field(name), Some(Deleted(true) | Hidden(true) | Pinned(true) | Read(true) | Starred(true)))
    }
}
