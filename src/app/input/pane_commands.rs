//! What the commands of the panes do that is no pane's own: opening, going back, the focus, lines and pickers, the timeline's scale.
//! Which command does which stands in `handlers`.

use std::mem;

use crate::app::actors::actor_page_keys;
use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::filter::find;
use crate::app::filter::remember_query::remember;
use crate::app::keys::command::{COMMANDS, Command, Pane, Spec};
use crate::app::loading::Loading;
use crate::app::notes::article_flags;
use crate::app::notes::saving;
use crate::app::overlay::{Overlay, TextPage};
use crate::app::reader::visit;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::app::sync::pane_sync;
use crate::app::viewport::{Shape, Viewport};
use crate::app::widget::navigation::Motion;
use crate::app::widget::picker::{PickerChoice, PickerItem};
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::locale::translated;
use crate::query::matching::search::FindWords;
use crate::query::timeline::{Basis, Scale};
use crate::text::grapheme::elide;
use crate::text::sanitize::sanitize;
use crate::text::span::Span;
use crate::tr;

/// Lays a page over the panes.
pub fn page(state: &mut State, page: TextPage) {
    state.overlay = Some(Overlay::Page(page));
}

/// Columns of a saved query beside its name.
const SAVED_COLS: usize = 48;

/// A picker of all commands: those of the pane with the focus first, the saved queries, and those that work elsewhere, with where.
pub fn palette(state: &mut State) {
    let item = |spec: &Spec| {
        let keys = state.input.keymap.keys_of(spec.command).collect::<Vec<_>>().join(" ");
        let place = if spec.scope.holds(state.focus) { String::new() } else { spec.scope.place() };
        PickerItem {
            label: format!("{}: {}", spec.name, state.input.keymap.fill(translated(spec.title))),
            aliases: Vec::new(),
            note: [place, keys].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            choice: PickerChoice::Command(spec.command),
            on: false,
        }
    };
    let saved = |(name, text): (&String, &String)| PickerItem {
        label: format!("@{name}"),
        aliases: Vec::new(),
        note: elide(&sanitize(text), SAVED_COLS).into_owned(),
        choice: PickerChoice::Saved(name.clone()),
        on: false,
    };
    let commands = COMMANDS.iter().filter(|spec| spec.command != Command::Palette);
    let (here, elsewhere): (Vec<&Spec>, Vec<&Spec>) = commands.partition(|spec| spec.scope.holds(state.focus));
    let saved = state.filter.saved.iter().map(saved);
    let items = here.into_iter().map(item).chain(saved).chain(elsewhere.into_iter().map(item)).collect();
    filtering::open(state, tr!("Commands"), items);
}

/// The help as a list to search: every command by what it does, with its keys; one that is taken runs.
pub fn search_help(state: &mut State) {
    let item = |spec: &Spec| PickerItem {
        label: state.input.keymap.fill(translated(spec.title)),
        aliases: vec![spec.name.into(), spec.group.title().into()],
        note: state.input.keymap.keys_of(spec.command).collect::<Vec<_>>().join(" "),
        choice: PickerChoice::Command(spec.command),
        on: false,
    };
    let items = COMMANDS.iter().map(item).collect();
    filtering::open(state, tr!("Help"), items);
}

/// Waits for the letter of a mark to set.
pub fn set_mark(state: &mut State) {
    state.input.awaited = Some(Awaited::MarkToSet);
}

/// Waits for the letter of a mark to go to.
pub fn go_to_mark(state: &mut State) {
    state.input.awaited = Some(Awaited::MarkToVisit);
}

/// Opens a line to type into.
pub fn show_prompt(state: &mut State, purpose: PromptKind) {
    let text = if purpose == PromptKind::Filter { state.filter.selection.text().to_owned() } else { String::new() };
    state.prompt = Some(Prompt::new(purpose, &text));
}

/// Opens the filter line over the list, which is what it filters.
pub fn filter(state: &mut State) {
    if state.focus == Pane::Reader {
        visit::leave(state);
    }
    if state.focus != Pane::Articles {
        (state.focus, state.zoomed) = (Pane::Articles, false);
    }
    show_prompt(state, PromptKind::Filter);
}

/// Opens the line of a search in the pane.
pub fn search(state: &mut State) {
    let purpose = PromptKind::Search { pane: state.focus, from: find::row(state, state.focus) };
    show_prompt(state, purpose);
}

/// Opens what the cursor of the pane is on.
#[must_use]
pub fn open(state: &mut State) -> Vec<Effect> {
    match state.focus {
        Pane::Articles | Pane::Reader => visit::open_listed(state),
        Pane::Timeline => visit::open_event(state),
        Pane::Actors => return actor_page_keys::open_current(state),
    }
    Vec::new()
}

/// Esc in the list: ends the zoom, stops the loading, or drops the last filter, in this order.
#[must_use]
pub fn leave_list(state: &mut State) -> Vec<Effect> {
    if state.zoomed {
        state.zoomed = false;
    } else if !state.filter.selection.is_empty() {
        return filtering::drop_last(state);
    } else if matches!(state.load.progress, Loading::Running(_)) {
        return stop_loading(state);
    } else {
        state.info(tr!("no filter is on; {quit} quits", quit = state.key(Command::Quit)));
    }
    Vec::new()
}

/// Stops loading, and keeps what is here.
#[must_use]
pub fn stop_loading(state: &mut State) -> Vec<Effect> {
    if !state.is_loading() {
        state.info(tr!("nothing is being loaded"));
        return Vec::new();
    }
    state.load.progress = state.load.progress.stopping();
    vec![Effect::StopLoading]
}

/// Ends the zoom, or goes back to the list.
pub fn back(state: &mut State) {
    if !mem::take(&mut state.zoomed) {
        state.focus = Pane::Articles;
    }
}

/// Esc beside the list: takes the marks of a search away, else goes back.
pub fn dismiss(state: &mut State) {
    if state.focus == Pane::Reader && !state.reader.found.places.is_empty() {
        let is_hit = |spot: &Span| state.reader.found.places.contains(spot);
        state.reader.spot = state.reader.spot.filter(|spot| !is_hit(spot));
        state.reader.look_for(FindWords::default());
        state.info(tr!(
            "the marks of the search are gone; {dismiss} goes back to the list",
            dismiss = state.key(Command::Dismiss)
        ));
    } else {
        back(state);
    }
}

/// Gives the pane the whole screen, or gives it back.
pub fn zoom(state: &mut State) {
    if state.viewport.shape == Shape::Narrow && !state.zoomed {
        let next = state.key(Command::NextPane);
        return state.info(tr!("in a narrow terminal every pane has the whole screen; {next} shows the next", next));
    }
    state.zoomed = !state.zoomed;
}

/// Makes the pane with the focus wider or narrower.
#[must_use]
pub fn resize(state: &mut State, wider: bool) -> Vec<Effect> {
    let zoom = state.key(Command::Zoom);
    let Viewport { articles, reader, timeline, .. } = state.viewport;
    // Their frames overlap by one column each.
    let screen = u16::try_from(articles.cols + reader.cols + timeline.cols + 4).unwrap_or(u16::MAX);
    if state.viewport.shape != Shape::Wide {
        state.info(tr!("in a narrow terminal every pane has the whole screen"));
    } else if state.zoomed {
        state.info(tr!("the pane has the whole screen; {zoom} gives it back", zoom));
    } else if let Some(widths) = state.widths.resized(state.focus, wider, screen) {
        state.widths = widths;
        return vec![Effect::KeepWidths(widths)];
    } else {
        state.info(if wider { tr!("the pane can be no wider") } else { tr!("the pane can be no narrower") });
    }
    Vec::new()
}

/// Gives the focus to the pane so many further on.
pub fn focus_step(state: &mut State, step: usize) {
    let at = Pane::ALL.iter().position(|pane| *pane == state.focus).unwrap_or(0);
    state.focus = Pane::ALL.into_iter().cycle().nth(at + step).unwrap_or_default();
}

/// Turns the timeline between dates mentioned and publication dates.
#[must_use]
pub fn turn_timeline(state: &mut State) -> Vec<Effect> {
    let (basis, told) = match state.timeline.basis {
        Basis::Told => (Basis::Published, tr!("publication dates")),
        Basis::Published => (Basis::Told, tr!("dates mentioned in the text")),
    };
    state.timeline.basis = basis;
    state.info(tr!("timeline: {told}", told));
    search_requests::survey(state)
}

/// Makes the timeline finer, or coarser.
pub fn scale_timeline(state: &mut State, finer: bool) {
    let scale = match (state.timeline.scale, finer) {
        (Scale::Year, true) | (Scale::Day, false) => Scale::Month,
        (Scale::Month, true) => Scale::Day,
        (Scale::Month, false) => Scale::Year,
        (Scale::Day, true) => return state.info(tr!("the timeline is at its finest: days")),
        (Scale::Year, false) => return state.info(tr!("the timeline is at its coarsest: years")),
    };
    let keep = state.timeline.current();
    state.timeline.scale = scale;
    state.timeline.rebuild(&state.results.current.overview.chronology, keep);
    if state.viewport.timeline.rows == 0 {
        // Out of sight nothing else would say that the key did something.
        let scale = match scale {
            Scale::Year => tr!("years"),
            Scale::Month => tr!("months"),
            Scale::Day => tr!("days"),
        };
        state.info(tr!("timeline: {scale}", scale));
    }
}

/// Moves in `pane`; what follows it follows.
pub fn move_in_pane(state: &mut State, pane: Pane, motion: Motion) {
    let (rows, last) = (state.viewport.of(pane).rows, state.len_of(pane).saturating_sub(1));
    match pane {
        Pane::Articles => {
            state.articles.at = motion.from(state.articles.at, last, rows);
            pane_sync::follow_list(state);
        }
        Pane::Actors => {
            state.actors.cursor.at = motion.from(state.actors.cursor.at, last, rows);
            state.actors.is_chosen = state.actors.cursor.at > 0;
        }
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

/// Leaves the room, once all is kept.
#[must_use]
pub fn quit(state: &mut State) -> Vec<Effect> {
    let mut effects = remember(state);
    if let Some(left) = article_flags::place(state) {
        effects.extend(article_flags::keep_place(state, left));
    }
    effects.extend(saving::leave(state));
    effects
}
