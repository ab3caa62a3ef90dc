//! Obeying: what each command does to the state. Routes only; the doing is in `reading`, `filtering`, `searching`, the panes.

use std::mem;
use std::sync::Arc;

use crate::app::actors::actor_page_keys;
use crate::app::actors::edit_actor;
use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::filter::find;
use crate::app::filter::histogram_range;
use crate::app::filter::remember_query::remember;
use crate::app::filter::timeline_range;
use crate::app::keys::command::{COMMANDS, Command, Pane, Spec};
use crate::app::loading::Loading;
use crate::app::notes::article_flags;
use crate::app::notes::clipboard;
use crate::app::notes::edit_date;
use crate::app::notes::export;
use crate::app::notes::highlights;
use crate::app::notes::note_editor_keys;
use crate::app::notes::pin;
use crate::app::notes::saving;
use crate::app::overlay::{Overlay, TextPage};
use crate::app::reader::selection;
use crate::app::reader::visit;
use crate::app::results::reload;
use crate::app::results::search_requests;
use crate::app::review::notes_pane_keys;
use crate::app::review::review_keys;
use crate::app::review::review_list::attach;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::app::sync::pane_sync;
use crate::app::viewport::Shape;
use crate::app::widget::navigation::Motion;
use crate::app::widget::pages;
use crate::app::widget::picker::{PickerChoice, PickerItem};
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::query::search::FindWords;
use crate::query::timeline::{Basis, Scale};
use crate::text::grapheme::elide;
use crate::text::sanitize::sanitize;
use crate::text::span::Span;

/// Carries out `command` in the pane with the focus.
#[must_use]
pub fn execute(state: &mut State, command: Command) -> Vec<Effect> {
    state.histogram.brush = None;
    state.timeline.span = None;
    let spot = state.reader.spot;
    let effects = carry_out(state, command);
    selection::follow(state, spot);
    effects
}

fn carry_out(state: &mut State, command: Command) -> Vec<Effect> {
    if selection::execute(state, command) {
        return Vec::new();
    }
    if let Some(motion) = Motion::of(command) {
        if state.is_at_caret() {
            selection::walk(state, motion);
            return Vec::new();
        }
        move_in_pane(state, state.focus, motion);
        return Vec::new();
    }
    match command {
        Command::Open => open(state),
        Command::FilterByActor => filtering::toggle_current_actor(state),
        command if edit_actor::is_correction(command) => edit_actor::begin_current(state, command),
        Command::Filter => filter(state),
        Command::CommandLine => show_prompt(state, PromptKind::Command),
        Command::Search => {
            let purpose = PromptKind::Search { pane: state.focus, from: find::row(state, state.focus) };
            show_prompt(state, purpose)
        }
        Command::DropFilter => leave_list(state),
        Command::SearchTexts => find::search_texts(state),
        Command::TimelineBasis => turn_timeline(state),
        Command::RepeatHighlight => highlights::repeat(state),
        Command::Note => note_editor_keys::begin(state, false),
        Command::EditNote => note_editor_keys::begin(state, true),
        Command::NoteArticle => note_editor_keys::begin_article(state),
        Command::AttachNote => attach::ask(state),
        Command::Copy => clipboard::copy(state),
        Command::Cite => clipboard::cite(state),
        Command::ToggleRead => article_flags::toggle_read(state),
        Command::ToggleStar => article_flags::toggle_star(state),
        Command::Delete => highlights::delete(state),
        Command::Undo | Command::Redo => highlights::reverse(state, command),
        Command::PinEvent => pin::pin(state),
        Command::HideEvent => pin::hide(state),
        Command::Rescan => reload::ask(state),
        Command::StopLoading => stop_loading(state),
        Command::Export => export::ask(state),
        Command::Suspend => vec![Effect::Suspend],
        Command::Redraw => vec![Effect::Redraw],
        Command::Quit | Command::Leave => {
            let mut effects = remember(state);
            if let Some(left) = article_flags::place(state) {
                effects.extend(article_flags::keep_place(state, left));
            }
            effects.extend(saving::leave(state));
            effects
        }
        _ => {
            read(state, command);
            Vec::new()
        }
    }
}

/// The commands that ask for nothing in return.
fn read(state: &mut State, command: Command) {
    match command {
        Command::NextEvent => visit::go_to_event(state, true),
        Command::PreviousEvent => visit::go_to_event(state, false),
        Command::NextActor => visit::go_to_actor(state, true),
        Command::PreviousActor => visit::go_to_actor(state, false),
        Command::SearchNext => find::repeat(state, true),
        Command::SearchPrevious => find::repeat(state, false),
        Command::JumpBack => visit::jump(state, false),
        Command::JumpForward => visit::jump(state, true),
        Command::SetMark => state.input.awaited = Some(Awaited::MarkToSet),
        Command::GoToMark => state.input.awaited = Some(Awaited::MarkToVisit),
        Command::TimelineFiner => scale_timeline(state, true),
        Command::TimelineCoarser => scale_timeline(state, false),
        Command::Select => selection::select(state),
        Command::Highlight => highlights::begin(state),
        Command::NextHighlight => highlights::go_to_mark(state, true),
        Command::PreviousHighlight => highlights::go_to_mark(state, false),
        Command::Zoom => zoom(state),
        Command::Brush => histogram_range::begin(state),
        Command::ToggleHistogram => histogram_range::toggle(state),
        Command::SpanTimeline => timeline_range::begin(state),
        Command::ShowHidden => pin::toggle_hidden(state),
        Command::Back => back(state),
        Command::Dismiss => dismiss(state),
        Command::NextPane => focus_step(state, 1),
        Command::PreviousPane => focus_step(state, Pane::ALL.len() - 1),
        Command::Articles => state.focus = Pane::Articles,
        Command::Reader => state.focus = Pane::Reader,
        Command::Timeline => state.focus = Pane::Timeline,
        Command::Actors => state.focus = Pane::Actors,
        _ => show(state, command),
    }
}

/// The commands that lay something over the panes.
fn show(state: &mut State, command: Command) {
    let overview = Arc::clone(&state.results.current.overview);
    match command {
        Command::Help => page(state, pages::help(&state.input.keymap)),
        Command::Files => page(state, pages::files(&state.load.problems)),
        Command::WhyDate => edit_date::explain(state),
        Command::CorrectDate => edit_date::ask(state),
        Command::PickActor => filtering::pick_facet(state, "Actor", &overview.choices.actors),
        Command::PickMonth => filtering::pick_facet(state, "Month of publication", &overview.choices.months),
        Command::PickSource => filtering::pick_facet(state, "Outlet", &overview.choices.sources),
        Command::PickLang => filtering::pick_facet(state, "Language", &overview.choices.langs),
        Command::Sort => filtering::pick_order(state),
        Command::Notes => notes_pane_keys::list(state),
        Command::Review => review_keys::begin(state),
        Command::Palette => palette(state),
        _ => {}
    }
}

fn page(state: &mut State, page: TextPage) {
    state.overlay = Some(Overlay::Page(page));
}

/// Columns of a saved query beside its name.
const SAVED_COLS: usize = 48;

fn palette(state: &mut State) {
    let item = |spec: &Spec| PickerItem {
        label: format!("{}: {}", spec.name, spec.title),
        aliases: Vec::new(),
        note: state.input.keymap.keys_of(spec.command).collect::<Vec<_>>().join(" "),
        choice: PickerChoice::Command(spec.command),
        on: false,
    };
    let saved = |(name, text): (&String, &String)| PickerItem {
        label: format!("@{name}"),
        aliases: Vec::new(),
        note: elide(&sanitize(text), SAVED_COLS).into_owned(),
        choice: PickerChoice::Saved(name.clone()),
        on: false,
    };
    let items = COMMANDS.iter().filter(|spec| spec.scope.holds(state.focus) && spec.command != Command::Palette).map(item);
    let items = items.chain(state.filter.saved.iter().map(saved)).collect();
    filtering::open(state, "Commands", items);
}

fn show_prompt(state: &mut State, purpose: PromptKind) -> Vec<Effect> {
    let text = if purpose == PromptKind::Filter { state.filter.selection.text().to_owned() } else { String::new() };
    state.prompt = Some(Prompt::new(purpose, &text));
    Vec::new()
}

/// Opens the filter line over the list, which is what it filters.
fn filter(state: &mut State) -> Vec<Effect> {
    if state.focus == Pane::Reader {
        visit::leave(state);
    }
    if state.focus != Pane::Articles {
        (state.focus, state.zoomed) = (Pane::Articles, false);
    }
    show_prompt(state, PromptKind::Filter)
}

fn open(state: &mut State) -> Vec<Effect> {
    match state.focus {
        Pane::Articles | Pane::Reader => visit::open_listed(state),
        Pane::Timeline => visit::open_event(state),
        Pane::Actors => return actor_page_keys::open_current(state),
    }
    Vec::new()
}

/// Esc in the list: ends the zoom, stops the loading, or drops the last filter, in this order.
fn leave_list(state: &mut State) -> Vec<Effect> {
    if state.zoomed {
        state.zoomed = false;
    } else if !state.filter.selection.is_empty() {
        return filtering::drop_last(state);
    } else if matches!(state.load.progress, Loading::Running(_)) {
        return stop_loading(state);
    } else {
        state.info("no filter is on; Q quits");
    }
    Vec::new()
}

fn stop_loading(state: &mut State) -> Vec<Effect> {
    if !state.is_loading() {
        state.info("nothing is being loaded");
        return Vec::new();
    }
    state.load.progress = state.load.progress.stopping();
    vec![Effect::StopLoading]
}

fn back(state: &mut State) {
    if !mem::take(&mut state.zoomed) {
        state.focus = Pane::Articles;
    }
}

/// Esc beside the list: takes the marks of a search away, else goes back.
fn dismiss(state: &mut State) {
    if state.focus == Pane::Reader && !state.reader.found.places.is_empty() {
        let is_hit = |spot: &Span| state.reader.found.places.contains(spot);
        state.reader.spot = state.reader.spot.filter(|spot| !is_hit(spot));
        state.reader.look_for(FindWords::default());
        state.info("the marks of the search are gone; Esc goes back to the list");
    } else {
        back(state);
    }
}

fn zoom(state: &mut State) {
    if state.viewport.shape == Shape::Narrow && !state.zoomed {
        return state.info("in a narrow terminal every pane has the whole screen; Tab shows the next");
    }
    state.zoomed = !state.zoomed;
}

fn focus_step(state: &mut State, step: usize) {
    let at = Pane::ALL.iter().position(|pane| *pane == state.focus).unwrap_or(0);
    state.focus = Pane::ALL.into_iter().cycle().nth(at + step).unwrap_or_default();
}

fn turn_timeline(state: &mut State) -> Vec<Effect> {
    let (basis, told) = match state.timeline.basis {
        Basis::Told => (Basis::Published, "publication dates"),
        Basis::Published => (Basis::Told, "dates told in the text"),
    };
    state.timeline.basis = basis;
    state.info(format!("timeline: {told}"));
    search_requests::survey(state)
}

fn scale_timeline(state: &mut State, finer: bool) {
    let scale = match (state.timeline.scale, finer) {
        (Scale::Year, true) | (Scale::Day, false) => Scale::Month,
        (Scale::Month, true) => Scale::Day,
        (Scale::Month, false) => Scale::Year,
        (Scale::Day, true) => return state.info("the timeline is at its finest: days"),
        (Scale::Year, false) => return state.info("the timeline is at its coarsest: years"),
    };
    let keep = state.timeline.current();
    state.timeline.scale = scale;
    state.timeline.rebuild(&state.results.current.overview.chronology, keep);
}

/// Moves in `pane`; what follows it follows.
pub fn move_in_pane(state: &mut State, pane: Pane, motion: Motion) {
    let (rows, last) = (state.viewport.of(pane).rows, state.len_of(pane).saturating_sub(1));
    match pane {
        Pane::Articles => {
            state.articles.at = motion.from(state.articles.at, last, rows);
            pane_sync::follow_list(state);
        }
        Pane::Actors => state.actors.cursor.at = motion.from(state.actors.cursor.at, last, rows),
        Pane::Timeline => {
            let (was, to) = (state.timeline.cursor.at, motion.from(state.timeline.cursor.at, last, rows));
            state.timeline.cursor.at = state.timeline.nearest_entry(to, to > was || to == 0);
            if to == 0 {
                state.timeline.cursor.top = 0;
            }
        }
        Pane::Reader => {
            state.reader.scroll(motion, rows);
            pane_sync::mark_in_timeline(state);
        }
    }
}
