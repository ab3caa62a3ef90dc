//! A disk that fails at any one step: what was said to be kept is there, and nothing else is lost or hidden.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use liseuse::notes::action::Action;
use liseuse::notes::journal::disk::{Disk, DiskFile, FileFacts, OpenFor, SystemDisk};

use crate::desk::Desk;

/// When the disk fails, and how long.
#[derive(Debug, Default)]
struct Weather {
    /// The steps done so far that write, make or sync something.
    steps: usize,
    /// The steps that fail.
    failing: std::ops::Range<usize>,
}

/// The disk of this machine in bad weather. A write that fails has half done.
#[derive(Clone, Debug, Default)]
pub struct FailingDisk(Arc<Mutex<Weather>>);

impl FailingDisk {
    pub fn failing(steps: std::ops::Range<usize>) -> Self {
        Self(Arc::new(Mutex::new(Weather { steps: 0, failing: steps })))
    }

    fn step(&self) -> io::Result<()> {
        let mut weather = self.0.lock().unwrap();
        weather.steps += 1;
        if weather.failing.contains(&(weather.steps - 1)) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn steps(&self) -> usize {
        self.0.lock().unwrap().steps
    }
}

impl Disk for FailingDisk {
    fn open(&self, path: &Path, purpose: OpenFor) -> io::Result<Box<dyn DiskFile>> {
        if purpose != OpenFor::Read {
            self.step()?;
        }
        Ok(Box::new(FailingFile { file: SystemDisk.open(path, purpose)?, disk: self.clone() }))
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        SystemDisk.facts(path)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        SystemDisk.entries(folder)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.create_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.rename(from, to)
    }
}

struct FailingFile {
    file: Box<dyn DiskFile>,
    disk: FailingDisk,
}

impl DiskFile for FailingFile {
    fn facts(&self) -> io::Result<FileFacts> {
        self.file.facts()
    }

    fn read(&mut self, offset: u64, most: usize) -> io::Result<Vec<u8>> {
        self.file.read(offset, most)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.disk.step() {
            Ok(()) => self.file.append(bytes),
            Err(error) => {
                self.file.append(&bytes[..bytes.len() / 2])?;
                Err(error)
            }
        }
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.disk.step()?;
        self.file.cut(len)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.step()?;
        self.file.sync()
    }

    fn lock(&mut self) -> io::Result<()> {
        self.file.lock()
    }
}

const ACTIONS: usize = 6;

/// Keeps some actions on `disk`, each tried `attempts` times; the words of those that were said to be kept.
fn work(disk: &FailingDisk, folder: &Path, attempts: usize) -> Vec<String> {
    let mut writer = Desk::on(Box::new(disk.clone()), folder, "laptop", 1);
    let mut said = Vec::new();
    for at in 0..ACTIONS {
        let text = format!("words {at}");
        let action: Action = writer.mark(&text);
        if (0..attempts).any(|_| writer.keep(&action).is_ok()) {
            said.push(text);
        }
    }
    said
}

/// How many steps that can fail there are when none does.
fn count_steps() -> usize {
    let home = tempfile::tempdir().unwrap();
    let disk = FailingDisk::default();
    assert_eq!(work(&disk, home.path(), 1).len(), ACTIONS);
    disk.steps()
}

#[test]
fn what_was_said_to_be_kept_is_there_whatever_step_fails() {
    for failing in 0..count_steps() {
        // The step alone; with the one that would clean up behind it; and all from it on, as on a full disk.
        for width in [1, 2, usize::MAX - failing] {
            let home = tempfile::tempdir().unwrap();
            let said = work(&FailingDisk::failing(failing..failing + width), home.path(), 1);
            let again = Desk::open(home.path(), "laptop", 2);
            let found = again.marked();
            assert!(said.iter().all(|words| found.contains(words)), "step {failing}: {said:?} were kept, {found:?} are there");
            assert!(again.errors.is_empty(), "{:?}", again.errors);
        }
    }
}

#[test]
fn what_is_tried_again_is_kept_once_the_disk_takes_it_and_leaves_no_trace() {
    for failing in 0..count_steps() {
        let home = tempfile::tempdir().unwrap();
        let said = work(&FailingDisk::failing(failing..failing + 3), home.path(), 9);
        assert_eq!(said.len(), ACTIONS, "step {failing}");
        let again = Desk::open(home.path(), "laptop", 2);
        assert_eq!(again.marked(), said, "step {failing}");
        assert_eq!(again.damage, [], "step {failing}");
    }
}

#[test]
fn a_failure_says_what_and_where() {
    let home = tempfile::tempdir().unwrap();
    let disk = FailingDisk::failing(0..usize::MAX);
    let mut writer = Desk::on(Box::new(disk), home.path(), "laptop", 1);
    let action = writer.mark("words");
    let told = writer.keep(&action).unwrap_err().to_string();
    assert!(told.starts_with("the disk is full (cannot write to ") && told.contains("laptop.jsonl"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_only_be_read_keeps_nothing_and_says_so() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt as _;

    let home = tempfile::tempdir().unwrap();
    fs::set_permissions(home.path(), Permissions::from_mode(0o500)).unwrap();
    let mut desk = Desk::open(&home.path().join("notes"), "laptop", 1);
    let action = desk.mark("words");
    let outcome = desk.keep(&action);
    fs::set_permissions(home.path(), Permissions::from_mode(0o700)).unwrap();
    // The administrator is refused nothing.
    if let Err(error) = outcome {
        assert!(error.to_string().starts_with("no permission"), "{error}");
        desk.keep(&action).unwrap();
    }
    assert_eq!(Desk::open(&home.path().join("notes"), "laptop", 2).marked(), ["words"]);
}

#[test]
fn a_folder_that_has_vanished_is_not_made_anew() {
    let home = tempfile::tempdir().unwrap();
    let (folder, away) = (home.path().join("notes"), home.path().join("away"));
    let mut desk = Desk::open(&folder, "laptop", 1);
    let first = desk.mark("first");
    desk.keep(&first).unwrap();
    std::fs::rename(&folder, &away).unwrap();
    let second = desk.mark("second");
    assert!(desk.keep(&second).unwrap_err().to_string().contains("vanished"));
    assert!(!folder.exists());
    std::fs::rename(&away, &folder).unwrap();
    desk.keep(&second).unwrap();
    assert_eq!(Desk::open(&folder, "laptop", 2).marked(), ["first", "second"]);
}

#[cfg(unix)]
#[test]
fn journals_are_nobody_elses_business() {
    use std::os::unix::fs::PermissionsExt as _;

    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("notes");
    let mut desk = Desk::open(&folder, "laptop", 1);
    let action = desk.mark("words");
    desk.keep(&action).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&crate::desk::journal(&folder, "laptop")), mode(&folder.join("press"))), (0o600, 0o700));
}
