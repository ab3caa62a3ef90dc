//! Renewing: another state of the archive takes the place of the one that is shown, and what a person looks at stays.
//!
//! The panes show the old one until a survey of the new one has come, so that a row never shows the wrong article.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::effect::Effect;
use crate::app::following;
use crate::app::loading::Loading;
use crate::app::state::{Arriving, State};
use crate::app::surveying;
use crate::ingest::{Changes, Progress, Renewal};
use crate::model::archive::Archive;
use crate::query::selection::Facet;

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
    if let Some(gazetteer) = gazetteer {
        name(state, gazetteer);
    }
    let archive = Archive::of(segments, Arc::clone(state.archive.actors()));
    if state.archive.is_empty() {
        state.archive = archive;
    } else {
        state.arriving = Some(Arriving { archive, moves });
    }
    surveying::survey(state)
}

/// Takes `gazetteer` as what finds the actors; those that were picked stay picked, whatever their place in it.
pub fn name(state: &mut State, gazetteer: Arc<Gazetteer>) {
    let old = Arc::clone(state.archive.actors());
    state.selection.facets.retain_mut(|facet| match facet {
        Facet::Actor(ix) => {
            let now = old.get(*ix).and_then(|actor| gazetteer.table().by_id(&actor.id));
            now.inspect(|now| *ix = *now).is_some()
        }
        _ => true,
    });
    state.archive.name(Arc::clone(gazetteer.table()));
    state.gazetteer = gazetteer;
}

fn told(changes: Changes) -> String {
    if changes.is_none() {
        return "nothing has changed".into();
    }
    let parts = [(changes.new, "new"), (changes.changed, "changed"), (changes.gone, "gone")];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    parts.collect::<Vec<_>>().join(", ")
}
