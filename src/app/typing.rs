//! Typing: where a key goes. To an overlay, to the line being typed, to a mark's name, or through the keymap to a command.

use crate::app::browsing;
use crate::app::brushing;
use crate::app::command::Command;
use crate::app::correcting;
use crate::app::effect::Effect;
use crate::app::exporting;
use crate::app::field_keys::{is_leave, list_motion};
use crate::app::filter_keys;
use crate::app::filtering;
use crate::app::keeping;
use crate::app::key::{Key, KeyCode, display};
use crate::app::keymap::Resolved;
use crate::app::marking;
use crate::app::navigation::Motion;
use crate::app::noting;
use crate::app::obey::obey;
use crate::app::overlay::Overlay;
use crate::app::picker::Choice;
use crate::app::portraying;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::reading;
use crate::app::renaming;
use crate::app::reviewing;
use crate::app::searching;
use crate::app::selecting;
use crate::app::spanning;
use crate::app::state::{Awaited, State};
use crate::app::surveying;

/// Takes a key.
#[must_use]
pub fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.status = None;
    if key == (Key { code: KeyCode::Char('z'), ctrl: true, alt: false }) {
        return vec![Effect::Suspend];
    }
    if let Some(overlay) = state.overlay.take() {
        return press_overlay(state, overlay, key);
    }
    if let Some(prompt) = state.prompt.take() {
        return press_prompt(state, prompt, key);
    }
    if let Some(awaited) = state.awaited.take() {
        match key.typed() {
            _ if awaited == Awaited::Color && !is_leave(key) => return marking::pick(state, key),
            _ if is_leave(key) => {}
            Some(name) => reading::mark(state, awaited, name),
            None => state.say("a mark is named by a letter"),
        }
        return Vec::new();
    }
    press_pane(state, key)
}

fn press_pane(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(effects) = brushing::press(state, key) {
        return effects;
    }
    if let Some(effects) = spanning::press(state, key) {
        return effects;
    }
    if key.code == KeyCode::Esc && !(state.pending.is_empty() && state.count.is_none()) {
        state.pending.clear();
        state.count = None;
        return Vec::new();
    }
    if selecting::count(state, key) {
        return Vec::new();
    }
    state.pending.push(key);
    let at_caret = state.is_at_caret();
    let keymap = &state.keymap;
    match if at_caret { keymap.resolve_at_caret(&state.pending) } else { keymap.resolve(state.focus, &state.pending) } {
        Resolved::Pending => Vec::new(),
        Resolved::Command(command) => {
            state.pending.clear();
            let effects = obey(state, command);
            state.count = None;
            effects
        }
        Resolved::Unbound => {
            state.count = None;
            let keys = display(&std::mem::take(&mut state.pending));
            state.say(format!("{keys} does nothing here; ? shows the keys"));
            Vec::new()
        }
    }
}

/// Keys of pickers and pages; whatever stays open is put back.
fn press_overlay(state: &mut State, overlay: Overlay, key: Key) -> Vec<Effect> {
    match overlay {
        Overlay::Picker(mut picker) => {
            if is_leave(key) {
                return Vec::new();
            }
            if key.code == KeyCode::Enter {
                return picker.current().cloned().map_or_else(Vec::new, |choice| choose(state, choice));
            }
            if let Some(motion) = list_motion(key) {
                let last = picker.shown().saturating_sub(1);
                picker.cursor.at = motion.from(picker.cursor.at, last, state.viewport.overlay.rows);
            } else if picker.field.press(key) {
                picker.narrow();
            }
            state.overlay = Some(Overlay::Picker(picker));
        }
        Overlay::Actor(page) => return portraying::press(state, page, key),
        Overlay::Note(editor) => return noting::press(state, editor, key),
        Overlay::Notes(pane) => return browsing::press(state, pane, key),
        Overlay::Review(review) => return reviewing::press(state, review, key),
        Overlay::Page(mut page) => {
            let command = match state.keymap.resolve(state.focus, &[key]) {
                Resolved::Command(command) => Some(command),
                Resolved::Pending | Resolved::Unbound => None,
            };
            let closes = is_leave(key) || key.code == KeyCode::Enter || matches!(key.typed(), Some('q' | '?'));
            if closes || matches!(command, Some(Command::Help | Command::Quit)) {
                return Vec::new();
            }
            if let Some((_, own)) = page.own.filter(|(own, _)| key.typed() == Some(*own)) {
                return obey(state, own);
            }
            let motion = command.and_then(Motion::of).or_else(|| (key.typed() == Some('g')).then_some(Motion::Top));
            if let Some(motion) = motion {
                page.scroll(motion, state.viewport.overlay.rows);
            }
            state.overlay = Some(Overlay::Page(page));
        }
    }
    Vec::new()
}

/// Carries out what was picked.
#[must_use]
pub fn choose(state: &mut State, choice: Choice) -> Vec<Effect> {
    match choice {
        Choice::Facet(facet) => filtering::toggle(state, facet),
        Choice::Order(order) => {
            state.order = order;
            surveying::survey(state)
        }
        Choice::Saved(name) => filtering::ask_saved(state, &name),
        Choice::Command(command) => obey(state, command),
        Choice::Leave(way) => keeping::go(state, way),
        Choice::Amend(amendment) => renaming::ask(state, amendment),
        Choice::SplitOff(actor, spelling) => renaming::split_off(state, actor, &spelling),
    }
}

/// Keys of the line being typed.
fn press_prompt(state: &mut State, mut prompt: Prompt, key: Key) -> Vec<Effect> {
    if prompt.purpose == Purpose::Filter {
        return filter_keys::press(state, prompt, key);
    }
    // Backspace on an empty line leaves it, as in vi; an empty date is typed by deleting the one that stands there.
    if is_leave(key)
        || (key.code == KeyCode::Backspace && prompt.field.text().is_empty() && !matches!(prompt.purpose, Purpose::Date(_)))
    {
        leave_prompt(state, &prompt);
        return Vec::new();
    }
    if key.code == KeyCode::Enter {
        return accept_prompt(state, prompt);
    }
    if prompt.field.press(key) {
        return typed(state, prompt);
    }
    state.prompt = Some(prompt);
    Vec::new()
}

/// What follows from the text of the prompt, at once.
fn typed(state: &mut State, prompt: Prompt) -> Vec<Effect> {
    match prompt.purpose {
        Purpose::Filter => return filter_keys::typed(state, prompt),
        Purpose::Search { pane, from } => searching::search(state, pane, prompt.field.text(), from),
        Purpose::Command | Purpose::Date(_) | Purpose::Rename(_) | Purpose::Export => {}
    }
    state.prompt = Some(prompt);
    Vec::new()
}

/// Puts pasted text into the field that is open.
#[must_use]
pub fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    state.status = None;
    if let Some(Overlay::Note(editor)) = state.overlay.take_if(|overlay| matches!(overlay, Overlay::Note(_))) {
        return noting::paste(state, editor, text);
    }
    if let Some(Overlay::Notes(pane)) = state.overlay.take_if(|overlay| matches!(overlay, Overlay::Notes(_))) {
        return browsing::paste(state, pane, text);
    }
    if let Some(Overlay::Picker(picker)) = &mut state.overlay {
        picker.field.paste(text);
        picker.narrow();
        return Vec::new();
    }
    let Some(mut prompt) = state.prompt.take() else {
        state.say("paste goes into a line of text; f opens the filter, / a search");
        return Vec::new();
    };
    prompt.field.paste(text);
    typed(state, prompt)
}

fn accept_prompt(state: &mut State, prompt: Prompt) -> Vec<Effect> {
    match prompt.purpose {
        Purpose::Filter => Vec::new(),
        Purpose::Search { pane, from } => {
            searching::search(state, pane, prompt.field.text(), from);
            Vec::new()
        }
        Purpose::Command => run(state, prompt.field.text().trim()),
        Purpose::Date(article) => correcting::accept(state, prompt, article),
        Purpose::Rename(actor) => renaming::named(state, actor, prompt.field.text()),
        Purpose::Export => exporting::export(state, prompt.field.text().trim()),
    }
}

fn leave_prompt(state: &mut State, prompt: &Prompt) {
    if let Purpose::Search { pane, from } = prompt.purpose {
        searching::search(state, pane, "", from);
    }
}

/// Runs a command typed by its name.
fn run(state: &mut State, name: &str) -> Vec<Effect> {
    match name {
        "" => Vec::new(),
        "q" | "q!" | "qa" | "x" => obey(state, Command::Quit),
        name => {
            if let Some(command) = Command::by_name(name) {
                return obey(state, command);
            }
            state.complain(format!("there is no command “{name}”; ^P lists them all"));
            Vec::new()
        }
    }
}
