//! Flat front matter: `key: value` lines in plain, quoted or simply listed words, as nearly all exporters write it.
//!
//! It takes nothing whose meaning in YAML 1.2 is not plain from the line itself, and leaves all else to a YAML parser, which takes
//! sixty times as long for the same record. Called by `markdown`.

use std::borrow::Cow;

/// A key and what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlatEntry<'a> {
    /// The key.
    pub key: &'a str,
    /// Its value.
    pub value: FlatValue<'a>,
}

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlatValue<'a> {
    /// Words.
    Words(&'a str),
    /// What stands between the brackets of a list of words.
    List(&'a str),
}

impl<'a> FlatValue<'a> {
    /// The value as words: a list with commas; `None` for an empty list.
    #[must_use]
    pub fn words(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Words(words) => Some(words.into()),
            Self::List(inside) => {
                let items: Vec<&str> = inside.split(',').filter_map(item).collect();
                (!items.is_empty()).then(|| items.join(", ").into())
            }
        }
    }
}

/// Records with more opening brackets than this are left to the parser, which bounds how deep they may nest.
const BRACKETS: usize = 50;

/// The entries of `record`; `None` when a line of it is not flat.
#[must_use]
pub fn entries(record: &str) -> Option<Vec<FlatEntry<'_>>> {
    let printable = |c: char| matches!(c, '\n' | ' '..='~' | '\u{A0}'..='\u{2027}' | '\u{202A}'..='\u{D7FF}');
    let brackets = record.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    if brackets > BRACKETS || !record.chars().all(printable) {
        return None;
    }
    let mut entries: Vec<FlatEntry> = Vec::with_capacity(8);
    for line in record.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let entry = entry(line)?;
        if entries.iter().any(|known| known.key == entry.key) {
            return None;
        }
        entries.push(entry);
    }
    (!entries.is_empty()).then_some(entries)
}

/// The entries of a record that no parser takes, line by line as they stand: a title with a colon in it and no marks around it is the fault
/// that people make most. Of two lines with one key the first counts.
#[must_use]
pub fn entries_as_written(record: &str) -> Vec<FlatEntry<'_>> {
    let mut entries: Vec<FlatEntry> = Vec::new();
    for line in record.lines() {
        let Some((key, words)) = line.split_once([':', '=']) else { continue };
        let (key, words) = (key.trim(), words.trim());
        let value = FlatValue::Words(quoted(words).unwrap_or(words));
        if is_key(key) && !words.is_empty() && entries.iter().all(|known| known.key != key) {
            entries.push(FlatEntry { key, value });
        }
    }
    entries
}

/// Whether `key` is a plain word. The parser looks no further than 64 bytes for the end of a key, and real ones are far shorter.
fn is_key(key: &str) -> bool {
    key.len() <= 64
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        && !is_reserved(key)
}

fn entry(line: &str) -> Option<FlatEntry<'_>> {
    let (key, behind) = line.split_once(": ")?;
    let words = behind.trim_matches(' ');
    let value = match words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inside) => list(inside)?,
        None => FlatValue::Words(quoted(words).or_else(|| plain(words))?),
    };
    is_key(key).then_some(FlatEntry { key, value })
}

/// What stands in quotation marks, without escapes.
fn quoted(words: &str) -> Option<&str> {
    let inside = |mark: char| words.strip_prefix(mark)?.strip_suffix(mark).filter(|inside| !inside.contains([mark, '\\']));
    inside('"').or_else(|| inside('\''))
}

/// Words without marks around them, or a date.
fn plain(words: &str) -> Option<&str> {
    let worded = words.starts_with(is_letter) && !is_reserved(words);
    let ends = words.contains(": ") || words.contains(" #") || words.ends_with(':');
    ((worded || is_date(words)) && !ends).then_some(words)
}

/// `a, "b c"`: words and quoted words, none of them with a mark that means something in a list.
fn list(inside: &str) -> Option<FlatValue<'_>> {
    let empty = inside.trim_matches(' ').is_empty();
    (empty || inside.split(',').all(|part| item(part).is_some())).then_some(FlatValue::List(inside))
}

fn item(part: &str) -> Option<&str> {
    let words = part.trim_matches(' ');
    let simple = |c: char| c.is_ascii_alphanumeric() || is_letter(c) || matches!(c, ' ' | '-' | '_' | '.' | '\'');
    quoted(words).or_else(|| (words.starts_with(is_letter) && words.chars().all(simple) && !is_reserved(words)).then_some(words))
}

/// Letters that begin words of European languages; no sign of YAML is among them.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{17F}')
}

/// `2019-03-31`, also with a time behind it: a scalar of digits that can be no number.
fn is_date(words: &str) -> bool {
    let shape = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    let time = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'T' | b'Z' | b':' | b'.' | b'+' | b'-' | b' ');
    words.len() >= 10 && words.bytes().take(10).enumerate().all(shape) && words.bytes().skip(10).all(time)
}

/// Words that mean no words in some version of YAML, whatever their capitals.
fn is_reserved(words: &str) -> bool {
    const RESERVED: &[&str] = &["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    words.len() <= 5 && RESERVED.iter().any(|reserved| words.eq_ignore_ascii_case(reserved))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{FlatValue, entries};
    use crate::ingest::formats::fields::{declared, declared_flat};

    /// What a YAML parser makes of `record`.
    fn parsed(record: &str) -> Option<serde_json::Map<String, serde_json::Value>> {
        serde_yaml_ng::from_str(record).ok()
    }

    #[test]
    fn what_exporters_write_is_flat() {
        let record = "title: \"L'été : « chaud »\"\ndate: 2019-03-31T18:34:40Z\n# note\nauthor: 'Irène Lefèvre'\nlang: fr\n\
                      url: https://example.org/a#b\ntags: [Monde, \"Proche-Orient\", l'Élysée]\nempty: []\n";
        let found = entries(record).unwrap();
        assert_eq!(found.len(), 7);
        assert_eq!(found[5].value.words().as_deref(), Some("Monde, Proche-Orient, l'Élysée"));
        assert_eq!((found[6].value, found[6].value.words()), (FlatValue::List(""), None));
        assert_eq!(declared_flat(&found), declared(&parsed(record).unwrap()));
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_parser() {
        for line in [
            "a: yes",
            "a: 12",
            "a: 1e5",
            "a: b: c",
            "a: b # c",
            "a: \"b\\n\"",
            "a: \"b",
            "a: |",
            "a: &x b",
            "a:",
            "a:b",
            "- a",
            "  a: b",
            "a: b\n  c",
            "a: [b: c]",
            "a: [b, [c]]",
            "a: [b,]",
            "a: {b: c}",
            "true: a",
            "a: b\na: c",
            "a: b\r",
            "a: b\tc",
            "",
        ] {
            assert_eq!(entries(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn the_parser_reads_the_same(
            record in "(([a-c]{1,2}|title|date|Author|tags|null): {1,2}[\"'\\[]?[a-zé0-9:# ,.'\"\\[\\]{}&*!|>%@`~–-]{0,14}[\"'\\]]? ?\n){1,3}"
        ) {
            if let Some(found) = entries(&record) {
                let parsed = parsed(&record);
                prop_assert!(parsed.is_some(), "{record}");
                for (entry, parsed) in found.iter().map(|entry| (entry, &parsed.as_ref().unwrap()[entry.key])) {
                    let words = match parsed {
                        serde_json::Value::String(words) => Some(words.clone()),
                        serde_json::Value::Array(items) if items.is_empty() => None,
                        serde_json::Value::Array(items) => {
                            Some(items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(", "))
                        }
                        other => panic!("{other} in {record}"),
                    };
                    prop_assert_eq!(entry.value.words().map(String::from), words);
                }
            }
        }
    }
}
