//! Obeying: runs commands in the panes. What each does stands in `handlers`; what lies over the panes runs its own in `overlay_keys`,
//! the line being typed in `prompt_keys`.

use crate::app::effect::Effect;
use crate::app::filter::ranges;
use crate::app::input::handler::Handler;
use crate::app::input::handlers::handler;
use crate::app::input::pane_commands::move_in_pane;
use crate::app::keys::command::{Command, Pane};
use crate::app::reader::selection;
use crate::app::state::State;
use crate::tr;

/// Carries out `command` in the pane with the focus.
#[must_use]
pub fn execute(state: &mut State, command: Command) -> Vec<Effect> {
    ranges::leave(state);
    let spot = state.reader.spot;
    let effects = carry_out(state, command);
    selection::follow(state, spot);
    effects
}

/// Carries out `command` without a look at what is being selected.
#[must_use]
pub fn carry_out(state: &mut State, command: Command) -> Vec<Effect> {
    match handler(command) {
        Handler::Run(run) | Handler::Reverse(run) => return run(state),
        Handler::Do(run) | Handler::Actors(run) => run(state),
        // Only the reader has a caret; by their names these can be asked for elsewhere.
        Handler::Caret(_) if state.focus != Pane::Reader => tell_place(state, command),
        Handler::Caret(run) => {
            let count = state.input.count.unwrap_or(1);
            run(state, count);
        }
        Handler::Move(motion) if state.is_at_caret() => selection::walk(state, motion),
        Handler::Move(motion) => move_in_pane(state, state.focus, motion),
        Handler::Actor(run) => match state.results.current.overview.actors.get(state.actors.cursor.at).map(|count| count.actor) {
            Some(actor) => return run(state, actor),
            None => state.info(tr!("no actor is named in these articles")),
        },
        Handler::Range(_)
        | Handler::Accept
        | Handler::Cancel
        | Handler::List(_)
        | Handler::Edit(_)
        | Handler::Complete
        | Handler::Offer(_)
        | Handler::CloseOffers
        | Handler::Filter(_)
        | Handler::Notes(_)
        | Handler::Note(_)
        | Handler::Page(_)
        | Handler::Sheet(_)
        | Handler::Review(_)
        | Handler::Color(_) => tell_place(state, command),
    }
    Vec::new()
}

/// Says where a command works that was asked for by its name elsewhere.
fn tell_place(state: &mut State, command: Command) {
    if let Some(spec) = command.spec() {
        state.info(tr!("{name} works only here: {place}", name = spec.name, place = spec.scope.place()));
    }
}
