//! The thread that loads: hands each step on as an event, and stops when it is asked to.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::analysis::actors::Gazetteer;
use crate::app::event::Event;
use crate::ingest::{Shelf, Step};

/// What to load, and with which actors.
#[derive(Debug)]
pub struct Load {
    /// The archive.
    pub shelf: Shelf,
    /// The gazetteer; `None` builds the one built into the program, on the thread that loads.
    pub gazetteer: Option<Arc<Gazetteer>>,
}

/// The thread that loads, for as long as the reading room is open.
#[derive(Debug)]
pub struct Loader {
    stop: Arc<AtomicBool>,
    again: Sender<()>,
}

impl Loader {
    /// Starts to load; every step goes to `send`, which says whether anybody still listens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(load: Load, send: impl Fn(Event) -> bool + Send + 'static) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let (again, asked) = channel();
        let work = move || {
            let Load { mut shelf, gazetteer } = load;
            // What the cache recalls is shown before anything else is done: names can come some moments later.
            if let Some(renewal) = shelf.recall() {
                let _listening = send(Event::Loaded(Step::Renewed(renewal)));
            }
            let gazetteer = gazetteer.unwrap_or_else(|| Arc::new(Gazetteer::builtin()));
            let _listening = send(Event::Named(shelf.named(&gazetteer)));
            let mut take = |step| {
                let go_on = !stopped.load(Ordering::Relaxed) && send(Event::Loaded(step));
                if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            loop {
                let outcome = catch_unwind(AssertUnwindSafe(|| shelf.load(&gazetteer, &mut take)));
                if outcome.is_err() {
                    let _listening =
                        send(Event::Failed("loading broke off by a fault of the program; what is here can be read".into()));
                }
                let _listening = send(Event::LoadingEnded);
                if let Err(error) = shelf.keep() {
                    let _listening = send(Event::Failed(error.to_string()));
                }
                if asked.recv().is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("loader".into()).spawn(work)?;
        Ok(Self { stop, again })
    }

    /// Asks to bring the archive up to date, once the loading under way has ended.
    pub fn rescan(&self) {
        self.stop.store(false, Ordering::Relaxed);
        // The thread is gone only when the program ends.
        let _listening = self.again.send(());
    }

    /// Asks the loading to stop; it ends with [`Event::LoadingEnded`].
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}
