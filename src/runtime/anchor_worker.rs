//! The worker that examines where annotations stand, a portion at a time.

use crate::app::event::AppEvent;
use crate::model::archive::Archive;
use crate::notes::anchor_check::{Subject, examine};
use crate::runtime::worker::{Mode, Ticket, Work, Worker};

/// The worker, seen from the loop.
pub struct AnchorWorker(Worker<Examining>);

impl AnchorWorker {
    /// Starts the thread; answers go to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        Worker::start("examiner", Mode::Newest, || Examining, send).map(Self)
    }

    /// Asks for a portion. The next one is asked for when this one is answered, or when it is of no interest any more.
    pub fn ask(&self, generation: u64, archive: Archive, subjects: Vec<Subject>) {
        self.0.ask(generation, (archive, subjects));
    }
}

struct Examining;

impl Work for Examining {
    type Job = (Archive, Vec<Subject>);
    type Answer = AppEvent;

    fn failed(_portion: &Self::Job, generation: u64) -> AppEvent {
        AppEvent::ExamineFailed { generation }
    }

    fn perform(&mut self, (archive, subjects): Self::Job, ticket: &Ticket) -> Option<AppEvent> {
        Some(AppEvent::Examined { generation: ticket.generation, examined: Box::new(examine(&subjects, &archive)) })
    }
}
