//! The table of commands: what a person can ask for, its name, its title, where it works, and its default keys.
//!
//! It is the one source of the keymap, the help, the palette, the `:` line, the key hints and `docs/keys.md`.

/// What a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the title of each stands in COMMANDS")]
pub enum Command {
    Down,
    Up,
    Top,
    Bottom,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageUp,
    Open,
    Back,
    Dismiss,
    Quit,
    Leave,
    NextPane,
    PreviousPane,
    Articles,
    Reader,
    Timeline,
    Actors,
    Zoom,
    ToggleHistogram,
    Filter,
    DropFilter,
    PickActor,
    FilterByActor,
    MergeActor,
    SplitActor,
    RenameActor,
    AlikeActors,
    Corrections,
    PickMonth,
    PickSource,
    PickLang,
    Brush,
    Sort,
    Search,
    SearchNext,
    SearchPrevious,
    SearchTexts,
    NextEvent,
    PreviousEvent,
    NextActor,
    PreviousActor,
    SetMark,
    GoToMark,
    JumpBack,
    JumpForward,
    Select,
    CaretLeft,
    CaretRight,
    RowHead,
    RowEnd,
    NextWord,
    PreviousWord,
    WordEnd,
    NextSentence,
    PreviousSentence,
    NextParagraph,
    PreviousParagraph,
    SelectWord,
    SelectSentence,
    SelectParagraph,
    SwapEnds,
    LeaveCaret,
    Highlight,
    RepeatHighlight,
    Note,
    NoteArticle,
    EditNote,
    Notes,
    Review,
    AttachNote,
    Copy,
    Cite,
    ToggleRead,
    ToggleStar,
    NextHighlight,
    PreviousHighlight,
    Delete,
    Undo,
    Redo,
    WhyDate,
    /// Types another publication date for the article.
    CorrectDate,
    TimelineBasis,
    TimelineFiner,
    TimelineCoarser,
    SpanTimeline,
    PinEvent,
    HideEvent,
    ShowHidden,
    Files,
    Help,
    Palette,
    CommandLine,
    Rescan,
    StopLoading,
    Export,
    Suspend,
    Redraw,
}

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
            Self::Articles => "Articles",
            Self::Reader => "Reader",
            Self::Timeline => "Timeline",
            Self::Actors => "Actors",
        }
    }
}

/// Where a command works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In every pane.
    Everywhere,
    /// In these panes.
    In(&'static [Pane]),
    /// In the reader while the cursor is out in its text. Its keys go before those of the pane.
    Caret,
}

impl Scope {
    /// Whether a command of this scope works in `pane`.
    #[must_use]
    pub fn holds(self, pane: Pane) -> bool {
        match self {
            Self::Everywhere => true,
            Self::In(panes) => panes.contains(&pane),
            Self::Caret => false,
        }
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
}

impl CommandGroup {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 8] =
        [Self::Move, Self::Panes, Self::Find, Self::Read, Self::Mark, Self::Time, Self::Actors, Self::Program];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Panes => "Panes",
            Self::Find => "Find",
            Self::Read => "Read",
            Self::Mark => "Mark and write",
            Self::Time => "Timeline",
            Self::Actors => "Actors, and on an actor's page",
            Self::Program => "Program",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The command.
    pub command: Command,
    /// Its name in `keymap.toml` and on the `:` line.
    pub name: &'static str,
    /// What it does, as the help and the palette say it.
    pub title: &'static str,
    /// One word for the line of key hints; empty for commands that are not hinted.
    pub hint: &'static str,
    /// The heading it stands under.
    pub group: CommandGroup,
    /// Where it works.
    pub scope: Scope,
    /// Its default keys, in the notation of [`crate::app::keys::key`].
    pub keys: &'static [&'static str],
}

impl Command {
    /// The row of the table for this command.
    #[must_use]
    pub fn spec(self) -> Option<&'static Spec> {
        COMMANDS.iter().find(|spec| spec.command == self)
    }

    /// The command with the name `name`.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|spec| spec.name == name).map(|spec| spec.command)
    }
}

const ALL: Scope = Scope::Everywhere;
const READER: Scope = Scope::In(&[Pane::Reader]);
const LISTS: Scope = Scope::In(&[Pane::Articles, Pane::Timeline, Pane::Actors]);
const ACTORS: Scope = Scope::In(&[Pane::Actors]);
const CARET: Scope = Scope::Caret;
const BESIDE: Scope = Scope::In(&[Pane::Reader, Pane::Timeline, Pane::Actors]);

#[rustfmt::skip]
mod table {
    use super::{ACTORS, ALL, BESIDE, CARET, Command as C, CommandGroup as G, LISTS, READER, Pane, Scope, Spec};

    const fn row(command: C, names: (&'static str, &'static str, &'static str), place: (G, Scope), keys: &'static [&'static str]) -> Spec {
        Spec { command, name: names.0, title: names.1, hint: names.2, group: place.0, scope: place.1, keys }
    }

    /// All commands, in the order of the help.
    pub const COMMANDS: &[Spec] = &[
        row(C::Down, ("down", "Next line", ""), (G::Move, ALL), &["j", "<Down>"]),
        row(C::Up, ("up", "Previous line", ""), (G::Move, ALL), &["k", "<Up>"]),
        row(C::HalfPageDown, ("half-page-down", "Half a page down", ""), (G::Move, ALL), &["<C-d>"]),
        row(C::HalfPageUp, ("half-page-up", "Half a page up", ""), (G::Move, ALL), &["<C-u>"]),
        row(C::PageDown, ("page-down", "A page down", ""), (G::Move, ALL), &["<Space>", "<C-f>", "<PgDn>"]),
        row(C::PageUp, ("page-up", "A page up", ""), (G::Move, ALL), &["b", "<C-b>", "<PgUp>"]),
        row(C::Top, ("top", "To the head", ""), (G::Move, ALL), &["gg", "<Home>"]),
        row(C::Bottom, ("bottom", "To the end", ""), (G::Move, ALL), &["G", "<End>"]),
        row(C::SetMark, ("set-mark", "Set a mark, named by the next key", ""), (G::Move, ALL), &["m"]),
        row(C::GoToMark, ("go-to-mark", "Go to a mark, named by the next key", ""), (G::Move, ALL), &["'"]),
        row(C::JumpBack, ("jump-back", "Back to where you were before a jump", ""), (G::Move, ALL), &["<C-o>", "<A-Left>"]),
        row(C::JumpForward, ("jump-forward", "Forward again", ""), (G::Move, ALL), &["<A-Right>"]),

        row(C::Open, ("open", "Open: the article, the event, or the page of the actor", "open"), (G::Panes, LISTS), &["<Enter>", "l", "<Right>"]),
        row(C::Back, ("back", "End the zoom, or back to the list", "back"), (G::Panes, BESIDE), &["q", "h", "<Left>"]),
        row(C::Dismiss, ("dismiss", "Clear the marks of a search, end the zoom, or back to the list", ""), (G::Panes, BESIDE), &["<Esc>"]),
        row(C::NextPane, ("next-pane", "Next pane", ""), (G::Panes, ALL), &["<Tab>"]),
        row(C::PreviousPane, ("previous-pane", "Previous pane", ""), (G::Panes, ALL), &["<S-Tab>"]),
        row(C::Articles, ("articles", "To the articles", ""), (G::Panes, ALL), &["1"]),
        row(C::Reader, ("reader", "To the reader", ""), (G::Panes, ALL), &["2"]),
        row(C::Timeline, ("timeline", "To the timeline", ""), (G::Panes, ALL), &["3"]),
        row(C::Actors, ("actors", "To the actors", ""), (G::Panes, ALL), &["4"]),
        row(C::Zoom, ("zoom", "Give the pane the whole screen, or give it back", "zoom"), (G::Panes, ALL), &["z"]),
        row(C::ToggleHistogram, ("toggle-histogram", "Show or hide the histogram over the list", ""), (G::Panes, LISTS), &["H"]),

        row(C::Filter, ("filter", "Filter the articles as you type", "filter"), (G::Find, ALL), &["f", "5"]),
        row(C::DropFilter, ("drop-filter", "Drop the last filter", ""), (G::Find, Scope::In(&[Pane::Articles])), &["<Esc>"]),
        row(C::PickActor, ("pick-actor", "Filter by an actor", "actor"), (G::Find, ALL), &["A"]),
        row(C::PickMonth, ("pick-month", "Filter by a month of publication", "month"), (G::Find, ALL), &["M"]),
        row(C::PickSource, ("pick-source", "Filter by an outlet", ""), (G::Find, ALL), &["O"]),
        row(C::PickLang, ("pick-lang", "Filter by a language", ""), (G::Find, ALL), &["L"]),
        row(C::Brush, ("brush", "Filter by a span of the histogram over the list", ""), (G::Find, ALL), &["B"]),
        row(C::Sort, ("sort", "Choose the order of the articles", "sort"), (G::Find, ALL), &["s"]),
        row(C::Search, ("search", "Search in the pane", "search"), (G::Find, ALL), &["/"]),
        row(C::SearchNext, ("search-next", "Next hit of the search, else of text: in the filter", ""), (G::Find, ALL), &["n"]),
        row(C::SearchPrevious, ("search-previous", "Previous hit, likewise", ""), (G::Find, ALL), &["N"]),
        row(C::SearchTexts, ("search-texts", "Search all articles for the words of the search", ""), (G::Find, ALL), &["*"]),

        row(C::NextEvent, ("next-event", "Next event in time, in any article", "event"), (G::Read, READER), &["]e"]),
        row(C::PreviousEvent, ("previous-event", "Previous event in time, in any article", ""), (G::Read, READER), &["[e"]),
        row(C::NextActor, ("next-actor", "Next place that names the same actor", "actor"), (G::Read, READER), &["]a"]),
        row(C::PreviousActor, ("previous-actor", "Previous place that names the same actor", ""), (G::Read, READER), &["[a"]),
        row(C::WhyDate, ("why-date", "Why this date: the words and the rule", "why this date"), (G::Read, ALL), &["D"]),
        row(C::CorrectDate, ("correct-date", "Correct the publication date (c in that page)", ""), (G::Read, ALL), &["gD"]),

        row(C::Select, ("select", "A cursor in the text, and a selection from there; again, the cursor alone", "select"), (G::Mark, READER), &["v"]),
        row(C::CaretLeft, ("caret-left", "A character back", ""), (G::Mark, CARET), &["h", "<Left>"]),
        row(C::CaretRight, ("caret-right", "A character on", ""), (G::Mark, CARET), &["l", "<Right>"]),
        row(C::NextWord, ("next-word", "To the next word; a selection, to the end of it", "word"), (G::Mark, CARET), &["w"]),
        row(C::PreviousWord, ("previous-word", "To the head of the word, or of the one before", ""), (G::Mark, CARET), &["b"]),
        row(C::WordEnd, ("word-end", "To the end of the word, or of the next one", ""), (G::Mark, CARET), &["e"]),
        row(C::NextSentence, ("next-sentence", "To the next sentence; a selection, to the end of it", "sentence"), (G::Mark, CARET), &[")"]),
        row(C::PreviousSentence, ("previous-sentence", "To the head of the sentence, or of the one before", ""), (G::Mark, CARET), &["("]),
        row(C::NextParagraph, ("next-paragraph", "To the next paragraph; a selection, to the end of it", ""), (G::Mark, CARET), &["}"]),
        row(C::PreviousParagraph, ("previous-paragraph", "To the head of the paragraph, or of the one before", ""), (G::Mark, CARET), &["{"]),
        row(C::RowHead, ("row-head", "To the head of the row", ""), (G::Mark, CARET), &["0", "<Home>"]),
        row(C::RowEnd, ("row-end", "To the end of the row", ""), (G::Mark, CARET), &["$", "<End>"]),
        row(C::SelectWord, ("select-word", "Select the word; again, the next one too", ""), (G::Mark, CARET), &["iw"]),
        row(C::SelectSentence, ("select-sentence", "Select the sentence; again, the next one too", "this sentence"), (G::Mark, CARET), &["is"]),
        row(C::SelectParagraph, ("select-paragraph", "Select the paragraph; again, the next one too", ""), (G::Mark, CARET), &["ip"]),
        row(C::SwapEnds, ("swap-ends", "To the other end of the selection", "other end"), (G::Mark, CARET), &["o"]),
        row(C::LeaveCaret, ("leave-caret", "Put the cursor away", "leave"), (G::Mark, CARET), &["<Esc>", "q"]),
        row(C::Highlight, ("highlight", "Mark the selection, else the sentence, in the colour of the next key", "mark"), (G::Mark, READER), &["H"]),
        row(C::RepeatHighlight, ("repeat-highlight", "Mark in the colour used last", ""), (G::Mark, READER), &["."]),
        row(C::Note, ("note", "Write a note: on the highlight or the words, the article, the actor or the day", "note"), (G::Mark, ALL), &["a"]),
        row(C::NoteArticle, ("note-article", "Write a note on the article", ""), (G::Mark, ALL), &["gn"]),
        row(C::EditNote, ("edit-note", "Write the note in $VISUAL or $EDITOR", ""), (G::Mark, ALL), &["e"]),
        row(C::Notes, ("notes", "All that is marked and noted, drafts first", ""), (G::Mark, ALL), &["gN"]),
        row(C::Review, ("review", "Review the notes that are not where they were: accept, choose, keep as orphans", ""), (G::Mark, ALL), &["gR"]),
        row(C::AttachNote, ("attach-note", "Put what has lost its place, a note or a star, on the words selected or on the article", ""), (G::Mark, ALL), &[]),
        row(C::Copy, ("copy", "Copy the selection, else the highlight or the sentence", ""), (G::Mark, READER), &["y"]),
        row(C::Cite, ("cite", "Copy it as a quotation with its source", ""), (G::Mark, READER), &["Y"]),
        row(C::ToggleRead, ("toggle-read", "Mark the article as read, or as not read", ""), (G::Mark, ALL), &["x"]),
        row(C::ToggleStar, ("toggle-star", "Give the article a star, or take it away", ""), (G::Mark, ALL), &["S"]),
        row(C::Delete, ("delete", "Delete the highlight, with its note", ""), (G::Mark, READER), &["dd"]),
        row(C::NextHighlight, ("next-highlight", "Next highlight", ""), (G::Mark, READER), &["]h"]),
        row(C::PreviousHighlight, ("previous-highlight", "Previous highlight", ""), (G::Mark, READER), &["[h"]),
        row(C::Undo, ("undo", "Undo the last change, also one of an earlier day", ""), (G::Mark, ALL), &["u"]),
        row(C::Redo, ("redo", "Do it again", ""), (G::Mark, ALL), &["<C-r>"]),

        row(C::TimelineBasis, ("timeline-basis", "Dates told in the text, or publication dates", "told/published"), (G::Time, ALL), &["t"]),
        row(C::TimelineFiner, ("timeline-finer", "Finer: years, months, days", "finer"), (G::Time, ALL), &["+", "="]),
        row(C::TimelineCoarser, ("timeline-coarser", "Coarser: days, months, years", "coarser"), (G::Time, ALL), &["-"]),
        row(C::SpanTimeline, ("span-timeline", "Filter by a span of the timeline", "span"), (G::Time, Scope::In(&[Pane::Timeline])), &["v"]),
        row(C::PinEvent, ("pin-event", "Pin the event, so that it is always shown; again takes the pin off", "pin"), (G::Time, Scope::In(&[Pane::Timeline])), &["p"]),
        row(C::HideEvent, ("hide-event", "Leave the event out of the timeline; again takes it back in", "hide"), (G::Time, Scope::In(&[Pane::Timeline])), &["X"]),
        row(C::ShowHidden, ("show-hidden", "Show what is left out of the timeline, or leave it out again", ""), (G::Time, Scope::In(&[Pane::Timeline])), &["gX"]),

        row(C::FilterByActor, ("filter-by-actor", "Filter by the actor, or no longer", "filter"), (G::Actors, ACTORS), &["F"]),
        row(C::MergeActor, ("merge-actor", "The actor is the same as another: make them one", ""), (G::Actors, ACTORS), &["gm"]),
        row(C::SplitActor, ("split-actor", "A spelling of the actor is another actor: split it off", ""), (G::Actors, ACTORS), &["gs"]),
        row(C::RenameActor, ("rename-actor", "Show the actor by another name", ""), (G::Actors, ACTORS), &["gr"]),
        row(C::AlikeActors, ("alike-actors", "Actors that may be one, to merge", ""), (G::Actors, ACTORS), &["ga"]),
        row(C::Corrections, ("corrections", "What is corrected in actors.toml, to take back", ""), (G::Actors, ACTORS), &["gc"]),

        row(C::Help, ("help", "This help", "help"), (G::Program, ALL), &["?", "<F1>"]),
        row(C::Palette, ("palette", "All commands, by name", ""), (G::Program, ALL), &["<C-p>"]),
        row(C::CommandLine, ("command-line", "Type a command by its name", ""), (G::Program, ALL), &[":"]),
        row(C::Files, ("files", "Files that could not be read, and why", ""), (G::Program, ALL), &["!"]),
        row(C::Rescan, ("rescan", "Look for new, changed and vanished files", ""), (G::Program, ALL), &["r"]),
        row(C::StopLoading, ("stop-loading", "Stop loading and keep what is here (Esc in the list)", ""), (G::Program, ALL), &[]),
        row(C::Export, ("export", "Export the notes of the articles listed to a file", ""), (G::Program, ALL), &["E"]),
        row(C::Suspend, ("suspend", "To the shell; `fg` comes back", ""), (G::Program, ALL), &["<C-z>"]),
        row(C::Redraw, ("redraw", "Draw the screen anew", ""), (G::Program, ALL), &["<C-l>"]),
        row(C::Leave, ("leave", "Quit, from the list", ""), (G::Program, Scope::In(&[Pane::Articles])), &["q"]),
        row(C::Quit, ("quit", "Quit", "quit"), (G::Program, ALL), &["Q", "<C-c>"]),
    ];
}

pub use table::COMMANDS;

#[cfg(test)]
mod tests {
    use super::{COMMANDS, Command};
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_lead_back() {
        let names: HashSet<_> = COMMANDS.iter().map(|spec| spec.name).collect();
        assert_eq!(names.len(), COMMANDS.len());
        assert!(COMMANDS.iter().all(|spec| Command::by_name(spec.name) == Some(spec.command)));
    }
}
