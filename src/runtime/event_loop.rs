//! The loop: waits for something to happen, updates the state, performs the effects, draws.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{self, Child};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use anyhow::Context as _;
use crossterm::event::Event as Reported;
use signal_hook::consts::{SIGINT, SIGTSTP};

use crate::app::effect::Effect;
use crate::app::event::{AppEvent, NotesEvent};
use crate::app::notes::note_editor_keys;
use crate::app::state::State;
use crate::app::update::update;
use crate::notes::clocks::now;
use crate::notes::journal::disk::Disk;
use crate::notes::ledger::LedgerEntry;
use crate::runtime::actor_page_worker::{ActorPageRequest, ActorPageWorker};
use crate::runtime::anchor_worker::AnchorWorker;
use crate::runtime::browser;
use crate::runtime::clipboard;
use crate::runtime::editor;
use crate::runtime::editor::Editing;
use crate::runtime::exporter::{Exporter, write_new};
use crate::runtime::frame::Frame;
use crate::runtime::groups_worker::GroupsWorker;
use crate::runtime::guardian;
use crate::runtime::history_writer::HistoryWriter;
use crate::runtime::inbox::{Inbox, Message};
use crate::runtime::input;
use crate::runtime::input_pause::InputPause;
use crate::runtime::journal_writer::JournalWriter;
use crate::runtime::loader::{LoadRequest, Loader};
use crate::runtime::rescue::rescue;
use crate::runtime::search_worker::{SearchWorker, Sifting};
use crate::runtime::signals;
use crate::runtime::signals::SignalRequest;
use crate::runtime::terminal;
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;
use crate::ui::theme::Theme;

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Stay,
    Leave,
    /// Leave as the system does on this signal.
    EndBy(i32),
}

/// The user's data folder, if there is one, and the disk it is on.
type Data = (Option<PathBuf>, Arc<dyn Disk + Sync>);

/// The reading room.
pub struct EventLoop {
    stage: Frame,
    inbox: Inbox,
    loader: Loader,
    surveyor: SearchWorker,
    keeper: HistoryWriter,
    scribe: JournalWriter,
    exporter: Exporter,
    farewell: Option<String>,
    portraitist: ActorPageWorker,
    examiner: AnchorWorker,
    groups: GroupsWorker,
    sender: Sender<Message>,
    gate: Arc<InputPause>,
    /// The user's data folder.
    data: Option<PathBuf>,
    /// What is being typed, as the guardian knows it.
    typed: Option<String>,
}

impl EventLoop {
    /// Takes the terminal, shows the first frame, and starts the workers; what is kept from run to run lives in `data`.
    ///
    /// # Errors
    /// When the terminal cannot be set up or the system gives no threads.
    pub fn open((state, theme): (State, Theme), load: LoadRequest, data: Data) -> anyhow::Result<Self> {
        terminal::guard_against_panics();
        let modes = guardian::modes();
        let screen = terminal::take().context(tr!("cannot set up the terminal"))?;
        Self::start((Frame::new(state, theme, screen), &modes), load, data).inspect_err(|_| terminal::give_back())
    }

    fn start((mut stage, modes): (Frame, &[&'static str]), load: LoadRequest, (data, disk): Data) -> anyhow::Result<Self> {
        // The first frame comes before the workers, which would take its core from it.
        stage.draw()?;
        guardian::start(modes);
        let (sender, inbox) = Inbox::new();
        let to_loop = |sender: &Sender<Message>| {
            let sender = sender.clone();
            move |event| sender.send(Message::Event(event)).is_ok()
        };
        let kept = load.shelf.kept_groups();
        let surveyor = SearchWorker::start(kept.clone(), to_loop(&sender))?;
        let scribe = JournalWriter::start(data.clone(), disk, load.shelf.origin().clone(), to_loop(&sender))?;
        let exporter = Exporter::start(load.shelf.origin(), to_loop(&sender))?;
        let loader = Loader::start(load, to_loop(&sender))?;
        let keeper = HistoryWriter::start(data.clone(), to_loop(&sender))?;
        let portraitist = ActorPageWorker::start(to_loop(&sender))?;
        let examiner = AnchorWorker::start(to_loop(&sender))?;
        let groups = GroupsWorker::start(kept, to_loop(&sender))?;
        let signals = sender.clone();
        signals::start(move |asked| signals.send(Message::Signal(asked)).is_ok())?;
        let gate = Arc::new(InputPause::default());
        read_terminal(sender.clone(), Arc::clone(&gate))?;
        let (farewell, typed) = (None, None);
        Ok(Self {
            stage,
            inbox,
            loader,
            surveyor,
            keeper,
            scribe,
            exporter,
            farewell,
            portraitist,
            examiner,
            groups,
            sender,
            gate,
            data,
            typed,
        })
    }

    /// Stays until the person leaves, then gives the terminal back.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn stay(mut self) -> anyhow::Result<()> {
        let outcome = self.run();
        terminal::give_back();
        self.keeper.finish();
        // Nobody was asked when the terminal or the system ended it.
        let unkept = &self.stage.state.notes.unsaved.actions;
        let last = self.farewell.take().or_else(|| if unkept.is_empty() { None } else { self.scribe.finish(unkept) });
        guardian::set_words(None);
        if let Some(text) = last {
            // With stderr gone as well there is no one left to tell.
            let _ = writeln!(io::stderr(), "liseuse: {}", TerminalSafe::text(&text));
        }
        if let Next::EndBy(signal) = outcome? {
            signals::by_default(signal)?;
        }
        // The other workers may still be at it; nothing they do outlives the program, so it does not wait for them.
        process::exit(0);
    }

    fn run(&mut self) -> anyhow::Result<Next> {
        loop {
            let Some(first) = self.inbox.next() else { return Ok(Next::Leave) };
            let mut message = Some(first);
            // All that has piled up is taken in before one drawing, so that no key waits for a frame.
            while let Some(one) = message {
                match self.take(one)? {
                    Next::Stay => message = self.inbox.next_here(),
                    leave => return Ok(leave),
                }
            }
            self.stage.draw()?;
            if !self.stage.state.results.current.matches.is_empty() {
                self.loader.go_on();
            }
        }
    }

    fn take(&mut self, message: Message) -> anyhow::Result<Next> {
        let event = match message {
            Message::Event(event) => Some(event),
            Message::Reported(reported) => input::translate(reported, &self.stage.regions, &self.stage.state),
            Message::Hangup => return self.leave(Next::Leave),
            Message::Signal(SignalRequest::End(signal)) => return self.leave(Next::EndBy(signal)),
            Message::Signal(SignalRequest::Suspend) => return self.suspend(),
            Message::Signal(SignalRequest::Redraw) => return self.redraw(),
            Message::EditorEnded(_) => None,
        };
        let Some(event) = event else { return Ok(Next::Stay) };
        let next = self.happen(event)?;
        if next == Next::Stay {
            self.tell_guardian();
            // Later keys of the same batch must see the panes they move in.
            self.stage.fit()?;
        }
        Ok(next)
    }

    fn happen(&mut self, event: AppEvent) -> anyhow::Result<Next> {
        let is_told = matches!(event, AppEvent::Notes(NotesEvent::Kept(_) | NotesEvent::NotKept(_)));
        self.stage.state.notes.all.set_clock(now());
        let effects = update(&mut self.stage.state, event);
        if is_told {
            let unkept = &self.stage.state.notes.unsaved;
            let is_waiting = !unkept.actions.is_empty() && unkept.trouble.is_none();
            self.inbox.disk_has_answered(is_waiting);
        }
        self.perform_all(effects)
    }

    fn perform_all(&mut self, effects: Vec<Effect>) -> anyhow::Result<Next> {
        for effect in effects {
            let next = self.perform(effect)?;
            if next != Next::Stay {
                return Ok(next);
            }
        }
        Ok(Next::Stay)
    }

    /// Leaves because nobody is there any more, or the system wants it: what is being typed is kept as a draft.
    fn leave(&mut self, next: Next) -> anyhow::Result<Next> {
        let effects = note_editor_keys::save(&mut self.stage.state);
        self.perform_all(effects)?;
        Ok(next)
    }

    /// Tells the guardian what is being typed, when that has changed.
    fn tell_guardian(&mut self) {
        let typed = note_editor_keys::typed(&self.stage.state);
        if typed != self.typed {
            let action = typed.is_some().then(|| note_editor_keys::testament(&mut self.stage.state)).flatten();
            guardian::set_words(self.data.as_deref().zip(action.as_ref()));
            self.typed = typed;
        }
    }

    fn perform(&mut self, effect: Effect) -> anyhow::Result<Next> {
        match effect {
            Effect::Survey { generation, archive, request, snapshot } => {
                self.surveyor.ask(generation, archive, (*request, snapshot));
            }
            Effect::Sift { generation, archive, query, notes, snapshot } => {
                self.surveyor.sift(Sifting { generation, archive, query: *query, notes, snapshot });
            }
            Effect::Portray { generation, actor, archive, gazetteer, matches } => {
                self.portraitist.ask(generation, ActorPageRequest { actor, archive, gazetteer, matches });
            }
            Effect::Gather { generation, archive } => self.groups.ask(generation, archive),
            Effect::MakeSheet { generation, request } => self.groups.make_sheet(generation, request),
            Effect::Examine { generation, archive, subjects } => self.examiner.ask(generation, archive, subjects),
            Effect::Amend(amendment) => self.loader.amend(amendment),
            Effect::Copy(text) => {
                let sender = self.sender.clone();
                clipboard::copy(&text, move |reason| drop(sender.send(Message::Event(AppEvent::Failed(reason)))))?;
            }
            Effect::OpenAddress(address) => {
                let sender = self.sender.clone();
                browser::open(&address, move |reason| drop(sender.send(Message::Event(AppEvent::Failed(reason)))))?;
            }
            Effect::Remember(query) => self.keeper.remember(query),
            Effect::KeepWidths(widths) => self.keeper.keep_widths(widths),
            Effect::Keep(actions) => {
                self.inbox.disk_is_asked();
                self.scribe.keep(actions);
            }
            Effect::Rescue(actions) => {
                // Not by the thread that keeps notes, which may wait for its disk for ever.
                let sender = self.sender.clone();
                let work = move || drop(sender.send(Message::Event(AppEvent::Notes(NotesEvent::Rescued(rescue(&actions))))));
                thread::Builder::new().name("rescue".into()).spawn(work)?;
            }
            Effect::Export(wish) => self.exporter.export(*wish),
            Effect::WriteNew { file, text } => {
                let sender = self.sender.clone();
                let work = move || drop(sender.send(Message::Event(AppEvent::Exported(write_new(&file, &text)))));
                thread::Builder::new().name("sheet".into()).spawn(work)?;
            }
            Effect::EnterInLedger(asked) => {
                let sender = self.sender.clone();
                let work = move || {
                    let (question, archive, rows) = *asked;
                    let entry = Box::new(LedgerEntry::of(question, &archive, &rows));
                    drop(sender.send(Message::Event(AppEvent::LedgerEntered(entry))));
                };
                thread::Builder::new().name("ledger".into()).spawn(work)?;
            }
            Effect::Farewell(text) => self.farewell = Some(text),
            Effect::StopLoading => self.loader.stop(),
            Effect::Rescan => self.loader.rescan(),
            Effect::Edit(text) => return self.edit(&text),
            Effect::Suspend => return self.suspend(),
            Effect::Redraw => return self.redraw(),
            Effect::Quit => return Ok(Next::Leave),
        }
        Ok(Next::Stay)
    }

    fn suspend(&mut self) -> anyhow::Result<Next> {
        terminal::give_back();
        signals::by_default(SIGTSTP)?;
        // Here the program stands still until the shell calls it again.
        terminal::enter().context(tr!("cannot take the terminal back"))?;
        self.redraw()
    }

    /// Hands the terminal to the person's own editor, and takes it back with what was written.
    fn edit(&mut self, text: &str) -> anyhow::Result<Next> {
        self.gate.close();
        terminal::give_back();
        let (event, next) = match editor::start(text) {
            Ok((editing, child)) => self.await_editor(&editing, child)?,
            Err(error) => (AppEvent::Edited(Err(format!("{error:#}"))), Next::Stay),
        };
        if next != Next::Stay {
            self.happen(event)?;
            return Ok(next);
        }
        terminal::enter().context(tr!("cannot take the terminal back"))?;
        self.gate.open();
        self.inbox.put_back(Message::Event(event));
        self.redraw()
    }

    /// Waits until the editor has ended, or this program is to end; what else comes meanwhile waits.
    fn await_editor(&mut self, editing: &Editing, mut child: Child) -> anyhow::Result<(AppEvent, Next)> {
        let (process, sender) = (child.id(), self.sender.clone());
        let work = move || drop(sender.send(Message::EditorEnded(child.wait())));
        thread::Builder::new().name("editor".into()).spawn(work)?;
        loop {
            match self.inbox.next_new().context(tr!("nobody is there any more"))? {
                Message::EditorEnded(status) => return Ok((editing.outcome(status), Next::Stay)),
                // What is typed in the editor to end a program of its own reaches this one, too.
                Message::Signal(SignalRequest::End(SIGINT)) | Message::Reported(Reported::Resize(..)) => {}
                Message::Signal(SignalRequest::End(signal)) => {
                    editor::end(process);
                    return Ok((editing.broken(tr!("the editor was ended").to_owned()), Next::EndBy(signal)));
                }
                other => self.inbox.put_back(other),
            }
        }
    }

    fn redraw(&mut self) -> anyhow::Result<Next> {
        self.stage.clear()?;
        Ok(Next::Stay)
    }
}

/// Starts the thread that blocks on the terminal.
fn read_terminal(sender: Sender<Message>, gate: Arc<InputPause>) -> std::io::Result<()> {
    let work = move || {
        while let Ok(reported) = crossterm::event::read() {
            gate.pass();
            if sender.send(Message::Reported(reported)).is_err() {
                return;
            }
        }
        let _gone = sender.send(Message::Hangup);
    };
    thread::Builder::new().name("terminal".into()).spawn(work)?;
    Ok(())
}
