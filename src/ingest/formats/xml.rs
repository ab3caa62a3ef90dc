//! XML: the tree that its readers walk over, and in this room the readers, a file a family of formats. The parser is `quick-xml`.
//!
//! It is lenient where files in the wild are broken: an end that fits no start is skipped, what is open at the end is closed. The tree knows no
//! format; `text` makes lines of an element. HTML is not read here.

pub(crate) mod feeds;
pub(crate) mod journals;
pub(crate) mod news;
pub(crate) mod olive;
pub(crate) mod records;
pub(crate) mod reuters;
pub(crate) mod scanned;
pub(crate) mod tei;
pub(crate) mod text;
pub(crate) mod wiki;

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape_with;
use quick_xml::events::{BytesStart, Event};

use crate::ingest::formats::html_text;
use crate::ingest::source::format::has_markup;

/// Elements nested deeper than this are an attack, not a document.
const DEEPEST: usize = 256;

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its name without a prefix, as written.
    pub(crate) name: String,
    /// Its prefix; empty when it has none.
    pub(crate) prefix: String,
    /// Its attributes, names without prefix.
    pub(crate) attributes: Vec<(String, String)>,
    /// What is in it, in order.
    pub(crate) content: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Text, entities resolved.
    Text(String),
}

impl Element {
    /// The elements in it, whatever their names.
    pub(crate) fn children(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element called `name` in it.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children().find(|child| child.is(name))
    }

    /// The element that `path` leads to, each name in the one before.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Whether it is called `name`, in whatever capitals.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The attribute called `name`; `None` when it is empty.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// All elements called `name` below it, in order, those inside another of the name left out.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let (mut found, mut open) = (Vec::new(), vec![self]);
        while let Some(element) = open.pop() {
            if element.is(name) && !std::ptr::eq(element, self) {
                found.push(element);
            } else {
                open.extend(element.children().rev());
            }
        }
        found
    }

    /// The first element called `name` below it.
    pub(crate) fn first(&self, name: &str) -> Option<&Self> {
        self.all(name).first().copied()
    }

    /// All text in it on one line; `None` when there is none.
    pub(crate) fn words(&self) -> Option<String> {
        let mut text = String::new();
        self.gather(&mut text);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    }

    /// The same, where markup that is escaped in it is read as such.
    pub(crate) fn plain_words(&self) -> Option<String> {
        let words = self.words()?;
        let is_marked = has_markup(&words) || words.contains('&') && words.contains(';');
        Some(if is_marked { html_text::words(&words) } else { words }).filter(|words| !words.is_empty())
    }

    /// The words that stand in it and in no element inside.
    pub(crate) fn own_words(&self) -> Vec<String> {
        let words = |node: &Node| match node {
            Node::Text(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty()),
            Node::Element(_) => None,
        };
        self.content.iter().filter_map(words).collect()
    }

    /// What stands in it as markup: tags without attributes, text as text.
    pub(crate) fn markup(&self) -> String {
        let mut out = String::new();
        self.mark_up(&mut out);
        out
    }

    /// The tree is no deeper than the parser lets it be.
    fn mark_up(&self, out: &mut String) {
        for node in &self.content {
            match node {
                Node::Text(text) => out.push_str(&quick_xml::escape::escape(text.as_str())),
                Node::Element(element) => {
                    out.extend(["<", &element.name, ">"]);
                    element.mark_up(out);
                    out.extend(["</", &element.name, ">"]);
                }
            }
        }
    }

    /// All text in it as it stands.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(&self, text: &mut String) {
        let mut open: Vec<std::slice::Iter<'_, Node>> = vec![self.content.iter()];
        while let Some(nodes) = open.last_mut() {
            match nodes.next() {
                Some(Node::Text(words)) => text.push_str(words),
                Some(Node::Element(element)) => open.push(element.content.iter()),
                None => {
                    open.pop();
                }
            }
        }
    }
}

/// The outermost element of `xml`, the first where SGML has several; `None` when there is none.
pub(crate) fn parse(xml: &str) -> Option<Element> {
    parse_all(xml)?.content.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// All that stands in `xml`, in an element without a name; `None` when it is nested too deep.
pub(crate) fn parse_all(xml: &str) -> Option<Element> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}').trim_start());
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if open.len() < DEEPEST => open.push(element(&start)),
            Ok(Event::Start(_)) => return None,
            Ok(Event::Empty(start)) => add(&mut open, Node::Element(element(&start))),
            Ok(Event::End(end)) => {
                let name = local(end.name().as_ref()).1;
                close(&mut open, &name);
            }
            Ok(Event::Text(text)) => add_text(&mut open, &text),
            Ok(Event::CData(text)) => add_text(&mut open, &text),
            Ok(Event::GeneralRef(entity)) => {
                let entity = format!("&{};", &*entity);
                add_text(&mut open, &resolved(&entity));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    while open.len() > 1 {
        let name = open.last().map(|element| element.name.clone()).unwrap_or_default();
        close(&mut open, &name);
    }
    open.pop()
}

/// `text` with entities resolved, those of HTML too.
pub(crate) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    match unescape_with(text, quick_xml::escape::resolve_predefined_entity) {
        Ok(text) => text,
        Err(_) => html_text::words(text).into(),
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let (prefix, name) = local(start.name().as_ref());
    let mut all = start.attributes();
    let attributes = all.with_checks(false).flatten().map(|attribute| {
        let (_, name) = local(attribute.key.as_ref());
        (name, resolved(&attribute.value).into_owned())
    });
    Element { name, prefix, attributes: attributes.collect(), content: Vec::new() }
}

/// A name's prefix and the name.
fn local(name: &str) -> (String, String) {
    let (prefix, name) = name.split_once(':').unwrap_or(("", name));
    (prefix.to_owned(), name.to_owned())
}

/// Closes the innermost open element called `name` and all in it; nothing when none is open.
fn close(open: &mut Vec<Element>, name: &str) {
    let Some(at) = open.iter().rposition(|element| element.name == name).filter(|at| *at > 0) else { return };
    while open.len() > at {
        if let Some(element) = open.pop() {
            add(open, Node::Element(element));
        }
    }
}

fn add(open: &mut [Element], node: Node) {
    if let Some(last) = open.last_mut() {
        last.content.push(node);
    }
}

fn add_text(open: &mut [Element], text: &str) {
    let Some(last) = open.last_mut() else { return };
    match last.content.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => last.content.push(Node::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn trees_are_read_even_when_broken() {
        let tree = parse("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a xml:id='1'><n:b>Un &amp; <i>de</i>ux &eacute;t&#233;</n:b><c/></x><d><![CDATA[<p>]]>").unwrap();
        assert_eq!((tree.attribute("id"), tree.child("b").unwrap().prefix.as_str()), (Some("1"), "n"));
        assert_eq!(tree.at(&["b"]).unwrap().words().as_deref(), Some("Un & deux été"));
        assert_eq!(tree.first("d").unwrap().text(), "<p>");
        assert!(tree.child("c").unwrap().words().is_none());
        assert_eq!(parse("no XML"), None);
        assert_eq!(parse(&"<a>".repeat(10_000)), None);
    }
}
