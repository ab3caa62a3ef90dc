//! Hypothesis: the JSON that its client exports (`annotations`) and that its API answers (`rows`).

use serde_json::Value;

use crate::import::draft::AnnotationDraft;
use crate::import::drafts::{Drafts, ImportForm};
use crate::model::anchor::Anchor;
use crate::model::annotation::ArticleKey;

/// Whether its records are those of Hypothesis.
#[must_use]
pub fn is_hypothesis(value: &Value) -> bool {
    records(value).is_some_and(|records| records.iter().all(|record| record.get("uri").is_some_and(Value::is_string)))
}

/// Reads all annotations; answers to others are passed over, since they are about what somebody said.
#[must_use]
pub fn read(value: &Value, now: u64) -> Drafts {
    let records = records(value).map(Vec::as_slice).unwrap_or_default();
    let is_answer = |record: &&Value| record.get("references").and_then(Value::as_array).is_some_and(|list| !list.is_empty());
    let annotations: Vec<_> =
        records.iter().filter(|record| !is_answer(record)).filter_map(|record| draft(record).finish(now)).collect();
    Drafts { form: ImportForm::Hypothesis, passed_over: records.len() - annotations.len(), annotations }
}

fn records(value: &Value) -> Option<&Vec<Value>> {
    ["annotations", "rows"].iter().find_map(|name| value.get(name)).unwrap_or(value).as_array()
}

fn draft(record: &Value) -> AnnotationDraft<'_> {
    let title = record.pointer("/document/title").map(|title| title.get(0).unwrap_or(title));
    let tags = record.get("tags").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    AnnotationDraft {
        id: text(record, "id"),
        article: ArticleKey {
            url: text(record, "uri").to_owned(),
            title: title.and_then(Value::as_str).unwrap_or_default().to_owned(),
            ..ArticleKey::default()
        },
        anchor: record.pointer("/target/0/selector").and_then(Value::as_array).map(|list| anchor(list)).unwrap_or_default(),
        color: "",
        note: text(record, "text"),
        tags: tags.iter().filter_map(Value::as_str).collect(),
        created: text(record, "created"),
        modified: text(record, "updated"),
    }
}

/// The quotation. Positions are those in a web page, which says nothing about the cleaned body.
fn anchor(selectors: &[Value]) -> Anchor {
    let quote = selectors.iter().find(|selector| text(selector, "type") == "TextQuoteSelector");
    let part = |name| quote.map(|quote| text(quote, name).to_owned()).unwrap_or_default();
    Anchor { exact: part("exact"), prefix: part("prefix"), suffix: part("suffix"), ..Anchor::default() }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}
