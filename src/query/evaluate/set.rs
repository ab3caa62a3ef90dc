//! Sets of articles of one archive, a bit each: what the parts of a query are answered with.

use crate::model::archive::ArticleIx;

/// A set of articles of an archive of a fixed length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleSet {
    bits: Vec<u64>,
    len: usize,
}

impl ArticleSet {
    /// The empty set over an archive of `len` articles.
    #[must_use]
    pub fn none(len: usize) -> Self {
        Self { bits: vec![0; len.div_ceil(64)], len }
    }

    /// All articles of an archive of `len`.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut bits = vec![u64::MAX; len.div_ceil(64)];
        if let (Some(last), odd @ 1..) = (bits.last_mut(), len % 64) {
            *last >>= 64 - odd;
        }
        Self { bits, len }
    }

    /// Adds an article; one beyond the archive is left out.
    pub fn insert(&mut self, ix: ArticleIx) {
        let at = ix.0 as usize;
        if let Some(word) = self.bits.get_mut(at / 64).filter(|_| at < self.len) {
            *word |= 1 << (at % 64);
        }
    }

    /// Whether the article is in it.
    #[must_use]
    pub fn holds(&self, ix: ArticleIx) -> bool {
        self.bits.get(ix.0 as usize / 64).is_some_and(|word| word >> (ix.0 % 64) & 1 == 1)
    }

    /// Keeps what is in `other` too.
    pub fn intersect(&mut self, other: &Self) {
        self.combine(other, |a, b| a & b);
    }

    /// Adds what is in `other`.
    pub fn unite(&mut self, other: &Self) {
        self.combine(other, |a, b| a | b);
    }

    /// Takes out what is in `other`.
    pub fn subtract(&mut self, other: &Self) {
        self.combine(other, |a, b| a & !b);
    }

    fn combine(&mut self, other: &Self, how: fn(u64, u64) -> u64) {
        for (word, other) in self.bits.iter_mut().zip(&other.bits) {
            *word = how(*word, *other);
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|word| *word == 0)
    }

    /// The articles, in the order of the archive.
    pub fn iter(&self) -> impl Iterator<Item = ArticleIx> + '_ {
        (0u32..).step_by(64).zip(&self.bits).flat_map(|(first, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let at = rest.trailing_zeros();
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    ArticleIx(first + at)
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{prop_assert_eq, proptest};

    use super::ArticleSet;
    use crate::model::archive::ArticleIx;

    fn set(len: usize, of: &BTreeSet<u32>) -> ArticleSet {
        let mut set = ArticleSet::none(len);
        for ix in of {
            set.insert(ArticleIx(*ix));
        }
        set
    }

    proptest! {
        #[test]
        fn it_is_a_set(a: BTreeSet<u8>, b: BTreeSet<u8>, len in 0usize..300) {
            let within = |set: BTreeSet<u8>| -> BTreeSet<u32> {
                set.into_iter().map(u32::from).filter(|ix| (*ix as usize) < len).collect()
            };
            let (a, b) = (within(a), within(b));
            let list = |set: &ArticleSet| set.iter().map(|ix| ix.0).collect::<BTreeSet<u32>>();
            let combined = |how: fn(&mut ArticleSet, &ArticleSet)| {
                let mut result = set(len, &a);
                how(&mut result, &set(len, &b));
                list(&result)
            };
            prop_assert_eq!(combined(ArticleSet::intersect), &a & &b);
            prop_assert_eq!(combined(ArticleSet::unite), &a | &b);
            prop_assert_eq!(combined(ArticleSet::subtract), &a - &b);
            prop_assert_eq!((set(len, &a).count(), set(len, &a).is_empty()), (a.len(), a.is_empty()));
            prop_assert_eq!(ArticleSet::all(len).count(), len);
            let everything = (0..256).filter(|at| ArticleSet::all(len).holds(ArticleIx(*at))).count();
            prop_assert_eq!(everything, len.min(256));
        }
    }
}
