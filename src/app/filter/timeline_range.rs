//! Spanning: picks rows of the timeline, by keys or by mouse, and filters by their days.
//!
//! Its keys are a layer of the keymap, which `ranges` obeys, as those of the brush of the histogram.

use crate::app::effect::Effect;
use crate::app::event::Button;
use crate::app::filter::filtering;
use crate::app::keys::command::{Command, Pane};
use crate::app::panes::timeline::RowSpan;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::app::widget::navigation::Motion;
use crate::query::selection::Facet;
use crate::query::timeline::Basis;
use crate::tr;

/// Begins a span at the row of the cursor.
pub fn begin(state: &mut State) {
    if state.timeline.current().is_none() {
        let turns = state.key(Command::TimelineBasis);
        return state
            .info(tr!("there is no date here to span; {turns} turns between dates mentioned and publication dates", turns));
    }
    state.timeline.span = Some(RowSpan { anchor: Some(state.timeline.cursor.at), held: false });
}

/// Moves the head of the span.
pub fn go(state: &mut State, motion: Motion) {
    let at = state.timeline.cursor.at;
    let last = state.timeline.rows.len().saturating_sub(1);
    let to = motion.from(at, last, state.viewport.timeline.rows);
    state.timeline.cursor.at = state.timeline.nearest_entry(to, to > at);
    state.timeline.span = state.timeline.span.map(|span| RowSpan { held: false, ..span });
}

/// Keeps the end of the span where it is, so that moving stretches it; again, lets it go.
pub fn hold(state: &mut State) {
    let at = state.timeline.cursor.at;
    let turn = |span: RowSpan| RowSpan { anchor: if span.anchor.is_some() { None } else { Some(at) }, held: false };
    state.timeline.span = state.timeline.span.map(turn);
}

/// Spans with the mouse: the rows between where the button was pressed and where it is released; `row` is counted from the first
/// shown.
#[must_use]
pub fn drag(state: &mut State, row: usize, button: Button) -> Vec<Effect> {
    let Some(pressed) = state.timeline.pressed else { return Vec::new() };
    let row = state.timeline.row_at(row).min(state.timeline.rows.len().saturating_sub(1));
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
#[must_use]
pub fn accept(state: &mut State) -> Vec<Effect> {
    let days = state.timeline.span_of(&state.results.current.overview.chronology.entries);
    (state.timeline.span, state.timeline.pressed) = (None, None);
    let Some((range, _)) = days else { return Vec::new() };
    let facet = if state.timeline.basis == Basis::Told { Facet::Event(range) } else { Facet::Date(range) };
    let name = facet.label(state.archive.actors());
    state.filter.selection.set(facet);
    filtering::tell(state, &name);
    search_requests::survey(state)
}

/// What is under the span, in words: `2020-03..2020-08 · 214 events`.
#[must_use]
pub fn range_label(state: &State) -> Option<String> {
    let (range, events) = state.timeline.span_of(&state.results.current.overview.chronology.entries)?;
    Some(tr!("{range} · {n} event" | "{range} · {n} events", n = events, range))
}
