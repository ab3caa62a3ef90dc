//! What each line of a page is to its article, told by the elements it stands in and by what readability chose. Called by `whole` alone.

use std::cell::Cell;
use std::collections::HashSet;

use crate::ingest::draft::Lines;
use crate::ingest::formats::html::parts;
use crate::ingest::formats::html::parts::PagePart;
use crate::ingest::formats::html_meta::plain;
use crate::ingest::formats::html_text::trace::{Trace, TracedElement};
use crate::model::article::BlockKind;

/// Bytes of a line of prose, and of one that is surely a paragraph.
const PROSE: usize = 60;
const LONG: usize = 80;

/// What a page says of its article to machines.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ingest::formats::html) struct PageTold<'a> {
    /// The headline.
    pub(in crate::ingest::formats::html) title: Option<&'a str>,
    /// A sentence or two on it, which often are its standfirst.
    pub(in crate::ingest::formats::html) description: Option<&'a str>,
}

/// What becomes of a line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineFate {
    /// It is left out.
    Cut,
    /// Readability chose it.
    Chosen,
    /// It is kept, as this where the markup says nothing else.
    Taken(Option<BlockKind>),
}

/// A page whose article is being made whole.
pub(super) struct WholePage<'a> {
    trace: &'a Trace,
    chosen_lines: &'a Lines,
    fates: Vec<LineFate>,
    /// Of each element whether prose that was chosen stands in it.
    holds: Vec<bool>,
    /// Of each element what it says of the lines in it, where that was asked.
    rooms: Vec<Cell<Option<PagePart>>>,
    /// How the elements of the chosen prose look.
    looks: HashSet<Look<'a>>,
    /// The lines of the element in which the article is made whole.
    scope: std::ops::Range<usize>,
    /// The line of the headline, the first and the last line of the chosen prose.
    headline: Option<usize>,
    /// The folded words of what the page says of the article.
    description: Option<String>,
    first: usize,
    last: usize,
    /// The chosen lines.
    said: HashSet<&'a str>,
    /// Bytes and bytes in links of the lines before each.
    sums: Vec<(usize, usize)>,
}

/// An element and the one it stands in, by name and signs; how deep, where they have no signs.
type Look<'a> = [(&'a str, &'a str, usize); 2];

impl<'a> WholePage<'a> {
    /// `None` where no prose of `chosen` stands on the page; `places` says where its lines do.
    pub(super) fn new(chosen: &'a Lines, places: &[Option<usize>], trace: &'a Trace, told: PageTold<'_>) -> Option<Self> {
        let anchors: Vec<usize> = places.iter().flatten().copied().filter(|at| trace.words(*at).len() >= PROSE).collect();
        let (first, last) = (*anchors.first()?, *anchors.last()?);
        let mut fates = vec![LineFate::Cut; trace.places.len()];
        for at in places.iter().flatten() {
            if let Some(fate) = fates.get_mut(*at) {
                *fate = LineFate::Chosen;
            }
        }
        let mut holds = vec![false; trace.elements.len()];
        for element in anchors.iter().flat_map(|anchor| trace.above(*anchor)) {
            if let Some(held) = holds.get_mut(element) {
                *held = true;
            }
        }
        let headline = headline(trace, told.title, first);
        let scope = scope(trace, &anchors, headline);
        let mut sums = vec![(0, 0)];
        for (line, (_, linked)) in trace.lines.all_words().zip(&trace.places) {
            let (bytes, links) = sums.last().copied().unwrap_or_default();
            sums.push((bytes + line.len(), links + linked));
        }
        Some(Self {
            trace,
            chosen_lines: chosen,
            fates,
            holds,
            rooms: vec![Cell::new(None); trace.elements.len()],
            looks: anchors.iter().map(|at| look(trace, *at)).collect(),
            scope,
            headline,
            description: told.description.map(plain).filter(|words| words.len() >= PROSE / 2),
            first,
            last,
            said: chosen.all_words().collect(),
            sums,
        })
    }

    /// The chosen lines, by their number among those at `places`, that are words for those who hear the page.
    pub(super) fn heard<'b>(&'b self, places: &'b [Option<usize>]) -> impl Iterator<Item = usize> + 'b {
        let heard = |place: usize| self.trace.words(place).len() < PROSE && self.room(place) == PagePart::Heard;
        places.iter().enumerate().filter(move |(_, place)| place.is_some_and(heard)).map(|(at, _)| at)
    }

    /// What becomes of each line.
    pub(super) fn fates(&self) -> Vec<LineFate> {
        let mut fates = self.fates.clone();
        let open = |fates: &[LineFate], at: usize| fates.get(at) == Some(&LineFate::Cut);
        for at in self.scope.clone() {
            if open(&fates, at)
                && let Some(fate) = fates.get_mut(at)
            {
                *fate = self.prose(at);
            }
        }
        self.standfirst(&mut fates);
        self.headings(&mut fates);
        self.comments(&mut fates);
        fates
    }

    /// What becomes of a line that is prose; all others are left out at first.
    fn prose(&self, at: usize) -> LineFate {
        let words = self.trace.words(at);
        let sentence = words.len() >= PROSE && is_sentence(words);
        let inside = self.first < at && at < self.last;
        let like = || self.looks.contains(&look(self.trace, at));
        // A paragraph of the text may be a link for the most part.
        let mostly = || inside && self.linked(at, 7, 8) && like();
        let leads = || !self.linked(at, 1, 2) && !mostly() || self.own(at).any(|element| self.leads(element));
        if !sentence || self.said.contains(words) || leads() {
            return LineFate::Cut;
        }
        match self.room(at) {
            PagePart::Text if words.len() >= LONG && inside || like() => LineFate::Taken(None),
            PagePart::Text | PagePart::Box => LineFate::Taken(Some(BlockKind::Furniture)),
            PagePart::Picture if inside => LineFate::Taken(Some(BlockKind::Caption)),
            PagePart::Picture | PagePart::Comments | PagePart::Around | PagePart::Heard => LineFate::Cut,
        }
    }

    /// The standfirst: between the headline and the text, marked as such or the first prose there.
    fn standfirst(&self, fates: &mut [LineFate]) {
        /// Lines and bytes of a standfirst at most, and lines between it and the headline.
        const LINES: usize = 4;
        const BYTES: usize = 1200;
        const FAR: usize = 14;
        let Some(headline) = self.headline else { return };
        let (mut lines, mut bytes) = (0, 0);
        for at in headline + 1..self.first {
            let words = self.trace.words(at);
            let marked = || words.len() >= 25 && self.marked(at);
            let placed = || at - headline <= FAR && (words.len() >= PROSE && is_sentence(words) || self.heads_text(at, headline));
            let room = self.room(at);
            let told = (marked() || placed()) && room == PagePart::Text && !self.links(at)
                || words.len() >= PROSE / 2
                    && matches!(room, PagePart::Text | PagePart::Around | PagePart::Picture)
                    && self.describes(words);
            if fates.get(at) == Some(&LineFate::Chosen) || !told {
                continue;
            }
            (lines, bytes) = (lines + 1, bytes + words.len());
            if lines > LINES || bytes > BYTES {
                break;
            }
            if let Some(fate) = fates.get_mut(at) {
                *fate = if self.is_said(words) { LineFate::Cut } else { LineFate::Taken(Some(BlockKind::Paragraph)) };
            }
        }
    }

    /// Whether the words are what the page says of its article, or the head of that, or it is cut short.
    fn describes(&self, words: &str) -> bool {
        let Some(description) = &self.description else { return false };
        let words = plain(words);
        words.starts_with(description) || description.starts_with(&words)
    }

    /// Whether an element that holds the line and no chosen prose is called a standfirst.
    fn marked(&self, at: usize) -> bool {
        self.own(at).filter_map(|element| self.trace.elements.get(element)).any(parts::is_standfirst)
    }

    /// Whether a line is a heading of the second level right below the headline, and a sentence long.
    fn heads_text(&self, at: usize, headline: usize) -> bool {
        let second = |element: usize| self.trace.elements.get(element).is_some_and(|element| element.name == "h2");
        at <= headline + 2 && self.trace.words(at).len() >= PROSE && self.own(at).any(second)
    }

    /// Whether the words are among the chosen ones.
    fn is_said(&self, words: &str) -> bool {
        let told = plain(words);
        let near = |line: &&str| line.len() * 3 >= words.len() * 2;
        self.chosen_lines.all_words().filter(near).take(6).any(|line| plain(line).contains(&told))
    }

    /// Headings, items and other short lines that stand between lines of the text.
    fn headings(&self, fates: &mut [LineFate]) {
        // What stands below: text, a box, or neither.
        let mut below = LineFate::Cut;
        for at in self.scope.clone().rev() {
            let Some(fate) = fates.get_mut(at) else { continue };
            match *fate {
                LineFate::Chosen => {
                    below = if self.trace.words(at).len() >= PROSE { LineFate::Taken(None) } else { LineFate::Cut }
                }
                LineFate::Taken(None | Some(BlockKind::Furniture)) => below = *fate,
                LineFate::Taken(_) => {}
                LineFate::Cut if self.joins(at, below) => *fate = below,
                LineFate::Cut => below = if self.is_heading(at) { LineFate::Cut } else { below },
            }
        }
    }

    /// Whether a line that is no prose belongs to what stands below it.
    fn joins(&self, at: usize, below: LineFate) -> bool {
        /// Bytes of a heading or an item.
        const SHORT: usize = 240;
        let words = self.trace.words(at);
        let like = || (at < self.last || is_sentence(words)) && self.looks.contains(&look(self.trace, at));
        let item = || words.starts_with('•') && self.sums_of(at..at + 1).1 == 0;
        let wanted = match below {
            LineFate::Taken(None) => self.room(at) == PagePart::Text && (self.is_heading(at) || like() || item()),
            LineFate::Taken(Some(BlockKind::Furniture)) => self.room(at) == PagePart::Box && self.is_heading(at),
            _ => false,
        };
        wanted && at > self.first && words.len() < SHORT && !self.links(at)
    }

    fn is_heading(&self, at: usize) -> bool {
        self.trace.lines.places.get(at).is_some_and(|line| line.kind == Some(BlockKind::Heading))
    }

    /// What readers wrote: the lines of elements that are called so, where one of them is a sentence.
    fn comments(&self, fates: &mut [LineFate]) {
        let mut end = self.first;
        for (number, element) in self.trace.elements.iter().enumerate() {
            let held = self.holds.get(number).copied().unwrap_or(true);
            if held || element.first < end || element.first == element.end || self.room_of(number) != PagePart::Comments {
                continue;
            }
            let wrote =
                |at: usize| self.trace.words(at).split(' ').count() >= 5 && is_sentence(self.trace.words(at)) && !self.links(at);
            end = element.end;
            if !(element.first..element.end).any(wrote) {
                continue;
            }
            for at in element.first..element.end {
                if let Some(fate) = fates.get_mut(at).filter(|fate| **fate == LineFate::Cut) {
                    *fate = LineFate::Taken(Some(BlockKind::Comment));
                }
            }
        }
    }

    /// The elements that hold the line and no chosen prose, the innermost first.
    fn own(&self, at: usize) -> impl Iterator<Item = usize> {
        self.trace.above(at).take_while(|element| !self.holds.get(*element).copied().unwrap_or(true))
    }

    /// What the elements say that hold the line and no chosen prose.
    fn room(&self, at: usize) -> PagePart {
        self.own(at).map(|element| self.room_of(element)).max().unwrap_or_default()
    }

    fn room_of(&self, element: usize) -> PagePart {
        let (Some(known), Some(element)) = (self.rooms.get(element), self.trace.elements.get(element)) else {
            return PagePart::Text;
        };
        let room = known.get().unwrap_or_else(|| parts::room(element));
        known.set(Some(room));
        room
    }

    /// Bytes of the lines, and bytes of them that are links.
    fn sums_of(&self, lines: std::ops::Range<usize>) -> (usize, usize) {
        let sum = |at: usize| self.sums.get(at).copied().unwrap_or_default();
        (sum(lines.end).0.saturating_sub(sum(lines.start).0), sum(lines.end).1.saturating_sub(sum(lines.start).1))
    }

    /// Whether the line leads elsewhere, or stands in an element of links: a teaser, or a list of them.
    fn links(&self, at: usize) -> bool {
        !self.linked(at, 1, 2) || self.own(at).any(|element| self.leads(element))
    }

    /// Whether at most `part` of `whole` bytes of the line are links.
    fn linked(&self, at: usize, part: usize, whole: usize) -> bool {
        let (bytes, linked) = self.sums_of(at..at + 1);
        linked * whole <= bytes * part
    }

    /// Whether an element of several lines is a teaser, or a list of links.
    fn leads(&self, element: usize) -> bool {
        /// Bytes of a teaser at most, and of the headline in it at least.
        const TEASER: (usize, usize) = (600, 20);
        let Some(element) = self.trace.elements.get(element) else { return false };
        let (bytes, linked) = self.sums_of(element.first..element.end);
        let several = element.end > element.first + 1;
        several && (linked * 2 > bytes || bytes < TEASER.0 && linked * 4 > bytes && linked > TEASER.1)
    }
}

/// How the element of a line looks, and the one it stands in.
fn look<'a>(trace: &'a Trace, at: usize) -> Look<'a> {
    let mut elements = trace.above(at).filter_map(|element| trace.elements.get(element));
    let (inner, outer) = (elements.next(), elements.next());
    let bare = [inner, outer].iter().flatten().all(|element| element.signs.is_empty());
    let of = |element: Option<&'a TracedElement>| -> (&'a str, &'a str, usize) {
        element.map_or(("", "", 0), |element| (&*element.name, &*element.signs, if bare { element.depth } else { 0 }))
    };
    [of(inner), of(outer)]
}

/// The line of the headline: the last above the text that says what the title says, else the last heading of the first level there.
fn headline(trace: &Trace, title: Option<&str>, first: usize) -> Option<usize> {
    let title = title.map(plain).filter(|title| !title.is_empty());
    let heading = |at: &usize| trace.lines.places.get(*at).is_some_and(|line| line.kind == Some(BlockKind::Heading));
    let says = |at: &usize| {
        let words = plain(trace.words(*at));
        title
            .as_ref()
            .is_some_and(|title| words == *title || words.len() > 15 && (title.contains(&words) || words.contains(title)))
    };
    let top =
        |at: &usize| trace.above(*at).any(|element| trace.elements.get(element).is_some_and(|element| element.name == "h1"));
    let mut above = (0..first).rev();
    above.clone().filter(heading).find(says).or_else(|| above.find(top))
}

/// The lines in which the article is made whole: those of the innermost element below the page's body that holds the headline and the
/// chosen prose, or of the element that is marked as the article, whichever is larger; else of the innermost that holds the prose.
fn scope(trace: &Trace, anchors: &[usize], headline: Option<usize>) -> std::ops::Range<usize> {
    let innermost = anchors.iter().filter_map(|at| trace.places.get(*at)).map(|(element, _)| *element);
    let base = innermost.reduce(|a, b| trace.common(a, b));
    let inner =
        |element: &usize| trace.elements.get(*element).is_some_and(|element| !matches!(&*element.name, "" | "html" | "body"));
    let holds = |element: &usize| {
        let lines = trace.elements.get(*element).map(|element| element.first..element.end).unwrap_or_default();
        headline.is_some_and(|headline| lines.contains(&headline))
    };
    let marked = |element: &usize| trace.elements.get(*element).is_some_and(parts::is_article);
    let headed = trace.around(base).filter(inner).find(holds);
    let article = trace.around(base).filter(inner).find(marked);
    let scope = headed.into_iter().chain(article).min().or(base);
    scope.and_then(|scope| trace.elements.get(scope)).map(|element| element.first..element.end).unwrap_or_default()
}

/// Whether a line ends as a sentence does.
pub(in crate::ingest::formats::html) fn is_sentence(words: &str) -> bool {
    const ENDS: &[char] = &['.', '!', '?', '…', '。', '！', '？', '։', '।', '؟', '۔', ':'];
    const CLOSING: &[char] = &['"', '”', '“', '»', '«', '’', '\'', ')', ']', '」', '』', ' ', '\u{a0}', '\u{202f}', '*'];
    words.trim_end_matches(CLOSING).ends_with(ENDS)
}
