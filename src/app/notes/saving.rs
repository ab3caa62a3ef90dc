//! Keeping: what the person did to notes, on its way to the disk. It shows at once, is said to be kept when the disk has it, and is
//! tried again while the disk refuses; leaving with something unkept asks first.
//!
//! Whoever marks, notes or corrects calls [`keep`], [`undo`] and [`redo`] and hands their effects on.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::event::NotesEvent;
use crate::app::keys::command::Command;
use crate::app::notes::article_corrections;
use crate::app::overlay::Overlay;
use crate::app::results::gather_groups;
use crate::app::state::State;
use crate::app::widget::exit_choice::ExitChoice;
use crate::app::widget::picker::{Picker, PickerChoice, PickerItem};
use crate::notes::action::{Action, FieldChange};
use crate::notes::state::Notes;
use crate::notes::undo::{Contest, Step};
use crate::text::grapheme::elide;
use crate::tr;

/// Makes `changes`, which show at once, and has them kept; `told` is said when they are. Nothing happens when they change nothing.
#[must_use]
pub fn keep(state: &mut State, changes: Vec<FieldChange>, told: impl Into<String>) -> Vec<Effect> {
    let locked = changes.iter().find_map(|change| state.notes.all.locked(&change.of));
    if let Some(reason) = locked {
        state.error(reason);
    }
    let action = state.notes.all.record(changes);
    send(state, action, told.into())
}

/// Makes `changes` that happen in passing, such as the place one stopped at: nothing is said of them.
#[must_use]
pub fn keep_quietly(state: &mut State, changes: Vec<FieldChange>) -> Vec<Effect> {
    let action = state.notes.all.record(changes);
    send(state, action, String::new())
}

/// Takes back the last thing this device did; `told` words what is said of it once that is kept.
#[must_use]
pub fn undo(state: &mut State, told: impl Fn(&Action) -> String) -> Vec<Effect> {
    if let Some(contest) = state.notes.all.contest(Step::Undo) {
        return ask_about(state, &contest);
    }
    let action = state.notes.all.undo();
    reversed(state, action, told, tr!("nothing to undo"))
}

/// Does again what was taken back last; `told` words what is said of it once that is kept.
#[must_use]
pub fn redo(state: &mut State, told: impl Fn(&Action) -> String) -> Vec<Effect> {
    if let Some(contest) = state.notes.all.contest(Step::Redo) {
        return ask_about(state, &contest);
    }
    let action = state.notes.all.redo();
    reversed(state, action, told, tr!("nothing to redo"))
}

/// Another device has written since over what would be changed: says what, and offers both.
fn ask_about(state: &mut State, contest: &Contest) -> Vec<Effect> {
    let shown = |words: &str| elide(&words.split_whitespace().collect::<Vec<_>>().join(" "), 30).into_owned();
    let theirs: Vec<String> = contest.theirs.iter().filter_map(|field| field.undone(&shown)).collect();
    let item = |label: String, overwrites| PickerItem {
        label,
        aliases: Vec::new(),
        note: String::new(),
        choice: PickerChoice::Contested(contest.step, overwrites),
        on: false,
    };
    let (keeps, overwrites) = match contest.step {
        Step::Undo => (tr!("leave it"), tr!("undo all the same")),
        Step::Redo => (tr!("leave it"), tr!("redo all the same")),
    };
    let items = vec![item(format!("{keeps}: {}", theirs.join(", ")), false), item(overwrites.to_owned(), true)];
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new(tr!("Another device has written here since"), items))));
    Vec::new()
}

/// Takes the step that was contested: over what another device has written, or around it.
#[must_use]
pub fn decide(state: &mut State, step: Step, overwrites: bool) -> Vec<Effect> {
    let action = match (overwrites, step) {
        (false, step) => state.notes.all.yield_to_others(step),
        (true, Step::Undo) => state.notes.all.undo(),
        (true, Step::Redo) => state.notes.all.redo(),
    };
    let told = if overwrites {
        tr!("done; what was written elsewhere is in `liseuse notes log`")
    } else {
        tr!("left as it was written elsewhere")
    };
    send(state, action, told.to_owned())
}

fn reversed(state: &mut State, action: Option<Action>, told: impl Fn(&Action) -> String, nothing: &str) -> Vec<Effect> {
    if action.is_none() {
        state.info(nothing);
    }
    let told = action.as_ref().map(told).unwrap_or_default();
    send(state, action, told)
}

fn send(state: &mut State, action: Option<Action>, told: String) -> Vec<Effect> {
    let Some(action) = action else {
        if let Some(reason) = state.notes.all.sealed() {
            state.error(reason);
        }
        return Vec::new();
    };
    if !told.is_empty() {
        state.notes.unsaved.told = Some(told);
        state.actors.is_corrected_last = false;
    }
    state.notes.unsaved.actions.push(action.clone());
    let mut effects = vec![Effect::Keep(vec![action])];
    effects.extend(follow(state));
    effects
}

/// Has what hangs on the notes follow them: facts of articles, and families.
fn follow(state: &mut State) -> Vec<Effect> {
    let mut effects = article_corrections::follow(state);
    effects.extend(gather_groups::follow_notes(state));
    effects
}

/// Takes news of the notes in.
#[must_use]
pub fn take(state: &mut State, news: NotesEvent) -> Vec<Effect> {
    match news {
        NotesEvent::Opened(notes) => {
            opened(state, *notes);
            return follow(state);
        }
        NotesEvent::Elsewhere(actions) => {
            let before = state.notes.all.written_twice().len();
            for action in &actions {
                state.notes.all.apply(action);
                state.notes.see_drafts(action);
            }
            if state.notes.all.written_twice().len() > before {
                tell_texts(state);
            }
            return follow(state);
        }
        // It is told when there is something to keep.
        NotesEvent::Nowhere => {}
        NotesEvent::Kept(ids) => return kept(state, &ids),
        NotesEvent::NotKept(reason) => not_kept(state, reason, tr!("trying again")),
        NotesEvent::Stalled => not_kept(state, tr!("the disk does not answer").to_owned(), tr!("waiting for it")),
        NotesEvent::Rescued(outcome) => return rescued(state, outcome),
    }
    Vec::new()
}

/// Says that a note was written in two places, and where its texts are.
pub(crate) fn tell_texts(state: &mut State) {
    let review = state.key(Command::Review);
    let told = tr!("a note was written in two places; both texts are kept: {review} shows them, to choose or to join", review);
    state.notes.unsaved.told = None;
    state.error(told);
}

/// The notes of earlier runs are known; what was done meanwhile holds.
fn opened(state: &mut State, mut notes: Notes) {
    notes.set_clock(state.notes.all.clock());
    for action in &state.notes.unsaved.actions {
        notes.apply(action);
    }
    state.notes.all = notes;
}

/// The disk has these.
fn kept(state: &mut State, ids: &[Ulid]) -> Vec<Effect> {
    let unkept = &mut state.notes.unsaved;
    unkept.actions.retain(|action| !ids.contains(&action.id));
    if !unkept.actions.is_empty() {
        return Vec::new();
    }
    let (told, trouble) = (unkept.told.take(), unkept.trouble.take());
    let is_asking = matches!(&state.overlay, Some(Overlay::Picker(picker)) if picker.asks_to_leave());
    if is_asking {
        // What was asked is no question any more.
        state.overlay = None;
        state.info(tr!("all changes are kept now; {quit} quits", quit = state.key(Command::Quit)));
    } else if trouble.is_some() {
        state.info(tr!("all changes are kept now"));
    } else if let Some(told) = told {
        state.info(told);
    }
    if state.notes.unsaved.leaving && state.notes.unsaved.is_settled() { vec![Effect::Quit] } else { Vec::new() }
}

/// The disk refuses or does not answer; what is done about it is said with the reason.
fn not_kept(state: &mut State, reason: String, done: &str) {
    if state.notes.unsaved.actions.is_empty() {
        return;
    }
    // What was said once is not said again at each attempt: the person may be reading something else by then.
    let known = (state.notes.unsaved.trouble.as_ref() == Some(&reason)).then_some(state.notes.unsaved.admitted);
    if known != Some(state.notes.unsaved.actions.len()) {
        // The reason first: a narrow status line has room for little more, and the count stands at its right.
        state.error(tr!("{reason}: {counted} not kept; {done}", reason, counted = state.notes.unsaved.counted(), done));
    }
    state.notes.unsaved.admitted = state.notes.unsaved.actions.len();
    state.notes.unsaved.trouble = Some(reason);
    if state.notes.unsaved.leaving {
        ask(state);
    }
}

/// Leaves when all is kept, at once or as soon as it is; asks when the disk refuses or takes long. An export under way is waited for, but
/// not against the person's will.
#[must_use]
pub fn leave(state: &mut State) -> Vec<Effect> {
    let unkept = &mut state.notes.unsaved;
    if unkept.actions.is_empty() {
        if unkept.is_settled() || unkept.leaving {
            return vec![Effect::Quit];
        }
        let exports = unkept.exports > 0;
        unkept.leaving = true;
        if exports {
            let quit = state.key(Command::Quit);
            state.info(tr!("writing the export, then leaving; {quit} again leaves without it", quit));
        }
        return Vec::new();
    }
    if unkept.trouble.is_some() || unkept.leaving {
        ask(state);
    } else {
        unkept.leaving = true;
        let quit = state.key(Command::Quit);
        state.info(tr!("keeping the last changes, then leaving; {quit} again asks", quit));
    }
    Vec::new()
}

fn ask(state: &mut State) {
    state.notes.unsaved.leaving = false;
    let counted = state.notes.unsaved.counted();
    let item = |label: String, way| PickerItem {
        label,
        aliases: Vec::new(),
        note: String::new(),
        choice: PickerChoice::Leave(way),
        on: false,
    };
    let items = vec![
        item(tr!("stay, and go on trying").to_owned(), ExitChoice::Stay),
        item(tr!("write {counted} to another file, and quit", counted), ExitChoice::Rescue),
        item(tr!("quit, and lose {counted}", counted), ExitChoice::Abandon),
    ];
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new(tr!("Not everything is kept"), items))));
}

/// Goes the way that was picked.
#[must_use]
pub fn go(state: &mut State, way: ExitChoice) -> Vec<Effect> {
    match way {
        ExitChoice::Stay => Vec::new(),
        ExitChoice::Rescue => vec![Effect::Rescue(state.notes.unsaved.actions.clone())],
        ExitChoice::Abandon => {
            state.notes.unsaved.actions.clear();
            vec![Effect::Quit]
        }
    }
}

/// What was unkept is in another file, or could not be written there either.
fn rescued(state: &mut State, outcome: Result<String, String>) -> Vec<Effect> {
    match outcome {
        Ok(file) => {
            let text = tr!(
                "{counted} in {file}; `liseuse restore {file}` takes them back in",
                counted = state.notes.unsaved.counted(),
                file
            );
            state.notes.unsaved.actions.clear();
            vec![Effect::Farewell(text), Effect::Quit]
        }
        Err(reason) => {
            state.error(reason);
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{decide, keep, kept, leave, not_kept, opened, take, undo};
    use crate::app::effect::Effect;
    use crate::app::event::NotesEvent;
    use crate::app::keys::keymap::Keymap;
    use crate::app::overlay::Overlay;
    use crate::app::state::State;
    use crate::app::widget::picker::PickerChoice;
    use crate::model::property::Property;
    use crate::notes::action::{Action, FieldChange, NoteSubject};
    use crate::notes::state::Notes;
    use crate::notes::undo::Step;
    use crate::query::selection::Selection;

    fn pin(state: &mut State, day: &str) -> Action {
        let effects = keep(state, vec![FieldChange::new(NoteSubject::Day(day.into()), [Property::Pinned(true)])], "pinned");
        match &effects[..] {
            [Effect::Keep(actions)] => actions[0].clone(),
            other => panic!("{other:?}"),
        }
    }

    fn room() -> State {
        let mut state = State::new(Keymap::new("").unwrap(), Selection::default(), 72);
        state.input.touched = true;
        state
    }

    fn status(state: &State) -> &str {
        state.status.as_ref().map_or("", |status| &status.text)
    }

    #[test]
    fn it_shows_at_once_and_is_said_to_be_kept_when_the_disk_has_it() {
        let mut state = room();
        let action = pin(&mut state, "2020-01-03");
        assert!(state.notes.all.day("2020-01-03").pinned);
        assert_eq!(status(&state), "");
        assert!(kept(&mut state, &[action.id]).is_empty());
        assert_eq!(status(&state), "pinned");
    }

    #[test]
    fn nobody_leaves_before_all_is_kept_or_without_being_asked() {
        let mut state = room();
        let action = pin(&mut state, "2020-01-03");
        assert!(leave(&mut state).is_empty());
        not_kept(&mut state, "the disk is full".into(), "trying again");
        assert_eq!(status(&state), "the disk is full: 1 change not kept; trying again");
        assert_eq!(state.notes.unsaved.standing().unwrap(), "1 change NOT KEPT");
        assert!(state.overlay.is_some(), "it asks");
        assert!(kept(&mut state, &[action.id]).is_empty());
        assert_eq!((status(&state), state.notes.unsaved.standing()), ("all changes are kept now; Q quits", None));
        assert!(state.overlay.is_none(), "what was asked is no question any more");
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
    fn what_another_device_wrote_since_is_not_undone_without_being_asked() {
        let mut state = room();
        let day = NoteSubject::Day("2020-01-03".into());
        let pinned = pin(&mut state, "2020-01-03");
        let mut desk = Notes::new("desk", 8);
        desk.apply(&pinned);
        let theirs = desk.record(vec![FieldChange::new(day.clone(), [Property::Hidden(true), Property::Pinned(false)])]).unwrap();
        let theirs_again = desk.record(vec![FieldChange::new(day, [Property::Pinned(true)])]).unwrap();
        let elsewhere = vec![theirs, theirs_again];
        assert!(take(&mut state, NotesEvent::Elsewhere(elsewhere)).is_empty());
        let picker = |state: &mut State| match state.overlay.take() {
            Some(Overlay::Picker(picker)) => picker,
            other => panic!("{other:?}"),
        };
        assert!(undo(&mut state, |_| String::new()).is_empty(), "it asks");
        assert!(state.notes.all.day("2020-01-03").pinned);
        assert_eq!(picker(&mut state).current(), Some(&PickerChoice::Contested(Step::Undo, false)));
        assert_eq!(decide(&mut state, Step::Undo, false).len(), 1);
        assert!(state.notes.all.day("2020-01-03").pinned, "left as it is");
        assert!(undo(&mut state, |_| String::new()).is_empty() && state.overlay.is_none(), "and not asked about again");
        let mut state = room();
        let pinned = pin(&mut state, "2020-01-03");
        desk.apply(&pinned);
        let day = NoteSubject::Day("2020-01-03".into());
        let theirs = [false, true].map(|is| desk.record(vec![FieldChange::new(day.clone(), [Property::Pinned(is)])]).unwrap());
        assert!(take(&mut state, NotesEvent::Elsewhere(theirs.to_vec())).is_empty());
        assert!(undo(&mut state, |_| String::new()).is_empty());
        let _ = picker(&mut state);
        assert_eq!(decide(&mut state, Step::Undo, true).len(), 1);
        assert!(!state.notes.all.day("2020-01-03").pinned, "overwritten when asked to");
    }

    #[test]
    fn what_was_done_before_the_notes_were_read_holds() {
        let mut state = room();
        pin(&mut state, "2020-01-03");
        opened(&mut state, Notes::new("laptop", 3));
        assert!(state.notes.all.day("2020-01-03").pinned);
    }
}
