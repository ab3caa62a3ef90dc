//! The overlap of two texts, exactly: which words of each stand in a passage that the other has too. It decides nothing.

use std::collections::HashSet;

use crate::analysis::families::words::{SHINGLE, Words};

/// A text with its shingles, to be compared with others.
#[derive(Debug)]
pub(super) struct ComparedText {
    /// Its words.
    pub words: Words,
    shingles: HashSet<u64>,
}

impl ComparedText {
    pub fn new(words: Words) -> Self {
        let shingles = words.shingles().collect();
        Self { words, shingles }
    }

    /// Which words of it stand in a shingle that `other` has, too.
    pub fn shared_with(&self, other: &Self) -> Coverage {
        let mut covered = vec![false; self.words.hashes.len()];
        // The run that is open: its first word, and the word behind it.
        let (mut run, mut longest) = ((0, 0), (0, 0));
        for (at, shingle) in self.words.shingles().enumerate() {
            if !other.shingles.contains(&shingle) {
                continue;
            }
            // A run goes on where the shingle before this one is shared, too.
            let start = if run.1 + 1 == at + SHINGLE { run.0 } else { at };
            covered.iter_mut().take(at + SHINGLE).skip(run.1.max(at)).for_each(|word| *word = true);
            run = (start, at + SHINGLE);
            if run.1 - run.0 > longest.1 - longest.0 {
                longest = run;
            }
        }
        Coverage { covered, longest }
    }
}

/// Of each word, whether the other text has it in the same passage.
#[derive(Debug)]
pub(super) struct Coverage {
    covered: Vec<bool>,
    longest: (usize, usize),
}

impl Coverage {
    /// The share of the words that are covered; nothing of no words.
    pub fn share(&self) -> f32 {
        share(self.count(), self.covered.len())
    }

    /// The number of covered words.
    pub fn count(&self) -> usize {
        self.covered.iter().filter(|covered| **covered).count()
    }

    /// The words, each with whether it is covered.
    pub fn of<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = (u64, bool)> + 'a {
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
    use super::ComparedText;
    use crate::analysis::families::words::Words;

    #[test]
    fn what_stands_in_both_is_covered_on_both_sides() {
        let [one, other] = ["a b c d e f x", "y z a b c d e f"].map(|text| ComparedText::new(Words::of_text(text)));
        let (here, there) = (one.shared_with(&other), other.shared_with(&one));
        assert_eq!((here.count(), there.count()), (6, 6));
        assert_eq!((here.longest_run(), there.longest_run()), ((0, 6), (2, 8)));
        assert!((here.share() - 6.0 / 7.0).abs() < 1e-6 && (there.share_among_first(5) - 0.5).abs() < 1e-6);
        assert_eq!(here.within(&one.words, |_| true), (7, 6));
        let short = ComparedText::new(Words::of_text("a b c d"));
        assert_eq!((short.shared_with(&one).count(), short.shared_with(&one).longest_run()), (0, (0, 0)));
    }
}
