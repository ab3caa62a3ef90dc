//! Whose a cache file is. A checksum tells damage, not who wrote a file: what another person could have put there is not read, and the
//! archive is read instead.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Whether only this user can have written `file`, which is at `path`. Elsewhere than on Unix, the folders of a user are the user's.
///
/// # Errors
/// When the system does not say.
pub fn is_own(file: &File, path: &Path) -> io::Result<bool> {
    let folder = fs::metadata(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
    Ok(is_trusted(&file.metadata()?) && is_trusted(&folder))
}

/// Takes the right to write into `folder` from everybody else, so that what is written there now can be read again.
///
/// # Errors
/// When it is somebody else's folder, or the system refuses.
pub fn claim(folder: &Path) -> io::Result<()> {
    let metadata = fs::metadata(folder)?;
    if is_trusted(&metadata) {
        return Ok(());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
        if metadata.uid() == me() {
            let tightened = metadata.permissions().mode() & !OTHERS;
            return fs::set_permissions(folder, fs::Permissions::from_mode(tightened));
        }
    }
    Err(io::Error::new(io::ErrorKind::PermissionDenied, crate::tr!("the folder belongs to somebody else")))
}

/// The bits of a mode by which a group or everybody may write.
#[cfg(unix)]
const OTHERS: u32 = 0o022;

#[cfg(unix)]
fn me() -> u32 {
    rustix::process::geteuid().as_raw()
}

#[cfg(unix)]
fn is_trusted(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    is_mine_alone(metadata.uid(), metadata.mode())
}

#[cfg(unix)]
fn is_mine_alone(owner: u32, mode: u32) -> bool {
    owner == me() && mode & OTHERS == 0
}

#[cfg(not(unix))]
fn is_trusted(_: &fs::Metadata) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use super::{claim, is_mine_alone, is_own, me};
    use std::fs::{self, File, Permissions};
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn what_another_could_have_written_is_not_mine() {
        assert!(is_mine_alone(me(), 0o100_600) && is_mine_alone(me(), 0o100_644));
        assert!(!is_mine_alone(me() + 1, 0o100_600), "another owner");
        assert!(!is_mine_alone(me(), 0o100_620) && !is_mine_alone(me(), 0o100_602), "others may write");
    }

    #[test]
    fn a_folder_that_others_can_write_is_trusted_only_when_it_was_claimed() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a");
        fs::write(&path, "x").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        let is_own = || is_own(&File::open(&path).unwrap(), &path).unwrap();
        assert!(is_own());
        fs::set_permissions(home.path(), Permissions::from_mode(0o777)).unwrap();
        assert!(!is_own());
        claim(home.path()).unwrap();
        assert_eq!(fs::metadata(home.path()).unwrap().permissions().mode() & 0o777, 0o755);
        assert!(is_own());
        fs::set_permissions(&path, Permissions::from_mode(0o666)).unwrap();
        assert!(!is_own());
    }
}
