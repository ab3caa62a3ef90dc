//! `liseuse actors`: who is named, how often, in how many articles, and from when to when.

mod network;

use std::collections::HashMap;
use std::path::PathBuf;

use clap::ValueEnum;
use serde::Serialize;

use crate::cli::actors::network::{Together, network};

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::Out;
use crate::cli::setup::{Loaded, Setup, origin};
use crate::cli::table::{Table, TableColumn};
use crate::export::network::{gexf, graphml};
use crate::locale::translated;
use crate::model::actor::{Actor, ActorIx, ActorTable};
use crate::model::date::PartialDate;
use crate::query::results::facets::{ActorCount, actors};
use crate::runtime::exporter::archive_name;
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse actors --month 2020-08 press/
  liseuse actors --format json | jq -r '.id, .aliases[]'
  liseuse actors --format gexf --by sentence --limit 100 press/ > actors.gexf";

/// What stands before the name of an actor that no list knows.
const DISCOVERED: &str = "∘";

/// List the actors that are named, those named in most articles first.
///
/// A name behind ∘ is in no list of actors and was found in the archive. FIRST and LAST are the publication dates of the first and the last dated article that names the actor.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The form: for people, one JSON object a line, or the network of those named together, for Gephi and others
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Format,
    /// What the weight counts of two actors of a network
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    by: Together,
    #[command(flatten)]
    limit: Limit,
    /// At most N actors, the first in the order in which they are printed
    #[arg(long = "limit", value_name = "N")]
    most: Option<usize>,
    #[command(flatten)]
    wanted: Wanted,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people
    #[default]
    #[value(name = "table", alias = "text")]
    People,
    /// One JSON object a line, for programs
    Json,
    /// The network as GEXF, with months as dynamic attributes
    Gexf,
    /// The network as `GraphML`
    Graphml,
}

#[derive(Serialize)]
struct ActorRecord<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    discovered: bool,
    aliases: Vec<&'a str>,
    mentions: usize,
    articles: usize,
    first: Option<String>,
    last: Option<String>,
}

/// The first and the last publication date.
type Period = (PartialDate, PartialDate);

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let origin = origin(args.paths.clone())?;
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    let mut counts = actors(&loaded.archive, &loaded.rows);
    counts.truncate(args.most.unwrap_or(usize::MAX));
    if matches!(args.format, Format::Gexf | Format::Graphml) {
        let network = network(&loaded, &counts, args.by);
        out.text(&match args.format {
            Format::Graphml => graphml::write(&network),
            _ => gexf::write(&network, &archive_name(&origin)),
        })?;
        return Ok(ExitStatus::of(counts.len()));
    }
    let periods = periods(&loaded);
    let named = counts.iter().filter_map(|count| {
        let actor = loaded.archive.actors().get(count.actor)?;
        Some((actor, count, periods.get(&count.actor)))
    });
    match args.format {
        Format::Json => {
            for (actor, count, period) in named {
                out.json(&record(actor, count, period))?;
            }
        }
        _ if counts.is_empty() => {}
        _ => table(loaded.archive.actors(), named).print(out)?,
    }
    Ok(ExitStatus::of(counts.len()))
}

fn periods(loaded: &Loaded) -> HashMap<ActorIx, Period> {
    let mut periods: HashMap<ActorIx, Period> = HashMap::new();
    for article in loaded.articles() {
        let Some(date) = article.date().known_days().and(article.date().sort_key()) else { continue };
        for (actor, _) in article.actors() {
            let (first, last) = periods.entry(actor).or_insert((date, date));
            (*first, *last) = ((*first).min(date), (*last).max(date));
        }
    }
    periods
}

fn record<'a>(actor: &'a Actor, count: &ActorCount, period: Option<&Period>) -> ActorRecord<'a> {
    ActorRecord {
        id: &actor.id,
        name: &actor.name,
        kind: actor.kind.name(),
        discovered: actor.discovered,
        aliases: actor.spellings.iter().filter(|spelling| **spelling != actor.name).map(|spelling| &**spelling).collect(),
        mentions: count.mentions,
        articles: count.articles,
        first: period.map(|(first, _)| first.to_string()),
        last: period.map(|(_, last)| last.to_string()),
    }
}

fn table<'a>(actors: &ActorTable, named: impl Iterator<Item = (&'a Actor, &'a ActorCount, Option<&'a Period>)>) -> Table {
    let mut table = Table::new(&[
        TableColumn::number(tr!("MENTIONS")),
        TableColumn::number(tr!("ARTICLES")),
        TableColumn::text(tr!("FIRST"), 10),
        TableColumn::text(tr!("LAST"), 10),
        TableColumn::text(tr!("KIND"), 12),
        TableColumn::text(tr!("ID"), 28),
        TableColumn::text(tr!("NAME"), usize::MAX),
    ]);
    for (actor, count, period) in named {
        let (record, name) = (record(actor, count, period), actors.name(count.actor));
        table.row(vec![
            record.mentions.to_string(),
            record.articles.to_string(),
            record.first.unwrap_or_default(),
            record.last.unwrap_or_default(),
            translated(record.kind).to_owned(),
            record.id.to_owned(),
            if record.discovered { format!("{DISCOVERED} {name}") } else { name.to_owned() },
        ]);
    }
    table
}
