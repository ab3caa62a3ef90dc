//! The runtime: opens the reading room on a terminal and performs what it asks for.

use anyhow::bail;

use crate::config::Config;
use crate::config::dirs::Dirs;
use crate::ingest::{Options, Origin};

/// What the command line asks the reading room to open.
#[derive(Clone, Debug)]
pub struct Request {
    /// What to load.
    pub origin: Origin,
    /// How to load it.
    pub options: Options,
    /// What the user configured.
    pub config: Config,
    /// Where the user's files live.
    pub dirs: Dirs,
}

/// Opens the reading room and returns when the reader leaves it.
///
/// # Errors
/// When the terminal cannot be used.
pub fn open(request: Request) -> anyhow::Result<()> {
    let Request { origin, .. } = request;
    bail!("no reading room yet for {origin:?}")
}
