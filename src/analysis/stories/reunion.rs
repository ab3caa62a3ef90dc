//! Reunion: groups of articles that lie weeks apart are one story where they share several rare names, such as those of victims, and are
//! about the same otherwise.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::names::Numbered;
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
    let centres: Vec<Centre> = groups.par_iter().map(|group| Centre::of(vectors, group)).collect();
    let mut by_name: Numbered<Vec<usize>> = Numbered::default();
    for (at, centre) in centres.iter().enumerate() {
        centre.names.iter().for_each(|name| by_name.entry(*name).or_default().push(at));
    }
    let earlier: Vec<Option<usize>> = (0..groups.len())
        .collect::<Vec<_>>()
        .par_iter()
        .map(|at| {
            let centre = centres.get(*at)?;
            let mut with: Vec<usize> = centre.names.iter().filter_map(|name| by_name.get(name)).flatten().copied().collect();
            with.sort_unstable();
            let shared = with.chunk_by(|a, b| a == b).filter(|run| run.len() >= NAMES).map(|run| run[0]);
            let found = shared.filter(|other| other != at).filter_map(|other| {
                let before = centres.get(other)?;
                let names = before.reunites(centre, vectors)?;
                let likeness = likeness(vectors, groups.get(other)?, groups.get(*at)?);
                (likeness >= ALIKE).then_some((other, names, likeness))
            });
            let best = found.max_by(|one, other| one.1.cmp(&other.1).then(one.2.total_cmp(&other.2)).then(other.0.cmp(&one.0)));
            best.map(|(other, ..)| other)
        })
        .collect();
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|at| centres.get(*at).map(|centre| (centre.first, centre.last)));
    // Where each group went, and what came to it.
    let mut joined: Vec<usize> = (0..groups.len()).collect();
    let mut groups = groups;
    let mut members: Vec<Vec<usize>> = joined.iter().map(|at| vec![*at]).collect();
    for at in order {
        let Some(root) = earlier.get(at).copied().flatten().and_then(|other| joined.get(other)).copied() else { continue };
        let moved = members.get_mut(at).map(std::mem::take).unwrap_or_default();
        for member in &moved {
            if let Some(slot) = joined.get_mut(*member) {
                *slot = root;
            }
        }
        if let Some(members) = members.get_mut(root) {
            members.extend(moved);
        }
    }
    let mut take = |at: usize| groups.get_mut(at).map(std::mem::take).unwrap_or_default();
    let whole = members.into_iter().filter(|members| !members.is_empty()).map(|mut members| {
        members.sort_unstable();
        members.into_iter().flat_map(&mut take).collect()
    });
    whole.collect()
}

/// What joins a group with others.
struct Centre {
    /// The names that few articles have, in order.
    names: Vec<u32>,
    first: Option<i32>,
    last: Option<i32>,
    size: u32,
}

impl Centre {
    fn of(vectors: &Vectors, group: &[u32]) -> Self {
        let size = u32::try_from(group.len()).unwrap_or(u32::MAX);
        let terms = group.iter().flat_map(|at| vectors.get(*at)).filter(|term| term.is_name());
        // A name that one article alone has joins nothing; one that many have is no victim's.
        let is_rare = |name: &u32| (2..=(2 * size + OTHERS).max(8)).contains(&vectors.count(*name));
        let mut names: Vec<u32> = terms.map(|term| term.id).filter(is_rare).collect();
        names.sort_unstable();
        names.dedup();
        let days = || group.iter().filter_map(|at| vectors.day(*at));
        Self { names, first: days().min(), last: days().max(), size }
    }

    /// How many rare names it shares with `later`, if they may be of one story.
    fn reunites(&self, later: &Self, vectors: &Vectors) -> Option<usize> {
        let is_before = self.last? + WINDOW < later.first? && later.first? - self.last? <= APART;
        let both = self.names.iter().filter(|name| is_before && later.names.binary_search(name).is_ok());
        let names = both.filter(|name| vectors.count(**name) <= self.size + later.size + OTHERS).count();
        (names >= NAMES).then_some(names)
    }
}

/// How much two groups are about the same.
fn likeness(vectors: &Vectors, one: &[u32], other: &[u32]) -> f32 {
    let (one, other) = (subject(vectors, one), subject(vectors, other));
    let weight_there = |term: u32| Some(other.get(other.binary_search_by_key(&term, |(term, _)| *term).ok()?)?.1);
    one.iter().filter_map(|(term, weight)| Some(weight * weight_there(*term)?)).sum()
}

/// What a group is about, as a vector of length one, in order of terms.
fn subject(vectors: &Vectors, group: &[u32]) -> Vec<(u32, f32)> {
    let all = group.iter().flat_map(|at| vectors.get(*at));
    let mut terms: Vec<(u32, f32)> = all.map(|term| (term.id, term.weight())).collect();
    // Those of one term stay in order, so that sums of fractions come out alike.
    terms.sort_by_key(|(term, _)| *term);
    let sum = |run: &[(u32, f32)]| (run[0].0, run.iter().fold(0.0, |sum, (_, weight)| sum + weight));
    let mut terms: Vec<(u32, f32)> = terms.chunk_by(|a, b| a.0 == b.0).map(sum).collect();
    let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    for (_, weight) in &mut terms {
        *weight /= length.max(f32::MIN_POSITIVE);
    }
    terms
}
