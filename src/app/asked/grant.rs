//! Granting: does what is asked for in words, with the functions that keys run.

use ulid::Ulid;

use crate::app::asked::wish::{NotePlace, Wish};
use crate::app::effect::Effect;
use crate::app::filter::find;
use crate::app::filter::remember_query::remember;
use crate::app::input::execute::execute;
use crate::app::input::overlay_keys;
use crate::app::input::prompt_keys;
use crate::app::keys::command::{Command, Pane};
use crate::app::notes::{clipboard, highlights, note_editor_keys};
use crate::app::overlay::Overlay;
use crate::app::panes::caret::Caret;
use crate::app::panes::text_objects::TextObjects;
use crate::app::reader::visit;
use crate::app::results::search_requests::survey;
use crate::app::review::review_keys;
use crate::app::routing::{Outcome, ask_overlay, ask_prompt};
use crate::app::state::State;
use crate::app::widget::line_edit::LineEdit;
use crate::app::widget::navigation::Cursor;
use crate::app::widget::prompt::PromptKind;
use crate::model::annotation::Target;
use crate::text::span::Span;
use crate::tr;

/// Does what is asked for.
#[must_use]
pub(crate) fn grant(state: &mut State, wish: Wish) -> Vec<Effect> {
    match wish {
        Wish::Command(command) => run(state, command),
        Wish::Query(text) => query(state, &text),
        Wish::Pick(row) => pick(state, row),
        Wish::Answer(text) => answer(state, &text),
        Wish::Narrow(text) => ask_overlay(state, |state, overlay| {
            if matches!(overlay, Overlay::Notes(_)) { overlay_keys::paste(state, overlay, &text) } else { Outcome::stay() }
        }),
        Wish::Open(article, place) => {
            clear(state);
            visit::open(state, article, place);
            Vec::new()
        }
        Wish::Close => quietly(state, clear),
        Wish::Read(span) => quietly(state, |state| state.reader.jump_to(span, state.viewport.reader.rows)),
        Wish::Find(words) => quietly(state, |state| {
            state.focus = Pane::Reader;
            find::search(state, Pane::Reader, &words, state.reader.top);
        }),
        Wish::Mark(span, color) => {
            select(state, span);
            let effects = highlights::mark(state, &color);
            state.reader.caret = None;
            effects
        }
        Wish::Cite(span) => {
            select(state, span);
            let effects = clipboard::cite(state);
            state.reader.caret = None;
            effects
        }
        Wish::Delete(id) => delete(state, id),
        Wish::Note(place, text) => {
            let mut effects = begin(state, place);
            effects.extend(note_editor_keys::edited(state, Ok(text)));
            state.reader.caret = None;
            effects
        }
        Wish::NoteBegun(place) => begin(state, place),
        Wish::NoteLine(line) => in_note(state, |state, overlay| overlay_keys::paste(state, overlay, &format!("{line}\n"))),
        Wish::NoteEnded => {
            let effects = in_note(state, |state, overlay| overlay_keys::run(state, overlay, Command::KeepNote));
            state.reader.caret = None;
            effects
        }
        Wish::Review(row, command, place) => review(state, row, (command, place)),
    }
}

fn quietly(state: &mut State, act: impl FnOnce(&mut State)) -> Vec<Effect> {
    act(state);
    Vec::new()
}

/// Leaves what lies over the panes and the line that is asked for.
fn clear(state: &mut State) {
    (state.overlay, state.prompt, state.input.awaited) = (None, None, None);
}

/// Runs a command, in a pane in which it works.
fn run(state: &mut State, command: Command) -> Vec<Effect> {
    clear(state);
    let scope = command.spec().map(|spec| spec.scope);
    if let Some(pane) =
        scope.filter(|scope| !scope.holds(state.focus)).and_then(|scope| Pane::ALL.into_iter().find(|pane| scope.holds(*pane)))
    {
        state.focus = pane;
    }
    let effects = execute(state, command);
    // Keys are what that waits for.
    state.input.awaited = None;
    effects
}

fn query(state: &mut State, text: &str) -> Vec<Effect> {
    clear(state);
    // Who reads an article goes on reading it.
    state.ask(text);
    if let Some(fault) = state.filter.selection.fault().map(ToString::to_string) {
        state.error(fault);
    }
    let mut effects = remember(state);
    effects.extend(survey(state));
    effects
}

fn pick(state: &mut State, row: usize) -> Vec<Effect> {
    ask_overlay(state, |state, overlay| {
        let (at, count) = match overlay {
            Overlay::Picker(picker) => {
                let shown = picker.shown();
                (&mut picker.cursor.at, shown)
            }
            Overlay::Notes(pane) => {
                let shown = pane.shown();
                (&mut pane.cursor.at, shown)
            }
            Overlay::Actor(page) => (&mut page.cursor.at, page.rows.len()),
            _ => return Outcome::stay(),
        };
        if row >= count {
            state.error(tr!("there is no number {number} here", number = row + 1));
            return Outcome::stay();
        }
        *at = row;
        let command = if matches!(overlay, Overlay::Actor(_)) { Command::Open } else { Command::Accept };
        overlay_keys::run(state, overlay, command)
    })
}

fn answer(state: &mut State, text: &str) -> Vec<Effect> {
    if state.prompt.as_ref().is_some_and(|prompt| prompt.purpose == PromptKind::Filter) {
        return query(state, text);
    }
    ask_prompt(state, |state, prompt| {
        prompt.field = LineEdit::new(text);
        prompt_keys::run(state, prompt, Command::Accept)
    })
}

/// Selects words of the open article.
fn select(state: &mut State, span: Span) {
    clear(state);
    state.focus = Pane::Reader;
    let Some(article) = state.open_article().cloned() else { return };
    let mut caret = Caret::new(span.first(), true);
    caret.select(span, &TextObjects::of(&article));
    (state.reader.caret, state.reader.spot) = (Some(caret), None);
}

fn begin(state: &mut State, place: NotePlace) -> Vec<Effect> {
    clear(state);
    state.status = None;
    match place {
        NotePlace::Words(span) => {
            select(state, span);
            note_editor_keys::begin(state, false)
        }
        NotePlace::Article => note_editor_keys::begin_article(state),
        NotePlace::Actor(id) => note_editor_keys::begin_on(state, &Target::Actor { id }),
        NotePlace::Day(day) => note_editor_keys::begin_on(state, &Target::Day { day }),
    }
}

/// Does something in the note that is being written.
fn in_note(state: &mut State, act: impl FnOnce(&mut State, &mut Overlay) -> Outcome) -> Vec<Effect> {
    ask_overlay(state, |state, overlay| if matches!(overlay, Overlay::Note(_)) { act(state, overlay) } else { Outcome::stay() })
}

fn delete(state: &mut State, id: Ulid) -> Vec<Effect> {
    let span = state.notes.open.placed.iter().find(|mark| mark.id == id).map(|mark| mark.span);
    (state.reader.caret, state.reader.spot, state.notes.visited) = (None, span, Some(id));
    highlights::delete(state)
}

fn review(state: &mut State, row: usize, (command, place): (Command, Option<usize>)) -> Vec<Effect> {
    clear(state);
    if row >= state.notes.reanchor.open.len() {
        state.error(tr!("there is no number {number} here", number = row + 1));
        return Vec::new();
    }
    state.overlay = review_keys::open(state);
    let effects = ask_overlay(state, |state, overlay| {
        let Overlay::Review(review) = overlay else { return Outcome::stay() };
        review.cursor.at = row;
        review.choosing = place.map(|at| Cursor { at, ..Cursor::default() });
        overlay_keys::run(state, overlay, command)
    });
    state.overlay = state.overlay.take().filter(|overlay| !matches!(overlay, Overlay::Review(_)));
    effects
}
