//! `liseuse verify FILE`: whether the quotations of an exported file stand in an archive, word for word.
//!
//! For those who are handed a dossier: it trusts nothing in the file but the words that are printed.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use serde::Serialize;

use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, TextRole, tell};
use crate::cli::setup::Setup;
use crate::cli::table::one_line;
use crate::cli::verify::check::{Checked, Standing, check};
use crate::cli::verify::quoted::CheckedQuote;
use crate::locale::translated;
use crate::model::archive::Archive;
use crate::model::segment::ArticleRef;
use crate::notes::anchoring::difference::{WordRun, difference, in_line};
use crate::text::sanitize::sanitize;
use crate::text::span::CodePoints;
use crate::tr;

mod check;
mod json;
mod markdown;
mod quoted;

const EXAMPLE: &str = "Example:
  liseuse verify dossier.md press/
  liseuse verify --format json notes.json press/ | grep -v '\"state\":\"exact\"'";

/// Check the quotations of an exported file against the articles: exact, moved, altered or missing.
///
/// Exit codes: 0 all are exact, 1 at least one is not, 2 wrong use or failure.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// A Markdown or JSON file that `liseuse export` wrote
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    input: Input,
}

#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    state: &'static str,
    article: Option<String>,
    path: Option<String>,
    title: &'a str,
    why: &'static str,
    start: Option<usize>,
    end: Option<usize>,
    quotation: &'a str,
    found: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    difference: Vec<WordRun>,
}

/// Runs the subcommand.
///
/// # Errors
/// When the file cannot be read or has no quotations, the archive cannot be loaded, or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let (quotations, uncited) = read(args).with_context(|| args.file.display().to_string())?;
    let loaded = setup.load(&args.input, &Wanted::default())?;
    let checked = check(&quotations, &loaded.archive);
    for (quoted, checked) in quotations.iter().zip(&checked) {
        match args.input.format {
            OutputFormat::Json => out.json(&record(quoted, checked, &loaded.archive))?,
            OutputFormat::People => page(&record(quoted, checked, &loaded.archive), out)?,
        }
    }
    if args.input.format == OutputFormat::People {
        out.line(&summary(&checked))?;
    }
    if uncited > 0 {
        tell(&[tr!(
            "{n} block quotation has no line that cites its source, and was not checked"
                | "{n} block quotations have no line that cites their source, and were not checked",
            n = uncited
        )]);
    }
    let is_exact = |checked: &Checked| checked.standing == Standing::Exact;
    Ok(if checked.iter().all(is_exact) { ExitStatus::Done } else { ExitStatus::NotExact })
}

/// The quotations of the file, and how many of its block quotations cite nothing.
fn read(args: &Args) -> anyhow::Result<(Vec<CheckedQuote>, usize)> {
    let bytes = fs::read(&args.file)?;
    let text = String::from_utf8(bytes).context(tr!("it is not UTF-8"))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let is_json = text.trim_start().starts_with('{');
    let (quotations, uncited) = if is_json { (json::read(text)?, 0) } else { markdown::read(text) };
    if quotations.is_empty() {
        bail!(tr!("there is no quotation to check in it; give a Markdown or JSON file that `liseuse export` wrote"));
    }
    Ok((quotations, uncited))
}

fn record<'a>(quoted: &'a CheckedQuote, checked: &Checked, archive: &'a Archive) -> Record<'a> {
    let article: Option<ArticleRef<'a>> = checked.article.and_then(|ix| archive.get(ix));
    let found = article.zip(checked.span).map(|(article, span)| span.of(article.body()));
    let place = article.zip(checked.span).map(|(article, span)| CodePoints::new(article.body()).span(span));
    let is_altered = checked.standing == Standing::Altered;
    Record {
        id: &quoted.id,
        state: checked.standing.name(),
        article: article.map(|article| article.id().to_string()),
        path: article.map(|article| article.place().to_string()),
        title: &quoted.article.title,
        why: checked.why,
        start: place.map(|(start, _)| start),
        end: place.map(|(_, end)| end),
        quotation: quoted.words.trim(),
        found,
        difference: found.filter(|_| is_altered).map(|found| difference(&quoted.words, found)).unwrap_or_default(),
    }
}

/// A line for the quotation, and for one that is not exact a second that says what is there instead.
fn page(record: &Record<'_>, out: &mut Out) -> anyhow::Result<()> {
    // The file is a stranger's: what it prints may control a terminal.
    let shown = |text: &str| one_line(&sanitize(text));
    let role = if record.state == Standing::Exact.name() { TextRole::Dim } else { TextRole::Found };
    let state = out.paint(role, &format!("{:<8}", translated(record.state)));
    let quotation = shown(record.quotation);
    let words: String = quotation.chars().take(60).collect();
    let rest = if words.len() < quotation.len() { "…" } else { "" };
    out.line(&format!("{state}{words}{rest}"))?;
    if record.state != Standing::Exact.name() {
        let path = record.path.as_deref().map_or_else(|| tr!("“{words}”", words = record.title), str::to_owned);
        out.line(&out.paint(TextRole::Dim, &format!("        {} ({})", shown(&path), translated(record.why))))?;
        if !record.difference.is_empty() {
            out.line(&format!("        {}", shown(&in_line(&record.difference))))?;
        }
    }
    Ok(())
}

/// `12 quotations: 10 exact, 2 altered`.
fn summary(checked: &[Checked]) -> String {
    let all = [Standing::Exact, Standing::Moved, Standing::Altered, Standing::Missing];
    let count = |standing| checked.iter().filter(|checked| checked.standing == standing).count();
    let parts = all.map(|standing| (count(standing), standing)).into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, standing)| format!("{count} {}", translated(standing.name()))).collect();
    tr!("{n} quotation: {states}" | "{n} quotations: {states}", n = checked.len(), states = parts.join(", "))
}
