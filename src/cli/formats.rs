//! `liseuse formats`: what each file is taken for and why, how many articles it gives, which fields, what was left out; alone,
//! all formats that are read.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::args::{Limit, OutputFormat};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, TextRole};
use crate::cli::setup::{Setup, check};
use crate::ingest::formats::FORMATS;
use crate::ingest::formats::reading::UnreadField;
use crate::ingest::load::inspection::{Inspection, inspect};
use crate::locale::pattern;
use crate::text::sanitize::sanitize;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse formats                     all formats that are read
  liseuse formats export.html         what a file is taken for, and what is found in it";

/// Say what files are taken for and why, how many articles are in them, which fields were found, and what was left out.
///
/// Without FILE, lists all formats that are read. A file in which a text could not be read makes the exit code 1.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The files
    #[arg(value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// The form: for people, or one JSON object a line
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: OutputFormat,
    #[command(flatten)]
    limit: Limit,
}

#[derive(Serialize)]
struct FormatRecord {
    name: &'static str,
    about: &'static str,
}

#[derive(Serialize)]
struct FileRecord<'a> {
    path: String,
    format: Option<&'a str>,
    why: Option<&'a str>,
    articles: usize,
    lost: u32,
    fields: Vec<FieldRecord>,
    left_out: Vec<LeftOutRecord<'a>>,
    unread: Vec<UnreadRecord<'a>>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct FieldRecord {
    name: &'static str,
    articles: usize,
}

#[derive(Serialize)]
struct LeftOutRecord<'a> {
    what: &'a str,
    words: usize,
}

#[derive(Serialize)]
struct UnreadRecord<'a> {
    name: &'a str,
    articles: usize,
    words: usize,
}

/// Runs the subcommand.
///
/// # Errors
/// When a file cannot be opened or the output cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    if args.paths.is_empty() {
        return list(args.format, out);
    }
    let mut whole = true;
    let limit = setup.options(args.limit).max_file_size;
    for path in &args.paths {
        check(path)?;
        for file in files(path) {
            let inspection = inspect(&file, limit);
            whole &= inspection.problems.iter().all(|problem| problem.partial && problem.articles == 0);
            match args.format {
                OutputFormat::Json => out.json(&record(&file, &inspection))?,
                OutputFormat::People => page(&file, &inspection, out)?,
            }
        }
    }
    Ok(if whole { ExitStatus::Done } else { ExitStatus::NotExact })
}

/// The files of a folder, in order, those below it too; a file is itself.
fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    inside.sort_unstable();
    inside.iter().flat_map(|path| files(path)).collect()
}

fn list(format: OutputFormat, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let widest = FORMATS.iter().map(|format| worded(format.name).chars().count()).max().unwrap_or(0);
    for one in FORMATS {
        match format {
            OutputFormat::Json => out.json(&FormatRecord { name: one.name, about: one.about })?,
            OutputFormat::People => {
                let name = format!("{:widest$}", worded(one.name));
                out.line(&format!("{}  {}", out.paint(TextRole::Head, &name), worded(one.about)))?;
            }
        }
    }
    Ok(ExitStatus::Done)
}

fn record<'a>(path: &Path, inspection: &'a Inspection) -> FileRecord<'a> {
    FileRecord {
        path: path.display().to_string(),
        format: inspection.taken.map(|taken| taken.format),
        why: inspection.taken.map(|taken| taken.why),
        articles: inspection.articles,
        lost: inspection.lost(),
        fields: inspection.fields.iter().map(|(name, articles)| FieldRecord { name, articles: *articles }).collect(),
        left_out: inspection.left_out.iter().map(|(what, words)| LeftOutRecord { what, words: *words }).collect(),
        unread: inspection.unread.iter().map(unread_record).collect(),
        problems: inspection.problems.iter().map(ToString::to_string).collect(),
    }
}

fn unread_record(field: &UnreadField) -> UnreadRecord<'_> {
    UnreadRecord { name: &field.name, articles: field.records, words: field.words }
}

/// The fields that no article shows, as one line: those with most words, and how many others there are.
fn unread_line(fields: &[UnreadField]) -> String {
    /// Fields that a line names.
    const SHOWN: usize = 8;
    let named = |field: &UnreadField| {
        let words = tr!("{n} word" | "{n} words", n = field.words);
        format!("{} ({words})", sanitize(&field.name))
    };
    let mut line: Vec<String> = fields.iter().take(SHOWN).map(named).collect();
    if let Some(more) = fields.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        line.push(tr!("{n} other field" | "{n} other fields", n = more));
    }
    line.join(", ")
}

/// What a format says of itself and of what it leaves out, in the language in force; JSON keeps it in English.
fn worded(text: &'static str) -> &'static str {
    pattern(Some("format"), text).unwrap_or(text)
}

fn page(path: &Path, inspection: &Inspection, out: &mut Out) -> anyhow::Result<()> {
    let taken = inspection.taken.map_or_else(
        || tr!("not read").to_owned(),
        |taken| tr!("{format}: {why}", format = worded(taken.format), why = worded(taken.why)),
    );
    out.line(&out.paint(TextRole::Head, &path.display().to_string()))?;
    out.line(&format!("  {taken}"))?;
    let articles = tr!("{n} article" | "{n} articles", n = inspection.articles);
    let lost = if inspection.lost() == 0 { String::new() } else { tr!(", {n} lost" | ", {n} lost", n = inspection.lost()) };
    out.line(&format!("  {articles}{lost}"))?;
    let fields: Vec<String> = inspection.fields.iter().map(|(name, count)| format!("{name} {count}")).collect();
    if !fields.is_empty() {
        out.line(&tr!("  fields: {fields}", fields = fields.join(", ")))?;
    }
    for (what, words) in &inspection.left_out {
        out.line(&tr!("  left out: {what} ({words} words)", what = worded(what), words))?;
    }
    if !inspection.unread.is_empty() {
        out.line(&tr!("  fields that no article shows: {fields}", fields = unread_line(&inspection.unread)))?;
    }
    for problem in &inspection.problems {
        out.line(&format!("  {}: {}", problem.place(), problem.worded()))?;
    }
    Ok(())
}
