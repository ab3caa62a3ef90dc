//! The power goes at any step, with what was not synced on the disk in any order and torn: what was said to be kept is there, again and again.

use std::path::Path;

use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::state::Notes;
use proptest::proptest;

use crate::desk::Desk;
use crate::platter::{Chance, Platter};

/// The folder of all data, which is there, and that of the notes, which is not yet.
const HOME: &str = "/home/share";
const NOTES: &str = "/home/share/liseuse/notes";

fn open(disk: &Platter, salt: u64) -> Desk {
    Desk::on(Box::new(disk.clone()), Path::new(NOTES), "laptop", salt)
}

/// What a person does for a while, by chance; what the disk took is recorded as it is told.
fn work(disk: &Platter, chance: &mut Chance, steps: usize) {
    let mut opened = open(disk, chance.next());
    for at in 0..steps {
        match chance.below(12) {
            // Another run of the program, or another window.
            0 => opened = open(disk, chance.next()),
            1 => {
                let notes = &mut opened.notes;
                // What is refused leaves all as it was.
                let _refused = opened.journal.compact(&mut |told| notes.take_in(told));
            }
            2 => disk.state().refused = Some(chance.below(6)),
            3 => {
                let archive = ["press", "other press"][chance.below(2)];
                opened.notes.open_archive(archive, vec!["/press".into()]);
            }
            4..6 => draft(&mut opened, at),
            _ => {
                // Short and long ones: within a sector, and over several.
                let words = format!("{} {at} {}", chance.next(), "mot ".repeat(chance.below(500)));
                let action = opened.mark(&words);
                if opened.keep(&action).is_ok() {
                    disk.state().confirmed.push(words);
                }
            }
        }
    }
}

/// Writes on at a note, which overwrites what was written before.
fn draft(opened: &mut Desk, at: usize) {
    let Some(id) = opened.notes.annotations().next().map(|annotation| annotation.id.parse().unwrap()) else { return };
    let text = Property::Draft(Some(format!("text {at}").into()));
    if let Some(action) = opened.notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), [text])]) {
        let _refused = opened.keep(&action);
    }
}

/// Says what of what was confirmed is not there, and what could not be read at all.
fn missed(disk: &Platter, salt: u64) -> Vec<String> {
    let opened = open(disk, salt);
    let marked = opened.marked();
    let confirmed = disk.state().confirmed.clone();
    let lost = confirmed.into_iter().filter(|words| !marked.contains(words)).map(|words| words.chars().take(40).collect());
    lost.chain(opened.errors.iter().map(ToString::to_string)).collect()
}

proptest! {
    #[test]
    fn what_was_said_to_be_kept_is_there_after_any_loss_of_power(seed: u64) {
        lives_through(seed);
    }
}

/// Histories in which the sync of the folder above all data was refused, and a journal was written anew before its name was on the disk.
#[test]
fn what_was_lost_once_is_not_lost_again() {
    [0, 1_719_869_806_715_481_305].into_iter().for_each(lives_through);
}

/// The history of `seed`, cut at each step, and once more while one goes on with what is left.
fn lives_through(seed: u64) {
    let mut chance = Chance(seed);
    let disk = Platter::with_folder(Path::new(HOME));
    work(&disk, &mut chance, 14);
    let history = disk.take_history();
    for (step, before) in history.iter().enumerate() {
        let missed = missed(&before.after_loss(&mut chance), 2);
        assert!(missed.is_empty(), "seed {seed}, step {step}: {missed:?}");
    }
    let Some(before) = history.get(chance.below(history.len())) else { return };
    let left = before.after_loss(&mut chance);
    work(&left, &mut chance, 6);
    for (step, before) in left.take_history().iter().enumerate() {
        let missed = missed(&before.after_loss(&mut chance), 3);
        assert!(missed.is_empty(), "seed {seed}, second loss, step {step}: {missed:?}");
    }
}

/// The model itself: a disk that only pretends to sync is found out, so that the test above could fail.
#[test]
fn what_is_not_synced_is_lost_now_and_then() {
    use liseuse::notes::journal::disk::{Disk as _, OpenFor};
    let disk = Platter::with_folder(Path::new(HOME));
    let path = Path::new(HOME).join("a");
    let mut file = disk.open(&path, OpenFor::Append).unwrap();
    file.append(&[b'x'; 2000]).unwrap();
    let found = |disk: &Platter| {
        let mut chance = Chance(7);
        let mut read = || {
            let left = disk.state().after_loss(&mut chance);
            left.open(&path, OpenFor::Read).and_then(|mut file| file.read(0, 9000)).ok()
        };
        (0..200).map(|_| read()).collect::<Vec<_>>()
    };
    let unsynced = found(&disk);
    assert!(unsynced.iter().any(Option::is_none), "without its name");
    assert!(unsynced.iter().flatten().any(Vec::is_empty) && unsynced.iter().flatten().any(|bytes| bytes.len() == 2000));
    assert!(unsynced.iter().flatten().any(|bytes| bytes.len() == 2000 && bytes.contains(&0)), "its length without its bytes");
    file.sync().unwrap();
    assert!(found(&disk).iter().any(Option::is_none) && found(&disk).iter().flatten().all(|bytes| *bytes == [b'x'; 2000]));
    disk.sync_folder(Path::new(HOME)).unwrap();
    assert!(found(&disk).iter().all(|bytes| bytes.as_deref() == Some(&[b'x'; 2000][..])));
}

/// What is read of a journal is the same however often the power went: notes are not doubled.
#[test]
fn a_loss_of_power_doubles_nothing() {
    let disk = Platter::with_folder(Path::new(HOME));
    let mut chance = Chance(11);
    work(&disk, &mut chance, 20);
    for before in disk.take_history() {
        let left = before.after_loss(&mut chance);
        let count = |notes: &Notes| notes.annotations().count();
        let (one, other) = (open(&left, 2), open(&left, 3));
        assert_eq!(count(&one.notes), count(&other.notes));
        let distinct: std::collections::HashSet<String> = one.marked().into_iter().collect();
        assert_eq!(distinct.len(), one.marked().len());
    }
}
