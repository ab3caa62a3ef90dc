//! Texts in blocks: an array of paragraphs, headings, captions and lists, as systems of newsrooms keep them.

use serde_json::Value;

use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::source::format::has_markup;

/// Fields that hold the blocks of a text.
const LISTS: &[&str] =
    &["contents", "content_elements", "blocks", "paragraphs", "sections", "body_elements", "bodyElements", "elements"];
/// Fields of an article that hold its blocks in members, beside a lead.
const BODIES: &[&str] = &["body", "text", "content", "articleBody", "article_body"];
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
    with_paragraph(lists).or_else(|| of_members(record)).or_else(|| of_pages(record))
}

/// The first of `lists` that has a paragraph.
fn with_paragraph<'a>(lists: impl Iterator<Item = &'a Vec<Value>>) -> Option<String> {
    lists.map(|list| written(list)).find(|(_, has_paragraph)| *has_paragraph).map(|(markup, _)| markup)
}

/// The text of an article whose text field has a lead and blocks as members.
fn of_members(record: &Record) -> Option<String> {
    fields::title(record)?;
    let body = BODIES.iter().find_map(|name| record.get(*name)?.as_object())?;
    let blocks = with_paragraph(LISTS.iter().filter_map(|name| body.get(*name)?.as_array()))?;
    let mut markup = String::new();
    if let Some(lead) = fields::summary(body) {
        put(&mut markup, "p", &lead);
    }
    Some(markup + &blocks)
}

/// The text of an issue or a book by its pages, which are objects with words; a list of numbers is none.
fn of_pages(record: &Record) -> Option<String> {
    let pages = record.get("pages")?.as_array()?;
    with_paragraph(pages.iter().all(Value::is_object).then_some(pages).into_iter())
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
    if let Some(heading) = fields::title(block) {
        put(markup, "h2", &heading);
    }
    markup.push_str(&inner);
    has_paragraph
}

/// Writes `words`, which may be HTML themselves, as an element; each paragraph of plain words as one of its own.
fn put(markup: &mut String, tag: &str, words: &str) {
    if !has_markup(words) && words.trim().contains("\n\n") {
        return words.split("\n\n").filter(|part| !part.trim().is_empty()).for_each(|part| put(markup, tag, part));
    }
    let escaped;
    let words = if has_markup(words) || words.contains('&') && words.contains(';') {
        words
    } else {
        escaped = words.replace('&', "&amp;").replace('<', "&lt;");
        &escaped
    };
    markup.extend(["<", tag, ">", words, "</", tag, ">\n"]);
}
