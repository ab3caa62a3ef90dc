//! Records: the fields of one subject, each with the action that set it last.

use std::num::NonZeroU64;
use std::sync::Arc;

use ulid::Ulid;

use crate::model::annotation::Target;
use crate::model::property::{Exported, Property, PropertyId, PropertyType, typed};
use crate::notes::compact::CompactSubject;

/// What decides between two values of a field: the later action; between equals, which only a damaged file can hold, the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The action, in the bytes of its identifier, which take less room than it does as a number.
    id: [u8; 16],
    /// A hash of the name of its device.
    device: u32,
}

impl Version {
    /// The stamp of the action `id`; `device` is a hash of the name of its device.
    #[must_use]
    pub fn new(id: Ulid, device: u32) -> Self {
        Self { id: id.to_bytes(), device }
    }

    /// The action.
    #[must_use]
    pub fn action(self) -> Ulid {
        Ulid::from_bytes(self.id)
    }

    /// Whether it was done on the device whose name has this hash.
    #[must_use]
    pub fn is_of(self, device: u32) -> bool {
        self.device == device
    }
}

/// A hash of the name of a device, as stamps have it.
#[must_use]
pub fn device_hash(device: &str) -> u32 {
    (twox_hash::XxHash3_64::oneshot(device.as_bytes()) >> 32) as u32
}

/// What a deletion says of the note it was made over: XXH3 (64 bits) of its text in hexadecimal.
#[must_use]
pub(super) fn text_hash(note: &str) -> String {
    format!("{:016x}", twox_hash::XxHash3_64::oneshot(note.as_bytes()))
}

/// A value, as it is held.
#[derive(Clone, Debug, PartialEq)]
pub enum PropertyValue {
    /// What an annotation is about.
    Target(CompactSubject),
    /// One that many have in common.
    Shared(Arc<Property>),
    /// Any other field.
    Property(Property),
}

impl PropertyValue {
    fn name(&self) -> &str {
        match self {
            Self::Target(_) => PropertyId::Target.name(),
            Self::Shared(field) => field.name(),
            Self::Property(field) => field.name(),
        }
    }

    /// Whether it is kept for good, not set in passing.
    fn is_kept(&self) -> bool {
        match self {
            Self::Target(_) => true,
            Self::Shared(field) => !field.is_ephemeral(),
            Self::Property(field) => !field.is_ephemeral(),
        }
    }

    fn field(&self) -> Property {
        match self {
            Self::Target(held) => Property::Target(Box::new(held.target())),
            Self::Shared(field) => (**field).clone(),
            Self::Property(field) => field.clone(),
        }
    }
}

/// The fields of one subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    fields: Vec<(Version, PropertyValue)>,
    /// When the last action that set a kept field was done, as it says itself.
    modified: Option<NonZeroU64>,
    /// When the first action that set the target was done, as it says itself.
    created: Option<NonZeroU64>,
}

impl Record {
    /// Makes room for `more` fields, and no more than that.
    pub fn reserve(&mut self, more: usize) {
        if self.fields.is_empty() {
            self.fields.reserve_exact(more);
        }
    }

    /// Takes in a value that an action done at `time` has set, unless a later action has set the field.
    pub fn take(&mut self, stamp: Version, time: u64, value: PropertyValue) {
        let time = NonZeroU64::new(time);
        if value.is_kept() && self.latest().is_none_or(|latest| latest <= stamp) {
            self.modified = time;
        }
        if matches!(value, PropertyValue::Target(_)) {
            self.created = self.created.map_or(time, |created| time.map(|time| time.min(created)));
        }
        self.put(stamp, value);
    }

    /// The last action that set a kept field which still holds.
    fn latest(&self) -> Option<Version> {
        self.fields.iter().filter(|(_, value)| value.is_kept()).map(|(stamp, _)| *stamp).max()
    }

    fn put(&mut self, stamp: Version, value: PropertyValue) {
        // In the order of their names, so that records of the same content are the same.
        match self.fields.binary_search_by(|(_, old)| old.name().cmp(value.name())) {
            Ok(at) => {
                if let Some(old) = self.fields.get_mut(at).filter(|(newest, _)| *newest < stamp) {
                    *old = (stamp, value);
                }
            }
            Err(at) => self.fields.insert(at, (stamp, value)),
        }
    }

    /// Takes all fields of another record in.
    pub fn join(&mut self, other: &Self) {
        for (stamp, value) in &other.fields {
            self.put(*stamp, value.clone());
        }
    }

    /// The value of a property that was set, other than the target: `record.get(typed::Color)`.
    #[must_use]
    pub fn get<P: PropertyType>(&self, _property: P) -> Option<&P::Value> {
        match self.value(P::ID.name())? {
            PropertyValue::Property(field) => P::of(field),
            PropertyValue::Shared(field) => P::of(field),
            PropertyValue::Target(_) => None,
        }
    }

    /// The note with the action that wrote it, when one was written.
    #[must_use]
    pub fn written_note(&self) -> Option<(Version, &str)> {
        match self.entry(typed::Note::ID)? {
            (version, PropertyValue::Property(Property::Note(note))) => Some((*version, note)),
            _ => None,
        }
    }

    /// Whether it is deleted. A deletion holds for the note that whoever deleted had before them: one that was written later, or elsewhere and
    /// unseen, keeps its annotation.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        let Some((deletion, PropertyValue::Property(Property::Deleted(true)))) = self.entry(typed::Deleted::ID) else {
            return false;
        };
        match self.written_note() {
            Some((written, note)) if !note.is_empty() => written <= *deletion && self.covers(*deletion, note),
            _ => true,
        }
    }

    /// Whether a deletion was made over `note`; those of old journals do not say.
    fn covers(&self, deletion: Version, note: &str) -> bool {
        match self.entry(typed::Covers::ID) {
            Some((version, PropertyValue::Property(Property::Covers(Some(covered))))) if *version == deletion => {
                **covered == *text_hash(note)
            }
            _ => true,
        }
    }

    /// The draft of its note, unless it was deleted since.
    #[must_use]
    pub fn open_draft(&self) -> Option<&str> {
        let (written, value) = self.entry(typed::Draft::ID)?;
        let is_behind = || self.entry(typed::Deleted::ID).is_some_and(|(deletion, _)| deletion < written);
        match value {
            PropertyValue::Property(Property::Draft(draft)) if !self.is_deleted() || is_behind() => draft.as_deref(),
            _ => None,
        }
    }

    /// Whether a flag is set.
    #[must_use]
    pub fn is<P: PropertyType<Value = bool>>(&self, flag: P) -> bool {
        self.get(flag).copied().unwrap_or_default()
    }

    /// Whether a property that `is_meant` was ever set.
    #[must_use]
    pub fn is_of_any(&self, is_meant: fn(PropertyId) -> bool) -> bool {
        let meant = |value: &PropertyValue| {
            if let PropertyValue::Property(field) = value { field.property().is_some_and(is_meant) } else { false }
        };
        self.fields.iter().any(|(_, value)| meant(value))
    }

    /// The flags that are set.
    pub fn flags(&self) -> impl Iterator<Item = PropertyId> {
        self.fields.iter().filter_map(|(_, value)| if let PropertyValue::Property(field) = value { field.flag() } else { None })
    }

    /// The value of any field that was set, as it holds.
    #[must_use]
    pub fn owned(&self, name: &str) -> Option<Property> {
        match self.value(name)? {
            PropertyValue::Property(Property::Deleted(_)) => Some(Property::Deleted(self.is_deleted())),
            value => Some(value.field()),
        }
    }

    /// All fields that were set.
    pub fn all(&self) -> impl Iterator<Item = Property> {
        self.fields.iter().map(|(_, value)| value.field())
    }

    /// What exports carry of an annotation beside its target, colour and note.
    #[must_use]
    pub fn exported(&self) -> Exported {
        let fields = self
            .fields
            .iter()
            .filter_map(|(_, value)| if let PropertyValue::Property(field) = value { Some(field) } else { None });
        Exported::of(fields)
    }

    /// What an annotation is about.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        self.held().map(CompactSubject::target)
    }

    /// What an annotation is about, as it is held.
    #[must_use]
    pub fn held(&self) -> Option<&CompactSubject> {
        match self.value(typed::Target::ID.name())? {
            PropertyValue::Target(held) => Some(held),
            PropertyValue::Shared(_) | PropertyValue::Property(_) => None,
        }
    }

    fn value(&self, name: &str) -> Option<&PropertyValue> {
        self.named(name).map(|(_, value)| value)
    }

    fn entry(&self, property: PropertyId) -> Option<&(Version, PropertyValue)> {
        self.named(property.name())
    }

    fn named(&self, name: &str) -> Option<&(Version, PropertyValue)> {
        let at = self.fields.binary_search_by(|(_, value)| value.name().cmp(name)).ok()?;
        self.fields.get(at)
    }

    /// When it was made, in milliseconds since 1970 UTC by the clock of the device that made it; `None` when no action says.
    #[must_use]
    pub fn created(&self) -> Option<u64> {
        self.created.map(NonZeroU64::get)
    }

    /// When a kept field was changed last, likewise.
    #[must_use]
    pub fn modified(&self) -> Option<u64> {
        self.modified.map(NonZeroU64::get)
    }

    /// The kept fields that actions behind `since` have set on other devices than the one whose name has the hash `own`.
    pub fn written_elsewhere(&self, since: Ulid, own: u32) -> impl Iterator<Item = Property> {
        let since = since.to_bytes();
        let is_elsewhere = move |stamp: &Version| stamp.id > since && stamp.device != own;
        self.fields.iter().filter(move |(stamp, value)| value.is_kept() && is_elsewhere(stamp)).map(|(_, value)| value.field())
    }
}
