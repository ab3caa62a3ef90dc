//! JSON: one article, an array of articles, or an object that holds such an array.

use serde_json::Value;

use crate::ingest::draft::{Draft, Lines};
use crate::ingest::formats::fields::{Record, declared, text};
use crate::ingest::formats::html_text;
use crate::ingest::formats::plain;
use crate::ingest::source::format::has_markup;

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

/// Reads a whole JSON text.
///
/// # Errors
/// Says where the text stops being JSON.
pub fn read(text: &str) -> Result<Contents, serde_json::Error> {
    Ok(contents(serde_json::from_str(text.trim_start_matches('\u{feff}'))?))
}

fn contents(value: Value) -> Contents {
    match value {
        Value::Array(list) => Contents::List(list),
        Value::Object(mut record) if self::text(&record).is_none() => {
            let list = LISTS.iter().find(|name| matches!(record.get(**name), Some(Value::Array(_))));
            match list.and_then(|name| record.remove(*name)) {
                Some(Value::Array(list)) => Contents::List(list),
                _ => match WRAPS.iter().find(|name| matches!(record.get(**name), Some(Value::Object(_)))) {
                    // The parser bounds how deep this goes.
                    Some(name) => contents(record.remove(*name).unwrap_or_default()),
                    None => Contents::One(Value::Object(record)),
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
    let Some(text) = text(record) else { return Err(missing(record)) };
    Ok(Draft { declared: declared(record), lines: lines(&text), ..Draft::default() })
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
    fn lists_are_found_and_missing_text_is_named() {
        assert!(
            matches!(read(r#"{"articles": [{"text": "a"}, {"text": "b"}]}"#).unwrap(), Contents::List(list) if list.len() == 2)
        );
        assert!(matches!(read(r#"{"response": {"docs": [{"text": "a"}]}}"#).unwrap(), Contents::List(list) if list.len() == 1));
        assert!(one(r#"{"data": {"article": {"headline": {"main": "A"}, "body": [{"text": "a"}]}}}"#).is_ok());
        assert!(one(r#"{"title": "x", "summary": "y"}"#).unwrap_err().contains("`summary`"));
        assert!(one("3").is_err());
    }
}
