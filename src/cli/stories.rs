//! `liseuse stories`: articles that report one event, with their outlets, their origins and a label.

use std::collections::{BTreeSet, HashSet};

use serde::Serialize;

use crate::analysis::families::Family;
use crate::analysis::labels::compressed;
use crate::analysis::stories::Story;
use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, TextRole};
use crate::cli::setup::{Loaded, Setup};
use crate::cli::table::one_line;
use crate::model::archive::ArticleIx;
use crate::model::article::HeadlineOrigin;
use crate::model::segment::ArticleRef;
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse stories --month 2020-08 press/
  liseuse stories --format json press/ | jq -c 'select(.origins > 2) | .label'";

/// List the events that articles report together, with how many texts tell them independently.
///
/// Near-copies of one text are one origin. With --format json, articles that nothing else reports with are stories of one article.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// At most N stories, the first in the order in which they are printed
    #[arg(long = "limit", value_name = "N")]
    most: Option<usize>,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Serialize)]
struct StoryRecord {
    story: String,
    articles: Vec<String>,
    start: Option<String>,
    end: Option<String>,
    label: String,
    outlets: Vec<String>,
    origins: usize,
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let loaded = setup.load(&args.input, &args.wanted)?;
    let wanted: HashSet<ArticleIx> = loaded.rows.iter().copied().collect();
    let least = if args.input.format == OutputFormat::Json { 1 } else { 2 };
    let is_wanted = |story: &&Story| story.articles.len() >= least && story.articles.iter().any(|ix| wanted.contains(ix));
    let stories: Vec<&Story> =
        loaded.index.stories().all().iter().filter(is_wanted).take(args.most.unwrap_or(usize::MAX)).collect();
    for story in &stories {
        let record = record(&loaded, story);
        match args.input.format {
            OutputFormat::Json => out.json(&record)?,
            OutputFormat::People => show(&loaded, story, &record, out)?,
        }
    }
    Ok(ExitStatus::of(stories.len()))
}

fn articles<'a>(loaded: &'a Loaded, story: &Story) -> impl Iterator<Item = ArticleRef<'a>> {
    story.articles.iter().filter_map(|ix| loaded.archive.get(*ix))
}

fn record(loaded: &Loaded, story: &Story) -> StoryRecord {
    let ids: Vec<String> = articles(loaded, story).map(|article| article.id().to_string()).collect();
    let days = || articles(loaded, story).filter_map(|article| article.date().known_days());
    let outlets: BTreeSet<String> = articles(loaded, story).filter_map(|article| Some(article.source()?.to_owned())).collect();
    let leads = |ix: &&ArticleIx| {
        let leader = loaded.index.families().family_of(**ix).and_then(Family::leader);
        leader.is_none_or(|leader| leader == **ix || !story.articles.contains(&leader))
    };
    StoryRecord {
        story: ids.first().cloned().unwrap_or_default(),
        articles: ids,
        start: days().map(|days| days.first).min().map(|day| day.to_string()),
        end: days().map(|days| days.last).max().map(|day| day.to_string()),
        label: label(loaded, story),
        outlets: outlets.into_iter().collect(),
        origins: story.articles.iter().filter(leads).count(),
    }
}

/// The headline of the first article that has one, else its first sentence with words deleted.
fn label(loaded: &Loaded, story: &Story) -> String {
    let headed = articles(loaded, story).find(|article| article.headline() != HeadlineOrigin::FirstSentence);
    match headed {
        Some(article) => one_line(article.title()),
        None => articles(loaded, story).next().map_or_else(String::new, |article| compressed(article.title(), article.lang())),
    }
}

fn show(loaded: &Loaded, story: &Story, record: &StoryRecord, out: &mut Out) -> std::io::Result<()> {
    let origins = tr!("{n} origin" | "{n} origins", n = record.origins);
    let head = tr!(
        "{label} ({n} articles, {origins})" | "{label} ({n} articles, {origins})",
        n = record.articles.len(),
        label = record.label,
        origins
    );
    out.line(&out.paint(TextRole::Head, &head))?;
    for article in articles(loaded, story) {
        let parts = [&*article.date().to_string(), article.source().unwrap_or_default(), article.title()];
        let shown = parts.into_iter().filter(|part| !part.is_empty()).map(one_line).collect::<Vec<_>>().join(" · ");
        out.line(&format!("  {:<16}  {shown}", article.id()))?;
    }
    Ok(())
}
