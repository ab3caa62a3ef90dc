//! The thread that waits for signals and hands them to the loop, which alone may touch the terminal.

#[cfg(unix)]
pub use unix::{by_default, start, suspend, wake_reader};
#[cfg(not(unix))]
pub use without::{by_default, start, suspend, wake_reader};

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

#[cfg(unix)]
mod unix {
    use std::io;
    use std::thread;

    use signal_hook::consts::{
        SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use crate::runtime::signals::SignalRequest;

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
        low_level::emulate_default_handler(signal)
    }

    /// Stops the program as the shell's key does, until the shell lets it go on.
    ///
    /// # Errors
    /// When the system refuses it.
    pub fn suspend() -> io::Result<()> {
        by_default(SIGTSTP)
    }

    /// Wakes the thread that reads the terminal: a change of size is a report, and this signal makes one without anybody typing.
    ///
    /// # Errors
    /// When the system refuses it.
    pub fn wake_reader() -> io::Result<()> {
        low_level::raise(SIGWINCH)
    }
}

/// Systems without signals: keys alone end the program there, and nothing stops it.
#[cfg(not(unix))]
mod without {
    use super::SignalRequest;
    use std::io;

    /// Nothing comes.
    ///
    /// # Errors
    /// Never.
    pub fn start(_: impl Fn(SignalRequest) -> bool + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    /// There is no signal to end by.
    ///
    /// # Errors
    /// Always.
    pub fn by_default(_: i32) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Does nothing.
    ///
    /// # Errors
    /// Never.
    pub fn suspend() -> io::Result<()> {
        Ok(())
    }

    /// Nothing wakes the thread but a report.
    ///
    /// # Errors
    /// Always.
    pub fn wake_reader() -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
