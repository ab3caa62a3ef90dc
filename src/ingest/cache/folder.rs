//! The folder of the cache: what lies in it, when it was used last, and what has to go when it grows too large.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::ingest::cache::key::CacheKey;
use crate::ingest::cache::reader::open_table;
use crate::ingest::cache::table::CacheTable;

/// The ending of a cache file's name.
pub const ENDING: &str = "archive";
/// The ending of the file beside it that holds the archive's families and stories.
pub const GROUPS: &str = "groups";
/// The beginning of the name of a file that is being written.
pub const TEMPORARY: &str = ".new-";
/// A file that has been written for so long is written by nobody any more.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// An archive that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CachedArchive {
    /// The file.
    pub path: PathBuf,
    /// Its bytes.
    pub size: u64,
    /// When it was used last.
    pub used: SystemTime,
    /// What it holds; `None` when it cannot be read.
    pub content: Option<Content>,
}

/// What is kept of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The files and folders it was opened by, readable on a terminal.
    pub roots: Vec<String>,
    /// How many articles it has.
    pub articles: u64,
    /// Whether the program as it is now can use it.
    pub current: bool,
}

/// The folder of the archives in the cache folder of the program.
#[must_use]
pub fn folder_of(cache: &Path) -> PathBuf {
    cache.join("archives")
}

/// The archives kept in `folder`, by path; none when there is no folder.
///
/// # Errors
/// When the folder cannot be read.
pub fn entries(folder: &Path, key: CacheKey) -> io::Result<Vec<CachedArchive>> {
    let mut entries = Vec::new();
    for (path, size, used) in files(folder)? {
        // Nothing of a listed file is kept, so none is copied.
        let table = open_table((&path, 0), None).map(|(_, table)| table);
        let content = table.map(|table| content(&table, open_table((&path, 0), Some(key)).is_some()));
        entries.push(CachedArchive { path, size, used, content });
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(entries)
}

fn content(table: &CacheTable, current: bool) -> Content {
    let roots = table.roots();
    Content {
        roots: roots.targets().map(|root| String::from_utf8_lossy(root).into_owned()).collect(),
        articles: table.articles.first().copied().unwrap_or_default(),
        current,
    }
}

/// The cache files in `folder`, with size and time of last use.
fn files(folder: &Path) -> io::Result<Vec<(PathBuf, u64, SystemTime)>> {
    let listed = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed?,
    };
    let mut files = Vec::new();
    for entry in listed {
        let entry = entry?;
        let ours = entry.path().extension().is_some_and(|ending| ending == ENDING);
        // Another program may take a file away while we look.
        if let Some(metadata) = entry.metadata().ok().filter(|metadata| ours && metadata.is_file()) {
            let beside = fs::metadata(entry.path().with_extension(GROUPS)).map_or(0, |groups| groups.len());
            files.push((entry.path(), metadata.len() + beside, metadata.modified()?));
        }
    }
    Ok(files)
}

/// Takes note that the cache file at `path` is used now. It is of no harm when that fails: it may be forgotten sooner.
pub fn mark_used(path: &Path) {
    let _noted = File::options().append(true).open(path).and_then(|file| file.set_modified(SystemTime::now()));
}

/// Deletes what was used least lately until all of `folder` has at most `most` bytes; the file at `keep` stays.
///
/// # Errors
/// When a file cannot be deleted.
pub fn make_room(folder: &Path, most: u64, keep: &Path) -> io::Result<()> {
    sweep(folder)?;
    let mut files = files(folder)?;
    files.sort_by_key(|(.., used)| *used);
    let mut total: u64 = files.iter().map(|(_, size, _)| size).sum();
    for (path, size, _) in files {
        if total > most && path != keep {
            remove(&path)?;
            total -= size;
        }
    }
    Ok(())
}

/// Deletes what programs that ended too soon have left unfinished.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let alone =
            entry.path().extension().is_some_and(|ending| ending == GROUPS) && !entry.path().with_extension(ENDING).exists();
        let unfinished = alone || entry.file_name().to_string_lossy().starts_with(TEMPORARY);
        let age = entry.metadata().and_then(|metadata| metadata.modified()).ok().and_then(|time| time.elapsed().ok());
        if unfinished && age.is_some_and(|age| age > ABANDONED) {
            remove_file(&entry.path())?;
        }
    }
    Ok(())
}

/// Deletes the cache file at `path` with what lies beside it, unless another program was faster.
///
/// # Errors
/// When it cannot be deleted.
pub fn remove(path: &Path) -> io::Result<()> {
    remove_file(&path.with_extension(GROUPS))?;
    remove_file(path)
}

fn remove_file(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
