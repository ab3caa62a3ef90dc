//! A program that is killed at any moment: what it said to be kept is there, and at most the action at hand is missing.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use proptest::prelude::{ProptestConfig, proptest};

use crate::desk::Desk;

const ACTIONS: usize = 500;

/// Has the actions from `first` on kept by a program that is killed when it has said that of `said` of them; the number of the
/// first that it did not say.
fn work(folder: &Path, first: usize, said: usize) -> usize {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_liseuse")).with_file_name("examples").join("keeps");
    let mut child = Command::new(program).arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // All at once, so that it is always at work on the next when it is killed. It may be gone before it has read them.
    let feeder = thread::spawn(move || (first..ACTIONS).try_for_each(|at| writeln!(input, "{at}")));
    let mut next = first;
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for line in lines.by_ref().take(said) {
        next = line.unwrap().parse::<usize>().unwrap() + 1;
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had said before it was killed counts as well.
    for line in lines.map_while(Result::ok) {
        next = line.parse::<usize>().unwrap() + 1;
    }
    let _gone = feeder.join();
    next
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_said_to_be_kept_is_lost(lives in proptest::collection::vec(1_usize..60, 40)) {
        let home = tempfile::tempdir().unwrap();
        let (mut next, mut killed) = (0, 0);
        let mut lives = lives.into_iter().cycle();
        while next < ACTIONS {
            let said = work(home.path(), next, lives.next().unwrap());
            let desk = Desk::open(home.path(), "laptop", 2);
            let kept: Vec<usize> = desk.notes.annotations().map(|annotation| annotation.note.parse().unwrap()).collect();
            // An action that was kept and not said to be is done again by the next life, as a person would.
            assert!((0..said).all(|at| kept.contains(&at)), "said {said}, kept {kept:?}");
            assert!(kept.iter().all(|at| *at <= said), "said {said}, kept {kept:?}");
            assert!(desk.errors.is_empty() && desk.damage.len() <= 1, "{:?}", desk.damage);
            next = said;
            killed += 1;
        }
        assert!(killed > 5, "it was killed {killed} times");
    }
}
