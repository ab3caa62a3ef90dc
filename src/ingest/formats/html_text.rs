//! The text of an HTML tree: its blocks as lines, headings and captions known by their elements.
//!
//! It knows no pages and no metadata; `html` finds the part of a page that is the article and calls it, and so do the
//! readers of records whose text fields hold markup.

pub(crate) mod trace;

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::html_text::trace::{Pen, Trace};
use crate::ingest::formats::plain;
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

/// Elements open at once in a text that is made to stop a parser: parsing takes time by their square.
const PIT: usize = 2000;

/// Whether more elements stand open at once in `html` than any page has.
#[must_use]
pub fn is_pit(html: &str) -> bool {
    let bytes = html.as_bytes();
    let mut open = 0usize;
    memchr::memchr_iter(b'<', bytes).any(|at| {
        match bytes.get(at + 1) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(byte) if byte.is_ascii_alphabetic() && !closes_itself(bytes.get(at + 1..).unwrap_or_default()) => open += 1,
            _ => {}
        }
        open > PIT
    }) || is_swarm(bytes)
}

/// Whether a tag of `html` holds more attributes than any page writes: parsing takes time by their square.
fn is_swarm(html: &[u8]) -> bool {
    /// White space inside one tag, which stands before each attribute.
    const MOST: usize = 10_000;
    let (mut inside, mut quote, mut blanks) = (false, None, 0usize);
    html.iter().zip(html.iter().skip(1)).any(|(byte, next)| {
        match (inside, quote, *byte) {
            (false, _, b'<') if next.is_ascii_alphabetic() => (inside, blanks) = (true, 0),
            (true, Some(open), byte) if byte == open => quote = None,
            (true, None, byte @ (b'"' | b'\'')) => quote = Some(byte),
            (true, None, b'>') => inside = false,
            (true, None, byte) if byte.is_ascii_whitespace() || byte == b'/' => blanks += 1,
            _ => {}
        }
        blanks > MOST
    })
}

/// Elements that need no end: void ones, and those the next of their kind ends.
fn closes_itself(tag: &[u8]) -> bool {
    const NAMES: &[&[u8]] = &[
        b"br", b"hr", b"img", b"meta", b"link", b"input", b"wbr", b"col", b"source", b"area", b"base", b"embed", b"param",
        b"track", b"p", b"li", b"td", b"th", b"tr", b"dt", b"dd", b"option",
    ];
    let end = tag.iter().take(12).position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(tag.len().min(12));
    NAMES.iter().any(|name| tag.get(..end).is_some_and(|tag| tag.eq_ignore_ascii_case(name)))
}

/// The lines of an HTML fragment; of one that is made to stop a parser, the text between its tags.
#[must_use]
pub fn lines(html: &str) -> Lines {
    if is_pit(html) {
        let text: Vec<&str> = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        return plain::lines(&text.join("\n"));
    }
    Writer::read(&Document::fragment(html).root())
}

/// The lines of an element.
#[must_use]
pub fn lines_of(node: &NodeRef) -> Lines {
    Writer::read(node)
}

/// The lines of an element, menus and forms included, each with where it stands.
pub(crate) fn traced(node: &NodeRef) -> Trace {
    let mut writer = Writer { pen: Some(Pen::new(node)), ..Writer::default() };
    writer.walk(node);
    let lines = std::mem::take(&mut writer.lines);
    writer.pen.take().unwrap_or_default().traced(lines)
}

/// The words of a fragment on one line: entities resolved, tags gone.
#[must_use]
pub fn words(html: &str) -> String {
    lines(html).all_words().collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Writer {
    lines: Lines,
    text: String,
    set_off: Option<Break>,
    kind: Option<BlockKind>,
    depth_of_kind: usize,
    /// Notes where the lines stand, where that is asked for.
    pen: Option<Pen>,
}

/// Elements that no article has in its text and that show words all the same.
const MENUS: &[&str] = &["nav", "form"];

impl Writer {
    /// Walks without recursion: pages nest as deep as their makers like.
    fn read(root: &NodeRef) -> Lines {
        let mut writer = Self::default();
        writer.walk(root);
        writer.lines
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

    fn open(&mut self, name: &str, depth: usize) {
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

    fn close(&mut self, name: &str, depth: usize) {
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

    fn write(&mut self, text: &str) {
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

    fn end_line(&mut self) {
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

#[cfg(test)]
mod tests {
    use super::{BlockKind, Break, lines, words};

    #[test]
    fn blocks_become_lines() {
        let found = lines(
            "<h2>Un <em>titre</em></h2><p>Deux\n mots&nbsp;: &laquo;oui&raquo;.<br>Suite</p><ul><li>un</li><li>deux</li></ul><figure><img><figcaption>Une photo</figcaption></figure><script>x</script>",
        );
        let texts: Vec<&str> = found.all_words().collect();
        let found = &found.places;
        assert_eq!(texts, ["Un titre", "Deux mots\u{a0}: «oui».", "Suite", "• un", "• deux", "Une photo"]);
        assert_eq!(found[0].kind, Some(BlockKind::Heading));
        assert_eq!(found[5].kind, Some(BlockKind::Caption));
        assert_eq!((found[1].set_off, found[2].set_off), (Break::Gap, Break::Line));
    }

    #[test]
    fn deep_nesting_is_walked() {
        let deep = format!("{}fond{}", "<div>".repeat(1000), "</div>".repeat(1000));
        assert_eq!(words(&deep), "fond");
        assert_eq!(words(&format!("{}fond", "<div>".repeat(100_000))), "fond");
        assert_eq!(words(&format!("<p {}>fond</p>", "a=1 ".repeat(100_000))), "fond");
    }

    #[test]
    fn entities_are_resolved() {
        assert_eq!(words("AT&amp;T &lt;3"), "AT&T <3");
    }
}
