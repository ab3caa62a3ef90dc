//! Letters to lines: words put together, columns told apart, and which lines go on with the one above.
//!
//! A page is cut along the widest white bands, between columns before between paragraphs (the recursive X-Y cut: Nagy and Seth, 1984).
//! Letters on their side, as credits of photographs are set, come last; lines that are not level are turned first (`tilt`).

use crate::ingest::formats::pdf::columns::{Extent, Lane, band, gutter, lane};
use crate::ingest::formats::pdf::initials;
use crate::ingest::formats::pdf::page::Glyph;
use crate::ingest::formats::pdf::pieces::{PrintedPiece, pieces, usual_size};
use crate::ingest::formats::pdf::printed_twice;
use crate::ingest::formats::pdf::tilt;

/// Pieces of a page beyond this are left in the order of the file: a drawing, not a text.
const PIECES: usize = 4000;
/// Cuts inside cuts.
const DEEPEST: usize = 24;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct PrintedLine {
    /// Its words.
    pub(super) words: String,
    /// Whether the next line goes on with its paragraph.
    pub(super) goes_on: bool,
    /// Whether it follows the line above without a gap.
    pub(super) is_near: bool,
    /// What it is, by how it is set.
    pub(super) setting: Setting,
    /// How far down the page it stands, from 0 to 1.
    pub(super) height: f64,
}

/// What a line is, by how it is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Setting {
    /// In the size of the text.
    #[default]
    Text,
    /// Larger, as headlines are.
    Large,
    /// Beside the text: on its side, or as the page says.
    Aside,
}

/// The lines of a page.
pub(super) fn rows(glyphs: Vec<Glyph>, height: f64) -> Vec<PrintedLine> {
    let (upright, aside): (Vec<Glyph>, Vec<Glyph>) = printed_twice::once(glyphs).into_iter().partition(|glyph| glyph.is_upright);
    let mut rows: Vec<PrintedLine> = tilt::levelled(upright).iter().flat_map(|glyphs| laid_out(glyphs, height)).collect();
    rows.extend(laid_out(&aside, height).into_iter().map(|row| PrintedLine { setting: Setting::Aside, ..row }));
    rows
}

fn laid_out(glyphs: &[Glyph], height: f64) -> Vec<PrintedLine> {
    let mut pieces = pieces(glyphs);
    let usual = usual_size(&pieces);
    initials::join(&mut pieces, usual);
    let mut columns = Vec::new();
    cut(pieces, usual, 0, &mut columns);
    columns.into_iter().flat_map(|column| lines(column, usual, height)).collect()
}

/// Cuts `pieces` into columns, in the order of reading.
fn cut(pieces: Vec<PrintedPiece>, usual: f64, depth: usize, columns: &mut Vec<Vec<PrintedPiece>>) {
    if pieces.is_empty() {
        return;
    }
    if pieces.len() > PIECES || depth > DEEPEST {
        return columns.push(pieces);
    }
    let extents: Vec<Extent> = pieces.iter().map(PrintedPiece::extent).collect();
    if let Some(x) = gutter(&extents, usual) {
        let (left, right): (Vec<PrintedPiece>, Vec<PrintedPiece>) = pieces.into_iter().partition(|piece| piece.right <= x);
        cut(left, usual, depth + 1, columns);
        return cut(right, usual, depth + 1, columns);
    }
    // Columns that fill most of a page go before what parts their first lines from the rest.
    let lane = lane(&extents, usual);
    let fills = lane.is_some_and(|lane| lane.beside * 2 > extents.len());
    if let Some(y) = (!fills).then(|| band(&extents, usual)).flatten() {
        let (above, below): (Vec<PrintedPiece>, Vec<PrintedPiece>) = pieces.into_iter().partition(|piece| piece.y <= y);
        cut(above, usual, depth + 1, columns);
        return cut(below, usual, depth + 1, columns);
    }
    let Some(Lane { x, top, bottom, .. }) = lane else { return columns.push(pieces) };
    let (above, rest): (Vec<PrintedPiece>, Vec<PrintedPiece>) = pieces.into_iter().partition(|piece| piece.y < top);
    let (beside, below): (Vec<PrintedPiece>, Vec<PrintedPiece>) = rest.into_iter().partition(|piece| piece.y <= bottom);
    let (left, right): (Vec<PrintedPiece>, Vec<PrintedPiece>) = beside.into_iter().partition(|piece| piece.right <= x);
    for part in [above, left, right, below] {
        cut(part, usual, depth + 1, columns);
    }
}

/// The lines of one column.
fn lines(mut column: Vec<PrintedPiece>, usual: f64, height: f64) -> Vec<PrintedLine> {
    if column.len() <= PIECES {
        column.sort_by(|a, b| a.y.total_cmp(&b.y));
    }
    let mut lines: Vec<PrintedPiece> = Vec::new();
    let mut level: Vec<PrintedPiece> = Vec::new();
    for piece in column {
        if level.last().is_some_and(|last| (piece.y - last.y).abs() > last.size.max(piece.size) * 0.45) {
            lines.extend(one_line(std::mem::take(&mut level)));
        }
        level.push(piece);
    }
    lines.extend(one_line(level));
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = edge(&lines);
    let spacing = spacing(&lines).unwrap_or(usual * 1.2);
    let mut rows: Vec<PrintedLine> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let above = at.checked_sub(1).and_then(|above| lines.get(above));
        let is_near = above.is_some_and(|above| line.y - above.y < spacing * 1.35 && alike(above, line));
        let is_indented = line.left > left + usual * 0.6 && above.is_some_and(|above| above.left < line.left - usual * 0.6);
        let is_full = above.is_some_and(|above| above.right > right - (right - left) * 0.12);
        if let Some(above) = rows.last_mut() {
            above.goes_on = is_near && !is_indented && is_full;
        }
        let setting = match line.size > usual * 1.18 && line.text.chars().any(char::is_alphabetic) {
            _ if line.is_artifact => Setting::Aside,
            true => Setting::Large,
            false => Setting::Text,
        };
        let place = line.y / height;
        // What the page itself says to be no text stands at the edge, wherever it is.
        let place = if line.is_artifact { place.round() } else { place };
        rows.push(PrintedLine { words: line.text.clone(), goes_on: false, is_near, setting, height: place });
    }
    rows
}

fn alike(above: &PrintedPiece, line: &PrintedPiece) -> bool {
    (above.size - line.size).abs() < above.size.max(line.size) * 0.12
}

/// Pieces on one line, from left to right.
fn one_line(mut level: Vec<PrintedPiece>) -> Option<PrintedPiece> {
    level.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut pieces = level.into_iter();
    let mut line = pieces.next()?;
    for piece in pieces {
        line.text.push(' ');
        line.text.push_str(&piece.text);
        (line.right, line.size) = (line.right.max(piece.right), line.size.max(piece.size));
    }
    Some(line)
}

/// Where lines end: the edge that a quarter of them reach.
fn edge(lines: &[PrintedPiece]) -> f64 {
    let mut ends: Vec<f64> = lines.iter().map(|line| line.right).collect();
    ends.sort_by(|a, b| b.total_cmp(a));
    ends.get(ends.len() / 4).copied().unwrap_or_default()
}

/// How far apart lines stand: the middle of all distances.
fn spacing(lines: &[PrintedPiece]) -> Option<f64> {
    let mut steps: Vec<f64> =
        lines.iter().zip(lines.iter().skip(1)).map(|(above, below)| below.y - above.y).filter(|step| *step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied()
}
