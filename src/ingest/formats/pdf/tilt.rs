//! Lines that are not level, as on scans that lay askew, and boxes of magazines that are turned: letters of one direction are put together, and
//! turned so that their lines are level.

use std::collections::HashMap;

use crate::ingest::formats::pdf::page::Glyph;

/// What is less is level: a hundredth of a line's height in the width of a page.
const LEVEL: f64 = 0.001;
/// How far two directions are apart that are one, in radians: half a degree.
const ONE: f64 = 0.009;
/// Directions of one page.
const MOST: usize = 16;

/// The letters by the directions of their lines, that of most letters first, each with level lines.
pub(super) fn levelled(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut all = Vec::new();
    while glyphs.iter().any(|glyph| glyph.tilt.abs() > LEVEL) && all.len() < MOST {
        let usual = usual_tilt(&glyphs);
        let (level, others): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(|glyph| (glyph.tilt - usual).abs() <= ONE);
        all.push(level.into_iter().map(|glyph| turned(glyph, usual)).collect());
        glyphs = others;
    }
    if !glyphs.is_empty() || all.is_empty() {
        all.push(glyphs);
    }
    all
}

/// The mean tilt of the direction that most letters have.
fn usual_tilt(glyphs: &[Glyph]) -> f64 {
    #[expect(clippy::cast_possible_truncation, reason = "a right angle has a few hundred steps")]
    let step = |glyph: &Glyph| (glyph.tilt / ONE).round() as i64;
    let mut counted: HashMap<i64, usize> = HashMap::new();
    for glyph in glyphs {
        *counted.entry(step(glyph)).or_default() += 1;
    }
    let most = counted.into_iter().max_by_key(|(step, count)| (*count, std::cmp::Reverse(*step))).map(|(step, _)| step);
    let (sum, count) = glyphs
        .iter()
        .filter(|glyph| Some(step(glyph)) == most)
        .fold((0.0, 0.0), |(sum, count), glyph| (sum + glyph.tilt, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// `glyph` on a page that is turned back by `tilt`.
fn turned(glyph: Glyph, tilt: f64) -> Glyph {
    let (sine, cosine) = tilt.sin_cos();
    let (x, y) = (glyph.x * cosine + glyph.y * sine, glyph.y * cosine - glyph.x * sine);
    Glyph { x, y, end: x + (glyph.end - glyph.x), tilt: 0.0, ..glyph }
}
