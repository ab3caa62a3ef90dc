//! Texts in blocks: an array of paragraphs, headings, captions and lists, as systems of newsrooms keep them.

use serde_json::Value;

use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::source::format::has_markup;

/// Fields that hold the blocks of a text.
const LISTS: &[&str] =
    &["contents", "content_elements", "blocks", "paragraphs", "sections", "body_elements", "bodyElements", "elements"];
/// Fields of an article that hold its text in members.
pub(super) const BODIES: &[&str] = &["body", "text", "content", "articleBody", "article_body"];
/// Fields of a block that hold its words.
const WORDS: &[&str] = &["content", "text", "html", "value", "paragraph", "body", "p"];
/// Fields of a block that hold its runs of words, or the blocks in it.
const CHILDREN: &[&str] = &["children", "content", "nodes"];
/// Fields that hold the words under a picture.
const CAPTIONS: &[&str] = &["fullcaption", "caption"];
/// Kinds of blocks that repeat a field of the article.
const FIELDS: &[&str] = &["title", "headline", "byline", "date", "kicker"];
const HEADINGS: &[&str] = &["subheading", "subhead", "intertitle", "subtitle", "h2", "h3", "h4"];

/// The text of an article in blocks as HTML; `None` when `record` has no blocks with a paragraph.
pub(in crate::ingest::formats) fn markup(record: &Record) -> Option<String> {
    let lists = LISTS.iter().filter_map(|name| record.get(*name)?.as_array()).filter(|list| !list.iter().any(is_article));
    with_paragraph(lists).or_else(|| of_pages(record)).or_else(|| of_editor(record))
}

/// The text of an article whose text field holds what an editor keeps, as values or as a string of JSON: a list of blocks, or a tree of nodes
/// whose leaves are runs of words (Editor.js, `ProseMirror`, Portable Text, Contentful, Lexical, Draft.js, Quill).
pub(in crate::ingest::formats) fn of_editor(record: &Record) -> Option<String> {
    let value = BODIES.iter().find_map(|name| record.get(*name))?;
    let is_tree = |words: &&str| words.starts_with(['{', '[']) && words.ends_with(['}', ']']);
    let whole = match value.as_str().filter(is_tree) {
        Some(written) => tree(&serde_json::from_str(written).ok()?),
        None => tree(value),
    };
    // Some records have the whole text as words, too, and a part of it in blocks.
    let words = BODIES.iter().filter_map(|name| record.get(*name)?.as_str()).filter(|words| !is_tree(words));
    let longest = words.map(str::len).max().unwrap_or(0);
    whole.filter(|whole| whole.len() > longest)
}

/// The text of a list of blocks or a tree of nodes.
fn tree(value: &Value) -> Option<String> {
    match value {
        Value::Array(list) if list.iter().all(Value::is_object) => with_paragraph(std::iter::once(list)),
        Value::Object(node) => {
            if let Some(Value::Array(runs)) = node.get("ops") {
                return Some(of_runs(runs));
            }
            let lists = LISTS.iter().chain(CHILDREN).filter_map(|name| node.get(*name)?.as_array());
            let inner =
                || ["root", "document", "doc"].iter().find_map(|name| node.get(*name)).or_else(|| fields::in_a_language(node));
            let blocks = with_paragraph(lists).or_else(|| tree(inner()?))?;
            let mut markup = String::new();
            if let Some(lead) = fields::summary(node) {
                put(&mut markup, "p", &lead);
            }
            Some(markup + &blocks)
        }
        _ => None,
    }
}

/// The text of Quill's runs: line ends stand in them, and that of a heading says so.
fn of_runs(runs: &[Value]) -> String {
    let (mut markup, mut line) = (String::new(), String::new());
    for run in runs {
        let is_heading = run.get("attributes").and_then(|kind| kind.get("header")).is_some();
        let words = run.get("insert").and_then(Value::as_str).unwrap_or_default();
        for part in words.split_inclusive('\n') {
            line.push_str(part.trim_end_matches('\n'));
            if part.ends_with('\n') {
                put(&mut markup, if is_heading { "h2" } else { "p" }, &std::mem::take(&mut line));
            }
        }
    }
    put(&mut markup, "p", &line);
    markup
}

/// The first of `lists` that has a paragraph.
fn with_paragraph<'a>(lists: impl Iterator<Item = &'a Vec<Value>>) -> Option<String> {
    lists.map(|list| written(list)).find(|(_, has_paragraph)| *has_paragraph).map(|(markup, _)| markup)
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
    let kind = ["style", "type", "nodeType", "_type"].iter().find_map(|name| block.get(*name)?.as_str()).unwrap_or_default();
    if let Some(Value::Object(data)) = block.get("data").filter(|_| !WORDS.iter().any(|name| block.contains_key(*name))) {
        let mut inner = data.clone();
        inner.entry("type").or_insert_with(|| kind.into());
        return put_block(markup, &inner);
    }
    let said = |names: &[&str]| names.iter().find_map(|name| block.get(*name)?.as_str()).filter(|words| !words.trim().is_empty());
    if FIELDS.contains(&kind) {
        return false;
    }
    let words = said(WORDS).map(ToOwned::to_owned).or_else(|| inline(block));
    if let Some(caption) = said(CAPTIONS) {
        if let Some(words) = words {
            put(markup, "p", &words);
        }
        put(markup, "figcaption", caption);
        return false;
    }
    if let Some(words) = words {
        let is_heading = is_heading(kind);
        put(markup, if is_heading { "h2" } else { "p" }, &words);
        return !is_heading;
    }
    if let Some(words) = said(HEADINGS) {
        put(markup, "h2", words);
        return false;
    }
    let inner = LISTS.iter().chain(CHILDREN).chain(&["items"]).find_map(|name| block.get(*name)?.as_array());
    let Some((inner, has_paragraph)) = inner.map(|list| written(list)) else { return false };
    if let Some(heading) = fields::title(block) {
        put(markup, "h2", &heading);
    }
    markup.push_str(&inner);
    has_paragraph
}

fn is_heading(kind: &str) -> bool {
    kind.starts_with("header") || kind.starts_with("heading") || HEADINGS.contains(&kind)
}

/// The words of a block whose children are runs of words, links among them; `None` when they are blocks themselves.
fn inline(block: &Record) -> Option<String> {
    let children = CHILDREN.iter().find_map(|name| block.get(*name)?.as_array())?;
    let own = |child: &Value| ["text", "value"].iter().find_map(|name| child.get(*name)?.as_str().map(ToOwned::to_owned));
    children.iter().any(|child| own(child).is_some()).then_some(())?;
    children.iter().map(|child| own(child).or_else(|| inline(child.as_object()?))).collect()
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
