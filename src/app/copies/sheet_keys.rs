//! The event sheet in the reading room: opens it for an event or an article, follows its cells to the reader, and has it written out.

use std::sync::Arc;

use crate::app::copies::sheet_page::SheetPage;
use crate::app::effect::Effect;
use crate::app::keys::command::{Command, Pane};
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::export::sheet::{SheetForm, write};
use crate::model::archive::ArticleIx;
use crate::query::sheet::EventSheet;
use crate::query::sheet_choice::event_articles;
use crate::tr;

/// The file that is proposed.
const PROPOSED: &str = "sheet.md";

/// Shows the sheet of the event the timeline is on, else of the story of the article at hand.
pub fn open(state: &mut State) {
    let Some(groups) = state.copies.groups.clone() else { return state.info(tr!("stories are still being looked for")) };
    let entry = state.timeline.current().filter(|_| state.focus == Pane::Timeline);
    let entry = entry.and_then(|at| state.results.current.overview.chronology.entries.get(at));
    let places: Vec<ArticleIx> = match entry {
        Some(entry) => entry.places().map(|(ix, _)| ix).collect(),
        None => visit::at_hand_ix(state).into_iter().collect(),
    };
    if places.is_empty() {
        return state.info(tr!("there is no article here"));
    }
    let articles = event_articles(&places, &groups.stories);
    let sheet = EventSheet::of((&state.archive, &state.actors.gazetteer), &articles, &groups.families);
    if sheet.columns.len() < 2 {
        state.info(tr!("no other paper tells this event"));
    }
    state.overlay = Some(Overlay::Sheet(Box::new(SheetPage::new(Arc::new(sheet)))));
}

/// Goes to the place in the reader that the cell under the cursor is from.
#[must_use]
pub fn follow(state: &mut State, page: &SheetPage) -> Outcome {
    let Some(cell) = page.current() else {
        state.info(tr!("this paper says nothing of it"));
        return Outcome::stay();
    };
    visit::open(state, cell.article, Some(cell.span));
    Outcome::close()
}

/// To the paper at the left.
#[must_use]
pub fn left(_state: &mut State, page: &mut SheetPage) -> Outcome {
    page.turn(false);
    Outcome::stay()
}

/// To the paper at the right.
#[must_use]
pub fn right(_state: &mut State, page: &mut SheetPage) -> Outcome {
    page.turn(true);
    Outcome::stay()
}

/// Asks for the file to write the sheet to.
#[must_use]
pub fn ask_file(state: &mut State, page: &mut SheetPage) -> Outcome {
    state.copies.sheet = Some(Arc::clone(&page.sheet));
    state.prompt = Some(Prompt::new(PromptKind::ExportSheet, PROPOSED));
    Outcome::close()
}

/// Asks for the sheet to be written to `file`.
#[must_use]
pub fn export(state: &mut State, file: &str) -> Vec<Effect> {
    let Some(sheet) = state.copies.sheet.take().filter(|_| !file.is_empty()) else {
        state.info(tr!("nothing was written: no file was named"));
        return Vec::new();
    };
    let Some(form) = SheetForm::of_file(file) else {
        state.copies.sheet = Some(sheet);
        state.error(tr!(
            "{file}: a sheet is written to .md, .html or .csv; {again} asks again",
            file,
            again = state.key(Command::OpenSheet)
        ));
        return Vec::new();
    };
    state.info(tr!("writing to {file} …", file));
    vec![Effect::WriteNew { file: file.to_owned(), text: write(&state.archive, std::slice::from_ref(&sheet), form) }]
}
