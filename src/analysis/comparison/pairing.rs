//! Pairing: which passages of two articles stand for each other, by the runs of three words that both have.
//!
//! Those that share most are paired first, whatever their order; a paragraph that was cut in two or joined with the next is paired
//! with both.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::analysis::comparison::passages::TextPassage;

/// Words of a run.
const RUN: usize = 3;
/// The share of the runs of the shorter passage that both must have.
const ALIKE: f64 = 0.25;
/// The share of its own runs that must stand in a passage which is paired with its neighbour already.
const TAKEN_IN: f64 = 0.6;
/// Passages that may have a run before it tells none of them.
const CROWDED: usize = 16;

/// Passages that stand for each other; a side that lacks them is empty, at the place where they would stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pairing {
    pub left: Range<usize>,
    pub right: Range<usize>,
}

/// How many runs two passages share.
type Shared = BTreeMap<(usize, usize), usize>;

/// The passages of `left` and `right` that stand for each other, in no order.
pub(super) fn paired(left: &[TextPassage], right: &[TextPassage]) -> Vec<Pairing> {
    let (own, theirs): (Vec<_>, Vec<_>) = (left.iter().map(runs).collect(), right.iter().map(runs).collect());
    let shared = shared(&own, &theirs);
    let length = |of: &[HashSet<u64>], at: usize| of.get(at).map_or(0, HashSet::len);
    let mut likely: Vec<((usize, usize), usize)> = shared
        .iter()
        .filter(|((l, r), count)| share(**count, length(&own, *l).min(length(&theirs, *r))) >= ALIKE)
        .map(|(pair, count)| (*pair, *count))
        .collect();
    likely.sort_unstable_by_key(|((l, r), count)| (Reverse(*count), l.abs_diff(*r), *l, *r));
    let (mut of_left, mut of_right) = (vec![None; left.len()], vec![None; right.len()]);
    for ((l, r), _) in likely {
        if let (Some(left @ None), Some(right @ None)) = (of_left.get_mut(l), of_right.get_mut(r)) {
            (*left, *right) = (Some(r), Some(l));
        }
    }
    let pairs = of_left.iter().enumerate().filter_map(|(l, r)| Some((l, (*r)?)));
    let mut pairs: Vec<Pairing> = pairs.map(|(l, r)| Pairing { left: l..l + 1, right: r..r + 1 }).collect();
    for pair in &mut pairs {
        let takes_left = |l: usize, r: usize| {
            of_left.get(l).is_some_and(Option::is_none) && share(count(&shared, l, r), length(&own, l)) >= TAKEN_IN
        };
        let takes_right = |l: usize, r: usize| {
            of_right.get(r).is_some_and(Option::is_none) && share(count(&shared, l, r), length(&theirs, r)) >= TAKEN_IN
        };
        let (l, r) = (pair.left.start, pair.right.start);
        // One side alone grows: two for one, or one for two.
        match (grown(l, |at| takes_left(at, r)), grown(r, |at| takes_right(l, at))) {
            (lefts, rights) if lefts.len() >= rights.len() => pair.left = lefts,
            (_, rights) => pair.right = rights,
        }
    }
    without_doubles(pairs)
}

fn share(count: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a passage has few words")]
    let share = count as f64 / whole.max(1) as f64;
    share
}

fn count(shared: &Shared, l: usize, r: usize) -> usize {
    shared.get(&(l, r)).copied().unwrap_or(0)
}

/// The passages around `at` that are taken in, itself among them.
fn grown(at: usize, takes: impl Fn(usize) -> bool) -> Range<usize> {
    let (mut first, mut after) = (at, at + 1);
    while first > 0 && takes(first - 1) {
        first -= 1;
    }
    while takes(after) {
        after += 1;
    }
    first..after
}

/// The pairs, of which no two take in the same passage: the first keeps it.
fn without_doubles(mut pairs: Vec<Pairing>) -> Vec<Pairing> {
    let (mut lefts, mut rights) = (HashSet::new(), HashSet::new());
    for pair in &mut pairs {
        let own = |range: &Range<usize>, taken: &HashSet<usize>| range.clone().all(|at| !taken.contains(&at));
        if !own(&pair.left, &lefts) {
            pair.left =
                pair.left.clone().find(|at| !lefts.contains(at)).map_or(pair.left.start..pair.left.start, |at| at..at + 1);
        }
        if !own(&pair.right, &rights) {
            pair.right =
                pair.right.clone().find(|at| !rights.contains(at)).map_or(pair.right.start..pair.right.start, |at| at..at + 1);
        }
        lefts.extend(pair.left.clone());
        rights.extend(pair.right.clone());
    }
    pairs.retain(|pair| !pair.left.is_empty() && !pair.right.is_empty());
    pairs
}

/// The runs of a passage as numbers; a passage that is shorter than one is a run of its own.
fn runs(passage: &TextPassage) -> HashSet<u64> {
    let number = |words: &[(u64, _)]| {
        words
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |mixed, (word, _)| (mixed.rotate_left(17) ^ word).wrapping_mul(0x0100_0000_01b3))
    };
    if passage.words.len() < RUN {
        return HashSet::from([number(&passage.words)]);
    }
    passage.words.windows(RUN).map(number).collect()
}

/// How many runs each two passages share.
fn shared(left: &[HashSet<u64>], right: &[HashSet<u64>]) -> Shared {
    let mut having: HashMap<u64, Vec<usize>> = HashMap::new();
    for (r, runs) in right.iter().enumerate() {
        for run in runs {
            having.entry(*run).or_default().push(r);
        }
    }
    let mut shared = Shared::new();
    for (l, runs) in left.iter().enumerate() {
        for rights in runs.iter().filter_map(|run| having.get(run)).filter(|rights| rights.len() <= CROWDED) {
            for r in rights {
                *shared.entry((l, *r)).or_default() += 1;
            }
        }
    }
    shared
}
