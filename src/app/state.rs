//! The state of the reading room: all that is shown and all that a key can change, in one place, scroll positions included.
//!
//! Split by concern: each sub-state is a file below. May touch the panes, `widget` and `keys`; must not know the rooms that change it.

pub mod actors;
pub mod arriving;
pub mod awaited;
pub mod copies;
pub mod filter;
pub mod generations;
pub mod input;
pub mod list_rows;
pub mod load;
pub(crate) mod noted_places;
pub mod notes;
pub mod pending_edit;
pub mod query_history;
pub mod reanchor_state;
pub mod results;
pub mod tag_stats;
pub mod unsaved;

use std::collections::VecDeque;
use std::sync::Arc;

use crate::analysis::analyse;
use crate::app::keys::command::{Command, Pane};
use crate::app::keys::keymap::Keymap;
use crate::app::loading::Loading;
use crate::app::overlay::Overlay;
use crate::app::panes::histogram::Histogram;
use crate::app::panes::hit_counts::window;
use crate::app::panes::layout::ReaderLayout;
use crate::app::panes::list_rows::ListRows;
use crate::app::panes::pane_widths::PaneWidths;
use crate::app::panes::reader::Reader;
use crate::app::panes::timeline::Timeline;
use crate::app::state::actors::ActorsState;
use crate::app::state::copies::CopiesState;
use crate::app::state::filter::FilterState;
use crate::app::state::input::InputState;
use crate::app::state::load::LoadState;
use crate::app::state::noted_places::NotedPlaces;
use crate::app::state::notes::NotesState;
use crate::app::state::query_history::History;
use crate::app::state::results::ResultsState;
use crate::app::state::tag_stats::TagStats;
use crate::app::viewport::Viewport;
use crate::app::widget::messages::{Messages, Status};
use crate::app::widget::navigation::{Cursor, Jumps};
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::config::theme::ThemeChoice;
use crate::ingest::Progress;
use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Article;
use crate::query::language::ast::{Direction, Expr};
use crate::query::language::explain::explain;
use crate::query::language::keyword::SortKey;
use crate::query::matching::marker::Marker;
use crate::query::matching::names::{OutletCounts, QueryNames, SavedQueries, saved_fault};
use crate::query::results::filter::Sorting;
use crate::query::selection::{Facet, Selection};
use crate::tr;

/// The state of the reading room.
#[derive(Clone, Debug)]
pub struct State {
    /// The loading of the archive, and what it could not read.
    pub load: LoadState,
    /// Which articles are wanted, how that was understood, and in which order.
    pub filter: FilterState,
    /// What the workers found for the filter, and what was asked of them.
    pub results: ResultsState,
    /// Which articles have one text, and how the list folds them.
    pub copies: CopiesState,
    /// What the reader marks and writes: all of it, the open article's part, and what is on its way to the disk.
    pub notes: NotesState,
    /// The actors: how they are found, the list's cursor, and what is asked and corrected of them.
    pub actors: ActorsState,
    /// Keys on their way to a command: the keymap, a run of keys that has begun, and the words searched for.
    pub input: InputState,
    /// The articles loaded so far.
    pub archive: Archive,
    /// The pane with the focus.
    pub focus: Pane,
    /// How wide the panes at the sides are.
    pub widths: PaneWidths,
    /// The colours that were picked while the room is open, instead of those of the configuration.
    pub theme: Option<ThemeChoice>,
    /// Whether the focused pane has the whole screen.
    pub zoomed: bool,
    /// The cursor in the list of articles.
    pub articles: Cursor,
    /// The reader.
    pub reader: Reader,
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
    /// What the status line has said so far.
    pub messages: Messages,
    /// The way back.
    pub jumps: Jumps,
    /// What each pane was fitted to.
    pub viewport: Viewport,
}

impl State {
    /// A reading room in which the loading has just begun; a line of a body takes at most `measure` columns.
    #[must_use]
    pub fn new(keymap: Keymap, selection: Selection, measure: usize) -> Self {
        Self {
            load: LoadState {
                pending: None,
                problems: Vec::new(),
                progress: Loading::Running(Progress::default()),
                rescanning: false,
            },
            filter: FilterState {
                marker: Arc::new(Marker::new(selection.query())),
                understood: Vec::new(),
                saved: SavedQueries::new(),
                outlets: OutletCounts::new(),
                history: History::default(),
                order: None,
                selection,
            },
            results: ResultsState::default(),
            copies: CopiesState::default(),
            notes: NotesState::default(),
            actors: ActorsState::default(),
            input: InputState {
                keymap,
                pending: Vec::new(),
                ahead: VecDeque::new(),
                count: None,
                awaited: None,
                border: None,
                touched: false,
                list_search: String::new(),
                last_search: String::new(),
            },
            archive: Archive::default(),
            focus: Pane::Articles,
            widths: PaneWidths::default(),
            theme: None,
            zoomed: false,
            articles: Cursor::default(),
            reader: Reader::new(measure),
            timeline: Timeline::default(),
            histogram: Histogram::default(),
            prompt: None,
            overlay: None,
            status: None,
            messages: Messages::default(),
            jumps: Jumps::default(),
            viewport: Viewport::default(),
        }
    }

    /// Fits every pane to the screen: wraps what is open and keeps cursors in their windows. Called before each drawing.
    pub fn fit(&mut self, viewport: &Viewport) {
        self.viewport = *viewport;
        self.reader.fit(viewport.reader);
        self.reader.ask(&self.filter.marker);
        let (open, astray) = (self.reader.open, &self.notes.reanchor);
        self.notes.open.fit(self.reader.article.as_ref(), &self.notes.all, |id| astray.home(id).map(|home| Some(home) == open));
        let rows = self.list_rows();
        rows.fit(&mut self.articles, viewport.articles.rows);
        let shown = window(self.articles, viewport.articles.rows);
        let shown: Vec<ArticleIx> = shown.filter_map(|row| Some(self.list_row(rows.article_at(row)?)?.article)).collect();
        self.results.hits.count(&self.archive, &self.filter.marker, &self.results.current.matches, &shown);
        self.actors.cursor.fit(self.results.current.overview.actors.len(), viewport.actors.rows);
        let noted = self.noted();
        self.timeline.take_days(noted.days());
        let entries = &self.results.current.overview.chronology.entries;
        self.timeline.fit((&self.archive, entries), viewport.timeline);
        let actor = self.current_actor();
        self.timeline.sparkline.fit((&self.archive, entries), actor, viewport.sparkline);
        if !self.histogram.fit(viewport.histogram) {
            let month = self.key(Command::PickMonth);
            self.info(tr!("no room for the histogram here: the list needs 12 rows; {month} picks a month", month));
        }
        if self.overlay.as_mut().is_some_and(|overlay| overlay.fit(viewport, &self.notes.reanchor))
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
    pub fn used(&mut self) -> Arc<TagStats> {
        let notes = &self.notes.all;
        Arc::clone(self.notes.tag_stats.get_or_insert_with(|| Arc::new(TagStats::of(notes))))
    }

    /// Where notes on actors and days stand as they are now; looked for once, until the notes change.
    #[must_use]
    pub(crate) fn noted(&mut self) -> Arc<NotedPlaces> {
        let notes = &self.notes.all;
        Arc::clone(self.notes.places.get_or_insert_with(|| Arc::new(NotedPlaces::of(notes))))
    }

    /// Whether a note was written on the actor with this identifier.
    #[must_use]
    pub(crate) fn is_noted(&self, id: &str) -> bool {
        self.notes.places.as_ref().is_some_and(|places| places.is_on_actor(id))
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
        analyse(&mut article, &self.actors.gazetteer);
        Some(Arc::new(article))
    }

    /// The actor that is looked at: the one the cursor of the actors is on while it moves there, the one followed in the reader, or
    /// the one filtered by.
    #[must_use]
    pub fn current_actor(&self) -> Option<ActorIx> {
        let on = self
            .results
            .current
            .overview
            .actors
            .get(self.actors.cursor.at)
            .filter(|_| self.focus == Pane::Actors)
            .map(|count| count.actor);
        let filtered = |facet: &Facet| if let Facet::Actor(actor) = facet { Some(*actor) } else { None };
        on.or(self.reader.actor).or_else(|| self.filter.selection.facets.iter().rev().find_map(filtered))
    }

    /// The article the cursor of the list is on.
    #[must_use]
    pub fn listed(&self) -> Option<ArticleIx> {
        self.list_row(self.articles.at).map(|row| row.article)
    }

    /// The rows of the list.
    #[must_use]
    pub fn list_rows(&self) -> ListRows {
        ListRows { articles: self.list_len(), in_texts: self.results.current.in_texts.map(|at| self.rows_above(at)) }
    }

    /// The order of the list.
    #[must_use]
    pub fn effective_order(&self) -> Vec<Sorting> {
        let query = self.filter.selection.query();
        if let Some(order) = self.filter.order {
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
        self.filter.saved = saved;
        let known = QueryNames { actors: self.archive.actors(), saved: &self.filter.saved, outlets: &self.filter.outlets };
        let fault = self.filter.saved.keys().find_map(|name| saved_fault(name, &known));
        if let Some(fault) = fault {
            self.error(tr!("config.toml, [queries]: {fault}", fault));
        }
    }

    /// Asks for `text` in the place of the query before.
    pub fn ask(&mut self, text: &str) {
        let known = QueryNames { actors: self.archive.actors(), saved: &self.filter.saved, outlets: &self.filter.outlets };
        self.filter.selection.ask(text, &known);
        if !self.filter.selection.query().own_sort().is_empty() {
            self.filter.order = None;
        }
        self.reread();
    }

    /// Makes what follows from the query anew: the marks, and the words that say how it was understood.
    pub fn reread(&mut self) {
        let known = QueryNames { actors: self.archive.actors(), saved: &self.filter.saved, outlets: &self.filter.outlets };
        self.filter.understood = explain(self.filter.selection.query(), &known);
        self.filter.marker = Arc::new(Marker::new(self.filter.selection.query()));
    }

    /// Whether the filter line is being typed.
    #[must_use]
    pub fn is_filtering(&self) -> bool {
        self.prompt.as_ref().is_some_and(|prompt| prompt.purpose == PromptKind::Filter)
    }

    /// Whether a line stands under the filter line: while it is typed, and while its query cannot be read.
    #[must_use]
    pub fn has_filter_note(&self) -> bool {
        self.is_filtering() || self.filter.selection.fault().is_some()
    }

    /// The number of rows of `pane`.
    #[must_use]
    pub fn len_of(&self, pane: Pane) -> usize {
        match pane {
            Pane::Articles => self.list_len(),
            Pane::Actors => self.results.current.overview.actors.len(),
            Pane::Timeline => self.timeline.rows.len(),
            Pane::Reader => self.reader.layout.as_ref().map_or(0, ReaderLayout::len),
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
        matches!(self.load.progress, Loading::Running(_) | Loading::Stopping(_))
    }

    /// The key of a command, for a message that names it.
    #[must_use]
    pub fn key(&self, command: Command) -> String {
        self.input.keymap.named(command)
    }

    /// Tells something in the status line.
    pub fn info(&mut self, text: impl Into<String>) {
        self.tell(&Status { text: text.into(), error: false });
    }

    /// Tells in the status line that something went wrong.
    pub fn error(&mut self, text: impl Into<String>) {
        self.tell(&Status { text: text.into(), error: true });
    }

    /// Puts `status` into the status line. Before the first key nobody has had the time to read what was told, so it is told with that.
    fn tell(&mut self, status: &Status) {
        self.messages.keep(status);
        let before = self.status.take().filter(|_| !self.input.touched);
        self.status = Some(before.map_or_else(|| status.clone(), |before| before.with(status)));
    }
}
