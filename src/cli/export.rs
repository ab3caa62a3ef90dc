//! `liseuse export`: highlights and notes as Markdown and in other forms, to a file or to stdout.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::cli::args::{Input, Limit, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::NotesSession;
use crate::cli::output::{Out, tell};
use crate::cli::setup::{Setup, origin};
use crate::export::build::{dossier, sections};
use crate::export::dossier::ExportDocument;
use crate::export::form::ExportForm;
use crate::export::group::Grouping;
use crate::export::names::names;
use crate::export::select::{AnnotationFilter, gather};
use crate::export::template::Template;
use crate::export::words::{contents, counted};
use crate::export::{ExportLayout, write};
use crate::model::annotation::Annotation;
use crate::notes::note_filter;
use crate::runtime::export_file::{Delivery, deliver};
use crate::runtime::exporter::archive_name;

const EXAMPLE: &str = "Examples:
  liseuse export -o dossier.md press/                highlights and notes of an archive
  liseuse export --actor kazemi --color claim press/ some of them, printed
  liseuse export --by tag --format html -o a.html    one page, grouped by tag
  liseuse export --split -o notes/ press/            one file for each article
Writing over an earlier export changes only what stands between its liseuse:begin and liseuse:end marks, and keeps the file
as it was beside it, as .bak (or .bak2, where a file of yours has that name). Only json and jsonld can be imported again whole; no export is a backup of read marks, stars
and history.";

/// Export highlights and notes, with citations.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// Files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The form [default: by the ending of FILE, else markdown]
    #[arg(long, value_name = "FORM", value_parser = forms())]
    format: Option<ExportForm>,
    /// Write to FILE instead of stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write one file for each article into the folder that --output names
    #[arg(long, requires = "output")]
    split: bool,
    /// What to group by, in Markdown, HTML and Org
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    by: By,
    /// A template of your own (`MiniJinja`), such as shape.md.j2
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    template: Option<PathBuf>,
    /// The title [default: the name of the archive]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Replace a file that is no export, or one that was edited between its marks
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    limit: Limit,
}

/// Which annotations.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which annotations")]
struct Chosen {
    /// With these words in the note
    #[arg(long, value_name = "WORDS")]
    note: Vec<String>,
    /// With this tag
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// In this colour
    #[arg(long, value_name = "NAME")]
    color: Vec<String>,
    /// Also those of articles that are not among the files
    #[arg(long)]
    absent: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum By {
    #[default]
    Article,
    Actor,
    Month,
    Tag,
    #[value(alias = "colour")]
    Color,
}

/// Runs the subcommand.
///
/// # Errors
/// When the archive or the notes cannot be read, the template is wrong, or a file cannot be written.
pub fn run(args: &Args, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let form = form(args)?;
    let template = args.template.as_deref().map(read_template).transpose()?;
    let template = template.as_ref().map(|(name, source)| Template { name, source });
    let layout = ExportLayout { form, grouping: args.by.into(), template };
    let dossier = dossier_of(args, setup, &layout)?;
    if dossier.items().next().is_none() {
        return Ok(ExitStatus::NothingFound);
    }
    match &args.output {
        None => out.text(&write(&dossier, &layout)?)?,
        Some(folder) if args.split => split(dossier, &layout, folder, args.force)?,
        Some(file) => one(&dossier, &layout, file, args.force)?,
    }
    Ok(ExitStatus::Done)
}

/// The annotations that were asked for. What is left out for want of an article is reported.
fn dossier_of(args: &Args, setup: &Setup, layout: &ExportLayout<'_>) -> anyhow::Result<ExportDocument> {
    let origin = origin(args.paths.clone())?;
    let desk = NotesSession::open(Some(&origin), None)?;
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &args.wanted)?;
    let choice =
        AnnotationFilter { notes: args.chosen.note.clone(), tags: args.chosen.tag.clone(), colors: args.chosen.color.clone() };
    let mut annotations: Vec<Annotation> = desk.notes.annotations().filter(|one| choice.holds(one)).collect();
    let sifted = note_filter::wanted(&loaded.query, &loaded.index, &annotations, &|id| desk.notes.is_orphan(id));
    // What asks for notes has asked for their articles as well.
    let wanted = if let Some(ids) = &sifted {
        annotations.retain(|one| ids.contains(&one.id));
        loaded.all_rows()
    } else {
        loaded.rows.clone()
    };
    let gathered = gather(annotations, &loaded.archive);
    let (mut found, absent) = (gathered.found, gathered.absent);
    let is_whole = wanted.len() == loaded.archive.len();
    let rows: HashSet<_> = wanted.iter().copied().collect();
    // What is about no article belongs to the whole archive only.
    found.retain(|one| one.article.map_or(is_whole, |ix| rows.contains(&ix)));
    if args.chosen.absent {
        found.extend(absent);
    } else if is_whole && !absent.is_empty() {
        tell(&[format!(
            "{} left out, of articles that are not here; --absent takes them in",
            counted(absent.len(), "annotation")
        )]);
    }
    let name = archive_name(&origin);
    let title = args.title.as_deref().unwrap_or(&name);
    let naming = |article: crate::model::segment::ArticleRef<'_>| {
        if layout.names_actors() { loaded.gazetteer.mentions(&article.unpack()) } else { Vec::new() }
    };
    Ok(dossier(title, &name, sections(&loaded.archive, &wanted, found, &naming)))
}

/// The forms as values of `--format`, from their table.
fn forms() -> impl TypedValueParser<Value = ExportForm> {
    let value = |form: &ExportForm| PossibleValue::new(form.row().name).help(form.row().about).alias(form.row().ending);
    let parser = PossibleValuesParser::new(ExportForm::ALL.iter().map(value));
    parser.try_map(|typed| {
        let by_ending = || ExportForm::of_file(Path::new(&format!("x.{typed}")));
        ExportForm::named(&typed).map_or_else(by_ending, Ok)
    })
}

fn form(args: &Args) -> anyhow::Result<ExportForm> {
    let file = args.output.as_deref().filter(|_| !args.split);
    let form = match (args.format, file) {
        (Some(form), _) => form,
        // What a template of one's own writes may end as it likes.
        (None, Some(file)) if args.template.is_some() => ExportForm::of_file(file).unwrap_or_default(),
        (None, Some(file)) => ExportForm::of_file(file).with_context(|| format!("cannot export to {}", file.display()))?,
        (None, None) => ExportForm::default(),
    };
    if args.template.is_some() && !form.takes_template() {
        bail!("a template makes Markdown, HTML or Org; leave --template or --format out");
    }
    Ok(form)
}

fn read_template(path: &Path) -> anyhow::Result<(String, String)> {
    let source = fs::read_to_string(path).with_context(|| format!("cannot read the template {}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, source))
}

fn one(dossier: &ExportDocument, layout: &ExportLayout<'_>, file: &Path, force: bool) -> anyhow::Result<()> {
    let delivery = deliver(file, &write(dossier, layout)?, layout.form, force)?;
    let what = match delivery {
        Delivery::Written => format!("{} written to {}", contents(dossier), file.display()),
        Delivery::Renewed(backup) => {
            format!("{} written to {}; what it was is in {}", contents(dossier), file.display(), backup.display())
        }
        Delivery::Unchanged => format!("{} in {} already; nothing was changed", contents(dossier), file.display()),
    };
    tell(&[what]);
    caution(layout.form);
    Ok(())
}

fn split(dossier: ExportDocument, layout: &ExportLayout<'_>, folder: &Path, force: bool) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let contents = contents(&dossier);
    let parts = dossier.split();
    let mut changed = 0;
    for (part, name) in parts.iter().zip(names(&parts)) {
        let file = folder.join(format!("{name}.{}", layout.form.row().ending));
        let delivery = deliver(&file, &write(part, layout)?, layout.form, force)?;
        changed += usize::from(delivery != Delivery::Unchanged);
    }
    tell(&[format!("{contents} in {} in {}; {changed} written", counted(parts.len(), "file"), folder.display())]);
    caution(layout.form);
    Ok(())
}

/// Says of a form that leaves something out that it is no backup.
fn caution(form: ExportForm) {
    if let Some(what) = form.row().leaves_out {
        tell(&[format!("this form leaves out {what}: it is no backup; --format json can be imported again")]);
    }
}

impl From<By> for Grouping {
    fn from(by: By) -> Self {
        match by {
            By::Article => Self::Article,
            By::Actor => Self::Actor,
            By::Month => Self::Month,
            By::Tag => Self::Tag,
            By::Color => Self::Color,
        }
    }
}
