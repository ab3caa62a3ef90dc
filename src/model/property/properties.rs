//! Properties of one subject: in JSON the members of one object, each kept and overwritten by itself.
//!
//! A field this version does not know, or whose value it cannot read, is kept as it is.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::model::property::table::{Property, PropertyType};

/// Properties of one subject, each name once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// The value of a property, if it is among them: `fields.get(typed::Color)`.
    #[must_use]
    pub fn get<P: PropertyType>(&self, _property: P) -> Option<&P::Value> {
        self.iter().find_map(P::of)
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
            map.serialize_entry(field.name(), field)?;
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
                    fields.set(match Property::read(&name, value.get()) {
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
