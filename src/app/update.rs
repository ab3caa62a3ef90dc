//! The one way the state changes: an event in, effects out. It routes; nothing is decided here.

use crate::app::command::Pane;
use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::filtering;
use crate::app::navigation::Motion;
use crate::app::obey::{move_in_pane, obey};
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::{searching, typing};
use crate::ingest::Step;
use crate::model::archive::Archive;

/// Takes an event in and says what is asked for in return.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => typing::press(state, key),
        Event::Paste(text) => typing::paste(state, &text),
        Event::Click { pane, row } => click(state, pane, row),
        Event::ClickOverlay(row) => click_overlay(state, row),
        Event::ClickTab(pane) => {
            state.focus = pane;
            Vec::new()
        }
        Event::ClickFilter => obey(state, crate::app::command::Command::Filter),
        Event::Wheel { pane, rows } => {
            wheel(state, pane, rows);
            Vec::new()
        }
        Event::Resized => Vec::new(),
        Event::Named(actors) => {
            state.archive = Archive::new(actors);
            Vec::new()
        }
        Event::Loaded(step) => take_step(state, step),
        Event::LoadingEnded => {
            state.loading = state.loading.ended();
            Vec::new()
        }
        Event::Surveyed { generation, survey } => {
            if generation == state.generation {
                filtering::take(state, survey);
            }
            Vec::new()
        }
        Event::Failed(text) => {
            state.complain(text);
            Vec::new()
        }
    }
}

fn take_step(state: &mut State, step: Step) -> Vec<Effect> {
    match step {
        Step::Batch { articles, problems, progress } => {
            state.loading = state.loading.advanced(progress);
            state.problems.extend(problems);
            let grown = !articles.is_empty();
            state.archive.append(articles);
            if grown { filtering::survey(state) } else { Vec::new() }
        }
        Step::Revised(articles) => {
            for (ix, article) in articles {
                state.archive.replace(ix, article);
            }
            filtering::survey(state)
        }
    }
}

/// A first click focuses and selects; a click on what is selected opens it.
fn click(state: &mut State, pane: Pane, row: usize) -> Vec<Effect> {
    state.status = None;
    let focused = std::mem::replace(&mut state.focus, pane) == pane;
    let top = match pane {
        Pane::Reader => return Vec::new(),
        Pane::Articles => state.articles.top,
        Pane::Actors => state.actors.top,
        Pane::Timeline => state.timeline.cursor.top,
    };
    let row = top + row;
    if row >= state.len_of(pane) {
        return Vec::new();
    }
    let selected = searching::row(state, pane) == row;
    searching::set_row(state, pane, row);
    if focused && selected { obey(state, crate::app::command::Command::Open) } else { Vec::new() }
}

/// A click picks a row of a picker; one beside the overlay closes it.
fn click_overlay(state: &mut State, row: Option<usize>) -> Vec<Effect> {
    match (state.overlay.take(), row) {
        (Some(Overlay::Picker(mut picker)), Some(row)) => {
            // The first row is the field.
            let at = row.checked_sub(1).map(|row| picker.cursor.top + row).filter(|at| *at < picker.shown());
            if let Some(at) = at {
                picker.cursor.at = at;
                return picker.current().cloned().map_or_else(Vec::new, |choice| typing::choose(state, choice));
            }
            state.overlay = Some(Overlay::Picker(picker));
        }
        (overlay, Some(_)) => state.overlay = overlay,
        (_, None) => {}
    }
    Vec::new()
}

fn wheel(state: &mut State, pane: Pane, rows: isize) {
    let motion = Motion::Rows(rows);
    let window = state.viewport.overlay.rows;
    match &mut state.overlay {
        Some(Overlay::Page(text)) => text.scroll(motion, window),
        Some(Overlay::Picker(picker)) => {
            picker.cursor.at = motion.from(picker.cursor.at, picker.shown().saturating_sub(1), window);
        }
        None => move_in_pane(state, pane, motion),
    }
}
