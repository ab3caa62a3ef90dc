//! A disk in memory that loses its power: what was not synced is there in part, in any order, torn within what was written at once.
//!
//! What is assumed of a disk is no more than POSIX says and disks do. After a sync of a file its bytes and its length are kept, not its name; after
//! a sync of a folder the names in it. Of what came since, each sector of a file holds any state it was in, or a mix of two (torn),
//! the length is any that it was, what lies between is anything, and each name was changed or not. A sector that is written again with the
//! same bytes at its head keeps these (powersafe overwrite, as `SQLite` assumes too).

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use liseuse::notes::journal::disk::{Disk, DiskFile, FileFacts, OpenFor};

const SECTOR: usize = 512;

/// Chance with a seed: splitmix64.
#[derive(Clone, Debug)]
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Folder,
    File(usize),
}

/// A change of names, until the folder it is in is synced.
#[derive(Clone, Debug)]
enum NameChange {
    Made(PathBuf, Entry),
    Renamed(PathBuf, PathBuf, Entry),
}

impl NameChange {
    fn path(&self) -> &Path {
        match self {
            Self::Made(path, _) | Self::Renamed(path, ..) => path,
        }
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, Entry>) {
        match self {
            Self::Made(path, entry) => drop(names.insert(path.clone(), *entry)),
            Self::Renamed(from, to, entry) => {
                // Another file may have come under the old name since.
                if names.get(from) == Some(entry) {
                    names.remove(from);
                }
                names.insert(to.clone(), *entry);
            }
        }
    }
}

/// A file: what it is now, and all it was since it was synced last, that first.
#[derive(Clone, Debug)]
struct Inode {
    states: Vec<Vec<u8>>,
    changed: i64,
}

impl Inode {
    fn now(&self) -> &[u8] {
        self.states.last().unwrap()
    }

    /// What is found of it after a loss of power.
    fn left(&self, chance: &mut Chance) -> Vec<u8> {
        let len = self.states[chance.below(self.states.len())].len();
        let mut left = Vec::with_capacity(len);
        while left.len() < len {
            let (from, end) = (left.len(), (left.len() + SECTOR).min(len));
            // What no state says of a place may be anything: zeros, or what was deleted there.
            let noise = chance.next().to_le_bytes();
            let byte = |state: &Vec<u8>, at: usize, empty: bool| {
                state.get(at).copied().unwrap_or(if empty { 0 } else { b" \n{\"0xe\0"[usize::from(noise[at % 8]) % 8] })
            };
            let (one, other) = (chance.below(self.states.len()), chance.below(self.states.len()));
            let (torn, empty) = (from + chance.below(SECTOR + 1), chance.below(2) == 0);
            left.extend((from..end).map(|at| byte(&self.states[if at < torn { one } else { other }], at, empty)));
        }
        left
    }
}

/// All that is on the disk, and what was done and said.
#[derive(Clone, Debug, Default)]
pub struct State {
    inodes: Vec<Inode>,
    names: BTreeMap<PathBuf, Entry>,
    kept_names: BTreeMap<PathBuf, Entry>,
    unsynced: Vec<NameChange>,
    clock: i64,
    /// Steps that change something until one is refused with half of it done; `None` for never.
    pub refused: Option<usize>,
    /// What the person was told is kept.
    pub confirmed: Vec<String>,
    /// The disk as it was before each step.
    pub history: Vec<State>,
    is_recorded: bool,
}

/// The disk, which several hold.
#[derive(Clone, Debug)]
pub struct Platter(Arc<Mutex<State>>);

impl Platter {
    /// An empty disk with one folder.
    pub fn with_folder(folder: &Path) -> Self {
        let names = folder.ancestors().map(|above| (above.to_owned(), Entry::Folder)).collect::<BTreeMap<_, _>>();
        Self(Arc::new(Mutex::new(State { kept_names: names.clone(), names, is_recorded: true, ..State::default() })))
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Takes what was recorded.
    pub fn take_history(&self) -> Vec<State> {
        std::mem::take(&mut self.state().history)
    }

    /// Before a step: records how it was, and refuses it when it is time.
    fn step(&self) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        if state.is_recorded {
            let before = State { history: Vec::new(), ..state.clone() };
            state.history.push(before);
        }
        state.clock += 1;
        match &mut state.refused {
            Some(0) => {
                state.refused = None;
                Err(io::ErrorKind::StorageFull.into())
            }
            Some(left) => {
                *left -= 1;
                Ok(state)
            }
            None => Ok(state),
        }
    }
}

impl State {
    /// The disk as it may be found when the power comes back.
    pub fn after_loss(&self, chance: &mut Chance) -> Platter {
        let mut names = self.kept_names.clone();
        for change in &self.unsynced {
            if chance.below(2) == 0 {
                change.apply(&mut names);
            }
        }
        let whole = names.clone();
        names.retain(|path, _| path.ancestors().all(|above| whole.contains_key(above)));
        let inodes = self.inodes.iter().map(|inode| Inode { states: vec![inode.left(chance)], changed: inode.changed }).collect();
        Platter(Arc::new(Mutex::new(State {
            inodes,
            kept_names: names.clone(),
            names,
            clock: self.clock,
            confirmed: self.confirmed.clone(),
            is_recorded: true,
            ..Self::default()
        })))
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn make(&mut self, path: &Path, entry: Entry) -> io::Result<()> {
        self.entry(path.parent().unwrap())?;
        let change = NameChange::Made(path.to_owned(), entry);
        change.apply(&mut self.names);
        self.unsynced.push(change);
        Ok(())
    }

    fn put(&mut self, number: usize, bytes: Vec<u8>) {
        let clock = self.clock;
        let inode = &mut self.inodes[number];
        inode.states.push(bytes);
        inode.changed = clock;
    }

    fn facts(&self, number: usize) -> FileFacts {
        let inode = &self.inodes[number];
        FileFacts { len: inode.now().len() as u64, identity: (1, number as u64), changed: (inode.changed, 0) }
    }
}

impl Disk for Platter {
    fn open(&self, path: &Path, purpose: OpenFor) -> io::Result<Box<dyn DiskFile>> {
        let found = self.state().entry(path);
        let number = match (found, purpose) {
            (Ok(Entry::Folder), _) => return Err(io::ErrorKind::IsADirectory.into()),
            (Ok(Entry::File(number)), OpenFor::Write) => {
                self.step()?.put(number, Vec::new());
                number
            }
            (Ok(Entry::File(number)), _) => number,
            (Err(error), OpenFor::Read) => return Err(error),
            (Err(_), _) => {
                let mut state = self.step()?;
                let (number, changed) = (state.inodes.len(), state.clock);
                state.inodes.push(Inode { states: vec![Vec::new()], changed });
                state.make(path, Entry::File(number))?;
                number
            }
        };
        Ok(Box::new(PlatterFile { disk: self.clone(), number }))
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        let state = self.state();
        match state.entry(path)? {
            Entry::File(number) => Ok(state.facts(number)),
            Entry::Folder => Ok(FileFacts::default()),
        }
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let state = self.state();
        match state.entry(folder)? {
            Entry::File(_) => Err(io::ErrorKind::NotADirectory.into()),
            Entry::Folder => Ok(state.names.keys().filter(|path| path.parent() == Some(folder)).cloned().collect()),
        }
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let above: Vec<&Path> = path.ancestors().collect();
        for folder in above.into_iter().rev() {
            if self.state().entry(folder).is_err() {
                self.step()?.make(folder, Entry::Folder)?;
            }
        }
        Ok(())
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        let mut state = self.step()?;
        state.entry(path)?;
        let (synced, rest) =
            std::mem::take(&mut state.unsynced).into_iter().partition(|change| change.path().parent() == Some(path));
        let synced: Vec<NameChange> = synced;
        for change in &synced {
            change.apply(&mut state.kept_names);
        }
        state.unsynced = rest;
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.step()?;
        let change = NameChange::Renamed(from.to_owned(), to.to_owned(), state.entry(from)?);
        change.apply(&mut state.names);
        state.unsynced.push(change);
        Ok(())
    }
}

struct PlatterFile {
    disk: Platter,
    number: usize,
}

impl DiskFile for PlatterFile {
    fn facts(&self) -> io::Result<FileFacts> {
        Ok(self.disk.state().facts(self.number))
    }

    fn read(&mut self, offset: u64, most: usize) -> io::Result<Vec<u8>> {
        let state = self.disk.state();
        let bytes = state.inodes[self.number].now().get(usize::try_from(offset).unwrap()..).unwrap_or_default();
        Ok(bytes[..most.min(bytes.len())].to_vec())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let outcome = self.disk.step().map(drop);
        let written = if outcome.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        let mut state = self.disk.state();
        let now = [state.inodes[self.number].now(), written].concat();
        state.put(self.number, now);
        outcome
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        let mut state = self.disk.step()?;
        let now = state.inodes[self.number].now()[..usize::try_from(len).unwrap()].to_vec();
        state.put(self.number, now);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.disk.step()?;
        let inode = &mut state.inodes[self.number];
        inode.states.drain(..inode.states.len() - 1);
        Ok(())
    }

    fn lock(&mut self) -> io::Result<()> {
        Ok(())
    }
}
