//! Typing ahead: keys that would act on the list wait while it is still the one of the query before, and are taken in their order once the
//! list is that of the words typed. Whoever types faster than the archive is searched hits what was meant, not what stood there.

use crate::app::effect::Effect;
use crate::app::input::key_dispatch::press;
use crate::app::input::layers::layers;
use crate::app::keys::command::{Command, Pane};
use crate::app::keys::key::{KeyCode, KeyPress};
use crate::app::keys::keymap::Resolved;
use crate::app::state::State;
use crate::tr;

/// Takes a key: at once, or when the list that it is meant for is here. Esc puts away the keys that wait.
#[must_use]
pub(crate) fn take(state: &mut State, key: KeyPress) -> Vec<Effect> {
    if key.code == KeyCode::Esc && !state.input.ahead.is_empty() {
        state.input.ahead.clear();
        state.status = None;
        return Vec::new();
    }
    if !waits(state, key) {
        return press(state, key);
    }
    state.input.ahead.push_back(key);
    state.status = None;
    state.info(tr!("looking for the articles; what is typed waits for them, Esc puts it away"));
    Vec::new()
}

/// Takes the keys that have waited, once the list is here; one that changes the list again leaves the rest waiting.
#[must_use]
pub(crate) fn release(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    while !is_due(state)
        && let Some(key) = state.input.ahead.pop_front()
    {
        effects.extend(press(state, key));
    }
    effects
}

/// Whether the panes are lists of a query before the one that is asked.
fn is_due(state: &State) -> bool {
    let is_in_list = state.overlay.is_none() && state.prompt.is_none() && state.focus != Pane::Reader;
    is_in_list && state.results.generations.is_list_due()
}

fn waits(state: &State, key: KeyPress) -> bool {
    if !state.input.ahead.is_empty() {
        return true;
    }
    is_due(state) && state.input.pending.is_empty() && state.input.awaited.is_none() && !is_free(state, key)
}

/// Whether the key does not ask what the list holds.
fn is_free(state: &State, key: KeyPress) -> bool {
    use Command::{CommandLine, DropFilter, Filter, Help, Leave, Palette, Quit, Redraw, Suspend, Zoom};
    let keymap = &state.input.keymap;
    let resolved = keymap.always(key).map_or_else(|| keymap.resolve(&layers(state), &[key]), Resolved::Command);
    match resolved {
        Resolved::Command(command) => {
            matches!(command, CommandLine | DropFilter | Filter | Help | Leave | Palette | Quit | Redraw | Suspend | Zoom)
        }
        Resolved::Pending | Resolved::Unbound => false,
    }
}
