//! Typing: where a key goes. Letters to the text that is being written, all others through the keymap to a command, which runs in what
//! lies over the panes, in the line being typed, or in the pane with the focus.

use crate::app::effect::Effect;
use crate::app::filter::ranges;
use crate::app::filter::timeline_range;
use crate::app::input::execute::{carry_out, execute};
use crate::app::input::handler::Handler;
use crate::app::input::handlers::handler;
use crate::app::input::layers::{layers, of_range};
use crate::app::input::overlay_keys;
use crate::app::input::prompt_keys;
use crate::app::keys::command::{Command, Layer};
use crate::app::keys::key::{KeyCode, KeyPress, display};
use crate::app::keys::keymap::Resolved;
use crate::app::notes::{highlights, note_editor_keys};
use crate::app::reader::selection;
use crate::app::reader::visit;
use crate::app::routing::{ask_overlay, ask_prompt};
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::tr;

/// Takes a key.
#[must_use]
pub fn press(state: &mut State, key: KeyPress) -> Vec<Effect> {
    state.status = None;
    let layers = layers(state);
    let begins = state.input.pending.is_empty();
    if let Some(c) = key.typed().filter(|_| begins && layers.iter().any(|layer| layer.is_typed_in())) {
        return insert(state, c);
    }
    if let Some(command) = state.input.keymap.always(key) {
        return carry_out(state, command);
    }
    if key.code == KeyCode::Esc && (!begins || state.input.count.is_some()) {
        state.input.pending.clear();
        state.input.count = None;
        return Vec::new();
    }
    if layers.contains(&Layer::Caret) && selection::count(state, key) {
        return Vec::new();
    }
    if let Some(color) = key.typed().filter(|_| begins && layers.contains(&Layer::Colors))
        && let Some(effects) = highlights::by_letter(state, color)
    {
        state.input.awaited = None;
        return effects;
    }
    state.input.pending.push(key);
    look_up(state, &layers)
}

/// Takes a key while the terminal is too small to show anything: it leaves the program, keeping the note that is written as a draft, or goes
/// to the shell; no other does anything, since nobody would see what.
#[must_use]
pub fn press_unseen(state: &mut State, key: KeyPress) -> Vec<Effect> {
    if let Some(command) = state.input.keymap.always(key) {
        return carry_out(state, command);
    }
    state.input.pending.push(key);
    let resolved = state.input.keymap.resolve(&[Layer::Pane(state.focus)], &state.input.pending);
    if resolved == Resolved::Pending {
        return Vec::new();
    }
    state.input.pending.clear();
    if resolved != Resolved::Command(Command::Quit) {
        return Vec::new();
    }
    let mut effects = note_editor_keys::save(state);
    effects.extend(execute(state, Command::Quit));
    effects
}

/// Looks the keys up that were pressed; those of a range that is being selected go before all others, which put it away.
fn look_up(state: &mut State, layers: &[Layer]) -> Vec<Effect> {
    let of_range = of_range(state).filter(|_| matches!(layers, [Layer::Pane(_) | Layer::Caret, ..]));
    if let Some(own) = of_range {
        match state.input.keymap.resolve(own, &state.input.pending) {
            Resolved::Command(command) => {
                state.input.pending.clear();
                return run_in_range(state, command);
            }
            Resolved::Pending => return Vec::new(),
            Resolved::Unbound => ranges::leave(state),
        }
    }
    match state.input.keymap.resolve(layers, &state.input.pending) {
        Resolved::Pending => Vec::new(),
        Resolved::Command(command) => {
            state.input.pending.clear();
            let effects = run(state, command);
            state.input.count = None;
            effects
        }
        Resolved::Unbound => {
            state.input.count = None;
            let keys = display(&std::mem::take(&mut state.input.pending));
            tell_unbound(state, &keys);
            Vec::new()
        }
    }
}

/// Types a letter: into what lies over the panes, into the line, or as the name of a mark.
fn insert(state: &mut State, c: char) -> Vec<Effect> {
    if state.overlay.is_some() {
        return ask_overlay(state, |state, overlay| overlay_keys::insert(state, overlay, c));
    }
    if let Some(awaited) = state.input.awaited.take().filter(|_| state.prompt.is_none()) {
        visit::mark(state, awaited, c);
    }
    ask_prompt(state, |state, prompt| prompt_keys::insert(state, prompt, c))
}

/// Runs a command where the keys are.
fn run(state: &mut State, command: Command) -> Vec<Effect> {
    if state.overlay.is_some() {
        return ask_overlay(state, |state, overlay| overlay_keys::run(state, overlay, command));
    }
    if state.prompt.is_some() {
        return ask_prompt(state, |state, prompt| prompt_keys::run(state, prompt, command));
    }
    match (state.input.awaited.take(), handler(command)) {
        (None, _) => execute(state, command),
        (Some(Awaited::Color), Handler::Color(number)) => highlights::by_number(state, number),
        (Some(_), _) => Vec::new(),
    }
}

fn run_in_range(state: &mut State, command: Command) -> Vec<Effect> {
    match handler(command) {
        Handler::Range(run) => run(state),
        Handler::List(motion) => timeline_range::go(state, motion),
        Handler::Accept => return ranges::accept(state),
        _ => {}
    }
    Vec::new()
}

/// Says that the keys do nothing here, or what would.
fn tell_unbound(state: &mut State, keys: &str) {
    match state.input.awaited.take() {
        _ if state.overlay.is_some() => overlay_keys::tell_unbound(state),
        _ if state.prompt.is_some() => {}
        Some(Awaited::Color) => highlights::tell_colors(state),
        Some(Awaited::MarkToSet | Awaited::MarkToVisit) => state.info(tr!("a mark is named by a letter")),
        None => state.info(tr!("{keys} does nothing here; {help} shows the keys", keys, help = state.key(Command::Help))),
    }
}

/// Puts pasted text into the field that is open.
#[must_use]
pub fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    state.status = None;
    if state.overlay.is_some() {
        return ask_overlay(state, |state, overlay| overlay_keys::paste(state, overlay, text));
    }
    if state.prompt.is_none() {
        overlay_keys::tell_paste(state);
    }
    ask_prompt(state, |state, prompt| prompt_keys::paste(state, prompt, text))
}
