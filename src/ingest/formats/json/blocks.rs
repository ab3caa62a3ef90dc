//! Texts in blocks: an array of paragraphs, headings, captions and lists, as systems of newsrooms keep them.

use serde_json::Value;

use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::source::format::has_markup;

/// Fields that hold the blocks of a text.
const LISTS: &[&str] = &["contents", "content_elements", "blocks", "paragraphs", "body_elements", "bodyElements", "elements"];
/// Fields of a block that hold its words.
const WORDS: &[&str] = &["content", "text", "html", "value", "paragraph", "body"];
/// Fields that hold the words under a picture.
const CAPTIONS: &[&str] = &["fullcaption", "caption"];
/// Kinds of blocks that repeat a field of the article.
const FIELDS: &[&str] = &["title", "headline", "byline", "date", "kicker"];
const HEADINGS: &[&str] = &["header", "heading", "subheading", "subhead", "intertitle", "h2", "h3"];

/// The text of an article in blocks as HTML; `None` when `record` has no blocks with a paragraph.
pub(super) fn markup(record: &Record) -> Option<String> {
    let lists = LISTS.iter().filter_map(|name| record.get(*name)?.as_array()).filter(|list| !list.iter().any(is_article));
    let mut written = lists.map(|list| written(list));
    written.find(|(_, has_paragraph)| *has_paragraph).map(|(markup, _)| markup)
}

/// Whether an element of a list is an article of its own: it has a headline, and a day or an address.
fn is_article(value: &Value) -> bool {
    let declared = value.as_object().map(fields::declared).unwrap_or_default();
    declared.title.is_some() && (declared.date.is_some() || declared.url.is_some())
}

/// The blocks as HTML, and whether a paragraph is among them.
fn written(list: &[Value]) -> (String, bool) {
    let (mut markup, mut has_paragraph) = (String::new(), false);
    for block in list {
        match block {
            Value::String(words) => {
                put(&mut markup, "p", words);
                has_paragraph = true;
            }
            Value::Object(block) => has_paragraph |= put_block(&mut markup, block),
            _ => {}
        }
    }
    (markup, has_paragraph)
}

/// Writes a block and says whether it was or held a paragraph.
fn put_block(markup: &mut String, block: &Record) -> bool {
    let kind = block.get("type").and_then(Value::as_str).unwrap_or_default();
    let said = |names: &[&str]| names.iter().find_map(|name| block.get(*name)?.as_str()).filter(|words| !words.trim().is_empty());
    if FIELDS.contains(&kind) {
        return false;
    }
    if let Some(words) = said(CAPTIONS) {
        put(markup, "figcaption", words);
        return false;
    }
    if let Some(words) = said(WORDS) {
        let is_heading = HEADINGS.contains(&kind);
        put(markup, if is_heading { "h2" } else { "p" }, words);
        return !is_heading;
    }
    let inner = LISTS.iter().chain(&["items"]).find_map(|name| block.get(*name)?.as_array());
    let Some((inner, has_paragraph)) = inner.map(|list| written(list)) else { return false };
    markup.push_str(&inner);
    has_paragraph
}

/// Writes `words`, which may be HTML themselves, as an element.
fn put(markup: &mut String, tag: &str, words: &str) {
    let escaped;
    let words = if has_markup(words) || words.contains('&') && words.contains(';') {
        words
    } else {
        escaped = words.replace('&', "&amp;").replace('<', "&lt;");
        &escaped
    };
    markup.extend(["<", tag, ">", words, "</", tag, ">\n"]);
}
