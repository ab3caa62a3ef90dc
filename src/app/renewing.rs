//! Renewing: another state of the archive takes the place of the one that is shown, and what a person looks at stays.
//!
//! The panes show the old one until a survey of the new one has come, so that a row never shows the wrong article.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::following;
use crate::app::loading::Loading;
use crate::app::state::{Arriving, State};
use crate::app::surveying;
use crate::ingest::{Changes, Progress, Renewal};
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
    let Renewal { articles, problems, changes } = renewal;
    state.problems = problems;
    if let Some(changes) = changes.filter(|changes| state.rescanning || !changes.is_none()) {
        state.say(told(changes));
    }
    let Some((segments, moves)) = articles else { return Vec::new() };
    following::settle(state);
    let mut archive = Archive::of(segments, Arc::clone(state.archive.actors()));
    lay_over(&mut archive, 0, &state.corrections, &state.notes, &state.gazetteer);
    if state.archive.is_empty() {
        state.archive = archive;
    } else {
        state.arriving = Some(Arriving { archive, moves });
    }
    surveying::survey(state)
}

fn told(changes: Changes) -> String {
    if changes.is_none() {
        return "nothing has changed".into();
    }
    let parts = [(changes.new, "new"), (changes.changed, "changed"), (changes.gone, "gone")];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    parts.collect::<Vec<_>>().join(", ")
}
