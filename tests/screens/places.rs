//! Notes on actors and on days: a sign where they stand, their words on the pages, and how they are deleted.

use liseuse::app::event::{AppEvent, NotesEvent};
use liseuse::model::annotation::{ArticleKey, Target};
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::state::Notes;

use crate::room::Room;

fn row_with(room: &mut Room, text: &str) -> String {
    room.screen().lines().find(|row| row.contains(text)).unwrap_or_default().to_owned()
}

#[test]
fn a_note_on_an_actor_shows_in_the_pane_and_on_the_page() {
    let mut room = Room::sample(80, 24);
    room.press("4gg");
    let name = row_with(&mut room, "50");
    assert!(!name.contains('✎'), "{name}");
    room.press("aa word on it<Esc>");
    assert!(row_with(&mut room, "50").contains("✎ 50"), "{}", room.screen());
    let page = room.press("<Enter>").screen();
    assert!(page.contains("✎ a word on it"), "{page}");
    let bare = room.press("<Esc>u").screen();
    assert!(!bare.contains("✎"), "{bare}");
}

#[test]
fn a_note_on_a_day_shows_on_the_timeline_and_on_the_page_of_the_event() {
    let mut room = Room::sample(80, 24);
    room.press("3aa word on the day<Esc>");
    assert_eq!(room.rows_with("✎"), 1, "{}", room.screen());
    let page = room.press("K").screen();
    assert!(page.contains("Your note on the day") && page.contains("✎ a word on the day"), "{page}");
}

#[test]
fn notes_are_deleted_from_their_list() {
    let mut room = Room::sample(80, 24);
    room.press("4ggaa word on it<Esc>1gna word on the article<Esc>gN");
    let before = room.screen();
    assert!(before.contains("a word on it") && before.contains("^X deletes"), "{before}");
    let after = room.press("<C-x>").screen();
    assert!(!after.contains("a word on it") && after.contains("a word on the article"), "{after}");
    assert!(after.contains("deleted: “"), "{after}");
    assert_eq!(room.state.notes.all.annotations().count(), 1);
    room.press("<Esc>u");
    assert_eq!(room.state.notes.all.annotations().count(), 2);
}

/// Notes of another archive: on an actor, and on an article that is not here.
fn of_another_archive() -> Vec<liseuse::notes::action::Action> {
    let mut there = Notes::new("desk", 7);
    there.open_archive("elsewhere", vec!["/somewhere/else".to_owned()]);
    let article = ArticleKey { title: "La halle ferme".to_owned(), path: "halle.md".to_owned(), ..ArticleKey::default() };
    let targets = [Target::Actor { id: "iraq".to_owned() }, Target::Article { article: article.into() }];
    let mut note = |target| {
        let fields = [Property::Target(Box::new(target)), Property::Note("noted elsewhere".into())];
        let id = there.new_id();
        there.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)])
    };
    targets.map(&mut note).into_iter().flatten().collect()
}

#[test]
fn the_notes_of_this_archive_stand_first_and_those_of_others_are_marked() {
    let mut room = Room::sample(80, 24);
    room.state.notes.all.open_archive("here", vec!["/somewhere/here".to_owned()]);
    room.happen(AppEvent::Notes(NotesEvent::Elsewhere(of_another_archive())));
    room.press("gnnoted here<Esc>gN");
    let screen = room.screen();
    let (here, elsewhere) = (screen.find("noted here"), screen.find("another archive"));
    assert!(here.is_some() && here < elsewhere, "{screen}");
    assert_eq!(room.rows_with("another archive"), 1, "{screen}");
    room.press("<Esc>4");
    assert!(!room.screen().contains('✎'), "what was noted in another archive has no sign here: {}", room.screen());
}

#[test]
fn the_end_of_a_pasted_line_is_a_space() {
    let mut room = Room::sample(80, 24);
    room.press("f");
    room.happen(AppEvent::Paste("grève\r\ngénérale\rdu\nport".to_owned()));
    assert_eq!(room.state.filter.selection.text(), "grève générale du port");
    room.press("<Esc><Esc>A");
    room.happen(AppEvent::Paste("Anne\nRivoire".to_owned()));
    assert!(room.screen().contains("> Anne Rivoire"), "{}", room.screen());
}
