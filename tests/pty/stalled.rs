//! The real program over a disk that does not answer, and one on which keeping notes is a fault of the program: both are seen at once, and
//! nothing that was done is lost.

use std::fs;
use std::path::{Path, PathBuf};

use crate::session::Session;
use crate::{is_given_back, signal};

/// A room with a mark that is not kept, as the screen says.
fn unkept(home: &Path, disk: &str, said: &str) -> Session {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse")).with_file_name("examples").join("stalls");
    let temporary = home.join("tmp");
    fs::create_dir_all(&temporary).unwrap();
    let vars = [("LISEUSE_DEVICE", "laptop"), ("LISEUSE_TEST_DISK", disk), ("TMPDIR", temporary.to_str().unwrap())];
    let mut session = Session::start_in(&temporary, &program, &[], (120, 40), (home, &vars)).unwrap();
    await_text(&mut session, "▶");
    session.type_keys("\r").unwrap();
    await_text(&mut session, "row 1 of");
    session.type_keys("H1").unwrap();
    await_text(&mut session, said);
    session
}

fn await_text(session: &mut Session, text: &str) {
    assert!(session.wait_for(|screen| screen.contents().contains(text)), "{text}: {}", session.screen().contents());
}

/// The one action that was written elsewhere.
fn rescued(home: &Path) -> String {
    let files: Vec<PathBuf> = fs::read_dir(home.join("tmp")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = &files[..] else { panic!("one file is written: {files:?}") };
    fs::read_to_string(file).unwrap()
}

#[test]
fn a_disk_that_does_not_answer_is_told_and_the_changes_go_to_another_file() {
    let home = tempfile::tempdir().unwrap();
    let mut session = unkept(home.path(), "stalls", "the disk does not answer: 1 change not kept; waiting for it");
    session.type_keys("Q").unwrap();
    await_text(&mut session, "write 1 change to another file, and quit");
    session.type_keys("another\r").unwrap();
    assert!(session.end().unwrap().success());
    assert!(is_given_back(&session));
    assert!(session.screen().contents().contains("takes them back in"), "{}", session.screen().contents());
    assert!(rescued(home.path()).contains("\"claim\""));
}

#[test]
fn a_signal_writes_the_changes_to_another_file_though_the_disk_does_not_answer() {
    let home = tempfile::tempdir().unwrap();
    let mut session = unkept(home.path(), "stalls", "NOT KEPT");
    signal(&session, "TERM");
    assert!(!session.end().unwrap().success());
    assert!(is_given_back(&session));
    assert!(rescued(home.path()).contains("\"claim\""));
}

#[test]
fn a_fault_in_keeping_notes_is_told_and_loses_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut session = unkept(home.path(), "panics", "a fault of the program: 1 change not kept; trying again");
    session.type_keys("H2").unwrap();
    await_text(&mut session, "2 changes not kept");
    signal(&session, "TERM");
    assert!(!session.end().unwrap().success());
    assert_eq!(rescued(home.path()).lines().count(), 2);
}
