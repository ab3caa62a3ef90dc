//! Dating: the publication dates that the person corrected, over the archive as it comes in and as they change.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::app::sync::open_article;
use crate::notes::date_overrides::{Corrections, lay_over};

/// Lays what was corrected over the segments from the place `from` on.
pub fn cover(state: &mut State, from: usize) -> bool {
    let gazetteer = Arc::clone(&state.actors.gazetteer);
    lay_over(&mut state.archive, from, &state.notes.date_overrides, &state.notes.all, &gazetteer)
}

/// Follows the notes: when other dates are corrected than before, all that hangs on them is read again and shown.
#[must_use]
pub fn follow(state: &mut State) -> Vec<Effect> {
    let corrections = Corrections::of(&state.notes.all);
    if corrections == state.notes.date_overrides {
        return Vec::new();
    }
    state.notes.date_overrides = corrections;
    let gazetteer = Arc::clone(&state.actors.gazetteer);
    if let Some(arriving) = &mut state.load.pending {
        let gazetteer = arriving.gazetteer.as_ref().unwrap_or(&gazetteer);
        lay_over(&mut arriving.archive, 0, &state.notes.date_overrides, &state.notes.all, gazetteer);
    }
    if !cover(state, 0) {
        return Vec::new();
    }
    open_article::refresh(state);
    search_requests::survey(state)
}
