//! Renewing: another state of the archive takes the place of the one that is shown, and what a person looks at stays.
//!
//! The panes show the old one until a survey of the new one has come, so that a row never shows the wrong article.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::amending::{Pending, followed};
use crate::app::effect::Effect;
use crate::app::following;
use crate::app::loading::Loading;
use crate::app::state::{Arriving, State};
use crate::app::surveying;
use crate::ingest::{Changes, Progress, Renewal};
use crate::model::actor::Likeness;
use crate::model::archive::Archive;
use crate::notes::dating::lay_over;

/// Asks for the archive to be brought up to date.
#[must_use]
pub fn ask(state: &mut State) -> Vec<Effect> {
    if state.is_loading() {
        state.say("the archive is still being loaded");
        return Vec::new();
    }
    state.loading = Loading::Running(Progress::default());
    state.rescanning = true;
    vec![Effect::Rescan]
}

/// Takes in what has become of the archive.
#[must_use]
pub fn take(state: &mut State, renewal: Renewal) -> Vec<Effect> {
    let Renewal { articles, gazetteer, problems, changes } = renewal;
    state.problems = problems;
    if let Some(changes) = changes.filter(|changes| state.rescanning || !changes.is_none()) {
        state.say(told(changes));
    }
    let Some((segments, moves)) = articles else { return Vec::new() };
    following::settle(state);
    let corrected = state.amending.gazetteer.take();
    if corrected.is_none() {
        // A correction that failed is not said when something else comes.
        state.amending = Pending::default();
    }
    // What the archive shows by itself comes with it, and is found with the corrections.
    let gazetteer = gazetteer.or(corrected);
    let actors = gazetteer.as_ref().map_or(state.archive.actors(), |gazetteer| gazetteer.table());
    let mut archive = Archive::of(segments, Arc::clone(actors));
    lay_over(&mut archive, 0, &state.corrections, &state.notes, gazetteer.as_ref().unwrap_or(&state.gazetteer));
    if state.archive.is_empty() {
        if let Some(gazetteer) = gazetteer {
            name(state, gazetteer);
        }
        state.archive = archive;
    } else {
        state.arriving = Some(Arriving { archive, moves, gazetteer, alike: Arc::default() });
    }
    surveying::survey(state)
}

/// Takes `gazetteer` as what finds the actors; those that were picked stay picked, whatever their place in it.
pub fn name(state: &mut State, gazetteer: Arc<Gazetteer>) {
    state.selection = followed(&state.selection, state.archive.actors(), &gazetteer);
    state.alike = Arc::default();
    state.archive.name(Arc::clone(gazetteer.table()));
    state.gazetteer = gazetteer;
}

/// Takes the pairs that may be one, which are of the newest table.
pub fn liken(state: &mut State, alike: Arc<Vec<Likeness>>) {
    match &mut state.arriving {
        Some(arriving) if arriving.gazetteer.is_some() => arriving.alike = alike,
        _ => state.alike = alike,
    }
}

fn told(changes: Changes) -> String {
    if changes.is_none() {
        return "nothing has changed".into();
    }
    let parts = [(changes.new, "new"), (changes.changed, "changed"), (changes.gone, "gone")];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    parts.collect::<Vec<_>>().join(", ")
}
