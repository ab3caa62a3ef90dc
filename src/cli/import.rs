//! `liseuse import`: highlights and notes from an export of ours or of another program.

use std::fs;
use std::io::{self, Read as _};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use ulid::Ulid;

use crate::cli::args::{Input, Limit, OutputFormat, STANDARD, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::NotesSession;
use crate::cli::output::tell;
use crate::cli::setup::{Setup, origin};
use crate::import::dedupe::{Settled, settle};
use crate::import::drafts::Drafts;
use crate::import::read;
use crate::model::annotation::{Annotation, Target};
use crate::model::property::Property;
use crate::notes::action::{Action, FieldChange, NoteSubject, SCHEMA};
use crate::notes::journal::identity;
use crate::tr;

const EXAMPLE: &str = "Examples:
  liseuse import dossier.json press/          what `liseuse export --format json` wrote
  liseuse import hypothesis.json press/       annotations of web pages that are in the archive
Reads json and jsonld of `liseuse export`, W3C JSON-LD, the JSON of Hypothesis and the CSV of Readwise, and tells them apart.
What is known already is not taken a second time.";

/// Import highlights and notes.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The file to import; - for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The archive: files and folders; without any, the sample archive that is built into the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Say what would be taken, and keep nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    limit: Limit,
}

/// Runs the subcommand.
///
/// # Errors
/// When the file cannot be read, is in no form that is known, or what it holds cannot be kept.
pub fn run(args: &Args, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let origin = origin(args.paths.clone())?;
    let mut desk = NotesSession::open(Some(&origin), None)?;
    let drafts =
        read(&text(args)?, desk.notes.clock()).with_context(|| tr!("cannot import {path}", path = args.file.display()))?;
    let input = Input { paths: args.paths.clone(), format: OutputFormat::People, limit: args.limit };
    let loaded = setup.load(&input, &Wanted::default())?;
    let known: Vec<Annotation> = desk.notes.annotations().collect();
    let (form, passed_over, count) = (drafts.form.name(), drafts.passed_over, drafts.annotations.len());
    let Drafts { annotations, .. } = drafts;
    let settled = settle(annotations, &known, &loaded.archive);
    if !args.dry_run {
        let archive = identity::archive(&origin).0;
        let mut actions: Vec<Action> =
            settled.taken.iter().filter_map(|annotation| action(annotation, &archive, desk.notes.clock())).collect();
        for action in &actions {
            desk.notes.apply(action);
        }
        let revived = revived(&desk, &settled.taken);
        actions.extend(desk.notes.record(revived));
        keep(&mut desk, &actions)?;
    }
    tell(&summary(form, passed_over, &settled, args.dry_run));
    Ok(ExitStatus::of(count))
}

/// Keeps `actions` all at once: an import can be large, and each writing waits for the disk.
fn keep(desk: &mut NotesSession, actions: &[Action]) -> anyhow::Result<()> {
    if let Some(reason) = desk.notes.sealed() {
        bail!(reason);
    }
    let notes = &mut desk.notes;
    tell(&desk.journal.append(actions, &mut |action| notes.take_in(action))?);
    Ok(())
}

fn text(args: &Args) -> anyhow::Result<String> {
    let told = || tr!("cannot read {path}", path = args.file.display());
    if args.file.as_os_str() == STANDARD {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).with_context(told)?;
        return Ok(text);
    }
    fs::read_to_string(&args.file).with_context(told)
}

/// The action that made an annotation what it is, dated as it is: it gives way to what was done since.
///
/// Its identifier follows from what it says, so that the same import on two devices is one action.
fn action(annotation: &Annotation, archive: &str, now: u64) -> Option<Action> {
    let id = Ulid::from_string(&annotation.id).ok()?;
    let color = annotation.color.as_deref().map(Into::into);
    let target = Box::new(annotation.target.clone());
    let named = [Property::Target(target), Property::Color(color), Property::Note(annotation.note.as_str().into())];
    let fields = named.into_iter().chain(annotation.more.fields().cloned());
    let salt = id.random() ^ u128::from(twox_hash::XxHash3_64::oneshot(annotation.note.as_bytes()));
    Some(Action {
        // What claims to come from the future would win over all that is done from now on.
        id: Ulid::from_parts(annotation.modified.min(now), salt),
        time: now,
        // No device: what was imported is not taken back by an undo that was meant for the last keypress.
        device: "import".to_owned(),
        schema: SCHEMA,
        archive: archive.to_owned(),
        reverses: None,
        changes: vec![FieldChange::new(NoteSubject::Annotation(id), fields)],
    })
}

/// What brings those back that were deleted here before: whoever imports them wants them.
fn revived(desk: &NotesSession, taken: &[Annotation]) -> Vec<FieldChange> {
    let deleted = taken.iter().filter_map(|annotation| Ulid::from_string(&annotation.id).ok());
    let deleted = deleted.filter(|id| desk.notes.annotation(*id).is_none());
    deleted.map(|id| FieldChange::new(NoteSubject::Annotation(id), [Property::Deleted(false)])).collect()
}

/// What became of the import, in lines.
fn summary(form: &str, passed_over: usize, settled: &Settled, is_dry: bool) -> Vec<String> {
    const NAMED: usize = 5;
    let (count, known, absent) = (settled.taken.len(), settled.known, settled.homeless.len() + settled.absent);
    let mut lines = vec![if is_dry {
        tr!("{form}: {count} would be taken, {known} known already, {absent} without an article here", form, count, known, absent)
    } else {
        tr!("{form}: {count} taken, {known} known already, {absent} without an article here", form, count, known, absent)
    }];
    if settled.absent > 0 {
        lines.push(tr!(
            "{absent} of those taken belong to articles that are not here; they show when the articles do",
            absent = settled.absent
        ));
    }
    lines.extend(settled.homeless.iter().take(NAMED).map(|draft| tr!("no article for {draft}", draft = about(draft))));
    if settled.homeless.len() > NAMED {
        lines.push(tr!("no article for {n} more", n = settled.homeless.len() - NAMED));
    }
    if passed_over > 0 {
        lines.push(tr!("{passed_over} passed over: no quotation and no note, or an answer to another annotation", passed_over));
    }
    lines
}

fn about(draft: &Annotation) -> String {
    match &draft.target {
        Target::Passage { article, .. } | Target::Article { article } if article.title.is_empty() => article.url.clone(),
        Target::Passage { article, .. } | Target::Article { article } => {
            tr!("“{words}” {url}", words = article.title, url = article.url)
        }
        Target::Actor { id } => id.clone(),
        Target::Day { day } => day.clone(),
    }
}
