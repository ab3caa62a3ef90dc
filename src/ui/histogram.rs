//! Draws the histogram over the list: two rows of bars, and an axis with the years, the brush and the open article's month.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::filter::histogram_range::{marked, open_month};
use crate::app::state::State;
use crate::ui::theme::{Role, Theme};

/// Rows it takes: the bars and the axis.
pub const ROWS: u16 = BAR_ROWS + 1;
/// Rows of the highest bar.
const BAR_ROWS: u16 = 2;
/// The part of a bar in one cell, by eighths.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// The line of the axis under the columns that are marked; a style alone would not show on an empty cell everywhere.
const SPAN: &str = "━";

/// Draws it into `area`, [`ROWS`] rows.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    let chart = &state.histogram.chart;
    let marked = marked(state);
    let sign = sign(state);
    let shown = (area.x..area.right()).zip(axis(state, area.width)).enumerate();
    for (cell, (x, year)) in shown.take(chart.counts.len() * chart.cells) {
        let column = chart.column_at(cell);
        let is_marked = marked.as_ref().is_some_and(|columns| columns.contains(&column));
        let role = match (&marked, is_marked) {
            (None, _) => Role::Bar,
            (Some(_), true) => Role::Key,
            (Some(_), false) => Role::Dim,
        };
        let mut put = |y: u16, symbol: &str, role: Role| {
            if let Some(place) = frame.buffer_mut().cell_mut(Position::new(x, y)) {
                place.set_symbol(symbol).set_style(theme.style(role));
            }
        };
        let height = if is_gap(cell, chart.cells) { 0 } else { chart.height(column, usize::from(BAR_ROWS) * 8) };
        for (y, row) in (area.y..).zip((0..BAR_ROWS).rev()) {
            let part = height.saturating_sub(usize::from(row) * 8).min(8);
            put(y, EIGHTHS.get(part).copied().unwrap_or(" "), role);
        }
        let role = match sign {
            Some((at, role)) if at == column => role,
            _ if is_marked => Role::Match,
            _ => Role::Dim,
        };
        let symbol = if year == ' ' && is_marked { SPAN.to_owned() } else { year.to_string() };
        put(area.y + BAR_ROWS, &symbol, role);
    }
}

/// The column with a sign on the axis: the head of the brush, where the keys move it; at rest the month of the open article.
fn sign(state: &State) -> Option<(usize, Role)> {
    let head = state.histogram.brush.map(|brush| (brush.at, Role::Spot));
    let (month, role) = head.or_else(|| Some((open_month(state)?, Role::Selected)))?;
    Some((state.histogram.chart.column_of(month), role))
}

/// Whether a cell stays empty, so that wide bars do not run into each other.
fn is_gap(cell: usize, column_cells: usize) -> bool {
    column_cells > 2 && cell % column_cells == column_cells - 1
}

/// The years of the axis, a character a cell.
fn axis(state: &State, width: u16) -> Vec<char> {
    let mut axis = vec![' '; usize::from(width)];
    for (cell, year) in state.histogram.chart.years() {
        for (place, digit) in axis.iter_mut().skip(cell).zip(format!("{year:04}").chars()) {
            *place = digit;
        }
    }
    axis
}
