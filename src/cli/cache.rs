//! `liseuse cache`: the archives that are kept as they were loaded, and their deletion.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use jiff::Timestamp;
use serde::Serialize;

use crate::cli::args::{Limit, OutputFormat};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, tell};
use crate::cli::setup::{cache, options};
use crate::cli::table::{Table, TableColumn};
use crate::config::Config;
use crate::config::dirs::Dirs;
use crate::ingest::cache::CachedArchive;
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse cache
  liseuse cache clear press/";

/// List the archives that are kept as they were loaded, or delete them.
///
/// An archive of more than a megabyte opens from the cache when its files have not changed since. What is stale was kept by
/// another version of the program, or with other settings: it is made anew when the archive is opened.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(subcommand)]
    action: Option<Action>,
    /// The form: for people, or one JSON object a line
    #[arg(long, value_enum, default_value_t, value_name = "FORM", global = true)]
    format: OutputFormat,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Delete what is kept of the archives with these paths, or of all; lists what was deleted
    Clear {
        /// Files and folders the archives were opened by
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
}

#[derive(Serialize)]
struct CacheRecord<'a> {
    paths: &'a [String],
    articles: Option<u64>,
    bytes: u64,
    last_used: Option<String>,
    current: bool,
    file: String,
}

/// Runs the subcommand.
///
/// # Errors
/// When the cache cannot be read or deleted, or the output cannot be written.
pub fn run(args: &Args, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let dirs = Dirs::find();
    let config = Config::load(&dirs)?;
    let limit = Limit { max_file_size: None, no_gazetteer: false, no_cache: false };
    let Some(cache) = cache(limit, &options(limit, &config), &config, &dirs) else {
        anyhow::bail!(tr!("there is no place for a cache; set LISEUSE_CACHE_DIR to a folder"))
    };
    let mut entries = cache.entries()?;
    let wanted = match &args.action {
        Some(Action::Clear { paths }) => {
            entries.retain(|entry| paths.is_empty() || paths.iter().any(|path| is_of(entry, path)));
            entries.iter().try_for_each(|entry| cache.forget(entry))?;
            !paths.is_empty()
        }
        None => false,
    };
    match args.format {
        OutputFormat::Json => entries.iter().try_for_each(|entry| out.json(&record(entry)))?,
        OutputFormat::People if entries.is_empty() => {}
        OutputFormat::People => table(&entries).print(out)?,
    }
    if entries.is_empty() {
        tell(&[if wanted { tr!("nothing is kept of these paths") } else { tr!("nothing is kept of any archive") }]);
    }
    Ok(if wanted { ExitStatus::of(entries.len()) } else { ExitStatus::Done })
}

/// Whether the archive was opened by `path`, which need not be there any more.
fn is_of(entry: &CachedArchive, path: &Path) -> bool {
    let Ok(path) = path.canonicalize().or_else(|_| std::path::absolute(path)) else { return false };
    entry.content.as_ref().is_some_and(|content| content.roots.iter().any(|root| *root == path.to_string_lossy()))
}

fn record(entry: &CachedArchive) -> CacheRecord<'_> {
    let content = entry.content.as_ref();
    CacheRecord {
        paths: content.map_or(&[], |content| &content.roots),
        articles: content.map(|content| content.articles),
        bytes: entry.size,
        last_used: Timestamp::try_from(entry.used).ok().map(|time| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
        current: content.is_some_and(|content| content.current),
        file: entry.path.to_string_lossy().into_owned(),
    }
}

fn table(entries: &[CachedArchive]) -> Table {
    let mut table = Table::new(&[
        TableColumn::number(tr!("ARTICLES")),
        TableColumn::number(tr!("BYTES")),
        TableColumn::text(tr!("LAST USED"), 20),
        TableColumn::text(tr!("STATE"), 7),
        TableColumn::text(tr!("PATHS"), usize::MAX),
    ]);
    for entry in entries {
        let record = record(entry);
        table.row(vec![
            record.articles.map_or_else(|| "?".into(), |articles| articles.to_string()),
            record.bytes.to_string(),
            record.last_used.unwrap_or_default(),
            if record.current { tr!("current") } else { tr!("stale") }.to_owned(),
            if record.paths.is_empty() { record.file } else { record.paths.join(" ") },
        ]);
    }
    table
}
