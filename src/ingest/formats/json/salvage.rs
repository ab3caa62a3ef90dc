//! What stands whole in JSON that breaks off or breaks down: the elements of its lists before the place, and the records behind it.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// What stands whole in a broken document, in order.
pub(super) struct Salvaged {
    /// The elements of its lists before the first break, then the records behind it.
    pub(super) values: Vec<Value>,
    /// Whether some of them stand behind a break.
    pub(super) goes_on: bool,
}

/// The elements of the lists of `text` that stand before the place where it stops being JSON, and the records behind it that are whole and
/// hold with `is_article`.
pub(super) fn salvaged(text: &str, is_article: impl Fn(&Value) -> bool) -> Salvaged {
    let text = text.trim_start_matches('\u{feff}');
    let mut values = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let broken = Collector(&mut values).deserialize(&mut reader).err();
    let before = values.len();
    if let Some(error) = broken {
        read_on(text, offset(text, &error), &is_article, &mut values);
    }
    Salvaged { goes_on: values.len() > before, values }
}

/// Takes the articles of `text` that are whole from `at` on, each at the next brace where one is.
fn read_on(text: &str, mut at: usize, is_article: &impl Fn(&Value) -> bool, values: &mut Vec<Value>) {
    /// How often the whole text may be gone over in vain, which bounds what a text of broken braces costs.
    const TIMES: usize = 8;
    let mut spent = 0;
    while let Some(rest) = text.get(at..).filter(|_| spent <= text.len() * TIMES) {
        let Some(open) = memchr::memchr(b'{', rest.as_bytes()) else { return };
        let rest = rest.get(open..).unwrap_or_default();
        at += open;
        let mut reader = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match reader.next() {
            Some(Ok(value)) if is_article(&value) => {
                at += reader.byte_offset();
                values.push(value);
            }
            Some(Err(error)) => {
                spent += offset(rest, &error);
                at += 1;
            }
            // An object of the record that broke.
            _ => {
                spent += reader.byte_offset();
                at += reader.byte_offset().max(1);
            }
        }
    }
}

/// Where in `text` an error of its parser is, in bytes.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let at = lines.map(str::len).sum::<usize>() + error.column();
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
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
        let before = |text: &str| salvaged(text, |_| true).values.len();
        assert_eq!(before(r#"[{"text": "Un."}, {"text": "Deux."}, {"text": "Tr"#), 2);
        assert_eq!(before(r#"{"status": "ok", "count": 3, "articles": [{"text": "Un."}, {"te"#), 1);
        assert!(before("{\"text\": \"Un") == 0 && before("") == 0);
    }

    #[test]
    fn records_behind_the_break_are_read_too() {
        let is_article = |value: &serde_json::Value| value.get("text").is_some();
        let broken = r#"[{"text": "Un."}, {"text": "Il dit "non".", "by": {"name": "Ana"}}, {"text": "Trois."},
            {"text": "Quatre."}"#;
        let found = salvaged(broken, is_article);
        let texts: Vec<_> = found.values.iter().filter_map(|value| value.get("text")?.as_str()).collect();
        assert_eq!((texts, found.goes_on), (vec!["Un.", "Trois.", "Quatre."], true));
        // A text of braces alone ends in time.
        assert!(salvaged(&format!("[{}", "{\"a\":".repeat(100_000)), is_article).values.is_empty());
    }
}
