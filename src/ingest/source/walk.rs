//! The walk: paths to files, in a stable order, with everything that cannot be a file to read reported.
//!
//! It opens nothing but folders. Hidden files, those an ignore file names and those about the folder itself (`README.md`,
//! `LICENSE-MIT`) are left out unless they are named by the person; links are followed, loops cut.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::fs::{FileType, Metadata};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};
use std::time::UNIX_EPOCH;

use ignore::{DirEntry, WalkBuilder, WalkState};
use rayon::slice::ParallelSliceMut as _;

use crate::ingest::source::folder_notes::{is_about_folder, page_of_folder};
use crate::model::problem::Problem;
use crate::model::segment::FileStamp;
use crate::text::sanitize::sanitize;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it is.
    pub path: Box<Path>,
    /// How many bytes it had when it was found.
    pub size: u64,
    /// When it was changed last, in nanoseconds since 1970; 0 when the system does not say.
    pub modified: u64,
}

impl FoundFile {
    /// What tells whether the file is still the same.
    #[must_use]
    pub fn stamp(&self) -> FileStamp {
        FileStamp { size: self.size, modified: self.modified }
    }
}

/// What a walk brings home.
#[derive(Debug, Default)]
pub struct Walked {
    /// The files: those of the first path given first, the files of a folder in the order of their paths.
    pub files: Vec<FoundFile>,
    /// What is no file, or could not be looked at.
    pub problems: Vec<Problem>,
}

#[derive(Debug)]
enum Sighting {
    /// A file, what tells whether it is another one, and whether it has several names.
    File(FoundFile, Identity, bool),
    /// A link to a folder.
    Link(PathBuf),
    Trouble(Problem),
}

/// What makes two names the same file.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

/// Walks `paths`. `heard` is told now and then how many files were found, and may break the walk off.
///
/// # Errors
/// Breaks when `heard` did.
pub fn walk(paths: &[PathBuf], heard: &mut dyn FnMut(usize) -> ControlFlow<()>) -> ControlFlow<(), Walked> {
    let mut walked = Walked::default();
    let mut seen: HashMap<Identity, usize> = HashMap::new();
    for path in paths {
        let before = walked.files.len() + walked.problems.len();
        let mut sightings = match std::fs::metadata(path) {
            Err(error) => vec![Sighting::Trouble(unreadable(path, &error))],
            Ok(metadata) if metadata.is_dir() => folder(path, walked.files.len(), heard)?,
            Ok(metadata) => vec![sighting(path.clone(), &metadata)],
        };
        sightings.par_sort_by(|a, b| order(a).cmp(&order(b)));
        seen.reserve(sightings.len());
        let nothing = sightings.is_empty();
        for sighting in sightings {
            match sighting {
                Sighting::File(file, identity, is_linked) => match seen.entry(identity) {
                    Entry::Vacant(slot) => {
                        slot.insert(walked.files.len());
                        walked.files.push(file);
                    }
                    // Under a link, or under two of the folders given, one name comes twice.
                    Entry::Occupied(first) if is_linked => {
                        let first = walked.files.get(*first.get()).map(|first| &*first.path);
                        walked.problems.extend(first.and_then(|first| second_name(&file.path, first)));
                    }
                    Entry::Occupied(_) => {}
                },
                Sighting::Link(_) => {}
                Sighting::Trouble(problem) => walked.problems.push(problem),
            }
        }
        if nothing && before == walked.files.len() + walked.problems.len() {
            walked
                .problems
                .push(problem(path, "there is no file in this folder, or all are hidden, ignored or about the folder itself"));
        }
    }
    ControlFlow::Continue(walked)
}

/// What is said of `path`, when it is another name of the same file as `first` (a hard link).
fn second_name(path: &Path, first: &Path) -> Option<Problem> {
    let is_other = path.canonicalize().ok()? != first.canonicalize().ok()?;
    let reason = format!("is the same file as {} by another name (a hard link), so it is read once", shown(first));
    is_other.then(|| Problem { partial: true, ..problem(path, &reason) })
}

/// `path` as it is shown: readable on a terminal, bytes that are not UTF-8 as `\xe9`.
#[must_use]
pub fn shown(path: &Path) -> String {
    if let Some(name) = path.to_str()
        && !name.contains('\n')
        && let Cow::Borrowed(clean) = sanitize(name)
    {
        return clean.to_owned();
    }
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            name.extend(['\\', 'x']);
            name.extend([byte >> 4, byte & 0xf].into_iter().filter_map(|half| char::from_digit(u32::from(half), 16)));
        }
    }
    // A name may hold line ends, which are fine in a text but not in a list.
    sanitize(&name).replace(['\n', '\r', '\t'], " ")
}

/// The reason an `error` of the system gives, without its number.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission to read it is denied".to_owned(),
        _ => {
            let text = error.to_string();
            text.split_once(" (os error").map_or(text.as_str(), |(reason, _)| reason).to_lowercase()
        }
    }
}

/// Files between two words on how many were found.
const OFTEN: usize = 1024;

/// The files under `root`. Links to folders are followed one after the other, in the order of their names, when all else is known, and
/// those found behind them after these: so each folder is gone through once, under the same name each time, with as few links in it as
/// can be, however the folders lead to each other.
fn folder(root: &Path, known: usize, heard: &mut dyn FnMut(usize) -> ControlFlow<()>) -> ControlFlow<(), Vec<Sighting>> {
    let folders = Mutex::default();
    let mut sightings = below(root, root, &folders, known, heard)?;
    let mut links = VecDeque::from(links_among(&mut sightings));
    while let Some(link) = links.pop_front() {
        let Ok(metadata) = std::fs::metadata(&link) else { continue };
        if let Some(first) = folders.lock().ok().and_then(|known| known.get(&identity(&link, &metadata)).cloned()) {
            sightings.push(Sighting::Trouble(known_folder(&link, &first)));
            continue;
        }
        let mut further = below(&link, root, &folders, known + sightings.len(), heard)?;
        links.extend(links_among(&mut further));
        sightings.append(&mut further);
    }
    ControlFlow::Continue(sightings)
}

/// Takes the links to folders out of `sightings`, by name.
fn links_among(sightings: &mut Vec<Sighting>) -> Vec<PathBuf> {
    let links = sightings.extract_if(.., |sighting| matches!(sighting, Sighting::Link(_)));
    let path = |sighting| if let Sighting::Link(path) = sighting { Some(path) } else { None };
    let mut links: Vec<PathBuf> = links.filter_map(path).collect();
    links.sort();
    links
}

/// What is said of a `link` to a folder that was gone through as `first`.
fn known_folder(link: &Path, first: &Path) -> Problem {
    if link.parent().is_some_and(|inside| inside.starts_with(first)) {
        return problem(link, &format!("links back to {}, a folder it is in: not followed", shown(first)));
    }
    let reason = format!("links to {}, a folder that is here already, so it is read once", shown(first));
    Problem { partial: true, ..problem(link, &reason) }
}

/// The folders gone through, and as what.
type Folders = Mutex<HashMap<Identity, PathBuf>>;

/// The files under `start`, which may be a link below `root`, and the links to folders there, not followed.
fn below(
    start: &Path,
    root: &Path,
    folders: &Folders,
    known: usize,
    heard: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> ControlFlow<(), Vec<Sighting>> {
    // What a link leads to is gone through when there is something behind its name.
    let mut builder = WalkBuilder::new(if start.is_symlink() { start.join("") } else { start.to_owned() });
    // A folder that is named is meant, whatever the folders above it say.
    builder.parents(false).git_global(false).git_exclude(false).require_git(false);
    for above in start.ancestors().skip(1).take_while(|above| above.starts_with(root)) {
        for rules in [".gitignore", ".ignore"].map(|name| above.join(name)).iter().filter(|rules| rules.is_file()) {
            // What is wrong with such a file is told where it stands.
            builder.add_ignore(rules);
        }
    }
    let walker = builder.build_parallel();
    let (sender, receiver) = channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            walker.run(|| {
                let mut parcel = Parcel { sender: sender.clone(), sightings: Vec::new() };
                Box::new(move |entry| visit(start, entry, folders, &mut parcel))
            });
        });
        let mut sightings = Vec::new();
        for parcel in receiver {
            let before = sightings.len();
            sightings.extend(parcel);
            // Returning drops the receiver, which ends the walk at its next parcel.
            if sightings.len() / OFTEN > before / OFTEN {
                heard(known + sightings.len())?;
            }
        }
        ControlFlow::Continue(sightings)
    })
}

fn visit(root: &Path, entry: Result<DirEntry, ignore::Error>, folders: &Folders, parcel: &mut Parcel) -> WalkState {
    let entry = match entry {
        Err(error) => return parcel.add(Sighting::Trouble(trouble(root, &error))),
        Ok(entry) => entry,
    };
    if let Some(error) = entry.error() {
        parcel.add(Sighting::Trouble(trouble(entry.path(), error)));
    }
    let is_link = entry.depth() > 0 && entry.path_is_symlink();
    let metadata = if is_link { std::fs::metadata(entry.path()).map_err(ignore::Error::Io) } else { entry.metadata() };
    match metadata {
        Err(error) => parcel.add(Sighting::Trouble(trouble(entry.path(), &error))),
        Ok(metadata) if metadata.is_dir() => {
            // What a browser saved with a page is the page's, not an article.
            if entry.depth() > 0 && (is_beside_page(entry.path()) || is_being_delivered(entry.path())) {
                return WalkState::Skip;
            }
            if is_link {
                return parcel.add(Sighting::Link(entry.into_path()));
            }
            let identity = identity(entry.path(), &metadata);
            // A poisoned lock is that of a walk that broke off.
            let Ok(mut folders) = folders.lock() else { return WalkState::Quit };
            match folders.entry(identity) {
                Entry::Occupied(_) => WalkState::Skip,
                Entry::Vacant(slot) => {
                    slot.insert(entry.into_path());
                    WalkState::Continue
                }
            }
        }
        Ok(_) if entry.depth() > 0 && is_about_folder(&entry.file_name().to_string_lossy()) => WalkState::Continue,
        Ok(metadata) => parcel.add(sighting(entry.into_path(), &metadata)),
    }
}

/// Whether a folder holds what a browser saved with the page beside it.
fn is_beside_page(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    page_of_folder(&name)
        .is_some_and(|page| ["html", "htm", "xhtml"].iter().any(|end| folder.with_file_name(format!("{page}.{end}")).is_file()))
}

/// Whether a folder is the one of a Maildir where messages lie that are not delivered yet.
fn is_being_delivered(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == "tmp") && ["cur", "new"].iter().all(|name| folder.with_file_name(name).is_dir())
}

/// What one thread of a walk has seen and not yet sent: a message for each file would cost as much as finding it.
struct Parcel {
    sender: Sender<Vec<Sighting>>,
    sightings: Vec<Sighting>,
}

impl Parcel {
    fn add(&mut self, sighting: Sighting) -> WalkState {
        const FULL: usize = 256;
        self.sightings.push(sighting);
        if self.sightings.len() < FULL {
            return WalkState::Continue;
        }
        // Nobody listens any more when the walk was broken off.
        if self.sender.send(std::mem::take(&mut self.sightings)).is_ok() { WalkState::Continue } else { WalkState::Quit }
    }
}

impl Drop for Parcel {
    fn drop(&mut self) {
        // Nobody listens any more when the walk was broken off.
        let (Ok(()) | Err(_)) = self.sender.send(std::mem::take(&mut self.sightings));
    }
}

fn sighting(path: PathBuf, metadata: &Metadata) -> Sighting {
    if !metadata.is_file() {
        return Sighting::Trouble(problem(&path, &format!("is {}, not a regular file", kind(metadata.file_type()))));
    }
    let identity = identity(&path, metadata);
    let found = FoundFile { path: path.into(), size: metadata.len(), modified: modified(metadata) };
    Sighting::File(found, identity, is_linked(metadata))
}

fn modified(metadata: &Metadata) -> u64 {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

#[cfg(unix)]
fn identity(_: &Path, metadata: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn identity(path: &Path, _: &Metadata) -> Identity {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether a file has several names.
#[cfg(unix)]
fn is_linked(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

/// There a file is known by its path, and another name of it is another file.
#[cfg(not(unix))]
fn is_linked(_: &Metadata) -> bool {
    false
}

#[cfg(unix)]
fn kind(file_type: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    match file_type {
        file if file.is_fifo() => "a named pipe",
        file if file.is_socket() => "a socket",
        file if file.is_block_device() || file.is_char_device() => "a device",
        _ => "a special file",
    }
}

#[cfg(not(unix))]
fn kind(_: FileType) -> &'static str {
    "a special file"
}

fn order(sighting: &Sighting) -> (bool, &[u8]) {
    match sighting {
        Sighting::File(file, ..) => (false, file.path.as_os_str().as_encoded_bytes()),
        Sighting::Link(path) => (true, path.as_os_str().as_encoded_bytes()),
        Sighting::Trouble(problem) => (true, problem.path.as_bytes()),
    }
}

/// What an error of the walk says, with the innermost path it names.
fn trouble(near: &Path, error: &ignore::Error) -> Problem {
    match error {
        ignore::Error::WithPath { path, err } => trouble(path, err),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => trouble(near, err),
        ignore::Error::Loop { ancestor, child } => {
            problem(child, &format!("links back to {}, a folder it is in: not followed", shown(ancestor)))
        }
        ignore::Error::Io(error) if error.kind() == io::ErrorKind::NotFound => {
            problem(near, "links to a file that does not exist")
        }
        ignore::Error::Io(error) => problem(near, &reason(error)),
        other => problem(near, &other.to_string()),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    problem(path, &reason(error))
}

fn problem(path: &Path, reason: &str) -> Problem {
    Problem::whole(&shown(path), reason)
}
