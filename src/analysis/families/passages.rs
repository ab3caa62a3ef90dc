//! Passages: runs of shingles that stand in the same texts, each counted as one. Shingles are numbers here, and texts are rows of them.
//!
//! A paragraph that three papers print has many shingles, of each of which the same is known. Passages are numbered by where they stand first,
//! so that those of one text lie together in memory.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::analysis::families::words::scattered;

/// The passages that two texts or more have.
#[derive(Debug, Default)]
pub(super) struct Passages {
    /// For each, in how many texts it stands, counted to [`u8::MAX`].
    pub counts: Vec<u8>,
    /// For each, how many shingles it is.
    pub sizes: Vec<u32>,
}

impl Passages {
    /// How many shingles a passage is.
    pub fn size(&self, passage: u32) -> usize {
        self.sizes.get(passage as usize).copied().unwrap_or_default() as usize
    }
}

/// Numbers in order, each once, that are looked up often.
#[derive(Debug, Default)]
pub(super) struct NumberIndex {
    values: Vec<u32>,
    /// Where those begin that have the same first bits, with one more behind the last.
    heads: Vec<u32>,
    /// How many bits those are not.
    shift: u32,
}

impl NumberIndex {
    /// That of `values`, which are in order.
    pub fn of(values: Vec<u32>) -> Self {
        let bits = (values.len() + 2).ilog2().min(24);
        let mut index = Self { values, heads: vec![0; (1 << bits) + 1], shift: u32::BITS - bits };
        for value in &index.values {
            if let Some(behind) = index.heads.get_mut((value >> index.shift) as usize + 1) {
                *behind += 1;
            }
        }
        let mut sum = 0;
        for head in &mut index.heads {
            sum += *head;
            *head = sum;
        }
        index
    }

    /// The place of `value`, if it is among them.
    pub fn place(&self, value: u32) -> Option<u32> {
        let head = (value >> self.shift) as usize;
        let (first, after) = (*self.heads.get(head)?, *self.heads.get(head + 1)?);
        let alike = self.values.get(first as usize..after as usize)?;
        (first..).zip(alike).find(|(_, known)| **known == value).map(|(place, _)| place)
    }
}

/// The shingles that are taken of two texts or more; the place of each is its number.
pub(super) struct SharedShingles(NumberIndex);

/// The first bits of a shingle, by which all are parted before they are counted, so that few are held at a time.
const SHARD_BITS: u32 = 4;
/// Stands for no number.
const NONE: u32 = u32::MAX;

impl SharedShingles {
    /// Those of `parts`, in which each text has a shingle once.
    pub fn of(parts: &[&[u32]]) -> Self {
        let shards = (0..1u32 << SHARD_BITS).into_par_iter().map(|shard| {
            let of_shard = || parts.iter().copied().flatten().filter(|value| **value >> (u32::BITS - SHARD_BITS) == shard);
            let mut values = Vec::with_capacity(of_shard().count());
            values.extend(of_shard());
            values.sort_unstable();
            let mut shared: Vec<u32> = values.chunk_by(|a, b| a == b).filter(|run| run.len() > 1).map(|run| run[0]).collect();
            shared.shrink_to_fit();
            shared
        });
        let shards: Vec<Vec<u32>> = shards.collect();
        // Each is given up as soon as it is taken over.
        let mut values = Vec::with_capacity(shards.iter().map(Vec::len).sum());
        for shard in shards {
            values.extend(shard);
        }
        Self(NumberIndex::of(values))
    }

    /// The number of the shingle `value`, if it is shared.
    pub fn number(&self, value: u32) -> Option<u32> {
        self.0.place(value)
    }

    /// The passages of `texts`, which hold numbers of shingles, each once. The numbers are counted anew, by where each stands first; the
    /// passage of each new one comes back, too.
    pub fn into_passages<'a>(self, texts: impl Iterator<Item = &'a mut [u32]>) -> (Passages, Vec<u32>) {
        let NumberIndex { values: mut numbers, heads, .. } = self.0;
        drop(heads);
        numbers.fill(NONE);
        // Of each shingle a number that tells which texts have it, and how many those are.
        let (mut having, mut counts): (Vec<u32>, Vec<u8>) =
            (Vec::with_capacity(numbers.len()), Vec::with_capacity(numbers.len()));
        for (text, at) in texts.zip(1..) {
            let sign = u32::try_from(scattered(at) >> u32::BITS).unwrap_or_default();
            for shingle in text {
                let Some(number) = numbers.get_mut(*shingle as usize) else { continue };
                if *number == NONE {
                    *number = u32::try_from(having.len()).unwrap_or(NONE);
                    having.push(0);
                    counts.push(0);
                }
                *shingle = *number;
                let at = *number as usize;
                if let (Some(having), Some(count)) = (having.get_mut(at), counts.get_mut(at)) {
                    *having = having.wrapping_add(sign);
                    *count = count.saturating_add(1);
                }
            }
        }
        drop(numbers);
        Passages::joined(having, &counts)
    }
}

impl Passages {
    /// Joins shingles that follow each other and stand in the same texts, as the numbers in `having` tell; these become the passages.
    fn joined(mut having: Vec<u32>, counts: &[u8]) -> (Self, Vec<u32>) {
        let (mut passages, mut before) = (Self::default(), None);
        for (having, count) in having.iter_mut().zip(counts) {
            let texts = (*having, *count);
            if let Some(size) = passages.sizes.last_mut().filter(|_| before == Some(texts)) {
                *size += 1;
            } else {
                passages.sizes.push(1);
                passages.counts.push(*count);
            }
            *having = u32::try_from(passages.sizes.len() - 1).unwrap_or(NONE);
            before = Some(texts);
        }
        (passages, having)
    }
}

#[cfg(test)]
mod tests {
    use super::SharedShingles;

    #[test]
    fn shingles_of_two_texts_have_numbers() {
        let shared = SharedShingles::of(&[&[7, 9, 1 << 30, u32::MAX], &[7, u32::MAX, 9, 11]]);
        assert_eq!([7, 8, 9, 11, u32::MAX].map(|value| shared.number(value)), [Some(0), None, Some(1), None, Some(2)]);
    }

    #[test]
    fn a_passage_ends_where_another_text_has_less_or_more_of_it() {
        let shared = SharedShingles::of(&[&[1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7, 8, 6, 7, 8]]);
        let mut texts = [vec![7, 6, 5], vec![4, 3, 2, 1, 0], vec![3, 2, 7, 6, 5], vec![1, 0, 4]];
        let (passages, passage_of) = shared.into_passages(texts.iter_mut().map(|text| &mut **text));
        assert_eq!(texts, [vec![0, 1, 2], vec![3, 4, 5, 6, 7], vec![4, 5, 0, 1, 2], vec![6, 7, 3]]);
        assert_eq!(passage_of, [0, 0, 0, 1, 2, 2, 3, 3]);
        assert_eq!(([0, 1, 2, 3].map(|passage| passages.size(passage)), &*passages.counts), ([3, 1, 2, 2], &[2, 2, 2, 2][..]));
    }
}
