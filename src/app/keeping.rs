//! Keeping: what the person did to notes, on its way to the disk. It shows at once, is said to be kept when the disk has it, and is
//! tried again while the disk refuses; leaving with something unkept asks first.
//!
//! Whoever marks, notes or corrects calls [`keep`], [`undo`] and [`redo`] and hands their effects on.

use ulid::Ulid;

use crate::app::dating;
use crate::app::effect::Effect;
use crate::app::event::News;
use crate::app::overlay::Overlay;
use crate::app::picker::{Choice, Item, Picker};
use crate::app::state::State;
use crate::app::unkept::Way;
use crate::notes::action::{Action, Change};
use crate::notes::fold::Notes;

/// Makes `changes`, which show at once, and has them kept; `told` is said when they are. Nothing happens when they change nothing.
#[must_use]
pub fn keep(state: &mut State, changes: Vec<Change>, told: impl Into<String>) -> Vec<Effect> {
    let action = state.notes.record(changes);
    send(state, action, told.into())
}

/// Makes `changes` that happen in passing, such as the place one stopped at: nothing is said of them.
#[must_use]
pub fn keep_quietly(state: &mut State, changes: Vec<Change>) -> Vec<Effect> {
    let action = state.notes.record(changes);
    send(state, action, String::new())
}

/// Takes back the last thing this device did; `told` words what is said of it once that is kept.
#[must_use]
pub fn undo(state: &mut State, told: impl Fn(&Action) -> String) -> Vec<Effect> {
    let action = state.notes.undo();
    reversed(state, action, told, "nothing to undo")
}

/// Does again what was taken back last; `told` words what is said of it once that is kept.
#[must_use]
pub fn redo(state: &mut State, told: impl Fn(&Action) -> String) -> Vec<Effect> {
    let action = state.notes.redo();
    reversed(state, action, told, "nothing to redo")
}

fn reversed(state: &mut State, action: Option<Action>, told: impl Fn(&Action) -> String, nothing: &str) -> Vec<Effect> {
    if action.is_none() {
        state.say(nothing);
    }
    let told = action.as_ref().map(told).unwrap_or_default();
    send(state, action, told)
}

fn send(state: &mut State, action: Option<Action>, told: String) -> Vec<Effect> {
    let Some(action) = action else {
        if let Some(reason) = state.notes.sealed() {
            state.complain(reason);
        }
        return Vec::new();
    };
    if !told.is_empty() {
        state.unkept.told = Some(told);
    }
    state.unkept.actions.push(action.clone());
    let mut effects = vec![Effect::Keep(vec![action])];
    effects.extend(dating::follow(state));
    effects
}

/// Takes news of the notes in.
#[must_use]
pub fn take(state: &mut State, news: News) -> Vec<Effect> {
    match news {
        News::Opened(notes) => {
            opened(state, *notes);
            return dating::follow(state);
        }
        News::Elsewhere(actions) => {
            for action in &actions {
                state.notes.apply(action);
            }
            return dating::follow(state);
        }
        News::Kept(ids) => return kept(state, &ids),
        News::NotKept(reason) => not_kept(state, reason),
        News::Rescued(outcome) => return rescued(state, outcome),
    }
    Vec::new()
}

/// The notes of earlier runs are known; what was done meanwhile holds.
fn opened(state: &mut State, mut notes: Notes) {
    notes.set_clock(state.notes.clock());
    for action in &state.unkept.actions {
        notes.apply(action);
    }
    state.notes = notes;
}

/// The disk has these.
fn kept(state: &mut State, ids: &[Ulid]) -> Vec<Effect> {
    let unkept = &mut state.unkept;
    unkept.actions.retain(|action| !ids.contains(&action.id));
    if !unkept.actions.is_empty() {
        return Vec::new();
    }
    let (told, trouble) = (unkept.told.take(), unkept.trouble.take());
    if trouble.is_some() {
        state.say("all changes are kept now");
    } else if let Some(told) = told {
        state.say(told);
    }
    if state.unkept.leaving { vec![Effect::Quit] } else { Vec::new() }
}

/// The disk refuses; it is asked again until it does not.
fn not_kept(state: &mut State, reason: String) {
    // What was said once is not said again at each attempt: the person may be reading something else by then.
    let known = (state.unkept.trouble.as_ref() == Some(&reason)).then_some(state.unkept.admitted);
    if known != Some(state.unkept.actions.len()) {
        state.complain(format!("{} not kept: {reason}; trying again", state.unkept.counted()));
    }
    state.unkept.admitted = state.unkept.actions.len();
    state.unkept.trouble = Some(reason);
    if state.unkept.leaving {
        ask(state);
    }
}

/// Leaves when all is kept, at once or as soon as it is; asks when the disk refuses or takes long.
#[must_use]
pub fn leave(state: &mut State) -> Vec<Effect> {
    let unkept = &mut state.unkept;
    if unkept.actions.is_empty() {
        return vec![Effect::Quit];
    }
    if unkept.trouble.is_some() || unkept.leaving {
        ask(state);
    } else {
        unkept.leaving = true;
        state.say("keeping the last changes, then leaving; Q again asks");
    }
    Vec::new()
}

fn ask(state: &mut State) {
    state.unkept.leaving = false;
    let counted = state.unkept.counted();
    let item =
        |label: String, way| Item { label, aliases: Vec::new(), note: String::new(), choice: Choice::Leave(way), on: false };
    let items = vec![
        item("stay, and go on trying".to_owned(), Way::Stay),
        item(format!("write {counted} to another file, and quit"), Way::Rescue),
        item(format!("quit, and lose {counted}"), Way::Abandon),
    ];
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new("Not everything is kept", items))));
}

/// Goes the way that was picked.
#[must_use]
pub fn go(state: &mut State, way: Way) -> Vec<Effect> {
    match way {
        Way::Stay => Vec::new(),
        Way::Rescue => vec![Effect::Rescue(state.unkept.actions.clone())],
        Way::Abandon => {
            state.unkept.actions.clear();
            vec![Effect::Quit]
        }
    }
}

/// What was unkept is in another file, or could not be written there either.
fn rescued(state: &mut State, outcome: Result<String, String>) -> Vec<Effect> {
    match outcome {
        Ok(file) => {
            let text = format!("{} in {file}; `liseuse restore {file}` takes them back in", state.unkept.counted());
            state.unkept.actions.clear();
            vec![Effect::Farewell(text), Effect::Quit]
        }
        Err(reason) => {
            state.complain(reason);
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{keep, kept, leave, not_kept, opened};
    use crate::app::effect::Effect;
    use crate::app::keymap::Keymap;
    use crate::app::state::State;
    use crate::notes::action::{Action, Change, Subject};
    use crate::notes::field::Field;
    use crate::notes::fold::Notes;
    use crate::query::selection::Selection;

    fn pin(state: &mut State, day: &str) -> Action {
        let effects = keep(state, vec![Change::new(Subject::Day(day.into()), [Field::Pinned(true)])], "pinned");
        match &effects[..] {
            [Effect::Keep(actions)] => actions[0].clone(),
            other => panic!("{other:?}"),
        }
    }

    fn room() -> State {
        State::new(Keymap::new("").unwrap(), Selection::default(), 72)
    }

    fn status(state: &State) -> &str {
        state.status.as_ref().map_or("", |status| &status.text)
    }

    #[test]
    fn it_shows_at_once_and_is_said_to_be_kept_when_the_disk_has_it() {
        let mut state = room();
        let action = pin(&mut state, "2020-01-03");
        assert!(state.notes.day("2020-01-03").pinned);
        assert_eq!(status(&state), "");
        assert!(kept(&mut state, &[action.id]).is_empty());
        assert_eq!(status(&state), "pinned");
    }

    #[test]
    fn nobody_leaves_before_all_is_kept_or_without_being_asked() {
        let mut state = room();
        let action = pin(&mut state, "2020-01-03");
        assert!(leave(&mut state).is_empty());
        not_kept(&mut state, "the disk is full".into());
        assert_eq!(status(&state), "1 change not kept: the disk is full; trying again");
        assert_eq!(state.unkept.standing().unwrap(), "1 change NOT KEPT");
        assert!(state.overlay.is_some(), "it asks");
        assert!(kept(&mut state, &[action.id]).is_empty());
        assert_eq!((status(&state), state.unkept.standing()), ("all changes are kept now", None));
        assert!(matches!(leave(&mut state)[..], [Effect::Quit]));
    }

    #[test]
    fn who_leaves_while_it_is_being_kept_leaves_when_it_is() {
        let mut state = room();
        let action = pin(&mut state, "2020-01-03");
        assert!(leave(&mut state).is_empty());
        assert!(matches!(kept(&mut state, &[action.id])[..], [Effect::Quit]));
    }

    #[test]
    fn what_was_done_before_the_notes_were_read_holds() {
        let mut state = room();
        pin(&mut state, "2020-01-03");
        opened(&mut state, Notes::new("laptop", 3));
        assert!(state.notes.day("2020-01-03").pinned);
    }
}
