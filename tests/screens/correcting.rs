//! Correcting a publication date: what moves with it, how it is taken back, and that it is there the next time.

use insta::assert_snapshot;
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

/// What is stated of the open article.
fn stated(room: &Room) -> (String, Option<String>, Option<String>) {
    let article = room.state.archive.get(room.state.reader.open.unwrap()).unwrap();
    (article.title().to_owned(), article.source().map(str::to_owned), article.section().map(str::to_owned))
}

#[test]
fn each_fact_of_an_article_is_corrected_in_one_form_and_taken_back() {
    let mut room = Room::sample(120, 40);
    room.press("ffile:001<Enter><Enter>");
    let before = stated(&room);
    assert_snapshot!("article_form", room.press("ge").screen());
    room.press(
        "headline<Enter><C-u>Un accord à Bagdad<Enter>ge outlet<Enter><C-u>La Gazette<Enter>ge section<Enter>Monde<Enter>",
    );
    let after = ("Un accord à Bagdad".to_owned(), Some("La Gazette".to_owned()), Some("Monde".to_owned()));
    assert_eq!(stated(&room), after);
    assert_eq!(room.state.open_article().unwrap().title.as_ref(), "Un accord à Bagdad", "the reader shows it");
    room.press("gg");
    assert_eq!(room.rows_with("2020-07-27~ Un accord à Bagdad"), 1, "and the list");
    assert_eq!(room.screen().matches("Un accord à Bagdad").count(), 2, "{}", room.screen());
    room.press("<Esc><Esc>f<C-u>title:accord source:gazette<Enter>");
    assert_eq!(room.state.results.current.matches.len(), 1, "queries find it by what was said");
    room.press("<Enter>uuu");
    assert_eq!(stated(&room), before);
    room.press("ge language<Enter><C-u>french?<Enter>");
    assert_eq!(room.rows_with("is no language code"), 1, "what cannot be the fact stays to be mended");
    room.press("<Esc><Esc>");
    assert_eq!(stated(&room), before);
}

#[test]
fn all_articles_of_a_list_are_corrected_at_once_and_that_is_one_step() {
    let mut room = Room::sample(120, 40);
    room.press("ftext:bagdad<Enter>");
    let listed = room.state.results.current.matches.len();
    assert!(listed > 1);
    room.press("gEoutlet<Enter><C-u>La Gazette<Enter>");
    assert!(room.rows_with(&format!("{listed} articles: outlet “La Gazette”")) == 1, "{}", room.screen());
    room.press("<Esc>f<C-u>source:gazette<Enter>");
    assert_eq!(room.state.results.current.matches.len(), listed);
    room.press("gE");
    assert!(
        room.screen().lines().any(|row| row.contains("outlet") && row.contains("La Gazette")),
        "what all have alike is in the form"
    );
    room.press("<Esc>u");
    assert_eq!(room.state.results.current.matches.len(), 0, "undone as one");
}
