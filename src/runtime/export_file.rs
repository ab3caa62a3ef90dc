//! Delivery: puts an export into its file, without losing what stands there.
//!
//! What is there is renewed zone by zone or, when it is no export of ours, left alone. The file is replaced at once, by a rename,
//! and what it was stands beside it as `.bak`, or under the next free name where a person keeps something of that name. The
//! command line and the reading room come here.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};
use thiserror::Error;

use crate::export::form::{ExportForm, Own};
use crate::export::managed_block::{ZoneError, around, renew};
use crate::locale::system::system_reason;
use crate::runtime::odt;
use crate::tr;

/// What became of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It is new.
    Written,
    /// It was replaced; what it was stands in this file.
    Renewed(PathBuf),
    /// It was so already and was not touched.
    Unchanged,
}

/// Why nothing was written.
#[derive(Debug, Error)]
pub enum DeliveryError {
    /// Something else stands there.
    #[error("{}", tr!("{path} was not written by liseuse; choose another name, or replace it with `liseuse export --force`", path = .0.display()))]
    Foreign(PathBuf),
    /// Markers or marked parts were changed.
    #[error("{}", tr!("{path}: {fault}; `liseuse export --force` writes it again", path = path.display(), fault))]
    Zone {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        fault: ZoneError,
    },
    /// Somebody wrote to it at the same time.
    #[error("{}", tr!("{path} was changed meanwhile; try again", path = .0.display()))]
    Changed(PathBuf),
    /// A folder stands there.
    #[error("{}", tr!("{path} is a folder; name a file in it, or give it with --split for a file for each article", path = .0.display()))]
    Folder(PathBuf),
    /// There is no such folder to write to.
    #[error("{}", tr!("cannot write {path}: the folder {folder} does not exist", path = path.display(), folder = folder.display()))]
    NoFolder {
        /// The file.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// The system refuses.
    #[error("{}", tr!("cannot write {path}: {source}", path = path.display(), source = system_reason(source)))]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl DeliveryError {
    /// The same as the room says it, where there are no switches of the command line.
    #[must_use]
    pub(crate) fn in_room(&self) -> String {
        match self {
            Self::Foreign(path) => tr!("{path} was not written by liseuse; choose another name", path = path.display()),
            Self::Zone { path, fault } => {
                tr!("{path}: {fault}; choose another name, or move the file away", path = path.display(), fault)
            }
            Self::Folder(path) => tr!("{path} is a folder; name a file in it", path = path.display()),
            other => other.to_string(),
        }
    }
}

/// Puts `fresh` into the file at `path`. With `force`, edited zones are written again, and a file that is not ours is replaced.
///
/// # Errors
/// When the file is not ours or was edited, or cannot be written; it is then as it was.
pub fn deliver(path: &Path, fresh: &str, form: ExportForm, force: bool) -> Result<Delivery, DeliveryError> {
    if form.is_packed() {
        return deliver_packed(path, fresh, force);
    }
    // A link stays a link: what it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let told = |source| refused(path, source);
    let metadata = match fs::metadata(&target) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return create(&target, fresh).map_err(told),
        Err(error) => return Err(told(error)),
    };
    if metadata.is_dir() {
        return Err(DeliveryError::Folder(path.to_owned()));
    }
    if !metadata.is_file() {
        // A pipe or a terminal: there is nothing to lose.
        let sink = OpenOptions::new().write(true).open(&target).and_then(|mut sink| sink.write_all(fresh.as_bytes()));
        return sink.map(|()| Delivery::Written).map_err(told);
    }
    let old = fs::read(&target).map_err(told)?;
    let text = renewed(path, &old, fresh, form, force)?;
    if text.as_bytes() == old {
        return Ok(Delivery::Unchanged);
    }
    let backup = replace(&target, (&old, &metadata), text.as_bytes(), form.row().own).map_err(told)?;
    // Told as the file itself was named, unless that is a link to elsewhere.
    let named = |backup: PathBuf| match backup.file_name() {
        Some(name) if !path.is_symlink() => path.with_file_name(name),
        _ => backup,
    };
    backup.map(named).map(Delivery::Renewed).ok_or_else(|| DeliveryError::Changed(path.to_owned()))
}

/// Why `path` cannot be written, when the system says `source`.
pub(crate) fn refused(path: &Path, source: io::Error) -> DeliveryError {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    match folder {
        Some(folder) => DeliveryError::NoFolder { path: path.to_owned(), folder: folder.to_owned() },
        None => DeliveryError::Io { path: path.to_owned(), source },
    }
}

/// As [`deliver`], for a form whose container is replaced as a whole when it is ours.
fn deliver_packed(path: &Path, content: &str, force: bool) -> Result<Delivery, DeliveryError> {
    let told = |source| refused(path, source);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let fresh = odt::packed(content).map_err(told)?;
    let old = match fs::read(&target) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return create_bytes(&target, &fresh).map_err(told),
        Err(error) => return Err(told(error)),
    };
    if old == fresh {
        return Ok(Delivery::Unchanged);
    }
    if !(force || old.is_empty() || odt::is_own(&old)) {
        return Err(DeliveryError::Foreign(path.to_owned()));
    }
    let metadata = fs::metadata(&target).map_err(told)?;
    let backup = replace(&target, (&old, &metadata), &fresh, Own::Unknown).map_err(told)?;
    backup.map(Delivery::Renewed).ok_or_else(|| DeliveryError::Changed(path.to_owned()))
}

/// The text that is to stand where `old` stands.
fn renewed(path: &Path, old: &[u8], fresh: &str, form: ExportForm, force: bool) -> Result<String, DeliveryError> {
    let own = form.row().own;
    let is_ours = |old: &str| matches!(own, Own::Says(is_own) if is_own(old));
    let Ok(old) = std::str::from_utf8(old) else {
        return if force { Ok(fresh.to_owned()) } else { Err(DeliveryError::Foreign(path.to_owned())) };
    };
    if old == fresh || old.trim().is_empty() || is_ours(old) {
        return Ok(fresh.to_owned());
    }
    match renew(old, fresh, force) {
        Ok(text) if matches!(own, Own::Zones) => Ok(text),
        Err(ZoneError::Foreign) | Ok(_) if !force => Err(DeliveryError::Foreign(path.to_owned())),
        Err(fault) if !force => Err(DeliveryError::Zone { path: path.to_owned(), fault }),
        Err(_) | Ok(_) => Ok(fresh.to_owned()),
    }
}

/// Puts `text` into a file that is not there yet.
pub(crate) fn create(path: &Path, text: &str) -> io::Result<Delivery> {
    create_bytes(path, text.as_bytes())
}

fn create_bytes(path: &Path, bytes: &[u8]) -> io::Result<Delivery> {
    beside(path, bytes)?.persist_noclobber(path)?;
    sync_folder(path)?;
    Ok(Delivery::Written)
}

/// Replaces the file, which was `old`, and says where that stands now; `None` when it is not so any more.
fn replace(path: &Path, (old, metadata): (&[u8], &Metadata), fresh: &[u8], own: Own) -> io::Result<Option<PathBuf>> {
    let fresh = beside(path, fresh)?;
    fresh.as_file().set_permissions(metadata.permissions())?;
    let former = beside(path, old)?;
    former.as_file().set_permissions(metadata.permissions())?;
    let backup = keep_former(path, former, old, own)?;
    if fs::read(path)? != old {
        return Ok(None);
    }
    fresh.persist(path)?;
    sync_folder(path)?;
    Ok(Some(backup))
}

/// Gives `former`, which holds `old`, the name of `path` with `.bak`, or with `.bak2` and so on where what stands there would be missed.
fn keep_former(path: &Path, mut former: NamedTempFile, old: &[u8], own: Own) -> io::Result<PathBuf> {
    for number in 1_u32.. {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 1 { ".bak".to_owned() } else { format!(".bak{number}") });
        let backup = PathBuf::from(name);
        match fs::read(&backup) {
            Ok(there) if is_dispensable(&there, old, own) => {
                former.persist(&backup)?;
                return Ok(backup);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => match former.persist_noclobber(&backup) {
                Ok(_) => return Ok(backup),
                // Somebody was faster.
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => former = error.file,
                Err(error) => return Err(error.error),
            },
            // What cannot be read is no less somebody's.
            _ => {}
        }
    }
    Err(io::Error::other(tr!("every name for what the file was is taken")))
}

/// Whether nothing of a person's is lost with `there`, a former state of an export that was `old` last: it is the same, or an
/// export as we wrote it around which nothing stands but what stands in `old` too.
fn is_dispensable(there: &[u8], old: &[u8], own: Own) -> bool {
    let (Ok(text), Ok(last)) = (std::str::from_utf8(there), std::str::from_utf8(old)) else { return there == old };
    there == old
        || match own {
            Own::Zones => around(text).is_some_and(|around_it| around(last).is_some_and(|around_last| around_it == around_last)),
            Own::Says(is_own) => is_own(text),
            Own::Unknown => false,
        }
}

/// A file in the folder of `path` that is on the disk already and goes when it gets no name.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".liseuse-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new name is on the disk when its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder(path))?.sync_all() } else { Ok(()) }
}
