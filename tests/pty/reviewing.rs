//! The real program over a folder that is renamed and an article that is edited between two runs: everything is found again.

use std::fs;
use std::path::{Path, PathBuf};

use crate::session::Session;

const TEXT: &str = "# Le ministre à Bagdad\n\nLe ministre est arrivé jeudi à Bagdad. Il a rencontré le président.\n\n\
                    La visite a duré deux jours. Les négociations reprendront en mai.\n";

/// The reading room on the folder `name` of `home`, with its articles loaded.
fn open(home: &Path, name: &str) -> Session {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let folder = home.join(name);
    let vars = [("LISEUSE_DEVICE", "laptop")];
    let mut session = Session::start(&program, &[folder.to_str().unwrap()], (80, 24), (home, &vars)).unwrap();
    await_text(&mut session, "▶");
    session
}

fn await_text(session: &mut Session, text: &str) {
    assert!(session.wait_for(|screen| screen.contents().contains(text)), "{text}: {}", session.screen().contents());
}

fn quit(mut session: Session) {
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
}

#[test]
fn a_renamed_folder_and_an_edited_article_keep_their_notes() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    fs::create_dir(home.join("press")).unwrap();
    fs::write(home.join("press/a.md"), TEXT).unwrap();
    let mut session = open(home, "press");
    session.type_keys("\r/visite\r").unwrap();
    await_text(&mut session, "hit 1 of");
    session.type_keys("Hc").unwrap();
    await_text(&mut session, "marked as claim");
    session.type_keys("aà vérifier #source").unwrap();
    await_text(&mut session, "#source");
    session.type_keys("\x1b").unwrap();
    await_text(&mut session, "note kept");
    quit(session);

    fs::rename(home.join("press"), home.join("journaux")).unwrap();
    fs::write(home.join("journaux/a.md"), TEXT.replace("deux jours", "trois jours")).unwrap();
    let mut session = open(home, "journaux");
    await_text(&mut session, "1 to review (gR)");
    session.type_keys("gNtag:source").unwrap();
    await_text(&mut session, "1 of 1");
    session.type_keys("\x12").unwrap();
    await_text(&mut session, "text changed: 1 word differs · found by its headline");
    session.type_keys("a").unwrap();
    await_text(&mut session, "accepted: “La visite a duré trois jours");
    // The list stays until it is left, so that one key more does not open a new note.
    session.type_keys("\x1b").unwrap();
    assert!(session.wait_for(|screen| !screen.contents().contains("All is reviewed")), "{}", session.screen().contents());
    quit(session);

    let mut session = open(home, "journaux");
    session.type_keys("gNis:orphan OR tag:source").unwrap();
    await_text(&mut session, "1 of 1");
    session.type_keys("\r").unwrap();
    await_text(&mut session, "exact: “La visite a duré trois jours.”");
    assert!(!session.screen().contents().contains("to review"));
    quit(session);
}
