//! Fields: what can be known of a subject, each kept and overwritten by itself. In JSON they are the members of one object.
//!
//! A field this version does not know, or whose value it cannot read, is kept as it is.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::model::annotation::Target;

/// A field and its value.
#[derive(Clone, Debug, PartialEq)]
pub enum Property {
    /// What an annotation is about. It exists from here on.
    Target(Box<Target>),
    /// The name of its colour; `None` when it marks nothing.
    Color(Option<Box<str>>),
    /// The note in Markdown; empty when there is none.
    Note(Box<str>),
    /// The note as it is being written; `None` when none is open.
    Draft(Option<Box<str>>),
    /// Whether it is deleted. Nothing is ever taken away, so this can be undone.
    Deleted(bool),
    /// Whether the person has seen that its place is lost, and left it so.
    Orphan(bool),
    /// Whether an article was read.
    Read(bool),
    /// Whether it has a star.
    Starred(bool),
    /// The code point of the cleaned body at which the reader stopped; `None` for the beginning.
    Place(Option<u32>),
    /// The publication date as the person corrected it, in ISO 8601; `None` for the one the program finds.
    Published(Option<Box<str>>),
    /// Whether an event or a day is pinned to the timeline.
    Pinned(bool),
    /// Whether it is left out of the timeline.
    Hidden(bool),
    /// The files and folders an archive was opened with.
    Paths(Vec<String>),
    /// One that this version does not know.
    Unknown(Box<(String, Value)>),
}

impl Property {
    /// Its name in JSON.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Target(_) => "target",
            Self::Color(_) => "color",
            Self::Note(_) => "note",
            Self::Draft(_) => "draft",
            Self::Deleted(_) => "deleted",
            Self::Orphan(_) => "orphan",
            Self::Read(_) => "read",
            Self::Starred(_) => "starred",
            Self::Place(_) => "place",
            Self::Published(_) => "published",
            Self::Pinned(_) => "pinned",
            Self::Hidden(_) => "hidden",
            Self::Paths(_) => "paths",
            Self::Unknown(field) => &field.0,
        }
    }

    /// Whether it is the program that sets it in passing: such a field is not undone.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Draft(_) | Self::Place(_) | Self::Paths(_))
    }

    /// The field of the same name as it is before anything sets it; `None` for one that does not go back.
    #[must_use]
    pub fn unset(&self) -> Option<Self> {
        Some(match self {
            // What an annotation is about cannot be unsaid: it is deleted instead.
            Self::Target(_) | Self::Unknown(_) => return None,
            Self::Color(_) => Self::Color(None),
            Self::Note(_) => Self::Note("".into()),
            Self::Draft(_) => Self::Draft(None),
            Self::Deleted(_) => Self::Deleted(false),
            Self::Orphan(_) => Self::Orphan(false),
            Self::Read(_) => Self::Read(false),
            Self::Starred(_) => Self::Starred(false),
            Self::Place(_) => Self::Place(None),
            Self::Published(_) => Self::Published(None),
            Self::Pinned(_) => Self::Pinned(false),
            Self::Hidden(_) => Self::Hidden(false),
            Self::Paths(_) => Self::Paths(Vec::new()),
        })
    }

    /// The field `name` with the value that `json` says; `None` when this version does not know it or cannot read it.
    fn known(name: &str, json: &str) -> Option<Self> {
        fn read<'de, T: Deserialize<'de>>(json: &'de str) -> Option<T> {
            serde_json::from_str(json).ok()
        }
        Some(match name {
            "target" => Self::Target(read(json)?),
            "color" => Self::Color(read(json)?),
            "note" => Self::Note(read(json)?),
            "draft" => Self::Draft(read(json)?),
            "deleted" => Self::Deleted(read(json)?),
            "orphan" => Self::Orphan(read(json)?),
            "read" => Self::Read(read(json)?),
            "starred" => Self::Starred(read(json)?),
            "place" => Self::Place(read(json)?),
            "published" => Self::Published(read(json)?),
            "pinned" => Self::Pinned(read(json)?),
            "hidden" => Self::Hidden(read(json)?),
            "paths" => Self::Paths(read(json)?),
            _ => return None,
        })
    }
}

/// Fields of one subject, each name once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Properties(Vec<Property>);

impl Properties {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields.
    pub fn iter(&self) -> impl Iterator<Item = &Property> {
        self.0.iter()
    }

    /// The field of this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Property> {
        self.iter().find(|field| field.name() == name)
    }

    /// Sets `field`, in the place of one of the same name.
    pub fn set(&mut self, field: Property) {
        if let Some(old) = self.0.iter_mut().find(|old| old.name() == field.name()) {
            *old = field;
            return;
        }
        if self.0.is_empty() {
            // Most have one alone, and there are many.
            self.0.reserve_exact(1);
        }
        self.0.push(field);
    }
}

impl IntoIterator for Properties {
    type Item = Property;
    type IntoIter = std::vec::IntoIter<Property>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Property> for Properties {
    fn from_iter<T: IntoIterator<Item = Property>>(fields: T) -> Self {
        let mut all = Self::default();
        fields.into_iter().for_each(|field| all.set(field));
        all
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for field in &self.0 {
            map.serialize_key(field.name())?;
            match field {
                Property::Target(target) => map.serialize_value(target)?,
                Property::Color(text) | Property::Draft(text) | Property::Published(text) => map.serialize_value(text)?,
                Property::Note(text) => map.serialize_value(text)?,
                Property::Deleted(is)
                | Property::Orphan(is)
                | Property::Read(is)
                | Property::Starred(is)
                | Property::Pinned(is)
                | Property::Hidden(is) => {
                    map.serialize_value(is)?;
                }
                Property::Place(at) => map.serialize_value(at)?,
                Property::Paths(paths) => map.serialize_value(paths)?,
                Property::Unknown(field) => map.serialize_value(&field.1)?,
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Properties;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of fields")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Properties, A::Error> {
                let mut fields = Properties::default();
                while let Some((name, value)) = members.next_entry::<String, &RawValue>()? {
                    fields.set(match Property::known(&name, value.get()) {
                        Some(field) => field,
                        None => Property::Unknown(Box::new((name, serde_json::from_str(value.get()).map_err(A::Error::custom)?))),
                    });
                }
                Ok(fields)
            }
        }
        deserializer.deserialize_map(Members)
    }
}
