//! Exporting from the reading room: a line asks for the file, the runtime writes it, and what came of it is told.

use std::path::Path;

use crate::app::effect::{Effect, ExportRequest};
use crate::app::notes::ledger;
use crate::app::overlay::Overlay;
use crate::app::results::search_requests;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::export::form::ExportForm;
use crate::model::annotation::Annotation;
use crate::notes::cases::{belongs, cases_of};
use crate::tr;

/// The file that is proposed, and the one where nothing is marked: a bibliography lists the articles themselves.
const PROPOSED: [&str; 2] = ["dossier.md", "articles.bib"];

/// Asks for the file to export to.
pub fn ask(state: &mut State) {
    if state.archive.is_empty() {
        return state.info(tr!("there is nothing to export: no article has been loaded"));
    }
    let [marked, unmarked] = PROPOSED;
    let proposed = if state.notes.all.annotations().next().is_none() { unmarked } else { marked };
    let proposed = state.notes.exported.as_deref().unwrap_or(proposed);
    state.prompt = Some(Prompt::new(PromptKind::Export, proposed));
}

/// Takes the file that was typed; one that no form can be written to stays to be mended.
#[must_use]
pub(crate) fn accept(state: &mut State, file: &str) -> Outcome {
    if !file.is_empty() && ExportForm::of_file(Path::new(file)).is_err() {
        let endings: Vec<String> = ExportForm::ALL.iter().map(|form| form.row().ending.to_owned()).collect();
        state.error(tr!("{file}: a file to export to ends in {endings}", file, endings = endings.join(", ")));
        return Outcome::stay();
    }
    state.notes.export_prompt = Some((PromptKind::Export, file.to_owned()));
    Outcome::close().with(export(state, file))
}

/// Asks for the annotations of the articles listed to be written to `file`; for its title first, once in a run, when it shows one. A case
/// has its name for a title.
#[must_use]
pub fn export(state: &mut State, file: &str) -> Vec<Effect> {
    if file.is_empty() {
        state.info(tr!("nothing was exported: no file was named"));
        return Vec::new();
    }
    let has_title = ExportForm::of_file(Path::new(file)).is_ok_and(ExportForm::has_title);
    if has_title && state.notes.title.is_none() && state.filter.selection.case().is_none() {
        state.notes.exporting = Some(file.to_owned());
        state.prompt = Some(Prompt::new(PromptKind::Title, ""));
        return Vec::new();
    }
    written(state, file)
}

/// Takes the title of this run's dossiers, the name of the archive when it is empty, and writes what waits for it.
#[must_use]
pub(crate) fn entitled(state: &mut State, title: &str) -> Vec<Effect> {
    state.notes.title = Some(title.to_owned());
    state.notes.exporting.take().map_or_else(Vec::new, |file| written(state, &file))
}

fn written(state: &mut State, file: &str) -> Vec<Effect> {
    state.info(tr!("exporting to {file} …", file));
    state.notes.unsaved.exports += 1;
    let (selection, case) = (state.filter.selection.without_case(), state.filter.selection.case());
    let query = selection.combined(state.archive.actors());
    let is_here = |annotation: &Annotation| {
        annotation.id.parse().is_ok_and(|id| state.notes.all.is_made_here(id))
            && case.is_none_or(|case| belongs(&cases_of(annotation), case))
    };
    let annotations = state.notes.all.annotations().filter(is_here).collect();
    let own_title = || state.notes.title.clone().filter(|title| !title.is_empty());
    let (is_case, title) = (case.is_some(), case.map(str::to_owned).or_else(own_title));
    let snapshot = query.asks_for_notes().then(|| search_requests::snapshot(state));
    let entered = ledger::exported(state, file);
    let export = Effect::Export(Box::new(ExportRequest {
        file: file.to_owned(),
        archive: state.archive.clone(),
        rows: state.results.current.matches.iter().map(|one| one.article).collect(),
        annotations,
        title,
        within_rows: is_case,
        orphans: state.notes.all.ids().filter(|id| state.notes.all.is_orphan(*id)).collect(),
        query,
        snapshot,
    }));
    std::iter::once(export).chain(entered).collect()
}

/// Opens the line again with what was typed, unless something else was begun since.
fn ask_again(state: &mut State, kind: PromptKind, file: &str) {
    // The sheet is open again by then, and it is the sheet that was to be written.
    let is_sheet = kind == PromptKind::ExportSheet && matches!(state.overlay, Some(Overlay::Sheet(_)));
    if state.prompt.is_some() || state.overlay.is_some() && !is_sheet {
        return;
    }
    if is_sheet {
        state.copies.sheet = state.overlay.take();
    }
    state.prompt = Some(Prompt::new(kind, file));
}

/// Whether it is the file that is at fault, so that another name mends it.
fn names(reason: &str, file: &str) -> bool {
    Path::new(file).file_name().is_some_and(|name| reason.contains(&*name.to_string_lossy()))
}

/// Tells what came of it; leaves when that was all that was waited for. An export that failed keeps one here, to try again.
#[must_use]
pub fn tell(state: &mut State, outcome: Result<String, String>) -> Vec<Effect> {
    let unkept = &mut state.notes.unsaved;
    unkept.exports = unkept.exports.saturating_sub(1);
    match outcome {
        Ok(done) if unkept.leaving && unkept.is_settled() => {
            vec![Effect::Farewell(done), Effect::Quit]
        }
        Ok(done) => {
            if let Some((PromptKind::Export, file)) = state.notes.export_prompt.take() {
                state.notes.exported = Some(file);
            }
            state.info(done);
            Vec::new()
        }
        Err(reason) => {
            let is_leaving = std::mem::take(&mut unkept.leaving);
            let tried = state.notes.export_prompt.take().filter(|(_, file)| !is_leaving && names(&reason, file));
            state.error(reason);
            if let Some((kind, file)) = tried {
                ask_again(state, kind, &file);
            }
            Vec::new()
        }
    }
}
