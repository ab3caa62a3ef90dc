//! `liseuse backup`: all notes in one file, read back before it is called one.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::cli::args::STANDARD;
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::data;
use crate::cli::output::{Out, tell};
use crate::cli::table::{Table, TableColumn};
use crate::notes::journal::backup::{collect, count_lines, daily, pack, write};
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse backup notes-2020-05-16.tar.gz
  liseuse backup --list";

/// Write all notes and their history to one file.
///
/// It holds the journals of all devices as they are, in a gzipped tar archive that any tool opens; `liseuse restore` takes them back
/// in. An export is no backup: it lacks the history, the drafts and what was read. The reading room makes one by itself on each day on
/// which it is used, and keeps those of seven days; `--list` shows them.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The file to write; - prints the backup
    #[arg(value_name = "FILE", required_unless_present = "list")]
    file: Option<PathBuf>,
    /// Replace the file when it is there
    #[arg(long)]
    force: bool,
    /// List the backups that were made by themselves
    #[arg(long, conflicts_with_all = ["file", "force"])]
    list: bool,
}

/// Runs the subcommand.
///
/// # Errors
/// When the notes cannot be read, or the file cannot be written or does not say the same when it is read back.
pub fn run(args: &Args, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let data = data()?;
    let Some(path) = &args.file else { return list(&data, out) };
    let is_printed = path.as_os_str() == STANDARD;
    if path.exists() && !args.force && !is_printed {
        bail!(tr!("{path} is there already; --force replaces it", path = path.display()));
    }
    let collected = collect(&data);
    let files = &collected.files;
    tell(&collected.missed);
    if files.is_empty() {
        bail!(tr!("there are no notes in {path}", path = data.display()));
    }
    if is_printed {
        out.bytes(&pack(files)?)?;
        return Ok(if collected.missed.is_empty() { ExitStatus::Done } else { ExitStatus::NotExact });
    }
    let len = write(path, files).with_context(|| tr!("cannot write {path}", path = path.display()))?;
    let (count, lines) = (files.len(), count_lines(files));
    out.line(&tr!(
        "{path}: {count} files, {lines} lines, {len} bytes; read back and found the same",
        path = path.display(),
        count,
        lines,
        len
    ))?;
    Ok(if collected.missed.is_empty() { ExitStatus::Done } else { ExitStatus::NotExact })
}

fn list(data: &Path, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let all = daily::list(data).with_context(|| tr!("cannot look into {path}", path = data.join(daily::FOLDER).display()))?;
    if all.is_empty() {
        tell(&[tr!("no backup was made by itself yet; one is made each day on which the notes change")]);
    } else {
        let columns =
            [TableColumn::text(tr!("DAY"), 10), TableColumn::number(tr!("BYTES")), TableColumn::text(tr!("FILE"), usize::MAX)];
        let mut table = Table::new(&columns);
        for one in &all {
            table.row(vec![one.day.clone(), one.len.to_string(), one.path.display().to_string()]);
        }
        table.print(out)?;
    }
    Ok(ExitStatus::of(all.len()))
}
