//! Letters to lines: words put together, columns told apart, and which lines go on with the one above.
//!
//! A page is cut along the widest white bands, between columns before between paragraphs (the recursive X-Y cut: Nagy and Seth, 1984).
//! Letters on their side, as credits of photographs are set, come last.

use crate::ingest::formats::pdf::columns::{Extent, Lane, band, gutter, lane};
use crate::ingest::formats::pdf::page::Glyph;

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

/// Letters side by side, with the spaces between them.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    left: f64,
    /// Where its last letter ends.
    right: f64,
    /// Where a space behind it ends.
    end: f64,
    y: f64,
    size: f64,
    is_artifact: bool,
}

impl Piece {
    fn extent(&self) -> Extent {
        Extent { left: self.left, right: self.right, y: self.y, size: self.size }
    }
}

/// The lines of a page.
pub(super) fn rows(glyphs: Vec<Glyph>, height: f64) -> Vec<PrintedLine> {
    let (upright, aside): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(|glyph| glyph.is_upright);
    let mut rows = laid_out(&upright, height);
    rows.extend(laid_out(&aside, height).into_iter().map(|row| PrintedLine { setting: Setting::Aside, ..row }));
    rows
}

fn laid_out(glyphs: &[Glyph], height: f64) -> Vec<PrintedLine> {
    let pieces = pieces(glyphs);
    let usual = usual_size(&pieces);
    let mut columns = Vec::new();
    cut(pieces, usual, 0, &mut columns);
    columns.into_iter().flat_map(|column| lines(column, usual, height)).collect()
}

/// Puts letters together that follow each other on one line.
fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for glyph in glyphs {
        let size = glyph.size.max(0.1);
        if let Some(last) = pieces.last_mut() {
            let gap = glyph.x - last.end;
            let level = (glyph.y - last.y).abs() < size.max(last.size) * 0.35;
            if level && gap > -size * 0.6 && gap < size * 1.2 && last.is_artifact == glyph.is_artifact {
                // What is drawn twice, a hair apart, is bold.
                if gap < -size * 0.2 && last.text.ends_with(glyph.text.as_str()) {
                    continue;
                }
                if gap > size * 0.18 && !last.text.ends_with(' ') && !glyph.text.starts_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&glyph.text);
                last.end = last.end.max(glyph.end);
                if !glyph.text.trim().is_empty() {
                    last.right = last.end;
                }
                last.size = last.size.max(size);
                continue;
            }
        }
        let (text, is_artifact) = (glyph.text.clone(), glyph.is_artifact);
        let end = glyph.end.max(glyph.x);
        pieces.push(Piece { text, left: glyph.x, right: end, end, y: glyph.y, size, is_artifact });
    }
    pieces.retain(|piece| !piece.text.trim().is_empty());
    pieces
}

/// The size in which most letters are set.
fn usual_size(pieces: &[Piece]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = pieces.iter().map(|piece| (piece.size, piece.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, count)| count).sum::<usize>() / 2;
    let mut seen = 0;
    let found = sizes.iter().find(|(_, count)| {
        seen += count;
        seen > half
    });
    found.map_or(10.0, |(size, _)| *size)
}

/// Cuts `pieces` into columns, in the order of reading.
fn cut(pieces: Vec<Piece>, usual: f64, depth: usize, columns: &mut Vec<Vec<Piece>>) {
    if pieces.is_empty() {
        return;
    }
    if pieces.len() > PIECES || depth > DEEPEST {
        return columns.push(pieces);
    }
    let extents: Vec<Extent> = pieces.iter().map(Piece::extent).collect();
    if let Some(x) = gutter(&extents, usual) {
        let (left, right): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().partition(|piece| piece.right <= x);
        cut(left, usual, depth + 1, columns);
        return cut(right, usual, depth + 1, columns);
    }
    if let Some(y) = band(&extents, usual) {
        let (above, below): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().partition(|piece| piece.y <= y);
        cut(above, usual, depth + 1, columns);
        return cut(below, usual, depth + 1, columns);
    }
    let Some(Lane { x, top, bottom, .. }) = lane(&extents, usual) else { return columns.push(pieces) };
    let (above, rest): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().partition(|piece| piece.y < top);
    let (beside, below): (Vec<Piece>, Vec<Piece>) = rest.into_iter().partition(|piece| piece.y <= bottom);
    let (left, right): (Vec<Piece>, Vec<Piece>) = beside.into_iter().partition(|piece| piece.right <= x);
    for part in [above, left, right, below] {
        cut(part, usual, depth + 1, columns);
    }
}

/// The lines of one column.
fn lines(mut column: Vec<Piece>, usual: f64, height: f64) -> Vec<PrintedLine> {
    if column.len() <= PIECES {
        column.sort_by(|a, b| a.y.total_cmp(&b.y));
    }
    let mut lines: Vec<Piece> = Vec::new();
    let mut level: Vec<Piece> = Vec::new();
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

fn alike(above: &Piece, line: &Piece) -> bool {
    (above.size - line.size).abs() < above.size.max(line.size) * 0.12
}

/// Pieces on one line, from left to right.
fn one_line(mut level: Vec<Piece>) -> Option<Piece> {
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
fn edge(lines: &[Piece]) -> f64 {
    let mut ends: Vec<f64> = lines.iter().map(|line| line.right).collect();
    ends.sort_by(|a, b| b.total_cmp(a));
    ends.get(ends.len() / 4).copied().unwrap_or_default()
}

/// How far apart lines stand: the middle of all distances.
fn spacing(lines: &[Piece]) -> Option<f64> {
    let mut steps: Vec<f64> =
        lines.iter().zip(lines.iter().skip(1)).map(|(above, below)| below.y - above.y).filter(|step| *step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied()
}
