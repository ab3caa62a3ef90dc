//! Where the lines of a page stand: the elements that were open while each was written, and how much of it is a link.
//!
//! Filled by `html_text` as it writes; what the elements mean is `html`'s.

use dom_query::{NodeId, NodeRef};

use crate::ingest::draft::Lines;

/// An element of a page that may hold lines.
#[derive(Clone, Debug)]
pub(crate) struct TracedElement {
    /// The one it stands in.
    pub(crate) parent: Option<usize>,
    /// Its place in the tree it was read from.
    pub(crate) node: NodeId,
    /// Its name.
    pub(crate) name: String,
    /// Its classes and identifier as they are written, and what else says what it is, with its key: `role=main`.
    pub(crate) signs: String,
    /// How many elements it stands in; of the root, no number.
    pub(crate) depth: usize,
    /// The first line below it.
    pub(crate) first: usize,
    /// The line behind its last.
    pub(crate) end: usize,
}

/// The lines of a page and where they stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    /// The lines.
    pub(crate) lines: Lines,
    /// The elements, each behind the one it stands in.
    pub(crate) elements: Vec<TracedElement>,
    /// Of each line the innermost element that holds all of it, and its bytes that are links.
    pub(crate) places: Vec<(usize, usize)>,
}

impl Trace {
    /// The elements that hold the line at `at`, the innermost first.
    pub(crate) fn above(&self, at: usize) -> impl Iterator<Item = usize> {
        let innermost = self.places.get(at).map(|(element, _)| *element);
        self.around(innermost)
    }

    /// `element` and those it stands in.
    pub(crate) fn around(&self, element: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(element.filter(|at| *at < self.elements.len()), |at| self.elements.get(*at)?.parent)
    }

    /// The words of the line at `at`; none beyond the last.
    pub(crate) fn words(&self, at: usize) -> &str {
        self.lines.places.get(at).map_or("", |line| self.lines.words(line))
    }

    /// The longest of the texts of the elements that are `wanted`, menus and forms in them left out.
    pub(crate) fn longest(&self, wanted: impl Fn(&TracedElement) -> bool) -> Option<Lines> {
        // Of each element how many menus and forms it stands in, itself included.
        let mut menus: Vec<usize> = Vec::with_capacity(self.elements.len());
        for element in &self.elements {
            let above = element.parent.and_then(|parent| menus.get(parent)).copied().unwrap_or_default();
            menus.push(above + usize::from(matches!(&*element.name, "nav" | "form")));
        }
        let lists = self.elements.iter().zip(&menus).filter(|(element, _)| wanted(element)).map(|(element, inside)| {
            let place = |line: &usize| self.places.get(*line).and_then(|(place, _)| menus.get(*place));
            let lines: Vec<usize> = (element.first..element.end).filter(|line| place(line) == Some(inside)).collect();
            (lines.iter().map(|line| self.words(*line).len()).sum::<usize>(), lines)
        });
        let (bytes, places) = lists.max_by_key(|(bytes, _)| *bytes).filter(|(bytes, _)| *bytes > 0)?;
        let mut lines = Lines::with_room(bytes);
        for line in places.iter().filter_map(|at| self.lines.places.get(*at)) {
            lines.push(self.lines.words(line), line.set_off, line.kind);
        }
        Some(lines)
    }

    /// The innermost element that holds two.
    pub(crate) fn common(&self, a: usize, b: usize) -> usize {
        common(&self.elements, a, b)
    }
}

/// The innermost of `elements` that holds both: whoever is opened later is climbed from, since an element stands behind what it stands in.
fn common(elements: &[TracedElement], a: usize, b: usize) -> usize {
    let (mut a, mut b) = (a, b);
    while a != b {
        let later = if a > b { &mut a } else { &mut b };
        match elements.get(*later).and_then(|element| element.parent) {
            Some(parent) => *later = parent,
            None => return 0,
        }
    }
    a
}

/// What is noted while lines are written.
#[derive(Debug, Default)]
pub(super) struct Pen {
    elements: Vec<TracedElement>,
    places: Vec<(usize, usize)>,
    open: Option<usize>,
    links: usize,
    /// Of the line that is being written the element and the bytes in links.
    place: Option<usize>,
    linked: usize,
}

/// Inline elements that say nothing of what stands in them.
const LIGHT: &[&str] = &["b", "i", "em", "strong", "br", "img", "sup", "sub", "u", "font", "source", "picture", "wbr", "small"];

impl Pen {
    /// A pen for what stands in `root`.
    pub(super) fn new(root: &NodeRef) -> Self {
        let mut pen = Self::default();
        // Never closed: nothing stands as deep.
        pen.open(root, "", usize::MAX, 0);
        pen
    }

    /// The trace of `lines`, all of which were noted.
    pub(super) fn traced(mut self, lines: Lines) -> Trace {
        if let Some(root) = self.elements.first_mut() {
            root.end = lines.places.len();
        }
        Trace { lines, elements: self.elements, places: self.places }
    }

    /// An element begins, `depth` elements deep, before the line `line`.
    pub(super) fn open(&mut self, node: &NodeRef, name: &str, depth: usize, line: usize) {
        if name == "a" {
            self.links += 1;
        }
        if LIGHT.contains(&name) {
            return;
        }
        let signs = signs(node);
        let parent = self.open;
        self.open = Some(self.elements.len());
        self.elements.push(TracedElement { parent, node: node.id, name: name.to_owned(), signs, depth, first: line, end: line });
    }

    /// The element that is open at `depth` ends before the line `line`.
    pub(super) fn close(&mut self, name: &str, depth: usize, line: usize) {
        if name == "a" {
            self.links = self.links.saturating_sub(1);
        }
        if let Some(element) = self.open.and_then(|open| self.elements.get_mut(open)).filter(|element| element.depth == depth) {
            element.end = line;
            self.open = element.parent;
        }
    }

    /// `words` are written to the line.
    pub(super) fn write(&mut self, words: &str) {
        let bytes = words.trim_ascii().len();
        let Some(open) = self.open.filter(|_| bytes > 0) else { return };
        if self.links > 0 {
            self.linked += bytes;
        }
        self.place = Some(match self.place {
            Some(place) => common(&self.elements, place, open),
            None => open,
        });
    }

    /// The line ends; it is kept where it has words.
    pub(super) fn end_line(&mut self, kept: bool) {
        if kept {
            self.places.push((self.place.unwrap_or_default(), self.linked));
        }
        (self.place, self.linked) = (None, 0);
    }
}

/// The classes and the identifier of an element, and what else says what it is: `itemprop=articleBody`, `role=main`, `style=hidden`.
fn signs(node: &NodeRef) -> String {
    let mut signs = String::new();
    let Some(element) = node.element_ref() else { return signs };
    for attribute in &element.attrs {
        let prefix = match &*attribute.name.local {
            "class" | "id" => "",
            "itemprop" => "itemprop=",
            "itemtype" => "itemtype=",
            "role" => "role=",
            "style" if is_away(&attribute.value) => {
                signs.push_str("style=hidden ");
                continue;
            }
            _ => continue,
        };
        signs.push_str(prefix);
        signs.push_str(&attribute.value);
        signs.push(' ');
    }
    signs
}

/// Whether a style says that its element is not shown.
fn is_away(style: &str) -> bool {
    let says = |property: &str, value: &str| {
        style
            .split(';')
            .filter_map(|rule| rule.split_once(':'))
            .any(|(name, said)| name.trim() == property && said.trim().starts_with(value))
    };
    says("display", "none") || says("visibility", "hidden")
}
