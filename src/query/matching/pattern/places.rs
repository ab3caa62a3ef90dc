//! A walk over the places of a needle in a text, window by window, so that the text is in the cache when it is looked at twice.

use std::ops::Range;

use crate::query::matching::pattern::literal::Literal;
use crate::query::matching::pattern::rare_spellings::Census;

/// Bytes whose candidates are gathered at once.
const WINDOW: usize = 1 << 15;

/// How far a walk over a text has come.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    candidates: Vec<usize>,
    looked_at: usize,
    /// The head of the next window.
    next: usize,
    floor: usize,
}

impl Scan {
    /// A walk that begins at `from`.
    pub fn from(from: usize) -> Self {
        Self { next: from, floor: from, ..Self::default() }
    }

    /// Leaves out what lies before `at`.
    pub fn skip_to(&mut self, at: usize) {
        self.floor = self.floor.max(at);
        if at > self.next {
            self.next = at;
            self.candidates.clear();
            self.looked_at = 0;
        }
    }

    /// The next place of `needle` in `text`, at `floor` or later and not on the last one.
    pub fn next(&mut self, needle: &Literal, text: &[u8], floor: usize, census: Option<&Census>) -> Option<Range<usize>> {
        loop {
            while let Some(at) = self.candidates.get(self.looked_at).copied() {
                self.looked_at += 1;
                let floor = self.floor.max(floor);
                if let Some(place) = (at >= floor).then(|| needle.place(text, at, floor)).flatten() {
                    self.floor = place.end;
                    return Some(place);
                }
            }
            if self.next >= text.len() {
                return None;
            }
            let end = (self.next + WINDOW).min(text.len());
            self.candidates.clear();
            self.looked_at = 0;
            needle.candidates(text, self.next..end, census, &mut self.candidates);
            self.next = end;
        }
    }
}
