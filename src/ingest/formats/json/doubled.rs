//! A value of JSON of which no key hides another: RFC 8259 leaves open what two equal keys in an object mean. The last keeps the key, as most parsers
//! have it; an earlier one that says something else stays under the key with its number, so that what it says is read or told.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The value.
pub(crate) struct KeptValue(pub(crate) Value);

impl<'de> Deserialize<'de> for KeptValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Keeper).map(Self)
    }
}

struct Keeper;

impl<'de> Visitor<'de> for Keeper {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(KeptValue(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut record = Map::new();
        while let Some((key, KeptValue(value))) = members.next_entry::<String, KeptValue>()? {
            put(&mut record, key, value);
        }
        Ok(Value::Object(record))
    }
}

/// Equal keys that are kept: a record with more is made to take time.
const MOST: usize = 20;

fn put(record: &mut Map<String, Value>, key: String, value: Value) {
    let Some(earlier) = record.get(&key).filter(|earlier| **earlier != value && says(earlier)) else {
        record.insert(key, value);
        return;
    };
    if !says(&value) {
        return;
    }
    let earlier = earlier.clone();
    let free = (1..=MOST).map(|number| format!("{key} ({number})")).find(|key| !record.contains_key(key));
    record.extend(free.map(|free| (free, earlier)));
    record.insert(key, value);
}

fn says(value: &Value) -> bool {
    !value.is_null() && value.as_str().is_none_or(|words| !words.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::json::parsed;
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn equal_keys_hide_nothing() {
        let kept = |text| parsed(text).unwrap().to_string();
        assert_eq!(kept("{\"a\":1,\"b\":{\"c\":\"x\",\"c\":\"y\"},\"a\":1}"), "{\"a\":1,\"b\":{\"c\":\"y\",\"c (1)\":\"x\"}}");
        assert_eq!(kept("{\"a\":\"x\",\"a\":\"\",\"b\":null,\"b\":-1.5}"), "{\"a\":\"x\",\"b\":-1.5}");
        let text = "{\"title\": \"Un pont\", \"text\": \"Le pont de Valmont rouvre jeudi.\", \"text\": \"La piscine ferme.\"}";
        let reading = read_text("a.json", text);
        assert_eq!(&*reading.articles[0].body, "La piscine ferme.");
        let unread = reading.unread.unwrap_or_default();
        assert_eq!((unread[0].name.as_str(), unread[0].words), ("text (1)", 6));
    }
}
