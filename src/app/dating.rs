//! Dating: the publication dates that the person corrected, over the archive as it comes in and as they change.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::opening;
use crate::app::state::State;
use crate::app::surveying;
use crate::notes::dating::{Corrections, lay_over};

/// Lays what was corrected over the segments from the place `from` on.
pub fn cover(state: &mut State, from: usize) -> bool {
    let gazetteer = Arc::clone(&state.gazetteer);
    lay_over(&mut state.archive, from, &state.corrections, &state.notes, &gazetteer)
}

/// Follows the notes: when other dates are corrected than before, all that hangs on them is read again and shown.
#[must_use]
pub fn follow(state: &mut State) -> Vec<Effect> {
    let corrections = Corrections::of(&state.notes);
    if corrections == state.corrections {
        return Vec::new();
    }
    state.corrections = corrections;
    let gazetteer = Arc::clone(&state.gazetteer);
    if let Some(arriving) = &mut state.arriving {
        let gazetteer = arriving.gazetteer.as_ref().unwrap_or(&gazetteer);
        lay_over(&mut arriving.archive, 0, &state.corrections, &state.notes, gazetteer);
    }
    if !cover(state, 0) {
        return Vec::new();
    }
    opening::refresh(state);
    surveying::survey(state)
}
