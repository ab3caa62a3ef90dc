//! The services of the reading room: the workers that perform effects, and what is left to do when it ends.
//!
//! The loop of the screen and the one of the plain mode both use them; what concerns a terminal they give back.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use crate::app::effect::Effect;
use crate::app::event::{AppEvent, NotesEvent};
use crate::app::state::State;
use crate::app::update::update;
use crate::notes::action::Action;
use crate::notes::journal::disk::Disk;
use crate::notes::ledger::LedgerEntry;
use crate::notes::state::clocks::now;
use crate::runtime::actor_page_worker::{ActorPageRequest, ActorPageWorker};
use crate::runtime::anchor_worker::AnchorWorker;
use crate::runtime::browser;
use crate::runtime::clipboard;
use crate::runtime::exporter::{Exporter, write_new};
use crate::runtime::groups_worker::GroupsWorker;
use crate::runtime::guardian;
use crate::runtime::history_writer::HistoryWriter;
use crate::runtime::inbox::{Inbox, Message};
use crate::runtime::journal_writer::JournalWriter;
use crate::runtime::loader::{LoadRequest, Loader};
use crate::runtime::rescue::rescue;
use crate::runtime::search_worker::{NoteFilterRequest, SearchWorker};
use crate::text::terminal_safe::TerminalSafe;

/// The user's data folder, if there is one, and the disk it is on.
pub(crate) type Data = (Option<PathBuf>, Arc<dyn Disk + Sync>);

/// Takes an event in; what the disk tells is told to the inbox, too, which waits for it.
pub(crate) fn take_in(state: &mut State, inbox: &mut Inbox, event: AppEvent) -> Vec<Effect> {
    let is_told = matches!(event, AppEvent::Notes(NotesEvent::Kept(_) | NotesEvent::NotKept(_)));
    state.notes.all.set_clock(now());
    let effects = update(state, event);
    if is_told {
        let unkept = &state.notes.unsaved;
        let is_waiting = !unkept.actions.is_empty() && unkept.trouble.is_none();
        inbox.disk_has_answered(is_waiting);
    }
    effects
}

/// The workers.
pub(crate) struct Services {
    loader: Loader,
    surveyor: SearchWorker,
    keeper: HistoryWriter,
    scribe: JournalWriter,
    exporter: Exporter,
    portraitist: ActorPageWorker,
    examiner: AnchorWorker,
    groups: GroupsWorker,
    farewell: Option<String>,
    sender: Sender<Message>,
}

impl Services {
    /// Starts them; what they tell goes to `sender`, and what is kept from run to run lives in `data`.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub(crate) fn start(load: LoadRequest, (data, disk): Data, sender: &Sender<Message>) -> io::Result<Self> {
        let to_loop = || {
            let sender = sender.clone();
            move |event| sender.send(Message::Event(event)).is_ok()
        };
        let kept = load.shelf.kept_groups();
        let surveyor = SearchWorker::start(kept.clone(), to_loop())?;
        let scribe = JournalWriter::start(data.clone(), disk, load.shelf.origin().clone(), to_loop())?;
        let exporter = Exporter::start(load.shelf.origin(), to_loop())?;
        Ok(Self {
            loader: Loader::start(load, to_loop())?,
            surveyor,
            keeper: HistoryWriter::start(data, to_loop())?,
            scribe,
            exporter,
            portraitist: ActorPageWorker::start(to_loop())?,
            examiner: AnchorWorker::start(to_loop())?,
            groups: GroupsWorker::start(kept, to_loop())?,
            farewell: None,
            sender: sender.clone(),
        })
    }

    /// Performs an effect, or gives it back when it concerns the terminal or the loop.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn perform(&mut self, effect: Effect, inbox: &mut Inbox) -> anyhow::Result<Option<Effect>> {
        match effect {
            Effect::Survey { generation, archive, request, snapshot } => {
                self.surveyor.ask(generation, archive, (*request, snapshot));
            }
            Effect::FilterNotes { generation, archive, query, notes, snapshot } => {
                self.surveyor.filter_notes(NoteFilterRequest { generation, archive, query: *query, notes, snapshot });
            }
            Effect::Portray { generation, actor, archive, gazetteer, matches } => {
                self.portraitist.ask(generation, ActorPageRequest { actor, archive, gazetteer, matches });
            }
            Effect::Gather { generation, archive } => self.groups.ask(generation, archive),
            Effect::MakeSheet { generation, request } => self.groups.make_sheet(generation, request),
            Effect::Examine { generation, archive, subjects } => self.examiner.ask(generation, archive, subjects),
            Effect::Amend(amendment) => self.loader.amend(amendment),
            Effect::Copy(text) => clipboard::copy(&text, self.told(AppEvent::Failed))?,
            Effect::OpenAddress(address) => browser::open(&address, self.told(AppEvent::Failed))?,
            Effect::Remember(query) => self.keeper.remember(query),
            Effect::KeepWidths(widths) => self.keeper.keep_widths(widths),
            Effect::Keep(actions) => {
                inbox.disk_is_asked();
                self.scribe.keep(actions);
            }
            Effect::Rescue(actions) => {
                // Not by the thread that keeps notes, which may wait for its disk for ever.
                let tell = self.told(|outcome| AppEvent::Notes(NotesEvent::Rescued(outcome)));
                thread::Builder::new().name("rescue".into()).spawn(move || tell(rescue(&actions)))?;
            }
            Effect::Export(wish) => self.exporter.export(*wish),
            Effect::WriteNew { file, text } => {
                let tell = self.told(AppEvent::Exported);
                thread::Builder::new().name("sheet".into()).spawn(move || tell(write_new(&file, &text)))?;
            }
            Effect::EnterInLedger(asked) => {
                let tell = self.told(AppEvent::LedgerEntered);
                let (question, archive, rows) = *asked;
                let work = move || tell(Box::new(LedgerEntry::of(question, &archive, &rows)));
                thread::Builder::new().name("ledger".into()).spawn(work)?;
            }
            Effect::Farewell(text) => self.farewell = Some(text),
            Effect::StopLoading => self.loader.stop(),
            Effect::Rescan => self.loader.rescan(),
            Effect::Edit(_) | Effect::Suspend | Effect::Redraw | Effect::Quit => return Ok(Some(effect)),
        }
        Ok(None)
    }

    /// What hands an answer on to the loop, which may be gone by then.
    fn told<T: 'static>(&self, event: fn(T) -> AppEvent) -> impl Fn(T) + Send + 'static {
        let sender = self.sender.clone();
        move |answer| drop(sender.send(Message::Event(event(answer))))
    }

    /// Tells that articles are shown.
    pub(crate) fn show(&self) {
        self.loader.go_on();
    }

    /// Ends: waits for the history, keeps what is `unkept`, and says the last words.
    pub(crate) fn finish(&mut self, unkept: &[Action]) {
        self.keeper.finish();
        // Nobody was asked when the terminal or the system ended it.
        let last = self.farewell.take().or_else(|| if unkept.is_empty() { None } else { self.scribe.finish(unkept) });
        guardian::set_words(None);
        if let Some(text) = last {
            // With stderr gone as well there is no one left to tell.
            let _ = writeln!(io::stderr(), "liseuse: {}", TerminalSafe::text(&text));
        }
    }
}
