//! Identities: the name of this device and of an archive in the journal. They say which file is written to; notes are found again
//! by their articles, so that nothing hangs on them.

use std::collections::HashSet;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use ulid::Ulid;

use crate::config::regular_file;
use crate::ingest::Origin;
use crate::notes::journal::disk::{Disk, OpenFor};
use crate::notes::state::Notes;

/// The variable of the environment by which a person names this device.
pub const DEVICE: &str = "LISEUSE_DEVICE";

/// The name of this device: what is `said` by the person, else the name of the host and a number that this machine alone has.
///
/// It is not kept beside the notes where that can be helped, for that folder may be synchronised, and two devices of one name would
/// write to one file.
///
/// # Errors
/// When the machine has no number of its own, and none can be kept in `data`.
pub fn device(said: Option<&str>, data: &Path, disk: &dyn Disk) -> io::Result<String> {
    if let Some(said) = said.map(plain).filter(|said| !said.is_empty()) {
        return Ok(said);
    }
    let number = match machine_number() {
        Some(number) => number,
        None => kept_number(&data.join("device"), disk)?,
    };
    Ok(with_host(&number))
}

/// The same where nothing is to be written: `None` when no number was kept yet.
#[must_use]
pub fn known_device(said: Option<&str>, data: &Path) -> Option<String> {
    let kept = || regular_file::read_text(&data.join("device"), LONGEST_NUMBER).ok().map(|text| plain(&text));
    let said = said.map(plain).filter(|said| !said.is_empty());
    said.or_else(|| Some(with_host(&machine_number().or_else(kept).filter(|number| !number.is_empty())?)))
}

fn with_host(number: &str) -> String {
    let host = first_line("/proc/sys/kernel/hostname").or_else(|| first_line("/etc/hostname")).map(|name| plain(&name));
    format!("{}-{number}", host.filter(|host| !host.is_empty()).unwrap_or_else(|| "device".to_owned()))
}

/// A number that this machine alone has. The system's own is not to be handed out: machine-id(5).
fn machine_number() -> Option<String> {
    let number = first_line("/etc/machine-id").or_else(|| first_line("/var/lib/dbus/machine-id"))?;
    Some(digest(&["liseuse", &number]))
}

fn first_line(path: &str) -> Option<String> {
    fs::read_to_string(path).ok().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The most bytes of a file with a number in it.
const LONGEST_NUMBER: u64 = 1 << 10;

/// The number in the file at `path`, which is made when it is not there.
fn kept_number(path: &Path, disk: &dyn Disk) -> io::Result<String> {
    match regular_file::read_text(path, LONGEST_NUMBER) {
        Ok(text) if !plain(&text).is_empty() => return Ok(plain(&text)),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let number = digest(&[&Ulid::generate().to_string()]);
    path.parent().map_or(Ok(()), |folder| disk.create_folder(folder))?;
    let mut file = disk.open(path, OpenFor::Write)?;
    file.append(number.as_bytes())?;
    file.sync()?;
    Ok(number)
}

/// The identifier of the archive of `origin`, and its files and folders in full.
#[must_use]
pub fn archive(origin: &Origin) -> (String, Vec<String>) {
    let paths = match origin {
        Origin::Paths(paths) => paths,
        Origin::Sample => return ("sample".to_owned(), Vec::new()),
        Origin::Given(_) => return ("stdin".to_owned(), Vec::new()),
    };
    let full = |path: &PathBuf| path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.clone());
    let mut paths: Vec<String> = paths.iter().map(full).map(|path| path.to_string_lossy().into_owned()).collect();
    paths.sort();
    let name = paths.first().and_then(|path| Path::new(path).file_name()).map(|name| plain(&name.to_string_lossy()));
    let parts: Vec<&str> = paths.iter().map(String::as_str).collect();
    (format!("{}-{}", name.unwrap_or_default(), digest(&parts)), paths)
}

/// The archives of `notes` whose files and folders are all gone.
#[must_use]
pub fn gone(notes: &Notes) -> HashSet<String> {
    let is_gone = |paths: &[String]| !paths.is_empty() && !paths.iter().any(|path| Path::new(path).exists());
    notes.archives().filter(|(_, paths)| is_gone(paths)).map(|(archive, _)| archive.to_owned()).collect()
}

/// A random number: the system seeds each hasher with one.
#[must_use]
pub fn salt() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// `text` as a part of a file name that every system takes.
fn plain(text: &str) -> String {
    const LONGEST: usize = 32;
    let kept = text.trim().chars().take(LONGEST);
    kept.map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect::<String>()
        .trim_matches('-')
        .to_owned()
}

/// Eight hexadecimal digits that follow from `parts` and tell nothing of them.
fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let number = hash.finalize().iter().take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    format!("{number:08x}")
}

#[cfg(test)]
mod tests {
    use super::{archive, device};
    use crate::ingest::Origin;
    use crate::notes::journal::disk::SystemDisk;

    #[test]
    fn a_device_has_one_name_and_a_person_may_give_it() {
        let home = tempfile::tempdir().unwrap();
        let name = device(None, home.path(), &SystemDisk).unwrap();
        assert_eq!(device(None, home.path(), &SystemDisk).unwrap(), name);
        assert_eq!(device(Some("Mon Portable / été"), home.path(), &SystemDisk).unwrap(), "mon-portable----t");
    }

    #[test]
    fn an_archive_is_known_by_its_paths_in_full_in_any_order() {
        let home = tempfile::tempdir().unwrap();
        let (one, other) = (home.path().join("Presse 2020"), home.path().join("b"));
        let (id, paths) = archive(&Origin::Paths(vec![other.clone(), one.clone()]));
        assert_eq!((id.clone(), paths), archive(&Origin::Paths(vec![one.clone(), other])));
        assert!(id.starts_with("presse-2020-"), "{id}");
        assert_ne!(archive(&Origin::Paths(vec![one])).0, id);
        assert_eq!(archive(&Origin::Sample).0, "sample");
    }
}
