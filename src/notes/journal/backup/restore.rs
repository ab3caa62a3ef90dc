//! The way back from a backup: the lines that the notes lack are added, and none is taken away. All is checked before anything is
//! written, and all is written or nothing.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::notes::journal::backup::{Files, lines};
use crate::notes::journal::disk::{Disk as _, DiskFile, OpenFor, SystemDisk};
use crate::notes::journal::line::{self, Unreadable};
use crate::notes::journal::{ENDING, FOLDER};
use crate::tr;

/// What restoring has added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The files in the backup.
    pub files: usize,
    /// Lines that were not there.
    pub added: usize,
    /// Lines that were there already.
    pub known: usize,
    /// Of all, those that are damaged: they stand in a file beside their journal.
    pub aside: usize,
}

/// Adds to the files in `data` the lines of `files` that they lack, and reads them back.
///
/// # Errors
/// When a line is of a newer version, a path leads over a link, or a file cannot be read or written; all is as it was then.
pub fn restore(data: &Path, files: &Files) -> io::Result<Restored> {
    let (wanted, aside) = sorted(files)?;
    let mut planned = Vec::new();
    for (name, lines) in &wanted {
        planned.push(Planned::of(data, name, lines).map_err(|error| named(&data.join(name), &error))?);
    }
    for at in 0..planned.len() {
        let written = planned.get_mut(at).map_or(Ok(()), |one| one.write().map_err(|error| named(&one.path, &error)));
        if let Err(error) = written {
            planned.iter_mut().take(at + 1).rev().for_each(Planned::take_back);
            return Err(error);
        }
    }
    let added = planned.iter().map(|one| one.missing.len()).sum();
    let known = wanted.values().map(Vec::len).sum::<usize>() - added;
    Ok(Restored { files: files.len(), added, known, aside })
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), tr!("{path}: {error}", path = path.display(), error))
}

/// The lines that are wanted, by their file.
type Wanted<'a> = BTreeMap<PathBuf, Vec<&'a [u8]>>;

/// The lines of each file; those that are damaged go to the file beside their journal, where they do no harm and are not lost.
fn sorted(files: &Files) -> io::Result<(Wanted<'_>, usize)> {
    let mut wanted = Wanted::new();
    let mut aside = 0;
    for (name, bytes) in files {
        let is_journal = name.starts_with(FOLDER) && name.extension().is_some_and(|ending| ending == ENDING);
        for (at, text) in lines(bytes).enumerate() {
            let fate = if is_journal { line::read(text.trim_ascii()).map(|_| ()) } else { Ok(()) };
            let name = match fate {
                Ok(()) => name.clone(),
                Err(Unreadable::Newer(schema)) => {
                    let told = tr!(
                        "{path}, line {at}: of a newer version (schema {schema})",
                        path = name.display(),
                        at = at + 1,
                        schema
                    );
                    return Err(io::Error::other(tr!("{told}; that version can restore it, and nothing was changed", told)));
                }
                Err(Unreadable::Damaged | Unreadable::FarFuture) => {
                    aside += 1;
                    name.with_extension("aside")
                }
            };
            wanted.entry(name).or_default().push(text);
        }
    }
    Ok((wanted, aside))
}

/// What is to be done with one file.
struct Planned<'a> {
    path: PathBuf,
    missing: Vec<&'a [u8]>,
    /// It, when it is there, held until all is done.
    file: Option<Box<dyn DiskFile>>,
    /// Its length before.
    len: u64,
    /// Whether it ends in the middle of a line.
    is_torn: bool,
    /// Whether it was made here.
    is_made: bool,
}

impl<'a> Planned<'a> {
    /// Looks at the file; nothing is written.
    fn of(data: &Path, name: &Path, wanted: &[&'a [u8]]) -> io::Result<Self> {
        refuse_links(data, name)?;
        let path = data.join(name);
        let mut file = match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            there => {
                there?;
                Some(SystemDisk.open(&path, OpenFor::Append)?)
            }
        };
        let mut there = Vec::new();
        if let Some(file) = &mut file {
            file.lock()?;
            there = file.read(0, usize::try_from(file.facts()?.len).unwrap_or(usize::MAX))?;
        }
        let mut known: HashSet<&[u8]> = lines(&there).collect();
        let missing = wanted.iter().copied().filter(|text| known.insert(text)).collect();
        let is_torn = !there.is_empty() && !there.ends_with(b"\n");
        Ok(Self { path, missing, file, len: there.len() as u64, is_torn, is_made: false })
    }

    fn write(&mut self) -> io::Result<()> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let folder = self.path.parent().unwrap_or(&self.path);
        let file = if let Some(file) = &mut self.file {
            file
        } else {
            SystemDisk.create_folder(folder)?;
            let mut new = SystemDisk.open(&self.path, OpenFor::Append)?;
            self.is_made = true;
            new.lock()?;
            self.file.insert(new)
        };
        let mut text = if self.is_torn { b"\n".to_vec() } else { Vec::new() };
        for line in &self.missing {
            text.extend_from_slice(line);
            text.push(b'\n');
        }
        file.append(&text)?;
        file.sync()?;
        SystemDisk.sync_folder(folder)?;
        if file.read(self.len, text.len() + 1)? == text {
            Ok(())
        } else {
            Err(io::Error::other(tr!("what was written is not there when it is read back")))
        }
    }

    /// Makes it as it was before, as far as the disk lets.
    fn take_back(&mut self) {
        let _refused = match &mut self.file {
            Some(_) if self.is_made => fs::remove_file(&self.path),
            Some(file) => file.cut(self.len).and_then(|()| file.sync()),
            None => Ok(()),
        };
    }
}

/// Refuses a path that leads over a link below the folder of the notes; that folder itself may be one.
fn refuse_links(data: &Path, name: &Path) -> io::Result<()> {
    let mut path = data.to_owned();
    for part in name {
        path.push(part);
        let is_root = path == data.join(FOLDER);
        if !is_root && fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink()) {
            return Err(io::Error::other(tr!("{path} is a link, over which nothing is restored", path = path.display())));
        }
    }
    Ok(())
}
