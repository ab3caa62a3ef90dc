//! The judge: which of several candidates is the passage, or that none is, or that it cannot be told.
//!
//! A wrong place is worse than none: each rule asks for evidence beyond what two different sentences of one article share. The numbers
//! were set on the benchmark in `tests/anchors.rs`, and `docs/anchors.md` says why they are what they are.

use crate::notes::anchoring::candidates::ScoredPlace;
use crate::notes::anchoring::pattern::Side;

/// What the context on a side must be at least to count as the same: unrelated prose reaches 0.45.
const SAME_SIDE: f32 = 0.6;
/// How much more alike the context must be here than anywhere else to speak for this place: a phrase that returns tells nothing.
const LEAD: f32 = 0.15;
/// What the context must be at least somewhere else to speak against a place where it is less alike by [`LEAD`].
const ELSEWHERE: f32 = 0.7;
/// What it must be there to speak against a place where neither side speaks for it.
const CERTAIN: f32 = 0.9;
/// What quotation and context must be together when both sides speak for a place, and no other place has any of it.
const ALIKE: f32 = 0.7;
/// The same, for a place about where the passage stood.
const ALIKE_NEAR: f32 = 0.6;
/// How much more when no side that stands here alone speaks for a place about where the passage stood.
const LITTLE_DOUBT: f32 = 0.025;
/// How much more when a side stands elsewhere too, or is not to be seen.
const DOUBT: f32 = 0.05;
/// How much more when something stands in between, or only a phrase that returns speaks for the place.
const MUCH_DOUBT: f32 = 0.1;
/// What the quotation must be at least by itself, whatever stands around it.
const SOME: f32 = 0.59;
/// The same, for a place about where the passage stood, with nothing put in between.
const SOME_NEAR: f32 = 0.45;
/// So many symbols of it must be left at least: fewer are a short word or a sign, which stands everywhere.
const LEFT: f32 = 7.0;
/// A quotation with fewer symbols says nothing by itself.
const SIGN: usize = 4;
/// What both sides must be to find one.
const WORD_FOR_WORD: f32 = 0.96;
/// A place is about where the passage stood when its nearness is this.
const NEAR: f32 = 0.75;
/// A quotation with so many symbols is enough by itself when it stands word for word in one place only.
const LONG_EXACT: usize = 40;
/// What the quotation and the context on one side must be at least for a place to come into question beside a better one.
const RIVAL: (f32, f32) = (0.42, 0.5);
/// What the quotation must be at least to come into question beside one that only one side speaks for.
const LIKE_IT: f32 = 0.7;
/// How far the best must be ahead of such a place.
const MARGIN: f32 = 0.25;
/// The same, for a best that stands about where the passage stood, ahead of one that does not.
const MARGIN_NEAR: f32 = 0.1;
/// A place that is as good as this is not left behind because the best is near: a copy may have come to stand there.
const STRONG: f32 = 0.85;
/// What it is worth to stand where the passage stood.
const NEARNESS: f32 = 0.12;
/// Below this a candidate is not worth showing.
const WORTH_SHOWING: f32 = 0.45;
/// How many are shown.
const SHOWN: usize = 5;

/// What came of the candidates.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// The first is the passage.
    Found(Vec<ScoredPlace>),
    /// The passage is among them, and it cannot be told which.
    Open(Vec<ScoredPlace>),
    /// None is; those that came nearest, to choose from by hand.
    None(Vec<ScoredPlace>),
}

/// What the context on a side says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Voice {
    /// It stands here and nowhere else.
    For,
    /// It stands here and elsewhere.
    Common,
    /// It stands here, and something in between.
    Parted,
    /// There never was any.
    Absent,
    /// It is not to be seen here.
    Mute,
    /// It stands elsewhere.
    Against,
}

/// Judges `candidates` for a quotation with `len` symbols, overlapping ones by the best of them.
#[must_use]
pub fn judge(candidates: Vec<ScoredPlace>, len: usize) -> Verdict {
    let mut apart = apart(candidates, len);
    let is_sole = apart.iter().filter(|candidate| is_exact(candidate)).count() == 1;
    let Some(at) = apart.iter().position(|candidate| is_acceptable(candidate, len, is_sole)) else {
        apart.retain(|candidate| score(candidate, len) >= WORTH_SHOWING);
        apart.truncate(SHOWN);
        return Verdict::None(apart);
    };
    let best = apart.remove(at);
    let is_clear = !apart.iter().any(|other| is_rival(&best, other, len));
    if !is_clear {
        apart.retain(|other| is_rival(&best, other, len));
    }
    apart.insert(0, best);
    apart.truncate(SHOWN);
    if is_clear { Verdict::Found(apart) } else { Verdict::Open(apart) }
}

/// The best of each candidates that overlap, the best first.
fn apart(mut candidates: Vec<ScoredPlace>, len: usize) -> Vec<ScoredPlace> {
    candidates.sort_by(|a, b| score(b, len).total_cmp(&score(a, len)));
    let mut apart: Vec<ScoredPlace> = Vec::new();
    for candidate in candidates {
        if apart.iter().all(|other| candidate.end <= other.start || other.end <= candidate.start) {
            apart.push(candidate);
        }
    }
    apart
}

/// Whether `candidate` can be taken for the passage without looking at anything but the places where its very words stand.
#[must_use]
pub fn is_beyond_doubt(candidate: &ScoredPlace) -> bool {
    is_exact(candidate) && context(candidate) >= 0.9
}

/// How good a candidate is, from 0 to about 1, and a little more for nearness.
#[must_use]
pub fn score(candidate: &ScoredPlace, len: usize) -> f32 {
    alike(candidate, len) + NEARNESS * candidate.nearness
}

/// How alike quotation and context are together, each by its length.
fn alike(candidate: &ScoredPlace, len: usize) -> f32 {
    let own = weight(len.clamp(32, 160));
    let (sum, all) = candidate.context.iter().fold((own * candidate.quotation, own), |(sum, all), side| {
        (sum + weight(side.len) * side.likeness, all + weight(side.len))
    });
    sum / all
}

/// Whether a candidate stands about where the passage stood, and that says something: not when the paragraphs were put in another order.
fn is_near(candidate: &ScoredPlace) -> bool {
    let is_parted = |side: &Side| side.is_edge && side.likeness < SAME_SIDE && side.elsewhere >= CERTAIN;
    candidate.nearness >= NEAR && !candidate.context.iter().any(is_parted)
}

/// Whether `other` could be the passage rather than `best`.
fn is_rival(best: &ScoredPlace, other: &ScoredPlace, len: usize) -> bool {
    // What only one side speaks for may be a copy of the passage, when something else is like it.
    let is_told = is_near(best) || voices(best).into_iter().all(|voice| voice <= Voice::Common);
    if !is_told && other.quotation >= LIKE_IT {
        return true;
    }
    let is_likely = is_exact(other) || other.quotation >= RIVAL.0 && context(other) >= RIVAL.1;
    let is_behind = other.nearness < NEAR || context(other) < SAME_SIDE;
    let margin = if is_near(best) && is_behind && alike(other, len) < STRONG { MARGIN_NEAR } else { MARGIN };
    is_likely && alike(other, len) > alike(best, len) - margin
}

fn is_exact(candidate: &ScoredPlace) -> bool {
    candidate.quotation >= 1.0
}

fn is_acceptable(candidate: &ScoredPlace, len: usize, is_sole: bool) -> bool {
    if is_exact(candidate) {
        if len < SIGN {
            return candidate.context.iter().all(|side| side.likeness >= WORD_FOR_WORD || (side.is_edge && is_near(candidate)));
        }
        let is_told = voices(candidate).into_iter().any(|voice| voice <= Voice::Common);
        return is_told || (is_sole && len >= LONG_EXACT);
    }
    let is_whole = is_near(candidate) && candidate.context.iter().all(|side| !side.is_parted);
    let some = if is_whole { SOME_NEAR } else { SOME };
    let is_left = candidate.quotation >= some && candidate.quotation * weight(len) >= LEFT;
    is_left && alike(candidate, len) >= least(candidate)
}

/// What quotation and context must be together to take `candidate`, which is not word for word, for the passage; more than can be
/// when the context forbids it.
fn least(candidate: &ScoredPlace) -> f32 {
    use Voice::{Absent, Against, Common, For, Mute, Parted};
    const NEVER: f32 = 2.0;
    let is_near = is_near(candidate);
    let mut voices = voices(candidate);
    voices.sort_unstable();
    match voices {
        [_, Against] | [Parted, Mute] => NEVER,
        [Mute | Absent, _] if candidate.context.iter().any(|side| side.left >= ELSEWHERE) => NEVER,
        [For, _] if is_near => ALIKE_NEAR,
        _ if is_near => ALIKE_NEAR + LITTLE_DOUBT,
        [For, For] => ALIKE,
        [For | Common, Common] if candidate.nearness > 0.0 => ALIKE,
        [For, Common | Mute] | [Common, Common] => ALIKE + DOUBT,
        [For | Common | Parted, Parted | Absent] => ALIKE + MUCH_DOUBT,
        _ => NEVER,
    }
}

/// What the sides say.
fn voices(candidate: &ScoredPlace) -> [Voice; 2] {
    candidate.context.map(voice)
}

fn voice(side: Side) -> Voice {
    if !side.is_telling() {
        return Voice::Absent;
    }
    if side.left >= ELSEWHERE && side.left >= side.likeness + LEAD {
        return if side.is_edge { Voice::Mute } else { Voice::Against };
    }
    if side.likeness < SAME_SIDE {
        return if side.is_cut { Voice::Against } else { Voice::Mute };
    }
    if side.is_parted {
        return Voice::Parted;
    }
    if side.likeness >= side.elsewhere + LEAD { Voice::For } else { Voice::Common }
}

/// How alike the context is, from 0 to 1, each side by its length.
fn context(candidate: &ScoredPlace) -> f32 {
    let all: f32 = candidate.context.iter().map(|side| weight(side.len)).sum();
    let sum: f32 = candidate.context.iter().map(|side| weight(side.len) * side.likeness).sum();
    if all > 0.0 { sum / all } else { 0.0 }
}

fn weight(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
