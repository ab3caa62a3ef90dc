//! The loop: waits for something to happen, updates the state, performs the effects, draws.

use std::path::PathBuf;
use std::process::{self, Child};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use anyhow::Context as _;
use crossterm::event::Event as Reported;
use signal_hook::consts::SIGINT;

use crate::app::effect::Effect;
use crate::app::event::AppEvent;
use crate::app::notes::note_editor_keys;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::locale::error_chain;
use crate::runtime::editor;
use crate::runtime::editor::Editing;
use crate::runtime::frame::Frame;
use crate::runtime::ground_answer;
use crate::runtime::ground_answer::{AnswerPart, GroundAnswer};
use crate::runtime::guardian;
use crate::runtime::hangup;
use crate::runtime::inbox::{Inbox, Message};
use crate::runtime::input;
use crate::runtime::input_pause::InputPause;
use crate::runtime::loader::LoadRequest;
use crate::runtime::services::{Data, Services, take_in};
use crate::runtime::signals;
use crate::runtime::signals::SignalRequest;
use crate::runtime::terminal;
use crate::tr;
use crate::ui::theme::Theme;

/// Letters that come at once from which on they are no keys but a text.
const LONG_RUN: usize = 32;

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Stay,
    Leave,
    /// Leave as the system does on this signal.
    EndBy(i32),
}

/// The reading room.
pub struct EventLoop {
    stage: Frame,
    inbox: Inbox,
    services: Services,
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
    pub(crate) fn open((state, theme): (State, (Theme, bool)), load: LoadRequest, data: Data) -> anyhow::Result<Self> {
        terminal::guard_against_panics();
        let modes = guardian::modes();
        let screen = terminal::take().context(tr!("cannot set up the terminal"))?;
        let (theme, asks_ground) = theme;
        Self::start((Frame::new(state, theme, screen), &modes, asks_ground), load, data).inspect_err(|_| terminal::give_back())
    }

    fn start(
        (mut stage, modes, asks_ground): (Frame, &[&'static str], bool),
        load: LoadRequest,
        (data, disk): Data,
    ) -> anyhow::Result<Self> {
        // The first frame comes before the workers, which would take its core from it.
        stage.draw()?;
        if asks_ground {
            ground_answer::ask()?;
        }
        guardian::start(modes);
        let (sender, inbox) = Inbox::new();
        let services = Services::start(load, (data.clone(), disk), &sender)?;
        let signals = sender.clone();
        signals::start(move |asked| signals.send(Message::Signal(asked)).is_ok())?;
        let gate = Arc::new(InputPause::default());
        read_terminal(sender.clone(), Arc::clone(&gate))?;
        let gone = sender.clone();
        hangup::watch(move || drop(gone.send(Message::Hangup)))?;
        tell_left_behind(sender.clone())?;
        Ok(Self { stage, inbox, services, sender, gate, data, typed: None })
    }

    /// Stays until the person leaves, then gives the terminal back.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn stay(mut self) -> anyhow::Result<()> {
        let outcome = self.run();
        terminal::give_back();
        self.services.finish(&self.stage.state.notes.unsaved.actions);
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
                self.services.show();
            }
        }
    }

    fn take(&mut self, message: Message) -> anyhow::Result<Next> {
        let event = match message {
            Message::Event(event) => Some(event),
            Message::Reported(reported) => {
                let reported = self.joined(reported);
                input::translate(reported, &self.stage.regions, &self.stage.state)
            }
            Message::Hangup => return self.leave(Next::Leave),
            Message::Signal(SignalRequest::End(signal)) => return self.leave(Next::EndBy(signal)),
            Message::Signal(SignalRequest::Suspend) => return self.suspend(),
            Message::Signal(SignalRequest::Redraw) => return self.redraw(),
            Message::Ground(ground) => {
                self.stage.stand_on(ground);
                None
            }
            Message::EditorEnded(_) | Message::Line(_) => None,
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

    /// A long run of letters that are there already while a note is written, such as a text that the terminal pastes letter by letter, as one text: each
    /// letter lays the whole note out anew.
    fn joined(&mut self, reported: Reported) -> Reported {
        let Some(first) = input::written(&reported).filter(|_| matches!(self.stage.state.overlay, Some(Overlay::Note(_)))) else {
            return reported;
        };
        let (mut text, mut run) = (String::from(first), Vec::new());
        while let Some(message) = self.inbox.next_here() {
            let more = match &message {
                Message::Reported(reported) => input::written(reported),
                _ => None,
            };
            let Some(more) = more else {
                self.inbox.put_first(message);
                break;
            };
            text.push(more);
            // Those of a short run are keys.
            if run.len() < LONG_RUN {
                run.push(message);
            }
        }
        if run.len() < LONG_RUN {
            run.into_iter().rev().for_each(|message| self.inbox.put_first(message));
            return reported;
        }
        Reported::Paste(text)
    }

    fn happen(&mut self, event: AppEvent) -> anyhow::Result<Next> {
        let effects = take_in(&mut self.stage.state, &mut self.inbox, event);
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
        match self.services.perform(effect, &mut self.inbox)? {
            Some(Effect::Edit(text)) => self.edit(&text),
            Some(Effect::Suspend) => self.suspend(),
            Some(Effect::Redraw) => self.redraw(),
            Some(Effect::Quit) => Ok(Next::Leave),
            _ => Ok(Next::Stay),
        }
    }

    fn suspend(&mut self) -> anyhow::Result<Next> {
        terminal::give_back();
        signals::suspend()?;
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
            Err(error) => (AppEvent::Edited(Err(error_chain(&error))), Next::Stay),
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

/// Looks for what an editor left behind an earlier program, on a thread of its own, since the folder may hold much.
fn tell_left_behind(sender: Sender<Message>) -> std::io::Result<()> {
    let work = move || {
        if let Some(told) = editor::left_behind() {
            let _listening = sender.send(Message::Event(AppEvent::Failed(told)));
        }
    };
    thread::Builder::new().name("left behind".into()).spawn(work).map(drop)
}

/// Starts the thread that blocks on the terminal.
fn read_terminal(sender: Sender<Message>, gate: Arc<InputPause>) -> std::io::Result<()> {
    let work = move || {
        let mut answer = GroundAnswer::default();
        let send_all = |reports: Vec<Reported>| reports.into_iter().all(|one| sender.send(Message::Reported(one)).is_ok());
        loop {
            // What may be an answer of the terminal does not wait for ever.
            if answer.is_holding()
                && matches!(crossterm::event::poll(ground_answer::PATIENCE), Ok(false))
                && !send_all(answer.give_up())
            {
                return;
            }
            let Ok(reported) = crossterm::event::read() else { break };
            gate.pass();
            let is_heard = match answer.take(reported) {
                AnswerPart::Reports(reports) => send_all(reports),
                AnswerPart::Ground(ground) => sender.send(Message::Ground(ground)).is_ok(),
                AnswerPart::Held => true,
            };
            if !is_heard {
                return;
            }
        }
        let _gone = sender.send(Message::Hangup);
    };
    thread::Builder::new().name("terminal".into()).spawn(work)?;
    Ok(())
}
