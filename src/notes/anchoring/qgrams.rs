//! Grams: where runs of a few symbols stand in a text, to find the regions that are worth a closer look.
//!
//! The filter of P. Jokinen and E. Ukkonen, Two algorithms for approximate string matching in static texts, MFCS 1991: a stretch that
//! is near a pattern shares runs of `q` symbols with it, on nearly the same diagonal. It only proposes; [`super::candidates`] aligns.

use std::cmp::Reverse;

/// The symbols in a run: rare enough in prose, short enough to survive between edits.
const RUN: usize = 6;
/// Runs of the pattern that are looked up: the rarest of them.
const LOOKED_UP: usize = 160;
/// A run that stands more often than this tells nothing.
const COMMON: usize = 128;

/// The runs of one text, sorted.
#[derive(Clone, Debug)]
pub struct Grams {
    /// The hash of a run, and behind it where the run begins.
    runs: Vec<u64>,
}

/// A stretch of the text in which a pattern may lie: where its first symbol would stand, at the earliest and at the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// At the earliest; before the text when negative.
    pub first: i64,
    /// At the latest.
    pub last: i64,
    /// How many runs say so.
    pub votes: usize,
}

impl Grams {
    /// The runs of `symbols`.
    #[must_use]
    pub fn of(symbols: &[u32]) -> Self {
        let place = |(at, run): (usize, &[u32])| (hash(run) << 32) | (at as u64 & u64::from(u32::MAX));
        let mut runs: Vec<u64> = symbols.windows(RUN).enumerate().map(place).collect();
        runs.sort_unstable();
        Self { runs }
    }

    /// Where the runs that look like `run` begin.
    fn places(&self, run: &[u32]) -> &[u64] {
        let hash = hash(run);
        let start = self.runs.partition_point(|entry| entry >> 32 < hash);
        let rest = self.runs.get(start..).unwrap_or_default();
        let len = rest.partition_point(|entry| entry >> 32 == hash);
        rest.get(..len).unwrap_or_default()
    }

    /// Where `pattern` stands in `text`, the text of these runs, in order.
    #[must_use]
    pub fn exact(&self, pattern: &[u32], text: &[u32]) -> Vec<usize> {
        const PROBES: usize = 12;
        if pattern.is_empty() {
            return Vec::new();
        }
        let stands = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(pattern));
        let probes = pattern.windows(RUN).enumerate().step_by(pattern.len().div_ceil(PROBES));
        let rarest = probes.map(|(at, run)| (at, self.places(run))).min_by_key(|(_, places)| places.len());
        match rarest {
            Some((offset, places)) => {
                places.iter().filter_map(|entry| begin(*entry).checked_sub(offset)).filter(stands).collect()
            }
            None => (0..text.len()).filter(stands).collect(),
        }
    }

    /// At most `most` regions where `pattern` may lie, those with most votes first; `slack` is how far its ends may drift apart.
    #[must_use]
    pub fn regions(&self, pattern: &[u32], slack: usize, most: usize) -> Vec<Region> {
        let mut rare: Vec<(usize, &[u64])> =
            pattern.windows(RUN).map(|run| self.places(run)).enumerate().filter(|(_, places)| !places.is_empty()).collect();
        rare.sort_by_key(|(_, places)| places.len());
        rare.truncate(LOOKED_UP);
        rare.retain(|(_, places)| places.len() <= COMMON);
        let diagonal = |at: usize, entry: u64| i64::try_from(begin(entry)).unwrap_or(0) - i64::try_from(at).unwrap_or(0);
        let mut diagonals: Vec<i64> =
            rare.iter().flat_map(|(at, places)| places.iter().map(|entry| diagonal(*at, *entry))).collect();
        diagonals.sort_unstable();
        peaks(&diagonals, i64::try_from(slack).unwrap_or(i64::MAX), most)
    }

    /// The share of the runs of `pattern` that stand between `start` and `end`, out of a bounded sample of them.
    #[must_use]
    pub fn share(&self, pattern: &[u32], start: usize, end: usize) -> f32 {
        const SAMPLE: usize = 256;
        let step = pattern.len().div_ceil(SAMPLE).max(1);
        let (mut asked, mut there) = (0_u16, 0_u16);
        for run in pattern.windows(RUN).step_by(step) {
            let places = self.places(run);
            let next = places.partition_point(|entry| begin(*entry) < start);
            asked += 1;
            there += u16::from(places.get(next).is_some_and(|entry| begin(*entry) < end));
        }
        f32::from(there) / f32::from(asked.max(1))
    }
}

/// The densest stretches of sorted `diagonals`, each `slack` wide at most and none touching another.
fn peaks(diagonals: &[i64], slack: i64, most: usize) -> Vec<Region> {
    let mut all = Vec::with_capacity(diagonals.len());
    let mut after = 0;
    for (at, first) in diagonals.iter().enumerate() {
        while diagonals.get(after).is_some_and(|diagonal| diagonal - first <= slack) {
            after += 1;
        }
        let last = diagonals.get(after.saturating_sub(1)).copied().unwrap_or(*first);
        all.push(Region { first: *first, last, votes: after - at });
    }
    all.sort_by_key(|region| Reverse(region.votes));
    let mut chosen: Vec<Region> = Vec::with_capacity(most);
    for region in all {
        if chosen.len() == most {
            break;
        }
        if chosen.iter().all(|other| region.last < other.first || other.last < region.first) {
            chosen.push(region);
        }
    }
    chosen
}

/// 32 bits that two different runs hardly ever share.
fn hash(run: &[u32]) -> u64 {
    run.iter().fold(0_u64, |hash, symbol| (hash ^ u64::from(*symbol)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23)) >> 32
}

fn begin(entry: u64) -> usize {
    usize::try_from(entry & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::Grams;

    fn symbols(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    #[test]
    fn patterns_of_any_length_are_found_where_they_stand() {
        let text = symbols("Bagdad, dit-il. Bagdad encore, et Bagdad.");
        let grams = Grams::of(&text);
        assert_eq!(grams.exact(&symbols("Bagdad"), &text), [0, 16, 34]);
        assert_eq!(grams.exact(&symbols("Bagdad encore"), &text), [16]);
        assert_eq!(grams.exact(&symbols("il"), &text), [12]);
        assert!(grams.exact(&symbols("Bagdad, dit-elle"), &text).is_empty());
        assert!(grams.exact(&[], &text).is_empty());
    }

    #[test]
    fn regions_lie_where_most_runs_agree() {
        let text = symbols("une phrase sur le sommet. une autre phrase, plus longue, sur le sommet de Bagdad.");
        let region = Grams::of(&text).regions(&symbols("une autre phrase sur le sommet de Bagdad"), 20, 3)[0];
        assert!(region.first <= 26 && region.last >= 26, "{region:?}");
        assert!(Grams::of(&text).regions(&symbols("rien de tel"), 20, 3).is_empty());
    }
}
