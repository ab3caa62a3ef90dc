//! Effects: what we ask for, as data. The runtime performs them; what comes of it is an [`crate::app::event::AppEvent`].

use std::collections::HashSet;
use std::sync::Arc;

use ulid::Ulid;

use crate::analysis::actors::Gazetteer;
use crate::analysis::actors::amendment::Amendment;
use crate::app::panes::pane_widths::PaneWidths;
use crate::model::actor::ActorIx;
use crate::model::annotation::Annotation;
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::action::Action;
use crate::notes::anchor_check::Subject;
use crate::notes::ledger::LedgerQuestion;
use crate::notes::querying::annotation_facts::Snapshot;
use crate::notes::querying::note_records::NoteRecords;
use crate::query::language::ast::Query;
use crate::query::results::SearchRequest;
use crate::query::results::filter::Match;
use crate::query::sheet::SheetRequest;

/// An export that is asked for.
#[derive(Clone, Debug)]
pub struct ExportRequest {
    /// The file, as it was typed; its ending tells the form.
    pub file: String,
    /// A snapshot of the archive.
    pub archive: Archive,
    /// The articles that are listed, in their order.
    pub rows: Vec<ArticleIx>,
    /// All annotations.
    pub annotations: Vec<Annotation>,
    /// The title; `None` for the name of the archive.
    pub title: Option<String>,
    /// Whether what the query asks of notes is asked of those on the articles listed alone.
    pub within_rows: bool,
    /// Those of them that were left without a place.
    pub orphans: HashSet<Ulid>,
    /// What the list is filtered by.
    pub query: Query,
    /// What is noted of articles, when the query asks for it.
    pub snapshot: Option<Arc<Snapshot>>,
}

/// What we ask for.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Search the archive; only the newest asked for is wanted.
    Survey {
        /// The number to answer under.
        generation: u64,
        /// A snapshot of the archive.
        archive: Archive,
        /// What is asked.
        request: Box<SearchRequest>,
        /// The notes, when the query asks for them.
        snapshot: Option<Arc<Snapshot>>,
    },
    /// Filter notes by a query; only the newest asked for is wanted. The answer is `NotesFiltered`.
    FilterNotes {
        /// The number to answer under.
        generation: u64,
        /// A snapshot of the archive.
        archive: Archive,
        /// The query.
        query: Box<Query>,
        /// The notes.
        notes: Arc<NoteRecords>,
        /// What is noted of articles, when the query asks for it.
        snapshot: Option<Arc<Snapshot>>,
    },
    /// Gather what the articles of a list tell of an actor; only the newest asked for is wanted.
    Portray {
        /// The number to answer under.
        generation: u64,
        /// The actor.
        actor: ActorIx,
        /// A snapshot of the archive.
        archive: Archive,
        /// What finds the names in its texts.
        gazetteer: Arc<Gazetteer>,
        /// The articles of the list.
        matches: Arc<Vec<Match>>,
    },
    /// Find out which articles have one text and which report one event; only the newest asked for is wanted.
    Gather {
        /// The number to answer under.
        generation: u64,
        /// A snapshot of the archive.
        archive: Archive,
    },
    /// Put what the papers say of one event side by side; only the newest asked for is wanted. The answer is `SheetMade`.
    MakeSheet {
        /// The number to answer under.
        generation: u64,
        /// Of what.
        request: Box<SheetRequest>,
    },
    /// Examine annotations: find out where they stand; the answer is `Examined`.
    Examine {
        /// The number to answer under.
        generation: u64,
        /// A snapshot of the archive.
        archive: Archive,
        /// The annotations.
        subjects: Vec<Subject>,
    },
    /// Amend `actors.toml`, and read the archive with it.
    Amend(Amendment),
    /// Keep a query in the history, for later runs.
    Remember(String),
    /// Keep the widths of the panes, for later runs.
    KeepWidths(PaneWidths),
    /// Keep what was done to notes, in this order; the answer is `Kept` or `NotKept`.
    Keep(Vec<Action>),
    /// Write what could not be kept to a file elsewhere; the answer is `Rescued`.
    Rescue(Vec<Action>),
    /// Write highlights and notes to a file; the answer is `Exported`.
    Export(Box<ExportRequest>),
    /// Write this text to a file that is not there yet; the answer is `Exported`.
    WriteNew {
        /// The file, as it was typed.
        file: String,
        /// What it is to hold.
        text: String,
    },
    /// Put a question of the ledger together with what it found in this archive; the answer is `LedgerEntered`.
    EnterInLedger(Box<(LedgerQuestion, Archive, Vec<ArticleIx>)>),
    /// Say this when the terminal has been given back.
    Farewell(String),
    /// Hand this text and the terminal to the person's own editor; the answer is `Edited`.
    Edit(String),
    /// Put this text on the clipboard.
    Copy(String),
    /// Show this address in the person's browser.
    OpenAddress(String),
    /// Stop loading.
    StopLoading,
    /// Bring the archive up to date with its files.
    Rescan,
    /// Hand the terminal back to the shell until it calls us again.
    Suspend,
    /// Clear the screen and draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}
