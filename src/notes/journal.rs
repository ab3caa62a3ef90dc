//! The journal: the files in which actions are kept, for each archive and device one, to which lines are only added.
//!
//! It tells apart what is not there, what cannot be read and what is damaged, and writes nothing to a file it could not read.
//! Several programs may use it at once. The state of the notes is not its business: it hands actions on.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::notes::action::{Action, SCHEMA};
use crate::notes::borrowed::ParsedOp;
use crate::notes::journal::disk::{Disk, DiskFile, FileFacts, OpenFor};
use crate::notes::journal::line::Unreadable;
use crate::notes::journal::seen::Seen;
use crate::tr;

pub use crate::notes::journal::error::{Damage, Fate, JournalError};

pub mod backup;
pub mod check;
pub mod compaction;
pub mod disk;
mod error;
pub mod identity;
pub mod line;
mod reading;
mod seen;

/// The folder of the journals in the user's data folder.
pub const FOLDER: &str = "notes";
/// How journals end.
pub const ENDING: &str = "jsonl";
/// How much of a file is read at once.
const CHUNK: usize = 1 << 20;

/// Fewer overwritten actions than this are not worth writing a journal anew.
const WORN: usize = 5_000;

/// Takes an action in.
pub type Take<'a> = dyn FnMut(ParsedOp<'_>) + 'a;

/// The journals of a user.
#[derive(Debug)]
pub struct Journal {
    disk: Box<dyn Disk>,
    folder: PathBuf,
    device: String,
    seen: BTreeMap<PathBuf, Seen>,
    newer: Option<(PathBuf, u32)>,
    /// The fields that this device has set in passing, hashed with what they were set on.
    passed: HashSet<u64>,
    /// How many actions of this device say no more than later ones.
    overwritten: usize,
}

impl Journal {
    /// The journals in `folder`, of which nothing is read; `device` names those that are written here.
    #[must_use]
    pub fn new(disk: Box<dyn Disk>, folder: &Path, device: &str) -> Self {
        Self {
            disk,
            folder: folder.to_owned(),
            device: device.to_owned(),
            seen: BTreeMap::new(),
            newer: None,
            passed: HashSet::new(),
            overwritten: 0,
        }
    }

    /// Reads all journals and hands their actions to `take`; says what could not be read. The unfinished last lines of this
    /// device's are set aside.
    pub fn open(&mut self, take: &mut Take) -> (Vec<Damage>, Vec<JournalError>) {
        let (mut damage, mut errors) = self.look(take);
        let unfinished = self.seen.iter().filter(|(_, seen)| seen.read < seen.facts.len);
        for path in unfinished.map(|(path, _)| path.clone()).collect::<Vec<_>>() {
            if self.is_own(&path) {
                match self.hold(&path, take, &mut damage) {
                    Ok(_) => {}
                    Err(error) => errors.push(error),
                }
            } else {
                let line = self.seen.get(&path).map_or(0, |seen| seen.lines + 1);
                damage.push(Damage { path, line, fate: Fate::Unfinished });
            }
        }
        (damage, errors)
    }

    /// Reads what others have added and hands it to `take`; says what could not be read.
    pub fn look(&mut self, take: &mut Take) -> (Vec<Damage>, Vec<JournalError>) {
        let (mut damage, mut errors) = (Vec::new(), Vec::new());
        for path in self.files(&mut errors) {
            if let Err(error) = self.look_at(&path, take, &mut damage) {
                errors.push(error);
            }
        }
        (damage, errors)
    }

    /// Keeps `actions`: when it returns, they are on the disk. What others have added meanwhile goes to `take`.
    ///
    /// # Errors
    /// When they could not be kept; all of them may be tried again, since keeping the same twice does no harm.
    pub fn append(&mut self, actions: &[Action], take: &mut Take) -> Result<Vec<Damage>, JournalError> {
        let mut damage = Vec::new();
        for group in actions.chunk_by(|one, next| one.archive == next.archive) {
            let archive = group.first().map_or("", |action| &action.archive);
            let lines: String = group.iter().map(line::write).collect();
            self.append_to(&self.path_of(archive), &lines, take, &mut damage)?;
            for action in group {
                self.count(action);
            }
        }
        Ok(damage)
    }

    /// Whether so much of this device's journals is overwritten places and drafts that writing them anew is worth while.
    #[must_use]
    pub fn is_worn(&self) -> bool {
        let own = self.seen.iter().filter(|(path, _)| self.is_own(path));
        let lines: u64 = own.map(|(_, seen)| seen.lines).sum();
        self.overwritten >= WORN && self.overwritten as u64 * 2 >= lines
    }

    /// Takes note that a journal of this device was written anew, with `len` bytes in so many lines.
    pub(super) fn renewed(&mut self, path: &Path, len: u64, lines: u64) -> io::Result<()> {
        let facts = FileFacts { len, ..self.disk.facts(path)? };
        // The folder it is in was synced, those above only if they were before.
        let named = self.seen.get(path).is_some_and(|seen| seen.named);
        let mut seen = Seen { facts, read: len, lines, tail: 0, named };
        seen.tail = seen.tail_of(&mut *self.disk.open(path, OpenFor::Read)?)?;
        self.seen.insert(path.to_owned(), seen);
        Ok(())
    }

    /// Takes note that all journals of this device were written anew.
    pub(super) fn all_renewed(&mut self) {
        self.overwritten = 0;
    }

    /// Counts an action of this device that sets fields in passing alone, when they have been set before.
    fn count(&mut self, action: &Action) {
        let fields = || action.changes.iter().flat_map(|change| change.set.iter().map(move |field| (&change.of, field)));
        if action.reverses.is_none() && fields().all(|(_, field)| field.is_ephemeral()) {
            let mut is_new = false;
            for (subject, field) in fields() {
                is_new |= self.passed.insert(BuildHasherDefault::<DefaultHasher>::default().hash_one((subject, field.name())));
            }
            self.overwritten += usize::from(!is_new);
        }
    }

    /// The newest schema that was met in the journals of this device, when it is newer than [`SCHEMA`].
    #[must_use]
    pub fn newer(&self) -> Option<u32> {
        self.newer.as_ref().map(|(_, schema)| *schema)
    }

    /// The journal of this device for an archive.
    fn path_of(&self, archive: &str) -> PathBuf {
        let archive = if archive.is_empty() { "other" } else { archive };
        self.folder.join(archive).join(format!("{}.{ENDING}", self.device))
    }

    /// The disk it is on.
    pub(super) fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The journals of this device that have been read.
    pub(super) fn own_files(&self) -> Vec<PathBuf> {
        self.seen.keys().filter(|path| self.is_own(path)).cloned().collect()
    }

    /// Refuses to write where a newer version has written.
    pub(super) fn refuse_newer(&self) -> Result<(), JournalError> {
        match &self.newer {
            Some((path, schema)) => Err(JournalError::Newer(path.clone(), *schema)),
            None => Ok(()),
        }
    }

    fn is_own(&self, path: &Path) -> bool {
        path.file_stem().is_some_and(|stem| stem == self.device.as_str())
    }

    /// All journals there are, in the order of their paths.
    fn files(&self, errors: &mut Vec<JournalError>) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for folder in self.entries(&self.folder, errors) {
            files.extend(self.entries(&folder, errors).into_iter().filter(|path| is_journal(path)));
        }
        files.sort();
        files
    }

    fn entries(&self, folder: &Path, errors: &mut Vec<JournalError>) -> Vec<PathBuf> {
        match self.disk.entries(folder) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Vec::new(),
            Err(source) => {
                errors.push(JournalError::Io { doing: tr!("cannot look into"), path: folder.to_owned(), source });
                Vec::new()
            }
        }
    }

    fn look_at(&mut self, path: &Path, take: &mut Take, damage: &mut Vec<Damage>) -> Result<(), JournalError> {
        let told = |source| JournalError::Io { doing: tr!("cannot read"), path: path.to_owned(), source };
        let facts = self.disk.facts(path).map_err(told)?;
        if self.seen.get(path).is_some_and(|seen| seen.facts == facts) {
            return Ok(());
        }
        let mut file = self.disk.open(path, OpenFor::Read).map_err(told)?;
        self.catch_up(path, &mut *file, take, damage).map_err(told).map(|_| ())
    }

    /// Reads the lines that were added to a file since it was read last. What stands behind the last line end is returned.
    fn catch_up(
        &mut self,
        path: &Path,
        file: &mut dyn DiskFile,
        take: &mut Take,
        damage: &mut Vec<Damage>,
    ) -> io::Result<Vec<u8>> {
        let facts = file.facts()?;
        let seen = self.seen.get(path).copied().unwrap_or_default();
        // Another file, or one that was cut or written over, is read anew; taking actions in twice changes nothing.
        let mut seen = if seen.is_start_of(&facts, file)? { seen } else { Seen::default() };
        let mut most = CHUNK;
        let rest = loop {
            let mut chunk = file.read(seen.read, most)?;
            let is_last = chunk.len() < most;
            let rest = chunk.split_off(memchr::memrchr(b'\n', &chunk).map_or(0, |end| end + 1));
            if chunk.is_empty() {
                // A line that is longer than that.
                most *= 2;
            }
            self.take_lines(path, &chunk, &mut seen, (&mut *take, &mut *damage));
            if is_last {
                break rest;
            }
        };
        let at = seen.read + rest.len() as u64;
        seen.facts = FileFacts { len: at, ..facts };
        seen.tail = seen.tail_of(file)?;
        self.seen.insert(path.to_owned(), seen);
        Ok(rest)
    }

    /// Takes in `lines`, each with its end.
    fn take_lines(&mut self, path: &Path, lines: &[u8], seen: &mut Seen, (take, damage): (&mut Take, &mut Vec<Damage>)) {
        reading::read_lines(lines, |read| {
            seen.lines += 1;
            match read {
                Ok(told) => self.hand_on(path, told, take),
                Err((Unreadable::Newer(schema), _)) if self.is_own(path) => self.newer = Some((path.to_owned(), schema)),
                Err((Unreadable::Newer(schema), text)) => {
                    if let Some(outline) = line::outline(text) {
                        self.hand_on(path, outline.into(), take);
                    }
                    damage.push(Damage { path: path.to_owned(), line: seen.lines, fate: Fate::Newer(schema) });
                }
                Err((Unreadable::FarFuture, _)) => {
                    damage.push(Damage { path: path.to_owned(), line: seen.lines, fate: Fate::FarFuture });
                }
                Err((Unreadable::Damaged, [])) => {}
                Err((Unreadable::Damaged, text)) => {
                    for action in line::salvage(text) {
                        self.hand_on(path, action.into(), take);
                    }
                    let fate = if self.is_own(path) { Fate::LeftOut } else { Fate::LeftOutElsewhere };
                    damage.push(Damage { path: path.to_owned(), line: seen.lines, fate });
                }
            }
        });
        seen.read += lines.len() as u64;
    }

    fn hand_on(&mut self, path: &Path, told: ParsedOp, take: &mut Take) {
        if let ParsedOp::Whole(action) = &told
            && self.is_own(path)
        {
            if action.schema > SCHEMA {
                self.newer = Some((path.to_owned(), action.schema));
            }
            self.count(action);
        }
        take(told);
    }

    fn append_to(&mut self, path: &Path, lines: &str, take: &mut Take, damage: &mut Vec<Damage>) -> Result<(), JournalError> {
        let mut file = self.hold(path, take, damage)?;
        self.refuse_newer()?;
        let told = |source| JournalError::Io { doing: tr!("cannot write to"), path: path.to_owned(), source };
        let before = file.facts().map_err(told)?;
        if let Err(source) = file.append(lines.as_bytes()).and_then(|()| file.sync()) {
            // What is half written is taken back; where that fails too, it is set aside when the file is written to next.
            let _half = file.cut(before.len);
            return Err(told(source));
        }
        self.name(path)?;
        let told = |source| JournalError::Io { doing: tr!("cannot read"), path: path.to_owned(), source };
        let now = file.facts().map_err(told)?;
        let seen = self.seen.entry(path.to_owned()).or_default();
        seen.read = before.len + lines.len() as u64;
        seen.lines += lines.lines().count() as u64;
        seen.facts = FileFacts { len: seen.read, ..now };
        seen.tail = seen.tail_of(&mut *file).map_err(told)?;
        Ok(())
    }

    /// Opens a journal of this device for writing and keeps others from it; all that is in it has been read then, and its last
    /// line is whole.
    pub(super) fn hold(
        &mut self,
        path: &Path,
        take: &mut Take,
        damage: &mut Vec<Damage>,
    ) -> Result<Box<dyn DiskFile>, JournalError> {
        let told = |doing| move |source| JournalError::Io { doing, path: path.to_owned(), source };
        let mut file = self.open_current(path)?;
        let torn = self.catch_up(path, &mut *file, take, damage).map_err(told(tr!("cannot read")))?;
        if torn.is_empty() {
            return Ok(file);
        }
        let write = told(tr!("cannot write to"));
        let len = file.facts().map_err(&write)?.len;
        if let Ok(action) = line::read(torn.trim_ascii()) {
            // Whole but for its end.
            self.hand_on(path, action.into(), take);
            file.append(b"\n").map_err(&write)?;
        } else {
            let aside = path.with_extension("aside");
            self.set_aside(&aside, &torn)?;
            file.cut(len - torn.len() as u64).map_err(&write)?;
            let line = self.seen.get(path).map_or(0, |seen| seen.lines + 1);
            damage.push(Damage { path: path.to_owned(), line, fate: Fate::SetAside(aside) });
        }
        file.sync().map_err(&write)?;
        self.catch_up(path, &mut *file, take, damage).map_err(told(tr!("cannot read")))?;
        Ok(file)
    }

    /// The file that has the name `path` now, held.
    fn open_current(&self, path: &Path) -> Result<Box<dyn DiskFile>, JournalError> {
        let told = |source| JournalError::Io { doing: tr!("cannot write to"), path: path.to_owned(), source };
        // A folder that was there is not made anew: what should be in it may be on a disk that was taken away.
        let was_there = [(path, self.seen.contains_key(path)), (&self.folder, !self.seen.is_empty())];
        for (path, _) in was_there.into_iter().filter(|(_, was)| *was) {
            match self.disk.facts(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(JournalError::Vanished(path.to_owned())),
                facts => facts.map_err(told)?,
            };
        }
        if let Some(folder) = path.parent() {
            self.disk.create_folder(folder).map_err(told)?;
        }
        loop {
            let mut file = self.disk.open(path, OpenFor::Append).map_err(told)?;
            file.lock().map_err(told)?;
            // While it waited for the lock, another file may have come in its place.
            if file.facts().map_err(told)?.identity == self.disk.facts(path).map_err(told)?.identity {
                return Ok(file);
            }
        }
    }

    fn set_aside(&self, aside: &Path, bytes: &[u8]) -> Result<(), JournalError> {
        let told = |source| JournalError::Io { doing: tr!("cannot write to"), path: aside.to_owned(), source };
        let mut file = self.disk.open(aside, OpenFor::Append).map_err(told)?;
        file.append(bytes).and_then(|()| file.append(b"\n")).and_then(|()| file.sync()).map_err(told)
    }

    /// Waits until the name of a journal is on the disk, and those of the folders it is in, which its content is of no use without.
    fn name(&mut self, path: &Path) -> Result<(), JournalError> {
        if self.seen.get(path).is_some_and(|seen| seen.named) {
            return Ok(());
        }
        let above = self.folder.parent().unwrap_or(&self.folder);
        for folder in path.ancestors().skip(1) {
            match self.disk.sync_folder(folder) {
                Err(source) if folder.starts_with(above) || above.parent() == Some(folder) && !disk::is_closed(&source) => {
                    return Err(JournalError::Io { doing: tr!("cannot write to"), path: folder.to_owned(), source });
                }
                // The folder of all data may be new as well, in one that is not for this program to look into.
                Ok(()) | Err(_) => {}
            }
        }
        self.seen.entry(path.to_owned()).or_default().named = true;
        Ok(())
    }
}

fn is_journal(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending == ENDING)
}
