//! `LexisNexis` and Nexis Uni: exports of the press database as text, as HTML, and as what documents of word processors hold.
//!
//! Two layouts: the classic one, a document behind each `1 of 10 DOCUMENTS`, outlet and date above the headline; and that of Nexis
//! Uni, each document closed by `End of Document`, the headline above outlet and date. Fields carry labels, in the language of the
//! interface; `labels` knows them.

mod classic;
mod document_fields;
mod labels;

use crate::ingest::draft::{Break, Declared};
use crate::ingest::formats::databases::lexisnexis::classic::{TypesetBlock, blocks, classic, is_separator};
use crate::ingest::formats::databases::lexisnexis::document_fields::{HEADER, body, dateline, is_copyright, is_end};
use crate::ingest::formats::databases::lexisnexis::labels::{Label, label};
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;

/// What opens the identifier of a document of Nexis Uni, in the address of its headline.
pub(crate) const ITEM: &str = "urn:contentItem:";
/// What opens each document in the HTML of the database, in a comment.
const MARK: &str = "<DOC NUMBER=";

/// Why an HTML text is such an export.
pub(crate) fn recognize_html(sample: &Sample<'_>) -> Option<&'static str> {
    let marked = |word: &str| memchr::memmem::find(sample.text.as_bytes(), word.as_bytes()).is_some();
    (sample.is_markup() && marked(MARK) && marked("<DOCFULL>")).then_some("comments number its documents as LexisNexis does")
}

/// Why a plain text is such an export.
pub(crate) fn recognize_text(sample: &Sample<'_>) -> Option<&'static str> {
    if sample.is_markup() {
        return None;
    }
    let labelled = || sample.text.lines().any(|line| matches!(label(line), Some((Label::Length | Label::Load, _))));
    let held =
        |words: [&str; 2]| words.iter().any(|word| memchr::memmem::find(sample.text.as_bytes(), word.as_bytes()).is_some());
    let numbered = || sample.text.lines().any(is_separator);
    // A line in small letters may stand in any text: there, the fields tell.
    if held(["OCUMENT", "OKUMENT"]) && numbered() || held(["Document ", "Dokument "]) && numbered() && labelled() {
        return Some("its documents are numbered as in `1 of 10 DOCUMENTS`");
    }
    let ended = sample.text.lines().any(is_end);
    (ended && labelled()).then_some("its documents end with `End of Document`")
}

/// Reads an export in HTML.
pub(crate) fn read_html(text: &Text<'_>, out: &mut Output<'_>) {
    let starts: Vec<usize> = text.text.match_indices(MARK).map(|(at, _)| at).collect();
    out.left_out("cover page", &cover_words(text.text.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default()));
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        let inner = part.split_once("-->").map_or(part, |(_, inner)| inner);
        let lines = html_text::lines(inner);
        let mut blocks: Vec<TypesetBlock> = Vec::new();
        for line in &lines.places {
            match blocks.last_mut().filter(|_| line.set_off == Break::Line) {
                Some(last) => last.add(lines.words(line)),
                None => blocks.push(TypesetBlock::new(lines.words(line))),
            }
        }
        hand_over(blocks, part, out);
    }
}

/// The words above the first document, the comment that is open there left out.
fn cover_words(html: &str) -> String {
    let html = html.rsplit_once("<!--").filter(|(_, rest)| !rest.contains("-->")).map_or(html, |(head, _)| head);
    html_text::words(html)
}

/// Reads an export as text.
pub(crate) fn read_text(text: &Text<'_>, out: &mut Output<'_>) {
    if !text.text.lines().any(is_separator) {
        return read_uni(text, out);
    }
    let (mut at, mut starts) = (0, Vec::new());
    for line in text.text.split_inclusive('\n') {
        if is_separator(line) {
            starts.push(at);
        }
        at += line.len();
    }
    out.left_out("cover page", text.text.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default());
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        hand_over(blocks(part), part, out);
    }
}

/// Hands over a classic document, whose bytes are `part`.
fn hand_over(blocks: Vec<TypesetBlock>, part: &str, out: &mut Output<'_>) {
    if let Some(block) = blocks.iter().find(|block| block.words.contains("We are sorry but there is an error in this document")) {
        return out.lost(&format!("is not in the file; the database says: {}", block.words.replace('\n', " ")));
    }
    let record = classic(blocks);
    if record.is_blank() {
        out.left_out("a document without a headline and a text", part);
        return out.lost("holds no text");
    }
    out.next(record.finish(), part.as_bytes());
}

/// Reads an export of Nexis Uni.
fn read_uni(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut start, mut at) = (0, 0);
    for line in text.text.split_inclusive('\n') {
        at += line.len();
        if is_end(line)
            && let Some(part) = text.text.get(start..at)
        {
            uni(part, out);
            start = at;
        }
    }
    out.left_out("what stands behind the last document", text.text.get(start..).unwrap_or_default());
}

/// A document of Nexis Uni: headline, outlet, date, labelled lines, `Body`, the text. What stands above the headline of the first
/// is the cover.
fn uni(part: &str, out: &mut Output<'_>) {
    let (rows, items): (Vec<&str>, Vec<&str>) =
        part.lines().map(str::trim).filter(|row| !row.is_empty()).partition(|row| !row.starts_with(ITEM));
    let item = items.last().map(|item| (*item).to_owned());
    let dated = |at: usize| {
        let row = rows.get(at).copied().unwrap_or_default();
        let labelled = rows.iter().skip(at + 1).take(4).any(|row| label(row).is_some_and(|(label, _)| label.is_head()));
        row.len() <= HEADER && label(row).is_none() && date::first(row).is_some() && labelled
    };
    let Some(date_at) = (2..rows.len()).find(|at| dated(*at)) else { return undated(part, &rows, item, out) };
    let (above, below) = rows.split_at(date_at);
    let mut record = identified(item);
    if let [cover @ .., title, outlet] = above {
        out.left_out("cover page", &cover.join(" "));
        record.declared.title = Some((*title).to_owned());
        record.declared.outlet = Some((*outlet).to_owned());
    }
    let [date, rest @ ..] = below else { return };
    dateline(date, &mut record);
    told(rest, &mut record);
    out.next(record.finish(), part.as_bytes());
}

/// A record whose document goes by the identifier `docid`.
fn identified(docid: Option<String>) -> SourceRecord {
    SourceRecord::of(Declared { docid, ..Declared::default() })
}

/// The labelled lines and the text of a document of Nexis Uni.
fn told(rows: &[&str], record: &mut SourceRecord) {
    let rows: Vec<&str> = rows.iter().filter(|row| !is_end(row)).copied().collect();
    body(&rows, record);
}

/// A document of Nexis Uni without a day: what stands above the owner of the rights, or above the first label, is the headline, the outlet
/// and a word about the document (`Correction Appended`), at times only the first of them. Nothing of it is lost.
fn undated(part: &str, rows: &[&str], item: Option<String>, out: &mut Output<'_>) {
    let starts = |row: &&str| is_copyright(row) || label(row).is_some_and(|(label, _)| label.is_head() && label != Label::Other);
    let Some(at) = rows.iter().position(starts).filter(|at| *at > 0) else {
        return out.left_out("a part without a headline, an outlet and a date", part);
    };
    let (above, below) = rows.split_at(at);
    let mut record = identified(item);
    // Three lines at most: what stands above them is the cover.
    let (cover, own) = above.split_at(above.len().saturating_sub(3));
    let (cover, own) = match own {
        [title, _, note] if title.contains(*note) || cover.is_empty() => (cover.join(" "), own),
        [more, own @ ..] if own.len() == 2 => (format!("{} {more}", cover.join(" ")), own),
        own => (cover.join(" "), own),
    };
    out.left_out("cover page", &cover);
    record.declared.title = own.first().map(|title| (*title).to_owned());
    record.declared.outlet = own.get(1).map(|outlet| (*outlet).to_owned());
    for note in own.iter().skip(2) {
        record.aside(note);
    }
    told(below, &mut record);
    out.next(record.finish(), part.as_bytes());
}

#[cfg(test)]
mod tests;
