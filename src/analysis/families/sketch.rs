//! Sketches: of each text, one shingle in eight, those that other texts have too. From them follow the texts worth comparing.
//!
//! Which shingles are taken depends on the shingles alone (A. Broder, *On the resemblance and containment of documents*, 1997), so that
//! a passage two texts share is taken in both. What only one text has is left out, which is nearly all.

use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelIterator as _, IntoParallelRefMutIterator as _, ParallelIterator as _,
};
use rayon::slice::ParallelSliceMut as _;

use crate::analysis::families::overlap::share;
use crate::analysis::families::words::Words;
use crate::model::archive::Archive;
use crate::model::segment::Segment;

/// One shingle in so many is taken.
const ONE_IN: u64 = 8;
/// Words of the shortest line that may be one a site prints under all its articles; shorter ones are too short to matter.
const LINE_WORDS: usize = 6;
/// A line that stands in so many articles may be one of those.
const COMMON: usize = 3;

/// Words of the shortest stretch that counts where a text has no shingle of its leader: eight shingles are taken of so many words, and
/// of a copy, however much was changed here and there, a quarter of them is left.
const STRETCH: f32 = 64.0;
/// Words that such stretches may have beyond the half that no copy has, by the shingles between the last one shared that was taken and the
/// last one shared.
const BEYOND: f32 = 48.0;
/// Above this share of what was taken in shingles that stand in the text before, their places tell little.
const REPEATED: f32 = 0.1;
/// The same, where fewer than one shingle in so many was taken.
const FEW: usize = 16;
/// Stands for no place.
const NOWHERE: u16 = u16::MAX;

/// What is known of the texts of an archive before any two are compared.
#[derive(Debug, Default)]
pub(super) struct Sketches {
    /// Those of each segment.
    parts: Vec<Part>,
    /// The first text of each.
    starts: Vec<usize>,
    /// For each shingle that several texts have, in how many it is taken, counted to [`u8::MAX`].
    pub counts: Vec<u8>,
    /// The lines that stand in several articles, sorted.
    common: Vec<u32>,
}

/// What one segment brings.
#[derive(Debug, Default)]
struct Part {
    /// The shingles taken of each text, each once, in order; later those alone that another text has, by their number.
    values: Vec<u32>,
    /// Where each stands in its text first, from 0 at the beginning to [`NOWHERE`] at the end; that, where it tells nothing.
    places: Vec<u16>,
    /// Where each text's end.
    ends: Vec<u32>,
    /// The number of words of each text.
    lengths: Vec<u32>,
    /// How many shingles were taken of each text at first.
    taken: Vec<u32>,
    lines: Vec<u32>,
}

impl Sketches {
    /// Reads the texts of `archive`, on all cores.
    pub fn of(archive: &Archive) -> Self {
        let mut parts: Vec<Part> = archive
            .segments()
            .into_par_iter()
            .with_max_len(1)
            .map_init(Words::default, |words, segment| Part::of(segment, words))
            .collect();
        let common = repeated(parts.iter_mut().flat_map(|part| std::mem::take(&mut part.lines)).collect());
        let shared = Shared::of(&parts);
        parts.par_iter_mut().for_each(|part| part.keep(&shared));
        let (mut next, mut starts) = (0, Vec::with_capacity(parts.len()));
        for part in &parts {
            starts.push(next);
            next += part.lengths.len();
        }
        Self { parts, starts, counts: shared.counts, common }
    }

    /// The segment of the text at `at`, and its place there.
    fn part(&self, at: usize) -> Option<(&Part, usize)> {
        let part = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        Some((self.parts.get(part)?, at - self.starts.get(part)?))
    }

    /// The sketch of the text at `at`: the numbers of its shingles.
    pub fn get(&self, at: usize) -> &[u32] {
        self.part(at).map(|(part, within)| part.sketch(within)).unwrap_or_default()
    }

    /// The number of words of the text at `at`.
    pub fn words(&self, at: usize) -> u32 {
        self.part(at).and_then(|(part, within)| part.lengths.get(within)).copied().unwrap_or_default()
    }

    /// How many shingles were taken of the text at `at`, each once, those that no other has included.
    pub fn taken(&self, at: usize) -> usize {
        self.part(at).and_then(|(part, within)| part.taken.get(within)).copied().unwrap_or_default() as usize
    }

    /// Whether too much of the text at `at` lies in stretches without a shingle of that at `leader` for a copy of it: texts that share some
    /// paragraphs have the rest of each for themselves, what a copy changes is strewn over it.
    pub fn lies_apart(&self, at: usize, leader: usize) -> bool {
        let (Some((own, place)), Some((other, other_place))) = (self.part(at), self.part(leader)) else { return false };
        let words = f32::from(u16::try_from(self.words(at)).unwrap_or(u16::MAX));
        let mut shared: Vec<u16> = own.shared(place, other.sketch(other_place)).collect();
        if shared.contains(&NOWHERE) {
            return false;
        }
        shared.sort_unstable();
        let (mut before, mut apart) = (0, 0.0);
        for place in shared.into_iter().chain([NOWHERE]) {
            let stretch = f32::from(place - before) / f32::from(NOWHERE) * words;
            apart += if stretch >= STRETCH { stretch } else { 0.0 };
            before = place;
        }
        apart > words / 2.0 + BEYOND
    }

    /// Whether a line stands in several articles.
    pub fn is_common(&self, line: u64) -> bool {
        self.common.binary_search(&short(line)).is_ok()
    }
}

impl Part {
    /// That of `segment`; `words` is room to read in.
    fn of(segment: &Segment, words: &mut Words) -> Self {
        let mut part = Self::default();
        let (mut taken, mut lines) = (Vec::new(), Vec::new());
        for article in segment.iter() {
            words.read(article);
            taken.clear();
            taken.extend(
                (0..).zip(words.shingles()).filter(|(_, value)| value % ONE_IN == 0).map(|(at, value)| (short(value), at)),
            );
            lines.clear();
            lines.extend(words.lines.iter().filter(|line| line.after - line.first >= LINE_WORDS).map(|line| short(line.hash)));
            lines.sort_unstable();
            lines.dedup();
            part.push(&mut taken, words.hashes.len());
            part.lines.extend_from_slice(&lines);
            part.ends.push(u32::try_from(part.values.len()).unwrap_or(u32::MAX));
            part.lengths.push(u32::try_from(words.hashes.len()).unwrap_or(u32::MAX));
        }
        part
    }

    /// Takes in the shingles that were `taken` of a text with so many words, each with the word it begins at.
    fn push(&mut self, taken: &mut Vec<(u32, usize)>, words: usize) {
        let all = taken.len();
        taken.sort_unstable();
        taken.dedup_by_key(|(value, _)| *value);
        // Of words that come again and again none may be taken.
        let is_sparse = all * FEW < words;
        let tells = !is_sparse && share(all - taken.len(), all) <= REPEATED;
        let place = |at: usize| u16::try_from(at * usize::from(NOWHERE) / words.max(1)).unwrap_or(NOWHERE);
        for (value, at) in taken.iter() {
            self.values.push(*value);
            self.places.push(if tells { place(*at) } else { NOWHERE });
        }
        self.taken.push(u32::try_from(taken.len()).unwrap_or(u32::MAX));
    }

    /// The places of the shingles of the text at `at` that `other`, a sketch, has.
    fn shared<'a>(&'a self, at: usize, mut other: &'a [u32]) -> impl Iterator<Item = u16> + 'a {
        let places = self.places.get(self.range(at)).unwrap_or_default();
        let mut is_shared = move |number: u32| {
            let behind = other.iter().position(|known| *known >= number).unwrap_or(other.len());
            other = other.get(behind..).unwrap_or_default();
            other.first() == Some(&number)
        };
        self.sketch(at).iter().zip(places).filter(move |(number, _)| is_shared(**number)).map(|(_, place)| *place)
    }

    /// Where the shingles of the text at `at` stand.
    fn range(&self, at: usize) -> std::ops::Range<usize> {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    fn sketch(&self, at: usize) -> &[u32] {
        self.values.get(self.range(at)).unwrap_or_default()
    }

    /// Leaves of each text the shingles that are `shared`, and puts their numbers in their place.
    fn keep(&mut self, shared: &Shared) {
        let (mut from, mut kept) = (0, 0);
        for end in &mut self.ends {
            for at in from..*end as usize {
                let number = self.values.get(at).and_then(|value| shared.number(*value));
                if let Some((number, slot)) = number.zip(self.values.get_mut(kept)) {
                    *slot = number;
                    self.places.swap(kept, at);
                    kept += 1;
                }
            }
            from = std::mem::replace(end, u32::try_from(kept).unwrap_or(u32::MAX)) as usize;
        }
        self.values.truncate(kept);
        self.values.shrink_to_fit();
        self.places.truncate(kept);
        self.places.shrink_to_fit();
    }
}

/// The upper half of a number; the lower bits chose it.
fn short(value: u64) -> u32 {
    u32::try_from(value >> 32).unwrap_or_default()
}

/// The lines that stand in [`COMMON`] articles or more.
fn repeated(mut lines: Vec<u32>) -> Vec<u32> {
    lines.par_sort_unstable();
    let mut common: Vec<u32> = lines.chunk_by(|a, b| a == b).filter(|run| run.len() >= COMMON).map(|run| run[0]).collect();
    common.shrink_to_fit();
    common
}

/// The shingles that are taken of two texts or more, in order; the place of each is its number.
struct Shared {
    values: Vec<u32>,
    counts: Vec<u8>,
    /// Where those begin that have the same first bits, with one more behind the last.
    heads: Vec<u32>,
    /// How many bits those are not.
    shift: u32,
}

/// The first bits of a shingle, by which all are parted before they are counted, so that few are held at a time.
const SHARD_BITS: u32 = 3;

impl Shared {
    fn of(parts: &[Part]) -> Self {
        let shards = (0..1u32 << SHARD_BITS).into_par_iter().map(|shard| {
            let all = parts.iter().flat_map(|part| &part.values);
            let mut values: Vec<u32> = all.copied().filter(|value| value >> (u32::BITS - SHARD_BITS) == shard).collect();
            values.sort_unstable();
            let runs = values.chunk_by(|a, b| a == b).filter(|run| run.len() > 1);
            runs.map(|run| (run[0], u8::try_from(run.len()).unwrap_or(u8::MAX))).collect::<Vec<_>>()
        });
        let (values, counts): (Vec<u32>, Vec<u8>) = shards.collect::<Vec<_>>().into_iter().flatten().unzip();
        let bits = (values.len() + 2).ilog2().min(24);
        let mut shared = Self { values, counts, heads: vec![0; (1 << bits) + 1], shift: u32::BITS - bits };
        for value in &shared.values {
            if let Some(behind) = shared.heads.get_mut((value >> shared.shift) as usize + 1) {
                *behind += 1;
            }
        }
        let mut sum = 0;
        for head in &mut shared.heads {
            sum += *head;
            *head = sum;
        }
        shared
    }

    /// The number of the shingle `value`, if it is shared.
    fn number(&self, value: u32) -> Option<u32> {
        let head = (value >> self.shift) as usize;
        let (first, after) = (*self.heads.get(head)?, *self.heads.get(head + 1)?);
        let alike = self.values.get(first as usize..after as usize)?;
        (first..).zip(alike).find(|(_, known)| **known == value).map(|(number, _)| number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Shared, repeated};

    #[test]
    fn what_two_texts_have_is_kept() {
        let (values, places) = (vec![7, 9, 1 << 30, u32::MAX, 7, u32::MAX, 9, 11], (0..8).collect());
        let mut part = Part { values, places, ends: vec![4, 6, 8], ..Part::default() };
        let shared = Shared::of(std::slice::from_ref(&part));
        assert_eq!((&*shared.values, &*shared.counts), (&[7, 9, u32::MAX][..], &[2, 2, 2][..]));
        assert_eq!([7, 8, 9, 11, u32::MAX].map(|value| shared.number(value)), [Some(0), None, Some(1), None, Some(2)]);
        part.keep(&shared);
        assert_eq!([0, 1, 2, 3].map(|at| part.sketch(at)), [&[0, 1, 2][..], &[0, 2], &[1], &[]]);
        assert_eq!(part.shared(0, part.sketch(1)).collect::<Vec<_>>(), [0, 3]);
        assert_eq!(part.shared(1, part.sketch(2)).count(), 0);
        assert_eq!(repeated(vec![3, 1, 3, 2, 3, 1]), [3]);
    }
}
