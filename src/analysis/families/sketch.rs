//! Sketches: of each text, one shingle in eight, those that other texts have too. From them follow the texts worth comparing.
//!
//! Which shingles are taken depends on the shingles alone (A. Broder, *On the resemblance and containment of documents*, 1997), so that
//! a passage two texts share is taken in both. What only one text has is left out, which is nearly all.

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};

use crate::analysis::families::words::Words;
use crate::model::archive::Archive;
use crate::model::segment::Segment;

/// One shingle in so many is taken.
const ONE_IN: u64 = 8;
/// Words of the shortest line that may be one a site prints under all its articles; shorter ones are too short to matter.
const LINE_WORDS: usize = 6;
/// A line that stands in so many articles may be one of those.
const COMMON: usize = 3;

/// What is known of the texts of an archive before any two are compared.
#[derive(Debug, Default)]
pub(super) struct Sketches {
    /// The shingles taken of each text that another has too, each once.
    values: Vec<u32>,
    /// Where each text's end.
    ends: Vec<u32>,
    /// The number of words of each text.
    pub lengths: Vec<u32>,
    /// The lines that stand in several articles, sorted.
    pub common: Vec<u32>,
}

/// What one segment brings.
#[derive(Default)]
struct Part {
    values: Vec<u32>,
    counts: Vec<u32>,
    lengths: Vec<u32>,
    lines: Vec<u32>,
}

impl Sketches {
    /// Reads the texts of `archive`, on all cores.
    pub fn of(archive: &Archive) -> Self {
        let parts: Vec<Part> = archive.segments().into_par_iter().with_min_len(1).map(|segment| Part::of(segment)).collect();
        let mut all = Part::default();
        for part in parts {
            all.values.extend(part.values);
            all.counts.extend(part.counts);
            all.lengths.extend(part.lengths);
            all.lines.extend(part.lines);
        }
        let common = repeated(all.lines);
        let shared = Shared::of(&all.values);
        let (mut values, mut ends, mut from) = (Vec::new(), Vec::with_capacity(all.counts.len()), 0);
        for count in all.counts {
            let after = from + count as usize;
            values.extend(all.values.get(from..after).unwrap_or_default().iter().filter(|value| shared.holds(**value)));
            ends.push(u32::try_from(values.len()).unwrap_or(u32::MAX));
            from = after;
        }
        Self { values, ends, lengths: all.lengths, common }
    }

    /// The sketch of the text at `at`.
    pub fn get(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.values.get(start as usize..end as usize).unwrap_or_default()
    }

    /// About as many shingles as were taken of the text at `at`, those that no other has included.
    pub fn taken(&self, at: usize) -> usize {
        self.lengths.get(at).map_or(0, |words| *words as usize) / 8
    }

    /// Whether a line stands in several articles.
    pub fn is_common(&self, line: u64) -> bool {
        self.common.binary_search(&short(line)).is_ok()
    }
}

impl Part {
    fn of(segment: &Segment) -> Self {
        let mut part = Self::default();
        for article in segment.iter() {
            let words = Words::of(article);
            let mut taken: Vec<u32> = words.shingles().filter(|value| value % ONE_IN == 0).map(short).collect();
            let mut lines: Vec<u32> =
                words.lines.iter().filter(|line| line.after - line.first >= LINE_WORDS).map(|line| short(line.hash)).collect();
            for values in [&mut taken, &mut lines] {
                values.sort_unstable();
                values.dedup();
            }
            part.counts.push(u32::try_from(taken.len()).unwrap_or(u32::MAX));
            part.lengths.push(u32::try_from(words.hashes.len()).unwrap_or(u32::MAX));
            part.values.extend(taken);
            part.lines.extend(lines);
        }
        part
    }
}

/// The upper half of a number; the lower bits chose it.
fn short(value: u64) -> u32 {
    u32::try_from(value >> 32).unwrap_or_default()
}

/// The lines that stand in [`COMMON`] articles or more.
fn repeated(mut lines: Vec<u32>) -> Vec<u32> {
    lines.sort_unstable();
    let mut common: Vec<u32> = lines.chunk_by(|a, b| a == b).filter(|run| run.len() >= COMMON).map(|run| run[0]).collect();
    common.shrink_to_fit();
    common
}

/// Which shingles are taken twice or more: two bits for each slot of a table (B. Bloom, 1970). A few that are not are held for it.
struct Shared {
    once: Vec<u64>,
    twice: Vec<u64>,
    shift: u32,
}

impl Shared {
    fn of(values: &[u32]) -> Self {
        // Sixteen slots for a value: one single value in sixteen is held for a shared one, and costs a comparison.
        let bits = values.len().saturating_mul(16).next_power_of_two().clamp(1 << 10, 1 << 32).ilog2().min(32);
        let mut shared = Self { once: vec![0; 1 << (bits - 6)], twice: vec![0; 1 << (bits - 6)], shift: 32 - bits };
        for value in values {
            let (word, bit) = shared.slot(*value);
            if let (Some(once), Some(twice)) = (shared.once.get_mut(word), shared.twice.get_mut(word)) {
                *twice |= *once & bit;
                *once |= bit;
            }
        }
        shared.once = Vec::new();
        shared
    }

    fn holds(&self, value: u32) -> bool {
        let (word, bit) = self.slot(value);
        self.twice.get(word).is_some_and(|twice| twice & bit != 0)
    }

    fn slot(&self, value: u32) -> (usize, u64) {
        let slot = value >> self.shift;
        ((slot >> 6) as usize, 1 << (slot & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::{Shared, repeated};

    #[test]
    fn what_is_taken_twice_is_kept() {
        let shared = Shared::of(&[7, 1 << 30, 7, u32::MAX]);
        assert!(shared.holds(7) && !shared.holds(u32::MAX) && !shared.holds(1 << 30));
        assert_eq!(repeated(vec![3, 1, 3, 2, 3, 1]), [3]);
    }
}
