//! The worker that searches: one search at work, the newest waiting. A newer request makes the one at work give up. It filters notes
//! as well, which is done over the same index.

use std::sync::Arc;

use crate::app::event::AppEvent;
use crate::model::archive::Archive;
use crate::notes::querying::annotation_facts::Snapshot;
use crate::notes::querying::note_records::NoteRecords;
use crate::query::evaluate::note_query::{Bare, filter_notes};
use crate::query::index::Index;
use crate::query::index::kept_groups::KeptGroups;
use crate::query::language::ast::Query;
use crate::query::results;
use crate::query::results::{ArticleList, Overview, SearchRequest, SearchResults};
use crate::runtime::worker::{Mode, Ticket, Work, Worker};

/// The articles from which on the list is shown before the rest of a search is done.
const LARGE: usize = 4096;

/// What is asked for, each over a snapshot of the archive and, when the query asks for them, of the notes.
#[derive(Debug)]
enum Job {
    Survey(Archive, SearchRequest, Option<Arc<Snapshot>>),
    FilterNotes(NoteFilterRequest),
}

/// Notes to be filtered.
#[derive(Debug)]
pub struct NoteFilterRequest {
    /// The number to answer under.
    pub generation: u64,
    /// A snapshot of the archive.
    pub archive: Archive,
    /// The query.
    pub query: Query,
    /// The notes.
    pub notes: Arc<NoteRecords>,
    /// What is noted of articles, when the query asks for it.
    pub snapshot: Option<Arc<Snapshot>>,
}

/// The surveyor, seen from the loop.
pub struct SearchWorker(Worker<Surveying>);

impl SearchWorker {
    /// Starts the thread; answers go to `send`. Families and stories of the archive are recalled from where they are `kept`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        kept: Option<Arc<dyn KeptGroups>>,
        send: impl Fn(AppEvent) -> bool + Clone + Send + 'static,
    ) -> std::io::Result<Self> {
        let listed = send.clone();
        let make = move || {
            // All cores are wanted soon; their threads are made while the cache is opened.
            rayon::spawn(|| {});
            let mut surveying = Surveying { index: Index::default(), kept, send: Box::new(listed) };
            surveying.recover();
            surveying
        };
        Worker::start("surveyor", Mode::Newest, make, send).map(Self)
    }

    /// Asks for a search, in the place of any other.
    pub fn ask(&self, generation: u64, archive: Archive, (request, snapshot): (SearchRequest, Option<Arc<Snapshot>>)) {
        self.0.ask(generation, Job::Survey(archive, request, snapshot));
    }

    /// Asks for notes to be filtered, in the place of any that wait.
    pub fn filter_notes(&self, filtering: NoteFilterRequest) {
        self.0.ask(filtering.generation, Job::FilterNotes(filtering));
    }
}

/// What the thread works with: the index, which grows with the archive.
struct Surveying {
    index: Index,
    /// Where families and stories are kept.
    kept: Option<Arc<dyn KeptGroups>>,
    send: Box<dyn Fn(AppEvent) -> bool>,
}

impl Work for Surveying {
    type Job = Job;
    type Answer = AppEvent;
    const KINDS: usize = 2;

    fn kind(job: &Job) -> usize {
        usize::from(matches!(job, Job::FilterNotes(_)))
    }

    fn failed(job: &Job, generation: u64) -> AppEvent {
        match job {
            Job::Survey(..) => AppEvent::SurveyFailed { generation },
            Job::FilterNotes(_) => AppEvent::NoteFilterFailed { generation },
        }
    }

    fn perform(&mut self, job: Job, ticket: &Ticket) -> Option<AppEvent> {
        match job {
            Job::Survey(archive, request, snapshot) => {
                self.note(&archive, snapshot.as_deref());
                self.survey(&archive, &request, ticket)
            }
            Job::FilterNotes(filtering) => {
                let NoteFilterRequest { generation, archive, query, notes, snapshot } = filtering;
                self.index.extend(&archive);
                self.note(&archive, snapshot.as_deref());
                let found = filter_notes(&query, notes.get(&archive), (&self.index, Bare::Note), &|| ticket.is_stopped())?;
                Some(AppEvent::NotesFiltered { generation, found })
            }
        }
    }

    fn recover(&mut self) {
        self.index = Index::default();
        self.index.keep_groups(self.kept.clone());
    }
}

impl Surveying {
    /// Has the index know what is noted of articles, when that is asked for.
    fn note(&mut self, archive: &Archive, snapshot: Option<&Snapshot>) {
        if let Some(snapshot) = snapshot {
            self.index.set_notes(Arc::new(snapshot.by_article(archive)));
        }
    }

    fn survey(&mut self, archive: &Archive, request: &SearchRequest, ticket: &Ticket) -> Option<AppEvent> {
        let (index, generation) = (&mut self.index, ticket.generation);
        let stop = || ticket.is_stopped();
        let listed = |list: &ArticleList| (self.send)(AppEvent::Listed { generation, list: list.clone() });
        // What is counted in a blink needs no drawing of its own.
        let large = archive.len() > LARGE;
        let at_once = if large && index.is_behind(archive) { results::everything(archive, request) } else { None };
        let at_once = at_once.or_else(|| if large { results::first_list(archive, index, request, &stop) } else { None });
        at_once.as_ref().map(listed);
        let list = results::list(archive, index, request, &stop)?;
        if large && at_once.as_ref().is_none_or(|first| first.matches.len() != list.matches.len()) {
            listed(&list);
        }
        let ArticleList { matches, in_texts } = list;
        let overview = Arc::new(Overview::of(index, request, &matches, &stop)?);
        Some(AppEvent::Surveyed { generation, survey: Arc::new(SearchResults { matches, in_texts, overview }) })
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
        let surveyor = SearchWorker::start(None, move |event| send.send(event).is_ok()).unwrap();
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
