//! The real program, killed at any moment while somebody marks: what the screen said to be kept is there when it opens again.

use std::path::{Path, PathBuf};

use liseuse::notes::journal::Journal;
use liseuse::notes::journal::disk::SystemDisk;
use liseuse::notes::state::Notes;

use crate::session::Session;

/// How many actions are confirmed in all, and in the lives between two kills, over and over.
const ACTIONS: usize = 500;
const LIVES: [usize; 9] = [7, 31, 1, 54, 18, 42, 3, 60, 25];
/// The colours, by the keys that pick them.
const COLOURS: [(&str, &str); 4] = [("1", "claim"), ("2", "figure"), ("3", "quote"), ("4", "doubt")];

fn colour(at: usize) -> (&'static str, &'static str) {
    COLOURS[at % COLOURS.len()]
}

/// What the journals in `home` say, and how many actions there are in them.
fn kept(home: &Path) -> (Notes, usize) {
    let (mut notes, mut count) = (Notes::new("reader", 1), 0);
    let mut journal = Journal::new(Box::new(SystemDisk), &home.join("LISEUSE_DATA_DIR/notes"), "reader");
    let (_, errors) = journal.open(&mut |action| {
        count += 1;
        notes.take_in(action);
    });
    assert!(errors.is_empty(), "{errors:?}");
    (notes, count)
}

#[test]
fn what_the_screen_confirms_survives_a_kill_at_any_moment() {
    let home = tempfile::tempdir().unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let (mut confirmed, mut lives) = (0, LIVES.into_iter().cycle());
    while confirmed < ACTIONS {
        let mut session = Session::start(&program, &[], (120, 40), (home.path(), &[("LISEUSE_DEVICE", "laptop")])).unwrap();
        assert!(session.wait_for(|screen| screen.contents().contains("▶")));
        session.type_keys("\r").unwrap();
        assert!(session.wait_for(|screen| screen.contents().contains("row 1 of")));
        for _ in 0..lives.next().unwrap().min(ACTIONS - confirmed) {
            let (key, name) = colour(confirmed);
            session.type_keys(&format!("H{key}")).unwrap();
            let said = [format!("marked as {name}: "), format!("{name} now: ")];
            assert!(
                session.wait_for(|screen| said.iter().any(|text| screen.contents().contains(text))),
                "{}",
                session.screen().contents()
            );
            confirmed += 1;
        }
        // One more, of which nobody can say how far it comes.
        session.type_keys(&format!("H{}", colour(confirmed).0)).unwrap();
        session.kill().unwrap();
        let (notes, count) = kept(home.path());
        let now = notes.annotations().next().unwrap().color.unwrap();
        let last = [colour(confirmed - 1).1, colour(confirmed).1];
        assert!(last.contains(&now.as_str()), "{confirmed} confirmed, the last in {}, {now} is kept", last[0]);
        assert!(count >= confirmed, "{confirmed} confirmed, {count} kept");
        // What came through unconfirmed is not asked for again.
        confirmed += usize::from(now == last[1]);
    }
}
