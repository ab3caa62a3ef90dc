//! The thread that loads: hands each step on as an event, and stops when it is asked to.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use anyhow::Context as _;

use crate::analysis::actors::Gazetteer;
use crate::analysis::actors::amendment::{Amendment, adopt, amend};
use crate::analysis::names::suggestion::suggestions;
use crate::app::event::AppEvent;
use crate::config::actors_file;
use crate::ingest::{ArchiveLoader, LoadEvent, Renewal};
use crate::model::actor::ActorTable;

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

/// What is asked for once a loading has ended.
#[derive(Debug)]
enum Again {
    /// To bring the archive up to date.
    Rescan,
    /// To amend the list of actors first.
    Amend(Amendment),
}

/// The thread that loads, for as long as the reading room is open.
#[derive(Debug)]
pub struct Loader {
    stop: Arc<AtomicBool>,
    again: Sender<Again>,
    shown: SyncSender<()>,
}

/// The longest to wait for what the cache recalled to be on the screen.
const PATIENCE: Duration = Duration::from_millis(300);

impl Loader {
    /// Starts to load; every step goes to `send`, which says whether anybody still listens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(load: LoadRequest, send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let (again, asked) = channel();
        let (shown, seen) = sync_channel(1);
        let work = move || {
            let LoadRequest { mut shelf, corrections, gazetteer, listed } = load;
            // What the cache recalls is shown before anything else is done: names can come some moments later.
            if let Some(renewal) = shelf.recall() {
                let _listening = send(AppEvent::Loaded(LoadEvent::Renewed(renewal)));
                // Comparing it with the files takes all cores, which the first list has to have.
                let _seen = seen.recv_timeout(PATIENCE);
            }
            let mut gazetteer = gazetteer.unwrap_or_else(|| Arc::new(Gazetteer::builtin()));
            let mut named = shelf.named(&gazetteer);
            let _listening = send(AppEvent::Named(Arc::clone(&named)));
            loop {
                let mut take = |step| {
                    match &step {
                        LoadEvent::Revised(_, now) | LoadEvent::Renewed(Renewal { gazetteer: Some(now), .. }) => {
                            named = Arc::clone(now)
                        }
                        _ => {}
                    }
                    let go_on = !stopped.load(Ordering::Relaxed) && send(AppEvent::Loaded(step));
                    if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
                };
                let outcome = catch_unwind(AssertUnwindSafe(|| shelf.load(&gazetteer, &mut take)));
                if outcome.is_err() {
                    let _listening =
                        send(AppEvent::Failed("loading broke off by a fault of the program; what is here can be read".into()));
                }
                let _listening = send(AppEvent::LoadingEnded);
                if let Err(error) = shelf.keep() {
                    let _listening = send(AppEvent::Failed(error.to_string()));
                }
                let _listening = send(AppEvent::Likened(Arc::new(suggestions(named.table()))));
                loop {
                    match asked.recv() {
                        Err(_) => return,
                        Ok(Again::Rescan) => break,
                        Ok(Again::Amend(amendment)) => match amended(corrections.as_deref(), listed, named.table(), &amendment) {
                            Ok((now, text)) => {
                                shelf.rename(listed, &text);
                                gazetteer = Arc::new(now);
                                let _listening = send(AppEvent::Amended { gazetteer: Arc::clone(&gazetteer), text: text.into() });
                                break;
                            }
                            Err(error) => {
                                let _listening = send(AppEvent::LoadingEnded) && send(AppEvent::Failed(format!("{error:#}")));
                            }
                        },
                    }
                }
            }
        };
        thread::Builder::new().name("loader".into()).spawn(work)?;
        Ok(Self { stop, again, shown })
    }

    /// Tells that articles are on the screen, which a loading waits for that has more to do than to read them.
    pub fn go_on(&self) {
        // Once is enough: when it was told before, there is no room for more.
        let _told = self.shown.try_send(());
    }

    /// Asks to bring the archive up to date, once the loading under way has ended.
    pub fn rescan(&self) {
        self.stop.store(false, Ordering::Relaxed);
        // The thread is gone only when the program ends.
        let _listening = self.again.send(Again::Rescan);
    }

    /// Asks to amend `actors.toml`, and to read the archive with the gazetteer that gives.
    pub fn amend(&self, amendment: Amendment) {
        self.stop.store(false, Ordering::Relaxed);
        let _listening = self.again.send(Again::Amend(amendment));
    }

    /// Asks the loading to stop; it ends with [`AppEvent::LoadingEnded`].
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Amends the file in `folder`, where `known` are the actors that are shown, when what comes of it is a gazetteer; gives that with the text of the file.
fn amended(
    folder: Option<&Path>,
    listed: bool,
    known: &ActorTable,
    amendment: &Amendment,
) -> anyhow::Result<(Gazetteer, String)> {
    let folder = folder.context("there is no folder for actors.toml; set LISEUSE_CONFIG_DIR")?;
    let text = amend(&adopt(&actors_file::read(folder)?, amendment, known)?, amendment)?;
    let read = if listed { Gazetteer::with_corrections } else { Gazetteer::without_list };
    let gazetteer = read(&text).context("actors.toml is not changed")?;
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
