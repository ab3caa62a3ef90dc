//! The real program in a real terminal: it opens, answers, and gives the terminal back on every way out.

#![cfg(test)]

mod beside;
#[cfg(target_os = "linux")]
mod ended;
mod killed;
#[cfg(target_os = "linux")]
mod rescans;
mod reviewing;
mod session;
mod stalled;

use std::path::PathBuf;
use std::process::Command;

use session::Session;

/// What the terminal is told when it is given back: the first screen again, and the cursor shown.
const GIVEN_BACK: [&[u8]; 2] = [b"\x1b[?1049l", b"\x1b[?25h"];

fn open(args: &[&str], size: (u16, u16)) -> (Session, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let session = Session::start(&program, args, size, (home.path(), &[])).unwrap();
    (session, home)
}

fn is_given_back(session: &Session) -> bool {
    GIVEN_BACK.iter().all(|bytes| session.written.windows(bytes.len()).any(|window| window == *bytes))
}

fn signal(session: &Session, name: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), &session.process().to_string()]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn it_opens_the_sample_archive_reads_and_quits() {
    let (mut session, _home) = open(&[], (120, 40));
    assert!(session.wait_for(|screen| screen.contents().contains("▶")), "{}", session.screen().contents());
    session.type_keys("\r").unwrap();
    assert!(session.wait_for(|screen| screen.contents().contains("row 1 of")), "Enter opens the reader");
    session.resize(60, 20).unwrap();
    assert!(session.wait_for(|screen| screen.contents().contains("2 Reader")), "a narrow terminal gets tabs");
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
    assert!(is_given_back(&session));
}

#[test]
fn queries_are_remembered_from_run_to_run() {
    let (mut session, home) = open(&[], (80, 24));
    assert!(session.wait_for(|screen| screen.contents().contains("5 articles")));
    session.type_keys("fbagdad\r").unwrap();
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
    let kept = std::fs::read_to_string(home.path().join("LISEUSE_DATA_DIR/queries")).unwrap();
    assert_eq!(kept, "bagdad\n");
}

#[test]
fn it_draws_the_screen_anew() {
    let (mut session, _home) = open(&[], (80, 24));
    assert!(session.wait_for(|screen| screen.contents().contains("5 articles")));
    let before = session.written.len();
    session.type_keys("\x0c").unwrap();
    assert!(session.wait_for_bytes(b"\x1b[2J", before), "^L clears the screen");
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
}

#[test]
fn a_signal_gives_the_terminal_back_before_it_ends_the_program() {
    for name in ["TERM", "INT", "HUP"] {
        let (mut session, _home) = open(&[], (80, 24));
        assert!(session.wait_for(|screen| screen.contents().contains("5 articles")));
        signal(&session, name);
        assert!(!session.end().unwrap().success(), "the caller learns of SIG{name}");
        assert!(is_given_back(&session), "SIG{name}");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    let home = tempfile::tempdir().unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse")).with_file_name("examples").join("panics");
    let mut session = Session::start(&program, &[], (80, 24), (home.path(), &[])).unwrap();
    assert!(!session.end().unwrap().success());
    assert!(is_given_back(&session));
    // A backtrace behind it may be longer than the screen.
    let told = String::from_utf8_lossy(&session.written);
    assert!(told.contains("on purpose"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn it_goes_to_the_background_and_comes_back() {
    let (mut session, _home) = open(&[], (80, 24));
    assert!(session.wait_for(|screen| screen.contents().contains("5 articles")));
    session.type_keys("\x1a").unwrap();
    assert!(session.wait_for_bytes(b"\x1b[?1049l", 0), "the shell gets its screen back");
    let state = || std::fs::read_to_string(format!("/proc/{}/stat", session.process())).unwrap_or_default();
    while !state().contains(") T ") {
        std::thread::yield_now();
    }
    let before = session.written.len();
    signal(&session, "CONT");
    assert!(session.wait_for_bytes(b"5 articles", before), "the room is drawn anew");
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
}

#[test]
fn a_broken_keymap_is_told_before_the_terminal_is_taken() {
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("LISEUSE_CONFIG_DIR");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("keymap.toml"), "fly = [\"x\"]\n").unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let mut session = Session::start(&program, &[], (80, 24), (home.path(), &[])).unwrap();
    assert_eq!(session.end().unwrap().exit_code(), 2);
    assert!(session.screen().contents().contains("there is no command `fly`"), "{}", session.screen().contents());
}

#[test]
fn a_dumb_terminal_is_read_and_written_line_by_line() {
    let home = tempfile::tempdir().unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let mut session = Session::start(&program, &[], (80, 24), (home.path(), &[("TERM", "dumb")])).unwrap();
    assert!(session.wait_for_bytes(b"5 articles of 5", 0));
    session.type_keys("open 1\nstar\nquit\n").unwrap();
    assert!(session.end().unwrap().success());
    assert!(!session.written.contains(&0x1b), "no sequence goes to a terminal that knows none");
    let text = String::from_utf8_lossy(&session.written).into_owned();
    assert!(text.contains("Open: ") && text.contains("> "), "{text}");
}

#[test]
fn the_terminal_tells_whether_its_ground_is_light_and_no_letter_of_that_is_a_key() {
    let (mut session, _home) = open(&[], (120, 40));
    assert!(session.wait_for_bytes(b"\x1b]11;?\x1b\\", 0), "it asks");
    assert!(session.wait_for(|screen| screen.contents().contains("5 articles")));
    let before = session.written.len();
    session.type_keys("\x1b]11;rgb:ffff/ffff/ffff\x1b\\").unwrap();
    // On a light ground names are blue, in sixteen colours.
    assert!(session.wait_for_bytes(b"\x1b[38;5;4;49m", before), "the colours follow");
    // A letter of the answer that was a key would have opened the filter line, and this would be typed into it.
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
}
