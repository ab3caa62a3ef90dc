//! Portraying: opens the page of an actor, and obeys the keys on it.

use std::sync::Arc;

use crate::app::actors::actor_page::{ActorPage, ActorPageRow};
use crate::app::actors::edit_actor;
use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::keys::command::{Command, Pane};
use crate::app::keys::key::KeyPress;
use crate::app::keys::keymap::Resolved;
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::app::widget::list_keys::is_leave;
use crate::app::widget::navigation::Motion;
use crate::model::actor::ActorIx;
use crate::query::actor_summary::ActorSummary;
use crate::query::selection::Facet;

/// Asks for the page of the actor the cursor of the pane is on.
#[must_use]
pub fn open_current(state: &mut State) -> Vec<Effect> {
    let Some(count) = state.results.current.overview.actors.get(state.actors.cursor.at) else {
        state.info("no actor is named in these articles");
        return Vec::new();
    };
    ask(state, count.actor)
}

/// Asks for the page of `actor`.
fn ask(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    (state.portrayals, state.awaits_portrayal) = (state.portrayals + 1, true);
    state.reader.actor = Some(actor);
    state.info(format!("reading what is told of {} …", state.archive.actors().name(actor)));
    let (archive, gazetteer) = (state.archive.clone(), Arc::clone(&state.actors.gazetteer));
    let (generation, matches) = (state.portrayals, Arc::clone(&state.results.current.matches));
    vec![Effect::Portray { generation, actor, archive, gazetteer, matches }]
}

/// Shows the page, when it is still waited for and nothing else has been begun.
pub fn arrived(state: &mut State, generation: u64, (actor, dossier): (ActorIx, &ActorSummary)) {
    let is_free = state.overlay.is_none() && state.prompt.is_none() && state.focus == Pane::Actors;
    if !is_awaited(state, generation) || !is_free {
        return;
    }
    (state.awaits_portrayal, state.status) = (false, None);
    let page = ActorPage::new(actor, state.archive.actors(), dossier, &state.actors.duplicates);
    state.overlay = page.map(|page| Overlay::Actor(Box::new(page)));
}

/// Says that there will be no page, when it is still waited for.
pub fn failed(state: &mut State, generation: u64) {
    if is_awaited(state, generation) {
        state.awaits_portrayal = false;
        state.error("the page of the actor broke off by a fault of the program");
    }
}

fn is_awaited(state: &State, generation: u64) -> bool {
    state.awaits_portrayal && state.portrayals == generation
}

/// Takes a key on the page, which is put back when it stays open.
#[must_use]
pub fn press(state: &mut State, mut page: Box<ActorPage>, key: KeyPress) -> Vec<Effect> {
    state.input.pending.push(key);
    let resolved = state.input.keymap.resolve(Pane::Actors, &state.input.pending);
    if resolved == Resolved::Pending {
        state.overlay = Some(Overlay::Actor(page));
        return Vec::new();
    }
    let began = state.input.pending.len() > 1;
    state.input.pending.clear();
    let Resolved::Command(command) = resolved else {
        if began || !is_leave(key) {
            state.overlay = Some(Overlay::Actor(page));
        }
        return Vec::new();
    };
    if let Some(motion) = Motion::of(command) {
        page.step(motion, state.viewport.overlay.rows);
        state.overlay = Some(Overlay::Actor(page));
        return Vec::new();
    }
    match command {
        Command::Open => return follow(state, page),
        Command::FilterByActor => return filtering::toggle(state, Facet::Actor(page.actor)),
        Command::Back | Command::Dismiss | Command::Help | Command::Quit => {}
        command if edit_actor::is_correction(command) => return edit_actor::begin(state, command, page.actor),
        _ => state.overlay = Some(Overlay::Actor(page)),
    }
    Vec::new()
}

/// Goes where the row under the cursor leads: to the sentence in the reader, or to the page of the other actor.
#[must_use]
pub fn follow(state: &mut State, page: Box<ActorPage>) -> Vec<Effect> {
    match page.current() {
        Some(ActorPageRow::Told(told)) => visit::open(state, told.article, Some(told.place)),
        Some(ActorPageRow::Other(actor, ..)) => return ask(state, *actor),
        _ => {
            state.info("Enter follows a sentence or another actor");
            state.overlay = Some(Overlay::Actor(page));
        }
    }
    Vec::new()
}

/// A click on a row of the page selects it, a second one follows it; one beside the page closes it.
#[must_use]
pub fn click(state: &mut State, mut page: Box<ActorPage>, row: Option<usize>) -> Vec<Effect> {
    let Some(at) = row.map(|row| page.cursor.top + row) else { return Vec::new() };
    if at < page.rows.len() && at == page.cursor.at {
        return follow(state, page);
    }
    page.cursor.at = at.min(page.rows.len().saturating_sub(1));
    state.overlay = Some(Overlay::Actor(page));
    Vec::new()
}
