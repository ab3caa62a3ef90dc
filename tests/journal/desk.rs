//! A desk: notes and the journal they are kept in, as one window of the program has them.

use std::path::{Path, PathBuf};

use liseuse::model::anchor::Anchor;
use liseuse::model::annotation::{ArticleKey, Target};
use liseuse::model::property::Property;
use liseuse::notes::action::{Action, FieldChange, NoteSubject};
use liseuse::notes::journal::disk::{Disk, SystemDisk};
use liseuse::notes::journal::{Damage, Journal, JournalError};
use liseuse::notes::state::Notes;
use ulid::Ulid;

/// One window.
pub struct Desk {
    pub notes: Notes,
    pub journal: Journal,
    pub damage: Vec<Damage>,
    pub errors: Vec<JournalError>,
}

impl Desk {
    /// Opens the notes in `folder` on the disk of this machine.
    pub fn open(folder: &Path, device: &str, salt: u64) -> Self {
        Self::on(Box::new(SystemDisk), folder, device, salt)
    }

    /// Opens the notes in `folder` on `disk`.
    pub fn on(disk: Box<dyn Disk>, folder: &Path, device: &str, salt: u64) -> Self {
        let mut notes = Notes::new(device, salt);
        notes.open_archive("press", vec!["/press".into()]);
        let mut journal = Journal::new(disk, folder, device);
        let (damage, errors) = journal.open(&mut |told| notes.take_in(told));
        Self { notes, journal, damage, errors }
    }

    /// Makes an annotation; its action, which is not kept yet.
    pub fn mark(&mut self, words: &str) -> Action {
        let id = self.notes.new_id();
        self.set(id, vec![passage(words), Property::Color(Some("claim".into()))]).unwrap()
    }

    /// Sets fields of an annotation; `None` when that changes nothing.
    pub fn set(&mut self, id: Ulid, fields: Vec<Property>) -> Option<Action> {
        self.notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)])
    }

    /// Keeps an action.
    pub fn keep(&mut self, action: &Action) -> Result<(), JournalError> {
        let notes = &mut self.notes;
        let damage = self.journal.append(std::slice::from_ref(action), &mut |told| notes.take_in(told))?;
        self.damage.extend(damage);
        Ok(())
    }

    /// Reads what others have added.
    pub fn look(&mut self) {
        let notes = &mut self.notes;
        let (damage, errors) = self.journal.look(&mut |told| notes.take_in(told));
        self.damage.extend(damage);
        self.errors.extend(errors);
    }

    /// The words that are marked, in the order of marking.
    pub fn marked(&self) -> Vec<String> {
        self.notes.annotations().map(|annotation| words(&annotation.target)).collect()
    }
}

pub fn passage(words: &str) -> Property {
    let article = ArticleKey {
        sha256: "a1".into(),
        path: "press/a.md".into(),
        url: String::new(),
        title: "Un titre".into(),
        ..ArticleKey::default()
    };
    let anchor = Anchor { exact: words.into(), ..Anchor::default() };
    Property::Target(Box::new(Target::Passage { article: article.into(), anchor }))
}

fn words(target: &Target) -> String {
    match target {
        Target::Passage { anchor, .. } => anchor.exact.clone(),
        other => format!("{other:?}"),
    }
}

/// The journal of `device` for the archive of the desks.
pub fn journal(folder: &Path, device: &str) -> PathBuf {
    folder.join("press").join(format!("{device}.jsonl"))
}
