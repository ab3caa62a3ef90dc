//! `liseuse case`: named dossiers within an archive, made, filled, shown and exported on the command line.

use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::Subcommand;
use serde::Serialize;

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::export;
use crate::cli::list;
use crate::cli::notes_session::NotesSession;
use crate::cli::output::{Out, tell};
use crate::cli::setup::{Loaded, Setup, origin};
use crate::cli::table::{Table, TableColumn};
use crate::model::annotation::ArticleKey;
use crate::model::segment::ArticleRef;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::whole::with_text;
use crate::notes::cases::{Case, new_name};
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse case create 'Fall of the port' press/
  liseuse case add 'Fall of the port' press/ -q 'source:ouest date:2011-10'
  liseuse case add 'Fall of the port' press/ -q 'actor:merkel port' --as-query
  liseuse case show 'Fall of the port' press/
  liseuse case export 'Fall of the port' press/ -o dossier.html
  liseuse case remove 'Fall of the port' press/
`u` in the room undoes what was done last. In queries, case:NAME asks for what was put into a case.";

/// Keep named dossiers within an archive: sets of articles, notes and queries.
///
/// A note that is written while a case is chosen in the room belongs to it, any other to all cases.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(subcommand)]
    action: Sub,
}

#[derive(Debug, Subcommand)]
enum Sub {
    /// List the cases of an archive
    List(Input),
    /// Make a case
    Create(Of),
    /// Put the articles that are chosen into a case, which is made when there is none of that name
    Add(Chosen),
    /// Take the articles that are chosen out of a case; without choosing any, the case itself
    Remove(Chosen),
    /// Show the articles of a case
    Show(Shown),
    /// Export a case; all that `liseuse export` takes can be given
    Export(Exported),
}

/// A case of an archive.
#[derive(Debug, clap::Args)]
struct Of {
    /// The name of the case
    #[arg(value_name = "NAME")]
    name: String,
    /// The archive: files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    limit: Limit,
}

#[derive(Debug, clap::Args)]
struct Chosen {
    #[command(flatten)]
    of: Of,
    /// Keep the query itself in the case, not the articles that it finds now
    #[arg(long, requires = "query")]
    as_query: bool,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Debug, clap::Args)]
struct Shown {
    /// The name of the case
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    input: Input,
}

#[derive(Debug, clap::Args)]
struct Exported {
    /// The name of the case
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    export: export::Args,
}

/// A case as scripts read it.
#[derive(Debug, Serialize)]
struct CaseRecord {
    name: String,
    articles: usize,
    queries: Vec<String>,
}

/// Runs the subcommand.
///
/// # Errors
/// When there is no such case, the archive or the notes cannot be read, or what was done cannot be kept.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    match &args.action {
        Sub::List(input) => list_cases(input, setup, out),
        Sub::Create(of) => create(of),
        Sub::Add(chosen) => change(chosen, setup, true),
        Sub::Remove(chosen) => change(chosen, setup, false),
        Sub::Show(shown) => show(shown, setup, out),
        Sub::Export(exported) => {
            let session = NotesSession::open(Some(&origin(exported.export.paths().to_vec())?), None)?;
            let case = named(&session, &exported.name)?;
            export::run_case(&exported.export, &case, setup, out)
        }
    }
}

/// The case of this name.
fn named(session: &NotesSession, name: &str) -> anyhow::Result<Case> {
    session.notes.case_named(name).map(|(_, case)| case).ok_or_else(|| {
        let names: Vec<String> = session.notes.cases().into_iter().map(|(_, case)| case.name).collect();
        if names.is_empty() {
            return anyhow!(tr!("this archive has no case; `liseuse case create NAME` makes one"));
        }
        anyhow!(tr!("there is no case {name} here; there are {names}", name, names = names.join(", ")))
    })
}

/// All articles of a case, of an archive that is loaded with what they ask.
fn articles_of(case: &Case, input: &Input, setup: &Setup) -> anyhow::Result<Loaded> {
    setup.load(input, &Wanted { query: Some(case.query()), ..Wanted::default() })
}

fn list_cases(input: &Input, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let session = NotesSession::open(Some(&origin(input.paths.clone())?), None)?;
    let cases: Vec<Case> = session.notes.cases().into_iter().map(|(_, case)| case).collect();
    if cases.is_empty() {
        tell(&[tr!("this archive has no case; `liseuse case create NAME` makes one")]);
        return Ok(ExitStatus::NothingFound);
    }
    // Loaded with a query for all of them, so that what is noted of articles is at hand.
    let all = cases.iter().map(Case::query).collect::<Vec<_>>().join(" OR ");
    let loaded = setup.load(input, &Wanted { query: Some(all), ..Wanted::default() })?;
    let mut records = Vec::new();
    for case in cases {
        let articles = setup.rows_of(&loaded, &case.query())?.len();
        records.push(CaseRecord { name: case.name, articles, queries: case.queries });
    }
    if input.format == OutputFormat::Json {
        records.iter().try_for_each(|record| out.json(record))?;
        return Ok(ExitStatus::Done);
    }
    let mut table = Table::new(&[
        TableColumn::text(tr!("CASE"), 30),
        TableColumn::number(tr!("ARTICLES")),
        TableColumn::text(tr!("QUERIES"), usize::MAX),
    ]);
    for record in records {
        table.row(vec![record.name, record.articles.to_string(), record.queries.join(" | ")]);
    }
    table.print(out)?;
    Ok(ExitStatus::Done)
}

fn session(of: &Of) -> anyhow::Result<NotesSession> {
    let session = NotesSession::open(Some(&origin(of.paths.clone())?), None)?;
    match session.notes.sealed() {
        Some(reason) => bail!(reason),
        None => Ok(session),
    }
}

fn create(of: &Of) -> anyhow::Result<ExitStatus> {
    let mut session = session(of)?;
    let name = new_name(&of.name).map_err(|reason| anyhow!(reason))?;
    if let Some((_, case)) = session.notes.case_named(&name) {
        bail!(tr!("there is a case {name} already", name = case.name));
    }
    let id = session.notes.new_id();
    let change = session.notes.case_change(id, &name, Vec::new());
    keep(&mut session, vec![change])?;
    tell(&[tr!("the case {name} is made", name)]);
    Ok(ExitStatus::Done)
}

fn keep(session: &mut NotesSession, changes: Vec<FieldChange>) -> anyhow::Result<()> {
    match session.notes.record(changes) {
        Some(action) => session.keep(&action),
        None => Ok(()),
    }
}

/// Puts articles or a query into a case, or takes them out.
fn change(chosen: &Chosen, setup: &Setup, is_in: bool) -> anyhow::Result<ExitStatus> {
    let mut session = session(&chosen.of)?;
    let known = session.notes.case_named(chosen.of.name.trim());
    if chosen.wanted.is_empty() && is_in {
        bail!(tr!("choose the articles with --query or another flag"));
    }
    if !is_in && known.is_none() {
        named(&session, &chosen.of.name)?;
    }
    if chosen.wanted.is_empty() {
        return take_away(&mut session, &known.map(|(_, case)| case.name).unwrap_or_default());
    }
    let input = Input { paths: chosen.of.paths.clone(), format: OutputFormat::People, limit: chosen.of.limit };
    let loaded = setup.load(&input, &chosen.wanted)?;
    session.notes.know(&loaded.archive);
    if loaded.rows.is_empty() && !chosen.as_query {
        tell(&[tr!("no article was found, so the cases are as they were")]);
        return Ok(ExitStatus::NothingFound);
    }
    let mut changes = Vec::new();
    let (id, case) = if let Some(known) = known {
        known
    } else {
        let name = new_name(&chosen.of.name).map_err(|reason| anyhow!(reason))?;
        (session.notes.new_id(), Case { archive: String::new(), name, queries: Vec::new() })
    };
    let mut queries = case.queries.clone();
    if let Some(query) = chosen.wanted.query.clone().filter(|_| chosen.as_query) {
        queries.retain(|known| *known != query);
        if is_in {
            queries.push(query);
        }
    } else {
        let membership = |article: ArticleRef<'_>| {
            let key = with_text(ArticleKey::from(article), article.body());
            session.notes.membership(NoteSubject::Article(key), &case.name, is_in)
        };
        changes.extend(loaded.articles().filter_map(membership));
    }
    let count = changes.len();
    changes.push(session.notes.case_change(id, &case.name, queries));
    keep(&mut session, changes)?;
    let finds = !is_in && !case.queries.is_empty();
    tell(&[match (is_in, chosen.as_query) {
        _ if count == 0 && !chosen.as_query && finds => tr!(
            "nothing is taken out of the case {name}: its queries find these articles; a query is taken away with --as-query ({queries})",
            name = case.name,
            queries = case.queries.join(" | ")
        ),
        (true, true) => tr!("the query is in the case {name}", name = case.name),
        (false, true) => tr!("the query is out of the case {name}", name = case.name),
        (true, false) => {
            tr!("{n} article put into the case {name}" | "{n} articles put into the case {name}", n = count, name = case.name)
        }
        (false, false) => tr!(
            "{n} article taken out of the case {name}" | "{n} articles taken out of the case {name}",
            n = count,
            name = case.name
        ),
    }]);
    Ok(ExitStatus::of(loaded.rows.len()))
}

fn take_away(session: &mut NotesSession, name: &str) -> anyhow::Result<ExitStatus> {
    let changes = session.notes.case_deletion(name);
    keep(session, changes)?;
    tell(&[tr!("the case {name} is gone; its articles and notes are kept", name)]);
    Ok(ExitStatus::Done)
}

fn show(shown: &Shown, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let session = NotesSession::open(Some(&origin(shown.input.paths.clone())?), None)?;
    let case = named(&session, &shown.name)?;
    let loaded = articles_of(&case, &shown.input, setup)?;
    list::print(&loaded, shown.input.format, None, out)
}
