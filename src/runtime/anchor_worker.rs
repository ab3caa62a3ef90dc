//! The thread that examines where annotations stand, a portion at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::app::event::AppEvent;
use crate::model::archive::Archive;
use crate::notes::anchor_check::{Subject, examine};

/// A portion, with the number to answer under.
type Portion = (u64, Archive, Vec<Subject>);

/// The thread, seen from the loop.
#[derive(Debug)]
pub struct AnchorWorker {
    portions: Sender<Portion>,
}

impl AnchorWorker {
    /// Starts the thread; answers go to `send`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(send: impl Fn(AppEvent) -> bool + Send + 'static) -> std::io::Result<Self> {
        let (portions, asked) = channel::<Portion>();
        thread::Builder::new().name("examiner".into()).spawn(move || {
            while let Ok((generation, archive, subjects)) = asked.recv() {
                let event = match catch_unwind(AssertUnwindSafe(|| examine(&subjects, &archive))) {
                    Ok(examined) => AppEvent::Examined { generation, examined: Box::new(examined) },
                    Err(_) => AppEvent::Failed("looking for the places of notes broke off by a fault of the program".into()),
                };
                if !send(event) {
                    return;
                }
            }
        })?;
        Ok(Self { portions })
    }

    /// Asks for a portion.
    pub fn ask(&self, generation: u64, archive: Archive, subjects: Vec<Subject>) {
        // The thread is gone only when the program ends.
        let _listening = self.portions.send((generation, archive, subjects));
    }
}
