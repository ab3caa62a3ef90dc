//! Records as interfaces of the press, readers of feeds and libraries give them, under the names that `fields` knows: what is wrapped is
//! taken out, and what is called otherwise is named.
//!
//! The names are those of the documentation of each: Article Search of The New York Times, Open Platform of The Guardian, News API and
//! its like, Event Registry, Arc XP (ANS), the reader API of Google Reader that `FreshRSS` and Inoreader kept, Feedly, Trove of the
//! National Library of Australia, the rebuilt texts of impresso, snapshots of Dow Jones, the JSON:API.

use std::borrow::Cow;

use serde_json::Value;

use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::formats::json::blocks;

/// Fields that wrap the fields of an article, whatever their capitals.
const WRAPPERS: &[&str] =
    &["fields", "attributes", "_source", "node", "article", "document", "item", "post", "story", "data", "record", "entry"];
/// Fields that hold what is said of an article, beside its text.
const DESCRIPTIONS: &[&str] = &["meta", "metadata", "head", "header", "info"];
/// How deep a record may be wrapped.
const DEPTH: usize = 4;
/// Where something is said in members of members, and what it is. Of a list the first element counts.
const PATHS: &[(&[&str], &str)] = &[
    (&["origin", "title"], "source"),
    (&["provider", "name"], "source"),
    (&["canonical", "href"], "url"),
    (&["alternate", "href"], "url"),
    (&["headlines", "basic"], "title"),
    (&["credits", "by"], "author"),
    (&["taxonomy", "primary_section", "name"], "section"),
    (&["byline", "original"], "author"),
    (&["_embedded", "author", "name"], "author"),
];

/// What is done to a record in turn; each step gives the record that it changes, or nothing.
const STEPS: &[fn(&Record) -> Option<Record>] =
    &[of_editor, with_text, described, in_members, of_library, of_page, of_search, of_snapshot];

/// `record` with its fields where `fields` looks for them.
pub(super) fn plain(record: &Record) -> Cow<'_, Record> {
    let mut plain = Cow::Borrowed(record);
    for step in STEPS {
        if let Some(changed) = step(&plain) {
            plain = Cow::Owned(changed);
        }
    }
    plain
}

/// A record whose text an editor keeps as a tree of blocks: the text is what the tree says.
fn of_editor(record: &Record) -> Option<Record> {
    let whole = blocks::of_editor(record)?;
    let mut plain = record.clone();
    for name in blocks::BODIES {
        plain.remove(*name);
    }
    plain.insert("text".to_owned(), Value::String(whole));
    Some(plain)
}

/// A record without a text under a usual name: with that of the article it wraps, of its blocks, or of its numbered parts.
fn with_text(record: &Record) -> Option<Record> {
    if fields::has_text(record) {
        return None;
    }
    let mut plain = unwrapped(record, DEPTH).map_or(Cow::Borrowed(record), Cow::Owned);
    if let Some(whole) = (!fields::has_text(&plain)).then(|| blocks::markup(&plain)).flatten() {
        plain.to_mut().insert("text".to_owned(), Value::String(whole));
    }
    if let Some(rebuilt) = rebuilt(&plain) {
        return Some(rebuilt);
    }
    match plain {
        Cow::Owned(plain) => Some(plain),
        Cow::Borrowed(_) => None,
    }
}

/// A record without a headline, with what it says of the article in a member of its own.
fn described(record: &Record) -> Option<Record> {
    let more = DESCRIPTIONS.iter().find_map(|name| record.get(*name)?.as_object())?;
    fields::title(record).is_none().then(|| {
        let mut plain = record.clone();
        more.iter().for_each(|(name, value)| _ = plain.entry(name).or_insert_with(|| value.clone()));
        plain
    })
}

/// A record with what `PATHS` says of it.
fn in_members(record: &Record) -> Option<Record> {
    let is_open = |name: &str| record.get(name).is_none_or(|known| !known.is_string());
    let said = PATHS.iter().filter_map(|(path, name)| Some((*name, at(record, path)?))).filter(|(name, _)| is_open(name));
    let mut said: Vec<(&str, Value)> = said.map(|(name, value)| (name, value.clone())).collect();
    // Of two paths to one thing the first counts.
    said.reverse();
    (!said.is_empty()).then(|| {
        let mut plain = record.clone();
        for (name, value) in said {
            plain.insert(name.to_owned(), value);
        }
        plain
    })
}

/// Whether the text of an article can be taken from `record`, which has none under a usual name.
pub(super) fn has_text(record: &Record) -> bool {
    let is_told = |record: &Record| blocks::markup(record).is_some() || rebuilt(record).is_some();
    let is_article = |record: &Record| is_told(record) && fields::declared(&plain(record)).title.is_some();
    let is_whole = |merged: &Record| fields::has_text(merged) || is_told(merged);
    let is_titled = |merged: &Record| fields::declared(&plain(merged)).title.is_some();
    // What has a summary alone may be a list of articles with a title.
    is_article(record) || unwrapped(record, DEPTH).is_some_and(|merged| is_whole(&merged) && is_titled(&merged))
}

/// `record` with the fields of the article that it wraps, or of its summary; what is said around it holds where it says nothing itself.
fn unwrapped(record: &Record, depth: usize) -> Option<Record> {
    let wrapped =
        WRAPPERS.iter().filter_map(|wrapper| record.iter().find(|(name, _)| name.eq_ignore_ascii_case(wrapper))?.1.as_object());
    for inner in wrapped.filter(|_| depth > 0) {
        let is_read = fields::has_text(inner) || blocks::markup(inner).is_some() || fields::summary(inner).is_some();
        let found = if is_read { Some(inner.clone()) } else { unwrapped(inner, depth - 1) };
        if let Some(mut found) = found {
            for (name, value) in record.iter().filter(|(name, _)| !is_wrapper(name)) {
                found.entry(name.clone()).or_insert_with(|| value.clone());
            }
            return Some(found);
        }
    }
    None
}

fn is_wrapper(name: &str) -> bool {
    WRAPPERS.iter().any(|wrapper| name.eq_ignore_ascii_case(wrapper))
}

/// What stands at the end of a path of members.
fn at<'a>(record: &'a Record, path: &[&str]) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    let mut value = record.get(*first)?;
    for name in rest {
        if let Value::Array(list) = value {
            value = list.first()?;
        }
        value = value.as_object()?.get(*name)?;
    }
    (!value.is_null()).then_some(value)
}

/// A record of Trove: the title is that of the newspaper, with its place and years, and the headline is called a heading.
fn of_library(record: &Record) -> Option<Record> {
    let heading = record.get("heading")?.as_str()?;
    let paper = record.get("title")?.as_object()?;
    let paper = paper.get("title").or_else(|| paper.get("value"))?.as_str()?;
    let is_span = |rest: &str| rest.ends_with(')') && rest.contains(|c: char| c.is_ascii_digit());
    let name = paper.split_once(" (").filter(|(_, rest)| is_span(rest)).map_or(paper, |(name, _)| name);
    let mut renamed = record.clone();
    renamed.insert("title".to_owned(), heading.into());
    renamed.insert("source".to_owned(), name.into());
    // What the record calls its category is the kind of item, and its address that of the interface.
    renamed.remove("category");
    if let Some(address) = renamed.remove("troveUrl") {
        renamed.insert("url".to_owned(), address);
    }
    Some(renamed)
}

/// A page of Chronicling America, known by the number that the Library of Congress gives the newspaper: the title is that of the newspaper, and its
/// publisher is who printed it.
fn of_page(record: &Record) -> Option<Record> {
    let paper = record.get("title")?.as_str()?;
    record.get("lccn")?;
    record.get("ocr_eng").or_else(|| record.get("ocr"))?;
    let name = paper.split_once(" [volume]").map_or(paper, |(name, _)| name).trim_end_matches(['.', ' ']);
    let mut renamed = record.clone();
    renamed.insert("source".to_owned(), name.into());
    for field in ["title", "title_normal", "publisher"] {
        renamed.remove(field);
    }
    Some(renamed)
}

/// A hit of a search of the web: the headline is called a name.
fn of_search(record: &Record) -> Option<Record> {
    let name = record.get("name")?.as_str()?;
    let declared = fields::declared(record);
    (declared.title.is_none() && declared.url.is_some() && declared.date.is_some()).then(|| {
        let mut renamed = record.clone();
        renamed.insert("title".to_owned(), name.into());
        renamed
    })
}

/// An article of a snapshot of Factiva, known by its accession number: the first paragraph is called a snippet, the others the body.
fn of_snapshot(record: &Record) -> Option<Record> {
    let number = record.get("an")?.as_str()?;
    let (snippet, body) = (record.get("snippet")?.as_str()?, record.get("body")?.as_str()?);
    let mut renamed = record.clone();
    renamed.insert("docid".to_owned(), number.into());
    if !snippet.trim().is_empty() && !body.contains(snippet.trim()) {
        renamed.insert("body".to_owned(), format!("{snippet}\n\n{body}").into());
    }
    if let Some(moment) = record.get("publication_datetime").or_else(|| record.get("publication_date")).filter(|at| !at.is_null())
    {
        renamed.insert("date".to_owned(), moment.clone());
    }
    Some(renamed)
}

/// A content item of impresso: names of one and two letters, the code of the newspaper in the identifier, and the places in code points where
/// paragraphs begin.
fn rebuilt(record: &Record) -> Option<Record> {
    let whole = record.get("ft")?.as_str()?;
    let (id, _) = (record.get("id")?.as_str()?, record.get("tp").or_else(|| record.get("lg"))?);
    let mut breaks: Vec<u64> =
        record.get("pb").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_u64).collect();
    breaks.sort_unstable();
    let mut text = String::with_capacity(whole.len() + 2 * breaks.len());
    for (at, c) in (0_u64..).zip(whole.chars()) {
        if breaks.binary_search(&at).is_ok() {
            text.push_str("\n\n");
        }
        text.push(c);
    }
    let mut renamed = Record::new();
    let known = [("d", "date"), ("t", "title"), ("lg", "lang"), ("pp", "page"), ("id", "docid")];
    for (short, name) in known {
        if let Some(value) = record.get(short) {
            renamed.insert(name.to_owned(), value.clone());
        }
    }
    // `GDL-1894-03-03-a-i0005`.
    if let Some((code, _)) = id.split_once('-').filter(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit())) {
        renamed.insert("source".to_owned(), code.into());
    }
    renamed.insert("text".to_owned(), text.into());
    Some(renamed)
}
