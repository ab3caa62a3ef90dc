//! JSON-LD of the W3C Web Annotation Data Model: collections, pages, lists and single annotations, ours and those of others.
//!
//! What `export::jsonld` wrote comes back as it was kept; of others, the first target with its quotation and the textual bodies.

use std::sync::Arc;

use serde_json::Value;
use ulid::Ulid;

use crate::export::jsonld::{OURS, ours};
use crate::export::words::millis;
use crate::import::draft::AnnotationDraft;
use crate::import::drafts::{Drafts, ImportForm};
use crate::model::anchor::Anchor;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::property::Exported;

/// Reads all annotations; those without a quotation or a textual body are passed over.
#[must_use]
pub fn read(value: &Value, now: u64) -> Drafts {
    let mut items = Vec::new();
    collect(value, &mut items);
    let annotations: Vec<Annotation> = items.iter().filter_map(|item| annotation(item, now)).collect();
    Drafts { form: ImportForm::JsonLd, passed_over: items.len() - annotations.len(), annotations }
}

/// Finds the annotations in a list, a page or a collection with its pages inside.
fn collect<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| collect(item, found)),
        Value::Object(object) if object.contains_key("target") => found.push(value),
        Value::Object(object) => {
            ["first", "items", "next"].iter().filter_map(|name| object.get(*name)).for_each(|inner| collect(inner, found));
        }
        _ => {}
    }
}

fn annotation(item: &Value, now: u64) -> Option<Annotation> {
    own(item).or_else(|| draft(item).finish(now))
}

/// An annotation that we wrote, as it was; `None` for any other.
fn own(item: &Value) -> Option<Annotation> {
    let id = own_id(text(item, "id"))?;
    let target = own_target(item.get("target")?)?;
    Some(Annotation {
        id,
        target,
        color: body(item, "classifying").map(str::to_owned),
        note: body(item, "commenting").unwrap_or_default().to_owned(),
        created: millis(text(item, "created"))?,
        modified: millis(text(item, "modified"))?,
        more: Exported::in_object(item, ours),
    })
}

fn own_id(iri: &str) -> Option<String> {
    match iri.strip_prefix("urn:uuid:") {
        Some(uuid) => u128::from_str_radix(&uuid.replace('-', ""), 16).ok().map(|number| Ulid(number).to_string()),
        None => iri.strip_prefix(OURS)?.strip_prefix("annotation:").map(unescaped),
    }
}

fn own_target(target: &Value) -> Option<Target> {
    if let Some(name) = target.as_str().and_then(|iri| iri.strip_prefix(OURS)) {
        let (kind, name) = name.split_once(':')?;
        return match kind {
            "actor" => Some(Target::Actor { id: unescaped(name) }),
            "day" => Some(Target::Day { day: unescaped(name) }),
            _ => None,
        };
    }
    let article: Arc<ArticleKey> = serde_json::from_value(target.get("liseuse:article")?.clone()).ok()?;
    let Some(state) = target.get("liseuse:text") else { return Some(Target::Article { article }) };
    let position = selector(target, "TextPositionSelector")?;
    let offset = |name| position.get(name).and_then(Value::as_u64).and_then(|at| u32::try_from(at).ok());
    let (text, extractor) = (text(state, "sha256").to_owned(), text(state, "extractor").to_owned());
    Some(Target::Passage {
        article,
        anchor: Anchor { start: offset("start")?, end: offset("end")?, text, extractor, ..quoted(target) },
    })
}

/// What the annotation of another program tells.
fn draft(item: &Value) -> AnnotationDraft<'_> {
    let target = first(item.get("target").unwrap_or(&Value::Null));
    let source = target.as_str().or_else(|| {
        let source = target.get("source").unwrap_or(target);
        source.as_str().or_else(|| source.get("id").and_then(Value::as_str))
    });
    AnnotationDraft {
        id: text(item, "id"),
        article: ArticleKey { url: source.unwrap_or_default().to_owned(), ..ArticleKey::default() },
        anchor: quoted(target),
        color: body(item, "classifying").unwrap_or_default(),
        note: ["commenting", "describing", "replying", "questioning", "assessing", ""]
            .iter()
            .find_map(|purpose| body(item, purpose))
            .or_else(|| text_of(item, "bodyValue"))
            .unwrap_or_default(),
        tags: bodies(item).filter(|body| text(body, "purpose") == "tagging").map(|body| text(body, "value")).collect(),
        created: text(item, "created"),
        modified: text(item, "modified"),
    }
}

fn bodies(item: &Value) -> impl Iterator<Item = &Value> {
    match item.get("body") {
        Some(Value::Array(list)) => list.as_slice(),
        Some(body) => std::slice::from_ref(body),
        None => &[],
    }
    .iter()
}

/// The text of the first body with this purpose; no purpose is the empty one.
fn body<'a>(item: &'a Value, purpose: &str) -> Option<&'a str> {
    bodies(item).find(|body| text(body, "purpose") == purpose).and_then(|body| text_of(body, "value"))
}

fn quoted(target: &Value) -> Anchor {
    let quote = selector(target, "TextQuoteSelector");
    let part = |name| quote.map(|quote| text(quote, name).to_owned()).unwrap_or_default();
    Anchor { exact: part("exact"), prefix: part("prefix"), suffix: part("suffix"), ..Anchor::default() }
}

/// The selector of a kind, also one that refines another.
fn selector<'a>(target: &'a Value, kind: &str) -> Option<&'a Value> {
    let selectors = match target.get("selector")? {
        Value::Array(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    let refined = selectors.iter().filter_map(|selector| selector.get("refinedBy"));
    selectors.iter().chain(refined).find(|selector| text(selector, "type") == kind)
}

fn first(value: &Value) -> &Value {
    value.as_array().and_then(|list| list.first()).unwrap_or(value)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    text_of(value, name).unwrap_or_default()
}

fn text_of<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

/// Percent signs back into what they stand for.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        let pair = behind.get(..2).filter(|_| *byte == b'%').and_then(|pair| std::str::from_utf8(pair).ok());
        let coded = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(coded.unwrap_or(*byte));
        rest = if coded.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
