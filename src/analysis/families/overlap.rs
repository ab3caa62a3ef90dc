//! The overlap of two texts, exactly: which words of each stand in a passage that the other has too. It decides nothing.
//!
//! Of two texts one is indexed by its shingles, and those of the other are looked up there; that tells both sides at once.

use crate::analysis::families::words::{SHINGLE, Words};
use crate::model::segment::ArticleRef;

/// A text with its shingles, to be compared with others. It can be read anew, which takes no new memory.
#[derive(Debug, Default)]
pub(super) struct ComparedText {
    /// Its words.
    pub words: Words,
    /// The shingle that begins at each word but the last few.
    shingles: Vec<u64>,
    /// Places of shingles, each where its number leads or behind that, or [`FREE`]; empty before it is indexed.
    slots: Vec<u32>,
    /// For each shingle the place of the first that is like it.
    firsts: Vec<u32>,
}

/// Stands for no place.
const FREE: u32 = u32::MAX;

impl ComparedText {
    /// The text of `article`.
    pub fn of(article: ArticleRef<'_>) -> Self {
        let mut text = Self::default();
        text.read(article);
        text
    }

    /// Takes the text of `article` in the place of its own. It is not indexed then.
    pub fn read(&mut self, article: ArticleRef<'_>) {
        self.words.read(article);
        self.sum_up();
    }

    fn sum_up(&mut self) {
        self.shingles.clear();
        self.shingles.extend(self.words.shingles());
        self.slots.clear();
        self.firsts.clear();
    }

    /// Makes its shingles fit to be looked up, unless they are.
    pub fn index(&mut self) {
        if self.is_indexed() {
            return;
        }
        self.slots.resize((2 * self.shingles.len()).next_power_of_two(), FREE);
        for (at, shingle) in (0..).zip(&self.shingles) {
            let slot = slot(&self.slots, &self.shingles, *shingle);
            if let Some(place) = self.slots.get_mut(slot) {
                if *place == FREE {
                    *place = at;
                }
                self.firsts.push(*place);
            }
        }
    }

    /// Whether its shingles can be looked up.
    pub fn is_indexed(&self) -> bool {
        self.firsts.len() == self.shingles.len()
    }

    /// Where `shingle` stands first, or [`FREE`].
    fn place(&self, shingle: u64) -> u32 {
        self.slots.get(slot(&self.slots, &self.shingles, shingle)).copied().unwrap_or(FREE)
    }
}

/// The slot that holds `shingle`, or the free one where it would be.
fn slot(slots: &[u32], shingles: &[u64], shingle: u64) -> usize {
    let last = slots.len().wrapping_sub(1);
    // Of a shingle all bits are alike random; as many slots are free as are taken, so that this ends.
    let mut slot = usize::try_from(shingle >> 32).unwrap_or_default() & last;
    while slots.get(slot).is_some_and(|place| *place != FREE && shingles.get(*place as usize) != Some(&shingle)) {
        slot = (slot + 1) & last;
    }
    slot
}

/// What two texts share.
#[derive(Debug)]
pub(super) struct Overlap<'a> {
    indexed: &'a ComparedText,
    /// Where each shingle of the other text stands in the one that is indexed first, or [`FREE`].
    places: Vec<u32>,
    /// Whether the one of the two that is asked about first is the one that is not indexed.
    is_turned: bool,
}

impl<'a> Overlap<'a> {
    /// What `one`, which is indexed, and `other` share.
    pub fn of(one: &'a ComparedText, other: &ComparedText) -> Self {
        let places = other.shingles.iter().map(|shingle| one.place(*shingle)).collect();
        Self { indexed: one, places, is_turned: false }
    }

    /// The same, the other text taken for the one.
    pub fn turned(self) -> Self {
        Self { is_turned: !self.is_turned, ..self }
    }

    /// Which words of the one stand in the other.
    pub fn here(&self) -> Coverage {
        if self.is_turned { self.of_other() } else { self.of_indexed() }
    }

    /// Which words of the other stand in the one.
    pub fn there(&self) -> Coverage {
        if self.is_turned { self.of_indexed() } else { self.of_other() }
    }

    fn of_other(&self) -> Coverage {
        Coverage::of(self.places.len(), self.places.iter().map(|place| *place != FREE))
    }

    fn of_indexed(&self) -> Coverage {
        let mut shared = vec![false; self.indexed.shingles.len()];
        for place in &self.places {
            if let Some(slot) = shared.get_mut(*place as usize) {
                *slot = true;
            }
        }
        // Of what stands more than once the first tells.
        let is_shared = |first: &u32| shared.get(*first as usize).is_some_and(|shared| *shared);
        Coverage::of(shared.len(), self.indexed.firsts.iter().map(is_shared))
    }
}

/// Of each word, whether the other text has it in the same passage.
#[derive(Debug)]
pub(super) struct Coverage {
    covered: Vec<bool>,
    count: usize,
    longest: (usize, usize),
}

impl Coverage {
    /// That of a text with so many shingles, which are shared or not.
    fn of(shingles: usize, shared: impl Iterator<Item = bool>) -> Self {
        let words = if shingles == 0 { 0 } else { shingles + SHINGLE - 1 };
        let mut coverage = Self { covered: vec![false; words], count: 0, longest: (0, 0) };
        // The run that is open: its first word, and the word behind it.
        let mut run = (0, 0);
        for (at, is_shared) in shared.enumerate() {
            // A run goes on where the shingle before this one is shared, too.
            if is_shared && run.1 + 1 != at + SHINGLE {
                coverage.cover(run);
                run.0 = at;
            }
            run.1 = if is_shared { at + SHINGLE } else { run.1 };
        }
        coverage.cover(run);
        coverage
    }

    /// That of a text with so many words in itself.
    pub fn whole(words: usize) -> Self {
        let words = if words < SHINGLE { 0 } else { words };
        Self { covered: vec![true; words], count: words, longest: (0, words) }
    }

    /// Covers the words of a run.
    fn cover(&mut self, run: (usize, usize)) {
        // Where two runs meet, the words of the first are covered by then.
        for word in self.covered.get_mut(run.0..run.1).unwrap_or_default() {
            self.count += usize::from(!std::mem::replace(word, true));
        }
        if run.1 - run.0 > self.longest.1 - self.longest.0 {
            self.longest = run;
        }
    }

    /// The share of the words that are covered; nothing of no words.
    pub fn share(&self) -> f32 {
        share(self.count(), self.covered.len())
    }

    /// The number of covered words.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The words, each with whether it is covered.
    pub fn of_words<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = (u64, bool)> + 'a {
        words.hashes.iter().copied().zip(self.covered.iter().copied())
    }

    /// The first of the longest runs of words that stand in the other text one behind the other: its first word, and the word
    /// behind it.
    pub fn longest_run(&self) -> (usize, usize) {
        self.longest
    }

    /// The share of the covered words that stand among the first `words`.
    pub fn share_among_first(&self, words: usize) -> f32 {
        share(self.covered.iter().take(words).filter(|covered| **covered).count(), self.count())
    }

    /// How many words stand in lines of `words` that `is_wanted` picks, and how many of those are covered.
    pub fn within(&self, words: &Words, is_wanted: impl Fn(u64) -> bool) -> (usize, usize) {
        let lines = words.lines.iter().filter(|line| is_wanted(line.hash));
        lines.fold((0, 0), |(all, covered), line| {
            let inside = self.covered.get(line.first..line.after).unwrap_or_default();
            (all + inside.len(), covered + inside.iter().filter(|covered| **covered).count())
        })
    }
}

/// `part` of `whole`, from nothing to one.
#[expect(clippy::cast_precision_loss, reason = "no text has 2^24 words")]
pub(super) fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

#[cfg(test)]
mod tests {
    use super::{ComparedText, Overlap};
    use crate::analysis::families::words::Words;

    fn text(text: &str) -> ComparedText {
        let mut compared = ComparedText { words: Words::of_text(text), ..ComparedText::default() };
        compared.sum_up();
        compared.index();
        compared
    }

    #[test]
    fn what_stands_in_both_is_covered_on_both_sides() {
        let [one, other] = ["a b c d e f x", "y z a b c d e f"].map(text);
        let overlap = Overlap::of(&one, &other);
        let (here, there) = (overlap.here(), overlap.there());
        assert_eq!((here.count(), there.count()), (6, 6));
        assert_eq!((here.longest_run(), there.longest_run()), ((0, 6), (2, 8)));
        assert!((here.share() - 6.0 / 7.0).abs() < 1e-6 && (there.share_among_first(5) - 0.5).abs() < 1e-6);
        assert_eq!(here.within(&one.words, |_| true), (7, 6));
        let turned = Overlap::of(&other, &one).turned();
        assert_eq!((turned.here().count(), turned.there().longest_run()), (6, (2, 8)));
        let short = text("a b c d");
        let none = Overlap::of(&short, &one);
        assert_eq!((none.here().count(), none.there().longest_run()), (0, (0, 0)));
    }

    #[test]
    fn a_passage_that_stands_twice_is_covered_twice() {
        let [one, other] = ["a b c d e x a b c d e", "a b c d e"].map(text);
        let overlap = Overlap::of(&one, &other);
        assert_eq!((overlap.here().count(), overlap.there().count()), (10, 5));
    }
}
