//! Draws a message that does not fit the status line: its rows lie over the last rows of the panes until the next key. Where a line is
//! being typed in the status line, they lie above it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece, Text};
use ratatui::widgets::Clear;

use crate::app::keys::command::Command;
use crate::app::state::State;
use crate::text::grapheme::truncate;
use crate::text::span::Span;
use crate::text::wrap::{width, wrap};
use crate::tr;
use crate::ui::canvas::row;
use crate::ui::filter_note::cut_message;
use crate::ui::regions::Regions;
use crate::ui::status::{has_line, unkept};
use crate::ui::theme::{Role, Theme};

/// The rows one message takes at most, and several that are told at once.
const MOST_ROWS: (usize, usize) = (3, 6);

/// Draws the message over the panes, when it takes more than the status line has.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, regions: &Regions) {
    let Some((text, is_error)) = told(state, regions) else { return };
    let columns = usize::from(regions.status.width);
    // What is wrong with a query is told in no other place.
    if state.status.is_some() && !is_over(state, text, columns) {
        return;
    }
    let unkept = unkept(state);
    let beside = if unkept.is_empty() { 0 } else { width(&unkept) + 2 };
    let rows = laid_out(state, text, (columns.saturating_sub(2 + beside), regions.screen.height.into()));
    let bottom = if has_line(state) { regions.status.y } else { regions.status.bottom() };
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(bottom);
    let area = Rect { y: bottom - height, height, ..regions.status };
    frame.render_widget(Clear, area);
    let style = theme.style(if is_error { Role::Error } else { Role::Text });
    let last = rows.len().saturating_sub(1);
    let lines = rows.into_iter().enumerate().map(|(at, text)| {
        let right =
            if at == last && !has_line(state) { vec![Piece::styled(unkept.clone(), theme.style(Role::Key))] } else { Vec::new() };
        row(vec![Piece::raw(" "), Piece::styled(text, style)], right, columns)
    });
    frame.render_widget(Text::from(lines.collect::<Vec<Line<'_>>>()), area);
}

/// Whether the message lies over the panes: there is no room for it in the status line.
fn is_over(state: &State, text: &str, columns: usize) -> bool {
    let unkept = width(&unkept(state));
    let beside = if unkept == 0 { 0 } else { unkept + 2 };
    has_line(state) || text.contains('\n') || width(text) + 2 + beside > columns
}

/// What is told and whether it went wrong: a message, else what is wrong with a query where the line under it has no room.
fn told<'a>(state: &'a State, regions: &Regions) -> Option<(&'a str, bool)> {
    let status = state.status.as_ref().map(|status| (status.text.as_str(), status.error));
    status.or_else(|| cut_message(state, regions.note).map(|message| (message, true)))
}

/// The message in rows of `columns`; what is left over is told by the key that shows all of it.
fn laid_out(state: &State, text: &str, (columns, screen_rows): (usize, usize)) -> Vec<String> {
    let most = if text.contains('\n') { MOST_ROWS.1 } else { MOST_ROWS.0 };
    let most = most.min(screen_rows / 3).max(1);
    let rows = wrap(text, Span::new(0, text.len()), columns.max(1));
    let mut shown: Vec<String> = rows.iter().take(most).map(|row| row.span.of(text).to_owned()).collect();
    if rows.len() > most
        && let Some(last) = shown.last_mut()
    {
        let more = tr!("… ({messages} shows all)", messages = state.key(Command::Messages));
        *last = format!("{}{more}", truncate(last, columns.saturating_sub(width(&more))).trim_end());
    }
    shown
}
