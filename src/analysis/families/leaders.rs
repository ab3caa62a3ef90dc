//! The texts that lead so far, by the passages of their sketches. It reads no text.

use std::cmp::Reverse;

use crate::analysis::families::overlap::share;
use crate::analysis::families::passages::Passages;

/// Leaders that one text is compared with at most.
const COMPARED: usize = 4;
/// Leaders that are remembered for one passage at most.
const REMEMBERED: u8 = 32;
/// Share of a sketch that must stand in a leader's for a comparison, in any case: of a copy half the words stand in passages of at least
/// five, each of one shingle at least.
const ALIKE: f32 = 0.1;
/// The same of a long sketch: where words are changed here and there until half of them stand in no such passage, this share of the
/// shingles is left, and a sketch of so many strays from it by a standard deviation of [`STRAY`] over the root of their number.
const ALIKE_LONG: f32 = 0.27;
const STRAY: f32 = 0.44;
/// Standard deviations that are allowed.
const DEVIATIONS: f32 = 2.5;

/// The leaders so far, by passage; each by its rank among all texts, so that the order they were loaded in does not tell.
pub(super) struct Leaders<'a> {
    passages: &'a Passages,
    /// Of each passage the first leaders that have it, in room for as many as there can be.
    ranks: Vec<u32>,
    /// Where the room of each passage begins.
    starts: Vec<u32>,
    /// How many leaders have each passage, of those remembered.
    known: Vec<u8>,
    /// Whether a passage came to another leader since the changes were forgotten, and which did.
    is_changed: Vec<bool>,
    changed: Vec<u32>,
}

/// How many shingles of the text at hand each leader has, and in which of its lines; it is empty between two texts.
#[derive(Default)]
pub(super) struct ShingleTally {
    counts: Vec<u32>,
    lines: Vec<u64>,
    counted: Vec<u32>,
}

/// A text that may be a copy, as its sketch tells.
#[derive(Clone, Copy)]
pub(super) struct SketchedText<'a> {
    /// Its passages.
    pub sketch: &'a [u32],
    /// The lines that each of them stands in, as bits; all of them where that is not known.
    pub lines: Option<&'a [u64]>,
    /// How many shingles were taken of it.
    pub taken: usize,
}

impl<'a> Leaders<'a> {
    /// None, of texts that have these passages.
    pub fn new(passages: &'a Passages) -> Self {
        let counts = &passages.counts;
        let (mut all, mut starts) = (0, Vec::with_capacity(counts.len()));
        for count in counts {
            starts.push(all);
            all += u32::from(*count.min(&REMEMBERED));
        }
        let (known, is_changed) = (vec![0; counts.len()], vec![false; counts.len()]);
        Self { passages, ranks: vec![0; all as usize], starts, known, is_changed, changed: Vec::new() }
    }

    /// The leaders that share most with `text`, of those that `may_be` its own, the lines being told that the text shares with each; the longest first
    /// of those that share as much.
    pub fn likely(&self, text: SketchedText<'_>, tally: &mut ShingleTally, mut may_be: impl FnMut(u32, u64) -> bool) -> Vec<u32> {
        // Where a passage that so many have stands, any leader may have it.
        let mut crowded = 0;
        for (at, passage) in text.sketch.iter().enumerate() {
            let lines = text.lines.map_or(u64::MAX, |lines| lines.get(at).copied().unwrap_or(u64::MAX));
            match self.having(*passage) {
                Some(ranks) => tally.count(ranks, u32::try_from(self.passages.size(*passage)).unwrap_or(u32::MAX), lines),
                None => crowded |= lines,
            }
        }
        let least = least_share(text.taken);
        let counted = tally.counted.drain(..).filter_map(|rank| {
            let count = std::mem::take(tally.counts.get_mut(rank as usize)?);
            let lines = std::mem::take(tally.lines.get_mut(rank as usize)?);
            (share(count as usize, text.taken) >= least).then_some((Reverse(count), rank, lines | crowded))
        });
        let mut likely: Vec<(Reverse<u32>, u32, u64)> = counted.collect();
        likely.sort_unstable();
        let likely = likely.into_iter().filter(|(_, rank, lines)| may_be(*rank, *lines));
        likely.map(|(_, rank, _)| rank).take(COMPARED).collect()
    }

    /// The leaders that have `passage`; `None` when so many have it that it is what sites print everywhere.
    fn having(&self, passage: u32) -> Option<&[u32]> {
        let (start, known) = (*self.starts.get(passage as usize)?, *self.known.get(passage as usize)?);
        let ranks = self.ranks.get(start as usize..start as usize + usize::from(known))?;
        (known < REMEMBERED).then_some(ranks)
    }

    /// Takes in the text at `rank`, which has `sketch`, as a leader.
    pub fn take_in(&mut self, sketch: &[u32], rank: u32) {
        for passage in sketch {
            let at = *passage as usize;
            let (Some(start), Some(known)) = (self.starts.get(at), self.known.get_mut(at)) else { continue };
            if *known < REMEMBERED
                && let Some(slot) = self.ranks.get_mut(*start as usize + usize::from(*known))
            {
                (*slot, *known) = (rank, *known + 1);
                if let Some(is_changed) = self.is_changed.get_mut(at).filter(|is_changed| !**is_changed) {
                    *is_changed = true;
                    self.changed.push(*passage);
                }
            }
        }
    }

    /// Whether a leader that was taken in since the changes were forgotten has a passage of `sketch`.
    pub fn have_changed(&self, sketch: &[u32]) -> bool {
        sketch.iter().any(|passage| self.is_changed.get(*passage as usize).is_some_and(|is_changed| *is_changed))
    }

    /// Takes what it knows for what is known.
    pub fn forget_changes(&mut self) {
        for passage in self.changed.drain(..) {
            if let Some(is_changed) = self.is_changed.get_mut(passage as usize) {
                *is_changed = false;
            }
        }
    }
}

/// The share of its `taken` shingles that a text has at least in a leader that it may be a copy of.
fn least_share(taken: usize) -> f32 {
    let root = share(taken, 1).sqrt();
    ALIKE.max(ALIKE_LONG - DEVIATIONS * STRAY / root.max(1.0))
}

impl ShingleTally {
    /// Counts so many shingles, which stand in these lines, for the leaders at `ranks`.
    fn count(&mut self, ranks: &[u32], shingles: u32, lines: u64) {
        // Leaders come in order of rank.
        if let Some(last) = ranks.last().filter(|last| **last as usize >= self.counts.len()) {
            self.counts.resize((*last as usize + 1).next_power_of_two(), 0);
            self.lines.resize(self.counts.len(), 0);
        }
        for rank in ranks {
            let (count, of) = (self.counts.get_mut(*rank as usize), self.lines.get_mut(*rank as usize));
            if let Some((count, of)) = count.zip(of) {
                if *count == 0 {
                    self.counted.push(*rank);
                }
                *count += shingles;
                *of |= lines;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Leaders, REMEMBERED, ShingleTally, SketchedText, least_share};
    use crate::analysis::families::overlap::share;
    use crate::analysis::families::passages::Passages;

    #[test]
    fn a_long_text_must_share_more_than_a_short_one() {
        let is_likely = |count, taken| share(count, taken) >= least_share(taken);
        assert!(is_likely(2, 18) && !is_likely(1, 18));
        assert!(is_likely(17, 100) && !is_likely(15, 100));
        assert!(is_likely(90, 400) && !is_likely(80, 400));
    }

    #[test]
    fn those_that_share_most_are_likely_and_what_all_have_tells_nothing() {
        let likely = |leaders: &Leaders<'_>, sketch: &[u32], taken| {
            leaders.likely(SketchedText { sketch, lines: None, taken }, &mut ShingleTally::default(), |_, _| true)
        };
        let passages = Passages { counts: vec![u8::MAX, 3, 3, 2], sizes: vec![1, 1, 1, 2] };
        let mut leaders = Leaders::new(&passages);
        leaders.take_in(&[0, 1], 0);
        leaders.take_in(&[0, 1, 2, 3], 1);
        leaders.forget_changes();
        leaders.take_in(&[0, 2], 2);
        assert_eq!(likely(&leaders, &[0, 1, 2], 3), [1, 0, 2]);
        assert!(leaders.have_changed(&[1, 2]) && !leaders.have_changed(&[1, 3]));
        (3..u32::from(REMEMBERED)).for_each(|rank| leaders.take_in(&[0], rank));
        assert_eq!((likely(&leaders, &[0], 1), likely(&leaders, &[0, 1, 2], 3)), (vec![], vec![1, 0, 2]));
        assert_eq!(likely(&leaders, &[1], 11), [0; 0], "too little of the sketch");
        assert_eq!(likely(&leaders, &[3], 11), [1], "a passage of two shingles");
    }

    #[test]
    fn the_lines_that_a_leader_shares_are_told() {
        let passages = Passages { counts: vec![u8::MAX, 3, 3], sizes: vec![1; 3] };
        let mut leaders = Leaders::new(&passages);
        leaders.take_in(&[0, 1, 2], 0);
        leaders.take_in(&[1], 1);
        (2..=u32::from(REMEMBERED)).for_each(|rank| leaders.take_in(&[0], rank));
        let mut told = Vec::new();
        let text = SketchedText { sketch: &[0, 1, 2], lines: Some(&[1, 2, 4]), taken: 3 };
        leaders.likely(text, &mut ShingleTally::default(), |rank, lines| {
            told.push((rank, lines));
            true
        });
        assert_eq!(told, [(0, 7), (1, 3)], "what stands everywhere may stand in each");
    }
}
