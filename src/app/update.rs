//! The one way the state changes: an event in, effects out. It routes; nothing is decided here.

use std::mem;

use crate::app::browsing;
use crate::app::brushing;
use crate::app::command::{Command, Pane};
use crate::app::effect::Effect;
use crate::app::event::{Button, Event, News};
use crate::app::filter_keys;
use crate::app::filtering;
use crate::app::navigation::Motion;
use crate::app::obey::{move_in_pane, obey};
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::{
    dating, examining, exporting, keeping, noting, opening, pinning, portraying, renaming, renewing, reviewing, searching,
    selecting, shelving, spanning, surveying, typing,
};
use crate::ingest::Step;

/// Takes an event in and says what is asked for in return.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let is_news = matches!(event, Event::Notes(News::Opened(_) | News::Elsewhere(_)));
    let is_opened = matches!(event, Event::Notes(News::Opened(_)));
    // What the review list shows in passing was not stopped at.
    let is_reviewing = matches!(state.overlay, Some(Overlay::Review(_)));
    let left = shelving::place(state).filter(|_| !is_reviewing);
    let elsewhere = if let Event::Notes(News::Elsewhere(actions)) = &event { actions.clone() } else { Vec::new() };
    let mut effects = take(state, event);
    if let Some(left) = left.filter(|(article, _)| state.open_article().is_none_or(|open| open.id != article.id)) {
        effects.extend(shelving::keep_place(state, left));
    }
    if is_opened {
        opening::resume(state);
        noting::tell_drafts(state);
        examining::restart(state);
    }
    effects.extend(examining::follow(state, &elsewhere, &effects));
    if is_news || effects.iter().any(|effect| matches!(effect, Effect::Keep(_))) {
        state.marks.outdate();
        effects.extend(surveying::noted(state));
    }
    effects
}

fn take(state: &mut State, event: Event) -> Vec<Effect> {
    state.touched |= is_of_person(&event);
    match event {
        Event::Key(key) => typing::press(state, key),
        Event::Paste(text) => typing::paste(state, &text),
        Event::Click { pane, row } => click(state, pane, row),
        Event::Point { row, column, button } => {
            if button == Button::Pressed {
                leave_line(state);
                state.focus = Pane::Reader;
            }
            selecting::point(state, (row, column), button);
            Vec::new()
        }
        Event::ClickOverlay(row) => click_overlay(state, row),
        Event::ClickTab(pane) => {
            leave_line(state);
            state.focus = pane;
            Vec::new()
        }
        Event::ClickOffer(row) => filter_keys::take_at(state, row),
        Event::Brush { cell, button } => {
            if button == Button::Pressed {
                leave_line(state);
            }
            brushing::drag(state, cell, button)
        }
        Event::Sweep { row, button } => spanning::drag(state, row, button),
        Event::ClickFilter => obey(state, Command::Filter),
        Event::ClickChip(at) => filtering::drop_at(state, at),
        Event::Wheel { pane, rows } => {
            wheel(state, pane, rows);
            Vec::new()
        }
        Event::Resized => Vec::new(),
        news => take_news(state, news),
    }
}

/// Takes in what workers tell.
fn take_news(state: &mut State, news: Event) -> Vec<Effect> {
    match news {
        Event::Named(gazetteer) => {
            renewing::name(state, gazetteer);
            state.reread();
            opening::again(state);
            // A list that is on its way does not wait for the names.
            state.surveys.discard();
            surveying::refresh(state)
        }
        Event::Loaded(step) => take_step(state, step),
        Event::Sifted { generation, found } => {
            browsing::sifted(state, generation, &found);
            Vec::new()
        }
        Event::Examined { generation, examined } => {
            examining::arrived(state, generation, *examined);
            Vec::new()
        }
        Event::LoadingEnded => {
            state.loading = state.loading.ended();
            examining::restart(state);
            state.rescanning = false;
            surveying::refresh(state)
        }
        Event::Listed { generation, matches } => {
            surveying::listed(state, generation, matches);
            Vec::new()
        }
        Event::Surveyed { generation, survey } => surveying::arrived(state, generation, Some(survey)),
        Event::SurveyFailed { generation } => surveying::arrived(state, generation, None),
        Event::Recalled(queries) => {
            state.history.precede(queries);
            Vec::new()
        }
        Event::Notes(news) => {
            let effects = keeping::take(state, news);
            pinning::refresh(state);
            effects
        }
        Event::Exported(outcome) => {
            exporting::tell(state, outcome);
            Vec::new()
        }
        Event::Edited(outcome) => noting::edited(state, outcome),
        Event::Failed(text) => {
            state.complain(text);
            Vec::new()
        }
        news => {
            take_of_actors(state, news);
            Vec::new()
        }
    }
}

/// Takes in what workers tell of actors.
fn take_of_actors(state: &mut State, event: Event) {
    match event {
        Event::Portrayed { actor, dossier } => portraying::arrived(state, actor, &dossier),
        Event::Likened(alike) => renewing::liken(state, alike),
        Event::Amended { gazetteer, text } => renaming::written(state, gazetteer, text),
        _ => {}
    }
}

/// Whether the person at the terminal did it.
fn is_of_person(event: &Event) -> bool {
    use Event::{Brush, Click, ClickChip, ClickFilter, ClickOffer, ClickOverlay, ClickTab, Key, Paste, Point, Sweep, Wheel};
    let at_mouse =
        matches!(event, Brush { .. } | Click { .. } | ClickOverlay(_) | ClickTab(_) | ClickFilter | ClickChip(_) | ClickOffer(_));
    at_mouse || matches!(event, Key(_) | Paste(_) | Point { .. } | Sweep { .. } | Wheel { .. })
}

/// Leaves the line being typed and the message, as a click elsewhere does; the words of the filter stay.
fn leave_line(state: &mut State) {
    state.histogram.brush = None;
    (state.prompt, state.status, state.awaited) = (None, None, None);
    state.pending.clear();
    state.count = None;
}

fn take_step(state: &mut State, step: Step) -> Vec<Effect> {
    match step {
        Step::Batch { segment, problems, progress } => {
            state.loading = state.loading.advanced(progress);
            state.problems.extend(problems);
            let Some(segment) = segment else { return Vec::new() };
            state.archive.append(segment);
            dating::cover(state, state.archive.segments().len() - 1);
            surveying::outdate(state)
        }
        Step::Revised(segments, gazetteer) => {
            renewing::name(state, gazetteer);
            for (at, segment) in segments {
                state.archive.replace(at, segment);
            }
            dating::cover(state, 0);
            opening::refresh(state);
            surveying::outdate(state)
        }
        Step::Renewed(renewal) => renewing::take(state, renewal),
    }
}

/// A first click focuses and selects; a click on what is selected opens it.
fn click(state: &mut State, pane: Pane, row: usize) -> Vec<Effect> {
    leave_line(state);
    let focused = mem::replace(&mut state.focus, pane) == pane;
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
    let row = if pane == Pane::Timeline { state.timeline.nearest_entry(row, true) } else { row };
    state.timeline.span = None;
    state.timeline.pressed = (pane == Pane::Timeline).then_some(row);
    let selected = searching::row(state, pane) == row;
    searching::set_row(state, pane, row);
    if focused && selected { obey(state, Command::Open) } else { Vec::new() }
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
        (Some(Overlay::Notes(pane)), row) => return browsing::click(state, pane, row),
        (Some(Overlay::Actor(page)), row) => return portraying::click(state, page, row),
        // What is being written is not put away by a slip of the hand.
        (overlay @ Some(Overlay::Note(_) | Overlay::Review(_)), row) => {
            state.overlay = overlay;
            if let Some(row) = row {
                reviewing::click(state, row);
            }
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
        Some(Overlay::Actor(portrait)) => portrait.step(motion, window),
        Some(Overlay::Picker(picker)) => {
            picker.cursor.at = motion.from(picker.cursor.at, picker.shown().saturating_sub(1), window);
        }
        Some(Overlay::Notes(pane)) => pane.cursor.at = motion.from(pane.cursor.at, pane.shown().saturating_sub(1), window),
        Some(Overlay::Review(_)) => reviewing::scroll(state, motion),
        Some(Overlay::Note(_)) => {}
        None => move_in_pane(state, pane, motion),
    }
}
