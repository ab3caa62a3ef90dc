//! The thread that waits for signals and hands them to the loop, which alone may touch the terminal.

use std::io;
use std::thread;

use signal_hook::consts::{SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ};
use signal_hook::iterator::Signals;

/// What a signal asks of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalRequest {
    /// To end, by this signal.
    End(i32),
    /// To hand the terminal back to the shell.
    Suspend,
    /// To draw anew, because the program runs again.
    Redraw,
}

/// What ends a program that does not catch it.
const ENDING: [i32; 8] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU];

/// Starts the thread; every signal goes to `send`, which says whether anybody still listens.
///
/// # Errors
/// When the handlers cannot be set or the system gives no thread.
pub fn start(send: impl Fn(SignalRequest) -> bool + Send + 'static) -> io::Result<()> {
    // A file that has reached the limit of size is reported by the write that fails, once this signal is caught.
    let mut signals = Signals::new(ENDING.into_iter().chain([SIGTSTP, SIGCONT, SIGXFSZ]))?;
    let work = move || {
        for signal in signals.forever() {
            let asked = match signal {
                SIGTSTP => SignalRequest::Suspend,
                SIGCONT => SignalRequest::Redraw,
                SIGXFSZ => continue,
                other => SignalRequest::End(other),
            };
            if !send(asked) {
                break;
            }
        }
    };
    thread::Builder::new().name("signals".into()).spawn(work)?;
    Ok(())
}

/// Does what the system does by default on a signal: stops the program, or ends it.
///
/// # Errors
/// When the system knows no such signal.
pub fn by_default(signal: i32) -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal)
}
