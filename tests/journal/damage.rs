//! Files that were damaged: every action that can still be read is read, and what cannot is told.

use std::fs;

use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::journal::{Fate, line};
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::desk::{Desk, journal};

const MARKS: usize = 5;

/// A folder with a journal of some marks, and the journal's bytes.
fn kept() -> (tempfile::TempDir, Vec<u8>) {
    let home = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(home.path(), "laptop", 1);
    for at in 0..MARKS {
        let action = desk.mark(&format!("words {at}"));
        desk.keep(&action).unwrap();
    }
    let bytes = fs::read(journal(home.path(), "laptop")).unwrap();
    (home, bytes)
}

#[test]
fn a_torn_last_line_is_set_aside_wherever_it_was_torn() {
    let (home, bytes) = kept();
    let path = journal(home.path(), "laptop");
    let last = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for end in last..=bytes.len() {
        fs::write(&path, &bytes[..end]).unwrap();
        let _gone = fs::remove_file(path.with_extension("aside"));
        let mut desk = Desk::open(home.path(), "laptop", 2);
        let whole = end == last || end >= bytes.len() - 1;
        assert_eq!(desk.marked().len(), if end >= bytes.len() - 1 { MARKS } else { MARKS - 1 }, "{end}");
        let fates: Vec<_> = desk.damage.iter().map(|damage| damage.fate.clone()).collect();
        let aside = path.with_extension("aside");
        assert_eq!(fates, if whole { vec![] } else { vec![Fate::SetAside(aside.clone())] }, "{end}");
        if !whole {
            assert_eq!(fs::read(&aside).unwrap(), [&bytes[last..end], b"\n"].concat());
        }
        let action = desk.mark("afterwards");
        desk.keep(&action).unwrap();
        let again = Desk::open(home.path(), "laptop", 3);
        assert!(again.marked().contains(&"afterwards".to_owned()) && again.damage.is_empty(), "{end}: {:?}", again.damage);
    }
}

#[test]
fn the_unfinished_line_of_another_device_is_left_alone() {
    let (home, bytes) = kept();
    let path = journal(home.path(), "laptop");
    let torn = &bytes[..bytes.len() - 9];
    fs::write(&path, torn).unwrap();
    let mut desk = Desk::open(home.path(), "desk", 2);
    assert_eq!((desk.marked().len(), &desk.damage[0].fate), (MARKS - 1, &Fate::Unfinished));
    fs::write(&path, &bytes).unwrap();
    desk.look();
    assert_eq!(desk.marked().len(), MARKS);
}

#[test]
fn a_file_that_cannot_be_read_is_not_written_to() {
    let home = tempfile::tempdir().unwrap();
    let path = journal(home.path(), "laptop");
    fs::create_dir_all(&path).unwrap();
    let mut desk = Desk::open(home.path(), "laptop", 1);
    let action = desk.mark("words");
    assert!(desk.keep(&action).is_err());
    assert!(path.is_dir());
}

#[test]
fn a_newer_journal_is_read_and_not_written_to() {
    let (home, bytes) = kept();
    let path = journal(home.path(), "laptop");
    let newer = br#"{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","time":1,"device":"laptop","schema":7,"mood":"of another shape"}"#;
    let with = [&bytes[..], newer, b"\n"].concat();
    fs::write(&path, &with).unwrap();
    let mut desk = Desk::open(home.path(), "laptop", 2);
    assert_eq!((desk.marked().len(), desk.damage.len(), desk.journal.newer()), (MARKS, 0, Some(7)));
    let action = desk.mark("words");
    assert!(desk.keep(&action).unwrap_err().to_string().contains("newer version"));
    assert_eq!(fs::read(&path).unwrap(), with);
}

#[test]
fn a_newer_line_of_another_device_makes_its_own_notes_read_only_and_no_others() {
    let (home, _) = kept();
    let newer = r#"{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","time":1,"device":"phone","schema":7,"changes":[{"of":{"day":"2020-05-03"},"mood":1}],"weather":2}"#;
    fs::write(journal(home.path(), "phone"), format!("{newer}\n")).unwrap();
    let mut desk = Desk::open(home.path(), "laptop", 2);
    assert_eq!((desk.marked().len(), desk.journal.newer()), (MARKS, None));
    assert!(desk.damage.iter().any(|damage| damage.to_string().contains("newer version (schema 7")), "{:?}", desk.damage);
    let day = |day: &str| vec![FieldChange::new(NoteSubject::Day(day.into()), [Property::Pinned(true)])];
    assert_eq!(desk.notes.record(day("2020-05-03")), None);
    let action = desk.notes.record(day("2020-05-04")).unwrap();
    desk.keep(&action).unwrap();
}

#[test]
fn a_journal_that_is_written_over_in_its_place_is_read_anew() {
    let home = tempfile::tempdir().unwrap();
    let mut phone = Desk::open(home.path(), "phone", 1);
    let first = phone.mark("mots un");
    phone.keep(&first).unwrap();
    let path = journal(home.path(), "phone");
    let mut desk = Desk::open(home.path(), "laptop", 2);
    assert_eq!(desk.marked(), ["mots un"]);
    // Another line of the same length in the same file, as a copy over it makes.
    let mut other = Desk::open(&home.path().join("elsewhere"), "phone", 3);
    let second = other.mark("mots 2e");
    let text = line::write(&second);
    assert_eq!(fs::read(&path).unwrap().len(), text.len());
    fs::write(&path, &text).unwrap();
    desk.look();
    assert!(desk.marked().contains(&"mots 2e".to_owned()), "{:?}", desk.marked());
    // A longer one, whose beginning is not what was read.
    let third = other.mark("mots trois");
    fs::write(&path, line::write(&third) + &text).unwrap();
    desk.look();
    assert!(desk.marked().contains(&"mots trois".to_owned()), "{:?}", desk.marked());
    assert!(desk.damage.is_empty());
}

#[test]
fn a_line_edited_by_hand_counts_without_its_checksum() {
    let (home, bytes) = kept();
    let text = String::from_utf8(bytes).unwrap().replace("words 3", "other words");
    let path = journal(home.path(), "laptop");
    fs::write(&path, &text).unwrap();
    let desk = Desk::open(home.path(), "laptop", 2);
    assert_eq!((desk.marked().len(), desk.damage.len()), (MARKS - 1, 1));
    let lines =
        text.lines().map(|line| if line.contains("other") { format!("{{{}", line.get(26..).unwrap()) } else { line.to_owned() });
    fs::write(&path, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    let desk = Desk::open(home.path(), "laptop", 2);
    assert!(desk.damage.is_empty() && desk.marked().contains(&"other words".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever happens to one byte, at most the action it stood in is lost, and that is told.
    #[test]
    fn one_byte_that_changes_costs_one_action_at_most(at in any::<proptest::sample::Index>(), to in any::<u8>()) {
        let (home, mut bytes) = kept();
        let at = at.index(bytes.len());
        let was = std::mem::replace(&mut bytes[at], to);
        fs::write(journal(home.path(), "laptop"), &bytes).unwrap();
        let desk = Desk::open(home.path(), "laptop", 2);
        // A byte of `"sum"` itself takes no more than the checksum away.
        let told = was == to || !desk.damage.is_empty() || desk.marked().len() == MARKS;
        assert!(told && desk.marked().len() >= MARKS - 1, "{was} at {at} became {to}: {:?}", desk.damage);
    }
}
