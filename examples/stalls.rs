//! Opens the reading room on the sample with its notes on a disk that does not do as it should: `tests/pty` looks what becomes of them.
//!
//! `LISEUSE_TEST_DISK=stalls` never answers when something is to be written for good, `panics` is a fault of the program there.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use liseuse::config::Config;
use liseuse::ingest::{ArchiveLoader, Options, Origin};
use liseuse::notes::journal::disk::{Disk, DiskFile, FileFacts, OpenFor, SystemDisk};
use liseuse::runtime::{OpenRequest, open_on};

/// The disk of the system, but for what is to be on it for good.
#[derive(Debug)]
struct BadDisk;

struct BadFile(Box<dyn DiskFile>);

impl Disk for BadDisk {
    fn open(&self, path: &Path, purpose: OpenFor) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(BadFile(SystemDisk.open(path, purpose)?)))
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        SystemDisk.facts(path)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        SystemDisk.entries(folder)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        SystemDisk.create_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        SystemDisk.sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        SystemDisk.rename(from, to)
    }
}

impl DiskFile for BadFile {
    fn facts(&self) -> io::Result<FileFacts> {
        self.0.facts()
    }

    fn read(&mut self, offset: u64, most: usize) -> io::Result<Vec<u8>> {
        self.0.read(offset, most)
    }

    fn append(&mut self, _: &[u8]) -> io::Result<()> {
        let kind = env::var("LISEUSE_TEST_DISK").unwrap_or_default();
        assert_ne!(kind, "panics", "on purpose");
        loop {
            thread::park();
        }
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.0.cut(len)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync()
    }

    fn lock(&mut self) -> io::Result<()> {
        self.0.lock()
    }
}

fn main() -> anyhow::Result<()> {
    let data = env::var_os("LISEUSE_DATA_DIR").map(PathBuf::from);
    let shelf = ArchiveLoader::new(Origin::Sample, Options::default(), None);
    let request = OpenRequest { shelf, gazetteer: None, listed: true, config: Config::default(), data, settings: None };
    open_on(request, Arc::new(BadDisk))
}
