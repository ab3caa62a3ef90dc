//! `liseuse restore`: takes the notes of a backup back in. It adds what is missing and takes nothing away.

use std::io;
use std::path::PathBuf;

use anyhow::Context as _;

use crate::cli::args::STANDARD;
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::data;
use crate::cli::output::Out;
use crate::notes::journal::backup::restore::restore;
use crate::notes::journal::backup::{self, Files};
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse restore notes-2020-05-16.tar.gz";

/// Take the notes of a backup back in.
///
/// What the backup holds and the notes lack is added; nothing is taken away, and what was done since still counts. To go back to how
/// notes were, use `liseuse notes restore --at`. A file that the reading room wrote when the disk failed is taken in as well.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The backup; - reads it from stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the subcommand.
///
/// # Errors
/// When the file is no backup, or the notes cannot be written.
pub fn run(args: &Args, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let path = &args.file;
    let given =
        || -> io::Result<Files> { if path.as_os_str() == STANDARD { backup::read(io::stdin()) } else { backup::open(path) } };
    let files = given().with_context(|| tr!("cannot restore {path}", path = path.display()))?;
    let data = data()?;
    let done = restore(&data, &files).with_context(|| tr!("cannot write the notes in {path}", path = data.display()))?;
    let aside = if done.aside > 0 { tr!("; damaged and set aside: {aside}", aside = done.aside) } else { String::new() };
    let files = tr!("{n} file" | "{n} files", n = done.files);
    let added = tr!("added {n} line" | "added {n} lines", n = done.added);
    let known = tr!("{n} was there" | "{n} were there", n = done.known);
    out.line(&tr!("{path}: {files}; {added}, {known}{aside}", path = path.display(), files, added, known, aside))?;
    Ok(ExitStatus::Done)
}
