//! Writes the lines of elements: blocks begin new ones, headings and captions are known by their names. Called by `html_text` and its parts.

use dom_query::NodeRef;

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::html_text::trace::{Pen, Trace};
use crate::model::article::BlockKind;
use crate::text::sanitize::sanitize;

/// Elements whose content is never text of an article.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "head", "nav", "form", "button", "select", "textarea", "svg", "iframe", "object",
    "audio", "video", "canvas", "math", "dialog",
];

/// Elements that stand in a line of text; all others begin a new one.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "label",
    "picture", "source", "input", "meta", "link",
];

/// Elements that begin a block.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "main",
    "center",
    "details",
    "summary",
    "address",
];

/// Whether `name` is an element of HTML that stands in texts, whatever its capitals.
#[must_use]
pub fn is_element(name: &str) -> bool {
    [SILENT, INLINE, BLOCKS].iter().any(|list| list.iter().any(|known| known.eq_ignore_ascii_case(name)))
}

/// Writes the lines of a tree, one element after the other.
#[derive(Default)]
pub(super) struct LineWriter {
    pub(super) lines: Lines,
    text: String,
    set_off: Option<Break>,
    kind: Option<BlockKind>,
    depth_of_kind: usize,
    /// Notes where the lines stand, where that is asked for.
    pen: Option<Pen>,
}

/// Elements that no article has in its text and that show words all the same.
const MENUS: &[&str] = &["nav", "form"];

impl LineWriter {
    /// Walks without recursion: pages nest as deep as their makers like.
    pub(super) fn read(root: &NodeRef) -> Lines {
        let mut writer = Self::default();
        writer.walk(root);
        writer.lines
    }

    /// The lines of `root`, menus and forms included, each with where it stands.
    pub(super) fn traced(root: &NodeRef) -> Trace {
        let mut writer = Self { pen: Some(Pen::new(root)), ..Self::default() };
        writer.walk(root);
        writer.pen.take().unwrap_or_default().traced(writer.lines)
    }

    fn walk(&mut self, root: &NodeRef) {
        let mut depth = 0usize;
        let mut next = root.first_child();
        while let Some(node) = next {
            let name = node.node_name();
            let name = name.as_deref().unwrap_or_default();
            if node.is_text() {
                self.write(&node.text());
            }
            let silent = SILENT.contains(&name) && !(self.pen.is_some() && MENUS.contains(&name));
            let enters = node.is_element() && !silent && !hidden(&node);
            if enters {
                if self.is_glued(name, &node) {
                    self.end_line();
                }
                self.open(name, depth);
                let line = self.lines.places.len();
                if let Some(pen) = &mut self.pen {
                    pen.open(&node, name, depth, line);
                }
                if let Some(child) = node.first_child() {
                    depth += 1;
                    next = Some(child);
                    continue;
                }
                self.close(name, depth);
            }
            (next, depth) = self.climb(node, depth);
        }
        self.end_line();
    }

    /// The node after `node` and all below it; closes the elements that are left.
    fn climb<'a>(&mut self, node: NodeRef<'a>, mut depth: usize) -> (Option<NodeRef<'a>>, usize) {
        let mut node = node;
        loop {
            if let Some(sibling) = node.next_sibling() {
                return (Some(sibling), depth);
            }
            if depth == 0 {
                return (None, 0);
            }
            let Some(parent) = node.parent() else { return (None, 0) };
            depth -= 1;
            self.close(parent.node_name().as_deref().unwrap_or_default(), depth);
            node = parent;
        }
    }

    /// Whether an element of a byline stands beside the last without a blank: `<span>Par Jane Doe</span><span>Publié le …</span>`
    /// in a box of its own. Inside a paragraph such elements are parts of words.
    fn is_glued(&self, name: &str, node: &NodeRef) -> bool {
        let beside = |name: &str| matches!(name, "span" | "time" | "a");
        let box_of_words = |parent: NodeRef| {
            let blank = |node: &NodeRef| !node.is_text() || node.text().trim().is_empty();
            let mut inner = std::iter::successors(parent.first_child(), NodeRef::next_sibling);
            parent.node_name().is_some_and(|name| !INLINE.contains(&&*name) && !is_title(&name)) && inner.all(|node| blank(&node))
        };
        let last = || node.prev_sibling().and_then(|last| last.node_name()).is_some_and(|name| beside(&name));
        let several = || self.text.split(' ').count() >= 2;
        beside(name) && !self.text.ends_with(' ') && several() && last() && node.parent().is_some_and(box_of_words)
    }

    /// The element `name` begins, `depth` elements deep.
    pub(super) fn open(&mut self, name: &str, depth: usize) {
        if INLINE.contains(&name) {
            return;
        }
        let tight = matches!(name, "br" | "li" | "tr" | "dt" | "dd");
        self.end_line();
        if !tight || self.lines.places.last().is_none_or(|line| line.kind.is_some()) {
            self.set_off = Some(Break::Gap);
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => (self.kind, self.depth_of_kind) = (Some(BlockKind::Heading), depth),
            "figcaption" | "caption" => (self.kind, self.depth_of_kind) = (Some(BlockKind::Caption), depth),
            "li" => self.text.push_str("• "),
            _ => {}
        }
    }

    /// It ends.
    pub(super) fn close(&mut self, name: &str, depth: usize) {
        match name {
            "td" | "th" => self.text.push(' '),
            _ if INLINE.contains(&name) => {}
            "br" | "li" | "tr" | "dt" | "dd" => self.end_line(),
            _ => {
                self.end_line();
                self.set_off = Some(Break::Gap);
            }
        }
        if self.kind.is_some() && depth == self.depth_of_kind {
            self.end_line();
            self.kind = None;
        }
        let line = self.lines.places.len();
        if let Some(pen) = &mut self.pen {
            pen.close(name, depth, line);
        }
    }

    /// Words stand in it.
    pub(super) fn write(&mut self, text: &str) {
        if let Some(pen) = &mut self.pen {
            pen.write(text);
        }
        // A no-break space is a character of the text; other white space is the page's.
        for (at, words) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            if at > 0 && !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            self.text.push_str(words);
        }
    }

    /// The line ends.
    pub(super) fn end_line(&mut self) {
        let clean = sanitize(&self.text);
        let clean = clean.trim();
        let kept = !clean.is_empty() && clean != "•";
        if let Some(pen) = &mut self.pen {
            pen.end_line(kept);
        }
        if kept {
            let set_off = self.set_off.take().unwrap_or(Break::Line);
            if clean.contains('\n') {
                self.lines.push(&clean.replace('\n', " "), set_off, self.kind);
            } else {
                self.lines.push(clean, set_off, self.kind);
            }
        }
        self.text.clear();
    }
}

/// Whether an element is a heading.
fn is_title(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden") || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
}
