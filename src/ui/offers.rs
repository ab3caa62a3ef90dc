//! Draws the list of what could be typed next: under the filter line, over the panes, beside what it would complete.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span as Piece;
use ratatui::widgets::{Block, Clear};

use crate::app::state::State;
use crate::app::widget::completion_menu::CompletionMenu;
use crate::app::widget::prompt::Prompt;
use crate::query::language::complete::{Note, Offer};
use crate::text::grapheme::{elide, width};
use crate::text::sanitize::sanitize;
use crate::ui::canvas::{fitted, row};
use crate::ui::filter_line::words_at;
use crate::ui::regions::{Regions, inner};
use crate::ui::theme::{Role, Theme};

/// The list is no wider than this, its frame included.
const WIDEST: usize = 64;
/// Columns for the meaning of a word or the text of a saved query.
const NOTE_COLS: usize = 46;

/// Draws the list when there is one.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, regions: &Regions) {
    if let Some((prompt, area)) = placed(state, regions) {
        list(frame, &prompt.offers, theme, area);
    }
}

/// Draws a list of offers into `area`, its frame included.
pub fn list(frame: &mut Frame, offers: &CompletionMenu, theme: &Theme, area: Rect) {
    let inside = inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(Block::bordered().border_style(theme.style(Role::Frame)), area);
    let columns = usize::from(inside.width);
    let rows = offers.listed().iter().enumerate().skip(offers.cursor.top).take(inside.height.into());
    for ((at, offer), y) in rows.zip(inside.y..) {
        let note = note(offer);
        let room = columns.saturating_sub(width(&note) + 4);
        let mut left = vec![Piece::raw(if at == offers.cursor.at { "▶" } else { " " })];
        left.extend(fitted(&offer.label, room, theme.style(Role::Text), &[]));
        let line = row(left, vec![Piece::styled(format!("{note} "), theme.style(Role::Dim))], columns);
        let role = if at == offers.cursor.at { Role::Selected } else { Role::Text };
        frame.render_widget(line.style(theme.style(role)), Rect { y, height: 1, ..inside });
    }
}

/// The row of the list at a cell of the screen, counted from the first shown.
#[must_use]
pub fn row_at(state: &State, regions: &Regions, at: Position) -> Option<usize> {
    let inside = inner(placed(state, regions)?.1);
    inside.contains(at).then(|| usize::from(at.y - inside.y))
}

/// The line being typed and where its list stands, frame included; `None` when there is no list.
fn placed<'a>(state: &'a State, regions: &Regions) -> Option<(&'a Prompt, Rect)> {
    let prompt = state.prompt.as_ref().filter(|prompt| !prompt.offers.listed().is_empty())?;
    let (line, rows) = (regions.filter_line(), state.viewport.offers);
    if rows == 0 || line.is_empty() {
        return None;
    }
    let before = prompt.field.text().get(..prompt.offers.place()).unwrap_or_default();
    // The labels stand under what they complete.
    let wanted = usize::try_from(words_at(state, line).saturating_add_unsigned(width(before)).max(2)).unwrap_or(2) - 2;
    let cols = cols(&prompt.offers).min(line.width.into());
    let x = wanted.min(usize::from(line.width) - cols);
    let rows = rows.min(prompt.offers.listed().len()) + 2;
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    Some((prompt, Rect { x: line.x + cells(x), y: regions.note.bottom(), width: cells(cols), height: cells(rows) }))
}

/// The columns the list wants, its frame included.
#[must_use]
pub fn cols(offers: &CompletionMenu) -> usize {
    let of_row = |offer: &Offer| width(&offer.label) + width(&note(offer)) + 6;
    offers.listed().iter().map(of_row).max().unwrap_or(0).min(WIDEST)
}

fn note(offer: &Offer) -> String {
    match &offer.note {
        // A colour may be offered that nobody has used yet.
        Note::Articles(0) => String::new(),
        Note::Articles(count) => count.to_string(),
        Note::Meaning(words) => elide(words, NOTE_COLS).into_owned(),
        Note::Query(text) => elide(&sanitize(text), NOTE_COLS).into_owned(),
    }
}
