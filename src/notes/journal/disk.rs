//! The disk, as far as the journal needs it: a small face over the file system, so that tests can make each step of it fail.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::config::regular_file;

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFor {
    /// Reading; it must be there.
    Read,
    /// Reading and adding at its end; it is made, readable by nobody else, when it is not there.
    Append,
    /// Writing a new one, readable by nobody else; what stood there goes.
    Write,
}

/// What can be told of a file without reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileFacts {
    /// Its length in bytes.
    pub len: u64,
    /// The device and number of the file: another one under the same name has another.
    pub identity: (u64, u64),
    /// When anything of it was changed last, in seconds and nanoseconds by the clock of the file system.
    pub changed: (i64, i64),
}

/// A file system.
pub trait Disk: Send + std::fmt::Debug {
    /// Opens a file.
    ///
    /// # Errors
    /// When the system refuses, as for all methods here.
    fn open(&self, path: &Path, purpose: OpenFor) -> io::Result<Box<dyn DiskFile>>;
    /// What can be told of the file at `path`.
    #[expect(clippy::missing_errors_doc, reason = "as for `open`")]
    fn facts(&self, path: &Path) -> io::Result<FileFacts>;
    /// The files and folders in a folder, in no order.
    #[expect(clippy::missing_errors_doc, reason = "as for `open`")]
    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// Makes a folder and those above it, open to nobody else, unless they are there.
    #[expect(clippy::missing_errors_doc, reason = "as for `open`")]
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Waits until what was made, renamed or removed in a folder is on the disk.
    #[expect(clippy::missing_errors_doc, reason = "as for `open`")]
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Puts a file in the place of another.
    #[expect(clippy::missing_errors_doc, reason = "as for `open`")]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
}

/// A disk that several use.
impl<D: Disk + Sync + ?Sized> Disk for std::sync::Arc<D> {
    fn open(&self, path: &Path, purpose: OpenFor) -> io::Result<Box<dyn DiskFile>> {
        (**self).open(path, purpose)
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        (**self).facts(path)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        (**self).entries(folder)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        (**self).create_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        (**self).sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        (**self).rename(from, to)
    }
}

/// An open file.
pub trait DiskFile: Send {
    /// What can be told of it.
    #[expect(clippy::missing_errors_doc, reason = "as for `Disk::open`")]
    fn facts(&self) -> io::Result<FileFacts>;
    /// At most `most` bytes from `offset`; fewer only at the end.
    #[expect(clippy::missing_errors_doc, reason = "as for `Disk::open`")]
    fn read(&mut self, offset: u64, most: usize) -> io::Result<Vec<u8>>;
    /// Adds bytes at the end. When it fails, some of them may be there.
    #[expect(clippy::missing_errors_doc, reason = "as for `Disk::open`")]
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Takes away what stands behind `len`.
    #[expect(clippy::missing_errors_doc, reason = "as for `Disk::open`")]
    fn cut(&mut self, len: u64) -> io::Result<()>;
    /// Waits until its content is on the disk.
    #[expect(clippy::missing_errors_doc, reason = "as for `Disk::open`")]
    fn sync(&mut self) -> io::Result<()>;
    /// Keeps other programs that ask for it from writing, until it is closed.
    #[expect(clippy::missing_errors_doc, reason = "as for `Disk::open`")]
    fn lock(&mut self) -> io::Result<()>;
}

/// The file system of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn open(&self, path: &Path, purpose: OpenFor) -> io::Result<Box<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        match purpose {
            OpenFor::Read => options.read(true),
            OpenFor::Append => options.read(true).append(true).create(true),
            OpenFor::Write => options.read(true).write(true).create(true).truncate(true),
        };
        // What a person marks and writes is nobody else's business.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(SystemFile(regular_file::open_with(path, &mut options)?)))
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        fs::metadata(path).map(|metadata| facts(&metadata))
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    #[cfg(unix)]
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    /// Elsewhere folders cannot be opened as files, and the system keeps their entries by itself.
    #[cfg(not(unix))]
    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }
}

struct SystemFile(File);

impl SystemFile {
    /// How long another program may hold a file before it is told that it does.
    const PATIENCE: Duration = Duration::from_secs(2);
    /// How long to wait before asking again.
    const PAUSE: Duration = Duration::from_millis(5);
}

impl DiskFile for SystemFile {
    fn facts(&self) -> io::Result<FileFacts> {
        self.0.metadata().map(|metadata| facts(&metadata))
    }

    fn read(&mut self, offset: u64, most: usize) -> io::Result<Vec<u8>> {
        let left = self.0.metadata()?.len().saturating_sub(offset);
        let mut bytes = Vec::with_capacity(most.min(usize::try_from(left).unwrap_or(most)));
        self.0.seek(SeekFrom::Start(offset))?;
        (&self.0).take(most as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.seek(SeekFrom::End(0))?;
        self.0.write_all(bytes)
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn lock(&mut self) -> io::Result<()> {
        let start = Instant::now();
        loop {
            match self.0.try_lock() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if start.elapsed() < Self::PATIENCE => thread::sleep(Self::PAUSE),
                Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
                // Some network file systems know no locks; lines are added whole there too, as far as the system can.
                Err(TryLockError::Error(error)) if knows_no_locks(&error) => return Ok(()),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
    }
}

/// Whether there are no locks where a file lies, as the system says it: NFS without its lock daemon has none to give (ENOLCK).
fn knows_no_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == io::ErrorKind::Unsupported
}

/// Whether a folder is not for this program to look into, or of a kind that is kept by itself.
pub(super) fn is_closed(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, NotFound, PermissionDenied, ReadOnlyFilesystem, Unsupported};
    matches!(error.kind(), InvalidInput | NotFound | PermissionDenied | ReadOnlyFilesystem | Unsupported)
}

fn facts(metadata: &fs::Metadata) -> FileFacts {
    #[cfg(unix)]
    let (identity, changed) = {
        use std::os::unix::fs::MetadataExt as _;
        // Not the time of modification, which whoever copies a file over another may set to what it was.
        ((metadata.dev(), metadata.ino()), (metadata.ctime(), metadata.ctime_nsec()))
    };
    // A file that is open cannot be replaced there.
    #[cfg(not(unix))]
    let (identity, changed) = ((0, 0), modified(metadata));
    FileFacts { len: metadata.len(), identity, changed }
}

#[cfg(not(unix))]
fn modified(metadata: &fs::Metadata) -> (i64, i64) {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok()).unwrap_or_default();
    (since.as_secs().cast_signed(), i64::from(since.subsec_nanos()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::knows_no_locks;
    use std::io;

    #[test]
    fn a_file_system_without_locks_is_told_from_one_that_refuses() {
        use rustix::io::Errno;
        let told = |errno: Errno| knows_no_locks(&io::Error::from_raw_os_error(errno.raw_os_error()));
        assert!(told(Errno::NOLCK) && told(Errno::OPNOTSUPP) && knows_no_locks(&io::ErrorKind::Unsupported.into()));
        assert!(!told(Errno::IO) && !told(Errno::ACCESS));
    }
}
