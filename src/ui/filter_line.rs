//! Draws the filter line: the words being typed, the filters that are on as chips, and how many articles are left.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};

use crate::app::prompt::Purpose;
use crate::app::state::State;
use crate::text::wrap::width;
use crate::ui::canvas::fitted;
use crate::ui::theme::{Role, Theme};

/// Draws the line into `area`, one row.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let count = count(state);
    let chips = chips(state, theme, columns.saturating_sub(width(&count) + 16));
    let chips_cols: usize = chips.iter().map(|piece| width(&piece.content)).sum();
    let right = width(&count) + 1 + chips_cols;
    let words_cols = columns.saturating_sub(right + 2);

    let mut pieces = vec![Piece::raw(" ")];
    pieces.extend(words(
        frame,
        state,
        theme,
        Rect { x: area.x + 1, width: u16::try_from(words_cols).unwrap_or(u16::MAX), ..area },
    ));
    let used: usize = pieces.iter().map(|piece| width(&piece.content)).sum();
    pieces.push(Piece::raw(" ".repeat((columns + 1).saturating_sub(used + right + 1))));
    pieces.extend(chips);
    pieces.push(Piece::styled(count, theme.style(Role::Dim)));
    frame.render_widget(Line::from(pieces), area);
}

/// The words, with the cursor behind them while they are typed; or what to do to type some.
fn words<'a>(frame: &mut Frame, state: &'a State, theme: &Theme, area: Rect) -> Vec<Piece<'a>> {
    let columns = usize::from(area.width);
    if let Some(prompt) = state.prompt.as_ref().filter(|prompt| prompt.purpose == Purpose::Filter) {
        let (pieces, cursor) = field(prompt.field.text(), prompt.field.cursor(), columns, theme);
        frame.set_cursor_position(Position::new(area.x + cursor, area.y));
        return pieces;
    }
    match state.selection.words.as_str() {
        "" if state.selection.facets.is_empty() => fitted("f filters as you type", columns, theme.style(Role::Dim), &[]),
        words => fitted(words, columns, theme.style(Role::Text), &[]),
    }
}

/// A field of text scrolled so that the cursor is in view, and the column of the cursor.
#[must_use]
pub fn field<'a>(text: &'a str, cursor: usize, columns: usize, theme: &Theme) -> (Vec<Piece<'a>>, u16) {
    let before: String = text.chars().take(cursor).collect();
    let hidden = (width(&before) + 1).saturating_sub(columns.max(1));
    let mut skipped = 0;
    let start = text.char_indices().find(|(at, _)| {
        skipped = width(text.get(..*at).unwrap_or_default());
        skipped >= hidden
    });
    let shown = start.and_then(|(at, _)| text.get(at..)).unwrap_or_default();
    let shown = crate::text::grapheme::truncate(shown, columns);
    let column = width(&before).saturating_sub(skipped);
    (vec![Piece::styled(shown, theme.style(Role::Text))], u16::try_from(column).unwrap_or(u16::MAX))
}

fn count(state: &State) -> String {
    let (shown, all) = (state.survey.matches.len(), state.archive.len());
    let noun = if all == 1 { "article" } else { "articles" };
    if shown == all { format!("{all} {noun} ") } else { format!("{shown} of {all} {noun} ") }
}

/// The filters that are on; those that do not fit are told by a number.
fn chips<'a>(state: &State, theme: &Theme, columns: usize) -> Vec<Piece<'a>> {
    let labels = state.selection.facets.iter().map(|facet| format!(" {} ✕ ", facet.label(state.archive.actors())));
    let (mut pieces, mut used, mut left_out) = (Vec::new(), 0, 0);
    for label in labels {
        if used + width(&label) + 1 > columns {
            left_out += 1;
            continue;
        }
        used += width(&label) + 1;
        pieces.push(Piece::styled(label, theme.style(Role::Chip)));
        pieces.push(Piece::raw(" "));
    }
    if left_out > 0 {
        pieces.push(Piece::styled(format!("+{left_out} "), theme.style(Role::Key)));
    }
    pieces
}
