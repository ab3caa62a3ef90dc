//! Checking all that is kept of the notes: every line of every journal, what it says of passages, unfinished notes, what an interrupted
//! writing left behind, and every daily backup. It reads only; [`set_aside`] moves what it found, and nothing is ever deleted.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::anchor::Anchor;
use crate::model::annotation::Target;
use crate::model::property::typed;
use crate::notes::action::Action;
use crate::notes::journal::backup::{self, daily};
use crate::notes::journal::disk::{Disk as _, OpenFor, SystemDisk};
use crate::notes::journal::line::{self, Unreadable};
use crate::notes::journal::{ENDING, FOLDER};
use crate::notes::state::Notes;
use crate::tr;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesFault {
    /// The file.
    pub path: PathBuf,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// What it is.
    pub kind: NotesFaultKind,
}

/// What is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesFaultKind {
    /// A line is damaged; so many actions in it can be read all the same.
    Damaged(usize),
    /// The last line was never finished, or is being synchronised.
    Unfinished,
    /// A line is dated by no clock.
    FarFuture,
    /// A line of a newer version, in this schema.
    Newer(u32),
    /// A passage cannot be one; the reason.
    Passage(&'static str),
    /// A file cannot be read; the reason.
    Unreadable(String),
    /// A daily backup is damaged; the reason.
    Backup(String),
    /// A writing was interrupted and left this; what it was to replace is whole.
    LeftBehind,
}

/// What was looked at, and what was found.
#[derive(Debug, Default)]
pub struct NotesCheck {
    /// Journals.
    pub journals: usize,
    /// Lines of journals.
    pub lines: usize,
    /// Passages that were marked.
    pub passages: usize,
    /// Notes that are being written.
    pub drafts: usize,
    /// Daily backups.
    pub backups: usize,
    /// What is not as it should be.
    pub faults: Vec<NotesFault>,
}

/// Checks all notes in the data folder.
#[must_use]
pub fn check(data: &Path) -> NotesCheck {
    let (mut all, mut notes) = (NotesCheck::default(), Notes::default());
    let collected = backup::collect(data);
    for (name, bytes) in collected.files.iter().filter(|(name, _)| name.starts_with(FOLDER)) {
        let ending = name.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending {
            ENDING => all.journal(&data.join(name), bytes, &mut notes),
            "new" => all.find(&data.join(name), None, NotesFaultKind::LeftBehind),
            _ => {}
        }
    }
    all.faults.extend(collected.missed.into_iter().map(|reason| NotesFault {
        path: data.join(FOLDER),
        line: None,
        kind: NotesFaultKind::Unreadable(reason),
    }));
    all.drafts = notes.drafts().count();
    all.check_backups(data);
    all
}

impl NotesCheck {
    fn find(&mut self, path: &Path, line: Option<usize>, kind: NotesFaultKind) {
        self.faults.push(NotesFault { path: path.to_owned(), line, kind });
    }

    fn journal(&mut self, path: &Path, bytes: &[u8], notes: &mut Notes) {
        self.journals += 1;
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').enumerate().peekable();
        while let Some((at, whole)) = lines.next() {
            let text = whole.trim_ascii();
            if text.is_empty() {
                continue;
            }
            self.lines += 1;
            let is_torn = lines.peek().is_none() && !whole.ends_with(b"\n");
            let kind = match line::read(text) {
                Ok(action) => {
                    self.passages(path, at + 1, &action);
                    notes.take_in(action);
                    continue;
                }
                Err(Unreadable::Damaged) if is_torn => NotesFaultKind::Unfinished,
                Err(Unreadable::Damaged) => NotesFaultKind::Damaged(line::salvage(text).len()),
                Err(Unreadable::FarFuture) => NotesFaultKind::FarFuture,
                Err(Unreadable::Newer(schema)) => NotesFaultKind::Newer(schema),
            };
            self.find(path, Some(at + 1), kind);
        }
    }

    fn passages(&mut self, path: &Path, line: usize, action: &Action) {
        for target in action.changes.iter().filter_map(|change| change.set.get(typed::Target)) {
            if let Target::Passage { anchor, .. } = &**target {
                self.passages += 1;
                if let Some(reason) = flaw(anchor) {
                    self.find(path, Some(line), NotesFaultKind::Passage(reason));
                }
            }
        }
    }

    fn check_backups(&mut self, data: &Path) {
        let backups = daily::list(data).unwrap_or_else(|error| {
            self.find(&data.join(daily::FOLDER), None, NotesFaultKind::Unreadable(error.to_string()));
            Vec::new()
        });
        for one in backups {
            self.backups += 1;
            if let Err(error) = backup::open(&one.path) {
                self.find(&one.path, None, NotesFaultKind::Backup(error.to_string()));
            }
        }
    }
}

/// Why an anchor can be of no passage.
fn flaw(anchor: &Anchor) -> Option<&'static str> {
    if anchor.exact.is_empty() {
        return Some(tr!("it quotes no words"));
    }
    let len = anchor.end.checked_sub(anchor.start).map(|len| len as usize);
    (len != Some(anchor.exact.chars().count())).then_some(tr!("its position is not as long as its words"))
}

/// Moves what an interrupted writing left behind, and damaged backups, out of the way; damaged lines are the business of
/// [`crate::notes::journal::Journal::repair`]. Where each is now.
///
/// # Errors
/// When one cannot be moved.
pub fn set_aside(faults: &[NotesFault]) -> io::Result<Vec<PathBuf>> {
    let stray = |fault: &&NotesFault| matches!(fault.kind, NotesFaultKind::LeftBehind | NotesFaultKind::Backup(_));
    let mut moved = Vec::new();
    for fault in faults.iter().filter(stray) {
        let to = free_name(&fault.path);
        SystemDisk.rename(&fault.path, &to)?;
        moved.push(to);
    }
    Ok(moved)
}

/// A name beside `path` that nothing has yet.
fn free_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let candidates = (1_u32..).map(|at| path.with_file_name(format!("{name}.aside{at}")));
    candidates.into_iter().find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| path.to_owned())
}

impl fmt::Display for NotesFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let NotesFaultKind::Unreadable(reason) = &self.kind {
            return f.write_str(reason);
        }
        write!(f, "{}", self.path.display())?;
        if let Some(line) = self.line {
            f.write_str(&tr!(", line {line}", line))?;
        }
        match &self.kind {
            NotesFaultKind::Damaged(0) => f.write_str(tr!(": damaged")),
            NotesFaultKind::Damaged(read) => f.write_str(&tr!(": damaged; actions that can be read in it: {read}", read)),
            NotesFaultKind::Unfinished => f.write_str(tr!(": not finished, or still being synchronised")),
            NotesFaultKind::FarFuture => f.write_str(tr!(": dated after the year 3000")),
            NotesFaultKind::Newer(schema) => f.write_str(&tr!(": of a newer version (schema {schema})", schema)),
            NotesFaultKind::Passage(reason) => f.write_str(&tr!(": no passage can be found by it: {reason}", reason)),
            NotesFaultKind::Backup(reason) => f.write_str(&tr!(": damaged: {reason}", reason)),
            NotesFaultKind::LeftBehind => f.write_str(tr!(": left behind by a writing that was interrupted")),
            NotesFaultKind::Unreadable(_) => Ok(()),
        }
    }
}

/// The time of the last check that the program made by itself, in the data folder.
const STAMP: &str = "checked";
/// So long after it the next is due, in milliseconds: a week.
const WEEK: u64 = 7 * 24 * 60 * 60 * 1000;

/// Whether the weekly check is due at `now`, in milliseconds since 1970; it counts as made from then on.
///
/// # Errors
/// When that cannot be written down.
pub fn is_due(data: &Path, now: u64) -> io::Result<bool> {
    let path = data.join(STAMP);
    let last = crate::config::regular_file::read_text(&path, 64).ok().and_then(|text| text.trim().parse::<u64>().ok());
    // A clock that was ahead must not put it off for ever.
    if last.is_some_and(|last| last <= now && now - last < WEEK) {
        return Ok(false);
    }
    SystemDisk.open(&path, OpenFor::Write)?.append(format!("{now}\n").as_bytes())?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{NotesFaultKind, check, is_due, set_aside};
    use crate::model::property::Property;
    use crate::notes::action::{FieldChange, NoteSubject};
    use crate::notes::journal::backup::daily;
    use crate::notes::journal::line;
    use crate::notes::state::Notes;

    #[test]
    fn each_kind_of_fault_is_found_and_moved_aside_without_a_loss() {
        let home = tempfile::tempdir().unwrap();
        let mut notes = Notes::new("laptop", 1);
        let change = FieldChange::new(NoteSubject::Day("2020-05-03".into()), [Property::Pinned(true)]);
        let sound = line::write(&notes.record(vec![change]).unwrap());
        let folder = home.path().join("notes/press");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("laptop.jsonl"), &sound).unwrap();
        assert!(check(home.path()).faults.is_empty());
        daily::keep(home.path(), "2020-05-03").unwrap();
        let passage = r#"{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","time":1,"device":"d","schema":1,"changes":[{"of":{"annotation":"01ARZ3NDEKTSV4RRFFQ69G5FAV"},"set":{"target":{"on":"passage","article":{"sha256":"a","path":"a.md"},"anchor":{"exact":"mots","prefix":"","suffix":"","start":7,"end":3,"text":"","extractor":"1"}}}}]}"#;
        let newer = r#"{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","time":1,"device":"d","schema":9,"mood":1}"#;
        let torn = sound.get(..40).unwrap();
        fs::write(folder.join("laptop.jsonl"), format!("{sound}half{sound}half\n{passage}\n{newer}\n{torn}")).unwrap();
        fs::write(folder.join("laptop.new"), "half").unwrap();
        let backup = daily::list(home.path()).unwrap().remove(0).path;
        let bytes = fs::read(&backup).unwrap();
        fs::write(&backup, bytes.get(..bytes.len() / 2).unwrap()).unwrap();
        let checked = check(home.path());
        let kinds: Vec<&NotesFaultKind> = checked.faults.iter().map(|fault| &fault.kind).collect();
        assert!(
            matches!(
                kinds[..],
                [
                    NotesFaultKind::Damaged(1),
                    NotesFaultKind::Damaged(0),
                    NotesFaultKind::Passage(_),
                    NotesFaultKind::Newer(9),
                    NotesFaultKind::Unfinished,
                    NotesFaultKind::LeftBehind,
                    NotesFaultKind::Backup(_)
                ]
            ),
            "{kinds:?}"
        );
        assert_eq!((checked.journals, checked.lines, checked.passages, checked.backups), (1, 6, 1, 1));
        let moved = set_aside(&checked.faults).unwrap();
        assert_eq!(moved.len(), 2);
        assert_eq!(fs::read(&moved[0]).unwrap(), b"half");
        assert!(
            check(home.path())
                .faults
                .iter()
                .all(|fault| !matches!(fault.kind, NotesFaultKind::LeftBehind | NotesFaultKind::Backup(_)))
        );
    }

    #[test]
    fn it_is_due_once_a_week_whatever_a_clock_said_before() {
        const DAY: u64 = 24 * 60 * 60 * 1000;
        let home = tempfile::tempdir().unwrap();
        let due = |now| is_due(home.path(), now).unwrap();
        assert!(due(100 * DAY) && !due(101 * DAY) && !due(106 * DAY) && due(107 * DAY));
        assert!(due(9000 * DAY) && due(108 * DAY), "a clock was ahead");
    }
}
