//! The rescue of what could not be kept: it is written to a file elsewhere, within a bound of time, whatever the disks do.
//!
//! The loop asks it on the person's word, and at the end of the program. It needs no other thread: the one that keeps notes may be waiting
//! for a disk that does not answer.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use ulid::Ulid;

use crate::locale::system::system_reason;
use crate::notes::action::Action;
use crate::notes::journal::disk::{Disk as _, OpenFor, SystemDisk};
use crate::notes::journal::line;
use crate::tr;

/// How long a disk may take before the next one is tried.
const AT_MOST: Duration = Duration::from_secs(1);

/// Writes `actions` to a file in the working folder, or else in that for temporary files; its path, or why there is none. It takes two
/// seconds at most.
pub(crate) fn rescue(actions: &[Action]) -> Result<String, String> {
    write_first(&[std::env::current_dir().ok(), Some(std::env::temp_dir())].map(Option::unwrap_or_default), actions, &write_new)
}

/// Writes them to the first of `folders` whose disk takes them.
fn write_first(
    folders: &[PathBuf],
    actions: &[Action],
    write: &(impl Fn(&Path, &str) -> io::Result<()> + Clone + Send + 'static),
) -> Result<String, String> {
    let name = format!("liseuse-unkept-{}.jsonl", actions.first().map_or(Ulid::nil(), |action| action.id));
    let lines: String = actions.iter().map(line::write).collect();
    let mut reasons = Vec::new();
    for folder in folders {
        let path = folder.join(&name);
        let (answer, outcome) = channel();
        let (file, lines, write) = (path.clone(), lines.clone(), write.clone());
        // A thread that a disk holds up goes with the program.
        let work = move || drop(answer.send(write(&file, &lines)));
        let begun = thread::Builder::new().name("rescue".into()).spawn(work);
        let outcome = begun.and_then(|_| outcome.recv_timeout(AT_MOST).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())));
        match outcome {
            Ok(()) => return Ok(path.display().to_string()),
            Err(error) => reasons.push(tr!("{path}: {error}", path = path.display(), error = system_reason(&error))),
        }
    }
    Err(tr!("cannot write them elsewhere either: {reasons}", reasons = reasons.join("; ")))
}

fn write_new(path: &Path, lines: &str) -> io::Result<()> {
    let mut file = SystemDisk.open(path, OpenFor::Write)?;
    let outcome = file.append(lines.as_bytes()).and_then(|()| file.sync());
    if outcome.is_err() {
        // Half of it is of no use; that it failed is reported.
        let _left = fs::remove_file(path);
    }
    outcome
}

/// What is to be said of `unkept` actions when the program has ended; `None` when there are none.
pub(crate) fn last_words(unkept: &[Action], reason: &str) -> Option<String> {
    if unkept.is_empty() {
        return None;
    }
    Some(match rescue(unkept) {
        Ok(file) => {
            tr!("{reason}; the last changes are in {file}, and `liseuse restore {file}` takes them back in", reason, file)
        }
        Err(failure) => tr!("{count} changes are lost: {reason}; {failure}", count = unkept.len(), reason, failure),
    })
}

#[cfg(test)]
mod tests {
    use super::write_first;
    use crate::model::property::Property;
    use crate::notes::action::{Action, FieldChange, NoteSubject};
    use crate::notes::state::Notes;
    use std::fs;
    use std::io;
    use std::path::Path;

    fn action() -> Action {
        Notes::new("laptop", 3)
            .record(vec![FieldChange::new(NoteSubject::Day("2020-01-03".into()), [Property::Pinned(true)])])
            .unwrap()
    }

    #[test]
    fn a_disk_that_does_not_answer_or_refuses_is_left_for_the_next_one() {
        let home = tempfile::tempdir().unwrap();
        let folders = ["stalled", "full", "good"].map(|name| home.path().join(name));
        for folder in &folders {
            fs::create_dir(folder).unwrap();
        }
        let write = |path: &Path, lines: &str| match path.parent().unwrap().file_name().unwrap().to_str().unwrap() {
            "stalled" => loop {
                std::thread::park();
            },
            "full" => Err(io::ErrorKind::StorageFull.into()),
            _ => super::write_new(path, lines),
        };
        let file = write_first(&folders, &[action()], &write).unwrap();
        assert!(file.contains("good") && fs::read_to_string(&file).unwrap().contains("2020-01-03"), "{file}");
        let failure = write_first(&folders[..2], &[action()], &write).unwrap_err();
        assert!(failure.contains("does not answer") && failure.contains("stalled"), "{failure}");
    }
}
