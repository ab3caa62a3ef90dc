//! The thread that waits for the terminal to be gone.
//!
//! A terminal that closes tells the programs it controls by a signal. One that does not control this program, or whose signal was kept from it, tells nothing:
//! reading it gives an end of file, over and over, which the reader of the terminal does not take for one.

#[cfg(unix)]
pub(crate) use unix::watch;

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, IsTerminal as _};
    use std::os::fd::AsFd;
    use std::thread;

    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    /// Starts the thread; `tell` is called when nobody can type any more.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn watch(tell: impl FnOnce() + Send + 'static) -> io::Result<()> {
        let work = move || {
            let is_gone =
                if io::stdin().is_terminal() { await_end(io::stdin()) } else { File::open("/dev/tty").is_ok_and(await_end) };
            if is_gone {
                tell();
            }
        };
        thread::Builder::new().name("hangup".into()).spawn(work).map(drop)
    }

    /// Waits until `terminal` is gone; `false` where the system does not tell of terminals.
    fn await_end(terminal: impl AsFd) -> bool {
        loop {
            // The end is told unasked.
            let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
            match poll(&mut asked, None) {
                Ok(_) => return asked.iter().any(|one| one.revents().intersects(PollFlags::HUP | PollFlags::ERR)),
                Err(Errno::INTR) => {}
                Err(_) => return false,
            }
        }
    }
}

/// Systems that tell nothing of it.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub(crate) fn watch(_: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    Ok(())
}
