//! The inbox of the loop: what reaches it from threads, the terminal and the system, in which order, and the word that a disk takes too
//! long.
//!
//! It blocks until something comes; nothing polls. `room` owns it and takes the messages in.

use std::collections::VecDeque;
use std::io;
use std::process::ExitStatus;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crossterm::event::Event as Reported;

use crate::app::event::{AppEvent, NotesEvent};
use crate::runtime::signals::SignalRequest;
use crate::ui::theme::Ground;

/// How long the disk may take to keep something before the person is told.
const STALLED: Duration = Duration::from_millis(1500);

/// What reaches the loop.
#[derive(Debug)]
pub(crate) enum Message {
    /// From a worker.
    Event(AppEvent),
    /// From the terminal.
    Reported(Reported),
    /// A line was typed, without its end.
    Line(String),
    /// The terminal has told its ground.
    Ground(Ground),
    /// The terminal cannot be read any more.
    Hangup,
    /// From the system.
    Signal(SignalRequest),
    /// The person's own editor has ended.
    EditorEnded(io::Result<ExitStatus>),
}

/// The messages that were not taken in yet.
pub(crate) struct Inbox {
    messages: Receiver<Message>,
    /// What came while the terminal was somebody else's, and what was looked at too early.
    waiting: VecDeque<Message>,
    /// When the person is to be told that something is still not kept.
    stalled_at: Option<Instant>,
}

impl Inbox {
    /// An empty inbox, and what puts messages into it.
    pub(crate) fn new() -> (Sender<Message>, Self) {
        let (sender, messages) = channel();
        (sender, Self { messages, waiting: VecDeque::new(), stalled_at: None })
    }

    /// Waits for the next message; `None` when there will be none any more. When the disk takes too long meanwhile, that is the message.
    pub(crate) fn next(&mut self) -> Option<Message> {
        if let Some(message) = self.waiting.pop_front() {
            return Some(message);
        }
        let Some(at) = self.stalled_at else { return self.messages.recv().ok() };
        match self.messages.recv_timeout(at.saturating_duration_since(Instant::now())) {
            Err(RecvTimeoutError::Timeout) => {
                self.stalled_at = None;
                Some(Message::Event(AppEvent::Notes(NotesEvent::Stalled)))
            }
            message => message.ok(),
        }
    }

    /// The next message that is here already.
    pub(crate) fn next_here(&mut self) -> Option<Message> {
        self.waiting.pop_front().or_else(|| self.messages.try_recv().ok())
    }

    /// Waits for a message that comes from now on; what waits goes on waiting.
    pub(crate) fn next_new(&self) -> Option<Message> {
        self.messages.recv().ok()
    }

    /// Has a message wait, behind those that do.
    pub(crate) fn put_back(&mut self, message: Message) {
        self.waiting.push_back(message);
    }

    /// Has a message that was looked at be the next one again.
    pub(crate) fn put_first(&mut self, message: Message) {
        self.waiting.push_front(message);
    }

    /// Takes note that the disk is asked to keep something.
    pub(crate) fn disk_is_asked(&mut self) {
        self.stalled_at.get_or_insert_with(|| Instant::now() + STALLED);
    }

    /// Takes note that the disk has answered, and whether more is asked of it.
    pub(crate) fn disk_has_answered(&mut self, is_asked_more: bool) {
        self.stalled_at = is_asked_more.then(|| Instant::now() + STALLED);
    }
}
