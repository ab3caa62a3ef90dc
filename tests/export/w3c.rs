//! JSON-LD held to the terms that the W3C Web Annotation Data Model (2017) requires; sections in the comments are its own.

use liseuse::export::form::ExportForm;
use serde_json::Value;

use crate::dossiers::{full, one, written};

/// The motivations of section 3.3.5.
const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

fn is_iri(value: &Value) -> bool {
    let sign = |c: char| c.is_control() || c.is_whitespace() || "<>\"{}|\\^`".contains(c);
    value.as_str().is_some_and(|text| text.contains(':') && !text.contains(sign))
}

fn is_moment(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.ends_with('Z') && text.parse::<jiff::Timestamp>().is_ok())
}

/// Section 5.1 and 5.2.
fn check_collection(collection: &Value) {
    let contexts = collection["@context"].as_array().unwrap();
    assert_eq!(contexts[0], "http://www.w3.org/ns/anno.jsonld");
    assert!(is_iri(&collection["id"]) && collection["type"] == "AnnotationCollection");
    let page = &collection["first"];
    assert!(is_iri(&page["id"]) && page["type"] == "AnnotationPage" && page["startIndex"] == 0);
    let items = page["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    items.iter().for_each(check_annotation);
}

/// Sections 3.1 to 3.3.
fn check_annotation(annotation: &Value) {
    assert!(is_iri(&annotation["id"]) && annotation["type"] == "Annotation");
    assert!(MOTIVATIONS.contains(&annotation["motivation"].as_str().unwrap()));
    assert!(is_moment(&annotation["created"]) && is_moment(&annotation["modified"]));
    for body in annotation["body"].as_array().into_iter().flatten() {
        assert!(body["type"] == "TextualBody" && body["value"].is_string() && body["format"].is_string());
        assert!(MOTIVATIONS.contains(&body["purpose"].as_str().unwrap()));
    }
    match &annotation["target"] {
        target @ Value::String(_) => assert!(is_iri(target)),
        target => {
            assert!(target["type"] == "SpecificResource" && is_iri(&target["source"]));
            check_selectors(&target["selector"]);
        }
    }
}

/// Sections 4.2.4 and 4.2.5.
fn check_selectors(selectors: &Value) {
    let Some(selectors) = selectors.as_array() else { return };
    let of = |kind: &str| selectors.iter().filter(|selector| selector["type"] == kind).collect::<Vec<_>>();
    let (quotes, positions) = (of("TextQuoteSelector"), of("TextPositionSelector"));
    assert_eq!((quotes.len(), positions.len()), (1, 1));
    assert!(["exact", "prefix", "suffix"].iter().all(|term| quotes[0][*term].is_string()));
    assert!(positions[0]["start"].as_u64() < positions[0]["end"].as_u64());
}

#[test]
fn every_required_term_is_there() {
    let collection: Value = serde_json::from_str(&written(&full(), ExportForm::JsonLd)).unwrap();
    check_collection(&collection);
    let passages = collection["first"]["items"].as_array().unwrap();
    assert_eq!(passages.iter().filter(|item| item["target"]["selector"].is_array()).count(), 2);
}

#[test]
fn an_article_without_an_address_is_named_by_its_bytes() {
    let mut dossier = one("Title", "Words", "");
    let item = &mut dossier.sections[0].items[0];
    if let liseuse::model::annotation::Target::Passage { article, .. } = &mut item.annotation.target {
        std::sync::Arc::make_mut(article).url = String::new();
    }
    let collection: Value = serde_json::from_str(&written(&dossier, ExportForm::JsonLd)).unwrap();
    check_collection(&collection);
    assert_eq!(collection["first"]["items"][0]["target"]["source"], format!("urn:sha256:{}", "ab".repeat(32)));
}
