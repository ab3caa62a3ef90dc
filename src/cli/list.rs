//! `liseuse list`: the articles, by publication date (unknown last), then path.

use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::Out;
use crate::cli::record::{ArticleRecord, OriginRecord};
use crate::cli::setup::{Loaded, Setup};
use crate::cli::table::{Table, TableColumn};
use crate::model::confidence::Confidence;
use crate::model::segment::ArticleRef;
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse list --actor kazemi --month 2020-08 press/
  liseuse list --format json | jq -r .title
  zcat press.jsonl.gz | liseuse list -";

/// List articles by publication date, unknown last, then path.
///
/// A date that was worked out from the text is marked with ~; 2020-07-22/.. means that day or later. With - as PATH, reads one
/// file of any format on stdin.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// At most N articles, the first in the order in which they are printed
    #[arg(long = "limit", value_name = "N")]
    most: Option<usize>,
    #[command(flatten)]
    wanted: Wanted,
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    print(&setup.load(&args.input, &args.wanted)?, args.input.format, args.most, out)
}

/// Prints the articles that are wanted, at most so many.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn print(loaded: &Loaded, format: OutputFormat, most: Option<usize>, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let most = most.unwrap_or(usize::MAX);
    match format {
        OutputFormat::Json => {
            for (ix, article) in loaded.rows.iter().take(most).filter_map(|ix| Some((*ix, loaded.archive.get(*ix)?))) {
                let origin = OriginRecord::of(&loaded.index, ix);
                out.json(
                    &ArticleRecord::new(article, loaded.archive.actors())
                        .with_corrected(loaded.corrected(ix))
                        .with_origin(origin),
                )?;
            }
        }
        OutputFormat::People if loaded.rows.is_empty() => {}
        OutputFormat::People => table(loaded.articles().take(most)).print(out)?,
    }
    Ok(ExitStatus::of(loaded.rows.len()))
}

fn table<'a>(articles: impl Iterator<Item = ArticleRef<'a>>) -> Table {
    let mut table = Table::new(&[
        TableColumn::text(tr!("ID"), 16),
        TableColumn::text(tr!("DATE"), 24),
        TableColumn::text(tr!("SOURCE"), 20),
        TableColumn::text(tr!("LANG"), 4),
        TableColumn::number(tr!("WORDS")),
        TableColumn::text(tr!("TITLE"), usize::MAX),
    ]);
    for article in articles {
        let sure = article.date_confidence().is_none_or(|sure| sure == Confidence::Certain);
        let inferred = if sure { "" } else { "~" };
        table.row(vec![
            article.id().to_string(),
            format!("{}{inferred}", article.date()),
            article.source().unwrap_or_default().to_owned(),
            article.lang().to_string(),
            article.words().to_string(),
            article.title().to_owned(),
        ]);
    }
    table
}
