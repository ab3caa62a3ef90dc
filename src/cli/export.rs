//! `liseuse export`: highlights and notes as Markdown and in other forms, to a file or to stdout.

mod vault;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::cli::args;
use crate::cli::args::{Input, Limit, LoadPurpose, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::NotesSession;
use crate::cli::output::{Out, tell};
use crate::cli::setup::{Setup, origin};
use crate::export::belonging::Spoken;
use crate::export::build::{PassageFacts, bare_sections, dossier, sections};
use crate::export::contents::contents;
use crate::export::dossier::ExportDocument;
use crate::export::form::ExportForm;
use crate::export::group::Grouping;
use crate::export::manner::{ExportLang, Manner, ReferenceStyle};
use crate::export::names::names;
use crate::export::select::{AnnotationFilter, gather};
use crate::export::template::Template;
use crate::export::{ExportLayout, write};
use crate::locale::translated;
use crate::model::annotation::Annotation;
use crate::notes::cases::{Case, belongs, cases_of};
use crate::notes::querying::note_filter;
use crate::runtime::export_file::{Delivery, deliver};
use crate::runtime::exporter::archive_name;
use crate::runtime::locale;
use crate::tr;

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
    /// Write to FILE instead of stdout, which - is as well
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write one file for each article into the folder that --output names
    #[arg(long, requires = "output")]
    split: bool,
    /// Bring a folder of Markdown for Obsidian up to date: a file for each article and one that leads to them, joined by wikilinks
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["output", "split", "format", "template"])]
    vault: Option<PathBuf>,
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
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    written: Written,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    limit: Limit,
}

/// How it is written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "How it is written")]
struct Written {
    /// The language of the dossier's own words and dates [default: that of the locale]
    #[arg(long, value_name = "xx", value_parser = languages())]
    language: Option<ExportLang>,
    /// The style of its citations
    #[arg(long, default_value = "note", value_name = "STYLE", value_parser = styles())]
    style: ReferenceStyle,
    /// Also write whole paths, hashes and how each date is known, so that every quotation can be proved
    #[arg(long)]
    proof: bool,
    /// Also write the names of colours
    #[arg(long)]
    show_colors: bool,
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
    perform(args, None, setup, out)
}

/// Exports a case: its articles, and the notes on them that belong to it or to all.
///
/// # Errors
/// As [`run`].
pub(crate) fn run_case(args: &Args, case: &Case, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    perform(args, Some(case), setup, out)
}

impl Args {
    /// The files and folders.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// The file or folder to write to; `None` for standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| file.as_os_str() != args::STANDARD)
    }
}

fn perform(args: &Args, case: Option<&Case>, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let form = form(args)?;
    let template = args.template.as_deref().map(read_template).transpose()?;
    let template = template.as_ref().map(|(name, source)| Template { name, source });
    let manner = Manner {
        lang: args.written.language.unwrap_or_else(locale::export_lang),
        style: args.written.style,
        proof: args.written.proof,
        colors: args.written.show_colors,
        wikilinks: args.vault.is_some(),
    };
    let layout = ExportLayout { form, grouping: args.by.into(), manner, template };
    let dossier = dossier_of((args, case), setup, &layout)?;
    if dossier.sections.is_empty() {
        tell(&[tr!("no highlight and no note is chosen, so nothing is written")]);
        return Ok(ExitStatus::NothingFound);
    }
    if let Some(folder) = &args.vault {
        vault::renew(&dossier, &layout, folder, args.force)?;
        return Ok(ExitStatus::Done);
    }
    match args.file() {
        None if args.split => bail!(tr!("files for each article need a folder; name it with --output")),
        None if form.is_packed() => bail!(tr!("this form is no text to be printed; name a file with --output")),
        None => out.text(&write(&dossier, &layout)?)?,
        Some(folder) if args.split => split(dossier, &layout, folder, args.force)?,
        Some(file) => one(dossier, &layout, file, args.force)?,
    }
    Ok(ExitStatus::Done)
}

/// The annotations that were asked for. What is left out for want of an article is reported.
fn dossier_of((args, case): (&Args, Option<&Case>), setup: &Setup, layout: &ExportLayout<'_>) -> anyhow::Result<ExportDocument> {
    let origin = origin(args.paths.clone())?;
    let desk = NotesSession::open(Some(&origin), None)?;
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load_as(
        &input,
        &case.map_or_else(|| args.wanted.clone(), |case| of_case(case, &args.wanted)),
        LoadPurpose::Annotated,
    )?;
    let choice =
        AnnotationFilter { notes: args.chosen.note.clone(), tags: args.chosen.tag.clone(), colors: args.chosen.color.clone() };
    let is_here = |one: &Annotation| {
        one.id.parse().is_ok_and(|id| desk.notes.is_made_here(id)) && case.is_none_or(|case| belongs(&cases_of(one), &case.name))
    };
    let mut annotations: Vec<Annotation> = desk.notes.annotations_that(|one| choice.holds(one) && is_here(one));
    // A case asks for its articles; which notes on them are its own is known.
    let filtered = case
        .is_none()
        .then(|| note_filter::wanted(&loaded.query, &loaded.index, &annotations, &|id| desk.notes.is_orphan(id)))
        .flatten();
    // What asks for notes has asked for their articles as well.
    let wanted = if let Some(ids) = &filtered {
        annotations.retain(|one| ids.contains(&one.id));
        loaded.all_rows()
    } else {
        loaded.rows.clone()
    };
    let (name, title) = (archive_name(&origin), args.title.as_deref());
    let title = title.or(case.map(|case| case.name.as_str())).unwrap_or(&name);
    if layout.form.lists_articles() && choice.is_empty() && filtered.is_none() {
        return Ok(dossier(title, &name, bare_sections(&loaded.archive, &wanted)));
    }
    let gathered = gather(annotations, &loaded.archive);
    let (found, absent) = (gathered.found, gathered.absent);
    let is_whole = wanted.len() == loaded.archive.len();
    let rows: HashSet<_> = wanted.iter().copied().collect();
    let mut spoken = Spoken::of(&loaded.archive, &wanted);
    let (held, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| match one.article {
        Some(ix) => rows.contains(&ix),
        None => spoken.holds(&one.annotation.target),
    });
    let absent = absent.into_iter().chain(elsewhere.into_iter().filter(|one| one.article.is_none()));
    let absent: Vec<_> = absent.collect();
    let mut found = held;
    if args.chosen.absent {
        found.extend(absent);
    } else if is_whole && !absent.is_empty() {
        tell(&[tr!(
            "{annotations} left out, of what is not here; --absent takes them in",
            annotations = tr!("{n} annotation" | "{n} annotations", n = absent.len())
        )]);
    }
    let naming = |article: crate::model::segment::ArticleRef<'_>| {
        if layout.names_actors() { loaded.gazetteer.mentions(&article.unpack()) } else { Vec::new() }
    };
    let asked = PassageFacts { naming: &naming, days: layout.tells_days() };
    Ok(dossier(title, &name, sections(&loaded.archive, &wanted, found, asked)))
}

/// What is wanted of a case: its articles, and of those what the flags say.
fn of_case(case: &Case, wanted: &Wanted) -> Wanted {
    let query = match &wanted.query {
        Some(query) => format!("{} ({query})", case.query()),
        None => case.query(),
    };
    Wanted { query: Some(query), ..wanted.clone() }
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

/// The languages as values of `--language`.
fn languages() -> impl TypedValueParser<Value = ExportLang> {
    let parser = PossibleValuesParser::new(ExportLang::ALL.map(ExportLang::code));
    parser.map(|typed| ExportLang::of_locale(&typed))
}

/// The styles as values of `--style`.
fn styles() -> impl TypedValueParser<Value = ReferenceStyle> {
    let parser = PossibleValuesParser::new(ReferenceStyle::ALL.map(|(_, name)| name));
    parser
        .map(|typed| ReferenceStyle::ALL.into_iter().find(|(_, name)| *name == typed).map(|(style, _)| style).unwrap_or_default())
}

fn form(args: &Args) -> anyhow::Result<ExportForm> {
    let file = args.file().filter(|_| !args.split);
    let form = match (args.format, file) {
        (Some(form), _) => form,
        // What a template of one's own writes may end as it likes.
        (None, Some(file)) if args.template.is_some() => ExportForm::of_file(file).unwrap_or_default(),
        (None, Some(file)) => ExportForm::of_file(file).with_context(|| tr!("cannot export to {path}", path = file.display()))?,
        (None, None) => ExportForm::default(),
    };
    if args.template.is_some() && !form.takes_template() {
        bail!(tr!("a template makes Markdown, HTML or Org; leave --template or --format out"));
    }
    Ok(form)
}

fn read_template(path: &Path) -> anyhow::Result<(String, String)> {
    let source = fs::read_to_string(path).with_context(|| tr!("cannot read the template {path}", path = path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, source))
}

fn one(dossier: ExportDocument, layout: &ExportLayout<'_>, file: &Path, force: bool) -> anyhow::Result<()> {
    let (text, contents) = (write(&dossier, layout)?, contents(&dossier, layout.form));
    // Freed while the file is written: what holds a hundred thousand annotations takes a third as long as their file.
    rayon::spawn(move || drop(dossier));
    let delivery = deliver(file, &text, layout.form, force)?;
    let what = match delivery {
        Delivery::Written => tr!("{contents} written to {path}", contents, path = file.display()),
        Delivery::Renewed(backup) => {
            tr!(
                "{contents} written to {path}; what it was is in {backup}",
                contents,
                path = file.display(),
                backup = backup.display()
            )
        }
        Delivery::Unchanged => {
            tr!("{contents} in {path} already; nothing was changed", contents, path = file.display())
        }
    };
    tell(&[what]);
    caution(layout.form);
    Ok(())
}

fn split(dossier: ExportDocument, layout: &ExportLayout<'_>, folder: &Path, force: bool) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| tr!("cannot make the folder {path}", path = folder.display()))?;
    let contents = contents(&dossier, layout.form);
    let parts = dossier.split();
    let mut changed = 0;
    for (part, name) in parts.iter().zip(names(&parts)) {
        let file = folder.join(format!("{name}.{}", layout.form.row().ending));
        let delivery = deliver(&file, &write(part, layout)?, layout.form, force)?;
        changed += usize::from(delivery != Delivery::Unchanged);
    }
    tell(&[tr!(
        "{contents} in {files} in {path}; {changed} written",
        contents,
        files = tr!("{n} file" | "{n} files", n = parts.len()),
        path = folder.display(),
        changed
    )]);
    caution(layout.form);
    Ok(())
}

/// Says of a form that leaves something out that it is no backup.
fn caution(form: ExportForm) {
    if let Some(what) = form.row().leaves_out {
        let what = translated(what);
        tell(&[tr!("this form leaves out {what}: it is no backup; --format json can be imported again", what)]);
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
