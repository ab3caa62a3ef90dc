//! Average link: groups grow by joining the two that are most alike on average over all pairs of their members, as long as that is much.
//!
//! R. Sokal and C. Michener, *A statistical method for evaluating systematic relationships* (1958). Pairs that were not found count as
//! not alike at all, so that no chain of likenesses makes a group. It knows numbers alone.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Groups less alike on average are not joined.
const JOINED: f32 = 0.3;

/// Two articles and how much they are alike, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub one: u32,
    pub other: u32,
    pub likeness: f32,
}

/// A joining that may be made; it is void once either group has another number of members.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Joining {
    average: f32,
    groups: (u32, u32),
    sizes: (u32, u32),
}

impl Eq for Joining {}

impl Ord for Joining {
    fn cmp(&self, other: &Self) -> Ordering {
        self.average
            .total_cmp(&other.average)
            .then_with(|| other.groups.cmp(&self.groups))
            .then_with(|| other.sizes.cmp(&self.sizes))
    }
}

impl PartialOrd for Joining {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The groups under way.
struct Groups {
    members: Vec<Vec<u32>>,
    /// For each group the sum of likenesses to each other one.
    sums: Vec<BTreeMap<u32, f32>>,
    waiting: BinaryHeap<Joining>,
}

/// The groups of so many articles, those of `copies` together whatever else they are like.
pub(super) fn linked(articles: usize, copies: impl Iterator<Item = Pair>, mut pairs: Vec<Pair>) -> Vec<Vec<u32>> {
    let all = u32::try_from(articles).unwrap_or(u32::MAX);
    let mut groups = Groups {
        members: (0..all).map(|at| vec![at]).collect(),
        sums: vec![BTreeMap::new(); articles],
        waiting: BinaryHeap::new(),
    };
    // In one order, so that sums of fractions come out alike.
    pairs.sort_unstable_by_key(|pair| (pair.one, pair.other));
    for Pair { one, other, likeness } in pairs {
        for (group, with) in [(one, other), (other, one)] {
            if let Some(sums) = groups.sums.get_mut(group as usize) {
                *sums.entry(with).or_default() += likeness;
            }
        }
    }
    let mut of: Vec<u32> = (0..all).collect();
    for Pair { one, other, .. } in copies {
        let (Some(one), Some(other)) = (of.get(one as usize).copied(), of.get(other as usize).copied()) else { continue };
        groups.join(one, other);
        if let Some(slot) = of.get_mut(other as usize) {
            *slot = one;
        }
    }
    (0..all).for_each(|group| groups.offer(group));
    while let Some(Joining { groups: (one, other), sizes, .. }) = groups.waiting.pop() {
        if (groups.size(one), groups.size(other)) == sizes {
            groups.join(one, other);
            groups.offer(one);
        }
    }
    groups.members.into_iter().filter(|members| !members.is_empty()).collect()
}

impl Groups {
    fn size(&self, group: u32) -> u32 {
        self.members.get(group as usize).map_or(0, |members| u32::try_from(members.len()).unwrap_or(u32::MAX))
    }

    /// Puts what `group` may be joined with among what waits.
    fn offer(&mut self, group: u32) {
        let size = self.size(group);
        let Some(sums) = self.sums.get(group as usize).filter(|_| size > 0) else { return };
        for (other, sum) in sums {
            let size_of_other =
                self.members.get(*other as usize).map_or(0, |members| u32::try_from(members.len()).unwrap_or(u32::MAX));
            #[expect(clippy::cast_precision_loss, reason = "no group has 2^12 members and another as many")]
            let average = sum / (size as f32 * size_of_other.max(1) as f32);
            if average >= JOINED {
                let (low, high) = if group < *other { (group, *other) } else { (*other, group) };
                let sizes = if group < *other { (size, size_of_other) } else { (size_of_other, size) };
                self.waiting.push(Joining { average, groups: (low, high), sizes });
            }
        }
    }

    /// Joins `other` to `one`.
    fn join(&mut self, one: u32, other: u32) {
        if one == other {
            return;
        }
        let moved = self.members.get_mut(other as usize).map(std::mem::take).unwrap_or_default();
        if let Some(members) = self.members.get_mut(one as usize) {
            members.extend(moved);
        }
        let sums = self.sums.get_mut(other as usize).map(std::mem::take).unwrap_or_default();
        for (third, sum) in sums {
            if let Some(back) = self.sums.get_mut(third as usize) {
                back.remove(&other);
                if third != one {
                    *back.entry(one).or_default() += sum;
                }
            }
            if third != one
                && let Some(own) = self.sums.get_mut(one as usize)
            {
                *own.entry(third).or_default() += sum;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pair, linked};

    fn pair(one: u32, other: u32, likeness: f32) -> Pair {
        Pair { one, other, likeness }
    }

    #[test]
    fn a_chain_of_likenesses_makes_no_group() {
        let pairs = vec![pair(0, 1, 0.6), pair(1, 2, 0.5), pair(2, 3, 0.5)];
        assert_eq!(linked(4, std::iter::empty(), pairs), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn copies_stay_together_whatever_they_are_like() {
        let copies = [pair(0, 2, 1.0), pair(0, 3, 1.0)];
        assert_eq!(linked(5, copies.into_iter(), vec![pair(1, 4, 0.9)]), [vec![0, 2, 3], vec![1, 4]]);
    }
}
