//! Pinning: events that are always to be seen on the timeline, and events that are left out of it. Both are kept with the notes;
//! `pins` finds them there.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::highlights::quoted;
use crate::app::notes::saving::keep;
use crate::app::panes::pinned::{key, noted};
use crate::app::panes::timeline_window::label;
use crate::app::state::State;
use crate::model::property::Property;
use crate::notes::action::{EventKey, FieldChange, NoteSubject};
use crate::notes::state::TimelineNotes;
use crate::tr;

/// Pins the event of the timeline's row, or takes the pin off.
#[must_use]
pub fn pin(state: &mut State) -> Vec<Effect> {
    let Some((at, keys)) = current(state) else { return Vec::new() };
    let pinned = state.timeline.notes_of(at).pinned;
    let words = words(state, at);
    let told = if pinned {
        tr!("the pin is off: “{words}”", words)
    } else {
        let pin_event = state.key(Command::PinEvent);
        tr!("pinned on the timeline: “{words}” · {pin_event} takes the pin off", words, pin_event)
    };
    change(state, keys, &Property::Pinned(!pinned), told)
}

/// Leaves the event of the timeline's row out of it, or takes it back in when those left out are shown.
#[must_use]
pub fn hide(state: &mut State) -> Vec<Effect> {
    let Some((at, keys)) = current(state) else { return Vec::new() };
    let hidden = state.timeline.notes_of(at).hidden;
    let words = words(state, at);
    let told = if hidden {
        tr!("back on the timeline: “{words}”", words)
    } else {
        let show_hidden = state.key(Command::ShowHidden);
        tr!("left out of the timeline: “{words}” · {show_hidden} shows what is left out", words, show_hidden)
    };
    change(state, keys, &Property::Hidden(!hidden), told)
}

/// The first words of an event's label.
fn words(state: &State, at: usize) -> String {
    let entry = state.results.current.overview.chronology.entries.get(at);
    quoted(&entry.map(|entry| label(&state.archive, entry)).unwrap_or_default())
}

/// Shows what is left out of the timeline, or leaves it out again.
pub fn toggle_hidden(state: &mut State) {
    let hidden = state.timeline.left_out();
    if hidden == 0 && !state.timeline.shows_hidden {
        return state.info(tr!(
            "nothing is left out of the timeline; {hide_event} leaves an event out",
            hide_event = state.key(Command::HideEvent)
        ));
    }
    state.timeline.shows_hidden = !state.timeline.shows_hidden;
    let shown = state.timeline.shows_hidden;
    state.info(if shown {
        tr!("what is left out is shown; {hide_event} takes it back in", hide_event = state.key(Command::HideEvent))
    } else {
        tr!("what is left out is out again").to_owned()
    });
    rebuild(state);
}

/// Looks up anew what the notes say of the events, and shows it.
pub fn refresh(state: &mut State) {
    let entries = &state.results.current.overview.chronology.entries;
    let noted = noted(&state.notes.all, &state.archive, entries);
    if state.timeline.take_notes(noted) {
        rebuild(state);
    }
}

fn rebuild(state: &mut State) {
    let keep = state.timeline.current();
    let overview = Arc::clone(&state.results.current.overview);
    state.timeline.rebuild(&overview.chronology, keep);
}

fn change(state: &mut State, keys: Vec<EventKey>, field: &Property, told: String) -> Vec<Effect> {
    // What was noted while another article stood for the event goes on holding unless all are changed.
    let changes = keys.into_iter().map(|key| FieldChange::new(NoteSubject::Event(key), [field.clone()])).collect();
    let effects = keep(state, changes, told);
    refresh(state);
    effects
}

/// The event of the timeline's row, and what it is known by: where it is shown, and wherever else something is noted of it.
fn current(state: &mut State) -> Option<(usize, Vec<EventKey>)> {
    let overview = Arc::clone(&state.results.current.overview);
    let at = state.timeline.current();
    let entry = at.and_then(|at| overview.chronology.entries.get(at)).filter(|entry| entry.timex.is_some());
    let Some((at, entry)) = at.zip(entry) else {
        if let Some(n) = state.timeline.folded_here() {
            let open = state.key(Command::Open);
            state.info(tr!(
                "{n} event is folded here; {open} shows it" | "{n} events are folded here; {open} shows them",
                n,
                open
            ));
            return None;
        }
        state.info(tr!(
            "there is no event here; {timeline_basis} turns to the dates mentioned in the text",
            timeline_basis = state.key(Command::TimelineBasis)
        ));
        return None;
    };
    let keys = entry.places().filter_map(|place| key(&state.archive, place));
    let mut keys = keys.enumerate();
    let first = keys.next()?.1;
    let noted = keys.map(|(_, key)| key).filter(|key| state.notes.all.event(key) != TimelineNotes::default());
    let keys = std::iter::once(first).chain(noted).collect();
    Some((at, keys))
}
