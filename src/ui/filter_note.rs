//! Draws the line under the filter line: how the query was understood, or where it cannot be read and why.
//!
//! It is there only while the filter line is typed or its query is at fault; `regions` decides that.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::state::State;
use crate::locale::translated;
use crate::query::language::error::{ErrorKind, QueryError};
use crate::text::grapheme::{elide, width};
use crate::tr_later;
use crate::ui::canvas::fitted;
use crate::ui::filter_line::words_at;
use crate::ui::theme::{Role, Theme};

/// What an empty filter line could ask, for the keymap to fill in.
const FORMS: &str = tr_later!(
    "words · \"a phrase\" · -not · OR · actor: source: month: date: event: text: lang: has: sort: · @saved · {query-help} all of it"
);
/// Between two pieces.
const SEPARATOR: &str = " · ";

/// Draws the line into `area`; one without rows takes none.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    if area.is_empty() {
        return;
    }
    let columns = usize::from(area.width);
    if let Some(fault) = state.filter.selection.fault() {
        let line = caret(fault, (state.filter.selection.text(), words_at(state, area)), theme, columns);
        return frame.render_widget(line, area);
    }
    let understood = state.filter.understood.join(SEPARATOR);
    let words = if understood.is_empty() { state.input.keymap.fill(translated(FORMS)) } else { understood };
    let mut pieces = vec![Piece::raw(" ")];
    pieces.extend(fitted(&words, columns.saturating_sub(2), theme.style(Role::Dim), &[]));
    frame.render_widget(Line::from(pieces), area);
}

/// The sentence that says what is wrong with the query, where the line into `area` has no room for all of it.
pub(crate) fn cut_message(state: &State, area: Rect) -> Option<&str> {
    let fault = state.filter.selection.fault().filter(|_| !area.is_empty() && state.is_filtering())?;
    let (before, long) = fault.caret(state.filter.selection.text());
    let at = usize::try_from(words_at(state, area).saturating_add_unsigned(before)).unwrap_or(0);
    let behind = usize::from(area.width).saturating_sub(at + long.max(1) + 1);
    (width(&fault.message) > behind.max(at.saturating_sub(2))).then_some(fault.message.as_str())
}

/// The caret under what is at fault, and the sentence behind it, or before it where there is more room.
/// The text of the query begins at the column `head`.
#[must_use]
pub fn caret<'a>(fault: &QueryError, (text, head): (&str, isize), theme: &Theme, columns: usize) -> Line<'a> {
    let (before, long) = fault.caret(text);
    let at = head.saturating_add_unsigned(before);
    let hidden = usize::try_from(-at).unwrap_or(0);
    let at = usize::try_from(at).unwrap_or(0).min(columns.saturating_sub(1));
    let carets = "^".repeat(long.saturating_sub(hidden).clamp(1, columns.saturating_sub(at).max(1)));
    let behind = columns.saturating_sub(at + carets.len() + 1);
    let ahead = at.saturating_sub(2);
    let text = if width(&fault.message) <= behind || behind >= ahead {
        format!("{}{carets} {}", " ".repeat(at), elide(&fault.message, behind))
    } else {
        let message = elide(&fault.message, ahead);
        format!("{}{message} {carets}", " ".repeat(at.saturating_sub(width(&message) + 1)))
    };
    let role = if fault.kind == ErrorKind::Incomplete { Role::Dim } else { Role::Error };
    Line::styled(text, theme.style(role))
}
