//! Words near each other: the shortest stretches of a text in which all of them stand, in any order.

use std::ops::Range;

use crate::query::matching::pattern::literal::Literal;
use crate::query::matching::pattern::places::Scan;
use crate::query::matching::pattern::walk::{letter_at, letter_before};

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
            let end = first_end(&places, start, anchor)?.max(anchor.end);
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

/// Where the shortest stretch from `start` ends in which each word has a place of its own, none of them on the anchor. Words are few
/// and a stretch is short, so that each place that comes is given to a word, and those that had one move on (augmenting paths,
/// Kuhn 1955).
fn first_end(places: &[Vec<Range<usize>>], start: usize, anchor: &Range<usize>) -> Option<usize> {
    let is_free = |place: &&Range<usize>| place.start >= start && (place.end <= anchor.start || place.start >= anchor.end);
    let mut free: Vec<usize> = places.iter().flatten().filter(is_free).map(|place| place.start).collect();
    free.sort_unstable();
    free.dedup();
    let own = |word: usize, at: usize| places.get(word)?.iter().find(|place| place.start == at).map(|place| place.end);
    let mut given: Vec<Option<usize>> = vec![None; places.len()];
    let mut free = free.into_iter();
    while given.iter().any(Option::is_none) {
        give(free.next()?, &mut given, &mut vec![false; places.len()], &|word, at| own(word, at).is_some());
    }
    let ends = given.iter().enumerate().filter_map(|(word, at)| own(word, (*at)?));
    Some(ends.max().unwrap_or(anchor.end))
}

/// Gives the place at `at` to a word that has none, or to one whose place another word can take; whether that went.
fn give(at: usize, given: &mut [Option<usize>], asked: &mut [bool], holds: &impl Fn(usize, usize) -> bool) -> bool {
    for word in 0..given.len() {
        if !holds(word, at) || asked.get_mut(word).is_none_or(|asked| std::mem::replace(asked, true)) {
            continue;
        }
        let had = given.get(word).copied().flatten();
        if had.is_none_or(|had| give(had, given, asked, holds)) {
            if let Some(slot) = given.get_mut(word) {
                *slot = Some(at);
            }
            return true;
        }
    }
    false
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
