//! The gate: holds the thread that reads the terminal while the terminal is somebody else's, so that it takes none of their keys.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::runtime::signals;

/// The longest to wait for the thread.
const PATIENCE: Duration = Duration::from_millis(500);

/// How the gate stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Standing {
    #[default]
    Open,
    Closing,
    /// The thread stands before it.
    Closed,
}

/// A gate in the way of the thread that reads the terminal.
#[derive(Debug, Default)]
pub struct InputPause {
    standing: Mutex<Standing>,
    changed: Condvar,
}

impl InputPause {
    /// Waits while the gate is closed; the reading thread calls it behind each report.
    pub fn pass(&self) {
        let mut standing = self.lock();
        if *standing == Standing::Closing {
            *standing = Standing::Closed;
            self.changed.notify_all();
        }
        while *standing == Standing::Closed {
            standing = self.changed.wait(standing).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Closes the gate and waits until the thread stands before it.
    pub fn close(&self) {
        let mut standing = self.lock();
        *standing = Standing::Closing;
        // The thread blocks on the terminal.
        if signals::wake_reader().is_err() {
            *standing = Standing::Open;
            return;
        }
        // A thread that has lost its terminal does not come any more.
        let is_coming = |standing: &mut Standing| *standing == Standing::Closing;
        drop(self.changed.wait_timeout_while(standing, PATIENCE, is_coming).unwrap_or_else(PoisonError::into_inner));
    }

    /// Opens the gate.
    pub fn open(&self) {
        *self.lock() = Standing::Open;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
