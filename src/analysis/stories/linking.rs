//! Which articles are of one story: groups grow by joining the two whose centres are most alike, as long as that is much.
//!
//! The centre of a group is the mean of its vectors (R. Sokal and C. Michener, *A statistical method for evaluating systematic
//! relationships*, 1958, with the cosine of D. Cutting et al., *Scatter/Gather*, SIGIR 1992). What one sentence on an event lacks its group has,
//! so that the centres of short texts are alike although two of them seldom are. Pairs that were not found count as not alike at
//! all, and two groups whose members are much less alike than those of each are two events that look alike. It knows numbers alone.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Groups whose centres are less alike are not joined.
const JOINED: f32 = 0.25;
/// Two articles less alike begin no group: by chance two share more than many do.
const BEGUN: f32 = 0.34;
/// What the likeness of groups of short texts counts for more, at most.
const SHORT: f32 = 0.6;
/// Articles from which on a group tells how much those on its event are alike.
const TELLING: u32 = 3;
/// The part of that which two such groups must be alike.
const APART: f32 = 0.6;

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
    likeness: f32,
    groups: (u32, u32),
    sizes: (u32, u32),
}

impl Eq for Joining {}

impl Ord for Joining {
    fn cmp(&self, other: &Self) -> Ordering {
        self.likeness
            .total_cmp(&other.likeness)
            .then_with(|| other.groups.cmp(&self.groups))
            .then_with(|| other.sizes.cmp(&self.sizes))
    }
}

impl PartialOrd for Joining {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A group under way.
#[derive(Debug, Default)]
struct Group {
    members: Vec<u32>,
    /// The sum of the likenesses of its members to each other, each pair once.
    within: f32,
    /// The sum of how short its members are.
    short: f32,
    /// The sum of likenesses to each other group.
    sums: Likenesses,
}

/// Sums of likenesses to groups, in the order of these: half of what a tree takes, of which there would be one for each article.
#[derive(Debug, Default)]
struct Likenesses(Vec<(u32, f32)>);

impl Likenesses {
    fn place(&self, group: u32) -> Result<usize, usize> {
        self.0.binary_search_by_key(&group, |(group, _)| *group)
    }

    fn to(&self, group: u32) -> Option<f32> {
        self.place(group).ok().and_then(|at| self.0.get(at)).map(|(_, sum)| *sum)
    }

    fn add(&mut self, group: u32, likeness: f32) {
        match self.place(group) {
            Ok(at) => {
                if let Some((_, sum)) = self.0.get_mut(at) {
                    *sum += likeness;
                }
            }
            Err(at) => self.0.insert(at, (group, likeness)),
        }
    }

    fn remove(&mut self, group: u32) {
        if let Ok(at) = self.place(group) {
            self.0.remove(at);
        }
    }

    /// Those to `first` and the groups behind it.
    fn from(&self, first: u32) -> &[(u32, f32)] {
        self.0.get(self.0.partition_point(|(group, _)| *group < first)..).unwrap_or_default()
    }
}

impl Group {
    fn size(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    #[expect(clippy::cast_precision_loss, reason = "no group has 2^24 members")]
    fn count(&self) -> f32 {
        self.members.len().max(1) as f32
    }

    /// The square of the length of its centre, its members being of length one.
    fn length(&self) -> f32 {
        (self.count() + 2.0 * self.within) / (self.count() * self.count())
    }

    /// How much its members are alike on average.
    fn inner(&self) -> f32 {
        2.0 * self.within / (self.count() * (self.count() - 1.0)).max(1.0)
    }

    /// How much its centre and that of another group are alike, whose members share `sum`; `None` where that is too little.
    fn likeness(&self, other: &Self, sum: f32) -> Option<f32> {
        let average = sum / (self.count() * other.count());
        let sizes = (self.size(), other.size());
        if sizes == (1, 1) {
            // Brought to the scale of groups, so that the most alike are joined first.
            return (average >= BEGUN).then_some(average * JOINED / BEGUN);
        }
        if sizes.0.min(sizes.1) >= TELLING && average < APART * (self.inner() * other.inner()).sqrt() {
            return None;
        }
        let short = SHORT * ((self.short / self.count()) * (other.short / other.count())).sqrt();
        let likeness = (1.0 + short) * average / (self.length() * other.length()).sqrt();
        (likeness >= JOINED).then_some(likeness)
    }
}

/// The groups that `pairs` make of articles, of which `short` tells from 0 to 1 how short each is, one after another.
pub(super) fn linked(short: &[f32], mut pairs: Vec<Pair>) -> Vec<Vec<u32>> {
    let mut degrees = vec![0; short.len()];
    for group in pairs.iter().flat_map(|pair| [pair.one, pair.other]) {
        if let Some(degree) = degrees.get_mut(group as usize) {
            *degree += 1;
        }
    }
    let alone = |((at, short), degree): ((u32, &f32), &usize)| {
        let sums = Likenesses(Vec::with_capacity(*degree));
        Group { members: vec![at], short: *short, sums, ..Group::default() }
    };
    let groups = (0..).zip(short).zip(&degrees).map(alone);
    let mut groups = Groups { groups: groups.collect(), waiting: BinaryHeap::new() };
    // In one order, so that sums of fractions come out alike, and what is added comes behind what is there.
    pairs.sort_unstable_by_key(|pair| (pair.one, pair.other));
    for Pair { one, other, likeness } in pairs {
        for (group, with) in [(one, other), (other, one)] {
            if let Some(group) = groups.groups.get_mut(group as usize) {
                group.sums.add(with, likeness);
            }
        }
    }
    (0..).take(short.len()).for_each(|group| groups.offer(group, true));
    while let Some(Joining { groups: (one, other), sizes, .. }) = groups.waiting.pop() {
        if (groups.size(one), groups.size(other)) == sizes {
            groups.join(one, other);
            groups.offer(one, false);
        }
    }
    groups.groups.into_iter().map(|group| group.members).filter(|members| !members.is_empty()).collect()
}

/// All groups, with what may be done next.
struct Groups {
    groups: Vec<Group>,
    waiting: BinaryHeap<Joining>,
}

impl Groups {
    fn size(&self, group: u32) -> u32 {
        self.groups.get(group as usize).map_or(0, Group::size)
    }

    /// Puts what `group` may be joined with among what waits; with those behind it alone where all are offered.
    fn offer(&mut self, group: u32, all: bool) {
        let Some(own) = self.groups.get(group as usize).filter(|own| !own.members.is_empty()) else { return };
        let first = if all { group + 1 } else { 0 };
        for (with, sum) in own.sums.from(first) {
            let Some(other) = self.groups.get(*with as usize) else { continue };
            if let Some(likeness) = own.likeness(other, *sum) {
                let (one, other) = ((group, own.size()), (*with, other.size()));
                let (low, high) = if group < *with { (one, other) } else { (other, one) };
                self.waiting.push(Joining { likeness, groups: (low.0, high.0), sizes: (low.1, high.1) });
            }
        }
    }

    /// Joins `other` to `one`.
    fn join(&mut self, one: u32, other: u32) {
        let Some(moved) = self.groups.get_mut(other as usize).map(std::mem::take) else { return };
        for (third, sum) in moved.sums.from(0) {
            if let Some(group) = self.groups.get_mut(*third as usize) {
                group.sums.remove(other);
                if *third != one {
                    group.sums.add(one, *sum);
                }
            }
        }
        let Some(own) = self.groups.get_mut(one as usize) else { return };
        own.within += moved.within + moved.sums.to(one).unwrap_or_default();
        own.short += moved.short;
        own.members.extend(moved.members);
        for (third, sum) in moved.sums.from(0).iter().filter(|(third, _)| *third != one) {
            own.sums.add(*third, *sum);
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
        assert_eq!(linked(&[0.0; 4], pairs), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_sentence_joins_a_group_of_short_ones_though_it_is_much_like_none_of_them() {
        let pairs = || {
            let mut pairs = vec![pair(0, 1, 0.4), pair(0, 2, 0.35), pair(1, 2, 0.35)];
            pairs.extend((0..3).map(|at| pair(at, 3, 0.16)));
            pairs
        };
        assert_eq!(linked(&[1.0; 4], pairs()), [vec![0, 1, 2, 3]]);
        assert_eq!(linked(&[0.0; 4], pairs()), [vec![0, 1, 2], vec![3]]);
    }

    #[test]
    fn two_groups_that_are_less_alike_than_each_is_in_itself_look_alike_only() {
        let of = |first: u32| [(0, 1), (0, 2), (1, 2)].map(|(one, other)| pair(first + one, first + other, 0.7));
        let across = |likeness: f32| (0..3).flat_map(move |one| (3..6).map(move |other| pair(one, other, likeness)));
        let of_both = |likeness: f32| of(0).into_iter().chain(of(3)).chain(across(likeness)).collect();
        assert_eq!(linked(&[0.0; 6], of_both(0.33)), [vec![0, 1, 2], vec![3, 4, 5]]);
        assert_eq!(linked(&[0.0; 6], of_both(0.5)), [vec![0, 1, 2, 3, 4, 5]]);
    }
}
