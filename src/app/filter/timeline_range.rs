//! Spanning: picks rows of the timeline, by keys or by mouse, and filters by their days.
//!
//! As with the brush of the histogram, only its own keys are taken while a span is out; any other key puts it away and does what
//! it always does.

use crate::app::effect::Effect;
use crate::app::event::Button;
use crate::app::keys::command::Pane;
use crate::app::keys::key::{KeyCode, KeyPress};
use crate::app::panes::timeline::RowSpan;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::app::widget::list_keys::list_motion;
use crate::app::widget::navigation::Motion;
use crate::query::selection::Facet;
use crate::query::timeline::Basis;

/// Begins a span at the row of the cursor.
pub fn begin(state: &mut State) {
    if state.timeline.current().is_none() {
        return state.info("there is no date here to span; t turns between dates told and publication dates");
    }
    state.timeline.span = Some(RowSpan { anchor: Some(state.timeline.cursor.at), held: false });
}

/// Takes a key of the span; `None` when there is no span, or the key is none of its own, which puts it away.
#[must_use]
pub fn press(state: &mut State, key: KeyPress) -> Option<Vec<Effect>> {
    let span = state.timeline.span.take()?;
    let at = state.timeline.cursor.at;
    let next = match key.code {
        KeyCode::Esc => return Some(Vec::new()),
        KeyCode::Enter => {
            state.timeline.span = Some(span);
            return Some(accept(state));
        }
        KeyCode::Char(' ' | 'v') if !key.ctrl && !key.alt => {
            Some(RowSpan { anchor: if span.anchor.is_some() { None } else { Some(at) }, held: false })
        }
        _ => {
            let motion = motion(key)?;
            let last = state.timeline.rows.len().saturating_sub(1);
            let to = motion.from(at, last, state.viewport.timeline.rows);
            state.timeline.cursor.at = state.timeline.nearest_entry(to, to > at);
            Some(RowSpan { held: false, ..span })
        }
    };
    state.timeline.span = next;
    Some(Vec::new())
}

fn motion(key: KeyPress) -> Option<Motion> {
    match key.code {
        KeyCode::Char('j') if !key.ctrl && !key.alt => Some(Motion::Rows(1)),
        KeyCode::Char('k') if !key.ctrl && !key.alt => Some(Motion::Rows(-1)),
        KeyCode::Char('G') | KeyCode::End => Some(Motion::Bottom),
        KeyCode::Char('g') | KeyCode::Home => Some(Motion::Top),
        _ => list_motion(key),
    }
}

/// Spans with the mouse: the rows between where the button was pressed and where it is released; `row` is counted from the first
/// shown.
#[must_use]
pub fn drag(state: &mut State, row: usize, button: Button) -> Vec<Effect> {
    let Some(pressed) = state.timeline.pressed else { return Vec::new() };
    let row = (state.timeline.cursor.top + row).min(state.timeline.rows.len().saturating_sub(1));
    let row = state.timeline.nearest_entry(row, row > pressed);
    if button == Button::Held && (row != pressed || state.timeline.span.is_some()) {
        state.focus = Pane::Timeline;
        state.timeline.cursor.at = row;
        state.timeline.span = Some(RowSpan { anchor: Some(pressed), held: true });
    }
    if button == Button::Released {
        state.timeline.pressed = None;
        if state.timeline.span.is_some_and(|span| span.held) {
            return accept(state);
        }
    }
    Vec::new()
}

/// Filters by the days of the span, in the place of those spanned before.
fn accept(state: &mut State) -> Vec<Effect> {
    let days = state.timeline.span_of(&state.results.current.overview.chronology.entries);
    (state.timeline.span, state.timeline.pressed) = (None, None);
    let Some((range, _)) = days else { return Vec::new() };
    let facet = if state.timeline.basis == Basis::Told { Facet::Event(range) } else { Facet::Date(range) };
    let name = facet.label(state.archive.actors());
    state.filter.selection.set(facet);
    state.info(format!("filter: {name} · Esc in the list drops it"));
    search_requests::survey(state)
}

/// What is under the span, in words: `2020-03..2020-08 · 214 events`.
#[must_use]
pub fn range_label(state: &State) -> Option<String> {
    let (range, events) = state.timeline.span_of(&state.results.current.overview.chronology.entries)?;
    Some(format!("{range} · {events} event{}", if events == 1 { "" } else { "s" }))
}
