//! Compaction: a journal written anew without what nobody misses. Places and drafts that were overwritten go, and lines that are there
//! twice; damaged lines move to a file beside it. All else stays as it is, byte for byte: the history is not touched. Repair moves the
//! damaged lines alone.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use ulid::Ulid;

use crate::notes::action::{Action, NoteSubject};
use crate::notes::journal::disk::{DiskFile, OpenFor};
use crate::notes::journal::line;
use crate::notes::journal::{Journal, JournalError, Take};
use crate::notes::state::Notes;
use crate::tr;

/// What a compaction did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compacted {
    /// Lines that were left out.
    pub dropped: usize,
    /// Damaged lines that were set aside.
    pub aside: usize,
    /// Bytes before.
    pub before: u64,
    /// Bytes after.
    pub after: u64,
}

/// What becomes of the lines of a journal.
#[derive(Default)]
struct Sorted {
    kept: Vec<u8>,
    aside: Vec<u8>,
    old: Notes,
    done: Compacted,
}

impl Journal {
    /// Writes the journals of this device anew, each when that makes a difference. The old one stays until the new one is on the disk
    /// and has been read back.
    ///
    /// # Errors
    /// When one cannot be read or written, or a newer version has written it; it is as it was then.
    pub fn compact(&mut self, take: &mut Take) -> Result<Compacted, JournalError> {
        let all = self.rewrite(take, sort)?;
        self.all_renewed();
        Ok(all)
    }

    /// Moves the damaged lines of the journals of this device to files beside them, and leaves all others as they are.
    ///
    /// # Errors
    /// As [`Self::compact`].
    pub fn repair(&mut self, take: &mut Take) -> Result<Compacted, JournalError> {
        self.rewrite(take, without_damage)
    }

    fn rewrite(&mut self, take: &mut Take, sort: fn(&[u8]) -> Sorted) -> Result<Compacted, JournalError> {
        let mut all = Compacted::default();
        for path in self.own_files() {
            let mut file = self.hold(&path, take, &mut Vec::new())?;
            self.refuse_newer()?;
            let told = |doing, source| JournalError::Io { doing, path: path.clone(), source };
            let bytes = read_all(&mut *file).map_err(|source| told(tr!("cannot read"), source))?;
            let sorted = sort(&bytes);
            all.before += bytes.len() as u64;
            all.after += sorted.kept.len() as u64;
            all.dropped += sorted.done.dropped;
            all.aside += sorted.done.aside;
            if sorted.kept != bytes {
                let renew = self.replace(&path, &sorted).and_then(|()| {
                    let lines = memchr::memchr_iter(b'\n', &sorted.kept).count();
                    self.renewed(&path, sorted.kept.len() as u64, lines as u64)
                });
                renew.map_err(|source| told(tr!("cannot write"), source))?;
            }
        }
        Ok(all)
    }

    fn replace(&self, path: &Path, sorted: &Sorted) -> io::Result<()> {
        if !sorted.aside.is_empty() {
            let mut aside = self.disk().open(&path.with_extension("aside"), OpenFor::Append)?;
            aside.append(&sorted.aside)?;
            aside.sync()?;
        }
        let beside = path.with_extension("new");
        let mut new = self.disk().open(&beside, OpenFor::Write)?;
        new.append(&sorted.kept)?;
        new.sync()?;
        let mut read = Notes::default();
        for action in actions(&read_all(&mut *new)?) {
            read.take_in(action);
        }
        if read != sorted.old {
            return Err(io::Error::other(tr!("what was written does not say the same; nothing was replaced")));
        }
        self.disk().rename(&beside, path)?;
        path.parent().map_or(Ok(()), |folder| self.disk().sync_folder(folder))
    }
}

fn read_all(file: &mut dyn DiskFile) -> io::Result<Vec<u8>> {
    let len = file.facts()?.len;
    file.read(0, usize::try_from(len).unwrap_or(usize::MAX))
}

fn lines(bytes: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

/// The actions in `bytes`, those in damaged lines too as far as they can be read.
fn actions(bytes: &[u8]) -> impl Iterator<Item = Action> {
    lines(bytes).flat_map(|text| {
        let text = text.trim_ascii();
        line::read(text).map_or_else(|_| line::salvage(text), |action| vec![action])
    })
}

/// Sorts the lines of a journal, the last first, for the last is the one that counts.
fn sort(bytes: &[u8]) -> Sorted {
    let mut sorted = Sorted::default();
    let (mut seen, mut set) = (HashSet::<Ulid>::new(), HashSet::<(NoteSubject, String)>::new());
    let mut newest: Vec<(&[u8], Action)> = Vec::new();
    let mut kept: Vec<Vec<u8>> = Vec::new();
    for text in lines(bytes) {
        match line::read(text.trim_ascii()) {
            Ok(action) => newest.push((text, action)),
            Err(_) if text.trim_ascii().is_empty() => sorted.done.dropped += 1,
            Err(_) => {
                sorted.aside.extend_from_slice(text);
                sorted.done.aside += 1;
                newest.extend(line::salvage(text.trim_ascii()).into_iter().map(|action| (&[][..], action)));
            }
        }
    }
    // By identifier, which is the order of what counts, whatever the order of the lines.
    newest.sort_by_key(|(_, action)| std::cmp::Reverse(action.id));
    for (text, action) in newest {
        if seen.insert(action.id) && adds(&action, &mut set) {
            kept.push(if text.is_empty() { line::write(&action).into_bytes() } else { text.to_vec() });
        } else {
            sorted.done.dropped += 1;
        }
        sorted.old.take_in(action);
    }
    sorted.kept = kept.into_iter().rev().flatten().collect();
    sorted
}

/// The lines of a journal in their order, but for the damaged; of what two lines made one of, both stay.
fn without_damage(bytes: &[u8]) -> Sorted {
    let mut sorted = Sorted::default();
    for text in lines(bytes) {
        let read = line::read(text.trim_ascii());
        if text.trim_ascii().is_empty() {
            sorted.kept.extend_from_slice(text);
        } else if let Ok(action) = read {
            sorted.kept.extend_from_slice(text);
            sorted.old.take_in(action);
        } else {
            sorted.aside.extend_from_slice(text);
            sorted.done.aside += 1;
            for action in line::salvage(text.trim_ascii()) {
                sorted.kept.extend_from_slice(line::write(&action).as_bytes());
                sorted.old.take_in(action);
            }
        }
    }
    sorted
}

/// Whether `action`, to be seen before all earlier ones, does more than set fields in passing that `set` has already.
fn adds(action: &Action, set: &mut HashSet<(NoteSubject, String)>) -> bool {
    let mut adds = action.reverses.is_some();
    for change in &action.changes {
        for field in change.set.iter() {
            adds |= !field.is_ephemeral() || set.insert((change.of.clone(), field.name().to_owned()));
        }
    }
    adds
}
