//! What runs for a command: a function, and what it works on. `handlers` has the one of each command; the places that take keys
//! run those that are theirs.

use crate::app::copies::sheet_page::SheetPage;
use crate::app::effect::Effect;
use crate::app::notes::note_editor::NoteEditor;
use crate::app::review::notes_pane::NotesPane;
use crate::app::review::review_list::Review;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::edit::Edit;
use crate::app::widget::navigation::Motion;
use crate::app::widget::prompt::Prompt;
use crate::model::actor::ActorIx;
use crate::notes::anchor_check::ReviewItem;

/// What runs for a command.
#[derive(Clone, Copy, Debug)]
pub enum Handler {
    /// Moves in the pane, or in what lies over it.
    Move(Motion),
    /// Works in the panes, and asks for something in return.
    Run(fn(&mut State) -> Vec<Effect>),
    /// Works in the panes.
    Do(fn(&mut State)),
    /// Takes a change back or does it again, in the panes and in the review list.
    Reverse(fn(&mut State) -> Vec<Effect>),
    /// Moves the cursor in the text of the reader, so many times.
    Caret(fn(&mut State, usize)),
    /// Works on the actor under the cursor, or on the one whose page is open.
    Actor(fn(&mut State, ActorIx) -> Vec<Effect>),
    /// Works on the list of actors, also from a page.
    Actors(fn(&mut State)),
    /// Works on the range that is being selected.
    Range(fn(&mut State)),
    /// Accepts the line, the row, the range or the page.
    Accept,
    /// Leaves the line, the list or the page.
    Cancel,
    /// Moves in a list that is walked without letters.
    List(Motion),
    /// Changes the text that is being written.
    Edit(Edit),
    /// Takes the offer that is marked.
    Complete,
    /// Marks another offer.
    Offer(fn(&mut Prompt)),
    /// Closes the list of offers.
    CloseOffers,
    /// Works in the filter line.
    Filter(fn(&mut State, &mut Prompt) -> Outcome),
    /// Works in the pane of notes.
    Notes(fn(&mut State, &mut NotesPane) -> Outcome),
    /// Works in the editor of a note.
    Note(fn(&mut State, &mut NoteEditor) -> Outcome),
    /// Works on the sheet of an event.
    Sheet(fn(&mut State, &mut SheetPage) -> Outcome),
    /// Works on a page whose own command it is, and closes it.
    Page(fn(&mut State)),
    /// Works on what the cursor of the review list is on.
    Review(fn(&mut State, &mut Review, &ReviewItem) -> Vec<Effect>),
    /// Marks in the colour of this number, from 1.
    Color(usize),
}
