//! The worker that loads: hands each step on as an event, and stops when it is asked to.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use anyhow::Context as _;

use crate::analysis::actors::Gazetteer;
use crate::analysis::actors::amendment::{Amendment, adopt, amend};
use crate::analysis::names::suggestion::suggestions;
use crate::app::event::AppEvent;
use crate::config::actors_file;
use crate::ingest::catch_panic::guarded;
use crate::ingest::{ArchiveLoader, LoadEvent, Renewal};
use crate::locale::error_chain;
use crate::runtime::worker::{Mode, Ticket, Work, Worker};
use crate::tr;

/// What to load, and with which actors.
#[derive(Debug)]
pub struct LoadRequest {
    /// The archive.
    pub shelf: ArchiveLoader,
    /// The folder of `actors.toml`; `None` when there is none, and nothing can be corrected.
    pub corrections: Option<PathBuf>,
    /// The gazetteer; `None` builds the one built into the program, on the thread that loads.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// Whether the list that comes with the program is used, when actors are corrected too.
    pub listed: bool,
}

/// What is asked for. Each is a loading; it ends with [`AppEvent::LoadingEnded`].
#[derive(Debug)]
enum Job {
    /// To show what the cache recalls, and to load.
    Open,
    /// To bring the archive up to date.
    Rescan,
    /// To amend the list of actors first.
    Amend(Amendment),
}

/// The worker that loads, for as long as the reading room is open.
pub struct Loader {
    worker: Worker<LoadWork>,
    shown: SyncSender<()>,
}

/// The longest to wait for what the cache recalled to be on the screen.
const PATIENCE: Duration = Duration::from_millis(300);

impl Loader {
    /// Starts to load; every step goes to `send`, which says whether anybody still listens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(load: LoadRequest, send: impl Fn(AppEvent) -> bool + Clone + Send + 'static) -> std::io::Result<Self> {
        let (shown, seen) = sync_channel(1);
        let steps = send.clone();
        let make = move || LoadWork { load, named: None, seen, send: Box::new(steps) };
        let worker = Worker::start("loader", Mode::Queue, make, send)?;
        let loader = Self { worker, shown };
        loader.ask(Job::Open);
        Ok(loader)
    }

    /// Tells that articles are on the screen, which a loading waits for that has more to do than to read them.
    pub fn go_on(&self) {
        // Once is enough: when it was reported before, there is no room for more.
        let _told = self.shown.try_send(());
    }

    /// Asks to bring the archive up to date, once the loading under way has ended.
    pub fn rescan(&self) {
        self.ask(Job::Rescan);
    }

    /// Asks to amend `actors.toml`, and to read the archive with the gazetteer that gives.
    pub fn amend(&self, amendment: Amendment) {
        self.ask(Job::Amend(amendment));
    }

    /// Asks the loading to stop; it ends with [`AppEvent::LoadingEnded`].
    pub fn stop(&self) {
        self.worker.stop();
    }

    fn ask(&self, job: Job) {
        // There is one archive, so the events of a loading need no number.
        self.worker.ask(0, job);
    }
}

/// What the thread works with.
struct LoadWork {
    load: LoadRequest,
    /// What finds the actors in the archive as it is shown; `None` before anything was.
    named: Option<Arc<Gazetteer>>,
    seen: Receiver<()>,
    send: Box<dyn Fn(AppEvent) -> bool>,
}

impl Work for LoadWork {
    type Job = Job;
    type Answer = AppEvent;

    fn failed(_job: &Job, _generation: u64) -> AppEvent {
        AppEvent::LoadingFailed
    }

    fn perform(&mut self, job: Job, ticket: &Ticket) -> Option<AppEvent> {
        match job {
            Job::Open => self.recall(),
            Job::Rescan => {}
            Job::Amend(amendment) => {
                if let Err(error) = self.amend(&amendment) {
                    self.tell(AppEvent::LoadingEnded);
                    return Some(AppEvent::Failed(error_chain(&error)));
                }
            }
        }
        self.load(ticket);
        self.named.as_ref().map(|named| AppEvent::Likened(Arc::new(suggestions(named.table()))))
    }
}

impl LoadWork {
    /// Hands an event on; nobody listens once the program ends, which ends the thread as well.
    fn tell(&self, event: AppEvent) {
        let _listening = (self.send)(event);
    }

    /// What the cache recalls is shown before anything else is done: names can come some moments later.
    fn recall(&mut self) {
        if let Some(renewal) = self.load.shelf.recall() {
            self.tell(AppEvent::Loaded(LoadEvent::Renewed(renewal)));
            // Comparing it with the files takes all cores, which the first list has to have.
            let _seen = self.seen.recv_timeout(PATIENCE);
        }
        let gazetteer = self.gazetteer();
        if let Some(unused) = gazetteer.unused().first() {
            self.tell(AppEvent::Failed(unused.clone()));
        }
        let named = self.load.shelf.named(&gazetteer);
        self.named = Some(Arc::clone(&named));
        self.tell(AppEvent::Named(named));
    }

    /// What names are found with before the archive shows more of them.
    fn gazetteer(&mut self) -> Arc<Gazetteer> {
        Arc::clone(self.load.gazetteer.get_or_insert_with(|| Arc::new(Gazetteer::builtin())))
    }

    /// Amends the list of actors, which the next loading finds names with.
    fn amend(&mut self, amendment: &Amendment) -> anyhow::Result<()> {
        let named = self.named.clone().unwrap_or_else(|| self.gazetteer());
        let LoadRequest { shelf, corrections, gazetteer, listed } = &mut self.load;
        let (now, text) = amended(corrections.as_deref(), *listed, &named, amendment)?;
        shelf.rename(*listed, &text);
        let now = Arc::new(now);
        *gazetteer = Some(Arc::clone(&now));
        self.tell(AppEvent::Amended { gazetteer: now, text: text.into() });
        Ok(())
    }

    /// Loads, and keeps what was loaded in the cache.
    fn load(&mut self, ticket: &Ticket) {
        let gazetteer = self.gazetteer();
        let Self { load: LoadRequest { shelf, .. }, named, send, .. } = self;
        let mut take = |step| {
            if let LoadEvent::Revised(_, now) | LoadEvent::Renewed(Renewal { gazetteer: Some(now), .. }) = &step {
                *named = Some(Arc::clone(now));
            }
            if !ticket.is_stopped() && send(AppEvent::Loaded(step)) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let outcome = guarded(|| shelf.load(&gazetteer, &mut take));
        let _listening = send(if outcome.is_some() { AppEvent::LoadingEnded } else { AppEvent::LoadingFailed });
        if let Err(error) = shelf.keep() {
            let _listening = send(AppEvent::Failed(error.to_string()));
        }
    }
}

/// Amends the file in `folder`, where `known` are the actors that are shown, when what comes of it is a gazetteer; gives that with the text of the file.
fn amended(folder: Option<&Path>, listed: bool, known: &Gazetteer, amendment: &Amendment) -> anyhow::Result<(Gazetteer, String)> {
    let folder = folder.context(tr!("there is no folder for actors.toml; set LISEUSE_CONFIG_DIR"))?;
    let text = amend(&adopt(&actors_file::read(folder)?, amendment, known.table())?, amendment)?;
    let read = if listed { Gazetteer::with_corrections } else { Gazetteer::without_list };
    let gazetteer = read(&text).context(tr!("actors.toml is not changed"))?.naming(known.names());
    actors_file::replace(folder, &text)?;
    Ok((gazetteer, text))
}

#[cfg(test)]
mod tests {
    use super::{LoadRequest, Loader};
    use crate::analysis::actors::amendment::Amendment;
    use crate::app::event::AppEvent;
    use crate::ingest::{ArchiveLoader, LoadEvent, Options, Origin};
    use crate::model::archive::{Archive, ArticleIx};
    use std::fs;
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, channel};

    /// What is told until the loading has ended.
    fn received(events: &Receiver<AppEvent>) -> Vec<AppEvent> {
        let mut all = Vec::new();
        while let Ok(event) = events.recv() {
            if matches!(event, AppEvent::LoadingEnded) {
                break;
            }
            all.push(event);
        }
        all
    }

    #[test]
    fn a_correction_is_written_and_the_files_are_read_with_it() {
        let home = tempfile::tempdir().unwrap();
        let (press, settings) = (home.path().join("press"), home.path().join("settings"));
        fs::create_dir(&press).unwrap();
        fs::write(press.join("a.md"), "# Rien\n\nRien de neuf.\n").unwrap();
        fs::write(press.join("b.md"), "# Tasnim\n\nTasnim et Fars News parlent.\n").unwrap();
        let shelf = ArchiveLoader::new(Origin::Paths(vec![press]), Options::default(), None);
        let (send, events) = channel();
        let load = LoadRequest { shelf, corrections: Some(settings.clone()), gazetteer: None, listed: true };
        let loader = Loader::start(load, move |event| send.send(event).is_ok()).unwrap();
        received(&events);
        loader.amend(Amendment::Merge { from: "tasnim".into(), into: "fars".into() });
        let (mut table, mut renewed) = (None, None);
        for event in received(&events) {
            match event {
                AppEvent::Amended { gazetteer, .. } => table = Some(Arc::clone(gazetteer.table())),
                AppEvent::Loaded(LoadEvent::Renewed(renewal)) => renewed = renewal.articles,
                _ => {}
            }
        }
        let ((segments, moves), table) = (renewed.unwrap(), table.unwrap());
        assert_eq!([0, 1].map(|at| moves.of(ArticleIx(at))), [0, 1].map(|at| Some(ArticleIx(at))), "the articles stay");
        let (archive, fars) = (Archive::of(segments, Arc::clone(&table)), table.by_id("fars").unwrap());
        let counts: Vec<_> = archive.get(ArticleIx(1)).unwrap().actors().collect();
        assert_eq!(counts.iter().map(|(actor, _)| *actor).collect::<Vec<_>>(), [fars]);
        assert!(fs::read_to_string(settings.join("actors.toml")).unwrap().contains("[[merge]]"));

        fs::write(settings.join("actors.toml"), b"caf\xe9").unwrap();
        loader.amend(Amendment::Rename { id: "fars".into(), name: "Fars".into() });
        received(&events);
        let failed = events.recv().unwrap();
        assert!(matches!(&failed, AppEvent::Failed(text) if text.contains("actors.toml")), "{failed:?}");
        assert_eq!(fs::read(settings.join("actors.toml")).unwrap(), b"caf\xe9", "what cannot be read is not replaced");
    }
}
