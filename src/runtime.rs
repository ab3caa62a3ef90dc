//! Layer 5, the reading room at work: the loop, the workers, the terminal. It performs effects; what comes of each is an event.
//!
//! Threads: this one, which owns the state and blocks until something happens; one that reads the terminal; one that waits for
//! signals; and the workers (`worker`), each of which answers whatever it is asked, also when a job panics: one loads, one surveys,
//! one keeps the history, one keeps notes, and so on. Nothing polls, so an idle room costs nothing.

pub mod actor_page_worker;
pub mod anchor_worker;
pub mod browser;
mod clipboard;
pub mod editor;
pub mod event_loop;
pub mod export_file;
pub mod exporter;
pub mod frame;
pub(crate) mod ground_answer;
pub(crate) mod groups_worker;
pub(crate) mod guardian;
mod hangup;
pub mod history_writer;
pub(crate) mod inbox;
pub mod input;
pub mod input_pause;
pub mod journal_writer;
pub mod loader;
pub mod locale;
pub(crate) mod odt;
pub(crate) mod panic_report;
pub(crate) mod rescue;
pub mod search_worker;
pub(crate) mod services;
pub mod signals;
pub mod terminal;
pub mod theme_detection;
pub(crate) mod worker;

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::keys::keymap::Keymap;
use crate::app::state::State;
use crate::config::{Config, CopiesSettings, FoldSetting, LeaderSetting};
use crate::export::citation::Citation;
use crate::ingest::ArchiveLoader;
use crate::notes::journal::disk::{Disk, SystemDisk};
use crate::query::results::folding::{CopyFolding, CopyLead};
use crate::query::selection::Selection;
use crate::tr;

/// What the command line asks the reading room to open.
#[derive(Debug)]
pub struct OpenRequest {
    /// The archive.
    pub shelf: ArchiveLoader,
    /// The gazetteer; `None` builds the one built into the program, on the thread that loads.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// Whether the list of actors that comes with the program is used.
    pub listed: bool,
    /// What the user configured.
    pub config: Config,
    /// Where what is kept from run to run lives; `None` keeps nothing.
    pub data: Option<PathBuf>,
    /// Where `actors.toml` lives; without it nothing can be corrected.
    pub settings: Option<PathBuf>,
}

/// Opens the reading room and stays in it until the person leaves.
///
/// # Errors
/// When the user's keymap or actors are wrong, which is told before the terminal is taken, or when the terminal cannot be set
/// up or written to.
pub fn open(request: OpenRequest) -> anyhow::Result<()> {
    open_on(request, Arc::new(SystemDisk))
}

/// As [`open`], with the notes on `disk`: for tests of disks that do not do as they should.
///
/// # Errors
/// As [`open`].
pub fn open_on(request: OpenRequest, disk: Arc<dyn Disk + Sync>) -> anyhow::Result<()> {
    let choice = request.config.theme;
    let environment = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let theme = (theme_detection::theme(choice, &environment), theme_detection::asks_ground(choice, &environment));
    let (state, load, data) = prepare(request)?;
    event_loop::EventLoop::open((state, theme), load, (data, disk))?.stay()
}

/// The state to begin with, what is to be loaded, and where notes are kept.
///
/// # Errors
/// When the user's keymap is wrong.
pub(crate) fn prepare(request: OpenRequest) -> anyhow::Result<(State, loader::LoadRequest, Option<PathBuf>)> {
    let OpenRequest { shelf, gazetteer, listed, config, data, settings } = request;
    let keymap = Keymap::new(config.keymap.as_ref().map_or("", |file| &file.text))?;
    let mut state = State::new(keymap, Selection::default(), usize::from(config.settings.reader.measure));
    state.actors.file = config.actors.map_or_else(|| "".into(), |file| file.text.into());
    state.save(config.settings.queries);
    state.notes.colors = config.settings.colors;
    if let Err(fault) = Citation::default().written(&config.settings.cite) {
        state.error(tr!("config.toml, {fault}", fault));
    }
    state.notes.citation_style = config.settings.cite;
    (state.copies.folding, state.copies.lead) = folding(config.settings.copies);
    Ok((state, loader::LoadRequest { shelf, corrections: settings, gazetteer, listed }, data))
}

/// How the list folds copies, as the configuration says.
fn folding(settings: CopiesSettings) -> (CopyFolding, CopyLead) {
    let folding = match settings.fold {
        FoldSetting::Off => CopyFolding::Off,
        FoldSetting::NearIdentical => CopyFolding::NearIdentical,
        FoldSetting::Similar => CopyFolding::Similar,
    };
    let lead = match settings.leader {
        LeaderSetting::First => CopyLead::First,
        LeaderSetting::Longest => CopyLead::Longest,
    };
    (folding, lead)
}
