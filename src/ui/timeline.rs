//! Draws the timeline: headings, bars as long as there are entries, and the sentence of the most salient one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Paragraph, Wrap};

use crate::app::command::Pane;
use crate::app::panes::timeline::Row;
use crate::app::state::State;
use crate::query::timeline::{Basis, Entry, Scale};
use crate::ui::canvas::fitted;
use crate::ui::theme::{Role, Theme};

/// Cells of the longest bar.
const BAR_COLS: usize = 4;

/// Draws the timeline into `area`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    if state.timeline.rows.is_empty() {
        let text = match state.timeline.basis {
            Basis::Told => "No dated sentence in these articles. t shows their publication dates.",
            Basis::Published => "No publication date is known. t shows the dates told in the text.",
        };
        frame.render_widget(Paragraph::new(text).style(theme.style(Role::Dim)).wrap(Wrap { trim: true }), area);
        return;
    }
    let rows = state.timeline.rows.iter().enumerate().skip(state.timeline.cursor.top).take(area.height.into());
    for ((at, row), y) in rows.zip(area.y..) {
        let line = match row {
            Row::Heading(text) => Line::styled(format!(" {text}"), theme.style(Role::Heading)),
            Row::Entry { .. } => entry_line(state, (at, row), theme, usize::from(area.width)),
        };
        let style = match (at == state.timeline.cursor.at, state.focus == Pane::Timeline) {
            (true, true) => theme.style(Role::Selected),
            (true, false) => theme.style(Role::SelectedElsewhere),
            (false, _) => theme.style(Role::Text),
        };
        frame.render_widget(line.style(style), Rect { y, height: 1, ..area });
    }
}

fn entry_line<'a>(state: &'a State, (at, row): (usize, &'a Row), theme: &Theme, columns: usize) -> Line<'a> {
    let Row::Entry { label, under, count, entry, .. } = row else { return Line::default() };
    let label_cols = if state.timeline.scale == Scale::Day { 7 } else { 4 };
    let (lead, role) =
        if *under { (format!("{label:>label_cols$} "), Role::Dim) } else { (format!("{label:<label_cols$} "), Role::Heading) };
    let sign = if at == state.timeline.cursor.at { "▶" } else { " " };
    let mut pieces = vec![Piece::styled(sign, theme.style(Role::Dim)), Piece::styled(lead, theme.style(role))];
    pieces.push(Piece::styled(format!("{:<BAR_COLS$} ", bar(*count, state.timeline.tallest)), theme.style(Role::Bar)));
    let text = state.survey.overview.chronology.entries.get(*entry).map_or("", |entry| text(state, entry));
    let used = 1 + label_cols + 1 + BAR_COLS + 1;
    pieces.extend(fitted(text, columns.saturating_sub(used), theme.style(Role::Text), &[]));
    Line::from(pieces)
}

/// The sentence that tells an event, or the headline for a publication date.
fn text<'a>(state: &'a State, entry: &Entry) -> &'a str {
    let Some(article) = state.archive.get(entry.article) else { return "" };
    let told = entry.text(article);
    told.lines().next().unwrap_or_default()
}

/// A bar for `count`, in eighths of a cell, [`BAR_COLS`] cells long for `tallest`; never empty for what is not nothing.
fn bar(count: usize, tallest: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (count * BAR_COLS * 8).div_ceil(tallest.max(1)).min(BAR_COLS * 8);
    let part = EIGHTHS.get(eighths % 8).copied().unwrap_or_default();
    format!("{}{part}", "█".repeat(eighths / 8))
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn bars_grow_with_the_count_and_are_never_empty() {
        assert_eq!([0, 1, 50, 100].map(|count| bar(count, 100)), ["", "▏", "██", "████"]);
        assert_eq!(bar(1, 1), "████");
        assert_eq!(bar(1, 100_000), "▏");
    }
}
