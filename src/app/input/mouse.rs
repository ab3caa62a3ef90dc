//! The mouse in the panes: what a click, a drag and the wheel do. What lies over the panes takes its own clicks in `overlay_keys`.
//!
//! Called by `update` with what `runtime/input` has looked up in the regions of the screen.

use std::mem;

use crate::app::effect::Effect;
use crate::app::event::Button;
use crate::app::filter::find;
use crate::app::filter::histogram_range;
use crate::app::input::execute::execute;
use crate::app::input::overlay_keys;
use crate::app::input::pane_commands::move_in_pane;
use crate::app::keys::command::{Command, Pane};
use crate::app::reader::selection;
use crate::app::routing::ask_overlay;
use crate::app::state::State;
use crate::app::widget::navigation::Motion;

/// A first click focuses and selects; a click on what is selected opens it.
#[must_use]
pub fn click(state: &mut State, pane: Pane, row: usize) -> Vec<Effect> {
    leave_line(state);
    let focused = mem::replace(&mut state.focus, pane) == pane;
    let top = match pane {
        Pane::Reader => return Vec::new(),
        Pane::Articles => state.articles.top,
        Pane::Actors => state.actors.cursor.top,
        Pane::Timeline => 0,
    };
    let row = match pane {
        // A click on a heading points at nothing.
        Pane::Articles => state.list_rows().article_at(top + row).unwrap_or(usize::MAX),
        Pane::Timeline => state.timeline.row_at(row),
        _ => top + row,
    };
    if row >= state.len_of(pane) {
        return Vec::new();
    }
    let row = if pane == Pane::Timeline { state.timeline.nearest_entry(row, true) } else { row };
    state.timeline.span = None;
    state.timeline.pressed = (pane == Pane::Timeline).then_some(row);
    let selected = find::row(state, pane) == row;
    find::set_row(state, pane, row);
    if focused && selected { execute(state, Command::Open) } else { Vec::new() }
}

/// Drags the frame of a pane at a side, which is kept when the button is let go.
#[must_use]
pub(crate) fn drag_border(state: &mut State, pane: Pane, (columns, screen): (u16, u16), button: Button) -> Vec<Effect> {
    state.input.border = (button != Button::Released).then_some(pane);
    if button == Button::Pressed {
        return Vec::new();
    }
    let widths = state.widths.dragged(pane, columns, screen);
    let is_new = widths != state.widths;
    state.widths = widths;
    if button == Button::Released || is_new { vec![Effect::KeepWidths(widths)] } else { Vec::new() }
}

/// Points at a cell of the text of the reader, which gets the focus when the button is pressed.
#[must_use]
pub fn point(state: &mut State, at: (isize, usize), button: Button) -> Vec<Effect> {
    if button == Button::Pressed {
        leave_line(state);
        state.focus = Pane::Reader;
    }
    selection::point(state, at, button);
    Vec::new()
}

/// Gives the focus to the pane whose tab was clicked.
#[must_use]
pub fn click_tab(state: &mut State, pane: Pane) -> Vec<Effect> {
    leave_line(state);
    state.focus = pane;
    Vec::new()
}

/// Selects a range of the histogram.
#[must_use]
pub fn brush(state: &mut State, cell: usize, button: Button) -> Vec<Effect> {
    if button == Button::Pressed {
        leave_line(state);
    }
    histogram_range::drag(state, cell, button)
}

/// Scrolls what lies over the panes, else the pane under the mouse.
#[must_use]
pub fn wheel(state: &mut State, pane: Pane, rows: isize) -> Vec<Effect> {
    let motion = Motion::Rows(rows);
    if state.overlay.is_some() {
        return ask_overlay(state, |state, overlay| overlay_keys::scroll(state, overlay, motion));
    }
    move_in_pane(state, pane, motion);
    Vec::new()
}

/// Leaves the line being typed and the message, as a click elsewhere does; the words of the filter stay.
fn leave_line(state: &mut State) {
    state.histogram.brush = None;
    (state.prompt, state.status, state.input.awaited) = (None, None, None);
    state.input.pending.clear();
    state.input.count = None;
}
