//! A reading room without a terminal: keys in, screens out. Effects are performed at once, so nothing waits.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crossterm::event::{Event as Reported, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use liseuse::analysis::actors::Gazetteer;
use liseuse::analysis::actors::amendment::{Amendment, adopt, amend};
use liseuse::app::effect::Effect;
use liseuse::app::event::{AppEvent, NotesEvent};
use liseuse::app::keys::key::{KeyCode, KeyPress};
use liseuse::app::keys::keymap::Keymap;
use liseuse::app::state::State;
use liseuse::app::update::update;
use liseuse::ingest::{ArchiveLoader, LoadEvent, Options, Origin, load};
use liseuse::notes::action::Action;
use liseuse::notes::anchor_check::examine;
use liseuse::notes::ledger::LedgerEntry;
use liseuse::notes::state::Notes;
use liseuse::query::actor_summary::ActorSummary;
use liseuse::query::evaluate::note_query::{Bare, filter_notes};
use liseuse::query::index::Index;
use liseuse::query::index::groups::ArticleGroups;
use liseuse::query::results::SearchResults;
use liseuse::query::selection::Selection;
use liseuse::runtime::input::translate;
use liseuse::text::grapheme::width;
use liseuse::ui::regions::Regions;
use liseuse::ui::screen::draw;
use liseuse::ui::theme::{Depth, Ground, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// A reading room of a given size.
pub struct Room {
    pub state: State,
    terminal: Terminal<TestBackend>,
    regions: Regions,
    index: Index,
    theme: Theme,
    /// Effects that only a terminal can perform, in order.
    pub asked: Vec<Effect>,
    /// The text of `actors.toml`.
    pub corrections: String,
    /// What was done to notes, as a journal would keep it.
    pub kept: Vec<Action>,
    /// Whether searches wait until they are answered by [`Room::answer`].
    pub is_slow: bool,
    /// The search that waits; a newer one takes its place.
    waiting: Option<Effect>,
    /// The archive that is read, where it is not the sample.
    shelf: Option<ArchiveLoader>,
}

impl Room {
    /// The sample archive, loaded.
    pub fn sample(cols: u16, rows: u16) -> Self {
        static EVENTS: OnceLock<Vec<AppEvent>> = OnceLock::new();
        let events = EVENTS.get_or_init(|| Self::loading(&Origin::Sample));
        let mut room = Self::empty(cols, rows);
        for event in events {
            room.happen(event.clone());
        }
        room
    }

    /// The same with the list on its row `row`, from 0.
    pub fn at_row(mut self, row: usize) -> Self {
        self.press(&"j".repeat(row));
        self
    }

    /// Loads the sample archive into a room in which something has happened already.
    pub fn load_sample(&mut self) {
        for event in Self::loading(&Origin::Sample) {
            self.happen(event);
        }
    }

    /// The archive in the folder `name` beside the tests, loaded.
    pub fn of(name: &str, cols: u16, rows: u16) -> Self {
        // Relative to the folder the tests run in, so that paths are the same wherever that is.
        let folder = Path::new("tests/screens/archives").join(name);
        let mut room = Self::empty(cols, rows);
        for event in Self::loading(&Origin::Paths(vec![folder])) {
            room.happen(event);
        }
        room
    }

    /// All that a loading tells.
    fn loading(origin: &Origin) -> Vec<AppEvent> {
        let gazetteer = Arc::new(Gazetteer::builtin());
        let mut events = vec![AppEvent::Named(Arc::clone(&gazetteer))];
        load(origin, &Options::default(), &gazetteer, &mut |step| {
            events.push(AppEvent::Loaded(step));
            ControlFlow::Continue(())
        });
        events.push(AppEvent::LoadingEnded);
        events
    }

    /// A room in which nothing has been loaded yet.
    pub fn empty(cols: u16, rows: u16) -> Self {
        let state = State::new(Keymap::new("").unwrap(), Selection::default(), 72);
        let mut room = Self {
            state: {
                let mut state = state;
                state.notes.all = Notes::new("test", 1);
                state
            },
            terminal: Terminal::new(TestBackend::new(cols, rows)).unwrap(),
            regions: Regions::default(),
            index: Index::default(),
            theme: Theme::new(Depth::Ansi, Ground::Dark),
            asked: Vec::new(),
            corrections: String::new(),
            kept: Vec::new(),
            is_slow: false,
            waiting: None,
            shelf: None,
        };
        room.fit();
        room
    }

    /// The archive of `shelf` in a new run of the program that finds `corrections` in `actors.toml` and `kept` in the journal, either
    /// before anything else or once all is loaded.
    pub fn opening(mut shelf: ArchiveLoader, corrections: &str, kept: &[Action], notes_first: bool) -> Self {
        let mut room = Self::empty(120, 40);
        let mut notes = Notes::new("test", 2);
        for action in kept {
            notes.apply(action);
        }
        let mut opened = Some(AppEvent::Notes(NotesEvent::Opened(Box::new(notes))));
        (room.corrections, room.kept) = (corrections.into(), kept.to_vec());
        if let Some(event) = opened.take_if(|_| notes_first) {
            room.happen(event);
        }
        // As the thread that loads does: what the cache recalls, then the names, then what the files are now.
        if let Some(renewal) = shelf.recall() {
            room.happen(AppEvent::Loaded(LoadEvent::Renewed(renewal)));
        }
        let gazetteer = Arc::new(Gazetteer::with_corrections(corrections).unwrap());
        room.happen(AppEvent::Named(shelf.named(&gazetteer)));
        room.load(&mut shelf, &gazetteer);
        room.shelf = Some(shelf);
        if let Some(event) = opened {
            room.happen(event);
        }
        room
    }

    /// Lets a loading happen, and keeps the archive in its cache.
    fn load(&mut self, loader: &mut ArchiveLoader, gazetteer: &Gazetteer) {
        let mut steps = Vec::new();
        loader.load(gazetteer, &mut |step| {
            steps.push(step);
            ControlFlow::Continue(())
        });
        for step in steps {
            self.happen(AppEvent::Loaded(step));
        }
        self.happen(AppEvent::LoadingEnded);
        loader.keep().unwrap();
    }

    /// The sample archive in another run of the program, with what was kept in this one.
    pub fn again(&self) -> Self {
        let size = self.terminal.size().unwrap();
        let mut notes = Notes::new("test", 2);
        self.kept.iter().for_each(|action| notes.apply(action));
        let mut room = Self::sample(size.width, size.height);
        room.kept.clone_from(&self.kept);
        room.happen(AppEvent::Notes(NotesEvent::Opened(Box::new(notes))));
        room
    }

    /// The archive `name` in another run of the program, with what was kept in this one.
    pub fn later(&self, name: &str) -> Self {
        let size = self.terminal.size().unwrap();
        let mut notes = Notes::new("test", 2);
        self.kept.iter().for_each(|action| notes.apply(action));
        let mut room = Self::of(name, size.width, size.height);
        room.kept.clone_from(&self.kept);
        room.happen(AppEvent::Notes(NotesEvent::Opened(Box::new(notes))));
        room
    }

    /// The same room, drawn in another theme.
    pub fn themed(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    /// Lets something happen, and performs what is asked for in return.
    pub fn happen(&mut self, event: AppEvent) {
        for effect in update(&mut self.state, event) {
            match effect {
                search @ Effect::Survey { .. } if self.is_slow => self.waiting = Some(search),
                Effect::Survey { generation, archive, request, snapshot } => {
                    if let Some(snapshot) = snapshot {
                        self.index.set_notes(Arc::new(snapshot.by_article(&archive)));
                    }
                    let survey = SearchResults::of(&archive, &mut self.index, &request, &|| false).unwrap();
                    self.happen(AppEvent::Surveyed { generation, survey: Arc::new(survey) });
                }
                Effect::FilterNotes { generation, archive, query, notes, snapshot } => {
                    self.index.extend(&archive);
                    if let Some(snapshot) = snapshot {
                        self.index.set_notes(Arc::new(snapshot.by_article(&archive)));
                    }
                    let found = filter_notes(&query, notes.get(&archive), (&self.index, Bare::Note), &|| false).unwrap();
                    self.happen(AppEvent::NotesFiltered { generation, found });
                }
                Effect::Portray { generation, actor, archive, gazetteer, matches } => {
                    let rows: Vec<_> = matches.iter().map(|one| one.article).collect();
                    let dossier = ActorSummary::of(&archive, &gazetteer, &rows, actor, &|| false).unwrap();
                    self.happen(AppEvent::Portrayed { generation, actor, dossier: Arc::new(dossier) });
                }
                Effect::Gather { generation, archive } => {
                    let groups = ArticleGroups::of(&archive, None);
                    self.happen(AppEvent::Gathered { generation, groups });
                }
                Effect::MakeSheet { generation, request } => {
                    self.happen(AppEvent::SheetMade { generation, sheet: Some(Arc::new(request.sheet())) });
                }
                Effect::Amend(amendment) => self.correct(&amendment),
                Effect::Examine { generation, archive, subjects } => {
                    let examined = Box::new(examine(&subjects, &archive));
                    self.happen(AppEvent::Examined { generation, examined });
                }
                Effect::Keep(actions) => {
                    let kept = actions.iter().map(|action| action.id).collect();
                    self.kept.extend(actions);
                    self.happen(AppEvent::Notes(NotesEvent::Kept(kept)));
                }
                Effect::EnterInLedger(asked) => {
                    let (question, archive, rows) = *asked;
                    self.happen(AppEvent::LedgerEntered(Box::new(LedgerEntry::of(question, &archive, &rows))));
                }
                other => self.asked.push(other),
            }
        }
        self.fit();
    }

    /// Answers the search that waits, those that follow from it too.
    pub fn answer(&mut self) {
        while let Some(Effect::Survey { generation, archive, request, .. }) = self.waiting.take() {
            let survey = SearchResults::of(&archive, &mut self.index, &request, &|| false).unwrap();
            self.happen(AppEvent::Surveyed { generation, survey: Arc::new(survey) });
        }
    }

    /// Amends the corrections and reads the archive with them, as the thread that loads does.
    pub fn correct(&mut self, amendment: &Amendment) {
        let adopted = adopt(&self.corrections, amendment, self.state.archive.actors()).unwrap();
        self.corrections = amend(&adopted, amendment).unwrap();
        let gazetteer = Arc::new(Gazetteer::with_corrections(&self.corrections).unwrap());
        let text = self.corrections.as_str().into();
        self.happen(AppEvent::Amended { gazetteer: Arc::clone(&gazetteer), text });
        let mut archive = self.shelf.take().unwrap_or_else(|| {
            let mut sample = ArchiveLoader::new(Origin::Sample, Options::default(), None);
            sample.load(&Gazetteer::builtin(), &mut |_| ControlFlow::Continue(()));
            sample
        });
        archive.rename(true, &self.corrections);
        self.load(&mut archive, &gazetteer);
        self.shelf = Some(archive).filter(|archive| *archive.origin() != Origin::Sample);
    }

    /// Presses keys, written as in the keymap.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in KeyPress::parse_all(keys).unwrap() {
            self.happen(AppEvent::Key(key));
        }
        self
    }

    /// Types a text.
    pub fn type_text(&mut self, text: &str) {
        text.chars().for_each(|c| self.type_character(c));
    }

    /// Types a character.
    pub fn type_character(&mut self, c: char) {
        self.happen(AppEvent::Key(KeyPress::plain(KeyCode::Char(c))));
    }

    /// Clicks a cell of the screen.
    pub fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row);
        self.mouse(MouseEventKind::Up(MouseButton::Left), column, row)
    }

    /// Does something with the mouse at a cell of the screen.
    pub fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let mouse = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
        if let Some(event) = translate(Reported::Mouse(mouse), &self.regions, &self.state) {
            self.happen(event);
        }
        self
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(cols, rows);
        self.happen(AppEvent::Resized);
        self
    }

    fn fit(&mut self) {
        let size = self.terminal.size().unwrap();
        self.regions = Regions::new(Rect::new(0, 0, size.width, size.height), &self.state);
        self.state.fit(&self.regions.viewport());
    }

    /// Draws, and gives the cells.
    pub fn draw(&mut self) -> &Buffer {
        let Self { state, terminal, regions, theme, .. } = self;
        let theme = state.theme.map_or(*theme, |picked| theme.picked(picked));
        terminal.draw(|frame| draw(frame, state, &theme, regions)).unwrap();
        terminal.backend().buffer()
    }

    /// The screen as text.
    pub fn screen(&mut self) -> String {
        let buffer = self.draw();
        // The cell behind a wide character belongs to it and holds nothing of its own.
        let row = |y| {
            let (mut text, mut x) = (String::new(), 0);
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                text.push_str(symbol);
                x += u16::try_from(width(symbol).max(1)).unwrap();
            }
            text
        };
        (0..buffer.area.height).map(|y| row(y).trim_end().to_owned() + "\n").collect()
    }

    /// The styles on the screen, each with the runs of text it has, in the order in which they first stand.
    pub fn styles(&mut self) -> String {
        let buffer = self.draw();
        let look = |cell: &Cell| format!("{} on {}, {:?}", cell.fg, cell.bg, cell.modifier);
        let mut legend: Vec<(String, Vec<String>)> = Vec::new();
        for row in buffer.content.chunks(usize::from(buffer.area.width)) {
            for run in row.chunk_by(|a, b| look(a) == look(b)) {
                let text: String = run.iter().map(Cell::symbol).collect();
                let (style, text) = (run.first().map(look).unwrap_or_default(), text.trim().to_owned());
                match legend.iter_mut().find(|(known, _)| *known == style) {
                    _ if text.is_empty() => {}
                    Some((_, texts)) => texts.push(text),
                    None => legend.push((style, vec![text])),
                }
            }
        }
        let entries: Vec<_> = legend.into_iter().map(|(style, texts)| [vec![style], texts].concat().join("\n    ")).collect();
        entries.join("\n")
    }

    /// The rows of the screen that hold `text`.
    pub fn rows_with(&mut self, text: &str) -> usize {
        self.screen().lines().filter(|row| row.contains(text)).count()
    }
}
