//! What the plain mode works with: the state, the workers, what was listed last; it asks for something and waits until all that follows
//! has come.

use std::collections::VecDeque;
use std::io::{self, BufRead as _, Read as _};
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::layout::Rect;

use crate::app::asked::wish::Wish;
use crate::app::effect::Effect;
use crate::app::event::AppEvent;
use crate::app::keys::command::Pane;
use crate::app::notes::note_editor_keys;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::model::archive::ArticleIx;
use crate::plain::speaker::Speaker;
use crate::plain::unanswered::Unanswered;
use crate::runtime::inbox::{Inbox, Message};
use crate::runtime::loader::LoadRequest;
use crate::runtime::services::{Data, Services, take_in};
use crate::runtime::signals;
use crate::runtime::signals::SignalRequest;
use crate::text::span::Span;
use crate::tr;
use crate::ui::regions::Regions;

/// The screen that there would be: what is computed from one, such as the place one reads at, needs some size.
const SCREEN: Rect = Rect { x: 0, y: 0, width: 100, height: 40 };
/// The longest line that is taken, in bytes; what is longer is taken in parts.
const LONGEST: u64 = 1 << 20;

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Going {
    Go,
    Leave,
    /// Leave as the system does on this signal.
    EndBy(i32),
}

/// What a number that is typed picks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Pickable {
    /// An article of the list.
    #[default]
    Articles,
    /// An actor of the list.
    Actors,
    /// A place in an article: an event, or words that were found.
    Places(Vec<(ArticleIx, Option<Span>)>),
    /// A row of what lies over the panes.
    Overlay,
}

/// The plain mode at work.
pub(super) struct Desk {
    pub(super) state: State,
    pub(super) out: Speaker,
    /// What a number picks.
    pub(super) listing: Pickable,
    /// The first row of it that was not said yet.
    pub(super) next_row: usize,
    /// The block of the open article that is read next.
    pub(super) next_block: usize,
    /// Whether lines go into a note.
    pub(super) is_writing: bool,
    /// The article that was said to be open.
    pub(super) announced: Option<ArticleIx>,
    /// Whether the article that was asked for was said to be open, also when it was so before.
    pub(super) is_announced: bool,
    /// Whether what lies over the panes was said.
    pub(super) is_overlay_said: bool,
    inbox: Inbox,
    services: Services,
    unanswered: Unanswered,
    lines: TypedLines,
}

/// The lines that were typed and not taken yet.
#[derive(Debug, Default)]
struct TypedLines {
    waiting: VecDeque<String>,
    /// Whether there will be no more.
    is_over: bool,
}

impl Desk {
    /// Starts the workers and the thread that reads lines.
    pub(super) fn open(state: State, load: LoadRequest, data: Data) -> anyhow::Result<Self> {
        let (sender, inbox) = Inbox::new();
        let services = Services::start(load, data, &sender)?;
        let told = sender.clone();
        signals::start(move |asked| told.send(Message::Signal(asked)).is_ok())?;
        read_lines(sender)?;
        services.show();
        Ok(Self {
            state,
            out: Speaker::new(),
            listing: Pickable::default(),
            next_row: 0,
            next_block: 0,
            is_writing: false,
            announced: None,
            is_announced: true,
            is_overlay_said: false,
            inbox,
            services,
            unanswered: Unanswered::default(),
            lines: TypedLines::default(),
        })
    }

    /// The next line; or how to leave when there is none any more.
    pub(super) fn next_line(&mut self) -> anyhow::Result<Result<String, Going>> {
        loop {
            if let Some(line) = self.lines.waiting.pop_front() {
                return Ok(Ok(line));
            }
            let message = if self.lines.is_over { None } else { self.inbox.next() };
            let Some(message) = message else { return Ok(Err(self.go_away(Going::Leave)?)) };
            let turn = self.take(message)?;
            if turn != Going::Go {
                return Ok(Err(turn));
            }
            if self.tell_status()? {
                self.out.prompt()?;
            }
        }
    }

    /// Ends the workers; what could not be kept is said, and where it is.
    pub(super) fn finish(&mut self) {
        self.services.finish(&self.state.notes.unsaved.actions);
    }

    /// The article that the person has opened: what the list alone shows in the reader is nothing here.
    pub(super) fn open_article(&self) -> Option<ArticleIx> {
        self.state.reader.open.filter(|_| self.state.focus == Pane::Reader)
    }

    /// Leaves a list to pick from, if one is there: something else was begun.
    pub(super) fn leave_list(&mut self) {
        if matches!(self.state.overlay, Some(Overlay::Picker(_) | Overlay::Notes(_) | Overlay::Actor(_))) {
            (self.state.overlay, self.is_overlay_said) = (None, false);
        }
    }

    /// Asks for something, and waits until all that follows from it has come.
    pub(super) fn wish(&mut self, wish: Wish) -> anyhow::Result<Going> {
        match self.happen(AppEvent::Asked(wish))? {
            Going::Go => self.settle(),
            leave => Ok(leave),
        }
    }

    /// Waits until nothing is asked of the workers any more.
    pub(super) fn settle(&mut self) -> anyhow::Result<Going> {
        while !self.unanswered.is_settled(&self.state) {
            let turn = self.take_next()?;
            if turn != Going::Go {
                return Ok(turn);
            }
        }
        Ok(Going::Go)
    }

    /// Waits until it is known where all notes stand.
    pub(super) fn settle_notes(&mut self) -> anyhow::Result<Going> {
        while !self.state.notes.reanchor.is_settled() {
            let turn = self.take_next()?;
            if turn != Going::Go {
                return Ok(turn);
            }
        }
        Ok(Going::Go)
    }

    fn take_next(&mut self) -> anyhow::Result<Going> {
        match self.inbox.next() {
            Some(message) => self.take(message),
            None => Ok(Going::Leave),
        }
    }

    fn take(&mut self, message: Message) -> anyhow::Result<Going> {
        match message {
            Message::Event(event) => return self.happen(event),
            Message::Line(line) => self.lines.waiting.push_back(line),
            Message::Hangup => self.lines.is_over = true,
            Message::Signal(SignalRequest::End(signal)) => return self.go_away(Going::EndBy(signal)),
            Message::Signal(SignalRequest::Suspend) => signals::suspend()?,
            Message::Signal(SignalRequest::Redraw) | Message::Ground(_) | Message::Reported(_) | Message::EditorEnded(_) => {}
        }
        Ok(Going::Go)
    }

    /// Leaves because no line comes any more, or the system wants it: a note that is being written is kept as a draft.
    fn go_away(&mut self, turn: Going) -> anyhow::Result<Going> {
        let effects = note_editor_keys::save(&mut self.state);
        self.perform(effects)?;
        if self.is_writing {
            self.out.say(tr!("The note is not finished; what there is of it is kept."))?;
        }
        Ok(turn)
    }

    fn happen(&mut self, event: AppEvent) -> anyhow::Result<Going> {
        self.unanswered.answered(&event);
        let effects = take_in(&mut self.state, &mut self.inbox, event);
        let turn = self.perform(effects)?;
        let regions = Regions::new(SCREEN, &self.state);
        self.state.fit(&regions.viewport());
        Ok(turn)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> anyhow::Result<Going> {
        for effect in effects {
            self.unanswered.asked(&effect);
            match effect {
                Effect::Quit => return Ok(Going::Leave),
                Effect::Suspend => signals::suspend()?,
                // What would go to the clipboard of a terminal is printed: a control sequence would be read out.
                Effect::Copy(text) => self.out.say_all(&text)?,
                Effect::Edit(_) => {
                    self.state.error(tr!("in the plain mode a note is written here, line by line; a line with a dot ends it"));
                }
                other => drop(self.services.perform(other, &mut self.inbox)?),
            }
        }
        Ok(Going::Go)
    }

    /// Says what the status line would say, once; whether there was something.
    pub(super) fn tell_status(&mut self) -> anyhow::Result<bool> {
        let Some(status) = self.state.status.take() else { return Ok(false) };
        let text = if status.error { tr!("Error: {text}", text = status.text) } else { status.text };
        self.out.say(&text)?;
        Ok(true)
    }
}

/// Starts the thread that reads lines from stdin.
fn read_lines(sender: Sender<Message>) -> io::Result<()> {
    let work = move || {
        let mut input = io::stdin().lock();
        let mut bytes = Vec::new();
        while (&mut input).take(LONGEST).read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
            let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
            if sender.send(Message::Line(line)).is_err() {
                return;
            }
            bytes.clear();
        }
        let _gone = sender.send(Message::Hangup);
    };
    thread::Builder::new().name("lines".into()).spawn(work)?;
    Ok(())
}
