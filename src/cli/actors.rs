//! `liseuse actors`: who is named, how often, in how many articles, and from when to when.

use std::collections::HashMap;

use serde::Serialize;

use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::Out;
use crate::cli::setup::{Loaded, Setup};
use crate::cli::table::{Table, TableColumn};
use crate::locale::translated;
use crate::model::actor::{Actor, ActorIx};
use crate::model::date::PartialDate;
use crate::query::facets::{ActorCount, actors};
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse actors --month 2020-08 press/
  liseuse actors --format json | jq -r '.id, .aliases[]'";

/// What stands before the name of an actor that no list knows.
const DISCOVERED: &str = "∘";

/// List the actors that are named, those named most often first.
///
/// A name behind ∘ is in no list of actors and was found in the archive. FIRST and LAST are the publication dates of the first and the last dated article that names the actor.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// At most N actors, the first in the order in which they are printed
    #[arg(long = "limit", value_name = "N")]
    most: Option<usize>,
    #[command(flatten)]
    wanted: Wanted,
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
    let loaded = setup.load(&args.input, &args.wanted)?;
    let counts = actors(&loaded.archive, &loaded.rows);
    let periods = periods(&loaded);
    let named = counts.iter().filter_map(|count| {
        let actor = loaded.archive.actors().get(count.actor)?;
        Some((actor, count, periods.get(&count.actor)))
    });
    let named = named.take(args.most.unwrap_or(usize::MAX));
    match args.input.format {
        OutputFormat::Json => {
            for (actor, count, period) in named {
                out.json(&record(actor, count, period))?;
            }
        }
        OutputFormat::People if counts.is_empty() => {}
        OutputFormat::People => table(named).print(out)?,
    }
    Ok(ExitStatus::of(counts.len()))
}

fn periods(loaded: &Loaded) -> HashMap<ActorIx, Period> {
    let mut periods: HashMap<ActorIx, Period> = HashMap::new();
    for article in loaded.articles() {
        let Some(date) = article.date().sort_key() else { continue };
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

fn table<'a>(named: impl Iterator<Item = (&'a Actor, &'a ActorCount, Option<&'a Period>)>) -> Table {
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
        let record = record(actor, count, period);
        table.row(vec![
            record.mentions.to_string(),
            record.articles.to_string(),
            record.first.unwrap_or_default(),
            record.last.unwrap_or_default(),
            translated(record.kind).to_owned(),
            record.id.to_owned(),
            if record.discovered { format!("{DISCOVERED} {}", record.name) } else { record.name.to_owned() },
        ]);
    }
    table
}
