//! The worker that makes the pages of actors: the newest one asked for, whatever was asked before it is given up.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::app::event::AppEvent;
use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::query::actor_summary::ActorSummary;
use crate::query::results::filter::Match;
use crate::runtime::worker::{Mode, Ticket, Work, Worker};

/// A page that is asked for.
#[derive(Debug)]
pub struct ActorPageRequest {
    /// The actor.
    pub actor: ActorIx,
    /// A snapshot of the archive.
    pub archive: Archive,
    /// What finds the names in its texts.
    pub gazetteer: Arc<Gazetteer>,
    /// The articles of the list.
    pub matches: Arc<Vec<Match>>,
}

/// The worker, seen from the loop.
pub struct ActorPageWorker(Worker<Portraying>);

impl ActorPageWorker {
    /// Starts the thread; pages go to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        Worker::start("portraitist", Mode::Newest, || Portraying, send).map(Self)
    }

    /// Asks for a page, in the place of any other.
    pub fn ask(&self, generation: u64, sitting: ActorPageRequest) {
        self.0.ask(generation, sitting);
    }
}

struct Portraying;

impl Work for Portraying {
    type Job = ActorPageRequest;
    type Answer = AppEvent;

    fn failed(_sitting: &ActorPageRequest, generation: u64) -> AppEvent {
        AppEvent::PortrayFailed { generation }
    }

    fn perform(&mut self, sitting: ActorPageRequest, ticket: &Ticket) -> Option<AppEvent> {
        let ActorPageRequest { actor, archive, gazetteer, matches } = sitting;
        let rows: Vec<ArticleIx> = matches.iter().map(|one| one.article).collect();
        let dossier = ActorSummary::of(&archive, &gazetteer, &rows, actor, &|| ticket.is_stopped())?;
        Some(AppEvent::Portrayed { generation: ticket.generation, actor, dossier: Arc::new(dossier) })
    }
}
