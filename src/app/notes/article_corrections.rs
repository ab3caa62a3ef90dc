//! Corrections: what the person says of articles, over the archive as it comes in and as they change.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::app::sync::open_article;
use crate::notes::corrections::article_corrections::{ArticleCorrections, Corrector};

/// Lays what was corrected over the segments from the place `from` on.
pub fn cover(state: &mut State, from: usize) -> bool {
    let gazetteer = Arc::clone(&state.actors.gazetteer);
    let overlay = Corrector { corrections: &state.notes.corrections, notes: &state.notes.all, gazetteer: &gazetteer };
    overlay.lay_over(&mut state.archive, from)
}

/// Tells the notes what the archive holds once all of it is here. What was laid over copies before, when not all of them were known, is
/// laid anew.
#[must_use]
pub fn know_archive(state: &mut State) -> Vec<Effect> {
    if state.is_loading() || state.load.pending.is_some() || state.notes.all.knows(&state.archive) {
        return Vec::new();
    }
    state.notes.all.know(&state.archive);
    let Some(changed) = state.notes.corrections.of_copies(&state.notes.all) else { return Vec::new() };
    let gazetteer = Arc::clone(&state.actors.gazetteer);
    let overlay = Corrector { corrections: &state.notes.corrections, notes: &state.notes.all, gazetteer: &gazetteer };
    if !overlay.lay_changes(&mut state.archive, &changed) {
        return Vec::new();
    }
    open_article::refresh(state);
    search_requests::survey(state)
}

/// Follows the notes: when something else is corrected than before, all that hangs on it is read again and shown.
#[must_use]
pub fn follow(state: &mut State) -> Vec<Effect> {
    let corrections = ArticleCorrections::of(&state.notes.all);
    let Some(changed) = corrections.changed_since(&state.notes.corrections) else { return Vec::new() };
    state.notes.corrections = corrections;
    let gazetteer = Arc::clone(&state.actors.gazetteer);
    let overlay = Corrector { corrections: &state.notes.corrections, notes: &state.notes.all, gazetteer: &gazetteer };
    if let Some(arriving) = &mut state.load.pending {
        let gazetteer = arriving.gazetteer.as_ref().unwrap_or(&gazetteer);
        Corrector { gazetteer, ..overlay }.lay_changes(&mut arriving.archive, &changed);
    }
    if !overlay.lay_changes(&mut state.archive, &changed) {
        return Vec::new();
    }
    open_article::refresh(state);
    search_requests::survey(state)
}
