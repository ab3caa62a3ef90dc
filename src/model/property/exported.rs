//! The fields of an annotation that exports carry beside its target, colour and note, under their keys in the table.
//!
//! Read back by imports; members that are no such field are passed over.

use std::collections::BTreeMap;

use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::model::property::properties::Properties;
use crate::model::property::table::{Property, PropertyId};

/// What exports carry of an annotation beside what [`crate::model::annotation::Annotation`] names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported(Properties);

/// The properties that an annotation has members of its own for.
const NAMED: [PropertyId; 3] = [PropertyId::Target, PropertyId::Color, PropertyId::Note];

impl Exported {
    /// Those of `fields` that exports carry; what is as it is without being set is left out.
    #[must_use]
    pub fn of<'a>(fields: impl Iterator<Item = &'a Property>) -> Self {
        Self(fields.filter(|field| key(field).is_some() && field.unset().as_ref() != Some(field)).cloned().collect())
    }

    /// Those that a JSON object has, whose members are named by `name` of the export key.
    #[must_use]
    pub fn in_object(value: &Value, name: impl Fn(&str) -> String) -> Self {
        let read = |property: &PropertyId| {
            let key = property.row().exported.filter(|_| !NAMED.contains(property))?;
            Property::read(property.name(), &value.get(name(key))?.to_string())
        };
        Self(PropertyId::ALL.iter().filter_map(read).collect())
    }

    /// The fields, each with its export key.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Property)> {
        self.0.iter().filter_map(|field| Some((key(field)?, field)))
    }

    /// The fields alone.
    pub fn fields(&self) -> impl Iterator<Item = &Property> {
        self.0.iter()
    }
}

/// The export key of a field that an annotation has no member of its own for.
fn key(field: &Property) -> Option<&'static str> {
    let property = field.property().filter(|property| !NAMED.contains(property))?;
    property.row().exported
}

impl Serialize for Exported {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, field) in self.iter() {
            map.serialize_entry(key, field)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Exported {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = BTreeMap::<String, Value>::deserialize(deserializer)?;
        Ok(Self::in_object(&Value::Object(members.into_iter().collect()), str::to_owned))
    }
}
