//! The thread that loads: hands each step on as an event, and stops when it is asked to.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::analysis::actors::Gazetteer;
use crate::app::event::Event;
use crate::ingest::{Options, Origin, load};

/// A loading under way.
#[derive(Debug)]
pub struct Loader {
    stop: Arc<AtomicBool>,
}

impl Loader {
    /// Starts to load `origin`; every step goes to `send`, which says whether anybody still listens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        origin: Origin,
        options: Options,
        gazetteer: Option<Arc<Gazetteer>>,
        send: impl Fn(Event) -> bool + Send + 'static,
    ) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            let gazetteer = gazetteer.unwrap_or_else(|| Arc::new(Gazetteer::builtin()));
            let _listening = send(Event::Named(Arc::clone(gazetteer.table())));
            let mut take = |step| {
                let go_on = !stopped.load(Ordering::Relaxed) && send(Event::Loaded(step));
                if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let outcome = catch_unwind(AssertUnwindSafe(|| load(&origin, &options, &gazetteer, &mut take)));
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
