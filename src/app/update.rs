//! The one way the state changes: an event in, effects out. It routes; nothing is decided here.

use crate::app::actors::{actor_page_keys, edit_actor};
use crate::app::asked::grant::grant;
use crate::app::copies::sheet_keys;
use crate::app::effect::Effect;
use crate::app::event::{AppEvent, NotesEvent};
use crate::app::filter::filtering;
use crate::app::filter::timeline_range;
use crate::app::input::execute::execute;
use crate::app::input::filter_keys;
use crate::app::input::key_dispatch;
use crate::app::input::mouse;
use crate::app::input::overlay_keys;
use crate::app::input::type_ahead;
use crate::app::keys::command::Command;
use crate::app::notes::{article_corrections, article_flags, export, ledger, note_editor_keys, pin, saving};
use crate::app::overlay::Overlay;
use crate::app::results::{gather_groups, reload, search_requests};
use crate::app::review::anchor_check;
use crate::app::review::notes_pane_keys;
use crate::app::routing::ask_overlay;
use crate::app::state::State;
use crate::app::sync::open_article;
use crate::app::viewport::Shape;
use crate::ingest::LoadEvent;
use crate::tr;

/// Takes an event in and says what is asked for in return.
#[must_use]
pub fn update(state: &mut State, event: AppEvent) -> Vec<Effect> {
    let is_news = matches!(event, AppEvent::Notes(NotesEvent::Opened(_) | NotesEvent::Elsewhere(_)));
    let is_opened = matches!(event, AppEvent::Notes(NotesEvent::Opened(_)));
    // What the review list shows in passing was not stopped at.
    let is_reviewing = matches!(state.overlay, Some(Overlay::Review(_)));
    let left = article_flags::place(state).filter(|_| !is_reviewing);
    let elsewhere = if let AppEvent::Notes(NotesEvent::Elsewhere(actions)) = &event { actions.clone() } else { Vec::new() };
    let case = state.filter.selection.case().map(str::to_owned);
    let mut effects = take(state, event);
    effects.extend(type_ahead::release(state));
    effects.extend(article_corrections::know_archive(state));
    if let Some(left) = left.filter(|(article, _)| state.open_article().is_none_or(|open| open.id != article.id)) {
        effects.extend(article_flags::keep_place(state, left));
    }
    if state.filter.selection.case() != case.as_deref() {
        anchor_check::restart(state);
    }
    if is_opened {
        open_article::resume(state);
        note_editor_keys::tell_drafts(state);
        anchor_check::restart(state);
    }
    effects.extend(anchor_check::follow(state, &elsewhere, &effects));
    effects.extend(ledger::follow(state));
    if is_news || effects.iter().any(|effect| matches!(effect, Effect::Keep(_))) {
        state.notes.open.outdate();
        effects.extend(search_requests::noted(state));
    }
    effects
}

fn take(state: &mut State, event: AppEvent) -> Vec<Effect> {
    state.input.touched |= is_of_person(&event);
    let is_unseen = state.viewport.shape == Shape::Tiny;
    match event {
        AppEvent::Key(key) if is_unseen => key_dispatch::press_unseen(state, key),
        AppEvent::Key(key) => type_ahead::take(state, key),
        AppEvent::Asked(wish) => grant(state, wish),
        AppEvent::Paste(_) if is_unseen => Vec::new(),
        AppEvent::Paste(text) => key_dispatch::paste(state, &text),
        AppEvent::Click { pane, row } => mouse::click(state, pane, row),
        AppEvent::Point { row, column, button } => mouse::point(state, (row, column), button),
        AppEvent::ClickOverlay(row) => ask_overlay(state, |state, overlay| overlay_keys::click(state, overlay, row)),
        AppEvent::ClickTab(pane) => mouse::click_tab(state, pane),
        AppEvent::ClickOffer(row) => filter_keys::take_at(state, row),
        AppEvent::Brush { cell, button } => mouse::brush(state, cell, button),
        AppEvent::DragBorder { pane, columns, screen, button } => mouse::drag_border(state, pane, (columns, screen), button),
        AppEvent::Sweep { row, button } => timeline_range::drag(state, row, button),
        AppEvent::ClickFilter => execute(state, Command::Filter),
        AppEvent::ClickChip(at) => filtering::drop_at(state, at),
        AppEvent::Wheel { pane, rows } => mouse::wheel(state, pane, rows),
        AppEvent::Resized => Vec::new(),
        news => take_news(state, news),
    }
}

/// Takes in what workers tell.
fn take_news(state: &mut State, news: AppEvent) -> Vec<Effect> {
    match news {
        AppEvent::Named(gazetteer) => {
            reload::name(state, gazetteer);
            // What was recalled before the names came has its corrected dates, and not yet who takes part in what they date.
            article_corrections::cover(state, 0);
            state.reread();
            open_article::again(state);
            // A list that is on its way does not wait for the names.
            state.results.generations.discard();
            search_requests::refresh(state)
        }
        AppEvent::Loaded(step) => take_step(state, step),
        AppEvent::NotesFiltered { generation, found } => {
            notes_pane_keys::filtered(state, generation, &found);
            Vec::new()
        }
        AppEvent::Examined { generation, examined } => {
            anchor_check::arrived(state, generation, *examined);
            Vec::new()
        }
        AppEvent::Gathered { generation, groups } => gather_groups::arrived(state, generation, groups),
        AppEvent::LoadingEnded => end_loading(state),
        AppEvent::LoadingFailed => {
            state.error(tr!("loading broke off by a fault of the program; what is here can be read"));
            end_loading(state)
        }
        AppEvent::Listed { generation, list } => {
            search_requests::listed(state, generation, list);
            Vec::new()
        }
        AppEvent::Surveyed { generation, survey } => {
            let effects = search_then_gather(state, |state| search_requests::arrived(state, generation, Some(survey)));
            filtering::refresh_picker(state);
            effects
        }
        AppEvent::SurveyFailed { generation } => search_requests::arrived(state, generation, None),
        AppEvent::Recalled(queries) => {
            state.filter.history.precede(queries);
            Vec::new()
        }
        AppEvent::Notes(news) => {
            let effects = saving::take(state, news);
            pin::refresh(state);
            effects
        }
        AppEvent::Exported(outcome) => export::tell(state, outcome),
        AppEvent::LedgerEntered(entry) => ledger::entered(state, &entry),
        AppEvent::Edited(outcome) => note_editor_keys::edited(state, outcome),
        AppEvent::EditBroken { reason, saved } => note_editor_keys::edit_broken(state, &reason, saved),
        AppEvent::Sized(widths) => {
            state.widths = widths;
            Vec::new()
        }
        AppEvent::Failed(text) => {
            state.error(text);
            Vec::new()
        }
        news => {
            take_rest(state, news);
            Vec::new()
        }
    }
}

/// Takes in what asks for nothing in return: what workers tell of actors, and which of them broke off.
fn take_rest(state: &mut State, event: AppEvent) {
    match event {
        AppEvent::NoteFilterFailed { generation } => notes_pane_keys::filter_failed(state, generation),
        AppEvent::SheetMade { generation, sheet } => sheet_keys::made(state, generation, sheet),
        AppEvent::GatherFailed { generation } => gather_groups::failed(state, generation),
        AppEvent::ExamineFailed { generation } => anchor_check::failed(state, generation),
        AppEvent::PortrayFailed { generation } => actor_page_keys::failed(state, generation),
        AppEvent::Portrayed { generation, actor, dossier } => actor_page_keys::arrived(state, generation, (actor, &dossier)),
        AppEvent::Likened(alike) => reload::liken(state, alike),
        AppEvent::Amended { gazetteer, text } => edit_actor::written(state, gazetteer, text),
        _ => {}
    }
}

/// The loading has ended, however it did.
fn end_loading(state: &mut State) -> Vec<Effect> {
    state.load.progress = state.load.progress.ended();
    anchor_check::restart(state);
    state.load.rescanning = false;
    search_then_gather(state, search_requests::refresh)
}

/// Asks for a search where one is due, else for the copies in the archive: what is looked for goes before what is counted.
fn search_then_gather(state: &mut State, search: impl FnOnce(&mut State) -> Vec<Effect>) -> Vec<Effect> {
    let effects = search(state);
    if effects.is_empty() { gather_groups::refresh(state) } else { effects }
}

/// Whether the person at the terminal did it.
fn is_of_person(event: &AppEvent) -> bool {
    use AppEvent::{
        Asked, Brush, Click, ClickChip, ClickFilter, ClickOffer, ClickOverlay, ClickTab, Key, Paste, Point, Sweep, Wheel,
    };
    let at_mouse =
        matches!(event, Brush { .. } | Click { .. } | ClickOverlay(_) | ClickTab(_) | ClickFilter | ClickChip(_) | ClickOffer(_));
    at_mouse || matches!(event, Asked(_) | Key(_) | Paste(_) | Point { .. } | Sweep { .. } | Wheel { .. })
}

fn take_step(state: &mut State, step: LoadEvent) -> Vec<Effect> {
    match step {
        LoadEvent::Batch { segment, problems, progress } => {
            state.load.progress = state.load.progress.advanced(progress);
            state.load.problems.extend(problems);
            let Some(segment) = segment else { return Vec::new() };
            state.archive.append(segment);
            article_corrections::cover(state, state.archive.segments().len() - 1);
            search_requests::outdate(state)
        }
        LoadEvent::Revised(segments, gazetteer) => {
            reload::name(state, gazetteer);
            for (at, segment) in segments {
                state.archive.replace(at, segment);
            }
            article_corrections::cover(state, 0);
            open_article::refresh(state);
            search_requests::outdate(state)
        }
        LoadEvent::Renewed(renewal) => reload::take(state, renewal),
    }
}
