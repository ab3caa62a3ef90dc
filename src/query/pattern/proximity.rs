//! Words near each other: the shortest stretches of a text in which all of them stand, in any order.

use std::ops::Range;

use crate::query::pattern::literal::Literal;
use crate::query::pattern::places::Scan;
use crate::query::pattern::walk::{letter_at, letter_before};

/// Words that must stand within some words of each other.
#[derive(Clone, Debug)]
pub struct Near {
    /// The longest first: it is met least often, and the others are looked for around it.
    needles: Vec<Literal>,
    distance: usize,
}

impl Near {
    /// `needles`, the longest first, within `distance` words: words that follow each other are one word apart.
    pub fn new(needles: Vec<Literal>, distance: usize) -> Self {
        Self { needles, distance }
    }

    /// The next place of all words at `from` or later, from the first of them to the last.
    pub fn find_at(&self, text: &[u8], from: usize, scan: &mut Scan) -> Option<Range<usize>> {
        let first = self.needles.first()?;
        loop {
            let at = scan.next(first, text, from, None)?;
            if let Some(place) = self.around(text, &at, from) {
                scan.skip_to(place.end);
                return Some(place);
            }
        }
    }

    /// The shortest place of all words of which `anchor` is one.
    fn around(&self, text: &[u8], anchor: &Range<usize>, from: usize) -> Option<Range<usize>> {
        let window = self.left(text, anchor.start).max(from)..self.right(text, anchor.end);
        let others = self.needles.get(1..).unwrap_or_default();
        let places: Vec<Vec<Range<usize>>> = others.iter().map(|needle| all(needle, text, window.clone())).collect();
        let starts = places.iter().flatten().map(|place| place.start).filter(|start| *start < anchor.start);
        let starts = starts.chain([anchor.start]);
        let covers = starts.filter_map(|start| {
            // From a given start, the nearest of each word that does not lie on the anchor makes the shortest stretch.
            let nearest = |places: &Vec<Range<usize>>| {
                let free =
                    |place: &&Range<usize>| place.start >= start && (place.end <= anchor.start || place.start >= anchor.end);
                places.iter().find(free).map(|place| place.end)
            };
            let ends: Option<Vec<usize>> = places.iter().map(nearest).collect();
            let end = ends?.into_iter().max().unwrap_or_default().max(anchor.end);
            (self.words_between(text, start, end) <= self.distance).then_some(start..end)
        });
        covers.min_by_key(|cover| (cover.len(), cover.start))
    }

    fn left(&self, text: &[u8], from: usize) -> usize {
        let (mut at, mut breaks, mut spaced) = (from, 0, false);
        while let Some(letter) = letter_before(text, at) {
            let space = is_space(letter.c);
            breaks += usize::from(space && !spaced);
            if letter.c == '\0' || breaks > self.distance {
                break;
            }
            (at, spaced) = (letter.at, space);
        }
        at
    }

    fn right(&self, text: &[u8], from: usize) -> usize {
        let (mut at, mut breaks, mut spaced) = (from, 0, false);
        while let Some(letter) = letter_at(text, at) {
            let space = is_space(letter.c);
            breaks += usize::from(space && !spaced);
            if letter.c == '\0' || breaks > self.distance {
                break;
            }
            (at, spaced) = (letter.end, space);
        }
        at
    }

    fn words_between(&self, text: &[u8], start: usize, end: usize) -> usize {
        let (mut at, mut breaks, mut spaced) = (start, 0, false);
        while let Some(letter) = letter_at(text, at).filter(|letter| letter.at < end) {
            let space = is_space(letter.c);
            breaks += usize::from(space && !spaced);
            if breaks > self.distance {
                break;
            }
            (at, spaced) = (letter.end, space);
        }
        breaks
    }
}

/// Whether `c` parts words: white space, and the signs that stand between words without any.
fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn all(needle: &Literal, text: &[u8], window: Range<usize>) -> Vec<Range<usize>> {
    let text = text.get(..window.end).unwrap_or_default();
    let mut scan = Scan::from(window.start);
    std::iter::from_fn(|| scan.next(needle, text, window.start, None)).collect()
}
