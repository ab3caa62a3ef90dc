//! Draws the sparkline over the timeline: the current actor, and how often it is named over the years.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::state::State;
use crate::text::grapheme::elide;
use crate::text::wrap::width;
use crate::tr;
use crate::ui::theme::{Role, Theme};

/// The heights of a column.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// Columns of the two years around the bars, with the spaces between.
const YEARS: u16 = 11;

/// The columns of the bars on a row of `width`: two fifths of what the years leave, the rest is for the name.
#[must_use]
pub fn bars(width: u16) -> usize {
    usize::from(width.saturating_sub(YEARS) * 2 / 5)
}

/// Draws it into `area`, one row or none.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    if area.is_empty() {
        return;
    }
    let sparkline = &state.timeline.sparkline;
    let columns = usize::from(area.width);
    let Some(actor) = sparkline.actor else {
        let name = state.current_actor().map_or("", |actor| state.archive.actors().name(actor));
        let text = elide(&tr!(" {name}: in none of these events", name), columns).into_owned();
        frame.render_widget(Line::styled(text, theme.style(Role::Dim)), area);
        return;
    };
    let bars: String = (0..sparkline.counts.len()).map(|at| EIGHTHS.get(sparkline.eighths(at)).copied().unwrap_or(" ")).collect();
    let (from, to) = sparkline.years;
    let room = columns.saturating_sub(width(&bars) + usize::from(YEARS) + 2);
    let name = elide(state.archive.actors().name(actor), room).into_owned();
    let gap = " ".repeat(room.saturating_sub(width(&name)));
    let line = Line::from(vec![
        Piece::styled(format!(" {name}{gap} "), theme.style(Role::Actor)),
        Piece::styled(format!("{from:04} "), theme.style(Role::Dim)),
        Piece::styled(bars, theme.style(Role::Bar)),
        Piece::styled(format!(" {to:04}"), theme.style(Role::Dim)),
    ]);
    frame.render_widget(line, area);
}
