//! Exporting from the reading room: a line asks for the file, the runtime writes it, and what came of it is told.

use crate::app::effect::{Effect, ExportRequest};
use crate::app::notes::ledger;
use crate::app::results::search_requests;
use crate::app::state::State;
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::tr;

/// The file that is proposed.
const PROPOSED: &str = "dossier.md";

/// Asks for the file to export to.
pub fn ask(state: &mut State) {
    if state.notes.all.annotations().next().is_none() {
        state.info(tr!("there is nothing to export: nothing is marked or noted yet"));
    } else {
        state.prompt = Some(Prompt::new(PromptKind::Export, PROPOSED));
    }
}

/// Asks for the annotations of the articles listed to be written to `file`.
#[must_use]
pub fn export(state: &mut State, file: &str) -> Vec<Effect> {
    if file.is_empty() {
        state.info(tr!("nothing was exported: no file was named"));
        return Vec::new();
    }
    state.info(tr!("exporting to {file} …", file));
    state.notes.unsaved.exports += 1;
    let query = state.filter.selection.combined(state.archive.actors());
    let snapshot = query.asks_for_remarks().then(|| search_requests::snapshot(state));
    let entered = ledger::exported(state, file);
    let export = Effect::Export(Box::new(ExportRequest {
        file: file.to_owned(),
        archive: state.archive.clone(),
        rows: state.results.current.matches.iter().map(|one| one.article).collect(),
        annotations: state.notes.all.annotations().collect(),
        orphans: state.notes.all.ids().filter(|id| state.notes.all.is_orphan(*id)).collect(),
        query,
        snapshot,
    }));
    std::iter::once(export).chain(entered).collect()
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
            state.info(done);
            Vec::new()
        }
        Err(reason) => {
            unkept.leaving = false;
            state.error(reason);
            Vec::new()
        }
    }
}
