//! Where the articles of a JSON document are: in an array under any name and at any depth, in a map, or in the columns of a table.

use serde_json::{Map, Value};

use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::formats::json::keys::Keys;
use crate::ingest::formats::json::prose::{is_prose, is_sentence, prose};
use crate::ingest::formats::json::{Contents, service};

/// Fields under which an export keeps its list of articles.
const LISTS: &[&str] = &["articles", "items", "results", "data", "documents", "docs", "entries", "posts", "messages"];
/// Fields in which an answer of a service wraps what it holds.
const WRAPS: &[&str] = &["data", "response", "result", "article", "hits", "document", "item"];
/// What hangs on an article and is none.
const HANGS_ON: &[&str] = &["comments", "replies", "related", "recommendations", "images", "media", "videos", "authors", "tags"];

/// The articles of a document.
pub(super) fn contents(value: Value) -> Contents {
    match value {
        Value::Array(list) => Contents::List(rows(&list).unwrap_or_else(|| flat(list))),
        Value::Object(record) => match table(&record) {
            Some(rows) => Contents::List(rows),
            None if is_told(&record) => Contents::One(Value::Object(record)),
            None => of_wrapper(record),
        },
        Value::String(words) => nested(&words).map_or(Contents::One(Value::String(words)), contents),
        other => Contents::One(other),
    }
}

/// The document that a string holds as text, as programs leave it that write JSON twice.
fn nested(words: &str) -> Option<Value> {
    let inner = words.trim_start();
    inner.starts_with(['{', '[']).then(|| serde_json::from_str(inner).ok())?
}

/// Whether a record is an article with its text.
fn is_told(record: &Record) -> bool {
    fields::has_text(record) || service::has_text(record)
}

/// The articles of an object that is none itself.
fn of_wrapper(mut record: Record) -> Contents {
    let list = LISTS.iter().find(|name| matches!(record.get(**name), Some(Value::Array(_))));
    if let Some(Value::Array(list)) = list.and_then(|name| record.remove(*name)) {
        return Contents::List(of_feed(flat(list), &record));
    }
    if let Some(name) = WRAPS.iter().find(|name| matches!(record.get(**name), Some(Value::Object(_)))) {
        // The parser bounds how deep this goes.
        return contents(record.remove(*name).unwrap_or_default());
    }
    if is_keyed(&record) {
        return Contents::List(record.into_iter().map(|(key, value)| Keys::default().below(&key).put(value)).collect());
    }
    if is_map_of_texts(&record) {
        return Contents::List(record.into_iter().map(|(name, text)| text_called(&name, text)).collect());
    }
    let found = titled_within(&record, Keys::default());
    if found.is_empty() { Contents::One(Value::Object(record)) } else { Contents::List(found) }
}

/// Whether all members of a record are sentences, and at least half of them texts.
fn is_map_of_texts(record: &Record) -> bool {
    let texts: Option<Vec<&str>> = record.values().map(|value| value.as_str().filter(|text| is_sentence(text))).collect();
    let is_mostly = |texts: Vec<&str>| texts.len() > 1 && texts.iter().filter(|text| is_prose(text)).count() * 2 >= texts.len();
    texts.is_some_and(is_mostly) && !is_titled(record)
}

/// A text of a map of texts, which is known by the name it has there.
fn text_called(name: &str, text: Value) -> Value {
    let record = Map::from_iter([("docid".to_owned(), name.into()), ("text".to_owned(), text)]);
    Keys::default().below(name).put(Value::Object(record))
}

/// Whether a record is a map of articles: all of its members are objects and at least half are articles. The others are told one by one.
fn is_keyed(record: &Record) -> bool {
    let is_article = |value: &Value| value.as_object().is_some_and(|record| is_told(record) || is_titled(record));
    let articles = record.values().filter(|value| is_article(value)).count();
    record.len() > 1 && articles > 0 && articles * 2 >= record.len() && record.values().all(Value::is_object)
}

/// Whether a record has the headline of an article and something to read, or what a list of headlines tells.
fn is_titled(record: &Record) -> bool {
    let declared = fields::declared(&service::plain(record));
    let has_more = || declared.outlet.is_some() || declared.url.is_some() || prose(record).is_some();
    let is_listed = || declared.date.is_some() && has_more();
    declared.title.is_some() && (is_told(record) || fields::summary(record).is_some() || is_listed())
}

/// The rows of a table that is a list of lists, the first of which names fields of articles.
fn rows(list: &[Value]) -> Option<Vec<Value>> {
    let (names, rows) = list.split_first()?;
    let names: Vec<&str> = names.as_array()?.iter().map(Value::as_str).collect::<Option<_>>()?;
    let known = names.iter().filter(|name| fields::is_field(name) || fields::is_summary(name)).count();
    let is_told = known > 1 && names.iter().any(|name| fields::is_title(name) || fields::is_text(name));
    is_told.then(|| rows.iter().map(|cells| Some(row(names.iter().copied().zip(cells.as_array()?)))).collect())?
}

/// The elements of a list, those of lists within it one by one. One that is no article gives those that it wraps.
fn flat(list: Vec<Value>) -> Vec<Value> {
    let opened = |value: Value| match value {
        Value::Array(list) => flat(list),
        Value::Object(record) if fields::declared(&record).title.is_none() && !is_told(&record) => {
            let found = titled_within(&record, Keys::default());
            if found.is_empty() { vec![Value::Object(record)] } else { found }
        }
        Value::String(words) => nested(&words).map_or_else(|| vec![Value::String(words)], |value| flat(vec![value])),
        other => vec![other],
    };
    list.into_iter().flat_map(opened).collect()
}

/// The articles at any depth below `record`, which have a headline of their own and something to read, with what the `keys` above them say.
fn titled_within(record: &Record, keys: Keys<'_>) -> Vec<Value> {
    let members = record.iter().filter(|(name, _)| !HANGS_ON.contains(&name.as_str()));
    members.flat_map(|(name, value)| titled(value, keys.below(name))).collect()
}

fn titled(value: &Value, keys: Keys<'_>) -> Vec<Value> {
    match value {
        Value::Array(list) => list.iter().flat_map(|value| titled(value, keys)).collect(),
        Value::Object(record) if is_titled(record) => vec![keys.put(value.clone())],
        Value::Object(record) if is_keyed(record) => {
            record.iter().map(|(name, value)| keys.below(name).put(value.clone())).collect()
        }
        Value::Object(record) => titled_within(record, keys),
        _ => Vec::new(),
    }
}

/// The articles of a JSON Feed (version 1.1): they are of the outlet that the feed is named after.
fn of_feed(mut list: Vec<Value>, feed: &Record) -> Vec<Value> {
    let is_feed = feed.get("version").and_then(Value::as_str).is_some_and(|version| version.contains("jsonfeed.org"));
    let Some(title) = feed.get("title").filter(|_| is_feed) else { return list };
    for item in list.iter_mut().filter_map(Value::as_object_mut) {
        item.entry("source").or_insert_with(|| title.clone());
    }
    list
}

/// The rows of a table as pandas writes one: a map of columns, each a map by row or a list, or names of columns beside rows of cells.
fn table(record: &Record) -> Option<Vec<Value>> {
    if let (Some(Value::Array(names)), Some(Value::Array(rows))) = (record.get("columns"), record.get("data")) {
        let names: Vec<&str> = names.iter().map(Value::as_str).collect::<Option<_>>()?;
        let row = |cells: &Value| Some(row(names.iter().copied().zip(cells.as_array()?)));
        return rows.iter().map(row).collect();
    }
    let is_told =
        record.keys().any(|name| fields::is_title(name)) && record.keys().filter(|name| fields::is_field(name)).count() > 1;
    if !is_told {
        return None;
    }
    let columns: Vec<(&str, Vec<&Value>)> =
        record.iter().map(|(name, cells)| Some((name.as_str(), column(cells)?))).collect::<Option<_>>()?;
    let count = columns.first()?.1.len();
    let is_even = columns.iter().all(|(_, cells)| cells.len() == count);
    let row = |at: usize| row(columns.iter().filter_map(|(name, cells)| Some((*name, *cells.get(at)?))));
    (is_even && count > 0).then(|| (0..count).map(row).collect())
}

/// The cells of a column in the order of their rows. A list of one may be a field that holds a list.
fn column(cells: &Value) -> Option<Vec<&Value>> {
    match cells {
        Value::Array(cells) => Some(cells.iter().collect()).filter(|cells: &Vec<_>| cells.len() > 1),
        Value::Object(cells) => {
            let numbered = cells.iter().map(|(row, cell)| Some((row.parse::<u64>().ok()?, cell)));
            let mut numbered: Vec<(u64, &Value)> = numbered.collect::<Option<_>>()?;
            numbered.sort_by_key(|(row, _)| *row);
            Some(numbered.into_iter().map(|(_, cell)| cell).collect())
        }
        _ => None,
    }
}

fn row<'a>(cells: impl Iterator<Item = (&'a str, &'a Value)>) -> Value {
    Value::Object(cells.map(|(name, cell)| (name.to_owned(), cell.clone())).collect::<Map<_, _>>())
}
