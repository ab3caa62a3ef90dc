//! `liseuse notes`: the annotations of an archive, their history, the way back in it, and the compaction of their journals.

use anyhow::bail;
use clap::Subcommand;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::{NotesSession, shown};
use crate::cli::output::{Out, tell};
use crate::cli::setup::Setup;
use crate::cli::table::{Table, TableColumn};
use crate::notes::action::Action;
use crate::notes::history::{describe, way_back};
use crate::notes::state::Notes;
use crate::tr;

pub mod check;
pub mod listing;

const EXAMPLE: &str = "Example:
  liseuse notes press/
  liseuse notes --actor kazemi --format json press/
  liseuse notes log
  liseuse notes check
  liseuse notes restore --at 2020-05-16T12:00:00Z";

/// List the annotations of an archive, with how well each has found its passage again.
///
/// exact: the words stand where they stood; moved: they stand elsewhere; altered: they have changed; ambiguous: several places are
/// as good; orphan: nothing like them is there. Without a selection, the notes on actors and days come last.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    action: Option<Sub>,
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Debug, Subcommand)]
enum Sub {
    /// Show what was done, on all devices, the oldest first; as JSON, the actions as they are kept
    Log {
        /// The form: for people, or one JSON object a line
        #[arg(long, value_enum, default_value_t, value_name = "FORM")]
        format: OutputFormat,
        /// The newest N alone
        #[arg(long, value_name = "N")]
        last: Option<usize>,
    },
    /// Go back to how all notes were at a time; it is one more action, and can be undone
    Restore {
        /// The time, as the log shows it; a date or a time without Z is in UTC
        #[arg(long, value_name = "TIME", value_parser = time)]
        at: u64,
    },
    /// Check every journal, passage, unfinished note and daily backup
    Check {
        /// Set aside what is damaged, in files beside; nothing is deleted
        #[arg(long)]
        repair: bool,
    },
    /// Write this device's journals anew, without overwritten places and drafts; damaged lines move to a file beside them
    Compact,
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive or the notes cannot be read or written, or the output cannot be written.
pub fn run(args: &Args, setup: impl FnOnce() -> anyhow::Result<Setup>, out: &mut Out) -> anyhow::Result<ExitStatus> {
    match &args.action {
        None => {
            let status = listing::run(&args.input, &args.wanted, &setup()?, out)?;
            if status == ExitStatus::NothingFound {
                tell(&[tr!("no highlight and no note is like this")]);
            }
            Ok(status)
        }
        Some(Sub::Log { format, last }) => log(*format, *last, out),
        Some(Sub::Restore { at }) => restore(*at, out),
        Some(Sub::Check { repair }) => check::run(*repair, out),
        Some(Sub::Compact) => compact(out),
    }
}

fn log(format: OutputFormat, last: Option<usize>, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let mut actions = Vec::new();
    NotesSession::open(None, Some(&mut |action| actions.push(action.clone())))?;
    in_order(&mut actions);
    let shown_from = last.map_or(0, |last| actions.len().saturating_sub(last));
    let actions = actions.get(shown_from..).unwrap_or_default();
    match format {
        OutputFormat::Json => actions.iter().try_for_each(|action| out.json(action))?,
        OutputFormat::People if actions.is_empty() => {}
        OutputFormat::People => {
            let mut table = Table::new(&[
                TableColumn::text(tr!("TIME"), 20),
                TableColumn::text(tr!("DEVICE"), 20),
                TableColumn::text(tr!("WHAT"), usize::MAX),
            ]);
            for action in actions {
                table.row(vec![shown(action.time), action.device.clone(), describe(action)]);
            }
            table.print(out)?;
        }
    }
    if actions.is_empty() {
        tell(&[tr!("nothing was done to notes yet")]);
    }
    Ok(ExitStatus::of(actions.len()))
}

/// The order in which actions count, each once.
fn in_order(actions: &mut Vec<Action>) {
    actions.sort_by_key(|action| action.id);
    actions.dedup_by_key(|action| action.id);
}

fn restore(at: u64, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let mut then = Notes::default();
    let mut see = |action: &Action| {
        if action.time <= at {
            then.apply(action);
        }
    };
    let mut desk = NotesSession::open(None, Some(&mut see))?;
    if let Some(reason) = desk.notes.sealed() {
        bail!(reason);
    }
    let changes = way_back(&desk.notes, &then);
    let count = changes.len();
    let Some(action) = desk.notes.record(changes) else {
        out.line(tr!("the notes are as they were then; nothing was changed"))?;
        return Ok(ExitStatus::Done);
    };
    desk.keep(&action)?;
    out.line(&tr!(
        "the notes are as they were at {at}; changed: {count}; undoing in the reading room takes it back",
        at = shown(at),
        count
    ))?;
    Ok(ExitStatus::Done)
}

fn compact(out: &mut Out) -> anyhow::Result<ExitStatus> {
    let mut desk = NotesSession::open(None, None)?;
    let notes = &mut desk.notes;
    let done = desk.journal.compact(&mut |action| notes.take_in(action))?;
    let told = tr!(
        "{after} bytes, {before} before; left out: {dropped}; damaged and set aside: {aside}",
        after = done.after,
        before = done.before,
        dropped = done.dropped,
        aside = done.aside
    );
    out.line(&told)?;
    Ok(ExitStatus::Done)
}

/// Reads a time: in milliseconds since 1970.
fn time(text: &str) -> Result<u64, String> {
    let whole_second = |time: Timestamp| {
        // The log shows seconds; the whole second is meant.
        u64::try_from(time.as_second())
            .map(|second| second * 1000 + 999)
            .map_err(|_| tr!("there were no notes before 1970").to_owned())
    };
    let civil = |time: DateTime| time.to_zoned(TimeZone::UTC).map(|time| time.timestamp());
    let midnight = |date: Date| civil(date.at(23, 59, 59, 0));
    let read = text.parse::<Timestamp>().or_else(|_| match text.parse::<Date>() {
        Ok(date) if !text.contains(':') => midnight(date),
        _ => text.parse::<DateTime>().and_then(civil),
    });
    whole_second(read.map_err(|_| tr!("give a time such as 2020-05-16T12:00:00Z, or a date").to_owned())?)
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn a_time_is_read_as_the_log_shows_it_and_a_date_to_its_end() {
        assert_eq!(time("1970-01-01T00:00:02Z"), Ok(2999));
        assert_eq!(time("1970-01-01T01:00:02+01:00"), Ok(2999));
        assert_eq!(time("1970-01-01 00:00:02"), Ok(2999));
        assert_eq!(time("1970-01-01"), Ok(86_399_999));
        assert!(time("yesterday").is_err());
    }
}
