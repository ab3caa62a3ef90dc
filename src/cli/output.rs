//! Standard output: lines for people, cut and coloured only on a terminal, and JSON lines for programs.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};

use crossterm::style::{ContentStyle, Stylize as _};
use serde::Serialize;

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
        let plain = ContentStyle::new();
        let style = match role {
            TextRole::Head => plain.bold(),
            TextRole::Dim => plain.dim(),
            TextRole::Caption => plain.italic(),
            TextRole::Found => plain.bold().yellow(),
        };
        style.apply(text).to_string()
    }

    /// Prints one line without the white space at its end.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.sink, "{}", line.trim_end())
    }

    /// Prints `text` as it stands.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.sink.write_all(text.as_bytes())
    }

    /// Prints one JSON object as a line.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn json(&mut self, record: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.sink, record)?;
        self.sink.write_all(b"\n")
    }

    /// Hands over what is still held back.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

/// The width of the terminal: `COLUMNS` when it is set, else what the terminal says.
fn columns() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|value| value.parse().ok()).filter(|columns| *columns > 0);
    let told = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0);
    said.or_else(told).unwrap_or(USUAL_COLUMNS)
}
