//! The thread that makes the pages of actors: the newest one asked for, whatever was asked before it is given up.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::analysis::actors::Gazetteer;
use crate::app::event::AppEvent;
use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::query::actor_summary::ActorSummary;
use crate::query::filter::Match;

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

/// The thread, seen from the loop.
#[derive(Debug)]
pub struct ActorPageWorker {
    sittings: Sender<(u64, ActorPageRequest)>,
    newest: Arc<AtomicU64>,
}

impl ActorPageWorker {
    /// Starts the thread; pages go to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        let (sittings, asked) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let theirs = Arc::clone(&newest);
        thread::Builder::new().name("portraitist".into()).spawn(move || work(&asked, &theirs, &send))?;
        Ok(Self { sittings, newest })
    }

    /// Asks for a page, in the place of any other.
    pub fn ask(&self, sitting: ActorPageRequest) {
        let number = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        // The thread is gone only when the program ends.
        let _listening = self.sittings.send((number, sitting));
    }
}

fn work(asked: &Receiver<(u64, ActorPageRequest)>, newest: &AtomicU64, send: &impl Fn(AppEvent) -> bool) {
    while let Ok((number, sitting)) = asked.recv() {
        let stop = || newest.load(Ordering::Relaxed) != number;
        let rows: Vec<ArticleIx> = sitting.matches.iter().map(|one| one.article).collect();
        let page = || ActorSummary::of(&sitting.archive, &sitting.gazetteer, &rows, sitting.actor, &stop);
        let event = match catch_unwind(AssertUnwindSafe(page)) {
            Ok(Some(dossier)) => AppEvent::Portrayed { actor: sitting.actor, dossier: Arc::new(dossier) },
            Ok(None) => continue,
            Err(_) => AppEvent::Failed("the page of the actor broke off by a fault of the program".into()),
        };
        if !send(event) {
            return;
        }
    }
}
