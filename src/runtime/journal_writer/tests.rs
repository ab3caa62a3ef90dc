//! What the thread does unasked, when there is time.
#![cfg(test)]

use std::cell::RefCell;
use std::fs;
use std::sync::Arc;

use super::Desk;
use crate::app::event::AppEvent;
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::journal::backup::daily;
use crate::notes::journal::disk::SystemDisk;
use crate::notes::journal::line;
use crate::notes::state::Notes;

#[test]
fn when_idle_the_notes_are_backed_up_each_day_and_looked_through_each_week() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("notes/press");
    fs::create_dir_all(&folder).unwrap();
    let mut notes = Notes::new("other", 1);
    let change = FieldChange::new(NoteSubject::Day("2020-05-03".into()), [Property::Pinned(true)]);
    let sound = line::write(&notes.record(vec![change]).unwrap());
    fs::write(folder.join("other.jsonl"), format!("{sound}half a line\n{sound}")).unwrap();

    let told = RefCell::new(Vec::new());
    let send = |event: AppEvent| {
        if let AppEvent::Failed(text) = event {
            told.borrow_mut().push(text);
        }
        true
    };
    let mut desk = Desk::open(home.path(), Arc::new(SystemDisk)).unwrap();
    assert!(desk.is_backup_due);
    desk.back_up(&send);
    assert!(!desk.is_backup_due);
    assert_eq!(daily::list(home.path()).unwrap().len(), 1);
    let said = told.take();
    assert!(matches!(&said[..], [text] if text.contains("the weekly look through the notes found")), "{said:?}");
    // Another run on the same day: all is done.
    desk.is_backup_due = true;
    desk.back_up(&send);
    assert!(told.take().is_empty());
    assert_eq!(daily::list(home.path()).unwrap().len(), 1);
}
