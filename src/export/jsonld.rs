//! JSON-LD: a collection of the W3C Web Annotation Data Model (2017) with one page. Read back by `import::jsonld`.
//!
//! Every passage has a text quotation selector and a text position selector. What the model has no term for stands under
//! `liseuse:`, so that nothing is lost on the way back.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use ulid::Ulid;

use crate::export::dossier::{ExportDocument, ExportItem};
use crate::export::words;
use crate::model::anchor::Anchor;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::property::Property;

/// The context of the model.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// What stands before terms and names of ours.
pub const OURS: &str = "urn:liseuse:";

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: Value,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'a str,
    generator: Value,
    #[serde(rename = "liseuse:archive")]
    archive: &'a str,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start: usize,
    items: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    created: String,
    modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Body<'a>>,
    target: Value,
    /// What the model has no term for.
    #[serde(flatten)]
    more: BTreeMap<String, &'a Property>,
}

/// A text with what it is for.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: &'a str,
}

/// Whether it speaks of annotations of the model.
#[must_use]
pub fn is_jsonld(value: &Value) -> bool {
    let names_context = |value: &Value| match value {
        Value::String(text) => text == CONTEXT || text.trim_start_matches("https").ends_with(CONTEXT.trim_start_matches("http")),
        _ => false,
    };
    match value.get("@context") {
        Some(Value::Array(contexts)) => contexts.iter().any(names_context),
        Some(context) => names_context(context),
        None => value.as_array().is_some_and(|list| !list.is_empty() && list.iter().all(is_jsonld)),
    }
}

/// Whether `text` is a collection that we wrote.
#[must_use]
pub fn is_own(text: &str) -> bool {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return false };
    is_jsonld(&value) && value.pointer("/generator/id").and_then(Value::as_str).is_some_and(|id| id.starts_with(OURS))
}

/// The dossier as one JSON object on several lines.
#[must_use]
pub fn write(dossier: &ExportDocument) -> String {
    let items: Vec<Entry<'_>> = dossier.items().map(entry).collect();
    let id = collection_id(&items);
    let collection = Collection {
        context: json!([CONTEXT, { "liseuse": OURS }]),
        kind: "AnnotationCollection",
        label: &dossier.title,
        generator: json!({ "id": format!("{OURS}program"), "type": "Software", "name": dossier.generator }),
        archive: &dossier.archive,
        total: items.len(),
        first: Page { id: format!("{id}#1"), kind: "AnnotationPage", start: 0, items },
        id,
    };
    // Only maps with keys that are no strings, and there are none, could fail.
    serde_json::to_string_pretty(&collection).unwrap_or_default() + "\n"
}

/// A name for the collection that is the same for the same annotations.
fn collection_id(items: &[Entry<'_>]) -> String {
    let mut digest = Sha256::new();
    for item in items {
        digest.update(format!("{}\n", item.id));
    }
    let half = digest.finalize().first_chunk::<16>().copied().unwrap_or_default();
    uuid(u128::from_be_bytes(half))
}

fn entry(item: &ExportItem) -> Entry<'_> {
    let annotation = &item.annotation;
    Entry {
        id: iri(&annotation.id),
        kind: "Annotation",
        motivation: if annotation.note.is_empty() { "highlighting" } else { "commenting" },
        created: words::moment(annotation.created),
        modified: words::moment(annotation.modified),
        body: bodies(item),
        target: target(item),
        more: annotation.more.iter().map(|(key, field)| (ours(key), field)).collect(),
    }
}

/// The name of a member of ours.
#[must_use]
pub fn ours(key: &str) -> String {
    format!("liseuse:{key}")
}

/// The note, its tags, and the colour as a class.
fn bodies(item: &ExportItem) -> Vec<Body<'_>> {
    let annotation = &item.annotation;
    let body = |purpose, format, value| Body { kind: "TextualBody", purpose, format, value };
    let note = (!annotation.note.is_empty()).then(|| body("commenting", "text/markdown", annotation.note.as_str()));
    let tags = annotation.tags().into_iter().map(|tag| body("tagging", "text/plain", tag));
    let color = annotation.color.as_deref().map(|color| body("classifying", "text/plain", color));
    note.into_iter().chain(tags).chain(color).collect()
}

fn target(item: &ExportItem) -> Value {
    match &item.annotation.target {
        Target::Passage { article, anchor } => json!({
            "type": "SpecificResource",
            "source": source(article),
            "liseuse:article": article,
            "liseuse:text": { "sha256": anchor.text, "extractor": anchor.extractor },
            "selector": selectors(anchor),
        }),
        Target::Article { article } => json!({
            "type": "SpecificResource",
            "source": source(article),
            "liseuse:article": article,
        }),
        Target::Actor { id } => json!(format!("{OURS}actor:{}", escaped(id))),
        Target::Day { day } => json!(format!("{OURS}day:{}", escaped(day))),
    }
}

fn selectors(anchor: &Anchor) -> Value {
    json!([
        { "type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix },
        { "type": "TextPositionSelector", "start": anchor.start, "end": anchor.end },
    ])
}

/// The address of an article; when none is known, the name that its bytes give it.
fn source(article: &ArticleKey) -> String {
    if article.url.is_empty() { format!("urn:sha256:{}", article.sha256) } else { article.url.clone() }
}

/// The identifier of an annotation as an IRI: a ULID is a UUID in other letters, and comes back from it.
fn iri(id: &str) -> String {
    match Ulid::from_string(id) {
        Ok(ulid) if ulid.to_string() == id => uuid(ulid.0),
        _ => format!("{OURS}annotation:{}", escaped(id)),
    }
}

fn uuid(number: u128) -> String {
    let hex = format!("{number:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// `text` with everything but letters, digits and hyphens of ASCII in percent signs, as an IRI wants it.
fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => out.push(char::from(byte)),
            // Writing to a string cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
        out
    })
}
