//! Documents of word processors and books: DOCX, ODT, RTF and EPUB.
//!
//! A document is laid out as a text, paragraphs set off by blank lines. When that text is an export of a press database, it is
//! read as one; else it is one article. A chapter of a book is an article.

use std::collections::HashMap;

use crate::ingest::draft::{Break, Declared, Draft, Lines};
use crate::ingest::formats::html_text;
use crate::ingest::formats::lexisnexis::ITEM;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::record::{tidied, tidy};
use crate::ingest::formats::rtf;
use crate::ingest::formats::xml::{Element, Node, parse};
use crate::ingest::formats::zipped::Zipped;
use crate::ingest::source::format::{RTF, ZIP};
use crate::model::article::BlockKind;
use crate::text::span::Span;

/// Reads a text, with the places of its headings, as an export of a press database; `false` when it is none.
pub(crate) type Press = fn(&str, &[Span], &mut Output<'_>) -> bool;

/// What comments of a document are called when they are told.
pub(super) const COMMENTS: &str = "the comments in its margin";

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
            out.left_out(if comments { COMMENTS } else { "the head or foot of its pages" }, &beside.text());
        }
    }
    hand_over(&paragraphs, bytes, press, out);
}

/// Reads a text of `OpenDocument`.
pub(crate) fn read_odt(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    let text = Zipped::open(bytes).map(|mut zipped| zipped.text("content.xml"));
    match text {
        Some(Ok(xml)) => {
            let mut paragraphs = Paragraphs::default();
            paragraphs.read(&xml);
            hand_over(&paragraphs, bytes, press, out);
        }
        Some(Err(error)) => out.fail(&error),
        None => out.fail("is a damaged container"),
    }
}

/// Reads rich text.
pub(crate) fn read_rtf(bytes: &[u8], press: Press, out: &mut Output<'_>) {
    let found = rtf::read(bytes);
    out.left_out("the head or foot of its pages", &found.running);
    out.left_out(COMMENTS, &found.comments);
    if !press(&found.text, &found.headings, out) {
        out.whole(plain::draft(&found.text), bytes);
    }
}

/// A document as an export of a press database, or as one article.
fn hand_over(paragraphs: &Paragraphs, bytes: &[u8], press: Press, out: &mut Output<'_>) {
    if !press(&paragraphs.text(), &[], out) {
        out.whole(Draft { lines: paragraphs.lines(), ..Draft::default() }, bytes);
    }
}

/// The paragraphs of a document, with what their styles say.
#[derive(Default)]
struct Paragraphs {
    all: Vec<(String, Option<BlockKind>)>,
    /// The documents of Nexis Uni that links of the document lead to, by the name of the link.
    targets: HashMap<String, String>,
    /// Behind which headings stands which of them.
    identified: HashMap<usize, String>,
}

impl Paragraphs {
    /// Adds those of a part of a document.
    fn read(&mut self, xml: &str) {
        let Some(root) = parse(xml) else { return };
        let mut open = vec![&root];
        while let Some(element) = open.pop() {
            match (element.prefix.as_str(), element.name.as_str()) {
                ("w", "p") => self.word(element),
                ("text", "p" | "h") => self.add(&said(element), (element.name == "h").then_some(BlockKind::Heading)),
                // What was deleted and is only remembered.
                ("text", "tracked-changes") => {}
                _ => open.extend(element.children().rev()),
            }
        }
    }

    fn word(&mut self, paragraph: &Element) {
        let style = paragraph.at(&["pPr", "pStyle"]).and_then(|style| style.attribute("val")).unwrap_or_default();
        // A heading is told by its style, or by its level in the outline.
        let outlined =
            paragraph.at(&["pPr", "outlineLvl"]).and_then(|level| level.attribute("val")).is_some_and(|level| level != "9");
        let heading = outlined || ["Heading", "Titre", "Title", "berschrift"].iter().any(|name| style.contains(name));
        let caption = style.contains("Caption") || style.contains("gende");
        let kind = if heading { Some(BlockKind::Heading) } else { caption.then_some(BlockKind::Caption) };
        let link = paragraph.children().find(|child| child.is("hyperlink")).and_then(|link| link.attribute("id"));
        if let Some(target) = link.filter(|_| heading).and_then(|link| self.targets.get(link)) {
            self.identified.insert(self.all.len(), target.clone());
        }
        self.add(&said(paragraph), kind);
    }

    /// Learns where the links of the document lead, from its relations.
    fn learn(&mut self, relations: &str) {
        let Some(root) = parse(relations) else { return };
        let item = |target: &str| {
            let id: String = target.split_once(ITEM)?.1.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            Some(format!("{ITEM}{id}"))
        };
        let links = root.children().filter_map(|link| Some((link.attribute("Id")?.to_owned(), item(link.attribute("Target")?)?)));
        self.targets.extend(links);
    }

    fn add(&mut self, words: &str, kind: Option<BlockKind>) {
        self.all.push((words.to_owned(), kind));
    }

    /// As plain text, a blank line behind each; the identifier of a document stands behind its headline.
    fn text(&self) -> String {
        let words = self.all.iter().enumerate().flat_map(|(at, (words, _))| {
            [words.trim(), self.identified.get(&at).map_or("", String::as_str)].into_iter().filter(|words| !words.is_empty())
        });
        words.flat_map(|words| [words, "\n\n"]).collect()
    }

    fn lines(&self) -> Lines {
        let mut lines = Lines::default();
        for (words, kind) in &self.all {
            for (row, set_off) in words.split('\n').zip(std::iter::once(Break::Gap).chain(std::iter::repeat(Break::Line))) {
                let words = tidied(row);
                if !words.is_empty() {
                    lines.push(&words, set_off, *kind);
                }
            }
        }
        lines
    }
}

/// The text of a paragraph of Word or `OpenDocument`.
fn said(paragraph: &Element) -> String {
    let mut text = String::new();
    gather(paragraph, &mut text);
    text
}

/// The tree is no deeper than the parser lets it be.
fn gather(element: &Element, text: &mut String) {
    for node in &element.content {
        match node {
            Node::Text(words) if element.prefix == "text" || element.name == "t" => text.push_str(words),
            Node::Text(_) => {}
            Node::Element(child) => match (child.prefix.as_str(), child.name.as_str()) {
                ("w" | "text", "tab") => text.push('\t'),
                ("w", "br" | "cr") | ("text", "line-break") => text.push('\n'),
                ("w", "noBreakHyphen") => text.push('\u{2011}'),
                ("text", "s") => text.push(' '),
                ("w", "ruby") => {
                    gather(child, text);
                    let reading = child.child("rt").map(said).filter(|reading| !reading.trim().is_empty());
                    text.extend(reading.iter().flat_map(|reading| ["(", reading.trim(), ")"]));
                }
                // The reading of signs (`rt`) stands behind them.
                ("w", "pPr" | "rPr" | "instrText" | "delText" | "rt") | ("mc", "Fallback") | ("office", "annotation") => {}
                _ => gather(child, text),
            },
        }
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
    let book = Declared {
        date: meta("date"),
        author: meta("creator"),
        outlet: meta("publisher").or_else(|| meta("title")),
        lang: meta("language"),
        section: meta("title"),
        ..Declared::default()
    };
    for path in spine(&root) {
        let path = if folder.is_empty() { path } else { format!("{folder}/{path}") };
        match zipped.text(&path.replace("%20", " ")) {
            Ok(html) => chapter(&html, &book, out),
            Err(error) => out.lost(&format!("{path} {error}")),
        }
    }
    if out.upcoming() == 1 {
        out.fail("is a book without a text");
    }
}

/// The files of a book in the order of reading, the table of contents left out.
fn spine(root: &Element) -> Vec<String> {
    let items = root.child("manifest").map(|manifest| manifest.all("item")).unwrap_or_default();
    let path = |reference: &Element| {
        let id = reference.attribute("idref")?;
        let item = items.iter().find(|item| item.attribute("id") == Some(id))?;
        let contents = item.attribute("properties").is_some_and(|properties| properties.contains("nav"));
        item.attribute("href").filter(|_| !contents).map(ToOwned::to_owned)
    };
    root.child("spine").map(|spine| spine.all("itemref").into_iter().filter_map(path).collect()).unwrap_or_default()
}

fn chapter(html: &str, book: &Declared, out: &mut Output<'_>) {
    // What the head of a file is called, often the book, is not printed.
    let lines = html_text::lines(html.find("<body").and_then(|at| html.get(at..)).unwrap_or(html));
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
