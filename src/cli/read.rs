//! `liseuse read ID`: one article, wrapped for people, or with the places of its parts for programs.

use std::io;

use anyhow::bail;
use serde::Serialize;

use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::tell;
use crate::cli::output::{Out, TextRole};
use crate::cli::record::{ArticleRecord, CodePointRange, OriginRecord, stretch};
use crate::cli::setup::{Loaded, Setup};
use crate::locale::translated;
use crate::model::article::{Article, Block, BlockKind, HeadlineOrigin, Lang};
use crate::model::segment::ArticleRef;
use crate::text::span::{CodePoints, Span};
use crate::text::wrap::{width as columns, wrap};
use crate::tr;

const EXAMPLE: &str = "Example:
  liseuse read 5483f75a57f9
  liseuse read 5483 --width 60 press/";

/// Longer lines than this tire the eye.
const USUAL_WIDTH: usize = 80;
/// Stands before each row of boilerplate where it cannot be dimmed.
const FURNITURE: &str = "· ";

/// Print one article.
///
/// ID is an identifier that `liseuse list` shows, or the head of one that no other article shares.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The article
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    input: Input,
    /// Wrap to COLUMNS [default: the terminal, at most 80]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Serialize)]
struct FullRecord<'a> {
    #[serde(flatten)]
    article: ArticleRecord<'a>,
    body: &'a str,
    headings: Vec<CodePointRange>,
    captions: Vec<CodePointRange>,
    furniture: Vec<CodePointRange>,
    comments: Vec<CodePointRange>,
}

/// Runs the subcommand.
///
/// # Errors
/// When several articles share the identifier given, the archive cannot be loaded or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let loaded = setup.load(&args.input, &args.wanted)?;
    let found = find(&loaded, &args.id)?;
    setup.ledger.narrow_to(found.and_then(|article| loaded.archive.by_id(&article.id())), &loaded.archive);
    let Some(article) = found else {
        tell(&[tr!("no article {id}; `liseuse list` shows the identifiers", id = args.id)]);
        return Ok(ExitStatus::NothingFound);
    };
    match args.input.format {
        OutputFormat::Json => out.json(&record(article, &loaded))?,
        OutputFormat::People => {
            let terminal = out.columns().unwrap_or(USUAL_WIDTH).min(USUAL_WIDTH);
            page(&article.unpack(), args.width.map_or(terminal, usize::from), out)?;
        }
    }
    Ok(ExitStatus::Done)
}

/// The article with the identifier `id`, else the only one whose identifier begins so.
pub(crate) fn find<'a>(loaded: &'a Loaded, id: &str) -> anyhow::Result<Option<ArticleRef<'a>>> {
    if let Some(article) = loaded.articles().find(|article| *article.id().0 == *id) {
        return Ok(Some(article));
    }
    let mut alike = loaded.articles().filter(|article| !id.is_empty() && article.id().0.starts_with(id));
    let found = alike.next();
    if let (Some(first), Some(second)) = (found, alike.next()) {
        bail!(tr!(
            "several articles begin with {id}: {first}, {second} …; give more of the identifier",
            id,
            first = first.id(),
            second = second.id()
        ));
    }
    Ok(found)
}

fn record<'a>(article: ArticleRef<'a>, loaded: &'a Loaded) -> FullRecord<'a> {
    let stretches = |kind| {
        let points = &mut CodePoints::new(article.body());
        article.blocks().filter(|block| block.kind == kind).map(|block| stretch(points, block.span)).collect()
    };
    let place = loaded.archive.by_id(&article.id());
    let origin = place.and_then(|ix| OriginRecord::of(&loaded.index, ix));
    let corrected = place.map(|ix| loaded.corrected(ix)).unwrap_or_default();
    FullRecord {
        article: ArticleRecord::new(article, loaded.archive.actors()).with_corrected(corrected).with_origin(origin),
        body: article.body(),
        headings: stretches(BlockKind::Heading),
        captions: stretches(BlockKind::Caption),
        furniture: uncounted(article),
        comments: stretches(BlockKind::Comment),
    }
}

/// The stretches that do not count: what the page printed around the article, and what readers wrote below it.
fn uncounted(article: ArticleRef<'_>) -> Vec<CodePointRange> {
    let points = &mut CodePoints::new(article.body());
    article.blocks().filter(|block| !block.kind.counts()).map(|block| stretch(points, block.span)).collect()
}

fn page(article: &Article, width: usize, out: &mut Out) -> io::Result<()> {
    if article.headline != HeadlineOrigin::FirstSentence {
        let title = &article.title;
        for row in wrap(title, Span::new(0, title.len()), width) {
            out.line(&out.paint(TextRole::Head, row.span.of(title)))?;
        }
    }
    out.line(&out.paint(TextRole::Dim, &about(article)))?;
    out.line("")?;
    let mut last: Option<Span> = None;
    for block in article.blocks.iter().filter(|block| block.kind != BlockKind::Headline) {
        let gap = last.map_or("", |last| Span { start: last.end, end: block.span.start }.of(&article.body));
        if gap.matches('\n').count() > 1 {
            out.line("")?;
        }
        print(&article.body, *block, width, out)?;
        last = Some(block.span);
    }
    Ok(())
}

/// What is known of the article, in one line: `2020-08 (header) · source unknown · fr · 712 words · 4 min`.
fn about(article: &Article) -> String {
    let date = match article.published.date.to_string() {
        date if date.is_empty() => tr!("date unknown").to_owned(),
        date => format!("{date} ({})", translated(article.published.provenance.name())),
    };
    let mut parts = vec![date];
    parts.push(article.source.as_ref().map_or_else(|| tr!("source unknown").to_owned(), |source| source.text.to_string()));
    parts.extend(article.author.iter().map(|author| author.text.to_string()));
    parts.push(if article.lang == Lang::Unknown { tr!("language unknown").to_owned() } else { article.lang.to_string() });
    parts.push(tr!("{n} word" | "{n} words", n = article.words));
    parts.push(tr!("{minutes} min", minutes = article.minutes()));
    parts.join(" · ")
}

fn print(body: &str, block: Block, width: usize, out: &mut Out) -> io::Result<()> {
    let (role, lead) = match block.kind {
        BlockKind::Headline | BlockKind::Heading => (Some(TextRole::Head), ""),
        BlockKind::Caption => (Some(TextRole::Caption), ""),
        BlockKind::Furniture | BlockKind::Comment if out.is_coloured() => (Some(TextRole::Dim), ""),
        BlockKind::Furniture | BlockKind::Comment => (None, FURNITURE),
        BlockKind::Paragraph => (None, ""),
    };
    for row in wrap(body, block.span, width.saturating_sub(columns(lead)).max(1)) {
        let text = row.span.of(body);
        let text = role.map_or_else(|| text.to_owned(), |role| out.paint(role, text));
        out.line(&format!("{lead}{text}"))?;
    }
    Ok(())
}
