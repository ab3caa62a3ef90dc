//! Settling: what the panes do when an archive takes the place of another that was read with other actors.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::state::State;
use crate::app::state::pending_edit::{follow, followed};
use crate::model::actor::{ActorIx, ActorTable};

/// Gives the actors their new places in all that the panes hold, and says what was done.
pub fn settle(state: &mut State, gazetteer: Arc<Gazetteer>, before: &ActorTable) {
    state.filter.selection = followed(&state.filter.selection, before, &gazetteer);
    state.reader.actor = state.reader.actor.and_then(|ix| follow(ix, before, &gazetteer));
    let follow = |ix: ActorIx| follow(ix, before, &gazetteer);
    Arc::make_mut(&mut state.results.current.overview).follow_actors(&follow);
    state.results.widest.follow_actors(&follow);
    state.actors.gazetteer = gazetteer;
    let said = std::mem::take(&mut state.actors.pending).said;
    if !said.is_empty() {
        state.info(said);
    }
}
