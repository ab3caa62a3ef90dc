//! What stands whole in JSON that breaks off or breaks down: the elements of its lists before the place.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// The elements of the lists of `text` that stand before the place where it stops being JSON, in order.
pub(super) fn salvaged(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    // That it breaks is why it is read so.
    let _broken = Collector(&mut found).deserialize(&mut reader);
    found
}

/// Collects the elements of lists, at any depth of members.
struct Collector<'a>(&'a mut Vec<Value>);

impl<'de> DeserializeSeed<'de> for Collector<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Collector<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or an object that holds one")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element()? {
            self.0.push(value);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_key::<IgnoredAny>()?.is_some() {
            map.next_value_seed(Collector(self.0))?;
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::salvaged;

    #[test]
    fn elements_before_the_break_are_whole() {
        assert_eq!(salvaged(r#"[{"text": "Un."}, {"text": "Deux."}, {"text": "Tr"#).len(), 2);
        assert_eq!(salvaged(r#"{"status": "ok", "count": 3, "articles": [{"text": "Un."}, {"te"#).len(), 1);
        assert!(salvaged("{\"text\": \"Un").is_empty() && salvaged("").is_empty());
    }
}
