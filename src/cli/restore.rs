//! `liseuse restore`: takes the notes of a backup back in. It adds what is missing and takes nothing away.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::data;
use crate::cli::output::Out;
use crate::notes::backup::open;
use crate::notes::backup::restore::restore;

const EXAMPLE: &str = "Example:
  liseuse restore notes-2020-05-16.tar.gz";

/// Take the notes of a backup back in.
///
/// What the backup holds and the notes lack is added; nothing is taken away, and what was done since still counts. To go back to how
/// notes were, use `liseuse notes restore --at`. A file that the reading room wrote when the disk failed is taken in as well.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the subcommand.
///
/// # Errors
/// When the file is no backup, or the notes cannot be written.
pub fn run(args: &Args, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let path = &args.file;
    let files = open(path).with_context(|| format!("cannot restore {}", path.display()))?;
    let data = data()?;
    let done = restore(&data, &files).with_context(|| format!("cannot write the notes in {}", data.display()))?;
    let aside = if done.aside > 0 { format!("; damaged and set aside: {}", done.aside) } else { String::new() };
    out.line(&format!("{}: {} files; added {} lines, {} were there{aside}", path.display(), done.files, done.added, done.known))?;
    Ok(ExitStatus::Done)
}
