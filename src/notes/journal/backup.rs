//! Backups: all journals and what lies beside them in one file, a gzipped tar archive; how it is written, and how it is opened again
//! without trusting what is in it. The way back into the notes is [`restore`], the copies made by themselves are [`daily`].

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::config::regular_file;
use crate::notes::journal::disk::{Disk as _, OpenFor, SystemDisk};
use crate::notes::journal::line;
use crate::tr;

pub mod daily;
pub mod restore;

/// What a gzipped file begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// A backup may hold so many bytes when it is unpacked; more is no backup but an attempt to fill the memory.
const MOST_BYTES: u64 = 512 << 20;
/// And so many files.
const MOST_FILES: usize = 100_000;

/// The files of a backup, by their path in the data folder.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// What could be read of the notes, and what could not.
#[derive(Debug, Default)]
pub struct Collected {
    /// The files.
    pub files: Files,
    /// What is missing, each with the reason.
    pub missed: Vec<String>,
}

/// The files of the data folder that a backup holds: all in its `notes` folder, and the history of queries. What cannot be read is
/// named, and the rest taken; a folder that is not there holds none.
#[must_use]
pub fn collect(data: &Path) -> Collected {
    let mut all = Collected::default();
    let queries = data.join("queries");
    if queries.is_file() {
        all.take(data, &queries);
    }
    all.gather(data, &data.join("notes"), &mut HashSet::new());
    all
}

impl Collected {
    fn gather(&mut self, data: &Path, folder: &Path, visited: &mut HashSet<PathBuf>) {
        // A link to a folder above would lead round for ever.
        let is_new = fs::canonicalize(folder).map(|real| visited.insert(real));
        let entries = match is_new.and_then(|is_new| if is_new { fs::read_dir(folder).map(Some) } else { Ok(None) }) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => return self.miss(folder, &error),
        };
        for entry in entries.into_iter().flatten() {
            match entry.map(|entry| entry.path()) {
                Ok(path) if path.is_dir() => self.gather(data, &path, visited),
                Ok(path) => self.take(data, &path),
                Err(error) => self.miss(folder, &error),
            }
        }
    }

    fn take(&mut self, data: &Path, path: &Path) {
        match read_held(path) {
            Ok(bytes) => {
                let name = path.strip_prefix(data).unwrap_or(path);
                self.files.insert(name.to_owned(), bytes);
            }
            Err(error) => self.miss(path, &error),
        }
    }

    fn miss(&mut self, path: &Path, error: &io::Error) {
        self.missed.push(tr!("{path} is not in the backup: {error}", path = path.display(), error));
    }
}

/// The bytes of a file, held while they are read, so that no line is caught half written.
fn read_held(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = SystemDisk.open(path, OpenFor::Read)?;
    file.lock()?;
    let len = file.facts()?.len;
    file.read(0, usize::try_from(len).unwrap_or(usize::MAX))
}

/// The bytes of a backup of `files`.
///
/// # Errors
/// When a path cannot be said in a tar archive.
pub fn pack(files: &Files) -> io::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::default()));
    for (path, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        archive.append_data(&mut header, path, bytes.as_slice())?;
    }
    archive.into_inner()?.finish()
}

/// Writes a backup of `files` to `path`, and gives its length. It is read back before it gets that name; nothing else is left when
/// that fails.
///
/// # Errors
/// When it cannot be written, or does not say the same when it is read back.
pub fn write(path: &Path, files: &Files) -> io::Result<u64> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let beside = folder.join(format!(".{}.new", path.file_name().unwrap_or_default().to_string_lossy()));
    let written = write_beside(&beside, files).and_then(|len| {
        SystemDisk.rename(&beside, path)?;
        SystemDisk.sync_folder(folder)?;
        Ok(len)
    });
    if written.is_err() {
        // What is half a backup is none; the reason it failed is what is told.
        let _gone = fs::remove_file(&beside);
    }
    written
}

fn write_beside(beside: &Path, files: &Files) -> io::Result<u64> {
    let bytes = pack(files)?;
    let mut file = SystemDisk.open(beside, OpenFor::Write)?;
    file.append(&bytes)?;
    file.sync()?;
    if unpack(&file.read(0, bytes.len() + 1)?)? == *files {
        Ok(bytes.len() as u64)
    } else {
        Err(io::Error::other(tr!("what was written does not say the same when it is read back")))
    }
}

/// The files in the backup at `path`.
///
/// # Errors
/// As [`unpack`], and when it cannot be read or is too large to be one.
pub fn open(path: &Path) -> io::Result<Files> {
    read(regular_file::open(path)?)
}

/// The files in the backup that `source` gives.
///
/// # Errors
/// As [`open`].
pub fn read(source: impl Read) -> io::Result<Files> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large());
    }
    unpack(&bytes)
}

/// The files in the bytes of a backup, or of a file of journal lines such as the room writes when the disk fails.
///
/// # Errors
/// When it is neither, or damaged, or holds more, or other things, than a backup does.
pub fn unpack(bytes: &[u8]) -> io::Result<Files> {
    if bytes.starts_with(&GZIP) { unpack_within(bytes, MOST_BYTES) } else { loose(bytes) }
}

fn unpack_within(bytes: &[u8], most: u64) -> io::Result<Files> {
    let mut files = Files::new();
    // The names of files are in the stream as well, and may be as long as it likes.
    let mut archive = tar::Archive::new(GzDecoder::new(bytes).take(most));
    let mut left = most;
    for entry in archive.entries().map_err(broken)? {
        let entry = entry.map_err(broken)?;
        let path = entry.path().map_err(broken)?.into_owned();
        if !is_ours(&path) {
            return Err(io::Error::other(tr!("{path} does not belong into a backup", path = path.display())));
        }
        match entry.header().entry_type() {
            kind if kind.is_dir() => continue,
            kind if kind.is_file() => {}
            _ => {
                return Err(io::Error::other(tr!(
                    "{path} is no file, and only files belong into a backup",
                    path = path.display()
                )));
            }
        }
        let (said, mut bytes) = (entry.size(), Vec::new());
        if said > left || files.len() == MOST_FILES {
            return Err(too_large());
        }
        left -= said;
        entry.take(said).read_to_end(&mut bytes).map_err(broken)?;
        if bytes.len() as u64 != said {
            return Err(io::Error::other(tr!("{path} is cut off", path = path.display())));
        }
        if files.insert(path.clone(), bytes).is_some() {
            return Err(io::Error::other(tr!("{path} is there twice", path = path.display())));
        }
    }
    Ok(files)
}

/// What is wrong with a packed file that does not unpack: the libraries that unpack it say it in words of their formats.
fn broken(_: io::Error) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, tr!("the backup is cut off or damaged"))
}

fn is_ours(path: &Path) -> bool {
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    is_plain && (path.starts_with("notes") || path == Path::new("queries"))
}

fn too_large() -> io::Error {
    let most = MOST_BYTES >> 20;
    io::Error::new(
        io::ErrorKind::FileTooLarge,
        tr!("it holds more than {most} MiB or {files} files, too much for a backup", most, files = MOST_FILES),
    )
}

/// The lines of a file of actions, each where it belongs.
fn loose(bytes: &[u8]) -> io::Result<Files> {
    let mut files = Files::new();
    for (at, text) in bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, text)| !text.is_empty()) {
        let action = line::read(text).map_err(|_| io::Error::other(tr!("line {at} is no action, or damaged", at = at + 1)))?;
        let folder = if action.archive.is_empty() { "other" } else { &action.archive };
        let is_plain = |name: &str| !name.contains(['/', '\\']) && !name.starts_with('.');
        if !is_plain(folder) || !is_plain(&action.device) {
            return Err(io::Error::other(tr!("line {at} names a file outside the notes", at = at + 1)));
        }
        let file = files.entry(Path::new("notes").join(folder).join(format!("{}.jsonl", action.device))).or_default();
        file.extend_from_slice(text);
        file.push(b'\n');
    }
    if files.is_empty() { Err(io::Error::other(tr!("it is no backup, and holds no actions"))) } else { Ok(files) }
}

/// The lines of a file that say something.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n').filter(|text| !text.is_empty())
}

/// How many lines `files` have.
#[must_use]
pub fn count_lines(files: &Files) -> usize {
    files.values().map(|bytes| lines(bytes).count()).sum()
}

#[cfg(test)]
mod tests;
