//! Where the columns of a page part: white bands that nothing crosses, and narrow lanes beside which columns run.
//!
//! Nothing crosses a lane over the height of its columns; above and below something may, a headline or the number of the page. Scanned papers and
//! LaTeX have lanes that are narrower than a space between two words can be.

/// Where a piece of a line stands, in points from above and from the left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    pub(super) left: f64,
    pub(super) right: f64,
    /// The line it stands on.
    pub(super) y: f64,
    /// The size of its letters.
    pub(super) size: f64,
}

/// A lane between two columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lane {
    /// Where the column to its left ends, in points.
    pub(super) x: f64,
    /// Where the first line of the columns stands.
    pub(super) top: f64,
    /// Where their last line stands.
    pub(super) bottom: f64,
    /// How many pieces stand beside it.
    pub(super) beside: usize,
}

/// Lines that each column has at least.
const LANE_LINES: usize = 6;
/// Ends of lines that are tried: more differ in nothing.
const PLACES: usize = 1200;

/// Where a white band parts columns: nothing crosses it, and both sides have lines enough to be columns, not cells of a table.
pub(super) fn gutter(pieces: &[Extent], usual: f64) -> Option<f64> {
    const LINES: usize = 4;
    let mut spans: Vec<(f64, f64)> = pieces.iter().map(|piece| (piece.left, piece.right)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut end, mut widest): (f64, Option<(f64, f64)>) = (spans.first()?.1, None);
    for (left, right) in spans {
        let gap = left - end;
        if gap > usual * 0.8 && widest.is_none_or(|(known, _)| gap > known) && are_columns(pieces, end, usual, LINES) {
            widest = Some((gap, end));
        }
        end = end.max(right);
    }
    widest.map(|(_, x)| x)
}

/// Whether what ends before `x` and what begins behind it are both columns.
fn are_columns(pieces: &[Extent], x: f64, usual: f64, least: usize) -> bool {
    is_column(pieces.iter().filter(|piece| piece.right <= x), usual, least)
        && is_column(pieces.iter().filter(|piece| piece.right > x), usual, least)
}

/// Whether most of what is printed here stands in lines of words: not the numbers of a list, the marks before items or the signs of formulas.
fn is_column<'a>(pieces: impl Iterator<Item = &'a Extent>, usual: f64, least: usize) -> bool {
    let (mut levels, mut printed, mut in_lines) = (Vec::new(), 0.0, 0.0);
    for piece in pieces {
        let width = piece.right - piece.left;
        printed += width;
        if width > usual * 6.0 {
            in_lines += width;
            levels.push(piece.y);
        }
    }
    levels.sort_by(f64::total_cmp);
    levels.dedup_by(|a, b| (*a - *b).abs() < usual * 0.4);
    levels.len() >= least && in_lines * 2.0 > printed
}

/// Where a white band parts what stands above from columns below, or columns above from what stands below.
pub(super) fn band(pieces: &[Extent], usual: f64) -> Option<f64> {
    /// Bands that are tried: a page has no more headlines.
    const BANDS: usize = 24;
    let mut levels: Vec<(f64, f64)> = pieces.iter().map(|piece| (piece.y - piece.size * 0.8, piece.y)).collect();
    levels.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (mut bottom, mut bands) = (levels.first()?.1, Vec::new());
    for (top, y) in levels {
        if top - bottom > usual * 0.3 {
            bands.push(bottom);
        }
        bottom = f64::max(bottom, y);
    }
    bands.into_iter().take(BANDS).find(|y| {
        let (above, below): (Vec<Extent>, Vec<Extent>) = pieces.iter().copied().partition(|piece| piece.y <= *y);
        gutter(&below, usual).is_some() || gutter(&above, usual).is_some()
    })
}

/// The lane beside which most stands, at least a third as wide as a letter of the `usual` size.
pub(super) fn lane(pieces: &[Extent], usual: f64) -> Option<Lane> {
    let mut ends: Vec<f64> = pieces.iter().map(|piece| piece.right).collect();
    // Of ends that are next to the same the last counts: none of their lines crosses it.
    ends.sort_by(|a, b| b.total_cmp(a));
    ends.dedup_by(|a, b| (*a - *b).abs() < usual * 0.03);
    let mut levels: Vec<&Extent> = pieces.iter().collect();
    levels.sort_by(|a, b| a.y.total_cmp(&b.y));
    let lanes = ends.into_iter().take(PLACES).filter_map(|x| along(&levels, x, usual));
    lanes.max_by_key(|lane| lane.beside)
}

/// The longest run of lines, from above to below, of which none crosses a lane at `x`.
fn along(levels: &[&Extent], x: f64, usual: f64) -> Option<Lane> {
    let width = usual * 0.3;
    let crosses = |piece: &&Extent| piece.right > x && piece.left < x + width;
    let runs = levels.split(crosses).filter(|run| run.len() >= 2 * LANE_LINES);
    let run = runs.max_by_key(|run| run.len())?;
    let (top, bottom) = (run.first()?.y, run.last()?.y);
    let sides = |is_left: bool| run.iter().filter(move |piece| (piece.right <= x) == is_left).map(|piece| piece.y);
    let height = |is_left: bool| {
        let (low, high) = sides(is_left).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (low.min(y), high.max(y)));
        (low, high)
    };
    let ((left_top, left_bottom), (right_top, right_bottom)) = (height(true), height(false));
    let shared = left_bottom.min(right_bottom) - left_top.max(right_top);
    let shorter = (left_bottom - left_top).min(right_bottom - right_top);
    // Both stand side by side, not one below the other.
    let pieces: Vec<Extent> = run.iter().map(|piece| **piece).collect();
    (shared > shorter * 0.5 && are_columns(&pieces, x, usual, LANE_LINES)).then_some(Lane { x, top, bottom, beside: run.len() })
}
