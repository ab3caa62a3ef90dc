//! The worker that finds copies and stories, and puts papers side by side, away from the one that searches: over a large archive the first
//! takes seconds. Of each the newest asked for wins.

use std::sync::Arc;

use crate::app::event::AppEvent;
use crate::model::archive::Archive;
use crate::query::index::groups::ArticleGroups;
use crate::query::index::kept_groups::KeptGroups;
use crate::query::sheet::SheetRequest;
use crate::runtime::worker::{Mode, Ticket, Work, Worker};

/// What is asked for.
#[derive(Debug)]
enum Job {
    Gather(Archive),
    Sheet(Box<SheetRequest>),
}

/// The worker, seen from the loop.
pub(crate) struct GroupsWorker(Worker<Gathering>);

impl GroupsWorker {
    /// Starts the thread; answers go to `send`. Groups are recalled from where they are `kept`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn start(
        kept: Option<Arc<dyn KeptGroups>>,
        send: impl Fn(AppEvent) -> bool + Send + 'static,
    ) -> std::io::Result<Self> {
        Worker::start("groups", Mode::Newest, move || Gathering(kept), send).map(Self)
    }

    /// Asks for the groups of `archive`, in the place of any other.
    pub(crate) fn ask(&self, generation: u64, archive: Archive) {
        self.0.ask(generation, Job::Gather(archive));
    }

    /// Asks for a sheet, in the place of any other.
    pub(crate) fn make_sheet(&self, generation: u64, request: Box<SheetRequest>) {
        self.0.ask(generation, Job::Sheet(request));
    }
}

struct Gathering(Option<Arc<dyn KeptGroups>>);

impl Work for Gathering {
    type Job = Job;
    type Answer = AppEvent;
    const KINDS: usize = 2;

    fn kind(job: &Job) -> usize {
        usize::from(matches!(job, Job::Sheet(_)))
    }

    fn failed(job: &Job, generation: u64) -> AppEvent {
        match job {
            Job::Gather(_) => AppEvent::GatherFailed { generation },
            Job::Sheet(_) => AppEvent::SheetMade { generation, sheet: None },
        }
    }

    fn perform(&mut self, job: Job, ticket: &Ticket) -> Option<AppEvent> {
        if ticket.is_stopped() {
            return None;
        }
        let generation = ticket.generation;
        Some(match job {
            Job::Gather(archive) => AppEvent::Gathered { generation, groups: ArticleGroups::of(&archive, self.0.as_deref()) },
            Job::Sheet(request) => AppEvent::SheetMade { generation, sheet: Some(Arc::new(request.sheet())) },
        })
    }
}
