//! Factiva: exports of the press database in HTML, with field codes and without, as saved text, and what RTF files hold.
//!
//! A record is a list of fields with codes of two or three letters; the text is the fields `LP` and `TD`. Without codes the rows
//! stand in a fixed order around the headline. XML is `factiva_xml`'s.

use std::ops::Range;

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{Draft, Lines};
use crate::ingest::formats::databases::record::{SourceRecord, is_length, language, tidied};
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::model::article::BlockKind;

/// The codes of fields.
const CODES: &[&str] = &[
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX", "LP", "TD", "CT", "RF", "CO",
    "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "NGC", "GC", "CLM", "ART", "DLN", "RST", "IN",
];

/// Why an HTML text is such an export.
pub(crate) fn recognize_html(sample: &Sample<'_>) -> Option<&'static str> {
    let marked = |word: &str| memchr::memmem::find(sample.text.as_bytes(), word.as_bytes()).is_some();
    let known = sample.is_markup() && marked("articleParagraph") && !starts(sample.text).is_empty();
    known.then_some("its markup has the classes of Factiva articles")
}

/// Why a plain text is such an export.
pub(crate) fn recognize_text(sample: &Sample<'_>) -> Option<&'static str> {
    let labels = |text: &str| {
        let codes: Vec<&str> = text.lines().take(400).filter_map(label).map(|(code, _)| code).collect();
        ["HD", "PD", "SN"].iter().all(|code| codes.contains(code))
    };
    (sample.text.contains("HD") && sample.text.contains("PD") && labels(sample.text))
        .then_some("lines open with the field codes of Factiva")
}

/// Reads an export in HTML.
pub(crate) fn read_html(text: &Text<'_>, out: &mut Output<'_>) {
    let starts = starts(text.text);
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        if html_text::is_pit(part) {
            out.lost("is nested deeper than any article of the database");
            continue;
        }
        let page = Document::fragment(part);
        let Some(article) = page.select("div.article").nodes().first().copied() else { continue };
        let draft = if article_codes(&article).is_empty() { rows(&article) } else { coded(&article) };
        article.remove_from_parent();
        out.next(draft, part.as_bytes());
        // Behind the last article comes what was searched for.
        let rest = html_text::lines_of(&page.root());
        out.left_out("summary of the search", &rest.all_words().collect::<Vec<_>>().join(" "));
    }
}

/// Reads an export saved as text.
pub(crate) fn read_text(text: &Text<'_>, out: &mut Output<'_>) {
    for (record, range) in records(text.text) {
        let bytes = text.text.get(range).unwrap_or_default();
        if record.iter().any(|field| field.code == "HD" || field.code == "LP" || field.code == "TD") {
            out.next(made(&record), bytes.as_bytes());
        } else {
            out.left_out("what belongs to no article", bytes);
        }
    }
}

/// Where the articles of `html` begin: at each element with the classes `article xxArticle`, where `xx` is the language.
fn starts(html: &str) -> Vec<usize> {
    let begins = |(at, _): (usize, &str)| {
        // The class stands in the tag that opens before it.
        let start = html.get(..at)?.rfind('<')?;
        let tag = html.get(start..)?.split('>').next()?;
        let classes = tag.split_once("class=")?.1.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?;
        let named = classes.split_whitespace().any(|class| class.len() > 7 && class.ends_with("Article"));
        (named && classes.split_whitespace().any(|class| class == "article")).then_some(start)
    };
    html.match_indices("Article").filter_map(begins).collect()
}

/// A field: its code and its paragraphs.
#[derive(Debug, Default, PartialEq, Eq)]
struct Field<'a> {
    code: &'a str,
    paragraphs: Vec<String>,
}

impl Field<'_> {
    fn words(&self) -> String {
        tidied(&self.paragraphs.join(" "))
    }
}

/// The code cells of an article and the cells beside them.
fn article_codes<'a>(article: &NodeRef<'a>) -> Vec<(String, NodeRef<'a>)> {
    let rows = article.find(&["tr"]);
    let code = |row: &NodeRef<'a>| {
        let cells: Vec<NodeRef<'a>> = row.element_children();
        let [code, value] = cells.get(..2)? else { return None };
        let words = html_text::lines_of(code).text.trim().to_owned();
        CODES.contains(&words.as_str()).then_some((words, *value))
    };
    rows.iter().filter_map(code).collect()
}

/// An article with codes.
fn coded(article: &NodeRef<'_>) -> Draft {
    let cells = article_codes(article);
    let field = |(code, cell): &(String, NodeRef<'_>)| {
        let code = CODES.iter().find(|known| *known == code).copied().unwrap_or_default();
        Field { code, paragraphs: html_text::lines_of(cell).all_words().map(ToOwned::to_owned).collect() }
    };
    let fields: Vec<Field<'_>> = cells.iter().map(field).collect();
    for (_, cell) in &cells {
        if let Some(row) = cell.parent() {
            row.remove_from_parent();
        }
    }
    let mut record = filled(&fields);
    html_text::lines_of(article).all_words().for_each(|words| record.aside(words));
    record.finish()
}

fn made(fields: &[Field<'_>]) -> Draft {
    filled(fields).finish()
}

/// The record with these fields.
fn filled(fields: &[Field<'_>]) -> SourceRecord {
    let mut record = SourceRecord::default();
    for field in fields {
        let words = field.words();
        let declared = &mut record.declared;
        match field.code {
            "LP" | "TD" => field.paragraphs.iter().for_each(|words| record.paragraph(words)),
            "HD" => declared.title = Some(unnumbered(&words).to_owned()),
            "SE" => declared.section = Some(words),
            "CLM" => _ = declared.section.get_or_insert(words),
            "BY" => record.sign(&words),
            "CR" => declared.credit = Some(words),
            "PD" => declared.date = date::iso(&words),
            "SN" => declared.outlet = Some(words),
            "PG" => declared.page = Some(words),
            "LA" => declared.lang = language(&words),
            "AN" => declared.docid = words.split_whitespace().next_back().map(ToOwned::to_owned),
            "ART" => record.push(&words, Some(BlockKind::Caption)),
            "WC" | "ET" => {}
            code => record.aside(&format!("{code} {words}")),
        }
    }
    let declared = &mut record.declared;
    declared.date = declared.date.take().or_else(|| declared.docid.as_deref().and_then(date::in_identifier));
    record
}

/// A headline without the number that a list gives it: `1) Budget`.
fn unnumbered(title: &str) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix(") ").filter(|_| rest.len() < title.len()).unwrap_or(title)
}

/// An article without codes: rows in a fixed order, the text in paragraphs with a class.
fn rows(article: &NodeRef<'_>) -> Draft {
    let mut record = SourceRecord::default();
    let mut text = Lines::default();
    for node in article.find(&["p"]).iter().filter(|node| node.has_class("articleParagraph")) {
        text.extend(&html_text::lines_of(node), None);
        node.remove_from_parent();
    }
    let headline = descendant(article, |node| node.class().is_some_and(|class| class.contains("Headline")));
    let title = headline.map(|node| (html_text::lines_of(&node), node));
    let author = descendant(article, |node| node.has_class("author"));
    if let Some(author) = author {
        record.sign(&html_text::lines_of(&author).text);
        author.remove_from_parent();
    }
    if let Some((lines, _)) = &title {
        let words = tidied(&lines.text);
        record.declared.title = Some(unnumbered(&words).to_owned()).filter(|title| !title.is_empty());
    }
    let rows: Vec<String> = html_text::lines_of(article).all_words().map(ToOwned::to_owned).collect();
    head(&rows, &mut record);
    record.extend(&text);
    record.finish()
}

fn descendant<'a>(node: &NodeRef<'a>, wanted: impl Fn(&NodeRef<'a>) -> bool) -> Option<NodeRef<'a>> {
    node.descendants().into_iter().find(|node| node.is_element() && wanted(node))
}

/// Reads the rows around a headline: section, headline, length, date, time, outlet, code, edition, page, language, copyright,
/// identifier. What none of these is stays beside the text.
fn head(rows: &[String], record: &mut SourceRecord) {
    // A length in words of another interface stands above a day.
    let counted = |at: &usize| {
        let number = rows
            .get(*at)
            .is_some_and(|row| row.len() <= 24 && row.starts_with(|c: char| c.is_ascii_digit()) && row.contains(' '));
        number && rows.get(at + 1).is_some_and(|next| is_day(next))
    };
    let length = rows.iter().position(|row| is_length(row)).or_else(|| (0..rows.len()).find(counted));
    let mut dated = false;
    for (at, row) in rows.iter().enumerate() {
        let behind = length.map(|length| at.saturating_sub(length)).filter(|_| length.is_some_and(|length| at > length));
        let is_title = record.declared.title.as_deref().is_some_and(|title| row.ends_with(title));
        let declared = &mut record.declared;
        if is_title || is_length(row) || length == Some(at) {
            continue;
        }
        if let Some(id) = identifier(row) {
            declared.docid = Some(id.to_owned());
        } else if behind.is_none() && declared.section.is_none() && row.chars().count() <= 80 {
            declared.section = Some(row.clone());
        } else if behind.is_some() && declared.date.is_none() && date::iso(row).is_some() {
            (declared.date, dated) = (date::iso(row), true);
        } else if behind == Some(1) && !dated && is_day(row) {
            // A day whose month has a name that is not known: the identifier holds it too.
            dated = true;
            record.aside(row);
        } else if dated && declared.outlet.is_none() && !is_clock(row) {
            declared.outlet = Some(row.clone());
        } else if declared.outlet.is_some() && declared.lang.is_none() && language(row).is_some() {
            declared.lang = language(row);
        } else if declared.outlet.is_some() && declared.page.is_none() && row.bytes().all(|byte| byte.is_ascii_digit()) {
            declared.page = Some(row.clone());
        } else if !is_clock(row) {
            record.aside(row);
        }
    }
    let declared = &mut record.declared;
    declared.date = declared.date.take().or_else(|| declared.docid.as_deref().and_then(date::in_identifier));
}

/// `Document FIGARO0020220315ei3f0003o`, in any language.
fn identifier(row: &str) -> Option<&str> {
    let (word, id) = row.trim().rsplit_once([' ', '\u{a0}'])?;
    let plain = id.len() >= 16 && id.bytes().all(|byte| byte.is_ascii_alphanumeric()) && date::in_identifier(id).is_some();
    (plain && word.split_whitespace().count() <= 3).then_some(id)
}

/// Whether a row may be a day in any language: a short one with a year in it.
fn is_day(row: &str) -> bool {
    let numbers = row.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    row.chars().count() <= 30 && numbers.clone().count() >= 2 && numbers.into_iter().any(|number| number.len() == 4)
}

fn is_clock(row: &str) -> bool {
    let digits = row.chars().filter(char::is_ascii_digit).count();
    (3..=6).contains(&digits)
        && row.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ' ' | 'h' | 'A' | 'P' | 'M'))
        && row.contains([':', 'h'])
}

/// `HD<tab>Headline`, `HD` alone, `*HD* <tab>`: the code that opens a row, and what stands behind it.
fn label(row: &str) -> Option<(&str, &str)> {
    // What is copied from the page has a space before each.
    let row = row.trim_start_matches(['\u{feff}', ' ', '\u{a0}']);
    let starred = row.strip_prefix('*').and_then(|rest| rest.split_once('*'));
    let (code, rest) = if let Some(found) = starred {
        found
    } else {
        let end = row.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(row.len());
        row.split_at_checked(end)?
    };
    let set_off =
        starred.is_some() || rest.trim().is_empty() || rest.starts_with(['\t', '\u{a0}', ':']) || rest.starts_with("  ");
    let words = rest.strip_prefix(':').unwrap_or(rest).trim();
    (set_off && CODES.contains(&code)).then_some((code, words))
}

/// The records of a text and where each stands: one ends behind its `AN`.
fn records(text: &str) -> Vec<(Vec<Field<'_>>, Range<usize>)> {
    let (mut records, mut fields, mut start, mut at) = (Vec::new(), Vec::<Field<'_>>::new(), 0, 0);
    let mut blank = true;
    for row in text.split_inclusive('\n') {
        let (here, words) = (at, row.trim_end());
        at += row.len();
        let found = label(words);
        let last = fields.last();
        let said = last.is_some_and(|field| field.code == "AN" && !field.paragraphs.is_empty());
        // What stands behind an identifier belongs to no record, unless it is the next one.
        if said && (found.is_some() || blank && !words.trim().is_empty()) {
            records.push((std::mem::take(&mut fields), start..here));
            start = here;
        }
        match found {
            Some((code, rest)) => {
                let paragraphs = if rest.is_empty() { Vec::new() } else { vec![rest.to_owned()] };
                fields.push(Field { code, paragraphs });
                blank = false;
            }
            None if words.trim().is_empty() => blank = true,
            None => {
                match fields.last_mut() {
                    Some(field) => add_row(field, words.trim(), blank),
                    None => fields.push(Field { code: "", paragraphs: vec![words.trim().to_owned()] }),
                }
                blank = false;
            }
        }
    }
    if !fields.is_empty() {
        records.push((fields, start..text.len()));
    }
    records
}

/// Adds a row to a field: a new paragraph behind a blank row, else the rest of a wrapped one.
fn add_row(field: &mut Field<'_>, words: &str, blank: bool) {
    match field.paragraphs.last_mut().filter(|_| !blank) {
        Some(last) => {
            last.push(' ');
            last.push_str(words);
        }
        None => field.paragraphs.push(words.to_owned()),
    }
}

/// Why rows of a text are articles without codes.
pub(crate) fn recognize_rows(sample: &Sample<'_>) -> Option<&'static str> {
    let ended = !sample.is_markup() && sample.text.lines().any(|row| identifier(row).is_some());
    (ended && sample.text.lines().any(is_length)).then_some("its articles end with an identifier of Factiva")
}

/// Reads articles without codes from plain rows, as documents in RTF hold them: headline above the length, text below the copyright.
pub(crate) fn read_rows(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut start, mut at) = (0, 0);
    for row in text.text.split_inclusive('\n') {
        at += row.len();
        if identifier(row).is_some()
            && let Some(part) = text.text.get(start..at)
        {
            out.next(plain_rows(part), part.as_bytes());
            start = at;
        }
    }
    out.left_out("summary of the search", text.text.get(start..).unwrap_or_default());
}

fn plain_rows(part: &str) -> Draft {
    let lines = plain::lines(part);
    let rows: Vec<String> = lines.all_words().map(ToOwned::to_owned).collect();
    let mut record = SourceRecord::default();
    let length = rows.iter().position(|row| is_length(row)).unwrap_or(0);
    // The byline stands between headline and length when the row above is short and names persons.
    let title = rows.get(..length).unwrap_or_default();
    let (title, author) = match title {
        [.., title, author]
            if crate::ingest::rules::byline::is_name(author.trim_start_matches("By ").trim_start_matches("Par ")) =>
        {
            (Some(title), Some(author))
        }
        [.., title] => (Some(title), None),
        [] => (None, None),
    };
    record.declared.title = title.map(|title| unnumbered(title).to_owned());
    if let Some(author) = author {
        record.sign(author);
    }
    // The head ends with the copyright.
    let is_copyright = |row: &String| row.contains("opyright") || row.starts_with("(c)") || row.starts_with('©');
    let head_end = rows.iter().position(is_copyright).map_or(length + 1, |at| at + 1).max(length + 1).min(rows.len());
    let (top, text) = rows.split_at(head_end);
    let rest: Vec<String> = text.iter().filter(|row| identifier(row).is_some()).cloned().collect();
    head(&[top, &rest].concat(), &mut record);
    text.iter().filter(|row| identifier(row).is_none()).for_each(|row| record.paragraph(row));
    record.finish()
}

#[cfg(test)]
mod tests;
