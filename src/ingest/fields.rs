//! Fields of a record under the names that exports and sites use: one reader for JSON, front matter and JSON-LD.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::ingest::draft::Declared;
use crate::ingest::flat::{self, Entry};
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
/// The names of what is declared, in the order of [`Declared`].
const NAMES: [&[&str]; 6] = [TITLE, DATE, OUTLET, AUTHOR, URL, LANG];
const TEXT: &[&str] = &["text", "body", "content", "articlebody", "fulltext", "maintext", "texte", "contenu"];

/// What a record says of an article.
#[must_use]
pub fn declared(record: &Record) -> Declared {
    let fields = record.iter().filter(|(_, value)| !value.is_null());
    chosen(fields.map(|(key, value)| (key.as_str(), value)), words)
}

/// What flat front matter says of an article.
#[must_use]
pub fn declared_flat(entries: &[Entry]) -> Declared {
    chosen(entries.iter().map(|entry| (entry.key, entry.value)), flat::Value::words)
}

/// What the fields with the best names say, given what words a value has.
fn chosen<'a, V: Copy>(fields: impl Iterator<Item = (&'a str, V)>, words: impl Fn(V) -> Option<Cow<'a, str>>) -> Declared {
    let mut best: [Option<(usize, &str, V)>; NAMES.len()] = [None; NAMES.len()];
    for (key, value) in fields {
        for (names, best) in NAMES.iter().zip(&mut best) {
            let Some(rank) = names.iter().position(|name| is_called(key, name)) else { continue };
            if best.is_none_or(|(known, other, _)| (rank, key) < (known, other)) {
                *best = Some((rank, key, value));
            }
            break;
        }
    }
    let line = |best: Option<(usize, &str, V)>| words(best?.2).map(|words| cleaned(&words)).filter(|words| !words.is_empty());
    let [title, date, outlet, author, url, lang] = best.map(line);
    let url = url.filter(|url| url.contains("://") || url.starts_with("//"));
    Declared { title, date, outlet, author, url, lang }
}

/// The text of an article as the record has it, markup and all; `None` when no field holds one.
#[must_use]
pub fn text(record: &Record) -> Option<Cow<'_, str>> {
    TEXT.iter().filter_map(|name| first(record, &[name])).filter_map(paragraphs).find(|text| !text.trim().is_empty())
}

fn paragraphs(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Array(parts) => Some(parts.iter().filter_map(words).collect::<Vec<_>>().join("\n\n").into()),
        other => words(other),
    }
}

/// The value of the first of `names` that the record has, whatever its capitals, hyphens and underscores.
fn first<'a>(record: &'a Record, names: &[&str]) -> Option<&'a Value> {
    names
        .iter()
        .find_map(|name| record.iter().find(|(key, value)| is_called(key, name) && !value.is_null()).map(|(_, value)| value))
}

fn is_called(key: &str, name: &str) -> bool {
    let plain = key.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ' | b':')).map(|byte| byte.to_ascii_lowercase());
    // Signs only make a key longer.
    key.len() >= name.len() && plain.eq(name.bytes())
}

/// A value as words: a name inside an object, a list with commas.
fn words(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(text.into()),
        Value::Number(number) => Some(number.to_string().into()),
        Value::Object(record) => {
            first(record, &["name", "main", "title", "rendered", "text", "value", "@value", "$date", "@id"]).and_then(words)
        }
        Value::Array(parts) => {
            let parts: Vec<Cow<str>> = parts.iter().filter_map(words).collect();
            (!parts.is_empty()).then(|| parts.join(", ").into())
        }
        Value::Bool(_) | Value::Null => None,
    }
}

/// One line of clean words: markup and entities resolved, white space tidied.
#[must_use]
pub fn cleaned(words: &str) -> String {
    let plain: Cow<str> = if words.contains(['<', '&']) { fragment::words(words).into() } else { words.into() };
    if is_tidy(&plain) && matches!(sanitize(&plain), Cow::Borrowed(_)) {
        return plain.into_owned();
    }
    sanitize(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether no white space stands in `words` but one plain space between two words.
fn is_tidy(words: &str) -> bool {
    let mut last = ' ';
    let tidy = words.chars().all(|c| {
        let single = c != ' ' || last != ' ';
        last = c;
        single && (c == ' ' || !c.is_whitespace())
    });
    tidy && last != ' '
}
