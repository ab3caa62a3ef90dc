//! Documents of word processors and books: DOCX, ODT, RTF and EPUB.
//!
//! A document is laid out as a text, paragraphs set off by blank lines. When that text is an export of a press database, it is
//! read as one; else it is one article. A chapter of a book is an article.

mod fetched;
mod paragraphs;

use crate::ingest::draft::{Declared, Draft};
use crate::ingest::formats::databases::record::tidy;
use crate::ingest::formats::documents::paragraphs::Paragraphs;
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::packed::zipped::Zipped;
use crate::ingest::formats::plain;
use crate::ingest::formats::rtf;
use crate::ingest::formats::xml::{Element, parse};
use crate::ingest::source::format::{RTF, ZIP};
use crate::model::article::BlockKind;
use crate::text::span::Span;

/// Reads a text, with the places of its headings, as an export of a press database; `false` when it is none.
pub(crate) type Press = fn(&str, &[Span], &mut Output<'_>) -> bool;

/// What comments of a document are called when they are told.
pub(super) const COMMENTS: &str = "the comments in its margin";
/// What is printed on every page.
const RUNNING: &str = "the head or foot of its pages";
/// What an author deleted and the document remembers.
const DELETED: &str = "deleted words that the document remembers";

/// Whether bytes are a ZIP container with a file called `name`.
pub(super) fn holds(bytes: &[u8], name: &str) -> bool {
    bytes.starts_with(ZIP) && Zipped::open(bytes).is_some_and(|zipped| zipped.has(name))
}

/// Whether bytes are a ZIP container that says it is of `kind`.
pub(super) fn is_typed(bytes: &[u8], kind: &str) -> bool {
    bytes.starts_with(ZIP)
        && Zipped::open(bytes)
            .and_then(|mut zipped| zipped.text("mimetype").ok())
            .is_some_and(|text| text.trim().starts_with(kind))
}

/// Why bytes are a document of Word.
pub(crate) fn recognize_docx(bytes: &[u8]) -> Option<&'static str> {
    let is_word = || Zipped::open(bytes).is_some_and(|mut zipped| main_part(&mut zipped, WORD).is_some());
    (bytes.starts_with(ZIP) && is_word()).then_some("it is a ZIP container with the text of a Word document")
}

/// The name of the part that holds the text of a document or the list of the sheets of a workbook (ECMA-376, part 2): the `usual` one, or the one
/// in its folder that the relations of the container name.
pub(super) fn main_part(zipped: &mut Zipped<'_>, usual: &str) -> Option<String> {
    if zipped.has(usual) {
        return Some(usual.to_owned());
    }
    let relations = parse(&zipped.text("_rels/.rels").ok()?)?;
    let of_document = |relation: &&Element| relation.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
    let target = relations.children().find(of_document)?.attribute("Target")?.trim_start_matches('/').to_owned();
    (target.split('/').next() == usual.split('/').next() && zipped.has(&target)).then_some(target)
}

/// Where the text of a document of Word usually is.
const WORD: &str = "word/document.xml";

/// Why bytes are a text of `OpenDocument`.
pub(crate) fn recognize_odt(bytes: &[u8]) -> Option<&'static str> {
    is_typed(bytes, "application/vnd.oasis.opendocument.text")
        .then_some("it is a ZIP container that says it is a text of OpenDocument")
}

/// Why bytes are rich text.
pub(crate) fn recognize_rtf(bytes: &[u8]) -> Option<&'static str> {
    bytes.starts_with(RTF).then_some("it begins as rich text does")
}

/// Why bytes are a book.
pub(crate) fn recognize_epub(bytes: &[u8]) -> Option<&'static str> {
    holds(bytes, "META-INF/container.xml").then_some("it is a ZIP container with the contents of a book")
}

/// Reads a document of Word.
pub(crate) fn read_docx(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    let Some(mut zipped) = Zipped::open(bytes) else { return out.fail("is a damaged container") };
    let mut paragraphs = Paragraphs::default();
    let part = main_part(&mut zipped, WORD).unwrap_or_default();
    if let Ok(relations) = zipped.text(&format!("{}.rels", part.replacen("word/", "word/_rels/", 1))) {
        paragraphs.learn(&relations);
    }
    if let Ok(styles) = zipped.text("word/styles.xml") {
        paragraphs.learn_styles(&styles);
    }
    match zipped.text(&part) {
        Ok(xml) => paragraphs.read(&xml),
        Err(error) => return out.fail(&error),
    }
    for name in zipped.names() {
        let (notes, running) =
            (name.contains("footnotes") || name.contains("endnotes"), name.contains("header") || name.contains("footer"));
        let comments = name == "word/comments.xml";
        if !name.starts_with("word/") || !(notes || running || comments) {
            continue;
        }
        let Ok(xml) = zipped.text(&name) else { continue };
        if notes {
            paragraphs.read(&xml);
        } else {
            let mut beside = Paragraphs::default();
            beside.read(&xml);
            out.left_out(if comments { COMMENTS } else { RUNNING }, &beside.text());
        }
    }
    out.left_out(DELETED, &paragraphs.deleted);
    hand_over(&paragraphs, bytes, press, out);
}

/// Reads a text of `OpenDocument`.
pub(crate) fn read_odt(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    let Some(mut zipped) = Zipped::open(bytes) else { return out.fail("is a damaged container") };
    let mut paragraphs = Paragraphs::default();
    let styles = zipped.text("styles.xml").unwrap_or_default();
    paragraphs.learn_styles(&styles);
    match zipped.text("content.xml") {
        Ok(xml) => {
            paragraphs.learn_styles(&xml);
            paragraphs.read(&xml);
        }
        Err(error) => return out.fail(&error),
    }
    if let Some(styles) = parse(&styles).filter(|_| out.is_inspected()) {
        let mut beside = Paragraphs::default();
        for element in ["header", "footer"].iter().flat_map(|name| styles.all(name)).filter(|element| element.prefix == "style") {
            beside.walk(element);
        }
        out.left_out(RUNNING, &beside.text());
    }
    out.left_out(DELETED, &paragraphs.deleted);
    out.left_out(COMMENTS, &paragraphs.comments);
    hand_over(&paragraphs, bytes, press, out);
}

/// Reads rich text.
pub(crate) fn read_rtf(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    let found = rtf::read(bytes);
    out.left_out(RUNNING, &found.running);
    out.left_out(COMMENTS, &found.comments);
    out.left_out(DELETED, &found.deleted);
    if !press(&found.text, &found.headings, out) {
        out.whole(plain::draft(&found.text), bytes);
    }
}

/// A document as an export of a press database, or as one article.
fn hand_over(paragraphs: &Paragraphs, bytes: &[u8], press: Press, out: &mut Output<'_>) {
    if !press(&paragraphs.text(), &[], out) {
        let declared = Declared { title: paragraphs.title(), ..Declared::default() };
        out.whole(Draft { declared, lines: paragraphs.lines(), ..Draft::default() }, bytes);
    }
}

/// Reads a book.
pub(crate) fn read_epub(bytes: &[u8], _: Press, out: &mut Output<'_>) {
    let Some(mut zipped) = Zipped::open(bytes) else { return out.fail("is a damaged container") };
    let package = zipped.text("META-INF/container.xml").ok().and_then(|xml| {
        let root = parse(&xml)?;
        root.first("rootfile")?.attribute("full-path").map(ToOwned::to_owned)
    });
    let Some(package) = package else { return out.fail("is a book without a list of its parts") };
    let root = match zipped.text(&package) {
        Ok(xml) => parse(&xml),
        Err(error) => return out.fail(&error),
    };
    let Some(root) = root else { return out.fail("is a book without a list of its parts") };
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    let meta = |name: &str| root.child("metadata")?.children().find(|child| child.is(name))?.words();
    // A program that fetches papers signs as their publisher and author.
    let by = |name: &str| meta(name).filter(|words| !words.eq_ignore_ascii_case(fetched::CALIBRE));
    let is_fetched = by("publisher").is_none() && meta("publisher").is_some();
    let title = meta("title")
        .map(|title| title.split_once(" [").filter(|_| is_fetched).map_or(title.clone(), |(name, _)| name.to_owned()));
    let book = Declared {
        date: meta("date"),
        author: by("creator"),
        outlet: by("publisher").or_else(|| title.clone()),
        lang: meta("language"),
        section: title.filter(|_| !is_fetched),
        ..Declared::default()
    };
    let (read, beside) = spine(&root);
    for path in read {
        let path = within(folder, &path);
        match zipped.text(&path) {
            Ok(html) if is_fetched => match fetched::article(&html) {
                Some(page) => chapter(&page.html, &Declared { url: page.url, ..book.clone() }, out),
                None => out.left_out("a page of the book that leads to others", &html_text::lines(body(&html)).text),
            },
            Ok(html) => chapter(&html, &book, out),
            Err(error) => out.lost(&format!("{path} {error}")),
        }
    }
    for path in beside.iter().filter(|_| out.is_inspected()).map(|path| within(folder, path)).collect::<Vec<_>>() {
        let html = zipped.text(&path).unwrap_or_default();
        out.left_out("a page outside the book's order of reading", &html_text::lines(body(&html)).text);
    }
    if out.upcoming() == 1 {
        out.fail("is a book without a text");
    }
}

/// The files of a book in the order of reading, the table of contents left out, and the pages that this order does not name.
fn spine(root: &Element) -> (Vec<String>, Vec<String>) {
    let items = root.child("manifest").map(|manifest| manifest.all("item")).unwrap_or_default();
    let of = |item: &&&Element, name: &str, part: &str| item.attribute(name).is_some_and(|value| value.contains(part));
    let references = root.child("spine").map(|spine| spine.all("itemref")).unwrap_or_default();
    let ids: Vec<&str> = references.into_iter().filter_map(|reference| reference.attribute("idref")).collect();
    let path = |item: &&Element| item.attribute("href").filter(|_| !of(&item, "properties", "nav")).map(ToOwned::to_owned);
    let named = |id: &&str| items.iter().find(|item| item.attribute("id") == Some(id)).and_then(path);
    let is_beside = |item: &&&Element| of(item, "media-type", "xhtml") && !ids.iter().any(|id| item.attribute("id") == Some(id));
    (ids.iter().filter_map(named).collect(), items.iter().filter(is_beside).filter_map(path).collect())
}

/// The place in the container of `path`, an address that is seen from `folder`.
fn within(folder: &str, path: &str) -> String {
    let path = path.split('#').next().unwrap_or(path);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." => _ = parts.pop(),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    percent_decoded(&parts.join("/"))
}

/// `caf%C3%A9.xhtml` as `café.xhtml`.
fn percent_decoded(path: &str) -> String {
    let mut parts = path.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let code = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        match (code, part.get(2..)) {
            (Some(byte), Some(rest)) => {
                bytes.push(byte);
                bytes.extend(rest.bytes());
            }
            _ => bytes.extend(std::iter::once(b'%').chain(part.bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The part of a page that is printed: what its head calls it, often the book, is not.
fn body(html: &str) -> &str {
    html.find("<body").and_then(|at| html.get(at..)).unwrap_or(html)
}

fn chapter(html: &str, book: &Declared, out: &mut Output<'_>) {
    let lines = html_text::lines(body(html));
    let headings = lines.places.iter().filter(|line| line.kind == Some(BlockKind::Heading)).count();
    // A cover, a title page: nothing to read.
    if lines.places.len() == headings {
        return out.left_out("a page of the book without a text", &lines.all_words().collect::<Vec<_>>().join(" "));
    }
    let title =
        lines.places.first().filter(|line| line.kind == Some(BlockKind::Heading)).map(|line| lines.words(line).to_owned());
    let declared = tidy(Declared { title, ..book.clone() });
    out.next(Draft { declared, lines, ..Draft::default() }, html.as_bytes());
}

#[cfg(test)]
pub(super) mod tests;
