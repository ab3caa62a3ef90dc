//! `liseuse search TEXT`: where words stand in the texts, with the sentence around them.

use std::io;

use anyhow::bail;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Serialize;

use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, TextRole};
use crate::cli::setup::Setup;
use crate::cli::table::{cut, one_line};
use crate::model::segment::ArticleRef;
use crate::query::matching::search::{FindWords, TextHit};
use crate::text::span::{CodePoints, Span};
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse search 'coup d\\'etat' press/
  liseuse search --lang fr --format json 'dialogue stratégique'";

/// Find words in the texts, whatever their case, accents and endings; boilerplate is not searched.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The words, one after the other as they stand in the text
    #[arg(value_name = "TEXT")]
    text: String,
    #[command(flatten)]
    input: Input,
    /// At most N hits, the first in the order in which they are printed
    #[arg(long = "limit", value_name = "N")]
    most: Option<usize>,
    #[command(flatten)]
    wanted: Wanted,
}

/// Articles searched before what was found in them is printed: enough for all cores, and few enough that a reader of the output has
/// something soon and that hits do not pile up.
const AT_ONCE: usize = 4096;

#[derive(Serialize)]
struct HitRecord<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    sentence: &'a str,
}

/// Runs the subcommand.
///
/// # Errors
/// When there is nothing to look for, the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let needle = FindWords::at_heads(&args.text);
    if needle.is_empty() {
        bail!(tr!("nothing to search for; give the words to find"));
    }
    let loaded = setup.load(&args.input, &args.wanted)?;
    setup.ledger.narrow(&args.text, &loaded.archive, || needle.articles(&loaded.archive, &loaded.rows));
    let (mut found, most) = (0, args.most.unwrap_or(usize::MAX));
    for rows in loaded.rows.chunks(AT_ONCE) {
        let articles: Vec<ArticleRef<'_>> = rows.iter().filter_map(|ix| loaded.archive.get(*ix)).collect();
        let hits: Vec<Vec<TextHit>> = articles.par_iter().map(|article| needle.hits(*article)).collect();
        for (article, hits) in articles.into_iter().zip(&hits).filter(|(_, hits)| !hits.is_empty()) {
            let hits = hits.get(..hits.len().min(most - found)).unwrap_or_default();
            if hits.is_empty() {
                return Ok(ExitStatus::of(found));
            }
            match args.input.format {
                OutputFormat::Json => json(article, hits, out)?,
                OutputFormat::People => page(article, hits, found == 0, out)?,
            }
            found += hits.len();
        }
    }
    Ok(ExitStatus::of(found))
}

fn json(article: ArticleRef<'_>, hits: &[TextHit], out: &mut Out) -> io::Result<()> {
    let mut points = CodePoints::new(article.body());
    let id = article.id();
    hits.iter().try_for_each(|hit| {
        let (start, end) = points.span(hit.span);
        out.json(&HitRecord { article: &id.0, start, end, sentence: article.slice(hit.sentence) })
    })
}

/// The article in one line, and below it each sentence with the words found in it.
fn page(article: ArticleRef<'_>, hits: &[TextHit], is_first: bool, out: &mut Out) -> io::Result<()> {
    if !is_first {
        out.line("")?;
    }
    let head = one_line(&format!("{} {} {}", article.id(), article.date(), article.title()));
    let head = out.columns().map_or_else(|| head.clone(), |columns| cut(&head, columns));
    out.line(&out.paint(TextRole::Head, &head))?;
    for sentence in hits.chunk_by(|a, b| a.sentence == b.sentence) {
        out.line(&format!("  {}", marked(article, sentence, out)))?;
    }
    Ok(())
}

/// A sentence on one line with what was found in it marked; `hits` are its hits.
fn marked(article: ArticleRef<'_>, hits: &[TextHit], out: &Out) -> String {
    let flat = |span: Span| article.slice(span).replace(char::is_whitespace, " ");
    let Some(sentence) = hits.first().map(|hit| hit.sentence) else { return String::new() };
    let (mut line, mut at) = (String::new(), sentence.start);
    for hit in hits {
        line.push_str(&flat(Span { start: at, end: hit.span.start }));
        line.push_str(&out.paint(TextRole::Found, &flat(hit.span)));
        at = hit.span.end;
    }
    line + &flat(Span { start: at, end: sentence.end })
}
