//! The state of the reading room: all that is shown and all that a key can change, in one place, scroll positions included.

use std::sync::Arc;

use ulid::Ulid;

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::app::amending::Pending;
use crate::app::astray::Astray;
use crate::app::command::Pane;
use crate::app::history::History;
use crate::app::hit_counts::{HitCounts, window};
use crate::app::key::Key;
use crate::app::keymap::Keymap;
use crate::app::loading::Loading;
use crate::app::marks::Marks;
use crate::app::navigation::{Cursor, Jumps};
use crate::app::overlay::Overlay;
use crate::app::panes::histogram::Histogram;
use crate::app::panes::layout::Layout;
use crate::app::panes::reader::Reader;
use crate::app::panes::timeline::Timeline;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::surveys::Surveys;
use crate::app::unkept::Unkept;
use crate::app::used::Used;
use crate::app::viewport::Viewport;
use crate::config::cite::Cite;
use crate::config::colors::MarkColors;
use crate::ingest::{Moves, Progress};
use crate::model::actor::{ActorIx, Likeness};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Article;
use crate::model::problem::Problem;
use crate::notes::dating::Corrections;
use crate::notes::fold::Notes;
use crate::notes::remarking::Snapshot;
use crate::query::filter::Sorting;
use crate::query::language::ast::{Direction, Expr};
use crate::query::language::explain::explain;
use crate::query::language::keyword::SortKey;
use crate::query::marker::Marker;
use crate::query::names::{Known, SavedQueries, saved_fault};
use crate::query::selection::{Facet, Selection};
use crate::query::survey::{Choices, Survey};

/// A message in the status line, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// What happened and what to do.
    pub text: String,
    /// Whether something went wrong.
    pub error: bool,
}

/// A key that waits for the letter of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// The name of a mark to set.
    MarkToSet,
    /// The name of a mark to go to.
    MarkToVisit,
    /// The letter or the number of a colour to mark in.
    Color,
}

/// An archive on its way into the panes.
#[derive(Clone, Debug)]
pub struct Arriving {
    /// The archive.
    pub archive: Archive,
    /// Where the articles of the one before it went.
    pub moves: Arc<Moves>,
    /// What its names were found with, when that is not what the one before it was read with.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// Pairs of its actors that may be one.
    pub alike: Arc<Vec<Likeness>>,
}

/// The state of the reading room.
#[derive(Clone, Debug)]
pub struct State {
    /// What finds names in an article that is opened.
    pub gazetteer: Arc<Gazetteer>,
    /// The articles loaded so far.
    pub archive: Archive,
    /// The archive that takes its place as soon as the panes can show it.
    pub arriving: Option<Arriving>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// How the loading stands.
    pub loading: Loading,
    /// Whether the person asked for this loading and waits to hear what came of it.
    pub rescanning: bool,
    /// Which articles are wanted.
    pub selection: Selection,
    /// What of the query shows in lines and texts.
    pub marker: Arc<Marker>,
    /// How the query was understood, piece by piece.
    pub understood: Vec<String>,
    /// The queries of the configuration.
    pub saved: SavedQueries,
    /// What the reader has marked and written.
    pub notes: Notes,
    /// The publication dates that were corrected, as the notes say.
    pub corrections: Corrections,
    /// What of it is not on the disk yet.
    pub unkept: Unkept,
    /// The notes as queries were answered with them last; `None` since they changed.
    pub snapshot: Option<Arc<Snapshot>>,
    /// Where annotations stand, and which of them are to be reviewed.
    pub astray: Astray,
    /// The tags and colours that were used; `None` since the notes changed.
    pub used: Option<Arc<Used>>,
    /// The annotations of the open article.
    pub marks: Marks,
    /// The annotation visited last.
    pub visited: Option<Ulid>,
    /// The colours of highlights.
    pub colors: MarkColors,
    /// How a quotation is copied with its source.
    pub cite: Cite,
    /// The colour marked in last.
    pub last_color: Option<String>,
    /// The queries asked before.
    pub history: History,
    /// The order the person chose; `None` is the query's own, else by date, or by match while words are filtered for.
    pub order: Option<Sorting>,
    /// What the panes show of the selection.
    pub survey: Survey,
    /// The facets of the whole archive, as of the last survey without a filter.
    pub widest: Choices,
    /// The pane with the focus.
    pub focus: Pane,
    /// Whether the focused pane has the whole screen.
    pub zoomed: bool,
    /// The cursor in the list of articles.
    pub articles: Cursor,
    /// The cursor in the list of actors.
    pub actors: Cursor,
    /// The reader.
    pub reader: Reader,
    /// The hits of the articles in view.
    pub hits: HitCounts,
    /// The timeline.
    pub timeline: Timeline,
    /// The histogram over the list.
    pub histogram: Histogram,
    /// The line being typed.
    pub prompt: Option<Prompt>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// The message in the status line.
    pub status: Option<Status>,
    /// The keys of a run that has begun.
    pub pending: Vec<Key>,
    /// How many times the next command of the cursor is meant.
    pub count: Option<usize>,
    /// A key that waits for a letter.
    pub awaited: Option<Awaited>,
    /// The way back.
    pub jumps: Jumps,
    /// The words last searched for in a list, folded.
    pub sought: String,
    /// The words last searched for in any pane, as they were typed.
    pub searched: String,
    /// The keys.
    pub keymap: Keymap,
    /// What each pane was fitted to.
    pub viewport: Viewport,
    /// The surveys that were asked for.
    pub surveys: Surveys,
    /// The actor whose page is waited for.
    pub portrayed: Option<ActorIx>,
    /// Pairs of actors that may be one, the surest first.
    pub alike: Arc<Vec<Likeness>>,
    /// The text of `actors.toml`.
    pub actors_file: Arc<str>,
    /// The correction that is on its way.
    pub amending: Pending,
    /// Whether the person has pressed or clicked anything yet.
    pub touched: bool,
}

impl State {
    /// A reading room in which the loading has just begun; a line of a body takes at most `measure` columns.
    #[must_use]
    pub fn new(keymap: Keymap, selection: Selection, measure: usize) -> Self {
        Self {
            gazetteer: Arc::default(),
            archive: Archive::default(),
            arriving: None,
            problems: Vec::new(),
            loading: Loading::Running(Progress::default()),
            marker: Arc::new(Marker::new(selection.query())),
            rescanning: false,
            understood: Vec::new(),
            selection,
            saved: SavedQueries::new(),
            notes: Notes::default(),
            corrections: Corrections::default(),
            unkept: Unkept::default(),
            snapshot: None,
            astray: Astray::default(),
            used: None,
            marks: Marks::default(),
            visited: None,
            colors: MarkColors::default(),
            cite: Cite::default(),
            last_color: None,
            history: History::default(),
            order: None,
            survey: Survey::default(),
            widest: Choices::default(),
            focus: Pane::Articles,
            zoomed: false,
            articles: Cursor::default(),
            actors: Cursor::default(),
            reader: Reader::new(measure),
            hits: HitCounts::default(),
            timeline: Timeline::default(),
            histogram: Histogram::default(),
            prompt: None,
            overlay: None,
            status: None,
            pending: Vec::new(),
            count: None,
            awaited: None,
            jumps: Jumps::default(),
            sought: String::new(),
            searched: String::new(),
            keymap,
            viewport: Viewport::default(),
            surveys: Surveys::default(),
            portrayed: None,
            alike: Arc::default(),
            actors_file: "".into(),
            amending: Pending::default(),
            touched: false,
        }
    }

    /// Fits every pane to the screen: wraps what is open and keeps cursors in their windows. Called before each drawing.
    pub fn fit(&mut self, viewport: &Viewport) {
        self.viewport = *viewport;
        self.reader.fit(viewport.reader);
        self.reader.ask(&self.marker);
        let (open, astray) = (self.reader.open, &self.astray);
        self.marks.fit(self.reader.article.as_ref(), &self.notes, |id| astray.home(id).map(|home| Some(home) == open));
        self.articles.fit(self.survey.matches.len(), viewport.articles.rows);
        self.hits.count(&self.archive, &self.marker, &self.survey.matches, window(self.articles, viewport.articles.rows));
        self.actors.fit(self.survey.overview.actors.len(), viewport.actors.rows);
        self.timeline.cursor.fit(self.timeline.rows.len(), viewport.timeline.rows);
        let actor = self.current_actor();
        self.timeline.sparkline.fit(&self.survey.overview.chronology.entries, actor, viewport.sparkline);
        if !self.histogram.fit(viewport.histogram) {
            self.say("no room for the histogram here: the list needs 12 rows; M picks a month");
        }
        if self.overlay.as_mut().is_some_and(|overlay| overlay.fit(viewport, &self.astray))
            && let Some(spot) = self.reader.spot
        {
            self.reader.jump_to(spot, viewport.reader.rows);
        }
        if let Some(prompt) = &mut self.prompt {
            let len = prompt.offers.listed().len();
            prompt.offers.cursor.fit(len, viewport.offers);
        }
    }

    /// What is used in the notes as they are now; counted once, until they change.
    #[must_use]
    pub fn used(&mut self) -> Arc<Used> {
        let notes = &self.notes;
        Arc::clone(self.used.get_or_insert_with(|| Arc::new(Used::of(notes))))
    }

    /// The article in the reader.
    #[must_use]
    pub fn open_article(&self) -> Option<&Arc<Article>> {
        self.reader.article.as_ref()
    }

    /// The article at `ix` with all that is known of it: what is not packed is found again.
    #[must_use]
    pub fn study(&self, ix: ArticleIx) -> Option<Arc<Article>> {
        let mut article = self.archive.get(ix)?.unpack();
        analyse(&mut article, &self.gazetteer);
        Some(Arc::new(article))
    }

    /// The actor that is looked at: the one the cursor of the actors is on while it moves there, the one followed in the reader, or
    /// the one filtered by.
    #[must_use]
    pub fn current_actor(&self) -> Option<ActorIx> {
        let on = self.survey.overview.actors.get(self.actors.at).filter(|_| self.focus == Pane::Actors).map(|count| count.actor);
        let filtered = |facet: &Facet| if let Facet::Actor(actor) = facet { Some(*actor) } else { None };
        on.or(self.reader.actor).or_else(|| self.selection.facets.iter().rev().find_map(filtered))
    }

    /// The article the cursor of the list is on.
    #[must_use]
    pub fn listed(&self) -> Option<ArticleIx> {
        self.survey.matches.get(self.articles.at).map(|one| one.article)
    }

    /// The order of the list.
    #[must_use]
    pub fn effective_order(&self) -> Vec<Sorting> {
        let query = self.selection.query();
        if let Some(order) = self.order {
            return vec![order];
        }
        let by_match = query.conjuncts().iter().any(|part| matches!(part, Expr::Term(_)));
        match query.sort() {
            [] if by_match => vec![(SortKey::Score, Direction::Natural)],
            [] => Vec::new(),
            own => own.to_vec(),
        }
    }

    /// Takes the saved queries of the configuration, and tells the first that cannot be read.
    pub fn save(&mut self, saved: SavedQueries) {
        self.saved = saved;
        let known = Known { actors: self.archive.actors(), saved: &self.saved };
        let fault = self.saved.keys().find_map(|name| saved_fault(name, &known));
        if let Some(fault) = fault {
            self.complain(format!("config.toml, [queries]: {fault}"));
        }
    }

    /// Asks for `text` in the place of the query before.
    pub fn ask(&mut self, text: &str) {
        let known = Known { actors: self.archive.actors(), saved: &self.saved };
        self.selection.ask(text, &known);
        if !self.selection.query().own_sort().is_empty() {
            self.order = None;
        }
        self.reread();
    }

    /// Makes what follows from the query anew: the marks, and the words that say how it was understood.
    pub fn reread(&mut self) {
        let known = Known { actors: self.archive.actors(), saved: &self.saved };
        self.understood = explain(self.selection.query(), &known);
        self.marker = Arc::new(Marker::new(self.selection.query()));
    }

    /// Whether the filter line is being typed.
    #[must_use]
    pub fn is_filtering(&self) -> bool {
        self.prompt.as_ref().is_some_and(|prompt| prompt.purpose == Purpose::Filter)
    }

    /// Whether a line stands under the filter line: while it is typed, and while its query cannot be read.
    #[must_use]
    pub fn has_filter_note(&self) -> bool {
        self.is_filtering() || self.selection.fault().is_some()
    }

    /// The number of rows of `pane`.
    #[must_use]
    pub fn len_of(&self, pane: Pane) -> usize {
        match pane {
            Pane::Articles => self.survey.matches.len(),
            Pane::Actors => self.survey.overview.actors.len(),
            Pane::Timeline => self.timeline.rows.len(),
            Pane::Reader => self.reader.layout.as_ref().map_or(0, Layout::len),
        }
    }

    /// Whether keys go to the cursor in the text of the reader.
    #[must_use]
    pub fn is_at_caret(&self) -> bool {
        self.focus == Pane::Reader && self.reader.caret.is_some()
    }

    /// Whether articles are still coming in.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        matches!(self.loading, Loading::Running(_) | Loading::Stopping(_))
    }

    /// Tells something in the status line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.status = Some(Status { text: text.into(), error: false });
    }

    /// Tells in the status line that something went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.status = Some(Status { text: text.into(), error: true });
    }
}
