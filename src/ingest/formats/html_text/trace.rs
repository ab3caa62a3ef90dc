//! Where the lines of a page stand: the elements that were open while each was written, and how much of it is a link.
//!
//! Filled by `html_text` as it writes; what the elements mean is `html`'s.

use dom_query::{NodeId, NodeRef};

use crate::ingest::draft::Lines;

/// An element of a page that may hold lines.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    /// The one it stands in.
    pub(crate) parent: Option<usize>,
    /// Its place in the tree it was read from.
    pub(crate) node: NodeId,
    /// Its name.
    pub(crate) name: String,
    /// Its classes and identifier, `itemprop`, `itemtype` and `role`, as they are written.
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
    pub(crate) elements: Vec<Element>,
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

    /// The innermost element that holds two.
    pub(crate) fn common(&self, a: usize, b: usize) -> usize {
        common(&self.elements, a, b)
    }
}

/// The innermost of `elements` that holds both: whoever is opened later is climbed from, since an element stands behind what it stands in.
fn common(elements: &[Element], a: usize, b: usize) -> usize {
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
    elements: Vec<Element>,
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
        let mut signs = String::new();
        for value in ["class", "id", "itemprop", "itemtype", "role"].iter().filter_map(|key| node.attr(key)) {
            signs.push_str(&value);
            signs.push(' ');
        }
        let parent = self.open;
        self.open = Some(self.elements.len());
        self.elements.push(Element { parent, node: node.id, name: name.to_owned(), signs, depth, first: line, end: line });
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
