//! Keeps a mark for each line it reads, and says so when the disk has it: what the tests that kill the program at any moment need.

use std::io::{self, BufRead as _, Write as _};
use std::path::Path;

use liseuse::model::annotation::Target;
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::journal::Journal;
use liseuse::notes::journal::disk::SystemDisk;
use liseuse::notes::journal::identity;
use liseuse::notes::state::Notes;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).ok_or_else(|| anyhow::anyhow!("give the folder of the journals"))?;
    let mut notes = Notes::new("laptop", identity::salt());
    notes.open_archive("press", Vec::new());
    let mut journal = Journal::new(Box::new(SystemDisk), Path::new(&folder), "laptop");
    journal.open(&mut |action| notes.take_in(action));
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let id = notes.new_id();
        let target = Target::Day { day: line.clone() };
        let fields = [Property::Target(Box::new(target)), Property::Note(line.as_str().into())];
        if let Some(action) = notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)]) {
            journal.append(&[action], &mut |action| notes.take_in(action))?;
        }
        writeln!(out, "{line}")?;
        out.flush()?;
    }
    Ok(())
}
