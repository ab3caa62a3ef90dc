//! `liseuse events`: the timeline of what the articles tell, one dated sentence after the other.

use std::collections::{HashMap, HashSet};
use std::io;

use clap::ValueEnum;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde::Serialize;

use crate::analysis::events::actors_in;
use crate::cli::args::{Format, Input, Wanted};
use crate::cli::outcome::Outcome;
use crate::cli::output::{Out, Role};
use crate::cli::record::{Named, named, rounded};
use crate::cli::setup::{Loaded, Setup};
use crate::cli::table::{Column, Table};
use crate::model::actor::Mention;
use crate::model::archive::ArticleIx;
use crate::model::segment::ArticleRef;
use crate::query::timeline::{Basis, Entry, Scale, entries, group};

const EXAMPLE: &str = "Example:
  liseuse events --by month --actor 'Qassem Soleimani' press/
  liseuse events --top 10 --format json";

/// Print the timeline: every sentence that tells when something happened, in order of time.
///
/// In JSON, start and end are the first and the last day.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// Group by year, month or day; what is known less well stands in a group of its own
    #[arg(long, value_enum, value_name = "SCALE")]
    by: Option<By>,
    /// Only the N events that matter most
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    #[command(flatten)]
    wanted: Wanted,
}

/// How fine to group.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    Year,
    Month,
    Day,
}

impl By {
    fn scale(self) -> Scale {
        match self {
            Self::Year => Scale::Year,
            Self::Month => Scale::Month,
            Self::Day => Scale::Day,
        }
    }
}

#[derive(Serialize)]
struct EventRecord<'a> {
    start: String,
    end: String,
    precision: &'static str,
    text: &'a str,
    sentence: &'a str,
    article: String,
    actors: Vec<Named<'a>>,
    salience: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<Outcome> {
    let loaded = setup.load(&args.input, &args.wanted)?;
    let entries = most_salient(entries(&loaded.archive, &loaded.rows, Basis::Told), args.top);
    match (args.input.format, args.by) {
        (Format::Json, by) => json(&loaded, &entries, by, out)?,
        (Format::People, _) if entries.is_empty() => {}
        (Format::People, Some(by)) => grouped(&loaded, &entries, by, out)?,
        (Format::People, None) => table(&loaded, &entries).print(out)?,
    }
    Ok(Outcome::of(entries.len()))
}

/// The `top` entries of most salience, still in order of time.
fn most_salient(entries: Vec<Entry>, top: Option<usize>) -> Vec<Entry> {
    let Some(top) = top else { return entries };
    let mut ranked: Vec<(usize, Entry)> = entries.into_iter().enumerate().collect();
    ranked.sort_by(|(_, a), (_, b)| b.salience.total_cmp(&a.salience));
    ranked.truncate(top);
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

fn json(loaded: &Loaded, entries: &[Entry], by: Option<By>, out: &mut Out) -> io::Result<()> {
    let filed = by.map(|by| group(entries, by.scale()));
    let mut groups = filed.iter().flatten().peekable();
    let mentions = mentions(loaded, entries);
    for (at, entry) in entries.iter().enumerate() {
        while groups.next_if(|group| group.entries.end <= at).is_some() {}
        if let Some(article) = loaded.archive.get(entry.article) {
            let group = groups.peek().map(|group| group.date.to_string());
            let mentions = mentions.get(&entry.article).map_or(&[][..], Vec::as_slice);
            out.json(&record(loaded, entry, (article, mentions), group))?;
        }
    }
    Ok(())
}

/// Where actors are named in the articles of `entries`.
fn mentions(loaded: &Loaded, entries: &[Entry]) -> HashMap<ArticleIx, Vec<Mention>> {
    let telling: HashSet<ArticleIx> = entries.iter().map(|entry| entry.article).collect();
    let named = |ix: ArticleIx| Some((ix, loaded.gazetteer.mentions(&loaded.archive.get(ix)?.unpack())));
    telling.into_par_iter().filter_map(named).collect()
}

fn record<'a>(
    loaded: &'a Loaded,
    entry: &Entry,
    (article, mentions): (ArticleRef<'a>, &[Mention]),
    group: Option<String>,
) -> EventRecord<'a> {
    let sentence = article.sentence_at(entry.timex.unwrap_or_default().first());
    EventRecord {
        start: entry.interval.first.to_string(),
        end: entry.interval.last.to_string(),
        precision: entry.precision.name(),
        text: entry.timex.unwrap_or_default().of(article.body()),
        sentence: sentence.of(article.body()),
        article: article.id().to_string(),
        actors: named(&actors_in(mentions, sentence), loaded.archive.actors()),
        salience: rounded(entry.salience),
        group,
    }
}

fn grouped(loaded: &Loaded, entries: &[Entry], by: By, out: &mut Out) -> io::Result<()> {
    for (at, group) in group(entries, by.scale()).into_iter().enumerate() {
        if at > 0 {
            out.line("")?;
        }
        out.line(&out.paint(Role::Head, &format!("{} ({})", group.date, group.entries.len())))?;
        table(loaded, entries.get(group.entries).unwrap_or_default()).print_rows(out)?;
    }
    Ok(())
}

fn table(loaded: &Loaded, entries: &[Entry]) -> Table {
    let columns = [Column::text("DATE", 21), Column::text("ARTICLE", 16), Column::text("SENTENCE", usize::MAX)];
    let mut table = Table::new(&columns);
    for entry in entries {
        let Some(article) = loaded.archive.get(entry.article) else { continue };
        table.row(vec![when(entry), article.id().to_string(), entry.text(article).to_owned()]);
    }
    table
}

/// The date of an entry: a year, month or day when it is just that, else its days.
fn when(entry: &Entry) -> String {
    let filed = entry.filed();
    if filed.interval() == entry.interval { filed.to_string() } else { entry.interval.to_string() }
}
