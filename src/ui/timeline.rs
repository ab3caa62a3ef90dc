//! Draws the timeline: headings, gaps, bars as long as days are told often, and the label of the most salient event with how many
//! stories are held back behind it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Paragraph, Wrap};

use crate::app::keys::command::{Command, Pane};
use crate::app::panes::timeline::{EdgeRow, EntryRow, TimelineRow};
use crate::app::panes::timeline_window::{BAR_COLS, INDENT_COLS, more};
use crate::app::panes::window_rows::WindowRow;
use crate::app::state::State;
use crate::query::timeline::Basis;
use crate::tr;
use crate::ui::canvas;
use crate::ui::theme::{Role, Theme};

/// Draws the timeline into `area`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    if state.timeline.rows.is_empty() {
        let turns = state.key(Command::TimelineBasis);
        let text = match state.timeline.basis {
            Basis::Told => tr!("No dated sentence in these articles. {turns} shows their publication dates.", turns),
            Basis::Published => tr!("No publication date is known. {turns} shows the dates mentioned in the text.", turns),
        };
        frame.render_widget(Paragraph::new(text).style(theme.style(Role::Dim)).wrap(Wrap { trim: true }), area);
        return;
    }
    let spanned = state.timeline.spanned();
    let mut y = area.y;
    for shown in &state.timeline.window.rows {
        let at = shown.row;
        let lines = match state.timeline.rows.get(at) {
            Some(TimelineRow::Heading(text)) => vec![Line::styled(format!(" {text}"), theme.style(Role::Heading))],
            Some(TimelineRow::Gap(text)) => vec![Line::styled(format!("   ⋮ {text}"), theme.style(Role::Dim))],
            Some(TimelineRow::Edge(edge)) => vec![edge_line(edge, theme)],
            Some(TimelineRow::Entry(row)) => entry_lines(state, (shown, row), theme, usize::from(area.width)),
            None => Vec::new(),
        };
        let in_span = spanned.as_ref().is_some_and(|rows| rows.contains(&at));
        let style = match (at == state.timeline.cursor.at, state.focus == Pane::Timeline) {
            (true, true) => theme.style(Role::Selected),
            (true, false) => theme.style(Role::SelectedElsewhere),
            _ if in_span => theme.style(Role::SelectedElsewhere),
            (false, _) => theme.style(Role::Text),
        };
        for line in lines {
            if y < area.bottom() {
                frame.render_widget(line.style(style), Rect { y, height: 1, ..area });
            }
            y += 1;
        }
    }
}

/// What lies outside of the bounds, with how many events that is.
fn edge_line<'a>(edge: &EdgeRow, theme: &Theme) -> Line<'a> {
    let sign = if edge.is_open { '▾' } else { '▸' };
    Line::styled(format!(" {sign} {}: {}", edge.label, edge.events), theme.style(Role::Heading))
}

fn entry_lines<'a>(state: &State, (shown, row): (&'a WindowRow, &EntryRow), theme: &Theme, columns: usize) -> Vec<Line<'a>> {
    let date_cols = state.timeline.date_cols();
    let date = &row.label;
    // What is known less well than the scale asks is marked as such.
    let doubt = if row.uncertain { "~" } else { " " };
    let (lead, role) = if row.under {
        (format!("{date:>date_cols$}{doubt}"), Role::Dim)
    } else {
        (format!("{:<width$}", format!("{date}{doubt}"), width = date_cols + 1), Role::Heading)
    };
    let in_span = state.timeline.spanned().is_some_and(|rows| rows.contains(&shown.row));
    let sign = match (shown.row == state.timeline.cursor.at, in_span) {
        (true, _) => "▶",
        (false, true) => "┃",
        (false, false) => " ",
    };
    let mut left = vec![Piece::styled(sign, theme.style(Role::Dim)), Piece::styled(lead, theme.style(role))];
    left.push(Piece::styled(format!("{:<BAR_COLS$} ", bar(row.count, state.timeline.tallest)), theme.style(Role::Bar)));
    let entry = state.results.current.overview.chronology.entries.get(row.entry);
    left.extend(entry.map(|entry| Piece::styled(state.timeline.signs(row, entry), theme.style(Role::Date))));
    let more = vec![Piece::styled(more(row), theme.style(Role::Dim))];
    let text = |line: &'a String| Piece::styled(line.as_str(), theme.style(Role::Text));
    match shown.label.as_slice() {
        [] => vec![Line::from(left)],
        [only] => {
            left.push(text(only));
            vec![canvas::row(left, more, columns)]
        }
        [first, second, ..] => {
            left.push(text(first));
            let below = vec![Piece::raw(" ".repeat(INDENT_COLS)), text(second)];
            vec![Line::from(left), canvas::row(below, more, columns)]
        }
    }
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
