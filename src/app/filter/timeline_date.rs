//! Going to a date in the timeline, typed in a line of its own or in the search of that pane.
//!
//! It moves the cursor and filters nothing; dates are read as queries read them.

use std::sync::Arc;

use crate::app::keys::command::Pane;
use crate::app::state::State;
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::model::date::PartialDate;
use crate::query::language::date::DateRange;
use crate::tr;

/// Opens the line of a date, in the timeline.
pub fn ask(state: &mut State) {
    let kind = PromptKind::Date { from: state.timeline.cursor.at, pane: state.focus, zoomed: state.zoomed };
    (state.focus, state.zoomed) = (Pane::Timeline, state.zoomed && state.focus == Pane::Timeline);
    state.prompt = Some(Prompt::new(kind, ""));
}

/// Goes to the date that `text` is, as far as it is one already; whether it is.
pub fn go_to(state: &mut State, text: &str) -> bool {
    let Some(date) = date_of(text) else { return false };
    let overview = Arc::clone(&state.results.current.overview);
    let entries = &overview.chronology.entries;
    state.timeline.open_at(&overview.chronology, date);
    let Some((row, found)) = state.timeline.row_from(entries, date) else {
        state.info(tr!("these articles mention no date"));
        return true;
    };
    state.timeline.cursor.at = row;
    let wanted = date.at(state.timeline.scale.precision());
    state.info(match found {
        found if found == wanted => format!("{date}"),
        found if found > wanted => tr!("nothing is told of {date}; next is {found}", date, found),
        found => tr!("nothing is told of {date} or later; the last is {found}", date, found),
    });
    true
}

/// Takes the line: goes to its date, or says why it is none.
pub fn accept(state: &mut State, text: &str) {
    let text = text.trim();
    if !text.is_empty()
        && !go_to(state, text)
        && let Err(fault) = DateRange::read(text)
    {
        state.error(fault.message);
    }
}

/// The first date of what was typed.
fn date_of(text: &str) -> Option<PartialDate> {
    match DateRange::read(text.trim()).ok()? {
        DateRange::On(date)
        | DateRange::Between(date, _)
        | DateRange::From(date)
        | DateRange::Until(date)
        | DateRange::After(date)
        | DateRange::Before(date)
        | DateRange::About(date) => Some(date),
    }
}
