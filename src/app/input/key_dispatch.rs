//! Typing: where a key goes. To an overlay, to the line being typed, to a mark's name, or through the keymap to a command.

use crate::app::actors::actor_page_keys;
use crate::app::actors::edit_actor;
use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::filter::find;
use crate::app::filter::histogram_range;
use crate::app::filter::timeline_range;
use crate::app::input::execute::execute;
use crate::app::input::filter_keys;
use crate::app::keys::command::Command;
use crate::app::keys::key::{KeyCode, KeyPress, display};
use crate::app::keys::keymap::Resolved;
use crate::app::notes::edit_date;
use crate::app::notes::export;
use crate::app::notes::highlights;
use crate::app::notes::note_editor_keys;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::reader::selection;
use crate::app::reader::visit;
use crate::app::results::search_requests;
use crate::app::review::notes_pane_keys;
use crate::app::review::review_keys;
use crate::app::review::review_list::attach;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::app::widget::list_keys::{is_leave, list_motion};
use crate::app::widget::navigation::Motion;
use crate::app::widget::picker::PickerChoice;
use crate::app::widget::prompt::{Prompt, PromptKind};

/// Takes a key.
#[must_use]
pub fn press(state: &mut State, key: KeyPress) -> Vec<Effect> {
    state.status = None;
    if key == (KeyPress { code: KeyCode::Char('z'), ctrl: true, alt: false }) {
        return vec![Effect::Suspend];
    }
    if let Some(overlay) = state.overlay.take() {
        return press_overlay(state, overlay, key);
    }
    if let Some(prompt) = state.prompt.take() {
        return press_prompt(state, prompt, key);
    }
    if let Some(awaited) = state.input.awaited.take() {
        match key.typed() {
            _ if awaited == Awaited::Color && !is_leave(key) => return highlights::pick(state, key),
            _ if is_leave(key) => {}
            Some(name) => visit::mark(state, awaited, name),
            None => state.info("a mark is named by a letter"),
        }
        return Vec::new();
    }
    press_pane(state, key)
}

fn press_pane(state: &mut State, key: KeyPress) -> Vec<Effect> {
    if let Some(effects) = histogram_range::press(state, key) {
        return effects;
    }
    if let Some(effects) = timeline_range::press(state, key) {
        return effects;
    }
    if key.code == KeyCode::Esc && !(state.input.pending.is_empty() && state.input.count.is_none()) {
        state.input.pending.clear();
        state.input.count = None;
        return Vec::new();
    }
    if selection::count(state, key) {
        return Vec::new();
    }
    state.input.pending.push(key);
    let at_caret = state.is_at_caret();
    let keymap = &state.input.keymap;
    match if at_caret { keymap.resolve_at_caret(&state.input.pending) } else { keymap.resolve(state.focus, &state.input.pending) }
    {
        Resolved::Pending => Vec::new(),
        Resolved::Command(command) => {
            state.input.pending.clear();
            let effects = execute(state, command);
            state.input.count = None;
            effects
        }
        Resolved::Unbound => {
            state.input.count = None;
            let keys = display(&std::mem::take(&mut state.input.pending));
            state.info(format!("{keys} does nothing here; ? shows the keys"));
            Vec::new()
        }
    }
}

/// Keys of pickers and pages; whatever stays open is put back.
fn press_overlay(state: &mut State, overlay: Overlay, key: KeyPress) -> Vec<Effect> {
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
        Overlay::Actor(page) => return actor_page_keys::press(state, page, key),
        Overlay::Note(editor) => return note_editor_keys::press(state, editor, key),
        Overlay::Notes(pane) => return notes_pane_keys::press(state, pane, key),
        Overlay::Review(review) => return review_keys::press(state, review, key),
        Overlay::Page(mut page) => {
            let command = match state.input.keymap.resolve(state.focus, &[key]) {
                Resolved::Command(command) => Some(command),
                Resolved::Pending | Resolved::Unbound => None,
            };
            let closes = is_leave(key) || key.code == KeyCode::Enter || matches!(key.typed(), Some('q' | '?'));
            if closes || matches!(command, Some(Command::Help | Command::Quit)) {
                return Vec::new();
            }
            if let Some((_, own)) = page.own.filter(|(own, _)| key.typed() == Some(*own)) {
                return execute(state, own);
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
pub fn choose(state: &mut State, choice: PickerChoice) -> Vec<Effect> {
    match choice {
        PickerChoice::Facet(facet) => filtering::toggle(state, facet),
        PickerChoice::Order(order) => {
            state.filter.order = order;
            search_requests::survey(state)
        }
        PickerChoice::Saved(name) => filtering::ask_saved(state, &name),
        PickerChoice::Command(command) => execute(state, command),
        PickerChoice::Leave(way) => saving::go(state, way),
        PickerChoice::AttachFacts(key) => attach::attach_facts(state, &key),
        PickerChoice::Attach(id) => attach::attach(state, id),
        PickerChoice::Contested(step, overwrites) => saving::decide(state, step, overwrites),
        PickerChoice::Amend(amendment) => edit_actor::ask(state, amendment),
        PickerChoice::SplitOff(actor, spelling) => edit_actor::split_off(state, actor, &spelling),
    }
}

/// Keys of the line being typed.
fn press_prompt(state: &mut State, mut prompt: Prompt, key: KeyPress) -> Vec<Effect> {
    if prompt.purpose == PromptKind::Filter {
        return filter_keys::press(state, prompt, key);
    }
    // Backspace on an empty line leaves it, as in vi; an empty date is typed by deleting the one that stands there.
    if is_leave(key)
        || (key.code == KeyCode::Backspace && prompt.field.text().is_empty() && !matches!(prompt.purpose, PromptKind::Date(_)))
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
        PromptKind::Filter => return filter_keys::typed(state, prompt),
        PromptKind::Search { pane, from } => find::search(state, pane, prompt.field.text(), from),
        PromptKind::Command | PromptKind::Date(_) | PromptKind::Rename(_) | PromptKind::Export => {}
    }
    state.prompt = Some(prompt);
    Vec::new()
}

/// Puts pasted text into the field that is open.
#[must_use]
pub fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    state.status = None;
    if let Some(Overlay::Note(editor)) = state.overlay.take_if(|overlay| matches!(overlay, Overlay::Note(_))) {
        return note_editor_keys::paste(state, editor, text);
    }
    if let Some(Overlay::Notes(pane)) = state.overlay.take_if(|overlay| matches!(overlay, Overlay::Notes(_))) {
        return notes_pane_keys::paste(state, pane, text);
    }
    if let Some(Overlay::Picker(picker)) = &mut state.overlay {
        picker.field.paste(text);
        picker.narrow();
        return Vec::new();
    }
    let Some(mut prompt) = state.prompt.take() else {
        state.info("paste goes into a line of text; f opens the filter, / a search");
        return Vec::new();
    };
    prompt.field.paste(text);
    typed(state, prompt)
}

fn accept_prompt(state: &mut State, prompt: Prompt) -> Vec<Effect> {
    match prompt.purpose {
        PromptKind::Filter => Vec::new(),
        PromptKind::Search { pane, from } => {
            find::search(state, pane, prompt.field.text(), from);
            Vec::new()
        }
        PromptKind::Command => run(state, prompt.field.text().trim()),
        PromptKind::Date(article) => edit_date::accept(state, prompt, article),
        PromptKind::Rename(actor) => edit_actor::named(state, actor, prompt.field.text()),
        PromptKind::Export => export::export(state, prompt.field.text().trim()),
    }
}

fn leave_prompt(state: &mut State, prompt: &Prompt) {
    if let PromptKind::Search { pane, from } = prompt.purpose {
        find::search(state, pane, "", from);
    }
}

/// Runs a command typed by its name.
fn run(state: &mut State, name: &str) -> Vec<Effect> {
    match name {
        "" => Vec::new(),
        "q" | "q!" | "qa" | "x" => execute(state, Command::Quit),
        name => {
            if let Some(command) = Command::by_name(name) {
                return execute(state, command);
            }
            state.error(format!("there is no command “{name}”; ^P lists them all"));
            Vec::new()
        }
    }
}
