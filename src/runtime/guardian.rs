//! The guardian: a small process that outlives this one, and gives the terminal back when this one was ended by force.
//!
//! A signal that cannot be caught (killed, out of memory, a mapped file that another program has cut) leaves no time to do anything. So
//! a shell waits at a pipe that closes with this program, knows how the terminal stands and what is being typed, and does what is
//! left to do. It costs nothing while it waits. `terminal` tells it of the terminal, the loop of what is typed.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::notes::action::Action;
use crate::notes::journal::line;
use crate::notes::journal::{ENDING, FOLDER};
use crate::tr;

/// What the shell does.
const SCRIPT: &str = include_str!("guardian.sh");

static GUARDIAN: Mutex<Option<Guardian>> = Mutex::new(None);

/// How things stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Standing {
    /// Whether the terminal is taken.
    taken: bool,
    /// Where to keep what is being typed, and the line of a journal that it makes.
    words: Option<(PathBuf, String)>,
}

struct Guardian {
    pipe: ChildStdin,
    /// What was begun to be told.
    rest: Vec<u8>,
    now: Standing,
    told: Standing,
}

/// Starts the guardian of a terminal that is taken and was in `modes` before. Without a shell there is none.
pub(crate) fn start(modes: &[&'static str]) {
    let mut command = Command::new("sh");
    command
        .args(["-c", SCRIPT, "liseuse-guardian", &modes.join(" "), tr!("liseuse was ended by force")])
        .stdin(Stdio::piped())
        .stderr(Stdio::null());
    let Some(pipe) = command.spawn().ok().and_then(|mut child| child.stdin.take()) else { return };
    // A shell that does not read, such as one that was stopped, must not hold this program up.
    if unblock(&pipe).is_err() {
        return;
    }
    let guardian = Guardian { pipe, rest: Vec::new(), now: Standing::default(), told: Standing::default() };
    *GUARDIAN.lock().unwrap_or_else(PoisonError::into_inner) = Some(guardian);
    set_taken(true);
}

/// Tells whether the terminal is taken.
pub(crate) fn set_taken(taken: bool) {
    tell(|now| now.taken = taken);
}

/// Tells what is being typed and is in no journal: what would be done if it were kept as it is, and the data folder.
pub(crate) fn set_words(words: Option<(&Path, &Action)>) {
    let words = words.map(|(data, action)| (unfinished(data, action), line::write(action).trim_end().to_owned()));
    // The shell reads lines.
    let words = words.filter(|(file, line)| !line.contains('\n') && file.to_str().is_some_and(|file| !file.contains('\n')));
    tell(|now| now.words = words);
}

/// The file for what one was typing: beside the journal of this device, and read as those of other devices are.
fn unfinished(data: &Path, action: &Action) -> PathBuf {
    let archive = if action.archive.is_empty() { "other" } else { &action.archive };
    data.join(FOLDER).join(archive).join(format!("{}.unfinished.{ENDING}", action.device))
}

fn tell(change: impl FnOnce(&mut Standing)) {
    // It is held for moments. Whoever panics while it is held tells nothing.
    let Ok(mut guardian) = GUARDIAN.try_lock() else { return };
    let Some(told) = guardian.as_mut() else { return };
    change(&mut told.now);
    match told.flush() {
        Err(error) if error.kind() != io::ErrorKind::WouldBlock => *guardian = None,
        _ => {}
    }
}

impl Guardian {
    /// Tells as much as the pipe takes of what is not told yet.
    fn flush(&mut self) -> io::Result<()> {
        loop {
            if self.rest.is_empty() {
                if self.now == self.told {
                    return Ok(());
                }
                self.rest = news(&self.told, &self.now);
                self.told = self.now.clone();
            }
            match self.pipe.write(&self.rest) {
                Ok(count) => drop(self.rest.drain(..count)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// The lines that tell of `now` to whom `told` was told.
fn news(told: &Standing, now: &Standing) -> Vec<u8> {
    let mut lines = String::new();
    if told.words != now.words {
        let (file, words) = now.words.as_ref().map_or((Path::new(""), ""), |(file, words)| (file, words));
        lines = format!("words \nfile {}\nwords {words}\n", file.display());
    }
    if told.taken != now.taken {
        lines.push_str(if now.taken { "taken\n" } else { "given\n" });
    }
    lines.into_bytes()
}

/// What `stty` is to be told to undo raw mode (`cfmakeraw`): the flags that it takes away and that are set now.
#[cfg(unix)]
#[must_use]
pub(crate) fn modes() -> Vec<&'static str> {
    use rustix::termios::{InputModes as In, LocalModes as Local, OutputModes as Out, tcgetattr};
    let Ok(now) = tcgetattr(io::stdin()) else { return Vec::new() };
    let input = [
        (In::IGNBRK, "ignbrk"),
        (In::BRKINT, "brkint"),
        (In::PARMRK, "parmrk"),
        (In::ISTRIP, "istrip"),
        (In::INLCR, "inlcr"),
        (In::IGNCR, "igncr"),
        (In::ICRNL, "icrnl"),
        (In::IXON, "ixon"),
    ];
    let local = [
        (Local::ECHO, "echo"),
        (Local::ECHONL, "echonl"),
        (Local::ICANON, "icanon"),
        (Local::ISIG, "isig"),
        (Local::IEXTEN, "iexten"),
    ];
    let output = now.output_modes.contains(Out::OPOST).then_some("opost");
    let input = input.into_iter().filter(|(flag, _)| now.input_modes.contains(*flag)).map(|(_, name)| name);
    let local = local.into_iter().filter(|(flag, _)| now.local_modes.contains(*flag)).map(|(_, name)| name);
    input.chain(output).chain(local).collect()
}

/// Elsewhere there is no `stty`.
#[cfg(not(unix))]
#[must_use]
pub(crate) fn modes() -> Vec<&'static str> {
    Vec::new()
}

#[cfg(unix)]
fn unblock(pipe: &ChildStdin) -> io::Result<()> {
    Ok(rustix::io::ioctl_fionbio(pipe, true)?)
}

#[cfg(not(unix))]
fn unblock(_: &ChildStdin) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::{Standing, news};

    #[test]
    fn only_what_has_changed_is_told_and_never_words_without_their_file() {
        let (idle, taken) = (Standing::default(), Standing { taken: true, words: None });
        let typing = Standing { taken: true, words: Some(("/d/a.jsonl".into(), "{}".into())) };
        let told = |from, to| String::from_utf8(news(from, to)).unwrap();
        assert_eq!(told(&idle, &taken), "taken\n");
        assert_eq!(told(&taken, &typing), "words \nfile /d/a.jsonl\nwords {}\n");
        assert_eq!(told(&typing, &idle), "words \nfile \nwords \ngiven\n");
        assert_eq!(told(&taken, &taken), "");
    }
}
