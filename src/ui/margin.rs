//! Draws what is marked in the reader: the words in the colour of each highlight, and its letter in the margin of each of its rows,
//! so that it can be told without colour. A capital letter has a note.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Piece};

use crate::app::panes::annotations::Mark;
use crate::app::panes::layout::{ReaderRow as Wrapped, Shown};
use crate::app::state::State;
use crate::config::colors::Tint;
use crate::model::anchor::AnchorState;
use crate::text::span::Span;
use crate::ui::canvas::Marks;
use crate::ui::theme::Theme;

/// The letter of a note on words that are not marked.
const NOTE: char = 'n';
/// Stands for all letters there is no room for.
const MORE: char = '+';

/// The highlights that fall into `view`, as styles; where two lie over each other, the words are bold.
#[must_use]
pub fn highlights(state: &State, view: Span, theme: &Theme) -> Marks {
    let seen: Vec<&Mark> = state.notes.open.placed.iter().filter(|mark| mark.span.overlaps(view)).collect();
    let mut marks: Marks = seen.iter().map(|mark| (mark.span, theme.mark(tint(state, mark)))).collect();
    let twice =
        seen.iter().enumerate().flat_map(|(at, mark)| seen.iter().take(at).filter_map(|other| mark.span.clip(other.span)));
    marks.extend(twice.map(|span| (span, Style::new().add_modifier(Modifier::BOLD))));
    marks
}

/// Draws the letters of a row into the margin at the left of the text.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, (line, area): (Wrapped, Rect)) {
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    if !matches!(line.shown, Shown::Body(_)) || area.is_empty() {
        return;
    }
    let on_row: Vec<&Mark> = state.notes.open.placed.iter().filter(|mark| mark.span.overlaps(line.span)).collect();
    let room = usize::from(area.width).min(on_row.len());
    let pieces: Vec<Piece<'_>> = on_row
        .iter()
        .zip(1..)
        .take(room)
        .map(|(mark, number)| {
            let is_cut = number == room && on_row.len() > room;
            let letter = if is_cut { MORE } else { letter(state, mark) };
            Piece::styled(letter.to_string(), theme.margin(tint(state, mark)))
        })
        .collect();
    frame.render_widget(Line::from(pieces).right_aligned(), area);
}

fn tint(state: &State, mark: &Mark) -> Option<Tint> {
    let name = mark.annotation.color.as_deref()?;
    Some(state.notes.colors.named(name).map_or(Tint::Gray, |color| color.tint))
}

/// The letter of a mark: small, or a capital when there is a note; `?` when its words have changed.
fn letter(state: &State, mark: &Mark) -> char {
    let letter = mark.annotation.color.as_deref().map_or(NOTE, |name| state.notes.colors.letter(name));
    let noted = !mark.annotation.note.is_empty();
    match mark.state {
        AnchorState::Exact | AnchorState::Moved if noted => letter.to_uppercase().next().unwrap_or(letter),
        AnchorState::Exact | AnchorState::Moved => letter,
        _ => '?',
    }
}
