//! A term that is compared folded: the needle, and whether it stands at a place of a text.
//!
//! Nothing but the surroundings of a candidate is folded. A needle equals a text where `text::fold` makes them equal, runs of
//! white space being one; accents that were typed, and case for an exact term, are compared in a second look.

use std::ops::Range;

use aho_corasick::BuildError;

use crate::query::matching::pattern::case_check::{Demand, Written};
use crate::query::matching::pattern::finder::Finder;
use crate::query::matching::pattern::rare_spellings::Census;
use crate::query::matching::pattern::spelling::{Folding, folded, form};
use crate::query::matching::pattern::walk::{closes_word, letter_at, letter_before, letter_end, letter_start, opens_word};
use crate::text::fold::fold;

/// Where a needle must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// Anywhere, inside words too.
    Anywhere,
    /// At the head of a word.
    Head,
    /// From the head of a word to the end of one.
    Whole,
}

/// A term to look for, folded once.
#[derive(Clone, Debug)]
pub struct Literal {
    finder: Finder,
    /// The letters before the anchor, from it backwards; a space stands for any white space.
    before: Vec<char>,
    /// The anchor and what follows.
    after: Vec<char>,
    bounds: Bounds,
    written: Option<Written>,
}

/// How a needle was matched on one side of its anchor.
#[derive(Clone, Copy)]
struct Reach {
    /// The edge of the last character that was needed.
    edge: usize,
    /// How many of the letters that it folds to were left over.
    spare: usize,
}

impl Literal {
    /// Folds `text`; `None` when nothing is left of it.
    ///
    /// # Errors
    ///
    /// When the automaton cannot be built.
    pub fn new(text: &str, bounds: Bounds, demand: Demand) -> Result<Option<Self>, BuildError> {
        // Bodies may be parted by NUL, so nothing to look for holds one.
        let text = text.replace('\0', " ");
        let words = fold(&text).split_whitespace().collect::<Vec<_>>().join(" ");
        let letters: Vec<char> = words.chars().collect();
        if letters.is_empty() {
            return Ok(None);
        }
        let written = Written::demanded(&text, demand);
        let (spelled, asked): (Vec<char>, Vec<_>) = written.iter().flat_map(Written::asked).unzip();
        let finder = Finder::new(&letters, if spelled == letters { &asked } else { &[] })?;
        let (before, after) = letters.split_at(finder.anchor());
        Ok(Some(Self { before: before.iter().rev().copied().collect(), after: after.to_vec(), finder, bounds, written }))
    }

    /// Appends the places of `window` that are worth a look to `candidates`, in order.
    pub fn candidates(&self, text: &[u8], window: Range<usize>, census: Option<&Census>, candidates: &mut Vec<usize>) {
        self.finder.candidates(text, window, census, candidates);
    }

    /// The whole letters of `text` where the needle stands with its anchor at `at`, when they begin at `floor` or later.
    pub fn place(&self, text: &[u8], at: usize, floor: usize) -> Option<Range<usize>> {
        let anchor = letter_at(text, at)?;
        let first = *self.after.first()?;
        let around = |head: &[char], tail: &[char]| {
            let end = self.forwards(text, tail, anchor.end)?;
            let start = self.backwards(text, head, anchor.at)?;
            self.accepts(text, start, end, floor)
        };
        match form(anchor.c) {
            Folding::LeftOut => None,
            Folding::One(letter) => (letter == first).then(|| around(&[], &[letter])).flatten(),
            Folding::Several => {
                let letters: Vec<char> = folded(anchor.c, &mut Vec::new()).collect();
                let starts = (0..letters.len()).filter(|n| letters.get(*n) == Some(&first));
                starts.filter_map(|n| letters.split_at_checked(n)).find_map(|(head, tail)| around(head, tail))
            }
        }
    }

    fn forwards(&self, text: &[u8], form: &[char], end: usize) -> Option<Reach> {
        let mut run = Run::new(&self.after);
        let mut reach = Reach { edge: end, spare: run.take(form.iter().copied())? };
        while !run.is_done() {
            let letter = letter_at(text, reach.edge)?;
            reach = Reach { edge: letter.end, spare: run.take_one(letter.c, false)? };
        }
        Some(reach)
    }

    fn backwards(&self, text: &[u8], form: &[char], start: usize) -> Option<Reach> {
        let mut run = Run::new(&self.before);
        let mut reach = Reach { edge: start, spare: run.take(form.iter().rev().copied())? };
        while !run.is_done() {
            let letter = letter_before(text, reach.edge)?;
            reach = Reach { edge: letter.at, spare: run.take_one(letter.c, true)? };
        }
        Some(reach)
    }

    fn accepts(&self, text: &[u8], start: Reach, end: Reach, floor: usize) -> Option<Range<usize>> {
        let place = letter_start(text, start.edge)..letter_end(text, end.edge);
        let bounded = match self.bounds {
            Bounds::Anywhere => true,
            Bounds::Head => start.spare == 0 && opens_word(text, place.start),
            Bounds::Whole => start.spare + end.spare == 0 && opens_word(text, place.start) && closes_word(text, place.end),
        };
        let as_written = |written: &Written| {
            let found = text.get(start.edge..place.end).and_then(|bytes| std::str::from_utf8(bytes).ok());
            found.is_some_and(|found| written.admits(found, start.spare))
        };
        (place.start >= floor && bounded && self.written.as_ref().is_none_or(as_written)).then_some(place)
    }
}

/// How far the letters of a needle have been met, one after the other.
struct Run<'a> {
    left: &'a [char],
    /// Whether the white space that is due has been met, of which there may be more.
    spaced: bool,
}

impl<'a> Run<'a> {
    fn new(letters: &'a [char]) -> Self {
        Self { left: letters, spaced: false }
    }

    fn is_done(&self) -> bool {
        self.left.is_empty()
    }

    /// Meets what a character folds to; how much of it was not needed, `None` when it is not what is due.
    fn take(&mut self, form: impl ExactSizeIterator<Item = char>) -> Option<usize> {
        let len = form.len();
        for (met, letter) in form.enumerate() {
            if self.is_done() {
                return Some(len - met);
            }
            if !self.meet(letter) {
                return None;
            }
        }
        Some(0)
    }

    fn take_one(&mut self, c: char, backwards: bool) -> Option<usize> {
        match form(c) {
            Folding::LeftOut => Some(0),
            Folding::One(letter) => self.meet(letter).then_some(0),
            Folding::Several => {
                let letters: Vec<char> = folded(c, &mut Vec::new()).collect();
                if backwards { self.take(letters.iter().rev().copied()) } else { self.take(letters.iter().copied()) }
            }
        }
    }

    fn meet(&mut self, letter: char) -> bool {
        let [due, rest @ ..] = self.left else { return false };
        if *due != ' ' {
            self.left = rest;
            return *due == letter;
        }
        if letter.is_whitespace() {
            self.spaced = true;
            return true;
        }
        let (spaced, [next, rest @ ..]) = (std::mem::take(&mut self.spaced), rest) else { return false };
        self.left = rest;
        spaced && *next == letter
    }
}
