//! Letters that are printed twice, a hair apart, as programs make bold: each counts once.

use std::collections::HashMap;

use crate::ingest::formats::pdf::page::Glyph;

/// The sides of the squares by which letters are found again, in points.
const SQUARE: f64 = 4.0;

/// The letters, without those that repeat one at nearly the same place.
pub(super) fn once(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut squares: HashMap<(i32, i32), Vec<usize>> = HashMap::new();
    for glyph in glyphs {
        let (column, row) = (square(glyph.x), square(glyph.y));
        let around = (-1..=1).flat_map(|right| (-1..=1).map(move |down| (column + right, row + down)));
        let is_known = !glyph.text.trim().is_empty()
            && around
                .filter_map(|square| squares.get(&square))
                .flatten()
                .filter_map(|at| kept.get(*at))
                .any(|known| is_same(known, &glyph));
        if !is_known {
            squares.entry((column, row)).or_default().push(kept.len());
            kept.push(glyph);
        }
    }
    kept
}

/// Whether two letters are one, printed twice: two of a kind that stand side by side are a width apart.
fn is_same(known: &Glyph, glyph: &Glyph) -> bool {
    let width = (glyph.end - glyph.x).abs().max(glyph.size * 0.1);
    (known.x - glyph.x).abs() < width * 0.3
        && (known.y - glyph.y).abs() < glyph.size * 0.12
        && (known.size - glyph.size).abs() < glyph.size * 0.1
        && known.is_upright == glyph.is_upright
        && known.text == glyph.text
}

/// The square of a place; places beyond any page share one.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what a number holds")]
fn square(place: f64) -> i32 {
    (place / SQUARE).floor().clamp(-1e6, 1e6) as i32
}
