//! The worker that keeps the history of the filter line in a file of the user's data folder, one query a line, the newest last, and beside
//! it the widths of the panes.
//!
//! It reads the file at the start and writes it anew for every query, beside it first and then in its place, so that it is never
//! half written. Another room may add to the same file, so what is there is read before each writing. A failure is reported once, and
//! nothing is written after it, so that no file is lost that could not be read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;

use crate::app::event::AppEvent;
use crate::app::panes::pane_widths::PaneWidths;
use crate::app::state::query_history::History;
use crate::config::regular_file;
use crate::locale::error_chain;
use crate::locale::system::system_reason;
use crate::runtime::worker::{Mode, Ticket, Work, Worker};
use crate::tr;

/// The file in the data folder.
const NAME: &str = "queries";
/// The file of the widths of the panes there.
const WIDTHS: &str = "panes";
/// Longer files are no history of ours.
const LARGEST: u64 = 1 << 20;
/// How long the end of the program may wait for the last query to be written.
const LAST_WAIT: Duration = Duration::from_secs(2);

/// The history writer, seen from the loop.
pub struct HistoryWriter(Option<Worker<Keeping>>);

/// What the history writer does.
#[derive(Debug)]
enum Job {
    /// Hands on what earlier runs kept.
    Recall,
    /// Keeps a query.
    Remember(String),
    /// Hands on how wide the panes were.
    RecallWidths,
    /// Keeps how wide the panes are.
    KeepWidths(PaneWidths),
}

impl HistoryWriter {
    /// Starts the thread, which keeps the history in `folder`; without one nothing is kept. What was kept goes to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(folder: Option<PathBuf>, send: impl Fn(AppEvent) -> bool + Send + 'static) -> io::Result<Self> {
        let Some(folder) = folder else { return Ok(Self(None)) };
        let worker = Worker::start("keeper", Mode::Queue, || Keeping { folder, has_failed: false }, send)?;
        worker.ask(0, Job::Recall);
        worker.ask(0, Job::RecallWidths);
        Ok(Self(Some(worker)))
    }

    /// Keeps a query for later runs.
    pub fn remember(&self, query: String) {
        if let Some(worker) = &self.0 {
            worker.ask(0, Job::Remember(query));
        }
    }

    /// Keeps how wide the panes are for later runs.
    pub fn keep_widths(&self, widths: PaneWidths) {
        if let Some(worker) = &self.0 {
            worker.ask(0, Job::KeepWidths(widths));
        }
    }

    /// Waits until all queries are written, but not for ever: a query is not worth a program that does not end.
    pub fn finish(&self) {
        let _written = self.0.as_ref().map(|worker| worker.finish(LAST_WAIT));
    }
}

/// What the thread works with.
struct Keeping {
    folder: PathBuf,
    has_failed: bool,
}

impl Work for Keeping {
    type Job = Job;
    type Answer = AppEvent;

    fn failed(_job: &Job, _generation: u64) -> AppEvent {
        AppEvent::Failed(tr!("a query is not kept, by a fault of the program").to_owned())
    }

    fn perform(&mut self, job: Job, _ticket: &Ticket) -> Option<AppEvent> {
        if self.has_failed {
            return None;
        }
        let outcome = match job {
            Job::Recall => read(&self.folder.join(NAME)).map(|queries| Some(AppEvent::Recalled(queries))),
            Job::Remember(query) => add(&self.folder, &query).map(|()| None),
            Job::RecallWidths => return widths(&self.folder.join(WIDTHS)),
            Job::KeepWidths(widths) => {
                let kept = replace(&self.folder, WIDTHS, &[widths.to_string()]);
                return kept.err().map(|error| {
                    AppEvent::Failed(tr!("the widths of the panes are not kept: {error}", error = system_reason(&error)))
                });
            }
        };
        self.has_failed = outcome.is_err();
        outcome.unwrap_or_else(|error| {
            Some(AppEvent::Failed(tr!("earlier queries are not kept: {error}", error = error_chain(&error))))
        })
    }
}

/// Adds a query to those in the file of `folder`.
fn add(folder: &Path, query: &str) -> anyhow::Result<()> {
    let file = folder.join(NAME);
    let mut history = History::default();
    history.precede(read(&file)?);
    history.add(query);
    write(folder, &history).with_context(|| tr!("cannot write {path}", path = file.display()))
}

/// The queries in `file`; none when it is not there.
fn read(file: &Path) -> anyhow::Result<Vec<String>> {
    let told = || tr!("cannot read {path}", path = file.display());
    let text = match regular_file::read_text(file, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        text => text.with_context(told)?,
    };
    // A line with controls was not typed into a filter line.
    let is_query = |line: &&str| !line.trim().is_empty() && !line.contains(char::is_control);
    Ok(text.lines().filter(is_query).map(str::to_owned).collect())
}

/// The widths in `file`; none when it cannot be read, which is no loss worth a word.
fn widths(file: &Path) -> Option<AppEvent> {
    regular_file::read_text(file, LARGEST).ok().map(|text| AppEvent::Sized(PaneWidths::read(&text)))
}

/// Writes `history` beside its file, and puts it in its place.
fn write(folder: &Path, history: &History) -> io::Result<()> {
    replace(folder, NAME, history.queries())
}

/// Writes `lines` beside the file `name` of `folder`, and puts them in its place.
fn replace(folder: &Path, name: &str, lines: &[String]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".{name}.{}", std::process::id()));
    let outcome = fill(&beside, lines).and_then(|()| fs::rename(&beside, folder.join(name)));
    if outcome.is_err() {
        // What could not be written is of no use; that it could not is reported by the first failure.
        let _left = fs::remove_file(&beside);
    }
    outcome
}

fn fill(path: &Path, lines: &[String]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    // What a person looks for is nobody else's business.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    for line in lines {
        writeln!(file, "{line}")?;
    }
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::{HistoryWriter, NAME};
    use crate::app::event::AppEvent;
    use crate::app::panes::pane_widths::PaneWidths;
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc;

    /// What a writer of `folder` tells when it is given `queries`.
    fn received(folder: &Path, queries: &[&str]) -> Vec<AppEvent> {
        let (send, events) = mpsc::channel();
        let keeper = HistoryWriter::start(Some(folder.to_owned()), move |event| send.send(event).is_ok()).unwrap();
        for query in queries {
            keeper.remember((*query).to_owned());
        }
        keeper.finish();
        events.iter().collect()
    }

    #[test]
    fn queries_are_kept_from_run_to_run_beside_those_of_another_room() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("data");
        assert!(matches!(&received(&folder, &["irak", "état"])[..], [AppEvent::Recalled(none)] if none.is_empty()));
        fs::write(folder.join(NAME), "irak\nétat\nfrom another room\n\u{1b}[2J\n\n").unwrap();
        let events = received(&folder, &["irak"]);
        assert!(matches!(&events[..], [AppEvent::Recalled(kept)] if *kept == ["irak", "état", "from another room"]));
        assert_eq!(fs::read_to_string(folder.join(NAME)).unwrap(), "état\nfrom another room\nirak\n");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn the_widths_of_the_panes_are_kept_beside_the_queries() {
        let home = tempfile::tempdir().unwrap();
        let widths = PaneWidths::read("4 -6");
        let (send, events) = mpsc::channel();
        let keeper = HistoryWriter::start(Some(home.path().to_owned()), move |event| send.send(event).is_ok()).unwrap();
        keeper.keep_widths(widths);
        keeper.finish();
        assert_eq!(events.iter().count(), 1, "nothing is told but the queries");
        let events = received(home.path(), &[]);
        assert!(matches!(&events[..], [AppEvent::Recalled(_), AppEvent::Sized(kept)] if *kept == widths), "{events:?}");
    }

    #[test]
    fn a_failure_is_told_once_and_destroys_nothing() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(NAME), b"caf\xe9\n").unwrap();
        assert!(matches!(&received(home.path(), &["irak", "iran"])[..], [AppEvent::Failed(text)] if text.contains("not kept")));
        assert_eq!(fs::read(home.path().join(NAME)).unwrap(), b"caf\xe9\n");
        let in_the_way = home.path().join("file");
        fs::write(&in_the_way, "").unwrap();
        let events = received(&in_the_way, &["irak", "iran"]);
        assert_eq!(events.iter().filter(|event| matches!(event, AppEvent::Failed(_))).count(), 1);
    }
}
