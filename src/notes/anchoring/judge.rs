//! The judge: which of several candidates is the passage, or that none is, or that it cannot be told.
//!
//! A wrong place is worse than none: each rule asks for evidence beyond what two different sentences of one article share. The numbers
//! were set on the benchmark in `tests/anchors_benchmark.rs`, and `docs/anchors.md` says why they are what they are.

use crate::notes::anchoring::candidates::Candidate;

/// What the context on a side must be at least to count as the same: unrelated prose reaches 0.45.
const SAME_SIDE: f32 = 0.6;
/// What a side must be at least to speak alone for a place far from where the passage stood.
const CLEAR_SIDE: f32 = 0.75;
/// What a side must be at least not to speak against a place.
const OTHER_SIDE: f32 = 0.65;
/// The same, for a place about where the passage stood.
const OTHER_SIDE_NEAR: f32 = 0.35;
/// What the quotation must be at least between its context.
const ALIKE: f32 = 0.5;
/// The same, for a place about where the passage stood.
const ALIKE_NEAR: f32 = 0.42;
/// What quotation and context must be together.
const TOGETHER: f32 = 1.3;
/// The same, for a place about where the passage stood.
const TOGETHER_NEAR: f32 = 1.1;
/// What the quotation must be at least when only one side speaks for it: sentences of one kind often begin or end alike.
const ALIKE_ON_ONE_SIDE: f32 = 0.9;
/// The same, for a place not far from where the passage stood.
const ALIKE_NOT_FAR: f32 = 0.75;
/// What the quotation must be at least at the head or the end of a text, where only one side is.
const ALIKE_AT_END: f32 = 0.7;
/// The same, for a place about where the passage stood.
const ALIKE_NEAR_END: f32 = 0.6;
/// A quotation with so many symbols is enough by itself when it stands word for word in one place only.
const LONG_EXACT: usize = 40;
/// How far the best must be ahead of the second.
const MARGIN: f32 = 0.08;
/// What it is worth to stand where the passage stood.
const NEARNESS: f32 = 0.08;
/// Below this a candidate is not worth showing.
const WORTH_SHOWING: f32 = 0.45;
/// How many are shown.
const SHOWN: usize = 5;

/// What came of the candidates.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// The first is the passage.
    Found(Vec<Candidate>),
    /// The passage is among them, and it cannot be told which.
    Open(Vec<Candidate>),
    /// None is; those that came nearest, to choose from by hand.
    None(Vec<Candidate>),
}

/// Judges `candidates` for a quotation with `len` symbols, overlapping ones by the best of them.
#[must_use]
pub fn judge(mut candidates: Vec<Candidate>, len: usize) -> Verdict {
    candidates.sort_by(|a, b| score(b, len).total_cmp(&score(a, len)));
    let mut apart: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if apart.iter().all(|other| candidate.end <= other.start || other.end <= candidate.start) {
            apart.push(candidate);
        }
    }
    let is_sole = apart.iter().filter(|candidate| is_exact(candidate)).count() == 1;
    let good = apart.iter().filter(|candidate| is_acceptable(candidate, len, is_sole)).count();
    let Some(at) = apart.iter().position(|candidate| is_acceptable(candidate, len, is_sole)) else {
        apart.retain(|candidate| score(candidate, len) >= WORTH_SHOWING);
        apart.truncate(SHOWN);
        return Verdict::None(apart);
    };
    let (best, mine) = (apart[at], score(&apart[at], len));
    let rivals = apart.iter().enumerate().filter(|(other, rival)| *other != at && is_rival(&best, rival, len));
    let is_clear = rivals.map(|(_, rival)| score(rival, len)).all(|rival| mine >= rival + MARGIN);
    apart.swap(0, at);
    if is_clear {
        apart.truncate(SHOWN);
        return Verdict::Found(apart);
    }
    apart.retain(|candidate| good < 2 || score(candidate, len) >= mine - MARGIN);
    apart.truncate(SHOWN);
    Verdict::Open(apart)
}

/// Whether `candidate` can be taken for the passage without looking at anything but the places where its very words stand.
#[must_use]
pub fn is_beyond_doubt(candidate: &Candidate) -> bool {
    is_exact(candidate) && context(candidate) >= 0.9
}

/// How good a candidate is, from 0 to about 1: quotation and context by their lengths, and a little for nearness.
#[must_use]
pub fn score(candidate: &Candidate, len: usize) -> f32 {
    let weight = |symbols: usize| f32::from(u16::try_from(symbols).unwrap_or(u16::MAX));
    let own = weight(len.clamp(32, 128));
    let (sum, all) = candidate.context.iter().fold((own * candidate.quotation, own), |(sum, all), side| {
        (sum + weight(side.len) * side.likeness, all + weight(side.len))
    });
    sum / all + NEARNESS * candidate.nearness
}

/// Whether `other` could be the passage rather than `best`. The very words, if they are not few, give way only to a place that is much
/// more like theirs in its surroundings.
fn is_rival(best: &Candidate, other: &Candidate, len: usize) -> bool {
    const FEW: usize = 24;
    const MUCH: f32 = 0.25;
    !is_exact(best) || is_exact(other) || len < FEW || best_side(best) < SAME_SIDE || context(other) >= context(best) + MUCH
}

fn is_exact(candidate: &Candidate) -> bool {
    candidate.quotation >= 1.0
}

fn is_acceptable(candidate: &Candidate, len: usize, is_sole: bool) -> bool {
    let (quotation, side) = (candidate.quotation, best_side(candidate));
    if is_exact(candidate) {
        return side >= SAME_SIDE || (is_sole && len >= LONG_EXACT);
    }
    let together = quotation + context(candidate);
    if side < SAME_SIDE || candidate.is_contradicted {
        return false;
    }
    let is_near = candidate.nearness >= 0.75;
    let sides = candidate.context.iter().filter(|side| side.is_telling());
    let other = sides.clone().map(|side| side.likeness).fold(1.0, f32::min);
    if sides.count() < 2 {
        return quotation >= if is_near { ALIKE_NEAR_END } else { ALIKE_AT_END };
    }
    let least = if is_near { (OTHER_SIDE_NEAR, TOGETHER_NEAR, ALIKE_NEAR) } else { (OTHER_SIDE, TOGETHER, ALIKE) };
    if other >= least.0 && together >= least.1 && quotation >= least.2 {
        return true;
    }
    if candidate.nearness >= 0.5 { quotation >= ALIKE_NOT_FAR } else { side >= CLEAR_SIDE && quotation >= ALIKE_ON_ONE_SIDE }
}

/// How alike the context is, from 0 to 1, each side by its length.
fn context(candidate: &Candidate) -> f32 {
    let weight = |symbols: usize| f32::from(u16::try_from(symbols).unwrap_or(u16::MAX));
    let all: f32 = candidate.context.iter().map(|side| weight(side.len)).sum();
    let sum: f32 = candidate.context.iter().map(|side| weight(side.len) * side.likeness).sum();
    if all > 0.0 { sum / all } else { 0.0 }
}

fn best_side(candidate: &Candidate) -> f32 {
    candidate.context.iter().filter(|side| side.is_telling()).map(|side| side.likeness).fold(0.0, f32::max)
}
