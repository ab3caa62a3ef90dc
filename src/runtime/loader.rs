//! The thread that loads: hands each step on as an event, and stops when it is asked to.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::analysis::actors::Gazetteer;
use crate::app::event::Event;
use crate::ingest::{self, Options, Origin};

/// What to load, how, and with which actors.
#[derive(Debug)]
pub struct Load {
    /// What to load.
    pub origin: Origin,
    /// How to load it.
    pub options: Options,
    /// The gazetteer; `None` builds the one built into the program, on the thread that loads.
    pub gazetteer: Option<Arc<Gazetteer>>,
}

/// A loading under way.
#[derive(Debug)]
pub struct Loader {
    stop: Arc<AtomicBool>,
}

impl Loader {
    /// Starts to load; every step goes to `send`, which says whether anybody still listens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(load: Load, send: impl Fn(Event) -> bool + Send + 'static) -> std::io::Result<Self> {
        let Load { origin, options, gazetteer } = load;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            let gazetteer = gazetteer.unwrap_or_else(|| Arc::new(Gazetteer::builtin()));
            let _listening = send(Event::Named(Arc::clone(&gazetteer)));
            let mut take = |step| {
                let go_on = !stopped.load(Ordering::Relaxed) && send(Event::Loaded(step));
                if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let outcome = catch_unwind(AssertUnwindSafe(|| ingest::load(&origin, &options, &gazetteer, &mut take)));
            if outcome.is_err() {
                let _listening =
                    send(Event::Failed("loading broke off by a fault of the program; what is here can be read".into()));
            }
            let _listening = send(Event::LoadingEnded);
        };
        thread::Builder::new().name("loader".into()).spawn(work)?;
        Ok(Self { stop })
    }

    /// Asks the loading to stop; it ends with [`Event::LoadingEnded`].
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}
