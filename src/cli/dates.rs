//! `liseuse dates`: every expression of time, in articles or in one text on stdin.
//!
//! A text on stdin is taken exactly as it comes, so that its offsets are those of whoever sent it.

use std::io::{self, Read as _};
use std::path::Path;

use anyhow::{Context as _, anyhow, bail};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Serialize;

use crate::analysis::dates::{annotate, tag};
use crate::cli::args::{Input, OutputFormat, STANDARD, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::Out;
use crate::cli::setup::{Setup, lang};
use crate::cli::table::{Table, TableColumn};
use crate::model::article::{Article, Lang};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate, Timex};
use crate::model::segment::ArticleRef;
use crate::text::span::{CodePoints, Span};
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse dates --actor kazemi press/
  echo 'Il est parti vendredi.' | liseuse dates --lang fr --dct 2020-08-19 -";

/// Print every expression of time with its TIMEX3 type and value.
///
/// With - as PATH, reads one text on stdin as it comes; --lang then says its language. Offsets in JSON are code points.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// Take DATE as the publication date: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE")]
    dct: Option<String>,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Serialize)]
struct DateRecord<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: &'a str,
}

/// A text and the expressions of time in it.
struct Dated<'a> {
    id: &'a str,
    text: &'a str,
    dates: &'a [Timex],
}

/// Runs the subcommand.
///
/// # Errors
/// When the date or the archive cannot be read or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let dct = args.dct.as_deref().map(publication).transpose()?;
    if args.input.paths.iter().any(|path| path == Path::new(STANDARD)) {
        let text = stdin(setup.options(args.input.limit).max_file_size)?;
        return one_text(args, &text, dct.unwrap_or_default(), out);
    }
    let loaded = setup.load(&args.input, &args.wanted)?;
    let articles: Vec<Article> = loaded.rows.par_iter().filter_map(|ix| Some(dated(loaded.archive.get(*ix)?, dct))).collect();
    let dated = articles.iter().map(|article| Dated { id: &article.id.0, text: &article.body, dates: &article.dates });
    print(dated, args.input.format, out)
}

fn publication(text: &str) -> anyhow::Result<PublicationDate> {
    PartialDate::parse(text)
        .map(PublicationDate::On)
        .ok_or_else(|| anyhow!(tr!("{text} is no date; give YYYY-MM-DD, YYYY-MM or YYYY", text)))
}

/// `article` with its dates, counted from `dct` when one is given.
fn dated(article: ArticleRef<'_>, dct: Option<PublicationDate>) -> Article {
    let mut article = article.unpack();
    if let Some(date) = dct {
        article.published = Publication { date, provenance: Provenance::User, evidence: Vec::new() };
    }
    annotate(&mut article);
    article
}

fn one_text(args: &Args, text: &str, dct: PublicationDate, out: &mut Out) -> anyhow::Result<ExitStatus> {
    if args.input.paths.len() > 1 {
        let stdin = STANDARD;
        bail!(tr!("{stdin} stands for one text on stdin and goes with no other path", stdin));
    }
    let lang = match args.wanted.lang.as_slice() {
        [] => language(text),
        [code] => lang(code)?,
        _ => bail!(tr!("a text has one language; give --lang once")),
    };
    let dates = tag(text, &[Span::new(0, text.len())], lang, dct);
    print(std::iter::once(Dated { id: STANDARD, text, dates: &dates }), args.input.format, out)
}

/// The text on stdin, of at most `limit` bytes.
fn stdin(limit: u64) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(limit.saturating_add(1)).read_to_end(&mut bytes).context(tr!("cannot read stdin"))?;
    if u64::try_from(read).is_ok_and(|read| read > limit) {
        bail!(tr!("the text on stdin has more than {limit} bytes; --max-file-size allows more", limit));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow!(tr!("the text on stdin is not UTF-8 (byte {at})", at))
    })
}

/// The language of a text of which nothing is said, when its words leave no doubt.
fn language(text: &str) -> Lang {
    let told = whatlang::detect(text).filter(whatlang::Info::is_reliable);
    told.map_or(Lang::Unknown, |told| Lang::parse(told.lang().code()))
}

fn print<'a>(texts: impl Iterator<Item = Dated<'a>>, format: OutputFormat, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let columns = [
        TableColumn::text(tr!("ARTICLE"), 16),
        TableColumn::text(tr!("TYPE"), 8),
        TableColumn::text(tr!("VALUE"), 24),
        TableColumn::text(tr!("TEXT"), usize::MAX),
    ];
    let (mut table, mut found) = (Table::new(&columns), 0);
    for dated in texts {
        let mut points = CodePoints::new(dated.text);
        for timex in dated.dates {
            found += 1;
            let (r#type, value, text) = (timex.kind.name(), &*timex.value, timex.span.of(dated.text));
            if format == OutputFormat::People {
                table.row(vec![dated.id.to_owned(), r#type.to_owned(), value.to_owned(), text.to_owned()]);
                continue;
            }
            let (start, end) = points.span(timex.span);
            out.json(&DateRecord { article: dated.id, start, end, text, r#type, value })?;
        }
    }
    if format == OutputFormat::People && found > 0 {
        table.print(out)?;
    }
    Ok(ExitStatus::of(found))
}
