//! `liseuse convert`: the articles of an archive as clean Markdown with front matter, a file each, or as one file of JSON Lines.
//!
//! The way out of any press database: what it writes reads back as the same articles. Nothing is overwritten unless asked.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tempfile::NamedTempFile;

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::setup::{Loaded, Setup, tell};
use crate::export::article::{file_name, json_line, markdown};
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse convert export.html -o articles/        each article as Markdown with front matter
  liseuse convert press/ -o press.jsonl           all of them as one file of JSON Lines
  liseuse convert press/ --month 2020-08 -o a/    some of them
Boilerplate is left out, and so is what was only inferred.";

/// Write articles as Markdown with front matter, or as JSON Lines.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Files and folders
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// A folder for a file of Markdown each, or a file that ends in .jsonl
    #[arg(short, long, value_name = "FOLDER|FILE.jsonl")]
    output: PathBuf,
    /// Replace files that are there already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    limit: Limit,
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded, or a file is there already or cannot be written.
pub fn run(args: &Args, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    if loaded.rows.is_empty() {
        return Ok(ExitStatus::NothingFound);
    }
    let lines = args.output.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson");
    let place = args.output.display();
    if lines {
        let text: String = loaded.articles().map(|article| json_line(article) + "\n").collect();
        put(&args.output, &text, args.force)?;
        tell(&[tr!("{n} articles written to {place}" | "{n} articles written to {place}", n = loaded.rows.len(), place)]);
    } else {
        folder(&loaded, &args.output, args.force)?;
        tell(&[tr!("{n} articles written into {place}" | "{n} articles written into {place}", n = loaded.rows.len(), place)]);
    }
    Ok(ExitStatus::Done)
}

/// Writes a file for each article; none when one of them is there already.
fn folder(loaded: &Loaded, folder: &Path, force: bool) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| tr!("cannot make the folder {path}", path = folder.display()))?;
    let path = |article| folder.join(format!("{}.md", file_name(article)));
    if !force && let Some(taken) = loaded.articles().map(path).find(|path| path.exists()) {
        bail!(tr!(
            "{path} is there already and nothing was written; choose another folder, or replace it with --force",
            path = taken.display()
        ));
    }
    for article in loaded.articles() {
        put(&path(article), &markdown(article), force)?;
    }
    Ok(())
}

/// Puts `text` into the file at `path` at once, so that it is never half written.
fn put(path: &Path, text: &str, force: bool) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let told = || tr!("cannot write {path}", path = path.display());
    let mut file = NamedTempFile::new_in(folder).with_context(told)?;
    file.write_all(text.as_bytes()).with_context(told)?;
    let placed = if force { file.persist(path) } else { file.persist_noclobber(path) };
    match placed {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!(tr!("{path} is there already; choose another name, or replace it with --force", path = path.display()))
        }
        Err(error) => Err(error.error).with_context(told),
    }
}
