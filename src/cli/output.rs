//! Standard output: lines for people, cut and coloured only on a terminal, and JSON lines for programs. All that goes out is made
//! [`TerminalSafe`] here, and what is said on stderr too.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};
use std::sync::{Mutex, PoisonError};

use crossterm::style::{ContentStyle, Stylize as _};
use serde::Serialize;

use crate::text::terminal_safe::TerminalSafe;

/// Columns when a terminal does not tell how many it has.
const USUAL_COLUMNS: usize = 80;

/// Standard output and what it can show.
#[derive(Debug)]
pub struct Out {
    sink: BufWriter<Stdout>,
    columns: Option<usize>,
    colour: bool,
}

/// What a piece of text is, for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// The head of a column, of a group or of an article.
    Head,
    /// Beside the point: boilerplate, paths, metadata.
    Dim,
    /// A caption.
    Caption,
    /// Words that were found.
    Found,
}

impl Out {
    /// The standard output of this process.
    #[must_use]
    pub fn stdout() -> Self {
        let sink = io::stdout();
        let is_terminal = sink.is_terminal();
        let colour = is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { sink: BufWriter::new(sink), columns: is_terminal.then(columns), colour }
    }

    /// The columns to cut to; `None` when nothing is to be cut, because a program reads.
    #[must_use]
    pub fn columns(&self) -> Option<usize> {
        self.columns
    }

    /// Whether roles show as colours and weights.
    #[must_use]
    pub fn is_coloured(&self) -> bool {
        self.colour
    }

    /// `text` as its role shows on this output.
    #[must_use]
    pub fn paint(&self, role: TextRole, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        format!("{}{text}{PLAIN}", role.sign())
    }

    /// Prints one line without the white space at its end.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        self.text(line.trim_end())?;
        self.sink.write_all(b"\n")
    }

    /// Prints `text` as it stands, cleaned.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        if !self.colour {
            return self.sink.write_all(TerminalSafe::text(text).as_str().as_bytes());
        }
        let mut style = ContentStyle::new();
        for piece in text.split_inclusive(is_sign) {
            let words = piece.trim_end_matches(is_sign);
            if !words.is_empty() {
                write!(self.sink, "{}", style.apply(TerminalSafe::text(words)))?;
            }
            style = piece.chars().next_back().filter(|c| is_sign(*c)).map_or(style, style_of);
        }
        Ok(())
    }

    /// Prints one JSON object as a line.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn json(&mut self, record: &impl Serialize) -> io::Result<()> {
        let json = serde_json::to_string(record)?;
        self.sink.write_all(TerminalSafe::json(&json).as_str().as_bytes())?;
        self.sink.write_all(b"\n")
    }

    /// Hands `bytes` to a program, as they are.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sink.write_all(bytes)
    }

    /// Hands over what is still held back.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

impl TextRole {
    const ALL: [Self; 4] = [Self::Head, Self::Dim, Self::Caption, Self::Found];

    /// The sign before a text of this role, until it is printed: a noncharacter, which no text from outside brings to a terminal.
    fn sign(self) -> char {
        match self {
            Self::Head => '\u{FDD1}',
            Self::Dim => '\u{FDD2}',
            Self::Caption => '\u{FDD3}',
            Self::Found => '\u{FDD4}',
        }
    }

    fn style(self) -> ContentStyle {
        let plain = ContentStyle::new();
        match self {
            Self::Head => plain.bold(),
            Self::Dim => plain.dim(),
            Self::Caption => plain.italic(),
            Self::Found => plain.bold().yellow(),
        }
    }
}

/// The sign behind a text that has a role.
const PLAIN: char = '\u{FDD0}';

fn is_sign(c: char) -> bool {
    matches!(c, PLAIN..='\u{FDD4}')
}

/// The style of what stands behind a sign.
fn style_of(sign: char) -> ContentStyle {
    TextRole::ALL.into_iter().find(|role| role.sign() == sign).map_or_else(ContentStyle::new, TextRole::style)
}

/// What was said on stderr: the archive and the notes are read by several parts of a command, and each tells what it met.
static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Says something on stderr, a line each and each once, that stops nothing; with stderr closed there is no one to say it to.
pub fn tell(lines: &[impl Display]) {
    let mut stderr = io::stderr().lock();
    for line in lines.iter().map(ToString::to_string) {
        if !TOLD.lock().unwrap_or_else(PoisonError::into_inner).insert(line.clone()) {
            continue;
        }
        if writeln!(stderr, "liseuse: {}", TerminalSafe::text(&line)).is_err() {
            return;
        }
    }
}

/// The width of the terminal: `COLUMNS` when it is set, else what the terminal says.
fn columns() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|value| value.parse().ok()).filter(|columns| *columns > 0);
    let told = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0);
    said.or_else(told).unwrap_or(USUAL_COLUMNS)
}
