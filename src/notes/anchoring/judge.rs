//! The judge: which of several candidates is the passage, or that none is, or that it cannot be told.
//!
//! A wrong place is worse than none: each rule asks for evidence beyond what two different sentences of one article share. The numbers
//! were set on the benchmark in `tests/anchors_benchmark.rs`, and `docs/anchors.md` says why they are what they are.

use crate::notes::anchoring::candidates::Candidate;

/// What the context on a side must be at least to count as the same: unrelated prose reaches 0.45.
const SAME_SIDE: f32 = 0.6;
/// What the quotation must be at least, with its context.
const ALIKE: f32 = 0.45;
/// What quotation and context must be together.
const TOGETHER: f32 = 1.2;
/// A quotation with so many symbols is enough by itself when it stands word for word in one place only.
const LONG_EXACT: usize = 40;
/// A quotation with so many symbols is enough by itself when it is alike by [`ALIKE_ALONE`].
const LONG_ALIKE: usize = 160;
/// See [`LONG_ALIKE`].
const ALIKE_ALONE: f32 = 0.7;
/// How far the best must be ahead of the second.
const MARGIN: f32 = 0.08;
/// What it is worth to stand where the passage stood.
const NEARNESS: f32 = 0.03;
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
    let mine = score(&apart[at], len);
    let rival = apart.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| score(other, len)).reduce(f32::max);
    let is_clear = rival.is_none_or(|rival| mine >= rival + MARGIN);
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
    is_exact(candidate) && context(candidate) >= SAME_SIDE && best_side(candidate) >= 0.8
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

fn is_exact(candidate: &Candidate) -> bool {
    candidate.quotation >= 1.0
}

fn is_acceptable(candidate: &Candidate, len: usize, is_sole: bool) -> bool {
    let (quotation, side) = (candidate.quotation, best_side(candidate));
    if is_exact(candidate) {
        return side >= SAME_SIDE || (is_sole && len >= LONG_EXACT);
    }
    let by_context = side >= SAME_SIDE && quotation >= ALIKE && quotation + context(candidate) >= TOGETHER;
    !candidate.is_closed_up && (by_context || (len >= LONG_ALIKE && quotation >= ALIKE_ALONE))
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
