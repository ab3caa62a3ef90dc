//! What is said: lines on stdout, cleaned, each a whole item, written out before anything is waited for.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};

use crate::text::terminal_safe::TerminalSafe;

/// The output.
pub(super) struct Speaker {
    sink: BufWriter<Stdout>,
    /// Whether a person types, who is told that a line is waited for.
    prompts: bool,
}

impl Speaker {
    /// The standard output of this process.
    pub(super) fn new() -> Self {
        Self { sink: BufWriter::new(io::stdout()), prompts: io::stdin().is_terminal() }
    }

    /// Says one item: white space is one space, so that it is one line; the no-break spaces of French stay. Nothing says nothing.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        let line = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            return Ok(());
        }
        writeln!(self.sink, "{}", TerminalSafe::text(&line))
    }

    /// Says an item of several lines, each by itself; empty ones are left out.
    pub(super) fn say_all(&mut self, text: &str) -> io::Result<()> {
        text.lines().filter(|line| !line.trim().is_empty()).try_for_each(|line| self.say(line))
    }

    /// Says that a line is waited for, and writes out what was said.
    pub(super) fn prompt(&mut self) -> io::Result<()> {
        if self.prompts {
            write!(self.sink, "> ")?;
        }
        self.flush()
    }

    /// Writes out what was said.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}
