//! The worker that finds copies and stories, away from the one that searches: it takes seconds over a large archive. The newest archive
//! asked for wins.

use crate::app::event::AppEvent;
use crate::model::archive::Archive;
use crate::query::groups::ArticleGroups;
use crate::runtime::worker::{Mode, Ticket, Work, Worker};

/// The worker, seen from the loop.
pub(crate) struct GroupsWorker(Worker<Gathering>);

impl GroupsWorker {
    /// Starts the thread; groups go to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn start(send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        Worker::start("groups", Mode::Newest, || Gathering, send).map(Self)
    }

    /// Asks for the groups of `archive`, in the place of any other.
    pub(crate) fn ask(&self, generation: u64, archive: Archive) {
        self.0.ask(generation, archive);
    }
}

struct Gathering;

impl Work for Gathering {
    type Job = Archive;
    type Answer = AppEvent;

    fn failed(_archive: &Archive, generation: u64) -> AppEvent {
        AppEvent::GatherFailed { generation }
    }

    fn perform(&mut self, archive: Archive, ticket: &Ticket) -> Option<AppEvent> {
        if ticket.is_stopped() {
            return None;
        }
        let groups = ArticleGroups::of(&archive);
        Some(AppEvent::Gathered { generation: ticket.generation, groups })
    }
}
