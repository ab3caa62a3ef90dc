//! The ledger while it is on: the questions that stand in the reading room become entries, and undoing goes past them.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use crate::session::Session;

fn liseuse(home: &Path, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        command.env(name, home.join(name));
    }
    let output = command.current_dir(home).args(arguments).assert().success();
    String::from_utf8(output.get_output().stdout.clone()).unwrap()
}

fn await_text(session: &mut Session, text: &str) {
    assert!(session.wait_for(|screen| screen.contents().contains(text)), "{text}: {}", session.screen().contents());
}

#[test]
fn questions_that_stand_are_entered_and_replayed() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    liseuse(home, &["ledger", "start"]);
    let program = Path::new(env!("CARGO_BIN_EXE_liseuse"));
    let mut session = Session::start(program, &[], (120, 40), (home, &[])).unwrap();
    await_text(&mut session, "5 articles");
    session.type_keys("S").unwrap();
    await_text(&mut session, "starred");
    session.type_keys("fkazemi sort:title").unwrap();
    await_text(&mut session, "of 5");
    session.type_keys("\r").unwrap();
    session.type_keys("u").unwrap();
    await_text(&mut session, "undone");
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());

    let shown = liseuse(home, &["ledger", "show", "--format", "json"]);
    let entries: Vec<Value> = shown.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!entries.is_empty(), "{shown}");
    assert!(entries.iter().all(|entry| entry["command"][0] == "room" && entry["articles"] == 5), "{shown}");
    assert!(entries[0]["query"].as_str().unwrap().contains("kazemi"), "{shown}");
    let starred = liseuse(home, &["list", "-q", "NOT is:starred", "--format", "json"]);
    assert_eq!(starred.lines().count(), 5, "undoing took the star back");
}
