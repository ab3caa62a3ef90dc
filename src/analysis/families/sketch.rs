//! Sketches: of each text, one shingle in eight, those that other texts have too. From them follow the texts worth comparing.
//!
//! Which shingles are taken depends on the shingles alone (A. Broder, *On the resemblance and containment of documents*, 1997), so that
//! a passage two texts share is taken in both. What only one text has is left out, which is nearly all; of the rest, what stands in the
//! same texts is one.

mod lines;

use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelIterator as _, IntoParallelRefMutIterator as _, ParallelIterator as _,
};
use rayon::slice::ParallelSliceMut as _;

use crate::analysis::families::overlap::share;
use crate::analysis::families::passages::{NumberIndex, Passages, SharedShingles};
use crate::analysis::families::verdict::{AT_HEAD, PART, head_of};
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
/// Shared shingles from which on their places tell where in a long text what it shares stands.
const PLACES: usize = 3;
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
    /// What several texts have.
    pub passages: Passages,
    /// The lines that stand in several articles.
    common: NumberIndex,
}

/// What one segment brings.
#[derive(Debug, Default)]
struct Part {
    /// The shingles taken of each text, each once, in the order of the text; later its passages, in order.
    values: Vec<u32>,
    /// Where each text's end.
    ends: Vec<u32>,
    /// Where each shingle stands in its text first, from 0 at the beginning to [`NOWHERE`] at the end; that, where it tells nothing. Later
    /// those alone that another text has, passage by passage.
    places: Vec<u16>,
    /// Where each text's end.
    place_ends: Vec<u32>,
    /// The number of words of each text.
    lengths: Vec<u32>,
    /// How many shingles were taken of each text at first.
    taken: Vec<u32>,
    /// The lines as numbers, each once in a text.
    lines: Vec<u32>,
    /// The number of words of each line.
    line_lengths: Vec<u16>,
    /// Where those of each text end.
    line_ends: Vec<u32>,
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
        let mut lines = Vec::with_capacity(parts.iter().map(|part| part.lines.len()).sum());
        for part in &mut parts {
            lines.append(&mut std::mem::take(&mut part.lines));
        }
        let common = NumberIndex::of(repeated(lines));
        let shared = SharedShingles::of(&parts.iter().map(|part| &*part.values).collect::<Vec<_>>());
        parts.par_iter_mut().for_each(|part| part.keep(&shared));
        let (passages, passage_of) = shared.into_passages(parts.iter_mut().flat_map(Part::texts));
        parts.par_iter_mut().for_each(|part| part.join(&passage_of));
        let (mut next, mut starts) = (0, Vec::with_capacity(parts.len()));
        for part in &parts {
            starts.push(next);
            next += part.lengths.len();
        }
        Self { parts, starts, passages, common }
    }

    /// The segment of the text at `at`, and its place there.
    fn part(&self, at: usize) -> Option<(&Part, usize)> {
        let part = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        Some((self.parts.get(part)?, at - self.starts.get(part)?))
    }

    /// The sketch of the text at `at`: the numbers of its passages.
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

    /// Whether the text at `at` is no copy of that at `leader`, as the places of what they share tell. `room` is room for these.
    pub fn cannot_be_copy(&self, at: usize, leader: usize, room: &mut Vec<u16>) -> bool {
        self.lies_apart(at, leader, room) || self.is_quoted(at, leader, room)
    }

    /// Whether the text at `at` is a part of that at `leader` that stands elsewhere than at its head.
    fn is_quoted(&self, at: usize, leader: usize, room: &mut Vec<u16>) -> bool {
        let (words, longer) = (self.words(at) as usize, self.words(leader) as usize);
        if share(words, longer) >= PART {
            return false;
        }
        let (Some((own, place)), Some((other, other_place))) = (self.part(at), self.part(leader)) else { return false };
        other.shared(other_place, own.sketch(place), &self.passages, room);
        let head = head_of(words) * usize::from(NOWHERE) / longer.max(1);
        let at_head = room.iter().filter(|place| usize::from(**place) < head).count();
        !room.contains(&NOWHERE) && room.len() >= PLACES && share(at_head, room.len()) < AT_HEAD / 2.0
    }

    /// Whether too much of the text at `at` lies in stretches or lines without a shingle of that at `leader` for a copy of it: texts that share
    /// some paragraphs have the rest of each for themselves, what a copy changes is strewn over it.
    fn lies_apart(&self, at: usize, leader: usize, room: &mut Vec<u16>) -> bool {
        let (Some((own, place)), Some((other, other_place))) = (self.part(at), self.part(leader)) else { return false };
        let words = f32::from(u16::try_from(self.words(at)).unwrap_or(u16::MAX));
        own.shared(place, other.sketch(other_place), &self.passages, room);
        if room.contains(&NOWHERE) {
            return false;
        }
        room.sort_unstable();
        let length = self.words(at) as usize;
        if lines::are_too_many(own.words_of_lines_without(place, room, length), length) {
            return true;
        }
        let (mut before, mut apart) = (0, 0.0);
        for place in room.iter().copied().chain([NOWHERE]) {
            let stretch = f32::from(place - before) / f32::from(NOWHERE) * words;
            apart += if stretch >= STRETCH { stretch } else { 0.0 };
            before = place;
        }
        apart > words / 2.0 + BEYOND
    }

    /// Whether a line stands in several articles.
    pub fn is_common(&self, line: u64) -> bool {
        self.common.place(short(line)).is_some()
    }
}

impl Part {
    /// That of `segment`; `words` is room to read in.
    fn of(segment: &Segment, words: &mut Words) -> Self {
        let mut part = Self::default();
        let (mut taken, mut lines, mut sorted) = (Vec::new(), Vec::new(), Vec::new());
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
            part.push(&mut taken, words.hashes.len(), &mut sorted);
            part.lines.extend_from_slice(&lines);
            let lengths = words.lines.iter().map(|line| u16::try_from(line.after - line.first).unwrap_or(u16::MAX));
            part.line_lengths.extend(lengths);
            part.line_ends.push(u32::try_from(part.line_lengths.len()).unwrap_or(u32::MAX));
            part.ends.push(u32::try_from(part.values.len()).unwrap_or(u32::MAX));
            part.lengths.push(u32::try_from(words.hashes.len()).unwrap_or(u32::MAX));
        }
        part.values.shrink_to_fit();
        part.places.shrink_to_fit();
        part.lines.shrink_to_fit();
        part.line_lengths.shrink_to_fit();
        part
    }

    /// Takes in the shingles that were `taken` of a text with so many words, each with the word it begins at. `sorted` is room.
    fn push(&mut self, taken: &mut Vec<(u32, usize)>, words: usize, sorted: &mut Vec<u32>) {
        let all = taken.len();
        sorted.clear();
        sorted.extend(taken.iter().map(|(value, _)| *value));
        sorted.sort_unstable();
        if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
            taken.sort_unstable();
            taken.dedup_by_key(|(value, _)| *value);
            taken.sort_unstable_by_key(|(_, at)| *at);
        }
        // Of words that come again and again none may be taken.
        let is_sparse = all * FEW < words;
        let tells = !is_sparse && share(all - taken.len(), all) <= REPEATED;
        let place = |at: usize| u16::try_from(at * usize::from(NOWHERE) / words.max(1)).unwrap_or(NOWHERE);
        self.values.extend(taken.iter().map(|(value, _)| *value));
        self.places.extend(taken.iter().map(|(_, at)| if tells { place(*at) } else { NOWHERE }));
        self.taken.push(u32::try_from(taken.len()).unwrap_or(u32::MAX));
    }

    /// Puts into `found` the places of the shingles of the text at `at` that `other`, a sketch, has.
    fn shared(&self, at: usize, mut other: &[u32], passages: &Passages, found: &mut Vec<u16>) {
        found.clear();
        let mut places = self.places.get(range(&self.place_ends, at)).unwrap_or_default();
        for number in self.sketch(at) {
            let (own, behind) = places.split_at_checked(passages.size(*number)).unwrap_or_default();
            places = behind;
            while let [known, rest @ ..] = other
                && known < number
            {
                other = rest;
            }
            match other.first() {
                None => return,
                Some(known) if known == number => found.extend_from_slice(own),
                Some(_) => {}
            }
        }
    }

    fn sketch(&self, at: usize) -> &[u32] {
        self.values.get(range(&self.ends, at)).unwrap_or_default()
    }

    /// What stands for each text.
    fn texts(&mut self) -> impl Iterator<Item = &mut [u32]> {
        let (mut rest, mut from) = (&mut *self.values, 0);
        self.ends.iter().map(move |end| {
            let (text, behind) = std::mem::take(&mut rest).split_at_mut_checked((*end - from) as usize).unwrap_or_default();
            (rest, from) = (behind, *end);
            text
        })
    }

    /// Leaves of each text the shingles that are `shared`, and puts their numbers in their place.
    fn keep(&mut self, shared: &SharedShingles) {
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
        self.places.truncate(kept);
        self.places.shrink_to_fit();
    }

    /// Puts passages in the place of numbers of shingles, of which `passage_of` tells the passage.
    fn join(&mut self, passage_of: &[u32]) {
        self.place_ends.clone_from(&self.ends);
        let (mut from, mut kept, mut sorted) = (0, 0, Vec::new());
        for end in &mut self.ends {
            let own = from..std::mem::replace(end, 0) as usize;
            from = own.end;
            let (numbers, places) = (self.values.get(own.clone()), self.places.get_mut(own));
            let (Some(numbers), Some(places)) = (numbers, places) else { continue };
            sorted.clear();
            sorted.extend(numbers.iter().copied().zip(places.iter().copied()));
            // What stands in another text as it does here is in order.
            sorted.sort_by_key(|(number, _)| *number);
            let mut last = None;
            for ((number, place), slot) in sorted.iter().zip(places) {
                *slot = *place;
                let passage = passage_of.get(*number as usize).copied();
                if passage != last
                    && let Some((passage, slot)) = passage.zip(self.values.get_mut(kept))
                {
                    *slot = passage;
                    kept += 1;
                }
                last = passage;
            }
            *end = u32::try_from(kept).unwrap_or(u32::MAX);
        }
        self.values.truncate(kept);
        self.values.shrink_to_fit();
    }
}

/// Where what the text at `at` has stands, of which `ends` tell where each text's end.
fn range(ends: &[u32], at: usize) -> std::ops::Range<usize> {
    let end = |at: usize| ends.get(at).map_or(0, |end| *end as usize);
    at.checked_sub(1).map_or(0, end)..end(at)
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

#[cfg(test)]
mod tests {
    use super::{NOWHERE, Part, SharedShingles, repeated};

    #[test]
    fn what_two_texts_have_is_kept_and_what_stands_in_the_same_texts_is_one() {
        let values = vec![7, 1 << 30, 9, u32::MAX, 7, 9, u32::MAX, 11, 7];
        let mut part = Part { values, places: (0..9).collect(), ends: vec![4, 7, 9], ..Part::default() };
        let shared = SharedShingles::of(&[&part.values]);
        part.keep(&shared);
        let (passages, passage_of) = shared.into_passages(part.texts());
        assert_eq!(passage_of, [0, 1, 1]);
        part.join(&passage_of);
        assert_eq!((&*passages.counts, [0, 1].map(|passage| passages.size(passage))), (&[3, 2][..], [1, 2]));
        assert_eq!([0, 1, 2, 3].map(|at| part.sketch(at)), [&[0, 1][..], &[0, 1], &[0], &[]]);
        let shared = |one, other| {
            let mut found = Vec::new();
            part.shared(one, part.sketch(other), &passages, &mut found);
            found
        };
        assert_eq!((shared(0, 1), shared(1, 2), shared(2, 0)), (vec![0, 2, 3], vec![4], vec![8]));
        assert_eq!(shared(0, 3), [0; 0]);
        assert_eq!(repeated(vec![3, 1, 3, 2, 3, 1]), [3]);
    }

    #[test]
    fn what_stands_twice_in_a_text_is_taken_where_it_stands_first() {
        let mut part = Part::default();
        part.push(&mut vec![(9, 0), (5, 20), (9, 30), (3, 40)], 41, &mut Vec::new());
        assert_eq!((&*part.values, &*part.places), (&[9, 5, 3][..], &[NOWHERE; 3][..]));
        part.push(&mut vec![(9, 0), (5, 20)], 32, &mut Vec::new());
        assert_eq!((part.values.get(3..), part.places.get(3..)), (Some(&[9, 5][..]), Some(&[0, 40959][..])));
    }
}
