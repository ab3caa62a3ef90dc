//! Notes: on words, articles, actors and days; drafts; and the person's own editor.

use insta::assert_snapshot;
use liseuse::app::effect::Effect;
use liseuse::app::event::{AppEvent, NotesEvent};
use liseuse::app::overlay::Overlay;
use liseuse::model::annotation::{Annotation, Target};
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::state::Notes;

use crate::room::Room;

fn status(room: &Room) -> &str {
    room.state.status.as_ref().map_or("", |status| &status.text)
}

fn notes(room: &Room) -> Vec<Annotation> {
    room.state.notes.all.annotations().collect()
}

/// What stands in the open editor.
fn written(room: &Room) -> Option<String> {
    match &room.state.overlay {
        Some(Overlay::Note(editor)) => Some(editor.text()),
        _ => None,
    }
}

#[test]
fn a_note_is_written_on_a_highlight_and_kept() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>/communiqué<Enter>Hca").press("À vérifier #source");
    assert_snapshot!("note_editor", room.screen());
    room.press("<Esc>");
    assert_eq!(status(&room), "note kept · u undoes");
    let [note] = &notes(&room)[..] else { panic!("one annotation") };
    assert_eq!((note.note.as_str(), note.color.as_deref(), note.tags()), ("À vérifier #source", Some("claim"), vec!["source"]));
    assert_snapshot!("noted", room.press("<Esc>").screen());
    room.press("a");
    assert_eq!(written(&room).as_deref(), Some("À vérifier #source"));
    room.press(" vite<Esc>u");
    assert_eq!(notes(&room)[0].note, "À vérifier #source");
}

#[test]
fn notes_are_written_on_words_articles_actors_and_days() {
    let mut room = Room::sample(120, 40).at_row(3);
    room.press("2vafirst<Esc><Esc>").press("gnsecond<Esc>").press("4athird<Esc>").press("3+afourth<Esc>");
    let notes = notes(&room);
    let told: Vec<&str> = notes.iter().map(|note| note.note.as_str()).collect();
    assert_eq!(told, ["first", "second", "third", "fourth"]);
    assert!(matches!(&notes[0].target, Target::Passage { anchor, .. } if !anchor.exact.is_empty()));
    assert!(matches!(&notes[1].target, Target::Article { article } if article.title.starts_with("L'Iran")));
    assert!(matches!(&notes[2].target, Target::Actor { id } if id == "iraq"));
    assert!(matches!(&notes[3].target, Target::Day { .. }));
    room.press("4a");
    assert_eq!(written(&room).as_deref(), Some("third"), "the note there is goes on");
}

#[test]
fn a_note_survives_a_kill_as_a_draft_and_is_offered_again() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>ac'est à voir");
    let mut later = room.again();
    assert!(status(&later).contains("1 note was not finished"), "{}", status(&later));
    assert!(notes(&later).is_empty());
    later.press("jjj<Enter>a");
    assert_eq!(written(&later).as_deref(), Some("c'est à voir"));
    later.press("<Esc>");
    assert_eq!((notes(&later).len(), later.state.notes.all.drafts().count()), (1, 0));
}

#[test]
fn what_is_typed_is_not_lost_by_leaving() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>aabc<C-c>");
    assert!(notes(&room).is_empty() && status(&room).contains("stays as a draft"));
    room.press("a");
    assert_eq!(written(&room).as_deref(), Some("abc"));
    room.click(0, 23);
    assert!(written(&room).is_some(), "a click beside it does not close it");
    room.press("<BS><BS><BS><Esc>");
    assert_eq!((notes(&room).len(), status(&room), room.state.notes.all.drafts().count()), (0, "no note written", 0));
}

#[test]
fn the_own_editor_gets_the_text_and_gives_it_back() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>afirst<C-e>");
    assert!(matches!(room.asked.last(), Some(Effect::Edit(text)) if text == "first"));
    room.happen(AppEvent::Edited(Err("vi ended with a failure".into())));
    assert_eq!(written(&room).as_deref(), Some("first"));
    room.happen(AppEvent::Edited(Ok("first\nsecond\n".into())));
    assert_eq!((notes(&room)[0].note.as_str(), written(&room)), ("first\nsecond", None));
}

#[test]
fn tags_used_before_are_offered_and_never_in_the_way() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>").type_text("aà vérifier #source #état");
    room.press("<Esc>gn").type_text("voir #s");
    assert_snapshot!("tags_offered", room.screen());
    room.press("<Tab>").type_text(" et #");
    assert_eq!((written(&room).as_deref(), room.rows_with("Tab writes #source 1 · #état 1")), (Some("voir #source et #"), 1));
    room.press("<S-Tab><Tab>");
    assert_eq!(written(&room).as_deref(), Some("voir #source et #état"));
    room.type_text(" #so");
    room.press("<Esc>");
    assert_eq!(room.rows_with("Esc keeps the note"), 1, "Esc leaves the offer first");
    room.type_text("u");
    assert_eq!(room.rows_with("Esc keeps the note"), 1, "and it does not come back for this tag");
    room.press("<Tab>x<Esc>");
    assert_eq!(notes(&room)[1].note, "voir #source et #état #sou  x");
}

#[test]
fn questions_that_stand_are_in_the_ledger_and_undoing_goes_past_them() {
    let mut room = Room::sample(120, 40);
    room.state.notes.all.open_archive("press-1", Vec::new());
    let asked = |room: &Room| -> Vec<(String, usize)> {
        let entries = room.state.notes.all.ledger().into_iter();
        entries.map(|(_, entry)| (entry.command.join(" "), entry.found)).collect()
    };
    room.press("fkazemi<Enter>");
    assert!(asked(&room).is_empty(), "the ledger is off");
    room.press("f<C-u><Esc>");
    room.state.notes.all.record(vec![Notes::switch_ledger("press-1", true)]).unwrap();
    room.press("Sfkazemi sort:title");
    assert!(asked(&room).is_empty(), "what is being typed is no question yet");
    room.press("<Enter>");
    let stands = [("room filter kazemi sort:title".to_owned(), 3)];
    assert_eq!(asked(&room), stands);
    room.press("jf<Enter>");
    assert_eq!(asked(&room), stands, "the same question");
    room.press("u");
    assert!(status(&room).starts_with("undone: it is not starred"), "{}", status(&room));
    assert_eq!(asked(&room), stands);
    room.press("geheadline<Enter><C-u>Un titre<Enter>");
    let corrected = ("room set title Un titre kazemi sort:title".to_owned(), 1);
    assert_eq!(asked(&room).last(), Some(&corrected));
}

/// What another window says that it is writing: a draft of this text on what the note in this window is on.
fn drafted_elsewhere(room: &Room, text: &str) -> AppEvent {
    let Some(Overlay::Note(editor)) = &room.state.overlay else { panic!("no note is open") };
    let mut other = Notes::new("test", 9);
    other.open_archive("sample", Vec::new());
    other.set_clock(1);
    let fields = [Property::Target(Box::new(editor.target.clone())), Property::Draft(Some(text.into()))];
    let subject = NoteSubject::Annotation(other.new_id());
    let action = other.record(vec![FieldChange::new(subject, fields)]).unwrap();
    AppEvent::Notes(NotesEvent::Elsewhere(vec![action]))
}

#[test]
fn a_note_that_another_window_is_writing_is_told_and_neither_text_is_lost() {
    let mut room = Room::sample(120, 40).at_row(3);
    room.press("gn");
    let theirs = drafted_elsewhere(&room, "leurs mots");
    room.press("<Esc>").happen(theirs);
    room.press("gn");
    assert!(status(&room).contains("being written in another window"), "{}", status(&room));
    assert_eq!(written(&room).as_deref(), Some(""), "their letters are not typed into this one");
    room.press("mes mots<Esc>");
    assert_eq!(notes(&room).iter().map(|note| note.note.as_str()).collect::<Vec<_>>(), ["mes mots"]);
    let drafts: Vec<String> = room.state.notes.all.drafts().map(|draft| draft.text).collect();
    assert_eq!(drafts, ["leurs mots"], "what is left there is found again");
}

#[test]
fn a_clock_beyond_what_is_read_keeps_nothing_and_says_so() {
    let mut room = Room::sample(120, 40);
    room.state.notes.all.set_clock(39_636_000_000_000);
    room.press("S");
    assert!(status(&room).contains("after the year 3000"), "{}", status(&room));
    assert!(room.kept.is_empty());
}
