//! `liseuse sheet EVENT|STORY|DAY`: what each paper says of one event, side by side.

use anyhow::{anyhow, bail};
use clap::ValueEnum;
use serde::Serialize;
use std::path::PathBuf;

use crate::cli::args;
use crate::cli::args::{Input, Limit, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::tell;
use crate::cli::output::{Out, TextRole};
use crate::cli::read::find;
use crate::cli::record::{CodePointRange, stretch};
use crate::cli::setup::{Loaded, Setup};
use crate::export::sheet::{SheetForm, write};
use crate::model::archive::ArticleIx;
use crate::model::date::{Interval, PartialDate, Precision};
use crate::query::sheet::sheet_choice::{event_articles, sheet_event, stories_of_day};
use crate::query::sheet::{EventSheet, SheetCell, SheetEvent, SheetRow, SheetSection};
use crate::query::timeline::{Basis, entries_within};
use crate::text::span::CodePoints;
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse sheet 94fb8d0e30f7 press/
  liseuse sheet 2020-08-04 --format html press/ > beirut.html
  liseuse sheet 94fb8d0e30f7@2020-08-04 --format csv press/";

/// Show what each paper says of one event, side by side: when, where, who, figures, statements, and their own words.
///
/// STORY is an article of it, by its identifier or the head of one; DAY (YYYY-MM-DD) gives a sheet for each story of that day;
/// EVENT is ARTICLE@DAY, what the article tells of the day. Copies of one text share a column.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The event: ARTICLE, DAY or ARTICLE@DAY
    #[arg(value_name = "EVENT")]
    event: String,
    /// Files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Format,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    wanted: Wanted,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for people
    #[default]
    #[value(name = "text", alias = "table")]
    People,
    /// One JSON object a line, for programs
    Json,
    /// Markdown, with the sources
    #[value(alias = "md")]
    Markdown,
    /// A page of HTML, with the sources
    Html,
    /// CSV, a row for each cell
    Csv,
}

#[derive(Serialize)]
struct SheetRecord {
    title: String,
    columns: Vec<ColumnRecord>,
    rows: Vec<RowRecord>,
}

#[derive(Serialize)]
struct ColumnRecord {
    outlets: Vec<Box<str>>,
    articles: Vec<String>,
    published: Option<String>,
}

#[derive(Serialize)]
struct RowRecord {
    section: &'static str,
    fact: String,
    cells: Vec<Option<CellRecord>>,
}

#[derive(Serialize)]
struct CellRecord {
    text: String,
    article: String,
    #[serde(flatten)]
    place: CodePointRange,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<&'static str>,
}

/// Runs the subcommand.
///
/// # Errors
/// When an identifier is shared by several articles, the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let input = Input { paths: args.paths.clone(), format: args::OutputFormat::default(), limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    let chosen = chosen(&loaded, &args.event)?;
    if chosen.is_empty() {
        tell(&[tr!(
            "no article and no day is {event}; `liseuse stories` and `liseuse events` show what is told",
            event = args.event
        )]);
        return Ok(ExitStatus::NothingFound);
    }
    let families = loaded.index.families();
    let of = |(articles, event): (Vec<ArticleIx>, Option<SheetEvent>)| {
        EventSheet::of((&loaded.archive, &loaded.gazetteer), &articles, families, event.as_ref())
    };
    let sheets: Vec<EventSheet> = chosen.into_iter().map(of).collect();
    match args.format {
        Format::Json => sheets.into_iter().try_for_each(|sheet| out.json(&record(&loaded, sheet)))?,
        Format::Markdown => out.text(&write(&loaded.archive, &sheets, SheetForm::Markdown))?,
        Format::Html => out.text(&write(&loaded.archive, &sheets, SheetForm::Html))?,
        Format::Csv => out.text(&write(&loaded.archive, &sheets, SheetForm::Csv))?,
        Format::People => sheets.iter().try_for_each(|sheet| show(&loaded, sheet, out))?,
    }
    Ok(ExitStatus::Done)
}

/// The articles of each sheet that `event` asks for, with the event where it is of one.
fn chosen(loaded: &Loaded, event: &str) -> anyhow::Result<Vec<(Vec<ArticleIx>, Option<SheetEvent>)>> {
    let stories = loaded.index.stories();
    let day = |text: &str| PartialDate::parse(text).filter(|date| date.precision() == Precision::Day).map(PartialDate::interval);
    if PartialDate::parse(event).is_some_and(|date| date.precision() != Precision::Day) {
        let text = event;
        bail!(tr!("{text} is no day; give YYYY-MM-DD, such as 2020-08-04", text));
    }
    if let Some(day) = day(event) {
        let mut found = stories_of_day(&loaded.archive, &loaded.rows, stories, day);
        // A story that one article alone tells needs no sheet, unless there is no other.
        let several = found.iter().filter(|articles| articles.len() > 1).count();
        found.truncate(several.max(1));
        found.retain(|articles| several == 0 || articles.len() > 1);
        return Ok(found.into_iter().map(|articles| (articles, None)).collect());
    }
    let (id, day) = match event.split_once('@') {
        Some((id, text)) => {
            (id, Some(day(text).ok_or_else(|| anyhow!(tr!("{text} is no day; give YYYY-MM-DD, such as 2020-08-04", text)))?))
        }
        None => (event, None),
    };
    let Some(ix) = find(loaded, id)?.and_then(|article| loaded.archive.by_id(&article.id())) else { return Ok(Vec::new()) };
    let (places, event) = match day {
        Some(day) => of_event(loaded, ix, day),
        None => (vec![ix], None),
    };
    Ok(if places.is_empty() { Vec::new() } else { vec![(event_articles(&places, stories), event)] })
}

/// The articles that tell what the article at `ix` tells of `day`, that one first, and the event.
fn of_event(loaded: &Loaded, ix: ArticleIx, day: Interval) -> (Vec<ArticleIx>, Option<SheetEvent>) {
    let entries = entries_within(loaded.told_in(), &loaded.rows, Basis::Told, Some(day));
    let mut tells = entries.iter().filter(|entry| entry.interval == day && entry.places().any(|(article, _)| article == ix));
    // An article tells the same days once.
    let Some(entry) = tells.next() else { return (Vec::new(), None) };
    let mut all: Vec<ArticleIx> = entry.places().map(|(article, _)| article).collect();
    all.sort_by_key(|article| (*article != ix, *article));
    all.dedup();
    (all, sheet_event(&loaded.archive, entry))
}

fn record(loaded: &Loaded, sheet: EventSheet) -> SheetRecord {
    let id = |ix: ArticleIx| loaded.archive.get(ix).map_or_else(String::new, |article| article.id().to_string());
    let cell = |cell: SheetCell| {
        let article = loaded.archive.get(cell.article)?;
        let place = stretch(&mut CodePoints::new(article.body()), cell.span);
        let mark = Some(cell.mark.name()).filter(|words| !words.is_empty());
        Some(CellRecord { text: cell.text, article: id(cell.article), place, mark })
    };
    let row = |row: SheetRow| RowRecord {
        section: row.section.name(),
        fact: row.label,
        cells: row.cells.into_iter().map(|one| one.and_then(cell)).collect(),
    };
    SheetRecord {
        title: sheet.title,
        columns: sheet
            .columns
            .into_iter()
            .map(|column| ColumnRecord {
                outlets: column.outlets,
                articles: column.articles.into_iter().map(id).collect(),
                published: column.published.known_days().map(|days| days.to_string()),
            })
            .collect(),
        rows: sheet.rows.into_iter().map(row).collect(),
    }
}

fn show(loaded: &Loaded, sheet: &EventSheet, out: &mut Out) -> std::io::Result<()> {
    out.line(&out.paint(TextRole::Head, &sheet.title))?;
    for (at, column) in sheet.columns.iter().enumerate() {
        let day = column.day();
        let articles = tr!("{n} article" | "{n} articles", n = column.articles.len());
        out.line(&format!("  [{}] {} · {day} · {articles}", at + 1, column.title()))?;
    }
    for section in SheetSection::ALL {
        let rows: Vec<&SheetRow> = sheet.rows.iter().filter(|row| row.section == section).collect();
        if rows.is_empty() {
            continue;
        }
        out.line("")?;
        out.line(&out.paint(TextRole::Head, section.title()))?;
        for row in rows {
            if !row.label.is_empty() {
                out.line(&format!("  {}", row.label))?;
            }
            for (at, cell) in row.cells.iter().enumerate() {
                let Some(cell) = cell else { continue };
                let mark = if cell.mark.words().is_empty() { String::new() } else { format!("  ({})", cell.mark.words()) };
                let id = loaded.archive.get(cell.article).map_or_else(String::new, |article| article.id().to_string());
                out.line(&format!("    [{}] {}{}  {}", at + 1, cell.text, mark, out.paint(TextRole::Dim, &id)))?;
            }
        }
    }
    out.line("")
}
