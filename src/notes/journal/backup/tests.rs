use std::fs;
use std::path::{Path, PathBuf};

use super::restore::restore;
use super::{Files, collect, daily, pack, unpack, unpack_within, write};
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::journal::line;
use crate::notes::state::Notes;

/// Lines of a journal, one for each day.
fn journal(days: &[&str]) -> Vec<u8> {
    let mut notes = Notes::new("laptop", 1);
    let pin = |day: &&str| FieldChange::new(NoteSubject::Day((*day).to_owned()), [Property::Pinned(true)]);
    let lines = days.iter().filter_map(|day| notes.record(vec![pin(day)])).map(|action| line::write(&action));
    lines.collect::<String>().into_bytes()
}

fn packed(kind: tar::EntryType, path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.as_gnu_mut().unwrap().name[..path.len()].copy_from_slice(path.as_bytes());
    header.set_entry_type(kind);
    header.set_size(bytes.len() as u64);
    header.set_cksum();
    let mut archive = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    archive.append(&header, bytes).unwrap();
    archive.into_inner().unwrap().finish().unwrap()
}

#[test]
fn a_backup_comes_back_as_it_was_and_a_second_time_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let long = PathBuf::from(format!("notes/{}/laptop.jsonl", "a".repeat(90)));
    let files = Files::from([(long, journal(&["2020-05-03", "2020-05-04"])), ("queries".into(), b"irak\n".to_vec())]);
    let back = unpack(&pack(&files).unwrap()).unwrap();
    assert_eq!(back, files);
    assert_eq!(restore(home.path(), &back).unwrap().added, 3);
    assert_eq!(collect(home.path()).files, files);
    let again = restore(home.path(), &back).unwrap();
    assert_eq!((again.added, again.known), (0, 3));
}

#[test]
fn a_backup_that_holds_anything_but_files_of_the_notes_is_refused() {
    let told = |bytes: &[u8]| unpack(bytes).unwrap_err().to_string();
    assert!(told(&packed(tar::EntryType::Regular, "../queues", b"")).contains("does not belong"));
    assert!(told(&packed(tar::EntryType::Symlink, "notes/a/b.jsonl", b"")).contains("is no file"));
    assert!(told(&packed(tar::EntryType::Fifo, "notes/a/b.jsonl", b"")).contains("is no file"));
    let cut = packed(tar::EntryType::Regular, "notes/a/b.jsonl", &[b'a'; 9000]);
    assert!(unpack(&cut[..cut.len() / 2]).is_err());
    assert!(unpack(b"some text\n").is_err());
}

#[test]
fn a_bomb_is_refused_before_it_fills_the_memory() {
    let one = packed(tar::EntryType::Regular, "notes/a/b.jsonl", &vec![0; 1 << 20]);
    assert!(one.len() < 1 << 14 && unpack_within(&one, 2 << 20).is_ok());
    assert!(unpack_within(&one, 1 << 19).unwrap_err().to_string().contains("too much for a backup"));
    // The name of a file may be the bomb.
    let long = packed(tar::EntryType::GNULongName, "././@LongLink", &vec![b'a'; 1 << 20]);
    assert!(unpack_within(&long, 1 << 19).is_err());
    let many = (0..5).map(|at| (PathBuf::from(format!("notes/a/{at}")), vec![0; 1 << 18])).collect::<Files>();
    assert!(unpack_within(&pack(&many).unwrap(), 1 << 20).is_err());
}

#[test]
fn damaged_lines_are_restored_beside_their_journal_and_newer_ones_not_at_all() {
    let home = tempfile::tempdir().unwrap();
    let path = || PathBuf::from("notes/press/laptop.jsonl");
    let sound = journal(&["2020-05-03"]);
    let files = Files::from([(path(), [&b"half a line\n"[..], &sound].concat())]);
    let done = restore(home.path(), &files).unwrap();
    assert_eq!((done.added, done.aside), (2, 1));
    assert_eq!(fs::read(home.path().join(path())).unwrap(), sound);
    assert_eq!(fs::read(home.path().join(path()).with_extension("aside")).unwrap(), b"half a line\n");
    let newer = br#"{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","time":1,"device":"d","schema":7,"mood":"of another shape"}"#;
    let files = Files::from([("notes/a/a.jsonl".into(), journal(&["2020-05-09"])), (path(), newer.to_vec())]);
    assert!(restore(home.path(), &files).unwrap_err().to_string().contains("newer version (schema 7)"));
    assert!(!home.path().join("notes/a").exists(), "nothing was written");
}

#[test]
fn restoring_writes_all_or_nothing() {
    let home = tempfile::tempdir().unwrap();
    let first = home.path().join("notes/a/laptop.jsonl");
    fs::create_dir_all(first.parent().unwrap()).unwrap();
    let before = journal(&["2020-05-03"]);
    fs::write(&first, &before).unwrap();
    // A file where a folder should be: the second cannot be written, and that shows only when it is tried.
    fs::write(home.path().join("notes/b"), "").unwrap();
    let files = Files::from([
        ("notes/a/desk.jsonl".into(), journal(&["2020-05-05"])),
        ("notes/a/laptop.jsonl".into(), journal(&["2020-05-04"])),
        ("notes/b/laptop.jsonl".into(), journal(&["2020-05-04"])),
    ]);
    assert!(restore(home.path(), &files).is_err());
    assert_eq!(fs::read(&first).unwrap(), before);
    assert!(!home.path().join("notes/a/desk.jsonl").exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_restored_over_a_link_and_a_backup_names_what_it_lacks() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    let victim = outside.path().join("victim");
    fs::write(&victim, "mine\n").unwrap();
    fs::create_dir_all(home.path().join("notes/a")).unwrap();
    symlink(&victim, home.path().join("notes/a/laptop.jsonl")).unwrap();
    symlink(outside.path(), home.path().join("notes/b")).unwrap();
    for name in ["notes/a/laptop.jsonl", "notes/b/laptop.jsonl"] {
        let files = Files::from([(name.into(), journal(&["2020-05-04"]))]);
        assert!(restore(home.path(), &files).unwrap_err().to_string().contains("is a link"), "{name}");
    }
    assert_eq!((fs::read(&victim).unwrap(), fs::read_dir(outside.path()).unwrap().count()), (b"mine\n".to_vec(), 1));
    symlink("..", home.path().join("notes/a/round")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(home.path().join("notes/a/pipe")).status().unwrap().success());
    let collected = collect(home.path());
    assert!(collected.missed.len() == 1 && collected.missed[0].contains("a named pipe"), "{:?}", collected.missed);
    assert_eq!(collected.files.len(), 2, "the rest is taken, and a round trip ends");
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing_behind() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("taken");
    fs::create_dir_all(path.join("by a folder")).unwrap();
    assert!(write(&path, &Files::from([("queries".into(), b"irak\n".to_vec())])).is_err());
    let left: Vec<_> = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["taken"]);
}

#[test]
fn of_each_day_one_backup_is_kept_and_of_seven_days() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(daily::keep(home.path(), "2020-05-01").unwrap(), None, "there are no notes");
    let journal = journal(&["2020-05-03"]);
    fs::create_dir_all(home.path().join("notes/a")).unwrap();
    fs::write(home.path().join("notes/a/laptop.jsonl"), &journal).unwrap();
    fs::create_dir_all(home.path().join("backups")).unwrap();
    fs::write(home.path().join("backups/notes-of-mine.tar.gz"), "kept").unwrap();
    for day in 1..=9 {
        let day = format!("2020-05-{day:02}");
        assert_eq!(daily::keep(home.path(), &day).unwrap(), Some(Vec::new()));
        assert_eq!(daily::keep(home.path(), &day).unwrap(), None, "once a day");
    }
    let all = daily::list(home.path()).unwrap();
    let days: Vec<&str> = all.iter().map(|backup| &*backup.day).collect();
    assert_eq!((days.len(), days.first().copied(), days.last().copied()), (7, Some("2020-05-03"), Some("2020-05-09")));
    assert!(home.path().join("backups/notes-of-mine.tar.gz").exists());
    let files = super::open(&all[0].path).unwrap();
    assert_eq!(files.get(Path::new("notes/a/laptop.jsonl")), Some(&journal));
}
