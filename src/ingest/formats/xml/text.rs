//! The text of an XML tree: its blocks as lines, headings, captions and furniture known by the names that press formats and TEI share.
//!
//! It knows no metadata; the readers of the formats hand it the element that holds a text.

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::xml::{Element, Node};
use crate::model::article::BlockKind;
use crate::text::sanitize::sanitize;

/// What an element does to the text in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// It stands in a line.
    Inline,
    /// It is a paragraph or holds some.
    Block,
    /// It is a line of its own under the one before.
    Line,
    /// It ends a line and holds nothing.
    End,
    /// It is a word: white space around it is the file's.
    Word,
    /// It is of that kind.
    Kind(BlockKind),
    /// What is in it is no text.
    Silent,
}

fn class(element: &Element) -> Class {
    match element.name.to_ascii_lowercase().as_str() {
        "p" | "ab" | "div" | "block" | "body" | "list" | "quote" | "sp" | "lg" | "table" | "text" | "body.content"
        | "blockquote" | "section" | "article" | "ul" | "ol" | "dl" | "main" | "figure" | "media" | "header" | "paragraph"
        | "hedline" | "note" | "abstract" | "summary" | "opener" | "closer" | "leadparagraph" | "tailparagraphs" | "pre"
        | "html" | "argument" | "front" | "back" | "group" | "titlepage" | "titlepart" | "sec" | "para" => Class::Block,
        "l" | "item" | "li" | "tr" | "row" | "dt" | "dd" => Class::Line,
        "lb" | "br" => Class::End,
        "w" | "pc" => Class::Word,
        "head" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl2" | "hl1" => Class::Kind(BlockKind::Heading),
        "caption" | "figcaption" | "figdesc" | "media-caption" => Class::Kind(BlockKind::Caption),
        "fw" | "body.end" | "tagline" | "comments" | "media-producer" => Class::Kind(BlockKind::Furniture),
        "script" | "style" | "teiheader" | "media-metadata" | "media-reference" | "linkgrp" | "facsimile" | "standoff" => {
            Class::Silent
        }
        _ => Class::Inline,
    }
}

/// The lines of the text in `element`.
pub(crate) fn lines(element: &Element) -> Lines {
    let mut writer = Writer::default();
    writer.inside(element, None);
    writer.end(None);
    writer.lines
}

#[derive(Default)]
struct Writer {
    lines: Lines,
    text: String,
    set_off: Option<Break>,
    /// Whether the next word is joined to the last.
    glued: bool,
    /// Whether the next text goes on with a word that the end of a line broke.
    is_broken: bool,
}

impl Writer {
    /// Walks `element`; the tree is no deeper than the parser lets it be.
    fn inside(&mut self, element: &Element, kind: Option<BlockKind>) {
        let words = element.children().any(|child| class(child) == Class::Word);
        for node in &element.content {
            match node {
                Node::Text(text) if words && text.trim().is_empty() => {}
                Node::Text(text) => self.write(text),
                // The head of a page is none of a text.
                Node::Element(child) if element.is("html") && child.is("head") => {}
                Node::Element(child) => self.child(child, kind),
            }
        }
    }

    fn child(&mut self, child: &Element, kind: Option<BlockKind>) {
        if child.attribute("break") == Some("no") {
            return self.go_on();
        }
        match class(child) {
            Class::Silent => {}
            Class::Inline => self.inside(child, kind),
            Class::Word => self.word(child),
            Class::End => {
                // In TEI a line of print ends here, not a paragraph.
                self.write(if child.is("br") { "\n" } else { " " });
                if child.is("br") {
                    self.end(kind);
                }
            }
            Class::Line => {
                self.end(kind);
                self.inside(child, kind);
                self.end(kind);
            }
            Class::Block => self.block(child, kind),
            Class::Kind(own) => self.block(child, Some(own)),
        }
    }

    fn block(&mut self, child: &Element, kind: Option<BlockKind>) {
        self.end(kind);
        self.set_off = Some(Break::Gap);
        self.inside(child, kind);
        self.end(kind);
        self.set_off = Some(Break::Gap);
    }

    /// A word of a text that is marked word by word: a space before it unless the markup joins it.
    fn word(&mut self, word: &Element) {
        let joined = |side: &str| word.attribute("join").is_some_and(|join| join == side || join == "both");
        if !(self.glued || joined("left") || self.text.is_empty() || self.text.ends_with(' ')) {
            self.text.push(' ');
        }
        self.text.push_str(word.words().unwrap_or_default().as_str());
        self.glued = joined("right");
    }

    /// A line, a column or a page of print ends here within a word (TEI, 3.11.3): its hyphen and the white space around are the print's.
    fn go_on(&mut self) {
        let kept = self.text.trim_end().trim_end_matches(['-', '\u{ad}', '\u{ac}', '\u{2010}']).len();
        self.text.truncate(kept);
        self.is_broken = true;
    }

    fn write(&mut self, text: &str) {
        let text = if std::mem::take(&mut self.is_broken) { text.trim_ascii_start() } else { text };
        for (at, words) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            if at > 0 && !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            self.text.push_str(words);
        }
    }

    fn end(&mut self, kind: Option<BlockKind>) {
        let clean = sanitize(&self.text);
        let words = clean.replace('\n', " ").trim().to_owned();
        if !words.is_empty() {
            self.lines.push(&words, self.set_off.take().unwrap_or(Break::Line), kind);
        }
        self.text.clear();
        self.glued = false;
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::ingest::formats::xml::parse;
    use crate::model::article::BlockKind;

    fn read(xml: &str) -> Vec<(String, Option<BlockKind>)> {
        let lines = lines(&parse(xml).unwrap());
        lines.places.iter().map(|line| (lines.words(line).to_owned(), line.kind)).collect()
    }

    #[test]
    fn blocks_are_lines_and_their_names_tell_kinds() {
        let found = read(
            "<body><head>Un titre</head><p>Deux <hi>mots</hi><lb/>et suite.</p>Reste<figure><figDesc>Photo</figDesc></figure><fw>12</fw></body>",
        );
        let kinds: Vec<_> = found.iter().map(|(words, kind)| (words.as_str(), *kind)).collect();
        assert_eq!(
            kinds,
            [
                ("Un titre", Some(BlockKind::Heading)),
                ("Deux mots et suite.", None),
                ("Reste", None),
                ("Photo", Some(BlockKind::Caption)),
                ("12", Some(BlockKind::Furniture)),
            ]
        );
    }

    #[test]
    fn words_marked_one_by_one_are_joined() {
        let found =
            read("<p><s><w join=\"right\">L'</w>\n<w>eau</w>\n<w join=\"right\">monte</w>\n<pc>.</pc></s> <s><w>Fin</w></s></p>");
        assert_eq!(found[0].0, "L'eau monte. Fin");
    }
}
