//! Exporting from the reading room: a line asks for the file, the runtime writes it, and what came of it is told.

use crate::app::effect::{Effect, Wish};
use crate::app::prompt::{Prompt, Purpose};
use crate::app::state::State;
use crate::app::surveying;

/// The file that is proposed.
const PROPOSED: &str = "dossier.md";

/// Asks for the file to export to.
#[must_use]
pub fn ask(state: &mut State) -> Vec<Effect> {
    if state.notes.annotations().next().is_none() {
        state.say("there is nothing to export: nothing is marked or noted yet");
    } else {
        state.prompt = Some(Prompt::new(Purpose::Export, PROPOSED));
    }
    Vec::new()
}

/// Asks for the annotations of the articles listed to be written to `file`.
#[must_use]
pub fn export(state: &mut State, file: &str) -> Vec<Effect> {
    if file.is_empty() {
        state.say("nothing was exported: no file was named");
        return Vec::new();
    }
    state.say(format!("exporting to {file} …"));
    let query = state.selection.combined(state.archive.actors());
    let snapshot = query.asks_for_remarks().then(|| surveying::snapshot(state));
    vec![Effect::Export(Box::new(Wish {
        file: file.to_owned(),
        archive: state.archive.clone(),
        rows: state.survey.matches.iter().map(|one| one.article).collect(),
        annotations: state.notes.annotations().collect(),
        orphans: state.notes.ids().filter(|id| state.notes.is_orphan(*id)).collect(),
        query,
        snapshot,
    }))]
}

/// Tells what came of it.
pub fn tell(state: &mut State, outcome: Result<String, String>) {
    match outcome {
        Ok(done) => state.say(done),
        Err(reason) => state.complain(reason),
    }
}
