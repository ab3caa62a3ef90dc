//! Opening files of the program's own folders. Anything may lie there: a pipe would keep whoever opens it waiting for ever, a device
//! never ends. Only regular files are opened; links to them are followed.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

use crate::tr;

/// Opens the file at `path` for reading.
///
/// # Errors
/// When the system refuses, or there is no regular file; the reason says what there is.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    open_with(path, OpenOptions::new().read(true))
}

/// Opens the file at `path` as `options` say.
///
/// # Errors
/// As [`open`].
pub(crate) fn open_with(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    // A pipe answers at once then, whether or not there is anybody at its other end; regular files know no difference.
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.cast_signed());
    }
    let file = options.open(path).map_err(|error| told(path, error))?;
    let metadata = file.metadata()?;
    if metadata.is_file() { Ok(file) } else { Err(refusal(&metadata)) }
}

/// The text in the file at `path`, when it has at most `most` bytes.
///
/// # Errors
/// As [`open`], and when it is longer or no UTF-8.
pub(crate) fn read_text(path: &Path, most: u64) -> io::Result<String> {
    let mut text = String::new();
    open(path)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 <= most { Ok(text) } else { Err(io::Error::new(io::ErrorKind::FileTooLarge, too_large(most))) }
}

fn too_large(most: u64) -> String {
    tr!("it has more than {most} bytes, too many for a file of this program", most)
}

/// What the system says of a pipe that nobody reads, and of a socket, tells nobody what they are.
fn told(path: &Path, error: io::Error) -> io::Error {
    match path.metadata() {
        Ok(metadata) if !metadata.is_file() => refusal(&metadata),
        _ => error,
    }
}

fn refusal(metadata: &Metadata) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, tr!("it is {kind}, not a regular file", kind = kind(metadata)))
}

/// What there is instead of a file.
fn kind(metadata: &Metadata) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        let kind = metadata.file_type();
        if kind.is_fifo() {
            return tr!("a named pipe");
        } else if kind.is_socket() {
            return tr!("a socket");
        } else if kind.is_block_device() || kind.is_char_device() {
            return tr!("a device");
        }
    }
    if metadata.is_dir() { tr!("a folder") } else { tr!("a special file") }
}

#[cfg(all(test, unix))]
mod tests {
    use super::{open, open_with, read_text};
    use std::fs::{self, OpenOptions};
    use std::os::unix::fs::symlink;
    use std::path::Path;

    #[test]
    fn what_is_no_regular_file_is_refused_at_once_with_a_word() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        assert!(std::process::Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
        let _listener = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        symlink("/dev/zero", at("zero")).unwrap();
        symlink(at("loop"), at("loop")).unwrap();
        let told = |path: &Path| open(path).unwrap_err().to_string();
        assert_eq!(told(&at("pipe")), "it is a named pipe, not a regular file");
        assert_eq!(told(&at("socket")), "it is a socket, not a regular file");
        assert_eq!(told(&at("zero")), "it is a device, not a regular file");
        assert_eq!(told(home.path()), "it is a folder, not a regular file");
        assert!(open(&at("loop")).is_err());
        for name in ["pipe", "zero"] {
            let mut options = OpenOptions::new();
            let error = open_with(&at(name), options.read(true).append(true).create(true)).unwrap_err();
            assert!(error.to_string().contains("not a regular file"), "{error}");
        }
    }

    #[test]
    fn a_link_to_a_file_is_read_but_no_more_than_is_allowed() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("a"), "déjà").unwrap();
        symlink("a", home.path().join("b")).unwrap();
        assert_eq!(read_text(&home.path().join("b"), 6).unwrap(), "déjà");
        assert!(read_text(&home.path().join("b"), 5).is_err());
    }
}
