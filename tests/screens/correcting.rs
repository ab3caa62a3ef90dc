//! Correcting a publication date: what moves with it, how it is taken back, and that it is there the next time.

use liseuse::app::event::{AppEvent, NotesEvent};
use liseuse::model::date::Provenance;
use liseuse::notes::action::Action;
use liseuse::notes::state::Notes;

use crate::room::Room;

/// The date and provenance of the open article, in the archive and in the reader.
fn published(room: &Room) -> (String, Provenance) {
    let open = room.state.reader.open.unwrap();
    let article = room.state.archive.get(open).unwrap();
    assert_eq!(room.state.open_article().unwrap().published.date, article.date());
    (article.date().to_string(), article.date_provenance())
}

/// The days told in the timeline, as it shows them.
fn timeline(room: &Room) -> Vec<String> {
    room.state.results.current.overview.chronology.entries.iter().map(|entry| entry.interval.to_string()).collect()
}

/// What was asked to be kept.
fn kept(room: &Room) -> Vec<Action> {
    room.kept.clone()
}

/// The notes that another run finds on the disk.
fn found_again(actions: &[Action]) -> AppEvent {
    let mut notes = Notes::new("desk", 7);
    for action in actions {
        notes.apply(action);
    }
    AppEvent::Notes(NotesEvent::Opened(Box::new(notes)))
}

#[test]
fn a_typed_date_goes_before_all_others_and_what_hangs_on_it_follows() {
    let mut room = Room::sample(120, 40);
    room.press("ffile:001<Enter><Enter>");
    let (before, told) = (published(&room), timeline(&room));
    assert_eq!(before, ("2020-07-27/2020-07-31".to_owned(), Provenance::Inferred));
    room.press("Dc2019-11-06<Enter>");
    assert_eq!(published(&room), ("2019-11-06".to_owned(), Provenance::User));
    assert_ne!(timeline(&room), told, "days counted from the publication have moved");
    assert!(room.rows_with("2019-11") > 0, "the list shows it");
    room.press("D");
    assert_eq!(room.rows_with("2019-11-06: you said so."), 1);
    room.press("<Esc>gD");
    assert_eq!(room.state.prompt.as_ref().unwrap().field.text(), "2019-11-06");
    room.press("<C-u><Enter>");
    assert_eq!((published(&room), timeline(&room)), (before, told), "an empty line takes it back");
}

#[test]
fn a_correction_holds_in_the_next_run_whenever_the_notes_come() {
    let mut first = Room::sample(120, 40);
    first.press("ffile:001<Enter><Enter>gD6 novembre 2019<Enter>");
    let actions = kept(&first);
    assert_eq!(actions.len(), 1);
    let mut late = Room::sample(120, 40);
    late.happen(found_again(&actions));
    let mut early = Room::empty(120, 40);
    early.happen(found_again(&actions));
    early.load_sample();
    for room in [&mut late, &mut early] {
        room.press("ffile:001<Enter><Enter>");
        assert_eq!(published(room), ("2019-11-06".to_owned(), Provenance::User));
        assert_eq!(timeline(room), timeline(&first));
    }
}

#[test]
fn what_is_no_date_stays_to_be_mended_and_escape_changes_nothing() {
    let mut room = Room::sample(120, 40);
    room.press("<Enter>");
    let before = published(&room);
    room.press("gDhier<Enter>");
    assert!(room.state.prompt.is_some() && room.rows_with("“hier” is no date") == 1);
    room.press("<BS><BS><BS><BS>");
    assert!(room.state.prompt.is_some(), "deleting what was typed does not leave the line");
    room.press("2019-13<Enter><Esc>");
    assert_eq!(published(&room), before);
    room.press("gD<Enter>");
    assert_eq!((published(&room), kept(&room).len()), (before, 0), "nothing typed, nothing corrected");
}
