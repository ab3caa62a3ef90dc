//! Portraying: opens the page of an actor, and obeys the keys on it.

use std::sync::Arc;

use crate::app::actor_page::{ActorPage, Row};
use crate::app::command::{Command, Pane};
use crate::app::effect::Effect;
use crate::app::field_keys::is_leave;
use crate::app::filtering;
use crate::app::key::Key;
use crate::app::keymap::Resolved;
use crate::app::navigation::Motion;
use crate::app::overlay::Overlay;
use crate::app::reading;
use crate::app::renaming;
use crate::app::state::State;
use crate::model::actor::ActorIx;
use crate::query::dossier::Dossier;
use crate::query::selection::Facet;

/// Asks for the page of the actor the cursor of the pane is on.
#[must_use]
pub fn open_current(state: &mut State) -> Vec<Effect> {
    let Some(count) = state.survey.overview.actors.get(state.actors.at) else {
        state.say("no actor is named in these articles");
        return Vec::new();
    };
    ask(state, count.actor)
}

/// Asks for the page of `actor`.
fn ask(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    state.portrayed = Some(actor);
    state.reader.actor = Some(actor);
    state.say(format!("reading what is told of {} …", state.archive.actors().name(actor)));
    let (archive, gazetteer) = (state.archive.clone(), Arc::clone(&state.gazetteer));
    vec![Effect::Portray { actor, archive, gazetteer, matches: Arc::clone(&state.survey.matches) }]
}

/// Shows the page, when it is still waited for and nothing else has been begun.
pub fn arrived(state: &mut State, actor: ActorIx, dossier: &Dossier) {
    let waited = state.portrayed == Some(actor) && state.overlay.is_none() && state.prompt.is_none();
    if !waited || state.focus != Pane::Actors {
        return;
    }
    (state.portrayed, state.status) = (None, None);
    let page = ActorPage::new(actor, state.archive.actors(), dossier, &state.alike);
    state.overlay = page.map(|page| Overlay::Actor(Box::new(page)));
}

/// Takes a key on the page, which is put back when it stays open.
#[must_use]
pub fn press(state: &mut State, mut page: Box<ActorPage>, key: Key) -> Vec<Effect> {
    state.pending.push(key);
    let resolved = state.keymap.resolve(Pane::Actors, &state.pending);
    if resolved == Resolved::Pending {
        state.overlay = Some(Overlay::Actor(page));
        return Vec::new();
    }
    let began = state.pending.len() > 1;
    state.pending.clear();
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
        command if renaming::is_correction(command) => return renaming::begin(state, command, page.actor),
        _ => state.overlay = Some(Overlay::Actor(page)),
    }
    Vec::new()
}

/// Goes where the row under the cursor leads: to the sentence in the reader, or to the page of the other actor.
#[must_use]
pub fn follow(state: &mut State, page: Box<ActorPage>) -> Vec<Effect> {
    match page.current() {
        Some(Row::Told(told)) => reading::open(state, told.article, Some(told.place)),
        Some(Row::Other(actor, ..)) => return ask(state, *actor),
        _ => {
            state.say("Enter follows a sentence or another actor");
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
