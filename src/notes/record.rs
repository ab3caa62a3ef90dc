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
        // In the order of their names, so that records of the same content are the same.
        match self.fields.binary_search_by(|(_, old)| old.name().cmp(field.name())) {
            Ok(at) => {
                if let Some(old) = self.fields.get_mut(at).filter(|(newest, _)| *newest < stamp) {
                    *old = (stamp, field.clone());
                }
            }
            Err(at) => self.fields.insert(at, (stamp, field.clone())),
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
