//! Overlays: what lies over the panes until Esc. A picker, a page of text to read and scroll, a note to write,
//! or the review list.

use crate::app::actors::actor_page::ActorPage;
use crate::app::copies::compare_page::ComparePage;
use crate::app::copies::sheet_page::SheetPage;
use crate::app::keys::command::Command;
use crate::app::notes::note_editor::NoteEditor;
use crate::app::review::notes_pane::NotesPane;
use crate::app::review::review_list::Review;
use crate::app::state::reanchor_state::ReanchorState;
use crate::app::viewport::{Size, Viewport};
use crate::app::widget::navigation::Motion;
use crate::app::widget::picker::Picker;
use crate::text::span::Span;
use crate::text::wrap::{width, wrap};
use crate::tr;

/// What lies over the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A list to pick from.
    Picker(Box<Picker>),
    /// A page to read.
    Page(TextPage),
    /// The page of an actor.
    Actor(Box<ActorPage>),
    /// What each paper says of one event.
    Sheet(Box<SheetPage>),
    /// Two articles side by side.
    Compare(Box<ComparePage>),
    /// A note to write.
    Note(Box<NoteEditor>),
    /// The notes, narrowed by a query.
    Notes(Box<NotesPane>),
    /// The annotations to be reviewed, under the panes rather than over them.
    Review(Box<Review>),
}

impl Overlay {
    /// Fits it to the screen. Whether the reader, which the review list has made smaller, is to bring its place into view again.
    pub fn fit(&mut self, viewport: &Viewport, astray: &ReanchorState) -> bool {
        let rows = viewport.overlay.rows;
        match self {
            Self::Actor(page) => page.cursor.fit(page.rows.len(), rows),
            Self::Page(page) => page.fit(viewport.overlay),
            Self::Compare(page) => page.fit(viewport.overlay),
            Self::Sheet(page) => page.fit(viewport.overlay),
            Self::Picker(picker) => {
                let shown = picker.shown();
                picker.cursor.fit(shown, rows.saturating_sub(1));
            }
            Self::Notes(pane) => pane.fit(rows),
            Self::Review(review) => {
                let options = astray.open.get(review.cursor.at).map_or(0, |item| astray.options(item));
                review.fit(astray.open.len(), options, rows);
                return review.is_resized(viewport.reader);
            }
            Self::Note(_) => {}
        }
        false
    }
}

/// What a line of a page is, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// A heading.
    Heading,
    /// Plain text.
    Text,
    /// Words quoted from an article or a file.
    Quote,
}

/// A line of a page before it is wrapped: a label in a column of its own, and the text beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// What it is.
    pub role: LineRole,
    /// The label; empty for text that begins at the edge.
    pub label: String,
    /// The text.
    pub text: String,
}

impl PageLine {
    /// A heading.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        Self { role: LineRole::Heading, label: String::new(), text: text.to_owned() }
    }

    /// Text with a label.
    #[must_use]
    pub fn labelled(label: &str, text: &str) -> Self {
        Self { role: LineRole::Text, label: label.to_owned(), text: text.to_owned() }
    }

    /// Text from edge to edge.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::labelled("", text)
    }

    /// Quoted words.
    #[must_use]
    pub fn quote(text: &str) -> Self {
        Self { role: LineRole::Quote, label: String::new(), text: text.to_owned() }
    }
}

/// A page of text over the panes.
#[derive(Clone, Debug)]
pub struct TextPage {
    /// The title on its frame.
    pub title: &'static str,
    /// The columns labels take.
    pub label_cols: usize,
    /// The command that is the page's own.
    pub own: Option<Command>,
    /// The first row shown.
    pub top: usize,
    /// The rows at the width fitted last.
    pub rows: Vec<PageLine>,
    lines: Vec<PageLine>,
    fitted: usize,
}

impl TextPage {
    /// A page of `lines`, to be fitted before it is drawn.
    #[must_use]
    pub fn new(title: &'static str, lines: Vec<PageLine>) -> Self {
        let label_cols = lines.iter().map(|line| width(&line.label)).max().unwrap_or(0);
        let label_cols = if label_cols == 0 { 0 } else { label_cols.min(24) + 2 };
        Self { title, label_cols, own: None, top: 0, rows: Vec::new(), lines, fitted: 0 }
    }

    /// The page with a command of its own.
    #[must_use]
    pub fn with_own(self, command: Command) -> Self {
        Self { own: Some(command), ..self }
    }

    /// Whether it is the help, which the key that opened it closes.
    #[must_use]
    pub(crate) fn is_help(&self) -> bool {
        self.title == tr!("Help")
    }

    /// Wraps the lines to the window and keeps the scroll within it.
    pub fn fit(&mut self, size: Size) {
        if self.fitted != size.cols {
            self.fitted = size.cols;
            self.rows = self.lines.iter().flat_map(|line| self.wrapped(line, size.cols)).collect();
        }
        self.top = self.top.min(self.last_top(size.rows));
    }

    fn wrapped(&self, line: &PageLine, cols: usize) -> Vec<PageLine> {
        let indent = if line.label.is_empty() { 0 } else { self.label_cols };
        let rows = wrap(&line.text, Span::new(0, line.text.len()), cols.saturating_sub(indent).max(1));
        let piece = |(at, span): (usize, Span)| PageLine {
            role: line.role,
            label: if at == 0 { line.label.clone() } else { " ".repeat(usize::from(indent > 0)) },
            text: span.of(&line.text).to_owned(),
        };
        rows.into_iter().map(|row| row.span).enumerate().map(piece).collect()
    }

    fn last_top(&self, rows: usize) -> usize {
        self.rows.len().saturating_sub(rows.max(1))
    }

    /// Scrolls.
    pub fn scroll(&mut self, motion: Motion, rows: usize) {
        self.top = motion.from(self.top, self.last_top(rows), rows);
    }
}
