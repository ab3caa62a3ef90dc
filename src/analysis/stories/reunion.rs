//! Reunion: groups of articles that lie weeks apart are one story where they share several rare names, such as those of victims, and are
//! about the same otherwise.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::stories::days::WINDOW;
use crate::analysis::stories::vectors::Vectors;

/// Days that two groups of one story lie apart at most.
const APART: i32 = 90;
/// Names that few other articles have, which both must have.
const NAMES: usize = 2;
/// Articles beside those of both groups that may have a rare name.
const OTHERS: u32 = 2;
/// How much the two must be alike.
const ALIKE: f32 = 0.3;

/// `groups` with those joined that tell one story weeks apart; each is joined with at most one that came before.
pub(super) fn reunited(vectors: &Vectors, groups: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    let centres: Vec<Centre> = groups.iter().map(|group| Centre::of(vectors, group)).collect();
    let mut by_name: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, centre) in centres.iter().enumerate() {
        centre.names.iter().for_each(|name| by_name.entry(*name).or_default().push(at));
    }
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|at| centres.get(*at).map(|centre| (centre.first, centre.last)));
    let mut joined: Vec<usize> = (0..groups.len()).collect();
    for at in order {
        let Some(centre) = centres.get(at).filter(|centre| centre.first.is_some()) else { continue };
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        let with = centre.names.iter().filter_map(|name| by_name.get(name)).flatten().filter(|other| **other != at);
        with.for_each(|other| *shared.entry(*other).or_default() += 1);
        let found = shared.into_iter().filter(|(_, names)| *names >= NAMES).filter_map(|(other, _)| {
            let before = centres.get(other)?;
            let is_before = before.last? + WINDOW < centre.first? && centre.first? - before.last? <= APART;
            let both = before.names.intersection(&centre.names);
            let names = both.filter(|name| vectors.count(**name) <= before.size + centre.size + OTHERS).count();
            let likeness = before.likeness(centre);
            (is_before && names >= NAMES && likeness >= ALIKE).then_some((other, names, likeness))
        });
        if let Some((other, ..)) =
            found.max_by(|one, other| one.1.cmp(&other.1).then(one.2.total_cmp(&other.2)).then(other.0.cmp(&one.0)))
        {
            let root = joined.get(other).copied().unwrap_or(other);
            joined.iter_mut().filter(|slot| **slot == at).for_each(|slot| *slot = root);
        }
    }
    let mut all: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    joined.into_iter().zip(groups).for_each(|(root, group)| all.entry(root).or_default().extend(group));
    all.into_values().collect()
}

/// What a group is about.
struct Centre {
    terms: BTreeMap<u32, f32>,
    /// The names that few articles have.
    names: BTreeSet<u32>,
    first: Option<i32>,
    last: Option<i32>,
    size: u32,
}

impl Centre {
    fn of(vectors: &Vectors, group: &[u32]) -> Self {
        let size = u32::try_from(group.len()).unwrap_or(u32::MAX);
        let (mut terms, mut names) = (BTreeMap::new(), BTreeSet::new());
        for term in group.iter().flat_map(|at| vectors.get(*at)) {
            *terms.entry(term.id).or_insert(0.0) += term.weight;
            // A name that one article alone has joins nothing; one that many have is no victim's.
            let count = vectors.count(term.id);
            if term.is_name && count > 1 && count <= (2 * size + OTHERS).max(8) {
                names.insert(term.id);
            }
        }
        let length = terms.values().map(|weight| weight * weight).sum::<f32>().sqrt();
        for weight in terms.values_mut() {
            *weight /= length.max(f32::MIN_POSITIVE);
        }
        let days = || group.iter().filter_map(|at| vectors.day(*at));
        Self { terms, names, first: days().min(), last: days().max(), size }
    }

    fn likeness(&self, other: &Self) -> f32 {
        self.terms.iter().filter_map(|(term, weight)| Some(weight * other.terms.get(term)?)).sum()
    }
}
