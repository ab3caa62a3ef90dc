//! The real program that looks for changes again and again: what it holds in memory does not grow with that.

use std::fs;
use std::path::PathBuf;

use crate::session::Session;

/// How often it looks: four times as often when `LISEUSE_TEST_LONG` is set.
fn rounds() -> usize {
    if std::env::var_os("LISEUSE_TEST_LONG").is_some() { 160 } else { 40 }
}

const ARTICLES: usize = 120;

/// An article like no other, as it is after so many turns.
fn article(at: usize, turn: usize) -> String {
    const WORDS: [&str; 16] = [
        "fleuve", "budget", "grève", "récolte", "musée", "usine", "procès", "pont", "forêt", "hôpital", "mairie", "route",
        "lycée", "port", "gare", "marché",
    ];
    let word = |nth: usize| WORDS[(at * 31 + nth * nth * 7 + at * nth) % WORDS.len()];
    let sentence = |nth: usize| {
        format!("Le {} de {} a changé pour le {} en {}. ", word(nth), word(nth + 3), word(nth + 5), 1900 + (at * nth) % 100)
    };
    format!("# {} et {}, {at}\n\n{}\n\nTour {turn}.\n", word(1), word(2), (1..12).map(sentence).collect::<String>())
}

/// The memory of a process, in KiB.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Whether nothing is under way; while an archive is loaded, there is no looking.
fn is_at_rest(text: &str) -> bool {
    text.contains('▶') && !text.contains("loading") && !text.contains("looking for")
}

/// Looks, and waits until it is `told` what was found.
fn look(session: &mut Session, told: &str) {
    session.type_keys("r").unwrap();
    let answered = session.wait_for(|screen| is_at_rest(&screen.contents()) && screen.contents().contains(told));
    assert!(answered, "{told}: {}", session.screen().contents());
}

#[test]
fn memory_does_not_grow_with_rescans() {
    let home = tempfile::tempdir().unwrap();
    let press = home.path().join("press");
    fs::create_dir(&press).unwrap();
    for at in 0..ARTICLES {
        fs::write(press.join(format!("a{at:03}.md")), article(at, 0)).unwrap();
    }
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse"));
    let vars = [("LISEUSE_DEVICE", "laptop")];
    let mut session = Session::start(&program, &[press.to_str().unwrap()], (120, 40), (home.path(), &vars)).unwrap();
    assert!(session.wait_for(|screen| is_at_rest(&screen.contents())));
    let mut start = 0;
    for turn in 1..=rounds() {
        // Each look finds another article changed, and says so in other words than the last.
        for at in 0..=turn % 3 {
            let which = (turn * 7 + at) % ARTICLES;
            fs::write(press.join(format!("a{which:03}.md")), article(which, turn)).unwrap();
        }
        look(&mut session, &format!("{} changed", turn % 3 + 1));
        // The first looks fill what is kept from one to the next.
        if turn == 5 {
            start = memory(session.process());
        }
    }
    let end = memory(session.process());
    println!("{} looks: {start} KiB, then {end} KiB: {} per cent", rounds(), end * 100 / start);
    assert!(end * 10 <= start * 13, "{start} KiB, then {end} KiB");
    session.type_keys("Q").unwrap();
    assert!(session.end().unwrap().success());
}
