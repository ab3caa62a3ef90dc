//! Portraying: opens the page of an actor, and follows where its rows lead.

use std::sync::Arc;

use crate::app::actors::actor_page::{ActorPage, ActorPageRow};
use crate::app::effect::Effect;
use crate::app::keys::command::{Command, Pane};
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::model::actor::ActorIx;
use crate::query::actor_summary::ActorSummary;
use crate::tr;

/// Asks for the page of the actor the cursor of the pane is on.
#[must_use]
pub fn open_current(state: &mut State) -> Vec<Effect> {
    let Some(count) = state.results.current.overview.actors.get(state.actors.cursor.at) else {
        state.info(tr!("no actor is named in these articles"));
        return Vec::new();
    };
    ask(state, count.actor)
}

/// Asks for the page of `actor`.
fn ask(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    (state.actors.pages_asked, state.actors.awaits_page) = (state.actors.pages_asked + 1, true);
    state.reader.actor = Some(actor);
    state.info(tr!("reading what is told of {actor} …", actor = state.archive.actors().name(actor)));
    let (archive, gazetteer) = (state.archive.clone(), Arc::clone(&state.actors.gazetteer));
    let (generation, matches) = (state.actors.pages_asked, Arc::clone(&state.results.current.matches));
    vec![Effect::Portray { generation, actor, archive, gazetteer, matches }]
}

/// Shows the page, when it is still waited for and nothing else has been begun.
pub fn arrived(state: &mut State, generation: u64, (actor, dossier): (ActorIx, &ActorSummary)) {
    let is_free = state.overlay.is_none() && state.prompt.is_none() && state.focus == Pane::Actors;
    if !is_awaited(state, generation) || !is_free {
        return;
    }
    (state.actors.awaits_page, state.status) = (false, None);
    let written = state.noted();
    let notes = state.archive.actors().get(actor).map(|one| written.of_actor(&one.id)).unwrap_or_default();
    let page = ActorPage::new((actor, state.archive.actors()), dossier, &state.actors.duplicates, &notes);
    state.overlay = page.map(|mut page| {
        page.begin(state.viewport.overlay.rows);
        Overlay::Actor(Box::new(page))
    });
}

/// Says that there will be no page, when it is still waited for.
pub fn failed(state: &mut State, generation: u64) {
    if is_awaited(state, generation) {
        state.actors.awaits_page = false;
        state.error(tr!("the page of the actor broke off by a fault of the program"));
    }
}

fn is_awaited(state: &State, generation: u64) -> bool {
    state.actors.awaits_page && state.actors.pages_asked == generation
}

/// Goes where the row under the cursor leads: to the sentence in the reader, or to the page of the other actor.
#[must_use]
pub fn follow(state: &mut State, page: &mut ActorPage) -> Outcome {
    match page.current().cloned() {
        Some(ActorPageRow::Told(told)) => {
            visit::open(state, told.article, Some(told.place));
            Outcome::close()
        }
        Some(ActorPageRow::Other(actor, ..)) => Outcome::close().with(ask(state, actor)),
        _ => {
            page.move_to_lead();
            state.info(tr!("{open} follows a sentence or another actor", open = state.key(Command::Open)));
            Outcome::stay()
        }
    }
}

/// A click on a row of the page selects it, a second one follows it; one beside the page closes it.
#[must_use]
pub fn click(state: &mut State, page: &mut ActorPage, row: Option<usize>) -> Outcome {
    let Some(at) = row.map(|row| page.cursor.top + row) else { return Outcome::close() };
    if at < page.rows.len() && at == page.cursor.at {
        return follow(state, page);
    }
    page.cursor.at = at.min(page.rows.len().saturating_sub(1));
    Outcome::stay()
}
