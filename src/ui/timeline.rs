//! Draws the timeline: headings, gaps, bars as long as days are told often, and the sentence of the most salient event with how many
//! are held back behind it.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Paragraph, Wrap};

use crate::app::keys::command::{Command, Pane};
use crate::app::panes::timeline::{EntryRow, TimelineRow};
use crate::app::state::State;
use crate::model::event::Outlook;
use crate::query::timeline::{Basis, Scale, TimelineEntry};
use crate::tr;
use crate::ui::canvas;
use crate::ui::canvas::{cols, fitted};
use crate::ui::theme::{Role, Theme};

/// Cells of the longest bar.
const BAR_COLS: usize = 4;

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
    let rows = state.timeline.rows.iter().enumerate().skip(state.timeline.cursor.top).take(area.height.into());
    for ((at, row), y) in rows.zip(area.y..) {
        let line = match row {
            TimelineRow::Heading(text) => Line::styled(format!(" {text}"), theme.style(Role::Heading)),
            TimelineRow::Gap(text) => Line::styled(format!("   ⋮ {text}"), theme.style(Role::Dim)),
            TimelineRow::Entry(row) => entry_line(state, (at, row), theme, usize::from(area.width)),
        };
        let in_span = spanned.as_ref().is_some_and(|rows| rows.contains(&at));
        let style = match (at == state.timeline.cursor.at, state.focus == Pane::Timeline) {
            (true, true) => theme.style(Role::Selected),
            (true, false) => theme.style(Role::SelectedElsewhere),
            _ if in_span => theme.style(Role::SelectedElsewhere),
            (false, _) => theme.style(Role::Text),
        };
        frame.render_widget(line.style(style), Rect { y, height: 1, ..area });
    }
}

fn entry_line<'a>(state: &'a State, (at, row): (usize, &'a EntryRow), theme: &Theme, columns: usize) -> Line<'a> {
    let label_cols = if state.timeline.scale == Scale::Day { 7 } else { 4 };
    let label = &row.label;
    // What is known less well than the scale asks is marked as such.
    let doubt = if row.uncertain { "~" } else { " " };
    let (lead, role) = if row.under {
        (format!("{label:>label_cols$}{doubt}"), Role::Dim)
    } else {
        (format!("{:<width$}", format!("{label}{doubt}"), width = label_cols + 1), Role::Heading)
    };
    let in_span = state.timeline.spanned().is_some_and(|rows| rows.contains(&at));
    let sign = match (at == state.timeline.cursor.at, in_span) {
        (true, _) => "▶",
        (false, true) => "┃",
        (false, false) => " ",
    };
    let mut left = vec![Piece::styled(sign, theme.style(Role::Dim)), Piece::styled(lead, theme.style(role))];
    left.push(Piece::styled(format!("{:<BAR_COLS$} ", bar(row.count, state.timeline.tallest)), theme.style(Role::Bar)));
    let more = if row.more > 0 { format!(" +{}", row.more) } else { String::new() };
    let Some(entry) = state.results.current.overview.chronology.entries.get(row.entry) else { return Line::from(left) };
    let noted = state.timeline.notes_of(row.entry);
    let pin = if noted.pinned { "◆ " } else { "" };
    let out = if noted.hidden { "✕ " } else { "" };
    left.push(Piece::styled(format!("{pin}{out}"), theme.style(Role::Key)));
    left.push(Piece::styled(marks(entry), theme.style(Role::Date)));
    let room = columns.saturating_sub(cols(&left) + more.len());
    left.extend(fitted(text(state, entry), room, theme.style(Role::Text), &[]));
    canvas::row(left, vec![Piece::styled(more, theme.style(Role::Dim))], columns)
}

/// What stands before the sentence: a run of days as a run, and an arrow for what is told as to come.
fn marks(entry: &TimelineEntry) -> String {
    let ahead = if entry.telling.outlook == Outlook::Past { "" } else { "→ " };
    if entry.filed().interval() == entry.interval {
        return ahead.to_owned();
    }
    let ((year, month, day), (to_year, to_month, to_day)) = (parts(entry.interval.first), parts(entry.interval.last));
    let whole_months = day == 1 && entry.interval.last == entry.interval.last.last_of_month();
    let run = match (year == to_year, month == to_month, whole_months) {
        (false, _, _) => format!("{year}–{to_year}"),
        (true, false, true) => format!("{month:02}–{to_month:02}"),
        (true, true, _) => format!("{day}–{to_day}"),
        (true, false, false) => format!("{day}.{month}–{to_day}.{to_month}"),
    };
    format!("├{run}┤ {ahead}")
}

fn parts(date: Date) -> (i16, i8, i8) {
    (date.year(), date.month(), date.day())
}

/// The sentence that tells an event, or the headline for a publication date.
fn text<'a>(state: &'a State, entry: &TimelineEntry) -> &'a str {
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
