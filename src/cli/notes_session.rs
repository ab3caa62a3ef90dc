//! The notes as a subcommand sees them: the journals opened once, what cannot be read reported on stderr.

use std::path::PathBuf;

use anyhow::Context as _;
use jiff::Timestamp;

use crate::cli::output::tell;
use crate::config::dirs::Dirs;
use crate::ingest::Origin;
use crate::notes::action::Action;
use crate::notes::journal::disk::SystemDisk;
use crate::notes::journal::identity;
use crate::notes::journal::{FOLDER, Fate, Journal};
use crate::notes::state::Notes;
use crate::notes::state::clocks::now;
use crate::tr;

/// The notes and their journals.
#[derive(Debug)]
pub struct NotesSession {
    /// The state of all notes.
    pub notes: Notes,
    /// The journals.
    pub journal: Journal,
    device: String,
}

/// The user's data folder.
///
/// # Errors
/// When neither the system nor the environment names one.
pub fn data() -> anyhow::Result<PathBuf> {
    Dirs::find().data.context(tr!("there is no folder for notes; set LISEUSE_DATA_DIR to one"))
}

/// What the user noted and corrected, for commands that only read; damage and errors are reported on stderr, but for what another device alone can
/// mend, which those that deal with notes tell. Nothing is written.
pub(crate) fn look(dirs: &Dirs) -> Notes {
    let mut notes = Notes::default();
    let Some(data) = dirs.data.as_ref().filter(|data| data.join(FOLDER).is_dir()) else { return notes };
    let device = identity::known_device(std::env::var(identity::DEVICE).ok().as_deref(), data).unwrap_or_default();
    let (mut damage, errors) =
        Journal::new(Box::new(SystemDisk), &data.join(FOLDER), &device).look(&mut |told| notes.take_in(told));
    damage.retain(|one| !matches!(one.fate, Fate::LeftOutElsewhere));
    tell(&damage);
    tell(&errors);
    notes
}

impl NotesSession {
    /// Opens the notes, for the archive of `origin` when there is one; each action goes to `see` first, if anybody is to see them.
    ///
    /// # Errors
    /// When there is no folder for them, or this device cannot be told from others.
    pub fn open(origin: Option<&Origin>, mut see: Option<&mut dyn FnMut(&Action)>) -> anyhow::Result<Self> {
        let data = data()?;
        let said = std::env::var(identity::DEVICE).ok();
        let device = identity::device(said.as_deref(), &data, &SystemDisk)
            .with_context(|| tr!("cannot tell this device from others in {path}", path = data.display()))?;
        let mut notes = Notes::new(&device, identity::salt());
        notes.set_clock(now());
        if let Some(origin) = origin {
            let (archive, paths) = identity::archive(origin);
            notes.open_archive(&archive, paths);
        }
        let mut journal = Journal::new(Box::new(SystemDisk), &data.join(FOLDER), &device);
        let (damage, errors) = journal.open(&mut |told| match &mut see {
            Some(see) => {
                let action = Action::from(told);
                see(&action);
                notes.take_in(action);
            }
            None => notes.take_in(told),
        });
        tell(&damage);
        tell(&errors);
        journal.newer().into_iter().for_each(|schema| notes.meet(schema));
        tell(&notes.clock_ahead().into_iter().collect::<Vec<_>>());
        notes.set_gone(identity::gone(&notes));
        Ok(Self { notes, journal, device })
    }

    /// The name of this device.
    #[must_use]
    pub fn device(&self) -> &str {
        &self.device
    }

    /// Keeps an action.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep(&mut self, action: &Action) -> anyhow::Result<()> {
        let notes = &mut self.notes;
        tell(&self.journal.append(std::slice::from_ref(action), &mut |action| notes.take_in(action))?);
        Ok(())
    }
}

/// `time`, in milliseconds since 1970, as people and scripts read it: ISO 8601 in UTC, to the second.
#[must_use]
pub fn shown(time: u64) -> String {
    let time = i64::try_from(time).ok().and_then(|time| Timestamp::from_millisecond(time).ok()).unwrap_or_default();
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
