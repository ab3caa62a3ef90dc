//! Brushing: picks a span of the histogram, by keys or by mouse, and filters by its days.
//!
//! Its keys are a layer of the keymap, which `ranges` obeys.

use std::ops::RangeInclusive;

use crate::app::effect::Effect;
use crate::app::event::Button;
use crate::app::filter::filtering;
use crate::app::keys::command::{Command, Pane};
use crate::app::panes::chart::{Month, number};
use crate::app::panes::histogram::Brush;
use crate::app::reader::visit;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::locale::translated;
use crate::query::language::date::DateRange;
use crate::query::selection::Facet;
use crate::{tr, tr_later};

/// What is said when there is nothing to brush.
const TOO_FEW: &str = tr_later!("these articles are of fewer than two months; that is no histogram");

/// Puts the brush on the histogram, and the histogram over the list: on the span that is on, else on the open article's month.
pub fn begin(state: &mut State) {
    if !state.histogram.is_worthwhile() {
        return state.info(translated(TOO_FEW));
    }
    if state.focus == Pane::Reader {
        visit::leave(state);
    }
    if state.focus != Pane::Articles {
        (state.focus, state.zoomed) = (Pane::Articles, false);
    }
    let chart = &state.histogram.chart;
    let on = picked(state);
    let at = on.as_ref().map(|columns| chart.month_of(*columns.end()));
    let anchor = on.filter(|columns| columns.start() < columns.end()).map(|columns| chart.month_of(*columns.start()));
    let at = at.or_else(|| open_month(state)).unwrap_or_else(|| chart.month_of(chart.last()));
    state.histogram.hidden = false;
    state.histogram.brush = Some(Brush { at, anchor, held: false });
}

/// Shows or hides the histogram.
pub fn toggle(state: &mut State) {
    if !state.histogram.is_worthwhile() {
        return state.info(translated(TOO_FEW));
    }
    state.histogram.hidden = !state.histogram.hidden;
    if state.histogram.hidden {
        state.info(tr!(
            "the histogram is hidden; {toggle_histogram} shows it again",
            toggle_histogram = state.key(Command::ToggleHistogram)
        ));
    } else {
        state.info(tr!("the histogram stands over the list where there is room"));
    }
}

/// Moves the brush to another column, which `to` gives from the one it is on and the last.
pub fn go(state: &mut State, to: impl Fn(usize, usize) -> usize) {
    let chart = &state.histogram.chart;
    state.histogram.brush = state.histogram.brush.map(|brush| {
        let column = to(chart.column_of(brush.at), chart.last());
        Brush { at: chart.month_of(column), held: false, ..brush }
    });
}

/// Keeps the end of the brush where it is, so that moving stretches it; again, lets it go.
pub fn hold(state: &mut State) {
    if let Some(brush) = &mut state.histogram.brush {
        brush.anchor = if brush.anchor.is_some() { None } else { Some(brush.at) };
    }
}

/// Brushes with the mouse: the span between where the button was pressed and where it is released.
#[must_use]
pub fn drag(state: &mut State, cell: usize, button: Button) -> Vec<Effect> {
    let chart = &state.histogram.chart;
    let at = chart.month_of(chart.column_at(cell));
    match (button, state.histogram.brush) {
        (Button::Pressed, _) => state.histogram.brush = Some(Brush { at, anchor: Some(at), held: true }),
        (_, Some(brush)) if brush.held => {
            state.histogram.brush = Some(Brush { at, ..brush });
            if button == Button::Released {
                return accept(state);
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Filters by the days under the brush, in the place of those brushed before. One column that is on already is taken off.
#[must_use]
pub fn accept(state: &mut State) -> Vec<Effect> {
    let columns = state.histogram.brushed();
    state.histogram.brush = None;
    let Some(range) = columns.as_ref().and_then(|columns| state.histogram.chart.range(columns)) else { return Vec::new() };
    let facet = Facet::Date(range);
    let one_column = columns.is_some_and(|columns| columns.start() == columns.end());
    if let Some(at) = state.filter.selection.facets.iter().position(|on| *on == facet).filter(|_| one_column) {
        return filtering::drop_at(state, at);
    }
    let name = facet.label(state.archive.actors());
    state.filter.selection.set(facet);
    filtering::tell(state, &name);
    search_requests::survey(state)
}

/// The columns that are marked: those under the brush, else those that hold a day of the range that was brushed.
#[must_use]
pub fn marked(state: &State) -> Option<RangeInclusive<usize>> {
    if state.histogram.brush.is_some() { state.histogram.brushed() } else { picked(state) }
}

/// The columns of the range that is on.
fn picked(state: &State) -> Option<RangeInclusive<usize>> {
    let range = |facet: &Facet| -> Option<DateRange> { if let Facet::Date(range) = facet { Some(*range) } else { None } };
    state.histogram.chart.columns_of(state.filter.selection.facets.iter().find_map(range)?)
}

/// The month of the open article, when the chart has it.
#[must_use]
pub fn open_month(state: &State) -> Option<Month> {
    let article = state.archive.get(state.reader.open?)?;
    let month = number(article.date().month()?)?;
    state.histogram.chart.holds(month).then_some(month)
}
