//! `liseuse set`: what is stated of articles, corrected on the command line, one or many at once.

use std::path::PathBuf;

use anyhow::{anyhow, bail};

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::NotesSession;
use crate::cli::output::tell;
use crate::cli::setup::{Setup, origin};
use crate::model::annotation::ArticleKey;
use crate::model::segment::ArticleRef;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::whole::with_text;
use crate::notes::corrections::article_field::ArticleField;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse set outlet 'Le Monde' press/ -q source:lemonde.fr
  liseuse set date 2011-10-20 press/scraped/17.txt --all
  liseuse set author '' press/ -q 'title:\"revue de presse\"'    take a correction back
An empty VALUE takes a correction back, - says that the articles have none. `u` in the room undoes what was set last.";

/// Correct what is stated of articles: headline, outlet, author, date, address, section or language.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// What to correct: headline, outlet, author, date, address, section or language, or its name in JSON
    #[arg(value_name = "FIELD", value_parser = field)]
    field: ArticleField,
    /// What it is
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: String,
    /// The archive: files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// All articles of PATH, without choosing any
    #[arg(long)]
    all: bool,
    /// Say which articles would be corrected, and keep nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    limit: Limit,
}

fn field(name: &str) -> Result<ArticleField, String> {
    ArticleField::by_name(&name.to_lowercase()).ok_or_else(|| {
        let names: Vec<&str> = ArticleField::ALL.iter().map(|field| field.label()).collect();
        tr!("there is no such fact; known are {names}", names = names.join(", "))
    })
}

/// Runs the subcommand.
///
/// # Errors
/// When the value cannot be the fact, no article is chosen, or what was corrected cannot be kept.
pub fn run(args: &Args, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let property = args.field.read(&args.value).map_err(|reason| anyhow!(reason))?;
    if args.wanted.is_empty() && !args.all {
        bail!(tr!("choose the articles with --query or another flag, or say --all"));
    }
    let origin = origin(args.paths.clone())?;
    let mut session = NotesSession::open(Some(&origin), None)?;
    if let Some(reason) = session.notes.sealed() {
        bail!(reason);
    }
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    session.notes.know(&loaded.archive);
    let found = loaded.rows.len();
    let change = |article: ArticleRef<'_>| {
        let key = with_text(ArticleKey::from(article), article.body());
        FieldChange::new(NoteSubject::Article(key), [property.clone()])
    };
    let changes: Vec<FieldChange> = loaded.articles().map(change).collect();
    let corrected = if args.dry_run { session.notes.sketch(changes) } else { session.notes.record(changes) };
    let is_article = |change: &&FieldChange| matches!(change.of, NoteSubject::Article(_));
    let count = corrected.as_ref().map_or(0, |action| action.changes.iter().filter(is_article).count());
    if let Some(action) = corrected.filter(|_| !args.dry_run) {
        session.keep(&action)?;
    }
    let label = args.field.label();
    let rest = match found - count {
        0 => String::new(),
        kept => tr!(", {n} of those found is so already" | ", {n} of those found are so already", n = kept),
    };
    tell(&[if found == 0 {
        tr!("{label}: no article was found, so nothing is corrected", label)
    } else if args.dry_run {
        tr!(
            "{label}: would be corrected in {n} article{rest}" | "{label}: would be corrected in {n} articles{rest}",
            n = count,
            label,
            rest
        )
    } else {
        tr!("{label}: corrected in {n} article{rest}" | "{label}: corrected in {n} articles{rest}", n = count, label, rest)
    }]);
    Ok(ExitStatus::of(found))
}
