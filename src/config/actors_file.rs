//! The file `actors.toml` of a person: read whole, and replaced in one step, so that it is never half written.
//!
//! What stands in it is no business of this file. Called by the thread that loads, when a person amends the gazetteer.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::config::{LARGEST, regular_file};
use crate::locale::system::system_reason;
use crate::tr;

/// Its name in the folder of the configuration.
const NAME: &str = "actors.toml";

/// The text of the file in `folder`; empty when there is none.
///
/// # Errors
/// When it is there and cannot be read, or is no UTF-8: it must not be replaced then.
pub fn read(folder: &Path) -> io::Result<String> {
    match regular_file::read_text(&folder.join(NAME), LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|error| with_path(folder, "read", &error)),
    }
}

/// Puts `text` in the place of the file in `folder`, which is made when it is not there. A link stays a link. Where something that stood there
/// is taken away, its lines stand in a file beside it from then on: a person may have written them by hand.
///
/// # Errors
/// When it cannot be written; what was there stays.
pub fn replace(folder: &Path, text: &str) -> io::Result<()> {
    write(folder, text).map_err(|error| with_path(folder, "write", &error))
}

/// The file beside it that holds what was taken out of it.
const TAKEN: &str = "actors.toml.bak";

/// Adds the lines of the text `before` that are not in `after` to the file at `path`.
fn set_aside(path: &Path, before: &str, after: &str) -> io::Result<()> {
    let mut kept: Vec<&str> = after.lines().collect();
    let is_taken = |line: &&str| match kept.iter().position(|one| one == line) {
        Some(at) => {
            kept.remove(at);
            false
        }
        None => !line.trim().is_empty(),
    };
    let taken: Vec<&str> = before.lines().filter(is_taken).collect();
    if taken.is_empty() {
        return Ok(());
    }
    let mut file = File::options().create(true).append(true).open(path)?;
    file.write_all(format!("{}\n\n", taken.join("\n")).as_bytes())?;
    file.sync_all()
}

fn write(folder: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let file: PathBuf = match fs::canonicalize(folder.join(NAME)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => folder.join(NAME),
        found => found?,
    };
    let former = fs::read_to_string(&file).unwrap_or_default();
    set_aside(&file.with_file_name(TAKEN), &former, text)?;
    let mut beside = NamedTempFile::new_in(file.parent().unwrap_or(folder))?;
    beside.write_all(text.as_bytes())?;
    if let Ok(before) = fs::metadata(&file) {
        beside.as_file().set_permissions(before.permissions())?;
    }
    beside.as_file().sync_all()?;
    beside.persist(file)?;
    Ok(())
}

fn with_path(folder: &Path, what: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), {
        let path = folder.join(NAME);
        match what {
            "read" => tr!("cannot read {path}: {error}", path = path.display(), error = system_reason(error)),
            _ => tr!("cannot write {path}: {error}", path = path.display(), error = system_reason(error)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{NAME, TAKEN, read, replace};
    use std::fs;

    #[test]
    fn a_file_is_replaced_whole_and_an_unreadable_one_is_told() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("liseuse");
        assert_eq!(read(&folder).unwrap(), "");
        replace(&folder, "hide = []\n").unwrap();
        assert_eq!(read(&folder).unwrap(), "hide = []\n");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
        replace(&folder, "hide = []\n\n[[merge]]\n").unwrap();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing was taken away");
        replace(&folder, "").unwrap();
        assert_eq!(fs::read_to_string(folder.join("actors.toml.bak")).unwrap(), "hide = []\n[[merge]]\n\n");
        fs::write(folder.join(NAME), b"caf\xe9").unwrap();
        assert!(read(&folder).unwrap_err().to_string().contains(NAME));
    }

    #[test]
    fn what_is_taken_out_stays_in_a_file_beside() {
        let home = tempfile::tempdir().unwrap();
        let merge = "[[merge]]\nfrom = \"a\"\n";
        for text in [&format!("# by hand\n[[actor]]\nid = \"jane-doe\"\n\n{merge}"), merge, ""] {
            replace(home.path(), text).unwrap();
        }
        let kept = fs::read_to_string(home.path().join(TAKEN)).unwrap();
        assert_eq!(kept, "# by hand\n[[actor]]\nid = \"jane-doe\"\n\n[[merge]]\nfrom = \"a\"\n\n");
    }
}
