//! What was asked of workers and not answered yet: a line that was typed is obeyed when all of it has come, since the numbers it names are
//! those of what was shown.

use crate::app::effect::Effect;
use crate::app::event::{AppEvent, NotesEvent};
use crate::app::state::State;

/// The questions that are open, by the number of the newest of each kind.
#[derive(Debug, Default)]
pub(super) struct Unanswered {
    gathering: Option<u64>,
    filtering: Option<u64>,
    portraying: Option<u64>,
    making: Option<u64>,
    has_notes: bool,
}

impl Unanswered {
    /// Takes note of what is asked for.
    pub(super) fn asked(&mut self, effect: &Effect) {
        match effect {
            Effect::Gather { generation, .. } => self.gathering = Some(*generation),
            Effect::FilterNotes { generation, .. } => self.filtering = Some(*generation),
            Effect::Portray { generation, .. } => self.portraying = Some(*generation),
            Effect::MakeSheet { generation, .. } => self.making = Some(*generation),
            _ => {}
        }
    }

    /// Takes note of an answer.
    pub(super) fn answered(&mut self, event: &AppEvent) {
        let (open, generation) = match event {
            AppEvent::Gathered { generation, .. } | AppEvent::GatherFailed { generation } => (&mut self.gathering, generation),
            AppEvent::NotesFiltered { generation, .. } | AppEvent::NoteFilterFailed { generation } => {
                (&mut self.filtering, generation)
            }
            AppEvent::Portrayed { generation, .. } | AppEvent::PortrayFailed { generation } => (&mut self.portraying, generation),
            AppEvent::SheetMade { generation, .. } => (&mut self.making, generation),
            AppEvent::Notes(NotesEvent::Opened(_) | NotesEvent::Nowhere) => {
                self.has_notes = true;
                return;
            }
            _ => return,
        };
        if *open == Some(*generation) {
            *open = None;
        }
    }

    /// Whether nothing is waited for: the archive is here and searched, the notes are read, and what was done is kept or refused.
    pub(super) fn is_settled(&self, state: &State) -> bool {
        let unsaved = &state.notes.unsaved;
        let is_kept = unsaved.exports == 0 && (unsaved.actions.is_empty() || unsaved.trouble.is_some());
        let asks = [self.gathering, self.filtering, self.portraying, self.making];
        is_kept && self.has_notes && asks == [None; 4] && !state.is_loading() && state.results.generations.is_settled()
    }
}
