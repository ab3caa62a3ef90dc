//! Search requests: asks for searches of the archive and takes them in, when the selection changes and while the archive grows.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::state::State;
use crate::app::state::pending_edit;
use crate::app::sync::pane_sync;
use crate::notes::querying::annotation_facts::Snapshot;
use crate::query::results::{ArticleList, SearchRequest, SearchResults};
use crate::tr;

/// Asks for a search of the archive as it is now; one that is under way is given up.
#[must_use]
pub fn survey(state: &mut State) -> Vec<Effect> {
    let archive = state.load.pending.as_ref().map_or(&state.archive, |arriving| &arriving.archive).clone();
    let gazetteer = state.load.pending.as_ref().and_then(|arriving| arriving.gazetteer.as_ref());
    let selection = gazetteer.map(|now| pending_edit::followed(&state.filter.selection, state.archive.actors(), now));
    let selection = selection.unwrap_or_else(|| state.filter.selection.clone());
    let generation = state.results.generations.ask(archive.len());
    let asked = (state.filter.selection.clone(), state.effective_order());
    if state.results.asked != asked {
        state.results.asked = asked;
        state.results.generations.want_list();
    }
    let groups = if state.load.pending.is_none() { state.copies.known_of(&state.archive) } else { None };
    let request = Box::new(SearchRequest {
        selection,
        order: state.effective_order(),
        basis: state.timeline.basis,
        origins: state.copies.origins.clone(),
        groups,
    });
    let snapshot = state.filter.selection.asks_for_notes().then(|| snapshot(state));
    vec![Effect::Survey { generation, archive, request, snapshot }]
}

/// The notes as they are now.
#[must_use]
pub fn snapshot(state: &mut State) -> Arc<Snapshot> {
    let notes = &state.notes.all;
    Arc::clone(state.notes.snapshot.get_or_insert_with(|| Arc::new(Snapshot::of(notes))))
}

/// Takes note that the notes have changed; asks anew when the query asks for them.
#[must_use]
pub fn noted(state: &mut State) -> Vec<Effect> {
    (state.notes.snapshot, state.notes.tag_stats, state.notes.places) = (None, None, None);
    if state.filter.selection.asks_for_notes() { survey(state) } else { Vec::new() }
}

/// Takes note that the archive has changed, and asks for a search when it is time for one.
#[must_use]
pub fn outdate(state: &mut State) -> Vec<Effect> {
    state.results.generations.outdate();
    refresh(state)
}

/// Asks for a search when the archive has changed enough since the last one, and none is under way.
#[must_use]
pub fn refresh(state: &mut State) -> Vec<Effect> {
    let is_time = state.results.generations.is_time(state.archive.len(), state.is_loading());
    if is_time { survey(state) } else { Vec::new() }
}

/// Takes the list of the search in that is waited for, ahead of the rest of it; not while another archive arrives, whose
/// timeline must come with it.
pub fn listed(state: &mut State, generation: u64, list: ArticleList) {
    if state.results.generations.is_newest(generation) && state.load.pending.is_none() {
        state.results.generations.show(generation);
        pane_sync::take_list(state, list);
    }
}

/// Takes an answer in when it is the one waited for.
#[must_use]
pub fn arrived(state: &mut State, generation: u64, survey: Option<Arc<SearchResults>>) -> Vec<Effect> {
    if !state.results.generations.arrive(generation) {
        return Vec::new();
    }
    match survey {
        Some(survey) => pane_sync::take(state, &survey),
        None => state.error(tr!("the filter broke off by a fault of the program; change it to try again")),
    }
    refresh(state)
}
