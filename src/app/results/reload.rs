//! Renewing: another state of the archive takes the place of the one that is shown, and what a person looks at stays.
//!
//! The panes show the old one until a search of the new one has come, so that a row never shows the wrong article.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::effect::Effect;
use crate::app::loading::Loading;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::app::state::arriving::Arriving;
use crate::app::state::pending_edit::{Pending, followed};
use crate::app::sync::pane_sync;
use crate::ingest::{Changes, Progress, Renewal};
use crate::model::actor::Likeness;
use crate::model::archive::Archive;
use crate::notes::corrections::article_corrections::Corrector;
use crate::tr;

/// Asks for the archive to be brought up to date.
#[must_use]
pub fn ask(state: &mut State) -> Vec<Effect> {
    if state.is_loading() {
        state.info(tr!("the archive is still being loaded"));
        return Vec::new();
    }
    state.load.progress = Loading::Running(Progress::default());
    state.load.rescanning = true;
    vec![Effect::Rescan]
}

/// Takes in what has become of the archive.
#[must_use]
pub fn take(state: &mut State, renewal: Renewal) -> Vec<Effect> {
    let Renewal { articles, order, gazetteer, problems, changes } = renewal;
    state.load.problems = problems;
    if let Some(changes) = changes.filter(|changes| state.load.rescanning || !changes.is_none()) {
        state.info(changes_label(changes));
    }
    let Some((segments, moves)) = articles else { return Vec::new() };
    pane_sync::settle(state);
    let corrected = state.actors.pending.gazetteer.take();
    if corrected.is_none() {
        // A correction that failed is not said when something else comes.
        state.actors.pending = Pending::default();
    }
    // What the archive shows by itself comes with it, and is found with the corrections.
    let gazetteer = gazetteer.or(corrected);
    let actors = gazetteer.as_ref().map_or(state.archive.actors(), |gazetteer| gazetteer.table());
    let mut archive = Archive::of(segments, Arc::clone(actors));
    archive.put_in_order(order);
    let overlay = Corrector {
        corrections: &state.notes.corrections,
        notes: &state.notes.all,
        gazetteer: gazetteer.as_ref().unwrap_or(&state.actors.gazetteer),
    };
    overlay.lay_over(&mut archive, 0);
    if state.archive.is_empty() {
        if let Some(gazetteer) = gazetteer {
            name(state, gazetteer);
        }
        state.archive = archive;
    } else {
        state.load.pending = Some(Arriving { archive, moves, gazetteer, alike: Arc::default() });
    }
    search_requests::survey(state)
}

/// Takes `gazetteer` as what finds the actors; those that were picked stay picked, whatever their place in it.
pub fn name(state: &mut State, gazetteer: Arc<Gazetteer>) {
    state.filter.selection = followed(&state.filter.selection, state.archive.actors(), &gazetteer);
    state.actors.duplicates = Arc::default();
    state.archive.name(Arc::clone(gazetteer.table()));
    state.actors.gazetteer = gazetteer;
}

/// Takes the pairs that may be one, which are of the newest table.
pub fn liken(state: &mut State, alike: Arc<Vec<Likeness>>) {
    match &mut state.load.pending {
        Some(arriving) if arriving.gazetteer.is_some() => arriving.alike = alike,
        _ => state.actors.duplicates = alike,
    }
}

fn changes_label(changes: Changes) -> String {
    if changes.is_none() {
        return tr!("nothing has changed").into();
    }
    let parts = [
        (changes.new, tr!("{n} new" | "{n} new", n = changes.new)),
        (changes.changed, tr!("{n} changed" | "{n} changed", n = changes.changed)),
        (changes.gone, tr!("{n} gone" | "{n} gone", n = changes.gone)),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    parts.collect::<Vec<_>>().join(", ")
}
