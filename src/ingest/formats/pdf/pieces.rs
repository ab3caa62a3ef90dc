//! Letters that follow each other on one line, put together.

use crate::ingest::formats::pdf::columns::Extent;
use crate::ingest::formats::pdf::page::Glyph;

/// Signs of an initial and of what follows it at most: `L’h`.
const INITIAL: usize = 3;

/// Letters side by side, with the spaces between them.
#[derive(Clone, Debug)]
pub(super) struct PrintedPiece {
    pub(super) text: String,
    pub(super) left: f64,
    /// Where its last letter ends.
    pub(super) right: f64,
    /// Where a space behind it ends.
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) is_artifact: bool,
}

impl PrintedPiece {
    pub(super) fn extent(&self) -> Extent {
        Extent { left: self.left, right: self.right, y: self.y, size: self.size }
    }
}

/// Puts letters together that follow each other on one line.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<PrintedPiece> {
    let mut pieces: Vec<PrintedPiece> = Vec::new();
    for glyph in glyphs {
        let size = glyph.size.max(0.1);
        if let Some(last) = pieces.last_mut() {
            let gap = glyph.x - last.end;
            let level = (glyph.y - last.y).abs() < size.max(last.size) * 0.35;
            if level && gap > -size * 0.6 && gap < size * 1.2 && last.is_artifact == glyph.is_artifact {
                if gap > size * 0.18 && !last.text.ends_with(' ') && !glyph.text.starts_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&glyph.text);
                last.end = last.end.max(glyph.end);
                if !glyph.text.trim().is_empty() {
                    last.right = last.end;
                }
                // A large initial on the line of its word does not make the line large.
                last.size = if last.text.chars().count() <= INITIAL && size < last.size { size } else { last.size.max(size) };
                continue;
            }
        }
        let (text, is_artifact) = (glyph.text.clone(), glyph.is_artifact);
        let end = glyph.end.max(glyph.x);
        pieces.push(PrintedPiece { text, left: glyph.x, right: end, end, y: glyph.y, size, is_artifact });
    }
    pieces.retain(|piece| !piece.text.trim().is_empty());
    pieces
}

/// The size in which most letters are set.
pub(super) fn usual_size(pieces: &[PrintedPiece]) -> f64 {
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
