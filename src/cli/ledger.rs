//! `liseuse ledger`: keeps what is asked of an archive, on demand, and shows, exports and replays it.
//!
//! What a command asked is left in a [`LedgerSlot`] where its archive is loaded, and kept once the command has succeeded.

mod appendix;
mod replay;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Subcommand, ValueEnum};

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::ledger_slot::LedgerSlot;
use crate::cli::notes_session::{NotesSession, shown};
use crate::cli::output::Out;
use crate::cli::output::tell;
use crate::cli::setup::{Setup, origin};
use crate::cli::table::{Table, TableColumn};
use crate::notes::action::FieldChange;
use crate::notes::ledger::LedgerEntry;
use crate::notes::state::Notes;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse ledger start press/
  liseuse ledger show press/
  liseuse ledger export press/ > appendix.md
  liseuse ledger export --format json press/ > ledger.json
  liseuse ledger replay ledger.json other/press/
The ledger stands in the journal of notes: `liseuse ledger delete --last` takes the last entry away, `liseuse ledger delete` all of them.";

/// Keep a ledger of what is asked of an archive, as an appendix of methods and to be replayed.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(subcommand)]
    action: Sub,
}

#[derive(Debug, Subcommand)]
enum Sub {
    /// Keep what is asked of the archive from now on
    Start(Of),
    /// Keep nothing further
    Stop(Of),
    /// Show the entries, the oldest first
    Show {
        #[command(flatten)]
        of: Of,
        /// The form: for people, or one JSON object a line
        #[arg(long, value_enum, default_value_t, value_name = "FORM")]
        format: OutputFormat,
    },
    /// Print an appendix of methods, or the entries to be replayed
    Export {
        #[command(flatten)]
        of: Of,
        /// The form
        #[arg(long, value_enum, default_value_t, value_name = "FORM")]
        format: LedgerForm,
    },
    /// Ask everything again and show what differs
    Replay {
        /// What `export --format json` gave
        #[arg(value_name = "LEDGER.json")]
        ledger: PathBuf,
        #[command(flatten)]
        of: Of,
    },
    /// Delete the entries of the archive and keep nothing further
    Delete {
        /// Delete the last entry alone, and go on
        #[arg(long)]
        last: bool,
        #[command(flatten)]
        of: Of,
    },
}

/// The archive.
#[derive(Debug, clap::Args)]
struct Of {
    /// Files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    limit: Limit,
}

/// The form of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum LedgerForm {
    /// An appendix of methods in Markdown
    #[default]
    Markdown,
    /// The entries, to be replayed
    Json,
}

/// Keeps what a command left in `slot`.
///
/// # Errors
/// When the journal cannot be written.
pub(crate) fn keep(slot: &LedgerSlot) -> anyhow::Result<()> {
    let Some((origin, entry)) = slot.take() else { return Ok(()) };
    let mut session = NotesSession::open(Some(&origin), None)?;
    let change = session.notes.ledger_change(&entry);
    match session.notes.record(vec![change]) {
        Some(action) => session.keep(&action).context(tr!("cannot keep the entry of the ledger")),
        None => Ok(()),
    }
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive or the notes cannot be read or written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    match &args.action {
        Sub::Start(of) => start(of, setup),
        Sub::Stop(of) => stop(of, setup),
        Sub::Show { of, format } => show(of, setup, *format, out),
        Sub::Export { of, format: LedgerForm::Markdown } => appendix::print(of, setup, out),
        Sub::Export { of, format: LedgerForm::Json } => {
            let entries = entries(of, setup)?;
            if entries.is_empty() {
                tell_empty();
            }
            out.line(&serde_json::to_string_pretty(&entries)?)?;
            Ok(ExitStatus::of(entries.len()))
        }
        Sub::Replay { ledger, of } => {
            let text = fs::read_to_string(ledger).with_context(|| tr!("cannot read {path}", path = ledger.display()))?;
            let told = || tr!("{path} is no ledger that `liseuse ledger export --format json` gave", path = ledger.display());
            let entries: Vec<LedgerEntry> = serde_json::from_str(&text).with_context(told)?;
            replay::run(&entries, of, setup, out)
        }
        Sub::Delete { last: true, of } => delete_last(of, setup),
        Sub::Delete { last: false, of } => delete(of, setup),
    }
}

/// The notes, opened for the archive. What a folder that is gone had is this one's if its articles are, which are read to know that.
fn session(of: &Of, setup: &Setup) -> anyhow::Result<NotesSession> {
    let mut session = NotesSession::open(Some(&origin(of.paths.clone())?), None)?;
    if let Some(reason) = session.notes.sealed() {
        bail!(reason);
    }
    if session.notes.has_gone_ledger() {
        let (input, all) = asking(of, None);
        session.notes.know(&setup.load(&input, &all)?.archive);
    }
    Ok(session)
}

/// Keeps `changes` in the journal; says whether there were any.
fn keep_all(session: &mut NotesSession, changes: Vec<FieldChange>) -> anyhow::Result<bool> {
    let kept = session.notes.record(changes);
    if let Some(action) = &kept {
        session.keep(action)?;
    }
    Ok(kept.is_some())
}

fn start(of: &Of, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let mut session = session(of, setup)?;
    let archive = session.notes.archive_id().to_owned();
    let is_on = session.notes.open_ledger() == Some(archive.as_str());
    let is_new = !is_on && keep_all(&mut session, vec![Notes::switch_ledger(&archive, true)])?;
    tell(&[if is_new { tr!("the ledger of this archive is on") } else { tr!("the ledger of this archive is on already") }]);
    Ok(ExitStatus::Done)
}

fn stop(of: &Of, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let mut session = session(of, setup)?;
    let changes = session.notes.ledger_stop();
    let is_new = keep_all(&mut session, changes)?;
    tell(&[if is_new { tr!("the ledger of this archive is off") } else { tr!("the ledger of this archive is off already") }]);
    Ok(ExitStatus::Done)
}

fn delete(of: &Of, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let mut session = session(of, setup)?;
    let count = session.notes.ledger().len();
    let changes = session.notes.ledger_deletion();
    if !keep_all(&mut session, changes)? {
        tell_empty();
        return Ok(ExitStatus::NothingFound);
    }
    tell(&[tr!(
        "{n} entry deleted; the ledger is off; `u` in the room takes that back"
            | "{n} entries deleted; the ledger is off; `u` in the room takes that back",
        n = count
    )]);
    Ok(ExitStatus::Done)
}

/// Says that nothing was ever kept, and what would begin it.
fn tell_empty() {
    tell(&[tr!("the ledger of this archive has no entry; `liseuse ledger start` begins it")]);
}

fn delete_last(of: &Of, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let mut session = session(of, setup)?;
    let Some((id, entry)) = session.notes.ledger().pop() else {
        tell_empty();
        return Ok(ExitStatus::NothingFound);
    };
    keep_all(&mut session, vec![Notes::ledger_deletion_of(id)])?;
    tell(&[tr!("deleted: {command}; `u` in the room takes that back", command = entry.command_line())]);
    Ok(ExitStatus::Done)
}

fn entries(of: &Of, setup: &Setup) -> anyhow::Result<Vec<LedgerEntry>> {
    Ok(session(of, setup)?.notes.ledger().into_iter().map(|(_, entry)| entry).collect())
}

fn show(of: &Of, setup: &Setup, format: OutputFormat, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let entries = entries(of, setup)?;
    if entries.is_empty() {
        tell_empty();
    }
    if format == OutputFormat::Json {
        entries.iter().try_for_each(|entry| out.json(entry))?;
        return Ok(ExitStatus::of(entries.len()));
    }
    let columns = [
        TableColumn::text(tr!("TIME"), 20),
        TableColumn::number(tr!("FOUND")),
        TableColumn::number(tr!("OF")),
        TableColumn::text(tr!("ARCHIVE"), 12),
        TableColumn::text(tr!("COMMAND"), usize::MAX),
    ];
    let mut table = Table::new(&columns);
    for entry in &entries {
        let state: String = entry.fingerprint.chars().take(12).collect();
        let command = entry.command_line();
        table.row(vec![shown(entry.time), entry.found.to_string(), entry.articles.to_string(), state, command]);
    }
    if !entries.is_empty() {
        table.print(out)?;
    }
    Ok(ExitStatus::of(entries.len()))
}

/// What loads the archive `of` which, wanting `query` of it.
fn asking(of: &Of, query: Option<String>) -> (Input, Wanted) {
    let input = Input { paths: of.paths.clone(), format: OutputFormat::People, limit: of.limit };
    (input, Wanted { query, ..Wanted::default() })
}
