//! JSON: one article, arrays and maps of articles in any nesting, tables written by columns, or several of these one behind the other.

pub(super) mod blocks;
pub(crate) mod doubled;
mod keys;
mod prose;
mod records;
mod salvage;
mod service;

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use crate::ingest::draft::{Around, Break, Declared, Draft, Lines};
use crate::ingest::formats::captured;
use crate::ingest::formats::databases::record::without_by;
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::{Record, declared, text};
use crate::ingest::formats::html_text;
use crate::ingest::formats::json::doubled::KeptValue;
use crate::ingest::formats::json::prose::{is_prose, prose};
use crate::ingest::formats::json::salvage::salvaged;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::unread::{PassedOver, unread};
use crate::ingest::source::format::{FileFormat, has_markup};
use crate::ingest::source::json_repair::repaired;
use crate::model::article::BlockKind;
use crate::text::sanitize::sanitize;

/// A document: one article, or several with their places counted from 1.
#[derive(Debug)]
pub enum Contents {
    /// One record.
    One(Value),
    /// Several.
    List(Vec<Value>),
}

impl Contents {
    fn into_list(self) -> Vec<Value> {
        match self {
            Self::One(value) => vec![value],
            Self::List(list) => list,
        }
    }
}

/// Why the text of `sample` is read as one document; `None` when it is not.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let is_whole = sample.shape() == FileFormat::Json || sample.shape() == FileFormat::JsonLines && holds_lists(sample.text);
    is_whole.then_some("the whole text is JSON, or its name says so")
}

/// Reads a file of JSON.
pub(crate) fn read_text(text: &Text<'_>, out: &mut Output<'_>) {
    match read(text.text) {
        Ok(Contents::One(value)) => match draft(&value) {
            Ok(draft) => {
                out.unread(|| unread(&value, &draft));
                let mut passed = PassedOver::default();
                passed.look(&value, &draft, text.text.len());
                out.whole(draft, text.bytes);
                passed.told().iter().for_each(|told| out.warn(told));
            }
            Err(lack) => out.fail(&lack),
        },
        Ok(Contents::List(list)) => read_records(&list, out),
        Err(error) => {
            let is_article = |value: &Value| draft(value).is_ok();
            let salvaged = salvaged(&repaired(text.text), is_article);
            if salvaged.values.iter().any(is_article) {
                read_records(&salvaged.values, out);
                out.warn(&if salvaged.goes_on {
                    format!("is not valid JSON in one place or more; what stands whole around it was read: {error}")
                } else {
                    format!("stops being valid JSON; what stands before was read: {error}")
                });
            } else {
                out.fail_at(u32::try_from(error.line()).ok(), &format!("is not valid JSON: {error}"));
            }
        }
    }
}

/// Elements that are no records, up to which each is told.
const TOLD: usize = 8;

/// Reads records one behind the other: each is an article of its own, and one that is none costs itself alone.
pub(crate) fn read_records(list: &[Value], out: &mut Output<'_>) {
    if list.is_empty() {
        out.fail("is an empty list");
    }
    let is_bare = |value: &&Value| !value.is_object() && draft(value).is_err();
    let bare = list.iter().filter(is_bare).count();
    if bare > TOLD {
        out.warn(&format!("{bare} elements of its lists are neither records nor texts"));
    }
    let mut passed = PassedOver::default();
    for (value, position) in list.iter().zip(1..).filter(|(value, _)| bare <= TOLD || !is_bare(value)) {
        // The bytes between two elements belong to none; an element written plainly stands for its own.
        let (draft, bytes) = (draft(value).inspect(|draft| out.unread(|| unread(value, draft))), value.to_string());
        if let Ok(draft) = &draft {
            passed.look(value, draft, bytes.len());
        }
        out.element(position, draft, bytes.as_bytes());
    }
    passed.told().iter().for_each(|told| out.warn(told));
}

/// Reads a whole JSON text.
///
/// # Errors
/// Says where the text stops being JSON.
pub fn read(text: &str) -> Result<Contents, serde_json::Error> {
    read_strictly(text).or_else(|error| match repaired(text) {
        Cow::Owned(text) => read_strictly(&text),
        Cow::Borrowed(_) => Err(error),
    })
}

/// One value of JSON, put right where no parser takes it.
///
/// # Errors
/// Says where the text stops being JSON.
pub(crate) fn parsed(text: &str) -> Result<Value, serde_json::Error> {
    let text = text.trim_start_matches('\u{feff}');
    let strict = |text: &str| serde_json::from_str::<KeptValue>(text).map(|kept| kept.0);
    strict(text).or_else(|error| match repaired(text) {
        Cow::Owned(text) => strict(&text),
        Cow::Borrowed(_) => Err(error),
    })
}

/// Whether the first line of `text` holds several articles, as answers of a service do that a program wrote one behind the other.
pub(crate) fn holds_lists(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    parsed(first).is_ok_and(|value| records_of(value).len() > 1)
}

/// The records of one document.
pub(crate) fn records_of(value: Value) -> Vec<Value> {
    records::contents(value).into_list()
}

fn read_strictly(text: &str) -> Result<Contents, serde_json::Error> {
    let values = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}')).into_iter::<KeptValue>();
    let mut values: Vec<Value> = values.map(|value| value.map(|kept| kept.0)).collect::<Result<_, _>>()?;
    Ok(match values.len() {
        1 => records::contents(values.remove(0)),
        0 => records::contents(serde_json::from_str(text)?),
        _ => Contents::List(values.into_iter().flat_map(|value| records::contents(value).into_list()).collect()),
    })
}

/// The draft of one record.
///
/// # Errors
/// Says what the record lacks.
pub fn draft(value: &Value) -> Result<Draft, String> {
    if let Value::String(words) = value
        && is_prose(words)
    {
        return Ok(Draft { lines: lines(words), ..Draft::default() });
    }
    let Value::Object(record) = value else { return Err("is not a JSON object with the fields of an article".to_owned()) };
    if is_bare(record)
        && let Some(text) = record.get("text").and_then(Value::as_str)
    {
        return Ok(Draft { declared: declared(record), lines: told(record, text), curated: true, around: Around::Nothing });
    }
    let record = &*service::plain(record);
    if let Some(page) = page(record) {
        return Ok(page);
    }
    let Some(text) = text(record).or_else(|| named(record).title.and_then(|_| prose(record))) else {
        return summary(record).or_else(|| reference(record)).or_else(|| listed(record)).ok_or_else(|| missing(record));
    };
    let mut draft = Draft { declared: named(record), ..Draft::default() };
    draft.lines = match fields::standfirst(record).filter(|lead| !fields::stands_in(lead, &text)) {
        Some(lead) => lines(&format!("{lead}{}{text}", if has_markup(&text) { "<br><br>" } else { "\n\n" })),
        None => lines(&text),
    };
    Ok(draft)
}

/// The draft of a page that a crawler kept with its address; what the record says itself goes before what the page does.
fn page(record: &Record) -> Option<Draft> {
    const PAGES: [&str; 4] = ["html", "raw_html", "html_content", "page_html"];
    let is_page = |html: &&str| ["<html", "<HTML", "<body"].iter().any(|tag| html.contains(tag));
    let html = PAGES.iter().find_map(|name| record.get(*name)?.as_str()).filter(is_page).filter(|_| text(record).is_none())?;
    let said = named(record);
    let mut draft = captured::page(html, said.url.as_deref()).draft;
    let of_page = std::mem::take(&mut draft.declared);
    draft.declared = Declared {
        title: said.title.or(of_page.title),
        date: said.date.or(of_page.date),
        outlet: said.outlet.or(of_page.outlet),
        author: said.author.or(of_page.author),
        url: said.url.or(of_page.url),
        lang: said.lang.or(of_page.lang),
        section: said.section.or(of_page.section),
        page: said.page.or(of_page.page),
        docid: said.docid.or(of_page.docid),
        credit: said.credit.or(of_page.credit),
        updated: said.updated.or(of_page.updated),
    };
    Some(draft)
}

/// What a record says of an article; services write the outlet behind a headline, and a number where a name of an author should be.
fn named(record: &Record) -> Declared {
    let mut declared = declared(record);
    if let (Some(title), Some(outlet)) = (&declared.title, &declared.outlet) {
        let head =
            title.strip_suffix(outlet.as_str()).map(str::trim_end).and_then(|head| head.strip_suffix(['-', '|', '–', '—']));
        if let Some(head) = head.map(str::trim_end).filter(|head| head.contains(' ')) {
            declared.title = Some(head.to_owned());
        }
    }
    let author = declared.author.filter(|author| author.chars().any(char::is_alphabetic));
    declared.author = author.map(|author| without_by(&author).to_owned());
    declared
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
    let declared = named(record);
    let is_dated = declared.date.is_some() || declared.updated.is_some();
    let text = fields::summary(record).filter(|_| declared.title.is_some() && is_dated)?;
    Some(Draft { declared, lines: lines(&text), ..Draft::default() })
}

/// The draft of an item of a list of headlines, as searches of databases give them: the headline, with its day and its outlet or address.
fn listed(record: &Record) -> Option<Draft> {
    let declared = named(record);
    let is_known = declared.date.is_some() && (declared.outlet.is_some() || declared.url.is_some());
    let title = declared.title.clone().filter(|_| is_known)?;
    Some(Draft { declared, lines: lines(&title), ..Draft::default() })
}

/// The draft of a reference in CSL-JSON without an abstract: its headline is all that there is to read.
fn reference(record: &Record) -> Option<Draft> {
    const KINDS: [&str; 5] = ["article-newspaper", "article-magazine", "article-journal", "webpage", "post-weblog"];
    record.get("type").and_then(Value::as_str).filter(|kind| KINDS.contains(kind))?;
    let declared = named(record);
    let lines = plain::lines(declared.title.as_deref()?);
    Some(Draft { declared, lines, ..Draft::default() })
}

/// Whether `text` is made of sentences.
pub(crate) fn is_sentences(text: &str) -> bool {
    is_prose(text)
}

/// The longest string of sentences of a record that no known field has.
pub(crate) fn sentences(record: &Record) -> Option<Cow<'_, str>> {
    prose(record)
}

/// The lines of a text field, which may hold HTML.
pub fn lines(text: &str) -> Lines {
    if text.contains('<') && has_markup(text) {
        // WordPress keeps a text with marks in its paragraphs and none around them: blank lines part them.
        let is_parted =
            !["<p", "<br", "<div"].iter().any(|tag| text.contains(tag)) && text.lines().any(|line| line.trim().is_empty());
        return if is_parted {
            html_text::lines(&text.replace("\r\n", "\n").replace("\n\n", "<br><br>"))
        } else {
            html_text::lines(text)
        };
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
mod tests;
