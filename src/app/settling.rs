//! Settling: what the panes do when an archive takes the place of another that was read with other actors.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::amending::{follow, followed};
use crate::app::state::State;
use crate::model::actor::{ActorIx, ActorTable};

/// Gives the actors their new places in all that the panes hold, and says what was done.
pub fn settle(state: &mut State, gazetteer: Arc<Gazetteer>, before: &ActorTable) {
    state.selection = followed(&state.selection, before, &gazetteer);
    state.reader.actor = state.reader.actor.and_then(|ix| follow(ix, before, &gazetteer));
    let follow = |ix: ActorIx| follow(ix, before, &gazetteer);
    Arc::make_mut(&mut state.survey.overview).follow_actors(&follow);
    state.widest.follow_actors(&follow);
    state.gazetteer = gazetteer;
    let said = std::mem::take(&mut state.amending).said;
    if !said.is_empty() {
        state.say(format!("{said} · gc takes it back"));
    }
}
