//! Backups: all journals and what lies beside them in one file, a gzipped tar archive, and the way back, which adds lines and takes
//! none away.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::notes::journal::disk::{Disk as _, OpenFor, SystemDisk};
use crate::notes::journal::line;

/// What a gzipped file begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The files of a backup, by their path in the data folder.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// What restoring has added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The files in the backup.
    pub files: usize,
    /// Lines that were not there.
    pub added: usize,
    /// Lines that were there already.
    pub known: usize,
}

/// The files of the data folder that a backup holds: all in its `notes` folder, and the history of queries.
///
/// # Errors
/// When one cannot be read; a folder that is not there holds none.
pub fn collect(data: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    let queries = data.join("queries");
    if queries.is_file() {
        files.insert("queries".into(), fs::read(queries)?);
    }
    gather(data, &data.join("notes"), &mut files)?;
    Ok(files)
}

fn gather(data: &Path, folder: &Path, files: &mut Files) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            gather(data, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(data) {
            // Held while it is read, so that no line is caught half written.
            let mut file = SystemDisk.open(&path, OpenFor::Read)?;
            file.lock()?;
            let len = file.facts()?.len;
            files.insert(name.to_owned(), file.read(0, usize::try_from(len).unwrap_or(usize::MAX))?);
        }
    }
    Ok(())
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

/// The files in the bytes of a backup, or of a file of journal lines such as the room writes when the disk fails.
///
/// # Errors
/// When it is neither, or damaged.
pub fn unpack(bytes: &[u8]) -> io::Result<Files> {
    if !bytes.starts_with(&GZIP) {
        return loose(bytes);
    }
    let mut files = Files::new();
    let mut archive = tar::Archive::new(GzDecoder::new(bytes));
    for entry in archive.entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        let is_ours = path.components().all(|part| matches!(part, Component::Normal(_)));
        if !is_ours || !(path.starts_with("notes") || path == Path::new("queries")) {
            return Err(io::Error::other(format!("{} does not belong into a backup", path.display())));
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        files.insert(path, bytes);
    }
    Ok(files)
}

/// The lines of a file of actions, each where it belongs.
fn loose(bytes: &[u8]) -> io::Result<Files> {
    let mut files = Files::new();
    for (at, text) in bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, text)| !text.is_empty()) {
        let action = line::read(text).map_err(|_| io::Error::other(format!("line {} is no action, or damaged", at + 1)))?;
        let folder = if action.archive.is_empty() { "other" } else { &action.archive };
        let is_plain = |name: &str| !name.contains(['/', '\\']) && !name.starts_with('.');
        if !is_plain(folder) || !is_plain(&action.device) {
            return Err(io::Error::other(format!("line {} names a file outside the notes", at + 1)));
        }
        let file = files.entry(Path::new("notes").join(folder).join(format!("{}.jsonl", action.device))).or_default();
        file.extend_from_slice(text);
        file.push(b'\n');
    }
    if files.is_empty() { Err(io::Error::other("it is no backup, and holds no actions")) } else { Ok(files) }
}

/// Adds to the files in `data` the lines of `files` that they lack, and reads them back.
///
/// # Errors
/// When a file cannot be read or written, or does not hold all lines afterwards.
pub fn restore(data: &Path, files: &Files) -> io::Result<Restored> {
    let mut all = Restored { files: files.len(), ..Restored::default() };
    for (name, bytes) in files {
        let path = data.join(name);
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        let (added, known) = add_lines(&path, bytes).map_err(named)?;
        all.added += added;
        all.known += known;
    }
    Ok(all)
}

fn add_lines(path: &Path, bytes: &[u8]) -> io::Result<(usize, usize)> {
    let folder = path.parent().unwrap_or(path);
    SystemDisk.create_folder(folder)?;
    let mut file = SystemDisk.open(path, OpenFor::Append)?;
    file.lock()?;
    let len = file.facts()?.len;
    let there = file.read(0, usize::try_from(len).unwrap_or(usize::MAX))?;
    let known: HashSet<&[u8]> = lines(&there).collect();
    let missing: Vec<&[u8]> = lines(bytes).filter(|text| !known.contains(text)).collect();
    let mut text = Vec::new();
    if !missing.is_empty() && !there.is_empty() && !there.ends_with(b"\n") {
        text.push(b'\n');
    }
    for line in &missing {
        text.extend_from_slice(line);
        text.push(b'\n');
    }
    file.append(&text)?;
    file.sync()?;
    SystemDisk.sync_folder(folder)?;
    let now = file.read(0, there.len() + text.len())?;
    let now: HashSet<&[u8]> = lines(&now).collect();
    if lines(bytes).any(|text| !now.contains(text)) {
        return Err(io::Error::other("what was written is not there when it is read back"));
    }
    Ok((missing.len(), lines(bytes).count() - missing.len()))
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n').filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Files, collect, pack, restore, unpack};

    #[test]
    fn a_backup_comes_back_as_it_was_and_a_second_time_changes_nothing() {
        let home = tempfile::tempdir().unwrap();
        let long = PathBuf::from(format!("notes/{}/laptop.jsonl", "a".repeat(90)));
        let files = Files::from([(long, b"one\ntwo\n".to_vec()), ("queries".into(), b"irak\n".to_vec())]);
        let back = unpack(&pack(&files).unwrap()).unwrap();
        assert_eq!(back, files);
        assert_eq!(restore(home.path(), &back).unwrap().added, 3);
        assert_eq!(collect(home.path()).unwrap(), files);
        let again = restore(home.path(), &back).unwrap();
        assert_eq!((again.added, again.known), (0, 3));
    }

    #[test]
    fn a_backup_that_leads_out_of_its_folder_is_refused() {
        let mut header = tar::Header::new_gnu();
        header.as_gnu_mut().unwrap().name[..9].copy_from_slice(b"../queues");
        header.set_size(0);
        header.set_cksum();
        let mut archive = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
        archive.append(&header, &[][..]).unwrap();
        let bytes = archive.into_inner().unwrap().finish().unwrap();
        assert!(unpack(&bytes).unwrap_err().to_string().contains("does not belong"));
        assert!(unpack(b"some text\n").is_err());
    }
}
