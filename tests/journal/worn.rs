//! Journals that are mostly overwritten places and drafts are written anew: nothing is lost by it, whatever fails, and no window
//! takes its own past for news.

use std::fs;
use std::path::Path;

use liseuse::model::property::Property;
use liseuse::notes::action::{Action, FieldChange, NoteSubject};

use crate::desk::{Desk, journal};
use crate::faults::FailingDisk;

/// A journal with one mark and `drafts` drafts, and the desk that wrote it.
fn worn(folder: &Path, drafts: usize) -> Desk {
    let mut desk = Desk::open(folder, "laptop", 1);
    let mark = desk.mark("words");
    let NoteSubject::Annotation(id) = mark.changes[0].of else { panic!("no annotation") };
    let draft = |at| vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Draft(Some(format!("draft {at}").into()))])];
    let drafts: Vec<Action> = (0..drafts).filter_map(|at| desk.notes.record(draft(at))).collect();
    let all: Vec<Action> = std::iter::once(mark).chain(drafts).collect();
    desk.journal.append(&all, &mut |_| {}).unwrap();
    desk
}

#[test]
fn a_worn_journal_is_written_anew_once_and_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = worn(home.path(), 6000);
    let mut other = Desk::open(home.path(), "laptop", 2);
    assert!(desk.journal.is_worn() && other.journal.is_worn());
    let (state, before) = (other.notes.clone(), fs::metadata(journal(home.path(), "laptop")).unwrap().len());
    desk.journal.compact(&mut |told| panic!("not new: {told:?}")).unwrap();
    assert!(fs::metadata(journal(home.path(), "laptop")).unwrap().len() * 100 < before);
    assert!(!desk.journal.is_worn());
    desk.journal.look(&mut |told| panic!("not new: {told:?}"));
    let next = desk.mark("more words");
    desk.keep(&next).unwrap();
    // The other window holds the old file's place, and finds the new one.
    let its = other.mark("its words");
    other.keep(&its).unwrap();
    let again = Desk::open(home.path(), "laptop", 3);
    let mut marked = again.marked();
    marked.sort();
    assert_eq!(marked, ["its words", "more words", "words"]);
    assert!(again.damage.is_empty() && other.damage.is_empty());
    assert_eq!(again.notes.drafts().next().unwrap().text, state.drafts().next().unwrap().text);
}

#[test]
fn a_journal_of_marks_is_never_worn() {
    let home = tempfile::tempdir().unwrap();
    assert!(!worn(home.path(), 4000).journal.is_worn());
    assert!(!Desk::open(home.path(), "laptop", 2).journal.is_worn());
}

#[test]
fn whatever_step_fails_the_old_journal_or_the_new_one_is_whole() {
    let home = tempfile::tempdir().unwrap();
    let state = worn(home.path(), 30).notes;
    let old = fs::read(journal(home.path(), "laptop")).unwrap();
    for step in 0..12 {
        for width in [1, usize::MAX - step] {
            fs::write(journal(home.path(), "laptop"), &old).unwrap();
            let failing = Box::new(FailingDisk::failing(step..step + width));
            let mut desk = Desk::on(failing, home.path(), "laptop", 2);
            let outcome = desk.journal.compact(&mut |_| {});
            let again = Desk::open(home.path(), "laptop", 3);
            assert!(again.notes == state && again.damage.is_empty(), "step {step}: {outcome:?}");
        }
    }
}
