//! Remembering: which queries go into the history, and when. Those that were read and left standing, not every keystroke.

use crate::app::effect::Effect;
use crate::app::state::State;

/// Adds the query that is asked to the history, unless it is empty, cannot be read or is the newest there.
#[must_use]
pub fn remember(state: &mut State) -> Vec<Effect> {
    let text = state.filter.selection.text().trim();
    if text.is_empty() || state.filter.selection.fault().is_some() || !state.filter.history.add(text) {
        return Vec::new();
    }
    vec![Effect::Remember(text.to_owned())]
}
