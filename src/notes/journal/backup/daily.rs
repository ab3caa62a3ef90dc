//! Backups that are made by themselves: of each day on which notes were opened, one, in the data folder; the last seven are kept.
//!
//! The thread that keeps notes asks for them when it has nothing else to do.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::notes::journal::backup::{collect, write};
use crate::notes::journal::disk::{Disk as _, SystemDisk};

/// The folder of these backups in the user's data folder.
pub const FOLDER: &str = "backups";
/// So many are kept.
const KEPT: usize = 7;
const HEAD: &str = "notes-";
const ENDING: &str = ".tar.gz";

/// A backup of a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DailyBackup {
    /// The day, in ISO 8601.
    pub day: String,
    /// Where it is.
    pub path: PathBuf,
    /// Its length in bytes.
    pub len: u64,
}

/// The backups there are, the oldest first. What has another name than they have is none.
///
/// # Errors
/// When the folder is there and cannot be looked into.
pub fn list(data: &Path) -> io::Result<Vec<DailyBackup>> {
    let entries = match fs::read_dir(data.join(FOLDER)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let day = name.to_str().and_then(|name| name.strip_prefix(HEAD)?.strip_suffix(ENDING));
        let metadata = entry.metadata()?;
        if let Some(day) = day.filter(|day| is_day(day) && metadata.is_file()) {
            all.push(DailyBackup { day: day.to_owned(), path: entry.path(), len: metadata.len() });
        }
    }
    all.sort();
    Ok(all)
}

/// Makes the backup of `today`, a day in ISO 8601, unless it is there or there are no notes; then the oldest beyond seven go. What was
/// made is returned, with what could not be read for it.
///
/// # Errors
/// When it cannot be written.
pub fn keep(data: &Path, today: &str) -> io::Result<Option<Vec<String>>> {
    if list(data)?.iter().any(|backup| backup.day == today) {
        return Ok(None);
    }
    let collected = collect(data);
    if collected.files.is_empty() {
        return Ok(None);
    }
    let folder = data.join(FOLDER);
    SystemDisk.create_folder(&folder)?;
    write(&folder.join(format!("{HEAD}{today}{ENDING}")), &collected.files)?;
    let all = list(data)?;
    for old in all.iter().take(all.len().saturating_sub(KEPT)) {
        fs::remove_file(&old.path)?;
    }
    Ok(Some(collected.missed))
}

fn is_day(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10
}
