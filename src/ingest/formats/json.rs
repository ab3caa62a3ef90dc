//! JSON: one article, an array or a map of articles, an object that holds such an array, or several of these one behind the other.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use crate::ingest::draft::{Around, Break, Draft, Lines};
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::{Record, declared, text};
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::Text;
use crate::ingest::source::format::has_markup;
use crate::ingest::source::json_numbers::known;
use crate::model::article::BlockKind;
use crate::text::sanitize::sanitize;

/// Fields under which an export keeps its list of articles.
const LISTS: &[&str] = &["articles", "items", "results", "data", "documents", "docs", "entries", "posts"];

/// A document: one article, or several with their places counted from 1.
#[derive(Debug)]
pub enum Contents {
    /// One record.
    One(Value),
    /// Several.
    List(Vec<Value>),
}

/// Fields in which an answer of a service wraps what it holds.
const WRAPS: &[&str] = &["data", "response", "result", "article", "hits", "document", "item"];

/// Reads a file of JSON.
pub(crate) fn read_text(text: &Text<'_>, out: &mut Output<'_>) {
    match read(text.text) {
        Ok(Contents::One(value)) => match draft(&value) {
            Ok(draft) => out.whole(draft, text.bytes),
            Err(lack) => out.fail(&lack),
        },
        Ok(Contents::List(list)) => read_records(&list, out),
        Err(error) => out.fail_at(u32::try_from(error.line()).ok(), &format!("is not valid JSON: {error}")),
    }
}

/// Reads records one behind the other: each is an article of its own, and one that is none costs itself alone.
fn read_records(list: &[Value], out: &mut Output<'_>) {
    if list.is_empty() {
        out.fail("is an empty list");
    }
    for (value, position) in list.iter().zip(1..) {
        // The bytes between two elements belong to none; an element written plainly stands for its own.
        out.element(position, draft(value), value.to_string().as_bytes());
    }
}

/// Reads a whole JSON text.
///
/// # Errors
/// Says where the text stops being JSON.
pub fn read(text: &str) -> Result<Contents, serde_json::Error> {
    read_strictly(text).or_else(|error| match known(text) {
        Cow::Owned(text) => read_strictly(&text),
        Cow::Borrowed(_) => Err(error),
    })
}

fn read_strictly(text: &str) -> Result<Contents, serde_json::Error> {
    let values = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}')).into_iter();
    let mut values: Vec<Value> = values.collect::<Result<_, _>>()?;
    Ok(match values.len() {
        1 => contents(values.remove(0)),
        0 => contents(serde_json::from_str(text)?),
        _ => Contents::List(values.into_iter().flat_map(|value| articles(contents(value))).collect()),
    })
}

fn articles(contents: Contents) -> Vec<Value> {
    match contents {
        Contents::One(value) => vec![value],
        Contents::List(list) => list,
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

/// The articles of an object that has no fields of its own: each member is one, under a key that only tells them apart.
fn keyed(record: Record) -> Contents {
    let is_article = |value: &Value| value.as_object().is_some_and(|record| text(record).is_some());
    if record.len() > 1 && record.values().all(is_article) {
        return Contents::List(record.into_iter().map(|(_, value)| value).collect());
    }
    Contents::One(Value::Object(record))
}

fn contents(value: Value) -> Contents {
    match value {
        Value::Array(list) => Contents::List(list),
        Value::Object(mut record) if self::text(&record).is_none() => {
            let list = LISTS.iter().find(|name| matches!(record.get(**name), Some(Value::Array(_))));
            match list.and_then(|name| record.remove(*name)) {
                Some(Value::Array(list)) => Contents::List(of_feed(list, &record)),
                _ => match WRAPS.iter().find(|name| matches!(record.get(**name), Some(Value::Object(_)))) {
                    // The parser bounds how deep this goes.
                    Some(name) => contents(record.remove(*name).unwrap_or_default()),
                    None => keyed(record),
                },
            }
        }
        other => Contents::One(other),
    }
}

/// The draft of one record.
///
/// # Errors
/// Says what the record lacks.
pub fn draft(value: &Value) -> Result<Draft, String> {
    let Value::Object(record) = value else { return Err("is not a JSON object with the fields of an article".to_owned()) };
    let Some(text) = text(record).filter(|_| !is_bare(record)) else {
        if let Some(text) = record.get("text").and_then(Value::as_str).filter(|_| is_bare(record)) {
            return Ok(Draft { declared: declared(record), lines: told(record, text), curated: true, around: Around::Nothing });
        }
        return summary(record).or_else(|| reference(record)).or_else(|| listed(record)).ok_or_else(|| missing(record));
    };
    Ok(Draft { declared: declared(record), lines: lines(&text), ..Draft::default() })
}

/// Whether a record says that its text holds nothing else, as `liseuse convert` writes it.
fn is_bare(record: &Record) -> bool {
    record.get("boilerplate").and_then(Value::as_str) == Some("none")
}

/// The text of such a record: a paragraph between two empty lines, of the kind that the lists of headings and captions say.
fn told(record: &Record, text: &str) -> Lines {
    let listed = |name: &str| -> HashSet<&str> {
        record.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let (headings, captions) = (listed("headings"), listed("captions"));
    let mut lines = Lines::with_room(text.len());
    for part in text.split("\n\n") {
        let kind = match part {
            part if headings.contains(part) => Some(BlockKind::Heading),
            part if captions.contains(part) => Some(BlockKind::Caption),
            _ => None,
        };
        let mut set_off = Break::Gap;
        for line in part.lines() {
            let line = sanitize(line);
            if !line.trim().is_empty() {
                lines.push(line.trim(), std::mem::replace(&mut set_off, Break::Line), kind);
            }
        }
    }
    lines
}

/// The draft of an article of which an export has the headline, the day and a summary alone.
fn summary(record: &Record) -> Option<Draft> {
    let declared = declared(record);
    let text = fields::summary(record).filter(|_| declared.title.is_some() && declared.date.is_some())?;
    Some(Draft { declared, lines: lines(&text), ..Draft::default() })
}

/// The draft of an item of a list of headlines, as searches of databases give them: the headline, with its day and its outlet.
fn listed(record: &Record) -> Option<Draft> {
    let declared = declared(record);
    let title = declared.title.clone().filter(|_| declared.date.is_some() && declared.outlet.is_some())?;
    Some(Draft { declared, lines: lines(&title), ..Draft::default() })
}

/// The draft of a reference in CSL-JSON without an abstract: its headline is all that there is to read.
fn reference(record: &Record) -> Option<Draft> {
    const KINDS: [&str; 5] = ["article-newspaper", "article-magazine", "article-journal", "webpage", "post-weblog"];
    record.get("type").and_then(Value::as_str).filter(|kind| KINDS.contains(kind))?;
    let declared = declared(record);
    let lines = plain::lines(declared.title.as_deref()?);
    Some(Draft { declared, lines, ..Draft::default() })
}

/// The lines of a text field, which may hold HTML.
pub fn lines(text: &str) -> Lines {
    if text.contains('<') && has_markup(text) {
        return html_text::lines(text);
    }
    if text.contains('&') && text.contains(';') {
        let plain: Vec<String> = text.split('\n').map(html_text::words).collect();
        return plain::lines(&plain.join("\n"));
    }
    plain::lines(text)
}

fn missing(record: &Record) -> String {
    let fields: Vec<String> =
        record.keys().take(6).map(|key| format!("`{}`", key.chars().take(24).collect::<String>())).collect();
    let fields = if fields.is_empty() { "none at all".to_owned() } else { fields.join(", ") };
    crate::text::sanitize::sanitize(&format!("has no text: none of the fields `text`, `body`, `content`; found {fields}"))
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Contents, draft, read};

    fn one(text: &str) -> Result<crate::ingest::draft::Draft, String> {
        match read(text).unwrap() {
            Contents::One(value) => draft(&value),
            Contents::List(list) => draft(&list[0]),
        }
    }

    #[test]
    fn usual_names_are_read_whatever_their_capitals() {
        let found = one(
            r#"{"Headline": "A &amp; B", "published_at": "2020-05-16T10:00:00Z", "source": {"id": 1, "name": "Le Monde"},
                "authors": ["Anne", {"name": "Bob"}], "link": "https://x.fr/a", "inLanguage": "fr-FR", "content": "<p>Un</p><p>Deux</p>"}"#,
        )
        .unwrap();
        assert_eq!(found.declared.title.as_deref(), Some("A & B"));
        assert_eq!(found.declared.outlet.as_deref(), Some("Le Monde"));
        assert_eq!(found.declared.author.as_deref(), Some("Anne, Bob"));
        assert_eq!(found.declared.date.as_deref(), Some("2020-05-16T10:00:00Z"));
        assert_eq!(found.lines.places.len(), 2);
    }

    #[test]
    fn maps_feeds_and_objects_in_a_row_are_lists() {
        let listed = |text: &str| match read(text).unwrap() {
            Contents::List(list) => list.iter().map(|value| draft(value).unwrap().declared).collect(),
            Contents::One(_) => Vec::new(),
        };
        let keyed = listed(r#"{"a": {"title": "A", "text": "Un."}, "b": {"title": "B", "text": "Deux."}}"#);
        assert_eq!(keyed.iter().filter_map(|one| one.title.as_deref()).collect::<Vec<_>>(), ["A", "B"]);
        assert_eq!(listed("{\"text\": \"Un.\"}{\"text\": \"Deux.\"}\n[{\"text\": \"Trois.\"}]").len(), 3);
        let feed = listed(
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "L'Écho", "items": [{"title": "A", "content_html": "<p>Un.</p>"}]}"#,
        );
        assert_eq!(feed[0].outlet.as_deref(), Some("L'Écho"));
        let wire = one(r#"{"versioncreated": "2021-03-10", "firstcreated": "2021-03-09", "body_html": "<p>Un.</p>"}"#).unwrap();
        assert_eq!(wire.declared.date.as_deref(), Some("2021-03-09"));
    }

    #[test]
    fn numbers_that_python_writes_are_nothing_known() {
        let found = one(r#"{"title": "NaN", "author": NaN, "score": -Infinity, "text": "Un texte."}"#).unwrap();
        assert_eq!((found.declared.title.as_deref(), found.declared.author), (Some("NaN"), None));
        assert!(read(r#"{"text": NaN"#).is_err());
    }

    #[test]
    fn lists_are_found_and_missing_text_is_named() {
        assert!(
            matches!(read(r#"{"articles": [{"text": "a"}, {"text": "b"}]}"#).unwrap(), Contents::List(list) if list.len() == 2)
        );
        assert!(matches!(read(r#"{"response": {"docs": [{"text": "a"}]}}"#).unwrap(), Contents::List(list) if list.len() == 1));
        assert!(one(r#"{"data": {"article": {"headline": {"main": "A"}, "body": [{"text": "a"}]}}}"#).is_ok());
        assert!(one(r#"{"title": "x", "summary": "y"}"#).unwrap_err().contains("`summary`"));
        assert!(one("3").is_err());
        let hit = one(r#"{"title": "Un vote", "date": "2021-03-09", "source": "Le Val", "text": ""}"#).unwrap();
        assert_eq!(hit.lines.all_words().collect::<Vec<_>>(), ["Un vote"]);
        let brief = one(
            r#"{"titre": "Un vote", "date": "2022-01-04", "categorie": "une", "description": "Le conseil de Valmont a voté."}"#,
        );
        let brief = brief.unwrap();
        assert_eq!(brief.lines.all_words().next(), Some("Le conseil de Valmont a voté."));
        assert_eq!(brief.declared.section.as_deref(), Some("une"));
    }
}
