//! `liseuse events`: the timeline of what the articles tell, or the days, months or years of it that matter most.
//!
//! Here is what is printed for people; `record`, `timelinejs` and `ics` hold the other forms.

mod chosen;
mod ics;
mod labelled;
mod record;
mod timelinejs;

use std::io;
use std::path::PathBuf;

use anyhow::anyhow;
use clap::ValueEnum;
use jiff::civil::Date;

use crate::cli::args;
use crate::cli::args::{Input, Limit, Wanted};
use crate::cli::events::chosen::Chosen;
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, TextRole};
use crate::cli::setup::{Loaded, Setup};
use crate::cli::table::{Table, TableColumn};
use crate::model::date::{Interval, PartialDate};
use crate::query::timeline::{Basis, Scale, TimelineEntry, entries_within, group};
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse events --by month --actor 'Qassem Soleimani' press/
  liseuse events --by day --top 20 --from 2011 --to 2011-06 press/
  liseuse events --top 40 --format timelinejs press/ > timeline.csv";

/// Print the timeline: what the articles tell of each day, in order of time.
///
/// What an article tells of one day is one event, and so is what several tell of one day and one actor. In JSON, start and end
/// are the first and the last day.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The form: for people, one JSON object a line, CSV for `TimelineJS`, or `iCalendar`
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Format,
    #[command(flatten)]
    limit: Limit,
    /// Group by year, month or day; what is known less well stands in a group of its own
    #[arg(long, value_enum, value_name = "SCALE")]
    by: Option<By>,
    /// Only the N events that matter most; with --by, the N years, months or days, each by its foremost event
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Only what is told of this date or later: a year, month or day
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only what is told of this date or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
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
    /// CSV in the columns of `TimelineJS`
    #[value(name = "timelinejs", alias = "csv")]
    TimelineJs,
    /// A calendar (RFC 5545)
    #[value(alias = "ical")]
    Ics,
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

/// Runs the subcommand.
///
/// # Errors
/// When a flag is wrong, the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let within = within(args.from.as_deref(), args.to.as_deref())?;
    let input = Input { paths: args.paths.clone(), format: args::OutputFormat::default(), limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    let scale = args.by.map(By::scale);
    let found = if let (Some(scale), Some(top)) = (scale, args.top) {
        let chosen = chosen::choose(&loaded, scale, within, top);
        print_chosen(&loaded, &chosen, args.format, out)?;
        chosen.len()
    } else {
        let entries = entries_within(loaded.told_in(), &loaded.rows, Basis::Told, Some(within));
        let entries = most_salient(entries, args.top);
        print(&loaded, &entries, (args.format, scale), out)?;
        entries.len()
    };
    Ok(ExitStatus::of(found))
}

/// The days that are asked for, open ends at the ends of the calendar.
fn within(from: Option<&str>, to: Option<&str>) -> anyhow::Result<Interval> {
    let read = |text: &str| {
        PartialDate::parse(text)
            .ok_or_else(|| anyhow!(tr!("{text} is no date; give YYYY, YYYY-MM or YYYY-MM-DD, such as 2020-05", text)))
    };
    let first = from.map(read).transpose()?.map_or(Date::MIN, |date| date.interval().first);
    let last = to.map(read).transpose()?.map_or(Date::MAX, |date| date.interval().last);
    if last < first {
        return Err(anyhow!(tr!("--to {last} lies before --from {first}", last, first)));
    }
    Ok(Interval { first, last })
}

fn print(loaded: &Loaded, entries: &[TimelineEntry], (format, scale): (Format, Option<Scale>), out: &mut Out) -> io::Result<()> {
    match (format, scale) {
        (Format::Json, scale) => record::print(loaded, entries, scale, out),
        (Format::TimelineJs, _) => timelinejs::print(loaded, entries.iter(), out),
        (Format::Ics, _) => ics::print(loaded, entries.iter(), out),
        (Format::People, _) if entries.is_empty() => Ok(()),
        (Format::People, Some(scale)) => grouped(loaded, entries, scale, out),
        (Format::People, None) => table(loaded, entries).print(out),
    }
}

/// Prints the milestones: for programs the most salient first, for all others in order of time.
fn print_chosen(loaded: &Loaded, chosen: &[Chosen], format: Format, out: &mut Out) -> io::Result<()> {
    if format == Format::Json {
        return record::print_chosen(loaded, chosen, out);
    }
    let mut chosen: Vec<&Chosen> = chosen.iter().collect();
    chosen.sort_by_key(|one| one.milestone.date);
    let entries = chosen.iter().flat_map(|one| one.entries());
    match format {
        Format::TimelineJs => return timelinejs::print(loaded, entries, out),
        Format::Ics => return ics::print(loaded, entries, out),
        _ if chosen.is_empty() => return Ok(()),
        _ => {}
    }
    let mut table = Table::new(&[
        TableColumn::text(tr!("DATE"), 10),
        TableColumn::number(tr!("ARTICLES")),
        TableColumn::text(tr!("SENTENCE"), usize::MAX),
    ]);
    for one in chosen {
        let articles = one.milestone.counts.articles.max(1).to_string();
        // The second line of a day with two events says its date no more.
        let mut lead = Some((one.milestone.date.to_string(), articles));
        for entry in one.entries() {
            let Some(article) = loaded.archive.get(entry.article) else { continue };
            let (date, articles) = lead.take().unwrap_or_default();
            table.row(vec![date, articles, entry.text(article).to_owned()]);
        }
    }
    table.print(out)
}

/// The `top` entries of most salience, still in order of time.
fn most_salient(entries: Vec<TimelineEntry>, top: Option<usize>) -> Vec<TimelineEntry> {
    let Some(top) = top else { return entries };
    let mut ranked: Vec<(usize, TimelineEntry)> = entries.into_iter().enumerate().collect();
    ranked.sort_by(|(_, a), (_, b)| b.salience().total_cmp(&a.salience()));
    ranked.truncate(top);
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

fn grouped(loaded: &Loaded, entries: &[TimelineEntry], scale: Scale, out: &mut Out) -> io::Result<()> {
    for (at, group) in group(entries, scale).into_iter().enumerate() {
        if at > 0 {
            out.line("")?;
        }
        out.line(&out.paint(TextRole::Head, &format!("{} ({})", group.date, group.entries.len())))?;
        table(loaded, entries.get(group.entries).unwrap_or_default()).print_rows(out)?;
    }
    Ok(())
}

fn table(loaded: &Loaded, entries: &[TimelineEntry]) -> Table {
    let columns = [
        TableColumn::text(tr!("DATE"), 21),
        TableColumn::text(tr!("ARTICLE"), 16),
        TableColumn::text(tr!("SENTENCE"), usize::MAX),
    ];
    let mut table = Table::new(&columns);
    for entry in entries {
        let Some(article) = loaded.archive.get(entry.article) else { continue };
        let id = article.id().to_string();
        let told = if entry.others.is_empty() { id } else { format!("{id} +{}", entry.others.len()) };
        table.row(vec![when(entry), told, entry.text(article).to_owned()]);
    }
    table
}

/// The date of an entry: a year, month or day when it is just that, else its days.
fn when(entry: &TimelineEntry) -> String {
    let filed = entry.filed();
    if filed.interval() == entry.interval { filed.to_string() } else { entry.interval.to_string() }
}
