//! `liseuse backup`: all notes in one file, read back before it is called one.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail, ensure};

use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::data;
use crate::cli::output::Out;
use crate::notes::backup::{collect, pack, unpack};
use crate::notes::journal::disk::{Disk as _, OpenFor, SystemDisk};

const EXAMPLE: &str = "Example:
  liseuse backup notes-2020-05-16.tar.gz";

/// Write all notes and their history to one file.
///
/// It holds the journals of all devices as they are, in a gzipped tar archive that any tool opens; `liseuse restore` takes them back
/// in. An export is no backup: it lacks the history, the drafts and what was read.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The file to write
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace the file when it is there
    #[arg(long)]
    force: bool,
}

/// Runs the subcommand.
///
/// # Errors
/// When the notes cannot be read, or the file cannot be written or does not say the same when it is read back.
pub fn run(args: &Args, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let path = &args.file;
    if path.exists() && !args.force {
        bail!("{} is there already; --force replaces it", path.display());
    }
    let data = data()?;
    let files = collect(&data).with_context(|| format!("cannot read the notes in {}", data.display()))?;
    if files.is_empty() {
        bail!("there are no notes in {}", data.display());
    }
    let told = || format!("cannot write {}", path.display());
    let bytes = pack(&files).with_context(told)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| std::path::Path::new("."));
    let beside = folder.join(format!(".{}.new", path.file_name().unwrap_or_default().to_string_lossy()));
    let mut file = SystemDisk.open(&beside, OpenFor::Write).with_context(told)?;
    file.append(&bytes).and_then(|()| file.sync()).with_context(told)?;
    let read = unpack(&fs::read(&beside).with_context(told)?).with_context(told)?;
    ensure!(read == files, "{}: what was written does not say the same when it is read back", beside.display());
    SystemDisk.rename(&beside, path).and_then(|()| SystemDisk.sync_folder(folder)).with_context(told)?;
    let lines: usize =
        files.values().map(|bytes| bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count()).sum();
    out.line(&format!(
        "{}: {} files, {lines} lines, {} bytes; read back and found the same",
        path.display(),
        files.len(),
        bytes.len()
    ))?;
    Ok(ExitStatus::Done)
}
