//! The thread that surveys: one at work, the newest waiting. A newer request makes the one at work give up.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use crate::app::event::AppEvent;
use crate::model::archive::Archive;
use crate::notes::annotation_facts::Snapshot;
use crate::query::index::Index;
use crate::query::language::ast::Query;
use crate::query::note_query::{Bare, NoteRecord, sift};
use crate::query::results;
use crate::query::results::{Overview, SearchRequest, SearchResults};

/// The articles from which on the list is shown before the rest of a survey is done.
const LARGE: usize = 4096;

/// A request with the number to answer under.
#[derive(Debug)]
struct Job {
    generation: u64,
    archive: Archive,
    request: SearchRequest,
    snapshot: Option<Arc<Snapshot>>,
}

/// Notes to be sifted, with the number to answer under.
#[derive(Debug)]
pub struct Sifting {
    /// The number.
    pub generation: u64,
    /// A snapshot of the archive.
    pub archive: Archive,
    /// The query.
    pub query: Query,
    /// The notes.
    pub notes: Arc<Vec<NoteRecord>>,
    /// What is noted of articles, when the query asks for it.
    pub snapshot: Option<Arc<Snapshot>>,
}

/// What waits, of each kind the newest.
#[derive(Debug, Default)]
struct Waiting {
    survey: Option<Job>,
    sifting: Option<Sifting>,
}

#[derive(Debug, Default)]
struct Desk {
    waiting: Mutex<Waiting>,
    arrived: Condvar,
    newest: AtomicU64,
    newest_sifting: AtomicU64,
}

/// The surveyor's desk, seen from the loop.
#[derive(Debug)]
pub struct SearchWorker {
    desk: Arc<Desk>,
}

impl SearchWorker {
    /// Starts the thread; answers go to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        let desk = Arc::new(Desk::default());
        let theirs = Arc::clone(&desk);
        thread::Builder::new().name("surveyor".into()).spawn(move || {
            // All cores are wanted soon; their threads are made while the cache is opened.
            rayon::spawn(|| {});
            let mut index = Index::default();
            while theirs.answer_one(&mut index, &send) {}
        })?;
        Ok(Self { desk })
    }

    /// Puts a request on the desk, in the place of any that waits.
    pub fn ask(&self, generation: u64, archive: Archive, (request, snapshot): (SearchRequest, Option<Arc<Snapshot>>)) {
        self.desk.newest.store(generation, Ordering::Relaxed);
        let mut waiting = self.desk.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.survey = Some(Job { generation, archive, request, snapshot });
        self.desk.arrived.notify_one();
    }

    /// Puts notes to be sifted on the desk, in the place of any that wait.
    pub fn sift(&self, sifting: Sifting) {
        self.desk.newest_sifting.store(sifting.generation, Ordering::Relaxed);
        let mut waiting = self.desk.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.sifting = Some(sifting);
        self.desk.arrived.notify_one();
    }
}

impl Desk {
    /// Waits for a job and answers it; whether anybody still listens.
    fn answer_one(&self, index: &mut Index, send: &impl Fn(AppEvent) -> bool) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let job = loop {
            if let Some(sifting) = waiting.sifting.take() {
                drop(waiting);
                return self.sift(index, &sifting, send);
            }
            match waiting.survey.take() {
                Some(job) => break job,
                None => waiting = self.arrived.wait(waiting).unwrap_or_else(PoisonError::into_inner),
            }
        };
        drop(waiting);
        let stop = || self.newest.load(Ordering::Relaxed) != job.generation;
        let survey = || {
            let Job { generation, archive, request, snapshot } = &job;
            if let Some(snapshot) = snapshot {
                index.remark(Arc::new(snapshot.remarks(archive)));
            }
            let listed = |matches: &Arc<_>| send(AppEvent::Listed { generation: *generation, matches: Arc::clone(matches) });
            // What is counted in a blink needs no drawing of its own.
            let large = archive.len() > LARGE;
            let at_once = if large && index.is_behind(archive) { results::everything(archive, request) } else { None };
            at_once.as_ref().map(listed);
            let matches = results::list(archive, index, request, &stop)?;
            if large && at_once.is_none() {
                listed(&matches);
            }
            let overview = Arc::new(Overview::of(index, request, &matches, &stop)?);
            Some(SearchResults { matches, overview })
        };
        let outcome = catch_unwind(AssertUnwindSafe(survey));
        match outcome {
            Ok(Some(survey)) => send(AppEvent::Surveyed { generation: job.generation, survey: Arc::new(survey) }),
            Ok(None) => true,
            Err(_) => send(AppEvent::SurveyFailed { generation: job.generation }),
        }
    }
}

impl Desk {
    /// Sifts notes; whether anybody still listens.
    fn sift(&self, index: &mut Index, sifting: &Sifting, send: &impl Fn(AppEvent) -> bool) -> bool {
        let Sifting { generation, archive, query, notes, snapshot } = sifting;
        let stop = || self.newest_sifting.load(Ordering::Relaxed) != *generation;
        let work = || {
            index.extend(archive);
            if let Some(snapshot) = snapshot {
                index.remark(Arc::new(snapshot.remarks(archive)));
            }
            sift(query, notes, (index, Bare::Note), &stop)
        };
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Some(found)) => send(AppEvent::Sifted { generation: *generation, found }),
            Ok(None) => true,
            Err(_) => send(AppEvent::Failed("narrowing the notes broke off by a fault of the program".into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SearchWorker;
    use crate::app::event::AppEvent;
    use crate::model::archive::Archive;
    use crate::query::results::SearchRequest;
    use std::sync::mpsc;

    #[test]
    fn the_newest_request_is_always_answered() {
        let (send, answers) = mpsc::channel();
        let surveyor = SearchWorker::start(move |event| send.send(event).is_ok()).unwrap();
        for generation in 1..=50 {
            surveyor.ask(generation, Archive::default(), (SearchRequest::default(), None));
        }
        let mut last = 0;
        while last != 50 {
            let AppEvent::Surveyed { generation, .. } = answers.recv().unwrap() else { panic!("an answer is a survey") };
            assert!(generation > last, "answers come in order");
            last = generation;
        }
    }
}
