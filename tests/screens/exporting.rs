//! The export of the reading room: a line for the file, and what came of it.

use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::model::annotation::Target;
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};

use crate::room::Room;

/// A room with a note on a day.
fn noted() -> Room {
    let mut room = Room::sample(120, 40);
    let id = room.state.notes.all.new_id();
    let target = Property::Target(Box::new(Target::Day { day: "2020-01-03".to_owned() }));
    room.state
        .notes
        .all
        .record(vec![FieldChange::new(NoteSubject::Annotation(id), [target, Property::Note("why then?".into())])]);
    room
}

#[test]
fn the_articles_listed_are_exported_to_the_file_that_is_named() {
    let mut room = noted();
    room.press("fkazemi<Enter>E");
    assert!(room.screen().contains("Export to: dossier.md"));
    room.press("<Enter>");
    assert!(room.screen().contains("Title, empty for the name of the archive:"), "{}", room.screen());
    room.press("The visit<Enter>");
    let Some(Effect::Export(wish)) = room.asked.last() else { panic!("{:?}", room.asked.last()) };
    assert_eq!((wish.file.as_str(), wish.annotations.len()), ("dossier.md", 1));
    assert_eq!(wish.title.as_deref(), Some("The visit"));
    assert!(!wish.rows.is_empty() && wish.rows.len() < wish.archive.len());
    room.happen(AppEvent::Exported(Ok("1 note written to dossier.md".to_owned())));
    assert!(room.screen().contains("1 note written to dossier.md"));
    room.happen(AppEvent::Exported(Err("cannot write dossier.md: the disk is full".to_owned())));
    assert!(room.screen().contains("the disk is full"));
    let before = room.asked.len();
    room.press("E<Enter>");
    assert_eq!(room.asked.len(), before + 1, "the title is asked once");
}

#[test]
fn who_leaves_while_an_export_is_written_leaves_when_it_is() {
    let begun = || {
        let mut room = noted();
        room.press("E<Enter><Enter>Q");
        assert!(room.screen().contains("writing the export, then leaving; Q again leaves without it"), "{}", room.screen());
        room
    };
    let is_left = |room: &Room| matches!(room.asked.last(), Some(Effect::Quit));
    let mut room = begun();
    assert!(!is_left(&room));
    room.happen(AppEvent::Exported(Ok("1 note written to dossier.md".to_owned())));
    let [.., Effect::Farewell(told), Effect::Quit] = &room.asked[..] else { panic!("{:?}", room.asked.last()) };
    assert_eq!(told, "1 note written to dossier.md");

    let mut room = begun();
    room.press("Q");
    assert!(is_left(&room), "not against the person's will");

    let mut room = begun();
    room.happen(AppEvent::Exported(Err("cannot write dossier.md: the disk is full".to_owned())));
    assert!(!is_left(&room) && room.screen().contains("the disk is full"));
    room.press("Q");
    assert!(is_left(&room), "nothing is waited for any more");
}

#[test]
fn without_notes_or_a_file_nothing_is_asked_for() {
    let mut room = Room::empty(120, 40);
    assert!(room.press("E").screen().contains("no article has been loaded"));
    // Where nothing is marked, a bibliography lists the articles.
    let mut room = Room::sample(120, 40);
    assert!(room.press("E").screen().contains("Export to: articles.bib"), "{}", room.screen());
    let mut room = noted();
    room.press("E<Esc>");
    assert!(room.asked.is_empty() && !room.screen().contains("Export to:"));
}
