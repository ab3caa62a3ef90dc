//! The members of a JSON object in the order in which they are written, so that some can be chosen and nothing else changes.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of an object, with their values as they are written.
#[derive(Debug)]
pub(crate) struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    /// The members of the object that `line` is; `None` when it is no object.
    pub(crate) fn of(line: &'a str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }

    /// The value of this name, as it is written.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.get())
    }

    /// The object with only the members of these names, as one line.
    pub(crate) fn only(&self, names: &[&str]) -> String {
        let mut line = String::from("{");
        for (name, value) in self.0.iter().filter(|(name, _)| names.contains(&name.as_str())) {
            let comma = if line.len() > 1 { "," } else { "" };
            // A name of ours holds no sign that JSON escapes.
            line.extend([comma, "\"", name, "\":", value.get()]);
        }
        line + "}"
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }

        deserializer.deserialize_map(InOrder).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::Members;

    #[test]
    fn members_are_chosen_as_they_are_written() {
        let members = Members::of(r#"{"b": 1.50, "a": {"x": [1, 2]}, "c": null}"#).unwrap();
        assert_eq!(members.only(&["a", "b"]), r#"{"b":1.50,"a":{"x": [1, 2]}}"#);
        assert_eq!((members.get("c"), members.get("d")), (Some("null"), None));
        assert!(Members::of("[1]").is_none());
    }
}
