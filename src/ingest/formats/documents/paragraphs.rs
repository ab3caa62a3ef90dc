//! The paragraphs of documents of Word and `OpenDocument`: their words as they are shown, what their styles say, and what is shown elsewhere.
//!
//! Boxes stand behind the paragraph that they are tied to, notes at the end. What tracked changes deleted is kept apart (ECMA-376, part 1, 17.13.5;
//! `OpenDocument` 1.3, part 3, 5.5).

use std::collections::{HashMap, HashSet};

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::databases::lexisnexis::ITEM;
use crate::ingest::formats::databases::record::tidied;
use crate::ingest::formats::xml::{Element, Node, parse};
use crate::model::article::BlockKind;

/// The paragraphs of a document, with what their styles say.
#[derive(Default)]
pub(super) struct Paragraphs {
    all: Vec<(String, Option<BlockKind>)>,
    /// The documents of Nexis Uni that links of the document lead to, by the name of the link.
    targets: HashMap<String, String>,
    /// Behind which headings stands which of them.
    identified: HashMap<usize, String>,
    /// The styles of headings whose names do not say so.
    headings: HashSet<String>,
    /// The styles of the title of a document.
    titles: HashSet<String>,
    /// Which paragraphs have such a style.
    titled: Vec<usize>,
    /// What was deleted and is only remembered.
    pub(super) deleted: String,
    /// What was noted in the margin.
    pub(super) comments: String,
}

impl Paragraphs {
    /// Adds those of a part of a document.
    pub(super) fn read(&mut self, xml: &str) {
        let Some(root) = parse(xml) else { return };
        self.walk(&root);
        let mut notes: Vec<&Element> = root.all("note-body");
        notes.retain(|note| note.prefix == "text");
        for note in notes {
            self.walk(note);
        }
    }

    /// Adds those in `root`.
    pub(super) fn walk(&mut self, root: &Element) {
        let mut open: Vec<&Element> = root.children().rev().collect();
        while let Some(element) = open.pop() {
            match (element.prefix.as_str(), element.name.as_str()) {
                ("w", "p") => self.word(element),
                ("text", "p" | "h") => self.odt(element),
                ("text", "tracked-changes") => {
                    for deletion in element.all("deletion") {
                        remember(&mut self.deleted, &shown(deletion));
                    }
                }
                ("w", "del" | "moveFrom") => self.see_deleted(element),
                _ => open.extend(element.children().rev()),
            }
        }
    }

    fn word(&mut self, paragraph: &Element) {
        let style = paragraph.at(&["pPr", "pStyle"]).and_then(|style| style.attribute("val")).unwrap_or_default();
        // A heading is told by its style, or by its level in the outline.
        let outlined =
            paragraph.at(&["pPr", "outlineLvl"]).and_then(|level| level.attribute("val")).is_some_and(|level| level != "9");
        let heading = outlined || is_heading(style) || self.headings.contains(style);
        let caption = style.contains("Caption") || style.contains("gende");
        let kind = if heading { Some(BlockKind::Heading) } else { caption.then_some(BlockKind::Caption) };
        let link = paragraph.children().find(|child| child.is("hyperlink")).and_then(|link| link.attribute("id"));
        if let Some(target) = link.filter(|_| heading).and_then(|link| self.targets.get(link)) {
            self.identified.insert(self.all.len(), target.clone());
        }
        self.paragraph(paragraph, kind);
    }

    fn odt(&mut self, paragraph: &Element) {
        let style = paragraph.attribute("style-name").unwrap_or_default();
        let heading = paragraph.name == "h" || is_heading(style) || self.headings.contains(style);
        self.paragraph(paragraph, heading.then_some(BlockKind::Heading));
    }

    /// Adds a paragraph, and behind it what is in boxes that are tied to it.
    fn paragraph(&mut self, paragraph: &Element, kind: Option<BlockKind>) {
        let style = paragraph.attribute("style-name").or_else(|| paragraph.at(&["pPr", "pStyle"])?.attribute("val"));
        if style.is_some_and(|style| matches!(style, "Title" | "Titre" | "Titel") || self.titles.contains(style)) {
            self.titled.push(self.all.len());
        }
        self.all.push((said(paragraph), kind));
        self.see_deleted(paragraph);
        let mut open: Vec<&Element> = paragraph.children().rev().collect();
        while let Some(element) = open.pop() {
            match (element.prefix.as_str(), element.name.as_str()) {
                ("w", "txbxContent") | ("draw", "text-box") => self.walk(element),
                ("office", "annotation") => remember(&mut self.comments, &shown(element)),
                ("mc", "Fallback") | ("text", "note") => {}
                _ => open.extend(element.children().rev()),
            }
        }
    }

    /// Takes note of what was deleted in `element`, the boxes in it aside.
    fn see_deleted(&mut self, element: &Element) {
        let mut open = vec![element];
        while let Some(element) = open.pop() {
            match (element.prefix.as_str(), element.name.as_str()) {
                ("w", "moveFrom") => remember(&mut self.deleted, &shown(element)),
                ("w", "delText") => remember(&mut self.deleted, &element.text()),
                ("w", "txbxContent") | ("mc", "Fallback") => {}
                _ => open.extend(element.children().rev()),
            }
        }
    }

    /// Learns where the links of the document lead, from its relations.
    pub(super) fn learn(&mut self, relations: &str) {
        let Some(root) = parse(relations) else { return };
        let item = |target: &str| {
            let id: String = target.split_once(ITEM)?.1.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            Some(format!("{ITEM}{id}"))
        };
        let links = root.children().filter_map(|link| Some((link.attribute("Id")?.to_owned(), item(link.attribute("Target")?)?)));
        self.targets.extend(links);
    }

    /// Learns which styles are those of headings: by their names, which their identifiers need not say, by the styles that they are based on, and by
    /// their level in the outline.
    pub(super) fn learn_styles(&mut self, styles: &str) {
        let Some(root) = parse(styles) else { return };
        for style in root.all("style") {
            let of = |name: &str| style.child(name).and_then(|child| child.attribute("val"));
            let Some(id) = style.attribute("styleId").or_else(|| style.attribute("name")) else { continue };
            let parent = of("basedOn").or_else(|| style.attribute("parent-style-name")).unwrap_or_default();
            let name = of("name").or_else(|| style.attribute("display-name")).unwrap_or_default();
            let is_named = |name: &str| name.eq_ignore_ascii_case("title") || name.to_ascii_lowercase().starts_with("heading");
            let outlined = style.at(&["pPr", "outlineLvl"]).is_some() && style.attribute("type") == Some("paragraph");
            if outlined || is_named(name) || is_heading(parent) && style.prefix == "style" || self.headings.contains(parent) {
                self.headings.insert(id.to_owned());
            }
            if name.eq_ignore_ascii_case("title") || matches!(parent, "Title") && style.prefix == "style" {
                self.titles.insert(id.to_owned());
            }
        }
    }

    /// The title of the document, where exactly one paragraph is set as such.
    pub(super) fn title(&self) -> Option<String> {
        let mut words = self.titled.iter().filter_map(|at| Some(tidied(&self.all.get(*at)?.0))).filter(|words| !words.is_empty());
        words.next().filter(|_| words.next().is_none())
    }

    /// As plain text, a blank line behind each; the identifier of a document stands behind its headline.
    pub(super) fn text(&self) -> String {
        let words = self.all.iter().enumerate().flat_map(|(at, (words, _))| {
            [words.trim(), self.identified.get(&at).map_or("", String::as_str)].into_iter().filter(|words| !words.is_empty())
        });
        words.flat_map(|words| [words, "\n\n"]).collect()
    }

    /// As the lines of a draft.
    pub(super) fn lines(&self) -> Lines {
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

/// Whether the identifier of a style says that it is one of headings.
fn is_heading(style: &str) -> bool {
    ["Heading", "Titre", "Title", "berschrift"].iter().any(|name| style.contains(name))
}

fn remember(words: &mut String, more: &str) {
    words.push_str(more);
    words.push('\n');
}

/// The words of all paragraphs in `element`.
fn shown(element: &Element) -> String {
    let mut inner = Paragraphs::default();
    inner.walk(element);
    // Runs that stand in no paragraph here.
    if inner.all.is_empty() { said(element) } else { inner.text() }
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
                // The reading of signs (`rt`) stands behind them; boxes and notes stand behind the paragraph.
                ("w", "pPr" | "rPr" | "instrText" | "delText" | "moveFrom" | "rt" | "txbxContent")
                | ("mc", "Fallback")
                | ("office", "annotation")
                | ("text", "note")
                | ("draw", "text-box") => {}
                _ => gather(child, text),
            },
        }
    }
}
