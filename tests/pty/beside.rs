//! The real program while others rewrite the journals beside it, however they do it: what they say is on the screen without a key.

use std::fs;
use std::path::{Path, PathBuf};

use liseuse::model::annotation::Target;
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::journal::line;
use liseuse::notes::state::Notes;

use crate::session::Session;

/// A note on a day, whose text another device changes.
struct Other {
    notes: Notes,
    subject: NoteSubject,
}

impl Other {
    fn new() -> Self {
        let mut notes = Notes::new("other", 1);
        notes.open_archive("sample", Vec::new());
        let subject = NoteSubject::Annotation(notes.new_id());
        Self { notes, subject }
    }

    /// The journal that says `text` and no more.
    fn says(&mut self, text: &str) -> String {
        let target = Property::Target(Box::new(Target::Day { day: "2020-05-16".to_owned() }));
        let change = FieldChange::new(self.subject.clone(), [target, Property::Note(text.into())]);
        let mut action = self.notes.record(vec![change]).unwrap();
        // As a device that was set up anew would write it: the same length, whatever it was before.
        for change in &mut action.changes {
            *change = FieldChange::new(change.of.clone(), change.set.iter().cloned());
        }
        line::write(&action)
    }
}

fn await_text(session: &mut Session, text: &str) {
    assert!(session.wait_for(|screen| screen.contents().contains(text)), "{text}: {}", session.screen().contents());
}

/// Writes a journal anew with this text.
type Rewrite = fn(&Path, &str);

#[test]
fn what_another_program_does_to_a_journal_is_seen() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("LISEUSE_DATA_DIR/notes/sample");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("other.jsonl");
    let mut other = Other::new();
    fs::write(&path, other.says("premier")).unwrap();

    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let mut session = Session::start(&program, &[], (120, 40), (home.path(), &[("LISEUSE_DEVICE", "laptop")])).unwrap();
    await_text(&mut session, "▶");
    session.type_keys("gN").unwrap();
    await_text(&mut session, "premier");

    let ways: [(&str, Rewrite); 4] = [
        // Into the same file, with the same length.
        ("overlay", |path, text| fs::write(path, text).unwrap()),
        ("copied!", |path, text| {
            let beside = path.with_extension("tmp");
            fs::write(&beside, text).unwrap();
            fs::copy(&beside, path).unwrap();
        }),
        ("unlinked", |path, text| {
            fs::remove_file(path).unwrap();
            fs::write(path, text).unwrap();
        }),
        ("renamed", |path, text| {
            let beside = path.with_extension("tmp");
            fs::write(&beside, text).unwrap();
            fs::rename(&beside, path).unwrap();
        }),
    ];
    for (text, rewrite) in ways {
        rewrite(&path, &other.says(text));
        await_text(&mut session, text);
    }
    session.type_keys("\x1b").unwrap();
    session.type_keys("Q").unwrap();
}

#[test]
fn a_note_that_is_being_written_is_kept_though_another_window_deletes_it() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("LISEUSE_DATA_DIR/notes/sample");
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let mut session = Session::start(&program, &[], (120, 40), (home.path(), &[("LISEUSE_DEVICE", "laptop")])).unwrap();
    await_text(&mut session, "▶");
    session.type_keys("gn").unwrap();
    await_text(&mut session, "Note on");
    session.type_keys("premier\x1b").unwrap();
    await_text(&mut session, "note kept");
    session.type_keys("gn").unwrap();
    await_text(&mut session, "Note on");
    session.type_keys(" essai").unwrap();
    await_text(&mut session, "premier essai");

    let mut other = Notes::new("other", 1);
    let journal = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|it| it == "jsonl"));
    for line in fs::read_to_string(journal.unwrap()).unwrap().lines() {
        other.apply(&line::read(line.as_bytes()).unwrap());
    }
    let id = other.annotations().next().unwrap().id.parse().unwrap();
    let deletion = other.record(vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Deleted(true)])]).unwrap();
    fs::write(folder.join("other.jsonl"), line::write(&deletion)).unwrap();
    session.type_keys("\x1b").unwrap();
    await_text(&mut session, "note kept");
    session.type_keys("gN").unwrap();
    await_text(&mut session, "premier essai");
    session.type_keys("\x1b").unwrap();
    session.type_keys("Q").unwrap();
}
