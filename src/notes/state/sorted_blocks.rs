//! What is held for each annotation, in the order of making.
//!
//! A sorted map in blocks: annotations mostly come in their order, and then every block is full, where the nodes of a tree would be
//! half empty. Those that come out of order move no more than their block. A copy shares the blocks until one of the two is changed.

use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator};
use ulid::Ulid;

/// How many one block holds at most.
const BLOCK: usize = 512;

type Block<T> = Vec<([u8; 16], T)>;

/// Values by identifier.
#[derive(Clone, Debug)]
pub struct Ordered<T> {
    /// None is empty; identifiers are in bytes, which take less room beside a value than they do as a number.
    blocks: Vec<Arc<Block<T>>>,
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self { blocks: Vec::new() }
    }
}

impl<T> Ordered<T> {
    /// The value of `id`.
    #[must_use]
    pub fn get(&self, id: Ulid) -> Option<&T> {
        let key = id.to_bytes();
        let block = self.blocks.get(self.block_of(key))?;
        block.get(find(block, key).ok()?).map(|(_, value)| value)
    }

    /// All identifiers with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Ulid, &T)> {
        self.blocks.iter().flat_map(|block| block.iter()).map(|(key, value)| (Ulid::from_bytes(*key), value))
    }

    /// As [`Self::iter`], on all cores; what is collected of it comes in order.
    #[must_use]
    pub fn par_iter(&self) -> impl ParallelIterator<Item = (Ulid, &T)>
    where
        T: Send + Sync,
    {
        let all = self.blocks.par_iter().flat_map_iter(|block| block.iter());
        all.map(|(key, value)| (Ulid::from_bytes(*key), value))
    }

    /// The block that holds `key`, or would.
    fn block_of(&self, key: [u8; 16]) -> usize {
        let begun = self.blocks.partition_point(|block| block.first().is_some_and(|(first, _)| *first <= key));
        begun.saturating_sub(1)
    }
}

impl<T: Clone + Default> Ordered<T> {
    /// The value of `id`, which is made when there is none.
    pub fn entry(&mut self, id: Ulid) -> &mut T {
        let key = id.to_bytes();
        let number = self.block_of(key);
        let (number, at) = match self.blocks.get(number).map_or(Err(0), |block| find(block, key)) {
            Ok(at) => (number, at),
            Err(at) => {
                let (number, at) = self.make_room(number, at);
                Arc::make_mut(&mut self.blocks[number]).insert(at, (key, T::default()));
                (number, at)
            }
        };
        &mut Arc::make_mut(&mut self.blocks[number])[at].1
    }

    /// Makes room at this place of this block; where the place is then.
    fn make_room(&mut self, number: usize, at: usize) -> (usize, usize) {
        let is_last = number + 1 >= self.blocks.len();
        match self.blocks.get_mut(number) {
            Some(block) if block.len() < BLOCK => (number, at),
            Some(block) if !is_last || at < BLOCK => {
                let half = Arc::make_mut(block).split_off(BLOCK / 2);
                self.blocks.insert(number + 1, Arc::new(half));
                if at <= BLOCK / 2 { (number, at) } else { (number + 1, at - BLOCK / 2) }
            }
            // Behind all others: the blocks before stay full.
            _ => {
                self.blocks.push(Arc::new(Vec::with_capacity(BLOCK)));
                (self.blocks.len() - 1, 0)
            }
        }
    }
}

fn find<T>(block: &[([u8; 16], T)], key: [u8; 16]) -> Result<usize, usize> {
    block.binary_search_by_key(&key, |(key, _)| *key)
}

impl<T: PartialEq> PartialEq for Ordered<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn whatever_order_they_come_in_they_are_held_once_and_in_order() {
        let backward = |at: u128| 5_000 - at;
        let scattered = |at: u128| at * 7919 % 5_003;
        let orders: [&dyn Fn(u128) -> u128; 3] = [&|at| at, &backward, &scattered];
        let mut all = Vec::new();
        for order in orders {
            let (mut held, mut plain) = (Ordered::<u128>::default(), BTreeMap::new());
            for number in (0..5_000).chain(1_000..2_000).map(order) {
                *held.entry(Ulid(number)) += number;
                *plain.entry(Ulid(number)).or_default() += number;
            }
            assert!(held.iter().map(|(id, value)| (id, *value)).eq(plain.clone()));
            assert!(plain.iter().all(|(id, value)| held.get(*id) == Some(value)));
            assert_eq!(held.get(Ulid(9_999)), None);
            all.push(held);
        }
        assert!(all[0] == all[0].clone() && all[0] != all[2]);
    }

    #[test]
    fn a_copy_stays_as_it_was() {
        let mut held = Ordered::<u128>::default();
        (0..2_000).for_each(|number| *held.entry(Ulid(number)) = number);
        let copy = held.clone();
        *held.entry(Ulid(700)) = 1;
        *held.entry(Ulid(9_000)) = 2;
        assert_eq!((copy.get(Ulid(700)), copy.get(Ulid(9_000)), copy.iter().count()), (Some(&700), None, 2_000));
        assert_eq!((held.get(Ulid(700)), held.get(Ulid(9_000)), held.iter().count()), (Some(&1), Some(&2), 2_001));
    }
}
