//! The worker that exports: one export after the other, so that a large one or a slow disk holds nothing up.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{anyhow, bail};

use crate::app::effect::ExportRequest;
use crate::app::event::AppEvent;
use crate::export::belonging::Spoken;
use crate::export::build::{PassageFacts, bare_sections, dossier, sections};
use crate::export::contents::contents;
use crate::export::form::ExportForm;
use crate::export::manner::Manner;
use crate::export::select::gather;
use crate::export::{ExportLayout, write};
use crate::ingest::Origin;
use crate::locale::error_chain;
use crate::notes::querying::note_filter;
use crate::query::index::Index;
use crate::runtime::export_file::{Delivery, create, deliver, refused};
use crate::runtime::locale;
use crate::runtime::worker::{Mode, Ticket, Work, Worker};
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;

/// The exporter, seen from the loop.
pub struct Exporter(Worker<Exporting>);

impl Exporter {
    /// Starts the thread, for the archive of `origin`; what comes of an export goes to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(origin: &Origin, send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        let archive = archive_name(origin);
        Worker::start("exporter", Mode::Queue, || Exporting { archive }, send).map(Self)
    }

    /// Asks for an export; the answer is `Exported`.
    pub fn export(&self, wish: ExportRequest) {
        // Answers come in the order of the exports; nobody has to tell them apart.
        self.0.ask(0, wish);
    }
}

/// What the thread works with: the name of the archive.
struct Exporting {
    archive: String,
}

impl Work for Exporting {
    type Job = ExportRequest;
    type Answer = AppEvent;

    fn failed(wish: &ExportRequest, _generation: u64) -> AppEvent {
        AppEvent::Exported(Err(tr!("the export to {file} broke off by a fault of the program", file = wish.file)))
    }

    fn perform(&mut self, wish: ExportRequest, _ticket: &Ticket) -> Option<AppEvent> {
        Some(AppEvent::Exported(perform(wish, &self.archive).map_err(|error| error_chain(&error))))
    }
}

/// Writes what is wished for and says what was written.
fn perform(wish: ExportRequest, archive: &str) -> anyhow::Result<String> {
    let file = expanded(&wish.file);
    let form = ExportForm::of_file(&file)?;
    let filtered = filtered(&wish);
    let rows: HashSet<_> = wish.rows.iter().copied().collect();
    let mut found = gather(wish.annotations, &wish.archive).found;
    let mut spoken = Spoken::of(&wish.archive, &wish.rows);
    // What the list is filtered by may ask for notes; then those are wanted, and not all of the articles listed.
    found.retain(|one| {
        let is_asked = filtered.as_ref().is_none_or(|ids| ids.contains(&one.annotation.id));
        let goes_by_rows = filtered.is_none() || wish.within_rows;
        is_asked
            && (!goes_by_rows
                || match one.article {
                    Some(ix) => rows.contains(&ix),
                    None => spoken.holds(&one.annotation.target),
                })
    });
    let manner = Manner { lang: locale::export_lang(), ..Manner::default() };
    let layout = ExportLayout { form, manner, ..ExportLayout::default() };
    let sections = if form.lists_articles() && filtered.is_none() {
        bare_sections(&wish.archive, &wish.rows)
    } else {
        // Nothing is grouped by actor here, so nobody need be named.
        let asked = PassageFacts { naming: &|_| Vec::new(), days: layout.tells_days() };
        sections(&wish.archive, &wish.rows, found, asked)
    };
    let dossier = dossier(wish.title.as_deref().unwrap_or(archive), archive, sections);
    if dossier.sections.is_empty() {
        bail!(tr!("nothing was exported: nothing is marked or noted in the articles listed"));
    }
    let contents = contents(&dossier, form);
    let delivery = deliver(&file, &write(&dossier, &layout)?, form, false).map_err(|error| anyhow!(error.in_room()))?;
    Ok(match delivery {
        Delivery::Written => tr!("{contents} written to {path}", contents, path = file.display()),
        Delivery::Renewed(backup) => tr!(
            "{contents} written to {path}; what it was is in {backup}",
            contents,
            path = file.display(),
            backup = backup.display()
        ),
        Delivery::Unchanged => tr!("{contents} in {path} already; nothing was changed", contents, path = file.display()),
    })
}

/// Writes `text`, cleaned, to `file`, which must not be there yet; says what was written, or why not.
pub(crate) fn write_new(file: &str, text: &str) -> Result<String, String> {
    let path = expanded(file);
    create(&path, TerminalSafe::text(text).as_str()).map(|_| tr!("written to {path}", path = path.display())).map_err(|error| {
        match error.kind() {
            ErrorKind::AlreadyExists => {
                tr!("{path} is there already and was left as it is; name another file", path = path.display())
            }
            _ => refused(&path, error).in_room(),
        }
    })
}

/// The annotations that the query asks for, when it asks for notes.
fn filtered(wish: &ExportRequest) -> Option<HashSet<String>> {
    if !wish.query.asks_for_notes() {
        return None;
    }
    let mut index = Index::new(&wish.archive);
    if let Some(snapshot) = &wish.snapshot {
        index.set_notes(Arc::new(snapshot.by_article(&wish.archive)));
    }
    note_filter::wanted(&wish.query, &index, &wish.annotations, &|id| wish.orphans.contains(&id))
}

/// A path as it is typed at a shell: `~/` is the home folder.
fn expanded(typed: &str) -> PathBuf {
    let home = directories::BaseDirs::new();
    match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.home_dir().join(rest),
        _ => PathBuf::from(typed),
    }
}

/// The names of the files and folders of `origin`, as a person would call the archive.
#[must_use]
pub fn archive_name(origin: &Origin) -> String {
    let paths = match origin {
        Origin::Paths(paths) => paths,
        Origin::Sample => return tr!("sample archive").to_owned(),
        Origin::Given(_) => return tr!("standard input").to_owned(),
    };
    let name = |path: &PathBuf| {
        let full = path.canonicalize().unwrap_or_else(|_| path.clone());
        full.file_name().map_or_else(|| full.display().to_string(), |name| name.to_string_lossy().into_owned())
    };
    paths.iter().map(name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::perform;
    use crate::app::effect::ExportRequest;
    use crate::model::annotation::{Annotation, Target};
    use crate::model::archive::{Archive, ArticleIx};
    use crate::model::article::Article;
    use crate::model::date::{PartialDate, Publication, PublicationDate};
    use crate::model::property::Exported;
    use crate::query::language::ast::Query;
    use crate::query::language::names::AnyName;
    use crate::query::language::parse::parse;
    use std::collections::HashSet;

    #[test]
    fn what_was_written_is_told_and_an_empty_selection_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.html");
        let mut archive = Archive::default();
        let date = PublicationDate::On(PartialDate::parse("2020-01-03").unwrap());
        let published = Publication { date, ..Publication::default() };
        archive.append_articles([Article { title: "Un titre".into(), published, ..Article::default() }]);
        let target = Target::Day { day: "2020-01-03".to_owned() };
        let note = |id: &str, text: &str| Annotation {
            id: id.to_owned(),
            target: target.clone(),
            color: None,
            note: text.to_owned(),
            created: 1,
            modified: 1,
            more: Exported::default(),
        };
        let annotations = vec![note("01ARZ3NDEKTSV4RRFFQ69G5FAV", "n"), note("01ARZ3NDEKTSV4RRFFQ69G5FAW", "#other")];
        let wish = |rows| ExportRequest {
            file: file.to_string_lossy().into_owned(),
            archive: archive.clone(),
            rows,
            annotations: annotations.clone(),
            title: None,
            within_rows: false,
            orphans: HashSet::new(),
            query: Query::default(),
            snapshot: None,
        };
        let refused = perform(wish(vec![]), "press").unwrap_err().to_string();
        assert!(refused.contains("in the articles listed") && !file.exists(), "{refused}");
        let told = perform(wish(vec![ArticleIx(0)]), "press").unwrap();
        assert!(told.starts_with("0 highlights and 2 notes written to") && file.exists(), "{told}");
        assert!(perform(wish(vec![ArticleIx(0)]), "press").unwrap().contains("nothing was changed"));
        let asked = ExportRequest { query: parse("tag:other", &AnyName).unwrap(), ..wish(vec![]) };
        assert!(perform(asked, "press").unwrap().starts_with("0 highlights and 1 note written to"), "what the filter asks for");
    }
}
