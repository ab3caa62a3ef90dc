//! The person's own editor: a text goes out in a private file, the editor has the terminal, and what it leaves comes back.

use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};

use anyhow::Context as _;
use tempfile::NamedTempFile;

use crate::app::event::AppEvent;
use crate::ingest::source::decode::decode;
use crate::tr;

/// What the names of files that are edited begin with; the number of the process and a dash follow.
const NAME: &str = "liseuse-note-";

/// A text in an editor.
#[derive(Debug)]
pub(crate) struct Editing {
    editor: String,
    file: NamedTempFile,
    /// What the file held at first.
    given: String,
}

/// Lets the person edit `text` in `$VISUAL`, else `$EDITOR`, else `vi`. The terminal must have been given back.
///
/// # Errors
/// When the file cannot be written, or the editor cannot be started.
pub(crate) fn start(text: &str) -> anyhow::Result<(Editing, Child)> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let prefix = format!("{NAME}{}-", std::process::id());
    let mut file =
        tempfile::Builder::new().prefix(&prefix).suffix(".md").tempfile().context(tr!("cannot write a file to edit"))?;
    let given = if text.is_empty() { String::new() } else { format!("{text}\n") };
    file.write_all(given.as_bytes()).context(tr!("cannot write a file to edit"))?;
    // As git does: the shell reads the editor's arguments, and the file is an argument of its own.
    let child = Command::new("sh").arg("-c").arg(format!("{editor} \"$@\"")).arg(&editor).arg(file.path()).spawn();
    let child = child.with_context(|| tr!("cannot start {editor}", editor))?;
    Ok((Editing { editor, file, given }, child))
}

impl Editing {
    /// What came of it, once the editor has ended.
    pub(crate) fn outcome(&self, status: io::Result<ExitStatus>) -> AppEvent {
        let editor = &self.editor;
        // What the shell says of a program that it does not find, or may not run.
        if status.as_ref().is_ok_and(|status| matches!(status.code(), Some(126 | 127))) {
            return self.broken(tr!("{editor} could not be started: there is no such program; set $VISUAL or $EDITOR", editor));
        }
        if !status.is_ok_and(|status| status.success()) {
            return self.broken(tr!("{editor} ended with a failure, as when one leaves it without a result", editor));
        }
        AppEvent::Edited(self.left())
    }

    /// What the editor left, in whatever encoding; where it is, when it is no text.
    fn left(&self) -> Result<String, String> {
        let editor = &self.editor;
        let bytes = fs::read(self.file.path()).map_err(|error| tr!("cannot read what {editor} left: {error}", editor, error))?;
        decode(&bytes).map(|decoded| decoded.text.to_string()).ok_or_else(|| match self.set_aside() {
            Ok(path) => tr!("what {editor} left is no text, and is kept in {path}", editor, path = path.display()),
            Err(error) => tr!("cannot read what {editor} left: {error}", editor, error),
        })
    }

    /// Copies the file to one that stays.
    fn set_aside(&self) -> io::Result<PathBuf> {
        let path = self.file.path().with_extension("kept.md");
        fs::copy(self.file.path(), &path).map(|_| path)
    }

    /// What the editor has saved, when it does not come to its end.
    pub(crate) fn broken(&self, reason: String) -> AppEvent {
        let saved = fs::read(self.file.path()).ok().and_then(|bytes| Some(decode(&bytes)?.text.to_string()));
        AppEvent::EditBroken { reason, saved: saved.filter(|saved| *saved != self.given) }
    }
}

/// What is to be said of a file that an editor had open when a program was ended by force, which nobody takes back any more.
#[cfg(unix)]
pub(crate) fn left_behind() -> Option<String> {
    let path = left_in(&env::temp_dir()).into_iter().next()?;
    Some(tr!("{path} holds what your editor saved of a note before the program was ended by force", path = path.display()))
}

/// Elsewhere nothing tells whether a process is there.
#[cfg(not(unix))]
pub(crate) fn left_behind() -> Option<String> {
    None
}

/// The files of one's own in `folder` that were edited for a process which is gone.
#[cfg(unix)]
fn left_in(folder: &Path) -> Vec<PathBuf> {
    use rustix::process::{Pid, geteuid, test_kill_process};
    use std::os::unix::fs::MetadataExt as _;

    let is_gone = |process: &str| {
        let process = process.parse().ok().and_then(Pid::from_raw);
        process.is_some_and(|process| test_kill_process(process) == Err(rustix::io::Errno::SRCH))
    };
    let is_left = |entry: &fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name.strip_prefix(NAME).and_then(|rest| rest.split_once('-'));
        process.is_some_and(|(process, _)| is_gone(process))
            && entry.metadata().is_ok_and(|found| found.is_file() && found.len() > 0 && found.uid() == geteuid().as_raw())
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut left: Vec<PathBuf> = entries.filter(is_left).map(|entry| entry.path()).collect();
    left.sort();
    left
}

/// Asks the editor that runs as `process` to end; it may have ended already.
#[cfg(unix)]
pub(crate) fn end(process: u32) {
    use rustix::process::{Pid, Signal, kill_process};
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    let _ended = process.map(|process| kill_process(process, Signal::TERM));
}

/// Elsewhere it ends with the terminal.
#[cfg(not(unix))]
pub(crate) fn end(_: u32) {}

#[cfg(all(test, unix))]
mod tests {
    use super::{NAME, left_in};
    use std::fs;

    #[test]
    fn what_an_editor_left_is_found_when_its_program_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let write = |process: u32, text: &str| {
            let path = folder.path().join(format!("{NAME}{process}-a1B2c3.md"));
            fs::write(&path, text).unwrap();
            path
        };
        // No system gives this number.
        let left = write(i32::MAX.unsigned_abs(), "Une longue note");
        write(std::process::id(), "Une autre");
        fs::write(folder.path().join("liseuse-note-x.md"), "Une note").unwrap();
        assert_eq!(left_in(folder.path()), [left]);
    }
}
