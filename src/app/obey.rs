//! Obeying: what each command does to the state. Routes only; the doing is in `reading`, `filtering`, `searching`, the panes.

use std::mem;
use std::sync::Arc;

use crate::app::browsing;
use crate::app::brushing;
use crate::app::command::{COMMANDS, Command, Pane, Spec};
use crate::app::copying;
use crate::app::correcting;
use crate::app::effect::Effect;
use crate::app::exporting;
use crate::app::filtering;
use crate::app::following;
use crate::app::keeping;
use crate::app::loading::Loading;
use crate::app::marking;
use crate::app::navigation::Motion;
use crate::app::noting;
use crate::app::overlay::{Overlay, Page};
use crate::app::pages;
use crate::app::picker::{Choice, Item};
use crate::app::pinning;
use crate::app::portraying;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::reading;
use crate::app::remembering::remember;
use crate::app::renaming;
use crate::app::renewing;
use crate::app::reviewing;
use crate::app::searching;
use crate::app::selecting;
use crate::app::shelving;
use crate::app::spanning;
use crate::app::state::{Awaited, State};
use crate::app::surveying;
use crate::app::viewport::Shape;
use crate::query::search::Needle;
use crate::query::timeline::{Basis, Scale};
use crate::text::grapheme::elide;
use crate::text::sanitize::sanitize;
use crate::text::span::Span;

/// Carries out `command` in the pane with the focus.
#[must_use]
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    state.histogram.brush = None;
    state.timeline.span = None;
    let spot = state.reader.spot;
    let effects = carry_out(state, command);
    selecting::follow(state, spot);
    effects
}

fn carry_out(state: &mut State, command: Command) -> Vec<Effect> {
    if selecting::obey(state, command) {
        return Vec::new();
    }
    if let Some(motion) = Motion::of(command) {
        if state.is_at_caret() {
            selecting::walk(state, motion);
            return Vec::new();
        }
        move_in_pane(state, state.focus, motion);
        return Vec::new();
    }
    match command {
        Command::Open => open(state),
        Command::FilterByActor => filtering::toggle_current_actor(state),
        command if renaming::is_correction(command) => renaming::begin_current(state, command),
        Command::Filter => filter(state),
        Command::CommandLine => show_prompt(state, Purpose::Command),
        Command::Search => {
            let purpose = Purpose::Search { pane: state.focus, from: searching::row(state, state.focus) };
            show_prompt(state, purpose)
        }
        Command::DropFilter => leave_list(state),
        Command::SearchTexts => searching::search_texts(state),
        Command::TimelineBasis => turn_timeline(state),
        Command::RepeatHighlight => marking::repeat(state),
        Command::Note => noting::begin(state, false),
        Command::EditNote => noting::begin(state, true),
        Command::NoteArticle => noting::begin_article(state),
        Command::Copy => copying::copy(state),
        Command::Cite => copying::cite(state),
        Command::ToggleRead => shelving::toggle_read(state),
        Command::ToggleStar => shelving::toggle_star(state),
        Command::Delete => marking::delete(state),
        Command::Undo | Command::Redo => marking::reverse(state, command),
        Command::PinEvent => pinning::pin(state),
        Command::HideEvent => pinning::hide(state),
        Command::Rescan => renewing::ask(state),
        Command::StopLoading => stop_loading(state),
        Command::Export => exporting::ask(state),
        Command::Suspend => vec![Effect::Suspend],
        Command::Redraw => vec![Effect::Redraw],
        Command::Quit | Command::Leave => {
            let mut effects = remember(state);
            if let Some(left) = shelving::place(state) {
                effects.extend(shelving::keep_place(state, left));
            }
            effects.extend(keeping::leave(state));
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
        Command::NextEvent => reading::go_to_event(state, true),
        Command::PreviousEvent => reading::go_to_event(state, false),
        Command::NextActor => reading::go_to_actor(state, true),
        Command::PreviousActor => reading::go_to_actor(state, false),
        Command::SearchNext => searching::repeat(state, true),
        Command::SearchPrevious => searching::repeat(state, false),
        Command::JumpBack => reading::jump(state, false),
        Command::JumpForward => reading::jump(state, true),
        Command::SetMark => state.awaited = Some(Awaited::MarkToSet),
        Command::GoToMark => state.awaited = Some(Awaited::MarkToVisit),
        Command::TimelineFiner => scale_timeline(state, true),
        Command::TimelineCoarser => scale_timeline(state, false),
        Command::Select => selecting::select(state),
        Command::Highlight => marking::begin(state),
        Command::NextHighlight => marking::go_to_mark(state, true),
        Command::PreviousHighlight => marking::go_to_mark(state, false),
        Command::Zoom => zoom(state),
        Command::Brush => brushing::begin(state),
        Command::ToggleHistogram => brushing::toggle(state),
        Command::SpanTimeline => spanning::begin(state),
        Command::ShowHidden => pinning::toggle_hidden(state),
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
    let overview = Arc::clone(&state.survey.overview);
    match command {
        Command::Help => page(state, pages::help(&state.keymap)),
        Command::Files => page(state, pages::files(&state.problems)),
        Command::WhyDate => correcting::explain(state),
        Command::CorrectDate => correcting::ask(state),
        Command::PickActor => filtering::pick_facet(state, "Actor", &overview.choices.actors),
        Command::PickMonth => filtering::pick_facet(state, "Month of publication", &overview.choices.months),
        Command::PickSource => filtering::pick_facet(state, "Outlet", &overview.choices.sources),
        Command::PickLang => filtering::pick_facet(state, "Language", &overview.choices.langs),
        Command::Sort => filtering::pick_order(state),
        Command::Notes => browsing::list(state),
        Command::Review => reviewing::begin(state),
        Command::Palette => palette(state),
        _ => {}
    }
}

fn page(state: &mut State, page: Page) {
    state.overlay = Some(Overlay::Page(page));
}

/// Columns of a saved query beside its name.
const SAVED_COLS: usize = 48;

fn palette(state: &mut State) {
    let item = |spec: &Spec| Item {
        label: format!("{}: {}", spec.name, spec.title),
        aliases: Vec::new(),
        note: state.keymap.keys_of(spec.command).collect::<Vec<_>>().join(" "),
        choice: Choice::Command(spec.command),
        on: false,
    };
    let saved = |(name, text): (&String, &String)| Item {
        label: format!("@{name}"),
        aliases: Vec::new(),
        note: elide(&sanitize(text), SAVED_COLS).into_owned(),
        choice: Choice::Saved(name.clone()),
        on: false,
    };
    let items = COMMANDS.iter().filter(|spec| spec.scope.holds(state.focus) && spec.command != Command::Palette).map(item);
    let items = items.chain(state.saved.iter().map(saved)).collect();
    filtering::open(state, "Commands", items);
}

fn show_prompt(state: &mut State, purpose: Purpose) -> Vec<Effect> {
    let text = if purpose == Purpose::Filter { state.selection.text().to_owned() } else { String::new() };
    state.prompt = Some(Prompt::new(purpose, &text));
    Vec::new()
}

/// Opens the filter line over the list, which is what it filters.
fn filter(state: &mut State) -> Vec<Effect> {
    if state.focus == Pane::Reader {
        reading::leave(state);
    }
    if state.focus != Pane::Articles {
        (state.focus, state.zoomed) = (Pane::Articles, false);
    }
    show_prompt(state, Purpose::Filter)
}

fn open(state: &mut State) -> Vec<Effect> {
    match state.focus {
        Pane::Articles | Pane::Reader => reading::open_listed(state),
        Pane::Timeline => reading::open_event(state),
        Pane::Actors => return portraying::open_current(state),
    }
    Vec::new()
}

/// Esc in the list: ends the zoom, stops the loading, or drops the last filter, in this order.
fn leave_list(state: &mut State) -> Vec<Effect> {
    if state.zoomed {
        state.zoomed = false;
    } else if !state.selection.is_empty() {
        return filtering::drop_last(state);
    } else if matches!(state.loading, Loading::Running(_)) {
        return stop_loading(state);
    } else {
        state.say("no filter is on; Q quits");
    }
    Vec::new()
}

fn stop_loading(state: &mut State) -> Vec<Effect> {
    if !state.is_loading() {
        state.say("nothing is being loaded");
        return Vec::new();
    }
    state.loading = state.loading.stopping();
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
        state.reader.look_for(Needle::default());
        state.say("the marks of the search are gone; Esc goes back to the list");
    } else {
        back(state);
    }
}

fn zoom(state: &mut State) {
    if state.viewport.shape == Shape::Narrow && !state.zoomed {
        return state.say("in a narrow terminal every pane has the whole screen; Tab shows the next");
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
    state.say(format!("timeline: {told}"));
    surveying::survey(state)
}

fn scale_timeline(state: &mut State, finer: bool) {
    let scale = match (state.timeline.scale, finer) {
        (Scale::Year, true) | (Scale::Day, false) => Scale::Month,
        (Scale::Month, true) => Scale::Day,
        (Scale::Month, false) => Scale::Year,
        (Scale::Day, true) => return state.say("the timeline is at its finest: days"),
        (Scale::Year, false) => return state.say("the timeline is at its coarsest: years"),
    };
    let keep = state.timeline.current();
    state.timeline.scale = scale;
    state.timeline.rebuild(&state.survey.overview.chronology, keep);
}

/// Moves in `pane`; what follows it follows.
pub fn move_in_pane(state: &mut State, pane: Pane, motion: Motion) {
    let (rows, last) = (state.viewport.of(pane).rows, state.len_of(pane).saturating_sub(1));
    match pane {
        Pane::Articles => {
            state.articles.at = motion.from(state.articles.at, last, rows);
            following::follow_list(state);
        }
        Pane::Actors => state.actors.at = motion.from(state.actors.at, last, rows),
        Pane::Timeline => {
            let (was, to) = (state.timeline.cursor.at, motion.from(state.timeline.cursor.at, last, rows));
            state.timeline.cursor.at = state.timeline.nearest_entry(to, to > was || to == 0);
            if to == 0 {
                state.timeline.cursor.top = 0;
            }
        }
        Pane::Reader => {
            state.reader.scroll(motion, rows);
            following::mark_in_timeline(state);
        }
    }
}
