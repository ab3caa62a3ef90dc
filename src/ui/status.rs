//! Draws the status line: a message, the line being typed, or the keys that work here; at the right how things stand.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span as Piece;

use crate::app::command::{COMMANDS, Pane, Spec};
use crate::app::key::display;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::state::State;
use crate::text::wrap::width;
use crate::ui::canvas::{fitted, row};
use crate::ui::filter_line::field;
use crate::ui::theme::{Role, Theme};

/// Draws the line into `area`, one row.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let right = standing(state);
    let left_cols = columns.saturating_sub(width(&right) + 2);
    let left = left(frame, state, theme, Rect { width: u16::try_from(left_cols).unwrap_or(u16::MAX), ..area });
    let role = if state.problems.is_empty() { Role::Dim } else { Role::Key };
    frame.render_widget(row(left, Piece::styled(right, theme.style(role)), columns), area);
}

fn left<'a>(frame: &mut Frame, state: &'a State, theme: &Theme, area: Rect) -> Vec<Piece<'a>> {
    let columns = usize::from(area.width);
    match &state.prompt {
        Some(Prompt { purpose: Purpose::Search { .. }, field }) => return typed(frame, ("/", field), theme, area),
        Some(Prompt { purpose: Purpose::Command, field }) => return typed(frame, (":", field), theme, area),
        Some(_) if state.status.is_none() => {
            return fitted(" Enter to the list · Esc leaves the words in place · ↑↓ move", columns, theme.style(Role::Dim), &[]);
        }
        _ => {}
    }
    if let Some(status) = &state.status {
        let role = if status.error { Role::Error } else { Role::Text };
        let mut pieces = vec![Piece::raw(" ")];
        pieces.extend(fitted(&status.text, columns.saturating_sub(1), theme.style(role), &[]));
        return pieces;
    }
    if state.awaited.is_some() {
        return fitted(" the letter of the mark …", columns, theme.style(Role::Dim), &[]);
    }
    if !state.pending.is_empty() {
        let first = display(&state.pending);
        let next =
            state.keymap.continuations(state.focus, &state.pending).map(|(keys, spec)| (format!("{first}{keys}"), title(spec)));
        return hints(next, columns, theme);
    }
    let own = COMMANDS.iter().filter(|spec| !spec.hint.is_empty() && spec.scope.holds(state.focus));
    let keyed = own.filter_map(|spec| Some((state.keymap.keys_of(spec.command).next()?, spec.hint)));
    hints(keyed, columns, theme)
}

fn title(spec: &'static Spec) -> &'static str {
    if spec.hint.is_empty() { spec.title } else { spec.hint }
}

/// A line being typed behind its sign, with the cursor.
fn typed<'a>(
    frame: &mut Frame,
    (sign, line): (&'a str, &'a crate::app::line_edit::LineEdit),
    theme: &Theme,
    area: Rect,
) -> Vec<Piece<'a>> {
    let columns = usize::from(area.width).saturating_sub(1);
    let (pieces, cursor) = field(line.text(), line.cursor(), columns, theme);
    frame.set_cursor_position(Position::new(area.x + 1 + cursor, area.y));
    [vec![Piece::styled(sign, theme.style(Role::Key))], pieces].concat()
}

/// As many hints as fit, in the order of the command table; `?` is always the last.
fn hints<'a>(keyed: impl Iterator<Item = (String, &'static str)>, columns: usize, theme: &Theme) -> Vec<Piece<'a>> {
    let all: Vec<_> = keyed.collect();
    let (mut pieces, mut used) = (vec![Piece::raw(" ")], 1);
    let reserved = all.iter().find(|(_, hint)| *hint == "help").map_or(0, |(key, hint)| width(key) + hint.len() + 3);
    for (key, hint) in all {
        let cost = width(&key) + 1 + width(hint) + 3;
        let room = if hint == "help" { columns } else { columns.saturating_sub(reserved) };
        if used + cost > room + 3 {
            continue;
        }
        if used > 1 {
            pieces.push(Piece::styled(" · ", theme.style(Role::Dim)));
        }
        used += cost;
        pieces.push(Piece::styled(key, theme.style(Role::Key)));
        pieces.push(Piece::styled(format!(" {hint}"), theme.style(Role::Dim)));
    }
    pieces
}

/// How things stand: the loading, files that could not be read, and how far the reader is.
fn standing(state: &State) -> String {
    let loading = Some(state.loading.label()).filter(|label| !label.is_empty());
    let problems = match state.problems.len() {
        0 => None,
        1 => Some("1 file unread (!)".to_owned()),
        count => Some(format!("{count} files unread (!)")),
    };
    let rows = state.viewport.reader.rows;
    let reading = state.reader.layout.as_ref().filter(|_| state.focus == Pane::Reader);
    let position =
        reading.map(|layout| format!("row {} of {} {}%", state.reader.top + 1, layout.len(), state.reader.percent(rows)));
    let parts: Vec<String> = [loading, problems, position].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("{} ", parts.join(" · ")) }
}
