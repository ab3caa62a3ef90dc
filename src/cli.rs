//! The command line: arguments in, an exit code out. Data goes to stdout, everything else to stderr, one line a trouble.
//!
//! One file for each subcommand; `main` calls [`run`]. Without a subcommand the reading room opens.

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::cli::args::Limit;
use crate::cli::exit_status::ExitStatus;
use crate::cli::language::InterfaceLanguage;
use crate::cli::ledger_slot::LedgerSlot;
use crate::cli::output::{Out, tell};
use crate::cli::setup::{Setup, gazetteer, is_listed, origin, shelf};
use crate::config::Config;
use crate::config::dirs::Dirs;
use crate::locale::{Locale, error_chain};
use crate::runtime::panic_report::tell_cleaned;
use crate::runtime::{OpenRequest, open};
use crate::tr;

pub mod actors;
pub mod args;
pub mod backup;
pub mod cache;
pub(crate) mod case;
pub(crate) mod compare;
pub mod completions;
pub mod convert;
pub mod dates;
pub mod events;
pub mod exit_status;
pub mod export;
pub mod export_facts;
pub mod extract;
pub mod families;
pub mod formats;
pub mod import;
pub mod join;
pub mod label;
pub mod language;
pub mod ledger;
pub(crate) mod ledger_slot;
pub mod list;
pub mod man;
pub(crate) mod members;
pub mod notes;
pub mod notes_session;
pub mod output;
pub mod progress;
pub mod read;
pub mod record;
pub mod restore;
pub mod search;
pub mod set;
pub mod setup;
pub(crate) mod sheet;
pub mod stories;
pub mod table;
pub mod verify;

const EXAMPLES: &str = "\
Examples:
  liseuse                           open the sample archive that is built in
  liseuse ~/press 2020.jsonl        open a folder and a file
  liseuse list --month 2020-08      articles of a month, as a table
  liseuse ./list                    a folder that is named like a command
Exit codes: 0 done, 1 nothing found, 2 wrong use or failure.";

/// A reading room for press archives: open a folder of articles, see who and when, read.
///
/// Without a command, opens the reading room on files and folders, or on the sample archive that is built into the program.
/// A path that is named like a command is written with its folder: ./list.
#[derive(Debug, Parser)]
#[command(name = "liseuse", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Files and folders; without any, the sample archive
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Line by line, without a screen: for screen readers, plain terminals and pipes
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    language: InterfaceLanguage,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::Args),
    Read(read::Args),
    Events(events::Args),
    Dates(dates::Args),
    Actors(actors::Args),
    Search(search::Args),
    Families(families::Args),
    Compare(compare::Args),
    Stories(stories::Args),
    Sheet(sheet::Args),
    Label(label::Args),
    Export(export::Args),
    ExportFacts(export_facts::Args),
    Extract(extract::Args),
    Join(join::Args),
    Import(import::Args),
    Set(set::Args),
    Case(case::Args),
    Formats(formats::Args),
    Convert(convert::Args),
    Verify(verify::Args),
    Notes(notes::Args),
    Ledger(ledger::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Cache(cache::Args),
    Completions(completions::Args),
    /// Print the manual page, in roff
    #[command(after_help = man::EXAMPLE)]
    Man,
}

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    tell_cleaned();
    let is_command = |name: &str| Cli::command().find_subcommand(name).is_some();
    let args = language::behind_command(std::env::args_os().collect(), is_command);
    let chosen = language::asked(args.get(1..).unwrap_or_default(), is_command, &Dirs::find()).map(Locale::choose);
    let parsed = || {
        let matches = command().try_get_matches_from(args)?;
        language::keep_data_in_english(&matches);
        Cli::from_arg_matches(&matches)
    };
    let outcome = chosen.and_then(|()| match parsed() {
        Ok(cli) => perform(cli),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                print(&language::of_parser(&Cli::command(), &error.render().to_string()))
            }
            _ => Err(anyhow::anyhow!(usage(&error))),
        },
    });
    match outcome {
        Ok(ExitStatus::Done) => ExitCode::SUCCESS,
        Ok(ExitStatus::NothingFound | ExitStatus::NotExact) => ExitCode::from(1),
        // Whoever reads the other end has seen enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let line = error_chain(&error).split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            tell(&[line]);
            ExitCode::from(2)
        }
    }
}

/// The arguments, with their help in the language in force.
fn command() -> clap::Command {
    language::translated(Cli::command())
}

fn perform(cli: Cli) -> anyhow::Result<ExitStatus> {
    let out = &mut Out::stdout();
    let slot = LedgerSlot::default();
    let configured = || anyhow::Ok(Setup::new(Dirs::find())?.telling(&slot));
    let outcome = match cli.command {
        Some(Command::List(args)) => list::run(&args, &configured()?, out)?,
        Some(Command::Read(args)) => read::run(&args, &configured()?, out)?,
        Some(Command::Events(args)) => events::run(&args, &configured()?, out)?,
        Some(Command::Dates(args)) => dates::run(&args, &configured()?, out)?,
        Some(Command::Actors(args)) => actors::run(&args, &configured()?, out)?,
        Some(Command::Search(args)) => search::run(&args, &configured()?, out)?,
        Some(Command::Families(args)) => families::run(&args, &configured()?, out)?,
        Some(Command::Compare(args)) => compare::run(&args, &configured()?, out)?,
        Some(Command::Sheet(args)) => sheet::run(&args, &configured()?, out)?,
        Some(Command::Stories(args)) => stories::run(&args, &configured()?, out)?,
        Some(Command::Label(args)) => label::run(&args, out)?,
        Some(Command::Export(args)) => {
            let status = export::run(&args, &configured()?, out)?;
            if status == ExitStatus::NothingFound {
                // Nothing was exported, and the ledger must not say that something was.
                drop(slot.take());
            }
            status
        }
        Some(Command::ExportFacts(args)) => export_facts::run(&args, &configured()?)?,
        Some(Command::Extract(args)) => extract::run(&args, &configured()?, out)?,
        Some(Command::Join(args)) => join::run(&args, &configured()?)?,
        Some(Command::Import(args)) => import::run(&args, &configured()?)?,
        Some(Command::Set(args)) => set::run(&args, &configured()?)?,
        Some(Command::Case(args)) => case::run(&args, &configured()?, out)?,
        Some(Command::Formats(args)) => formats::run(&args, &configured()?, out)?,
        Some(Command::Convert(args)) => convert::run(&args, &configured()?, out)?,
        Some(Command::Verify(args)) => verify::run(&args, &configured()?, out)?,
        Some(Command::Notes(args)) => notes::run(&args, configured, out)?,
        Some(Command::Ledger(args)) => ledger::run(&args, &configured()?, out)?,
        Some(Command::Backup(args)) => backup::run(&args, out)?,
        Some(Command::Restore(args)) => restore::run(&args, out)?,
        Some(Command::Cache(args)) => cache::run(&args, out)?,
        Some(Command::Completions(args)) => completions::run(&args, command(), out)?,
        Some(Command::Man) => man::run(command(), out)?,
        None => room(&cli.paths, cli.limit, cli.plain)?,
    };
    out.flush()?;
    ledger::keep(&slot)?;
    Ok(outcome)
}

/// Says which command may be meant where the only path leads nowhere and is nearly the name of one.
fn meant_command(paths: &[PathBuf], error: anyhow::Error) -> anyhow::Error {
    /// A letter left out, doubled or changed, or two that changed places, at most twice.
    const EDITS: usize = 2;
    let [path] = paths else { return error };
    let Some(typed) = path.to_str().filter(|typed| !path.exists() && typed.len() > EDITS) else { return error };
    let command = Cli::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    let nearest = names.map(|name| (strsim::damerau_levenshtein(typed, name), name)).min();
    match nearest.filter(|(edits, _)| *edits <= EDITS) {
        Some((_, name)) => anyhow::anyhow!(tr!("{error}; for the command, type `liseuse {name}`", error, name)),
        None => error,
    }
}

/// Opens the reading room: on a screen, which needs a terminal at both ends, or line by line.
fn room(paths: &[PathBuf], limit: Limit, plain: bool) -> anyhow::Result<ExitStatus> {
    let origin = origin(paths.to_vec()).map_err(|error| meant_command(paths, error))?;
    let has_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let plain = plain || has_terminal && std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if !plain && !has_terminal {
        anyhow::bail!(tr!(
            "the reading room needs a terminal; `liseuse list` prints the articles without one, `liseuse --plain` reads lines"
        ));
    }
    let dirs = Dirs::find();
    let config = Config::load(&dirs)?;
    let shelf = shelf(origin, limit, &config, &dirs);
    // Without the user's actors the gazetteer is known to be sound, and a worker can build it off the first frame.
    let is_builtin = config.actors.is_none() && is_listed(limit, &config);
    let gazetteer = if is_builtin { None } else { Some(Arc::new(gazetteer(limit, &config)?)) };
    let listed = is_listed(limit, &config);
    let request = OpenRequest { shelf, gazetteer, listed, config, data: dirs.data, settings: dirs.config };
    if plain {
        crate::plain::open(request)?;
    } else {
        open(request)?;
    }
    Ok(ExitStatus::Done)
}

fn print(text: &str) -> anyhow::Result<ExitStatus> {
    let out = &mut Out::stdout();
    out.text(text)?;
    out.flush()?;
    Ok(ExitStatus::Done)
}

/// What is wrong with the arguments, in one line, and where to look.
fn usage(error: &clap::Error) -> String {
    let first = language::fault(error);
    let asked = std::env::args_os()
        .nth(1)
        .and_then(|name| name.into_string().ok())
        .filter(|name| Cli::command().find_subcommand(name).is_some());
    let help = asked.map_or_else(|| "liseuse --help".to_owned(), |name| format!("liseuse {name} --help"));
    tr!("{first} (see `{help}`)", first, help)
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let is_closed = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(is_closed))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{Cli, language};
    use crate::locale::{Locale, pattern};

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_help_is_in_every_catalogue() {
        let texts = language::texts(&Cli::command());
        for locale in Locale::all().filter(|locale| *locale != Locale::ENGLISH) {
            let missing = |text: &&String| locale.within(|| pattern(Some("help"), text)).is_none();
            let missing: Vec<&String> = texts.iter().filter(missing).collect();
            assert!(missing.is_empty(), "not in assets/locales/{}.po, msgctxt \"help\": {missing:#?}", locale.code());
        }
    }

    #[test]
    fn every_command_says_what_it_does_and_shows_an_example() {
        for command in Cli::command().get_subcommands() {
            let example = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(example.contains(&format!("liseuse {}", command.get_name())), "{}", command.get_name());
            assert!(command.get_about().is_some(), "{}", command.get_name());
        }
    }
}
