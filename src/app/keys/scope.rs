//! Where commands work: the panes, the layers of keys that lie over them, and the headings of the help.
//!
//! A layer is a set of keys that goes before those behind it: `layers` tells which are in force, the keymap looks keys up in them.

use crate::tr;

/// A pane that can have the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list of articles.
    #[default]
    Articles,
    /// The reader.
    Reader,
    /// The timeline.
    Timeline,
    /// The actors.
    Actors,
}

impl Pane {
    /// All panes, in the order of their numbers and of `Tab`.
    pub const ALL: [Self; 4] = [Self::Articles, Self::Reader, Self::Timeline, Self::Actors];

    /// The title on the pane's frame and in the tab line.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Articles => tr!("Articles"),
            Self::Reader => tr!("Reader"),
            Self::Timeline => tr!("Timeline"),
            Self::Actors => tr!("Actors"),
        }
    }

    /// The title in a line of tabs that has room for short words only.
    #[must_use]
    pub fn short_title(self) -> &'static str {
        match self {
            Self::Timeline => tr!("tab" => "Timeline"),
            Self::Articles | Self::Reader | Self::Actors => self.title(),
        }
    }
}

/// A set of keys that is looked up together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// A pane with the focus.
    Pane(Pane),
    /// What of a pane's keys still works while a page or the review list lies over it: moving, undoing, help and quitting.
    Beneath(Pane),
    /// The reader while the cursor is out in its text.
    Caret,
    /// The histogram while a range of it is being selected.
    HistogramRange,
    /// The timeline while a range of it is being selected.
    TimelineRange,
    /// The letter of a mark is waited for.
    Letter,
    /// The colour of a highlight is waited for.
    Colors,
    /// Every field of text, of one line and of several.
    Text,
    /// A field of one line.
    Line,
    /// A list that is walked without letters: one under a line, or the timeline while a range is selected.
    List,
    /// The filter line.
    Filter,
    /// A line whose words can be completed.
    Completion,
    /// The list of completions under such a line.
    Offers,
    /// The pane of notes.
    Notes,
    /// The editor of a note.
    Note,
    /// The tags that are offered in it.
    Tags,
    /// A page to read.
    Page,
    /// An actor's page.
    ActorPage,
    /// The review list.
    Review,
    /// The sheet of an event.
    Sheet,
}

impl Layer {
    /// All layers that commands are bound in.
    pub const ALL: [Self; 22] = [
        Self::Pane(Pane::Articles),
        Self::Pane(Pane::Reader),
        Self::Pane(Pane::Timeline),
        Self::Pane(Pane::Actors),
        Self::Caret,
        Self::HistogramRange,
        Self::TimelineRange,
        Self::Letter,
        Self::Colors,
        Self::Text,
        Self::Line,
        Self::List,
        Self::Filter,
        Self::Completion,
        Self::Offers,
        Self::Notes,
        Self::Note,
        Self::Tags,
        Self::Page,
        Self::ActorPage,
        Self::Review,
        Self::Sheet,
    ];

    /// Whether letters are text there, so that a letter can be no command.
    #[must_use]
    pub fn is_typed_in(self) -> bool {
        match self {
            Self::Text
            | Self::Line
            | Self::List
            | Self::Filter
            | Self::Completion
            | Self::Offers
            | Self::Notes
            | Self::Note
            | Self::Tags
            | Self::Letter => true,
            Self::Pane(_)
            | Self::Beneath(_)
            | Self::Caret
            | Self::HistogramRange
            | Self::TimelineRange
            | Self::Colors
            | Self::Page
            | Self::ActorPage
            | Self::Review
            | Self::Sheet => false,
        }
    }

    /// Where it is, as the help says it.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Pane(pane) | Self::Beneath(pane) => return pane.title().to_lowercase(),
            Self::Caret => tr!("at the cursor"),
            Self::HistogramRange => tr!("range of the histogram"),
            Self::TimelineRange => tr!("range of the timeline"),
            Self::Letter => tr!("letter of a mark"),
            Self::Colors => tr!("colour of a mark"),
            Self::Text => tr!("any text"),
            Self::Line => tr!("lines of text"),
            Self::List => tr!("lists, range of the timeline"),
            Self::Filter => tr!("filter line"),
            Self::Completion => tr!("lines that complete"),
            Self::Offers => tr!("list of offers"),
            Self::Notes => tr!("pane of notes"),
            Self::Note => tr!("note"),
            Self::Tags => tr!("tags offered"),
            Self::Page => tr!("pages"),
            Self::ActorPage => tr!("actor's page"),
            Self::Review => tr!("review list"),
            Self::Sheet => tr!("event sheet"),
        }
        .to_owned()
    }
}

/// Where a command works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In every pane, and in whatever lies over it.
    Always,
    /// In every pane.
    Everywhere,
    /// In these panes.
    In(&'static [Pane]),
    /// In these layers over the panes.
    Over(&'static [Layer]),
}

impl Scope {
    /// Whether a command of this scope works in `pane`.
    #[must_use]
    pub fn holds(self, pane: Pane) -> bool {
        match self {
            Self::Always | Self::Everywhere => true,
            Self::In(panes) => panes.contains(&pane),
            Self::Over(_) => false,
        }
    }

    /// Whether a command of this scope is bound in `layer`.
    #[must_use]
    pub fn is_in(self, layer: Layer) -> bool {
        match (self, layer) {
            (Self::Always, _) => true,
            (_, Layer::Pane(pane) | Layer::Beneath(pane)) => self.holds(pane),
            (Self::Over(layers), layer) => layers.contains(&layer),
            (Self::Everywhere | Self::In(_), _) => false,
        }
    }

    /// Where that is, in words; empty for everywhere.
    #[must_use]
    pub fn place(self) -> String {
        let names: Vec<String> = match self {
            Self::Always | Self::Everywhere => Vec::new(),
            Self::In(panes) => panes.iter().map(|pane| pane.title().to_lowercase()).collect(),
            Self::Over(layers) => layers.iter().map(|layer| layer.title()).collect(),
        };
        names.join(", ")
    }
}

/// The heading a command stands under in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandGroup {
    /// Moving in a pane.
    Move,
    /// From pane to pane.
    Panes,
    /// Finding articles and words.
    Find,
    /// In the reader.
    Read,
    /// Selecting, marking and writing.
    Mark,
    /// In the timeline.
    Time,
    /// The actors and their pages.
    Actors,
    /// The program.
    Program,
    /// Selecting a range of the histogram or of the timeline.
    Range,
    /// Lists, pages, and lines of text as a whole.
    Over,
    /// Completing words.
    Complete,
    /// Editing text.
    Text,
    /// Writing a note.
    Note,
    /// The review list.
    Review,
    /// The colours of highlights.
    Colors,
}

impl CommandGroup {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 15] = [
        Self::Move,
        Self::Panes,
        Self::Find,
        Self::Read,
        Self::Mark,
        Self::Time,
        Self::Actors,
        Self::Program,
        Self::Range,
        Self::Over,
        Self::Complete,
        Self::Text,
        Self::Note,
        Self::Review,
        Self::Colors,
    ];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => tr!("Move"),
            Self::Panes => tr!("Panes"),
            Self::Find => tr!("Find"),
            Self::Read => tr!("Read"),
            Self::Mark => tr!("Mark and write"),
            Self::Time => tr!("Timeline"),
            Self::Actors => tr!("Actors, and on an actor's page"),
            Self::Program => tr!("Program"),
            Self::Range => tr!("A range of the histogram or of the timeline"),
            Self::Over => tr!("Lines, lists and pages"),
            Self::Complete => tr!("Completing, and queries asked before"),
            Self::Text => tr!("Editing text"),
            Self::Note => tr!("Writing a note"),
            Self::Review => tr!("The review list"),
            Self::Colors => tr!("The colour of a highlight, by its number"),
        }
    }
}
