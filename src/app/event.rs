//! Events: what happened. At the keyboard, at the mouse, or on a worker that was asked for something.

use std::sync::Arc;

use ulid::Ulid;

use crate::analysis::actors::Gazetteer;
use crate::app::asked::wish::Wish;
use crate::app::keys::command::Pane;
use crate::app::keys::key::KeyPress;
use crate::app::panes::pane_widths::PaneWidths;
use crate::ingest::LoadEvent;
use crate::model::actor::{ActorIx, Likeness};
use crate::notes::action::Action;
use crate::notes::anchor_check::Examined;
use crate::notes::ledger::LedgerEntry;
use crate::notes::state::Notes;
use crate::query::actor_summary::ActorSummary;
use crate::query::evaluate::note_query::NoteMatch;
use crate::query::index::groups::ArticleGroups;
use crate::query::results::{ArticleList, SearchResults};
use crate::query::sheet::EventSheet;

/// What the button of the mouse does in a drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// It was pressed.
    Pressed,
    /// It is held, and the mouse has moved.
    Held,
    /// It was released.
    Released,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum AppEvent {
    /// A key was pressed.
    Key(KeyPress),
    /// Something was asked for in words.
    Asked(Wish),
    /// Text was pasted.
    Paste(String),
    /// The mouse was clicked in a pane.
    Click {
        /// The pane.
        pane: Pane,
        /// The row inside its frame, from 0.
        row: usize,
    },
    /// The mouse points at the text of the reader.
    Point {
        /// The row, from the first in view; beside them when the mouse was dragged out of the pane.
        row: isize,
        /// The column, from the left edge of the text; the nearest one when beside it.
        column: usize,
        /// What the button does.
        button: Button,
    },
    /// The mouse was clicked on a row of an overlay, counted inside its frame; `None` when beside it.
    ClickOverlay(Option<usize>),
    /// The mouse brushes over the histogram.
    Brush {
        /// The cell, from the left edge of the histogram; the nearest one when the mouse has left it.
        cell: usize,
        /// What the button does.
        button: Button,
    },
    /// The mouse drags the frame between the reader and a pane at its side.
    DragBorder {
        /// The pane.
        pane: Pane,
        /// The columns that the pane is to have.
        columns: u16,
        /// The columns of the screen.
        screen: u16,
        /// What the button does.
        button: Button,
    },
    /// The mouse sweeps over the timeline.
    Sweep {
        /// The row inside its frame, from 0; the nearest one when the mouse has left it.
        row: usize,
        /// What the button does.
        button: Button,
    },
    /// The wheel was turned over a pane, or over the overlay when there is one.
    Wheel {
        /// The pane.
        pane: Pane,
        /// Rows, down when positive.
        rows: isize,
    },
    /// A tab was clicked.
    ClickTab(Pane),
    /// A row of the list under the filter line was clicked, counted from the first shown.
    ClickOffer(usize),
    /// The filter line was clicked.
    ClickFilter,
    /// A filter that is on was clicked, counted from the first that was put on.
    ClickChip(usize),
    /// The terminal has another size, or the program came back from the shell.
    Resized,
    /// The actors the archive will be read with are known.
    Named(Arc<Gazetteer>),
    /// A step of the loading is done.
    Loaded(LoadEvent),
    /// The loading has ended, by itself or because it was stopped.
    LoadingEnded,
    /// The loading broke off by a fault of the program.
    LoadingFailed,
    /// The list of a search is ready; what is in it is still being counted.
    Listed {
        /// The number it was asked under.
        generation: u64,
        /// The articles.
        list: ArticleList,
    },
    /// A search is ready.
    Surveyed {
        /// The number it was asked under.
        generation: u64,
        /// The results.
        survey: Arc<SearchResults>,
    },
    /// Notes were filtered.
    NotesFiltered {
        /// The number it was asked under.
        generation: u64,
        /// Those that are wanted.
        found: Vec<NoteMatch>,
    },
    /// Filtering notes broke off by a fault of the program.
    NoteFilterFailed {
        /// The number it was asked under.
        generation: u64,
    },
    /// A search broke off by a fault of the program.
    SurveyFailed {
        /// The number it was asked under.
        generation: u64,
    },
    /// What the list tells of an actor has been gathered.
    Portrayed {
        /// The number it was asked under.
        generation: u64,
        /// The actor.
        actor: ActorIx,
        /// What is said.
        dossier: Arc<ActorSummary>,
    },
    /// Gathering what the list tells of an actor broke off by a fault of the program.
    PortrayFailed {
        /// The number it was asked under.
        generation: u64,
    },
    /// Which articles have one text and which report one event was found.
    Gathered {
        /// The number it was asked under.
        generation: u64,
        /// The groups.
        groups: ArticleGroups,
    },
    /// Finding that broke off by a fault of the program.
    GatherFailed {
        /// The number it was asked under.
        generation: u64,
    },
    /// A sheet was made; `None` when that broke off by a fault of the program.
    SheetMade {
        /// The number it was asked under.
        generation: u64,
        /// The sheet.
        sheet: Option<Arc<EventSheet>>,
    },
    /// Annotations were examined.
    Examined {
        /// The number it was asked under.
        generation: u64,
        /// What came of it.
        examined: Box<Examined>,
    },
    /// Examining annotations broke off by a fault of the program.
    ExamineFailed {
        /// The number it was asked under.
        generation: u64,
    },
    /// Pairs of actors that may be one were found, the surest first.
    Likened(Arc<Vec<Likeness>>),
    /// `actors.toml` was amended; the archive is being read with the gazetteer that it gives.
    Amended {
        /// What finds names from now on.
        gazetteer: Arc<Gazetteer>,
        /// The text of `actors.toml` as it is now.
        text: Arc<str>,
    },
    /// The queries of earlier runs are known, oldest first.
    Recalled(Vec<String>),
    /// How wide the panes were in an earlier run.
    Sized(PaneWidths),
    /// There is news of the notes.
    Notes(NotesEvent),
    /// An export was written; what was written where, or why not.
    Exported(Result<String, String>),
    /// A question of the ledger has been put together with its answer.
    LedgerEntered(Box<LedgerEntry>),
    /// The person's own editor is done with a text; or why there was none.
    Edited(Result<String, String>),
    /// The person's own editor was ended, or ended with a failure.
    EditBroken {
        /// How, in words.
        reason: String,
        /// What it had saved by then; `None` when that is the text it was given.
        saved: Option<String>,
    },
    /// Something we asked for could not be done; the sentence says what and what to do.
    Failed(String),
}

/// News of the notes: what came of keeping them, and what was known before.
#[derive(Clone, Debug)]
pub enum NotesEvent {
    /// The notes of earlier runs.
    Opened(Box<Notes>),
    /// There is no place for notes; what is noted will be refused, with the reason.
    Nowhere,
    /// Something was done in another window or on another device.
    Elsewhere(Vec<Action>),
    /// The disk has these actions.
    Kept(Vec<Ulid>),
    /// The disk does not take what was done; the reason. It is tried again.
    NotKept(String),
    /// The disk has not answered for a while.
    Stalled,
    /// What could not be kept was written to this file, or the reason why it was not.
    Rescued(Result<String, String>),
}
