//! Order: which pairs of passages stand in one order on both sides, so that the others are those that were moved; and the list of all
//! passages that two columns show.

use std::ops::Range;

use crate::analysis::comparison::pairing::Pairing;
use crate::analysis::comparison::passages::TextPassage;

/// For each of `pairs`, which are in the order of the right side, whether it is in order: of all choices that rise on the left side, the
/// one with most words on the right. Weighted longest increasing subsequence over a Fenwick tree (P. Fenwick, 1994).
pub(super) fn in_order(pairs: &[Pairing], right: &[TextPassage]) -> Vec<bool> {
    let places = pairs.iter().map(|pair| pair.left.start + 1).max().unwrap_or(0) + 1;
    let mut tree: Vec<(usize, Option<usize>)> = vec![(0, None); places + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let mut best = (0, None);
    for (at, pair) in pairs.iter().enumerate() {
        let words: usize = right.get(pair.right.clone()).unwrap_or_default().iter().map(|passage| passage.words.len()).sum();
        let (sum, last) = highest(&tree, pair.left.start);
        before.push(last);
        let here = (sum + words.max(1), Some(at));
        raise(&mut tree, pair.left.start + 1, here);
        if here.0 > best.0 {
            best = here;
        }
    }
    let mut kept = vec![false; pairs.len()];
    let mut last = best.1;
    while let Some(at) = last {
        if let Some(slot) = kept.get_mut(at) {
            *slot = true;
        }
        last = before.get(at).copied().flatten();
    }
    kept
}

/// The highest of the first `end` places.
fn highest(tree: &[(usize, Option<usize>)], mut end: usize) -> (usize, Option<usize>) {
    let mut best = (0, None);
    while end > 0 {
        if let Some(known) = tree.get(end).filter(|known| known.0 > best.0) {
            best = *known;
        }
        end -= end & end.wrapping_neg();
    }
    best
}

/// Raises the place `at`, from 1, to `to`.
fn raise(tree: &mut [(usize, Option<usize>)], mut at: usize, to: (usize, Option<usize>)) {
    while let Some(slot) = tree.get_mut(at) {
        if to.0 > slot.0 {
            *slot = to;
        }
        at += at & at.wrapping_neg();
    }
}

/// All passages in the order of the right side, those of the left side alone where they stood, each with whether it was moved.
pub(super) fn listed(pairs: &[Pairing], kept: &[bool], (lefts, rights): (usize, usize)) -> Vec<(Pairing, bool)> {
    let mut paired = vec![false; lefts];
    pairs.iter().flat_map(|pair| pair.left.clone()).for_each(|at| {
        if let Some(slot) = paired.get_mut(at) {
            *slot = true;
        }
    });
    let (mut all, mut left, mut right) = (Vec::new(), 0, 0);
    let cut = |range: Range<usize>, at: usize, all: &mut Vec<(Pairing, bool)>| {
        let alone = range.filter(|left| paired.get(*left).is_some_and(|paired| !paired));
        all.extend(alone.map(|left| (Pairing { left: left..left + 1, right: at..at }, false)));
    };
    for (pair, is_kept) in pairs.iter().zip(kept) {
        // What the left side alone has comes before what is new, as a change reads: this went, that came.
        if *is_kept {
            cut(left..pair.left.start, right, &mut all);
            left = pair.left.end.max(left);
        }
        all.extend((right..pair.right.start).map(|at| (Pairing { left: left..left, right: at..at + 1 }, false)));
        right = pair.right.end.max(right);
        all.push((pair.clone(), !is_kept));
    }
    cut(left..lefts, right, &mut all);
    all.extend((right..rights).map(|at| (Pairing { left: left..left, right: at..at + 1 }, false)));
    all
}
