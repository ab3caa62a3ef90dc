//! Progress on stderr: one line that overwrites itself while a loading takes long enough to be noticed, gone before the output.

use std::io::{self, IsTerminal as _, Stderr, Write};
use std::time::{Duration, Instant};

use crate::app::loading::Loading;
use crate::ingest::Progress;

/// What is done sooner needs no telling.
const PATIENCE: Duration = Duration::from_millis(200);
/// A line that changes more often cannot be read.
const PACE: Duration = Duration::from_millis(100);
/// Back to the head of the line, and all of it deleted.
const CLEAR: &[u8] = b"\r\x1b[2K";

/// How far a loading has come, on a terminal. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct ProgressLine<W: Write> {
    sink: Option<W>,
    /// When it was shown last, since the loading began.
    shown: Option<Duration>,
}

impl ProgressLine<Stderr> {
    /// A line on stderr; nothing when that is no terminal.
    #[must_use]
    pub fn on_stderr() -> Self {
        Self::new(Some(io::stderr()).filter(Stderr::is_terminal))
    }
}

impl<W: Write> ProgressLine<W> {
    fn new(sink: Option<W>) -> Self {
        Self { sink, shown: None }
    }

    /// Shows how far a loading has come that began at `start`.
    pub fn advance(&mut self, start: Instant, progress: Progress) {
        self.show(start.elapsed(), progress);
    }

    fn show(&mut self, elapsed: Duration, progress: Progress) {
        let due = self.shown.map_or(PATIENCE, |shown| shown + PACE);
        if elapsed < due {
            return;
        }
        self.shown = Some(elapsed);
        let line = Loading::Running(progress).label();
        self.write(&[CLEAR, line.as_bytes()]);
    }

    /// Writes and shows at once; when the terminal is gone there is no one to tell.
    fn write(&mut self, parts: &[&[u8]]) {
        let Some(sink) = &mut self.sink else { return };
        let written = parts.iter().try_for_each(|part| sink.write_all(part)).and_then(|()| sink.flush());
        if written.is_err() {
            self.sink = None;
        }
    }
}

impl<W: Write> Drop for ProgressLine<W> {
    fn drop(&mut self) {
        if self.shown.is_some() {
            self.write(&[CLEAR]);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::ProgressLine;
    use crate::ingest::Progress;

    fn shown_after(times: &[u64]) -> String {
        let mut told = Vec::new();
        let mut line = ProgressLine::new(Some(&mut told));
        for (files, time) in (1..).zip(times) {
            let progress = Progress { files, files_found: 9, bytes: 2000, articles: files };
            line.show(Duration::from_millis(*time), progress);
        }
        drop(line);
        String::from_utf8(told).unwrap()
    }

    #[test]
    fn a_long_loading_is_told_now_and_then_and_the_line_is_cleared() {
        assert_eq!(shown_after(&[0, 100, 199]), "");
        assert_eq!(
            shown_after(&[150, 200, 250, 300]),
            "\r\u{1b}[2Kloading 2/9 files, 2 kB, 2 articles\r\u{1b}[2Kloading 4/9 files, 2 kB, 4 articles\r\u{1b}[2K"
        );
        ProgressLine::<Vec<u8>>::new(None).show(Duration::from_secs(9), Progress::default());
    }
}
