//! Fields of a record under the names that exports and sites use: one reader for JSON, front matter and JSON-LD.

use serde_json::{Map, Value};

use crate::ingest::draft::Declared;
use crate::ingest::fragment;
use crate::text::sanitize::sanitize;

/// A record.
pub type Record = Map<String, Value>;

const TITLE: &[&str] = &["title", "headline", "titre"];
const DATE: &[&str] = &[
    "date",
    "published",
    "pubdate",
    "datepublished",
    "publishedat",
    "publicationdate",
    "publishdate",
    "datetime",
    "datecreated",
    "created",
];
const OUTLET: &[&str] = &["source", "outlet", "publisher", "site", "sitename", "journal", "newspaper", "media"];
const AUTHOR: &[&str] = &["author", "byline", "authors", "auteur", "creator"];
const URL: &[&str] = &["url", "link", "permalink", "canonicalurl", "sourceurl"];
const LANG: &[&str] = &["lang", "language", "inlanguage", "langue"];
const TEXT: &[&str] = &["text", "body", "content", "articlebody", "fulltext", "maintext", "texte", "contenu"];

/// What a record says of an article.
#[must_use]
pub fn declared(record: &Record) -> Declared {
    let line = |names| first(record, names).and_then(words).map(|words| cleaned(&words)).filter(|words| !words.is_empty());
    let url = line(URL).filter(|url| url.contains("://") || url.starts_with("//"));
    Declared { title: line(TITLE), date: line(DATE), outlet: line(OUTLET), author: line(AUTHOR), url, lang: line(LANG) }
}

/// The text of an article as the record has it, markup and all; `None` when no field holds one.
#[must_use]
pub fn text(record: &Record) -> Option<String> {
    let paragraphs = |value: &Value| match value {
        Value::Array(parts) => Some(parts.iter().filter_map(words).collect::<Vec<_>>().join("\n\n")),
        other => words(other),
    };
    TEXT.iter().filter_map(|name| first(record, &[name])).filter_map(paragraphs).find(|text| !text.trim().is_empty())
}

/// The value of the first of `names` that the record has, whatever its capitals, hyphens and underscores.
fn first<'a>(record: &'a Record, names: &[&str]) -> Option<&'a Value> {
    names.iter().find_map(|name| {
        let same = |key: &str| {
            let plain =
                key.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ' | b':')).map(|byte| byte.to_ascii_lowercase());
            plain.eq(name.bytes())
        };
        record.iter().find(|(key, value)| same(key) && !value.is_null()).map(|(_, value)| value)
    })
}

/// A value as words: a name inside an object, a list with commas.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(record) => {
            first(record, &["name", "main", "title", "rendered", "text", "value", "@value", "$date", "@id"]).and_then(words)
        }
        Value::Array(parts) => {
            let parts: Vec<String> = parts.iter().filter_map(words).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
        Value::Bool(_) | Value::Null => None,
    }
}

/// One line of clean words: markup and entities resolved, white space tidied.
#[must_use]
pub fn cleaned(words: &str) -> String {
    let plain = if words.contains(['<', '&']) { fragment::words(words) } else { words.to_owned() };
    sanitize(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
}
