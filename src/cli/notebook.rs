//! The notes, as a subcommand reads them and adds to them: opened once, without a thread.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, anyhow};

use crate::cli::setup::tell;
use crate::config::dirs::Dirs;
use crate::ingest::Origin;
use crate::notes::action::Action;
use crate::notes::disk::SystemDisk;
use crate::notes::fold::Notes;
use crate::notes::identity;
use crate::notes::journal::{FOLDER, Journal};

/// All notes of the user, and the journals they are kept in.
#[derive(Debug)]
pub struct Notebook {
    /// The notes.
    pub notes: Notes,
    archive: String,
    journal: Journal,
}

impl Notebook {
    /// Reads the notes under `dirs`, to be added to with the archive of `origin` open. What is damaged is told on stderr.
    ///
    /// # Errors
    /// When there is no folder for notes, or journals cannot be read.
    pub fn open(dirs: &Dirs, origin: &Origin) -> anyhow::Result<Self> {
        let data = dirs.data.as_deref().context("there is no folder for notes; set LISEUSE_DATA_DIR to one")?;
        let said = std::env::var("LISEUSE_DEVICE").ok();
        let device = identity::device(said.as_deref(), data, &SystemDisk)
            .with_context(|| format!("cannot tell this device from others in {}", data.display()))?;
        let mut notes = Notes::new(&device, RandomState::new().build_hasher().finish());
        let (archive, paths) = identity::archive(origin);
        notes.open_archive(&archive, paths);
        notes.set_clock(now());
        let mut journal = Journal::new(Box::new(SystemDisk), &data.join(FOLDER), &device);
        let (damage, errors) = journal.open(&mut |action| notes.apply(&action));
        tell(&damage);
        if let Some(error) = errors.into_iter().next() {
            return Err(error.into());
        }
        journal.newer().into_iter().for_each(|schema| notes.meet(schema));
        Ok(Self { notes, archive, journal })
    }

    /// The identifier of the archive that is open.
    #[must_use]
    pub fn archive(&self) -> &str {
        &self.archive
    }

    /// Keeps `actions`, which the notes have taken in: when it returns, they are on the disk.
    ///
    /// # Errors
    /// When they could not be kept, or nothing may be changed.
    pub fn keep(&mut self, actions: &[Action]) -> anyhow::Result<()> {
        if let Some(reason) = self.notes.sealed() {
            return Err(anyhow!(reason));
        }
        let notes = &mut self.notes;
        let damage = self.journal.append(actions, &mut |action| notes.apply(&action))?;
        tell(&damage);
        Ok(())
    }
}

/// Milliseconds since 1970 UTC.
#[must_use]
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
