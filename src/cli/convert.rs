//! `liseuse convert`: the articles of an archive as clean Markdown with front matter, a file each, as one file of JSON Lines, or in the forms of
//! other programs, from the table in `export/article_form`.
//!
//! The way out of any press database: what it writes reads back as the same articles. Nothing is overwritten unless asked.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use tempfile::NamedTempFile;

use crate::cli::args;
use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::output::{Out, tell};
use crate::cli::setup::{Loaded, Setup};
use crate::export::article::file_name;
use crate::export::article_form::{ARTICLE_FORMS, ArticleFormSpec, ArticleWriter, ConvertedArticle};
use crate::export::select::gather;
use crate::model::annotation::Target;
use crate::model::archive::ArticleIx;
use crate::model::article::BlockKind;
use crate::model::segment::ArticleRef;
use crate::text::terminal_safe::TerminalSafe;
use crate::text::word::count;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse convert export.html -o articles/        each article as Markdown with front matter
  liseuse convert press/ -o press.jsonl           all of them as one file of JSON Lines
  liseuse convert press/ --month 2020-08 -o a/    some of them
  liseuse convert press/ -o press.bib             a bibliography; also .json (CSL) and .rdf (Zotero, with notes)
  liseuse convert press/ --format iramuteq -o corpus.txt
Boilerplate is left out, and so is what was only inferred.";

/// Write articles as Markdown with front matter, as JSON Lines, or as corpora and bibliographies.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Files and folders
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// A folder for a file each, or a file for all; - for JSON Lines on stdout
    #[arg(short, long, value_name = "FOLDER|FILE")]
    output: PathBuf,
    /// The form [default: by the ending of FILE, else markdown]
    #[arg(long, value_name = "FORM", value_parser = forms())]
    format: Option<&'static ArticleFormSpec>,
    /// Replace files that are there already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    limit: Limit,
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive cannot be loaded, or a file is there already or cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    if loaded.rows.is_empty() {
        return Ok(ExitStatus::NothingFound);
    }
    let is_printed = args.output.as_os_str() == args::STANDARD;
    let ending = if is_printed { "jsonl".into() } else { args.output.extension().unwrap_or_default().to_string_lossy() };
    let form = args.format.unwrap_or_else(|| ArticleFormSpec::of_ending(&ending));
    let articles = converted(&loaded);
    let place = args.output.display();
    let count = articles.len();
    if let ArticleWriter::All(write) = form.writer {
        if is_printed {
            out.text(&write(&articles))?;
        } else {
            put(&args.output, &write(&articles), args.force)?;
            tell(&[tr!("{n} article written to {place}" | "{n} articles written to {place}", n = count, place)]);
        }
    } else if is_printed {
        bail!(tr!("files for each article need a folder; name it with --output"));
    } else {
        folder(&articles, form, &args.output, args.force)?;
        tell(&[tr!("{n} article written into {place}" | "{n} articles written into {place}", n = count, place)]);
    }
    if form.has_text() {
        tell(&left_out(&articles).into_iter().collect::<Vec<_>>());
    }
    Ok(ExitStatus::Done)
}

/// What stands in the articles and was not written, in a sentence; `None` when all was.
fn left_out(articles: &[ConvertedArticle<'_>]) -> Option<String> {
    let words = |article: ArticleRef<'_>, kind: BlockKind| -> usize {
        article.blocks().filter(|block| block.kind == kind).map(|block| count(block.span.of(article.body()))).sum()
    };
    let (mut furniture, mut comments, mut n) = (0, 0, 0usize);
    for one in articles {
        let of = [BlockKind::Furniture, BlockKind::Comment].map(|kind| words(one.article, kind));
        (furniture, comments) = (furniture + of[0], comments + of[1]);
        n += usize::from(of != [0, 0]);
    }
    (n > 0).then(|| {
        tr!(
            "left out of {n} article: {furniture} words of boilerplate, {comments} words of readers' comments"
                | "left out of {n} articles: {furniture} words of boilerplate, {comments} words of readers' comments",
            n,
            furniture,
            comments
        )
    })
}

/// The forms as values of `--format`, from their table.
fn forms() -> impl TypedValueParser<Value = &'static ArticleFormSpec> {
    let value = |form: &ArticleFormSpec| PossibleValue::new(form.name).help(form.about);
    let parser = PossibleValuesParser::new(ARTICLE_FORMS.iter().map(value));
    parser.try_map(|typed| ArticleFormSpec::named(&typed).ok_or("there is no such form"))
}

/// The wanted articles, with who is named in them and what is noted of them.
fn converted(loaded: &Loaded) -> Vec<ConvertedArticle<'_>> {
    let mut notes: HashMap<ArticleIx, Vec<(String, String)>> = HashMap::new();
    for located in gather(loaded.notes.annotations().collect(), &loaded.archive).found {
        let Some(ix) = located.article else { continue };
        let quote = match &located.annotation.target {
            Target::Passage { anchor, .. } => TerminalSafe::text(&anchor.exact).into_owned(),
            _ => String::new(),
        };
        notes.entry(ix).or_default().push((quote, TerminalSafe::text(&located.annotation.note).into_owned()));
    }
    let actors = |article: ArticleRef<'_>| {
        let named = article.actors().filter_map(|(ix, _)| loaded.archive.actors().get(ix));
        named.map(|actor| &*actor.id).collect()
    };
    let one = |ix: &ArticleIx| {
        let article = loaded.archive.get(*ix)?;
        Some(ConvertedArticle { article, actors: actors(article), notes: notes.remove(ix).unwrap_or_default() })
    };
    loaded.rows.iter().filter_map(one).collect()
}

/// Writes a file for each article, and the table where the form has one; none when one of them is there already.
fn folder(articles: &[ConvertedArticle<'_>], form: &ArticleFormSpec, folder: &Path, force: bool) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| tr!("cannot make the folder {path}", path = folder.display()))?;
    let names: Vec<String> = articles.iter().map(|one| file_name(one.article)).collect();
    let path = |name: &String| folder.join(format!("{name}.{}", form.ending));
    let table = match form.writer {
        ArticleWriter::EachAndTable(_, name, _) => Some(folder.join(name)),
        _ => None,
    };
    if !force && let Some(taken) = names.iter().map(path).chain(table.clone()).find(|path| path.exists()) {
        bail!(tr!(
            "{path} is there already and nothing was written; choose another folder, or replace it with --force",
            path = taken.display()
        ));
    }
    for (one, name) in articles.iter().zip(&names) {
        match form.writer {
            ArticleWriter::Each(write) | ArticleWriter::EachAndTable(write, ..) => put(&path(name), &write(one), force)?,
            ArticleWriter::All(_) => {}
        }
    }
    match (form.writer, table) {
        (ArticleWriter::EachAndTable(.., write), Some(table)) => put(&table, &write(articles, &names), force),
        _ => Ok(()),
    }
}

/// Puts `text`, cleaned, into the file at `path` at once, so that it is never half written.
fn put(path: &Path, text: &str, force: bool) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let told = || tr!("cannot write {path}", path = path.display());
    let mut file = NamedTempFile::new_in(folder).with_context(told)?;
    let is_json = path.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson" || ending == "json");
    let safe = if is_json { TerminalSafe::json(text) } else { TerminalSafe::text(text) };
    file.write_all(safe.as_str().as_bytes()).with_context(told)?;
    let placed = if force { file.persist(path) } else { file.persist_noclobber(path) };
    match placed {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!(tr!("{path} is there already; choose another name, or replace it with --force", path = path.display()))
        }
        Err(error) => Err(error.error).with_context(told),
    }
}
