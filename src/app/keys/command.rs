//! The table of commands: what a person can ask for, its name, its title, where it works, and its default keys.
//!
//! It is the one source of the keymap, the help, the palette, the `:` line, the key hints and `docs/keys.md`; what runs for each
//! stands in `handlers`. A `{name}` in a title is the key of that command, which the keymap fills in.

pub use crate::app::keys::scope::{CommandGroup, Layer, Pane, Scope};

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

impl Spec {
    /// Whether its keys are looked up in `layer`.
    #[must_use]
    pub fn is_in(&self, layer: Layer) -> bool {
        self.scope.is_in(layer) && (!matches!(layer, Layer::Beneath(_)) || self.command.works_beneath())
    }
}

impl Command {
    /// The command with the name `name`.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|spec| spec.name == name).map(|spec| spec.command)
    }

    /// The row of the table for this command.
    #[must_use]
    pub fn spec(self) -> Option<&'static Spec> {
        // The rows stand in the order of the commands, which are made from them.
        COMMANDS.get(self as usize)
    }

    /// Whether it still works while a page or the review list lies over its pane.
    #[must_use]
    pub fn works_beneath(self) -> bool {
        use Command::{
            Bottom, Down, HalfPageDown, HalfPageUp, Help, PageDown, PageUp, Quit, Redo, Search, Suspend, Top, Undo, Up,
        };
        matches!(
            self,
            Down | Up
                | HalfPageDown
                | HalfPageUp
                | PageDown
                | PageUp
                | Top
                | Bottom
                | Undo
                | Redo
                | Help
                | Quit
                | Search
                | Suspend
        )
    }

    /// Whether it leaves what lies over a pane, so that Esc may be bound to it there.
    #[must_use]
    pub fn leaves(self) -> bool {
        use Command::{Cancel, Close, CloseOffers, KeepNote, LeaveCaret, LeaveNote, LeaveRange};
        matches!(self, Cancel | Close | CloseOffers | KeepNote | LeaveCaret | LeaveNote | LeaveRange)
    }

    /// The command that Esc gives in `layer` when nothing is bound to it there: whatever the keys are, Esc leads out.
    #[must_use]
    pub fn leaving(layer: Layer) -> Option<Self> {
        match layer {
            Layer::Line | Layer::Page | Layer::ActorPage | Layer::Review | Layer::Sheet | Layer::Letter | Layer::Colors => {
                Some(Self::Cancel)
            }
            Layer::Note => Some(Self::KeepNote),
            Layer::HistogramRange | Layer::TimelineRange => Some(Self::LeaveRange),
            Layer::Caret => Some(Self::LeaveCaret),
            Layer::Pane(_)
            | Layer::Beneath(_)
            | Layer::Text
            | Layer::List
            | Layer::Filter
            | Layer::Completion
            | Layer::Offers
            | Layer::Notes
            | Layer::Tags => None,
        }
    }
}

const ALL: Scope = Scope::Everywhere;
const READER: Scope = Scope::In(&[Pane::Reader]);
const ARTICLES: Scope = Scope::In(&[Pane::Articles]);
const TIMELINE: Scope = Scope::In(&[Pane::Timeline]);
const UNREAD: Scope = Scope::In(&[Pane::Articles, Pane::Reader]);
const LISTS: Scope = Scope::In(&[Pane::Articles, Pane::Timeline, Pane::Actors]);
const ACTORS: Scope = Scope::In(&[Pane::Actors]);
const BESIDE: Scope = Scope::In(&[Pane::Reader, Pane::Timeline, Pane::Actors]);
const CARET: Scope = Scope::Over(&[Layer::Caret]);
const HISTOGRAM: Scope = Scope::Over(&[Layer::HistogramRange]);
const SPAN: Scope = Scope::Over(&[Layer::TimelineRange]);
const RANGES: Scope = Scope::Over(&[Layer::HistogramRange, Layer::TimelineRange]);
const ACCEPTED: Scope =
    Scope::Over(&[Layer::Line, Layer::HistogramRange, Layer::TimelineRange, Layer::Page, Layer::Review, Layer::Sheet]);
const LEFT: Scope =
    Scope::Over(&[Layer::Line, Layer::Page, Layer::ActorPage, Layer::Review, Layer::Sheet, Layer::Letter, Layer::Colors]);
const PAGES: Scope = Scope::Over(&[Layer::Page, Layer::Review, Layer::Sheet]);
const SHEET: Scope = Scope::Over(&[Layer::Sheet]);
const LIST: Scope = Scope::Over(&[Layer::List]);
const OFFERS: Scope = Scope::Over(&[Layer::Offers]);
const FILTER: Scope = Scope::Over(&[Layer::Filter]);
const TEXT: Scope = Scope::Over(&[Layer::Text]);
const LINE: Scope = Scope::Over(&[Layer::Line]);
const NOTE: Scope = Scope::Over(&[Layer::Note]);
const REVIEW: Scope = Scope::Over(&[Layer::Review]);
const COLORS: Scope = Scope::Over(&[Layer::Colors]);

/// Makes the commands and their table from one list of rows, so that none can be without the other:
/// `Command(name, title, hint, group, scope) [default keys]`.
macro_rules! commands {
    ($($command:ident($name:literal, $title:literal, $hint:literal, $group:expr, $scope:expr) [$($key:literal),*],)*) => {
        /// What a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the title of each stands in COMMANDS")]
        pub enum Command {
            $($command,)*
        }

        /// All commands, in the order of the help.
        pub const COMMANDS: &[Spec] = &[
            $(Spec {
                command: Command::$command,
                name: $name,
                title: $title,
                hint: $hint,
                group: $group,
                scope: $scope,
                keys: &[$($key),*],
            },)*
        ];
    };
}

use CommandGroup as G;

commands! {
    Down("down", "Next line", "", G::Move, ALL) ["j", "<Down>"],
    Up("up", "Previous line", "", G::Move, ALL) ["k", "<Up>"],
    HalfPageDown("half-page-down", "Half a page down", "", G::Move, ALL) ["<C-d>"],
    HalfPageUp("half-page-up", "Half a page up", "", G::Move, ALL) ["<C-u>"],
    PageDown("page-down", "A page down", "", G::Move, ALL) ["<Space>", "<C-f>", "<PgDn>"],
    PageUp("page-up", "A page up", "", G::Move, ALL) ["b", "<C-b>", "<PgUp>"],
    Top("top", "To the head", "", G::Move, ALL) ["gg", "<Home>"],
    Bottom("bottom", "To the end", "", G::Move, ALL) ["G", "<End>"],
    SetMark("set-mark", "Set a mark, named by the next key", "", G::Move, ALL) ["m"],
    GoToMark("go-to-mark", "Go to a mark, named by the next key", "", G::Move, ALL) ["'"],
    JumpBack("jump-back", "Back to where you were before a jump", "", G::Move, ALL) ["<C-o>", "<A-Left>"],
    JumpForward("jump-forward", "Forward again", "", G::Move, ALL) ["<A-Right>"],

    Open("open", "Open: the article, the event, or the page of the actor", "open", G::Panes, LISTS) ["<Enter>", "l", "<Right>"],
    Back("back", "End the zoom, or back to the list", "back", G::Panes, BESIDE) ["q", "h", "<Left>"],
    Dismiss("dismiss", "Clear the marks of a search, end the zoom, or back to the list", "", G::Panes, BESIDE) ["<Esc>"],
    NextPane("next-pane", "Next pane", "", G::Panes, ALL) ["<Tab>"],
    PreviousPane("previous-pane", "Previous pane", "", G::Panes, ALL) ["<S-Tab>"],
    Articles("articles", "To the articles", "", G::Panes, ALL) ["1"],
    Reader("reader", "To the reader", "", G::Panes, ALL) ["2"],
    Timeline("timeline", "To the timeline", "", G::Panes, ALL) ["3"],
    Actors("actors", "To the actors", "", G::Panes, ALL) ["4"],
    Zoom("zoom", "Give the pane the whole screen, or give it back", "zoom", G::Panes, ALL) ["z"],
    NarrowPane("narrow-pane", "Make the pane narrower, which is kept", "", G::Panes, ALL) ["<lt>"],
    WidenPane("widen-pane", "Make the pane wider, which is kept", "", G::Panes, ALL) [">"],
    ToggleHistogram("toggle-histogram", "Show or hide the histogram over the list", "", G::Panes, LISTS) ["H"],

    Filter("filter", "Filter the articles as you type", "filter", G::Find, ALL) ["f", "5"],
    DropFilter("drop-filter", "Drop the last filter", "", G::Find, ARTICLES) ["<Esc>"],
    PickActor("pick-actor", "Filter by an actor", "actor", G::Find, ALL) ["A"],
    PickMonth("pick-month", "Filter by a month of publication", "month", G::Find, ALL) ["M"],
    PickSource("pick-source", "Filter by an outlet", "", G::Find, ALL) ["O"],
    PickLang("pick-lang", "Filter by a language", "", G::Find, ALL) ["L"],
    Brush("brush", "Filter by a span of the histogram over the list", "", G::Find, ALL) ["B"],
    Sort("sort", "Choose the order of the articles", "sort", G::Find, ALL) ["s"],
    ToggleCopies("toggle-copies", "Open the copies of the article, or fold them", "", G::Find, ARTICLES) ["C"],
    FoldCopies("fold-copies", "Fold copies that are nearly identical, similar ones too, or none", "", G::Find, ALL) ["gf"],
    SplitCopy("split-copy", "Part the article from its copies; again, leave it where they were found", "", G::Find, ALL) ["gS"],
    JoinCopy("join-copy", "Say that the article has the text of another one", "", G::Find, ALL) ["gJ"],
    CountBy("count-by", "Count articles, or origins: copies of one text once", "", G::Find, ALL) ["go"],
    Search("search", "Search in the pane", "search", G::Find, ALL) ["/"],
    SearchNext("search-next", "Next hit of the search, else of text: in the filter", "", G::Find, ALL) ["n"],
    SearchPrevious("search-previous", "Previous hit, likewise", "", G::Find, ALL) ["N"],
    SearchTexts("search-texts", "Search all articles for the words of the search", "", G::Find, ALL) ["*"],

    NextEvent("next-event", "Next event in time, in any article", "event", G::Read, READER) ["]e"],
    PreviousEvent("previous-event", "Previous event in time, in any article", "", G::Read, READER) ["[e"],
    NextActor("next-actor", "Next place that names the same actor", "actor", G::Read, READER) ["]a"],
    PreviousActor("previous-actor", "Previous place that names the same actor", "", G::Read, READER) ["[a"],
    NextArticle("next-article", "Next article of the list", "", G::Read, READER) ["]]"],
    PreviousArticle("previous-article", "Previous article of the list", "", G::Read, READER) ["[["],
    NextUnread("next-unread", "Next article of the list that was not read", "", G::Read, UNREAD) ["]u"],
    Outline("outline", "The headings of the article, to go to", "", G::Read, READER) ["gh"],
    OpenAddress("open-address", "Open the address of the article in the browser", "", G::Read, ALL) ["gx"],
    ToggleComments("toggle-comments", "Unfold the readers' comments, or fold them", "", G::Read, READER) ["gC"],
    Compare("compare", "Compare the article with another that has its text or tells its event", "", G::Read, ALL) ["gd"],
    OpenSheet("open-sheet", "The sheet of the event or of the article's story: what each paper says of it", "", G::Read, ALL) ["V"],
    WhyDate("why-date", "Why this date: the words and the rule", "why this date", G::Read, ALL) ["D"],
    CorrectDate("correct-date", "Correct the publication date ({correct-shown-date} in that page)", "", G::Read, ALL) ["gD"],
    CorrectArticle("correct-article", "Correct what is stated of the article: headline, outlet, author, date, address, section, language", "", G::Read, ALL) ["ge"],
    CorrectListed("correct-listed", "Correct the same of all articles that are listed", "", G::Read, ALL) ["gE"],

    Select("select", "A cursor in the text, and a selection from there; again, the cursor alone", "select", G::Mark, READER) ["v"],
    CaretLeft("caret-left", "A character back", "", G::Mark, CARET) ["h", "<Left>"],
    CaretRight("caret-right", "A character on", "", G::Mark, CARET) ["l", "<Right>"],
    NextWord("next-word", "To the next word; a selection, to the end of it", "word", G::Mark, CARET) ["w"],
    PreviousWord("previous-word", "To the head of the word, or of the one before", "", G::Mark, CARET) ["b"],
    WordEnd("word-end", "To the end of the word, or of the next one", "", G::Mark, CARET) ["e"],
    NextSentence("next-sentence", "To the next sentence; a selection, to the end of it", "sentence", G::Mark, CARET) [")"],
    PreviousSentence("previous-sentence", "To the head of the sentence, or of the one before", "", G::Mark, CARET) ["("],
    NextParagraph("next-paragraph", "To the next paragraph; a selection, to the end of it", "", G::Mark, CARET) ["}"],
    PreviousParagraph("previous-paragraph", "To the head of the paragraph, or of the one before", "", G::Mark, CARET) ["{"],
    RowHead("row-head", "To the head of the row", "", G::Mark, CARET) ["0", "<Home>"],
    RowEnd("row-end", "To the end of the row", "", G::Mark, CARET) ["$", "<End>"],
    SelectWord("select-word", "Select the word; again, the next one too", "", G::Mark, CARET) ["iw"],
    SelectSentence("select-sentence", "Select the sentence; again, the next one too", "this sentence", G::Mark, CARET) ["is"],
    SelectParagraph("select-paragraph", "Select the paragraph; again, the next one too", "", G::Mark, CARET) ["ip"],
    SwapEnds("swap-ends", "To the other end of the selection", "other end", G::Mark, CARET) ["o"],
    LeaveCaret("leave-caret", "Put the cursor away", "leave", G::Mark, CARET) ["<Esc>", "q"],
    Highlight("highlight", "Mark the selection, else the sentence, in the colour of the next key", "mark", G::Mark, READER) ["H"],
    RepeatHighlight("repeat-highlight", "Mark in the colour used last", "", G::Mark, READER) ["."],
    Note("note", "Write a note: on the highlight or the words, the article, the actor or the day", "note", G::Mark, ALL) ["a"],
    NoteArticle("note-article", "Write a note on the article", "", G::Mark, ALL) ["gn"],
    EditNote("edit-note", "Write the note in $VISUAL or $EDITOR", "", G::Mark, ALL) ["e"],
    Notes("notes", "All that is marked and noted, drafts first", "", G::Mark, ALL) ["gN"],
    Review("review", "Review the notes that are not where they were: accept, choose, keep as orphans", "", G::Mark, ALL) ["gR"],
    AttachNote("attach-note", "Put what has lost its place, a note or a star, on the words selected or on the article", "", G::Mark, ALL) ["gA"],
    Copy("copy", "Copy the selection, else the highlight or the sentence", "", G::Mark, READER) ["y"],
    Cite("cite", "Copy it as a quotation with its source", "", G::Mark, READER) ["Y"],
    ToggleRead("toggle-read", "Mark the article as read, or as not read", "", G::Mark, ALL) ["x"],
    ToggleStar("toggle-star", "Give the article a star, or take it away", "", G::Mark, ALL) ["S"],
    PickCase("pick-case", "Choose a case: the list, the notes and exports go by it, and what is marked belongs to it", "", G::Mark, ALL) ["gk"],
    PutIntoCase("put-into-case", "Put the article into a case, the one that is chosen if one is, or take it out", "", G::Mark, ALL) ["gK"],
    Delete("delete", "Delete the highlight, with its note", "", G::Mark, READER) ["dd"],
    NextHighlight("next-highlight", "Next highlight", "", G::Mark, READER) ["]h"],
    PreviousHighlight("previous-highlight", "Previous highlight", "", G::Mark, READER) ["[h"],
    Undo("undo", "Undo the last change, also one of an earlier day", "", G::Mark, ALL) ["u"],
    Redo("redo", "Do it again", "", G::Mark, ALL) ["<C-r>"],

    TimelineBasis("timeline-basis", "Dates mentioned in the text, or publication dates", "mentioned/published", G::Time, ALL) ["t"],
    TimelineFiner("timeline-finer", "Finer: years, months, days", "finer", G::Time, ALL) ["+", "="],
    TimelineCoarser("timeline-coarser", "Coarser: days, months, years", "coarser", G::Time, ALL) ["-"],
    SpanTimeline("span-timeline", "Filter by a span of the timeline", "span", G::Time, TIMELINE) ["v"],
    ShowSentence("show-sentence", "The whole sentence of the event, and which articles tell it", "sentence", G::Time, TIMELINE) ["K"],
    OpenDay("open-day", "The stories of the day: what each paper says of them", "", G::Time, ALL) ["gV"],
    GoToDate("go-to-date", "Go to a date in the timeline", "", G::Time, ALL) ["gt"],
    PinEvent("pin-event", "Pin the event, so that it is always shown; again takes the pin off", "pin", G::Time, TIMELINE) ["p"],
    HideEvent("hide-event", "Leave the event out of the timeline; again takes it back in", "hide", G::Time, TIMELINE) ["X"],
    ShowHidden("show-hidden", "Show what is left out of the timeline, or leave it out again", "", G::Time, TIMELINE) ["gX"],

    FilterByActor("filter-by-actor", "Filter by the actor, or no longer", "this actor", G::Actors, ACTORS) ["F"],
    MergeActor("merge-actor", "The actor is the same as another: make them one", "", G::Actors, ACTORS) ["gm"],
    SplitActor("split-actor", "A spelling of the actor is another actor: split it off", "", G::Actors, ACTORS) ["gs"],
    RenameActor("rename-actor", "Show the actor by another name", "", G::Actors, ACTORS) ["gr"],
    HideActor("hide-actor", "Leave the actor out everywhere: it is none, or is of no use here", "", G::Actors, ACTORS) ["X"],
    AlikeActors("alike-actors", "Actors that may be one, to merge", "", G::Actors, ACTORS) ["ga"],
    Corrections("corrections", "What is corrected in actors.toml, to take back", "", G::Actors, ACTORS) ["gc"],

    Help("help", "This help", "help", G::Program, ALL) ["?", "<F1>"],
    Palette("palette", "All commands, by name", "", G::Program, ALL) ["<C-p>"],
    CommandLine("command-line", "Type a command by its name", "", G::Program, ALL) [":"],
    Files("files", "Files that could not be read, and why", "", G::Program, ALL) ["!"],
    Messages("messages", "What the status line has said, the newest first", "", G::Program, ALL) ["g!"],
    Rescan("rescan", "Look for new, changed and vanished files", "", G::Program, ALL) ["r"],
    StopLoading("stop-loading", "Stop loading and keep what is here ({drop-filter} in the list)", "", G::Program, ALL) [],
    Export("export", "Export the notes of the articles listed to a file", "", G::Program, ALL) ["E"],
    Theme("theme", "Choose the colours of the screen", "", G::Program, ALL) ["gT"],
    Suspend("suspend", "To the shell; `fg` comes back", "", G::Program, Scope::Always) ["<C-z>"],
    Redraw("redraw", "Draw the screen anew", "", G::Program, ALL) ["<C-l>"],
    Leave("leave", "Quit, from the list", "", G::Program, ARTICLES) ["q"],
    Quit("quit", "Quit", "quit", G::Program, ALL) ["Q", "<C-c>"],

    BrushLeft("brush-left", "A column to the left", "", G::Range, HISTOGRAM) ["h", "<Left>"],
    BrushRight("brush-right", "A column to the right", "", G::Range, HISTOGRAM) ["l", "<Right>"],
    BrushFirst("brush-first", "To the first column", "", G::Range, HISTOGRAM) ["H", "<Home>"],
    BrushLast("brush-last", "To the last column", "", G::Range, HISTOGRAM) ["L", "<End>"],
    SpanDown("span-down", "A row down", "", G::Range, SPAN) ["j"],
    SpanUp("span-up", "A row up", "", G::Range, SPAN) ["k"],
    SpanTop("span-top", "To the first row", "", G::Range, SPAN) ["g", "<Home>"],
    SpanBottom("span-bottom", "To the last row", "", G::Range, SPAN) ["G", "<End>"],
    HoldRange("hold-range", "Keep one end where it is, so that moving stretches the range; again lets it go", "", G::Range, RANGES) ["<Space>", "v"],
    LeaveRange("leave-range", "Put the range away", "", G::Range, RANGES) ["<Esc>"],

    Accept("accept", "Take the line, the row or the range; of a place to be reviewed, take it or read there; close a page", "", G::Over, ACCEPTED) ["<Enter>"],
    Cancel("cancel", "Leave the line, the list or the page", "", G::Over, LEFT) ["<Esc>", "<C-c>", "<C-g>"],
    Close("close", "Close the page or the review list", "", G::Over, PAGES) ["q"],
    FirstRow("first-row", "To the head of the page or of the review list", "", G::Over, PAGES) ["g"],
    ListDown("list-down", "Next row of a list", "", G::Over, LIST) ["<Down>", "<C-n>"],
    ListUp("list-up", "Previous row", "", G::Over, LIST) ["<Up>", "<C-p>"],
    ListPageDown("list-page-down", "A page of rows down", "", G::Over, LIST) ["<PgDn>"],
    ListPageUp("list-page-up", "A page of rows up", "", G::Over, LIST) ["<PgUp>"],
    CorrectShownDate("correct-shown-date", "Correct the publication date that the page explains", "", G::Over, Scope::Over(&[Layer::Page])) ["c"],
    SheetLeft("sheet-left", "To the paper at the left", "", G::Over, SHEET) ["h", "<Left>"],
    SheetRight("sheet-right", "To the paper at the right", "", G::Over, SHEET) ["l", "<Right>"],
    ExportSheet("export-sheet", "Write the sheet to a file: .md, .html or .csv", "", G::Over, SHEET) ["E"],
    ReviewListed("review-listed", "From the pane of notes to the review list", "", G::Over, Scope::Over(&[Layer::Notes])) ["<C-r>"],
    DeleteNoted("delete-noted", "Delete the note, or the highlight with its note, in the pane of notes", "", G::Over, Scope::Over(&[Layer::Notes])) ["<C-x>"],

    Complete("complete", "Take the offer that is marked, or the rest of a key that stands dimmed behind the cursor", "", G::Complete, Scope::Over(&[Layer::Completion, Layer::Tags])) ["<Tab>"],
    NextOffer("next-offer", "Mark the next offer; {accept} then takes it", "", G::Complete, OFFERS) ["<Down>"],
    PreviousOffer("previous-offer", "Mark the previous offer", "", G::Complete, OFFERS) ["<Up>", "<S-Tab>"],
    NextTag("next-tag", "Mark the next tag that is offered", "", G::Complete, Scope::Over(&[Layer::Tags])) ["<S-Tab>"],
    CloseOffers("close-offers", "Close the list of offers", "", G::Complete, Scope::Over(&[Layer::Offers, Layer::Tags])) ["<Esc>"],
    QueryHelp("query-help", "All about queries, in the filter line", "", G::Complete, FILTER) ["<F1>"],
    EarlierQuery("earlier-query", "An earlier query; further down in the articles, a row up", "", G::Complete, FILTER) ["<Up>"],
    LaterQuery("later-query", "A later query, and back to what was typed; behind that, down the articles", "", G::Complete, FILTER) ["<Down>"],

    TextLeft("text-left", "A character back", "", G::Text, TEXT) ["<Left>", "<C-b>"],
    TextRight("text-right", "A character on", "", G::Text, TEXT) ["<Right>", "<C-f>"],
    TextWordLeft("text-word-left", "A word back", "", G::Text, TEXT) ["<C-Left>", "<A-b>"],
    TextWordRight("text-word-right", "A word on", "", G::Text, TEXT) ["<C-Right>", "<A-f>"],
    TextHead("text-head", "To the head of the line", "", G::Text, TEXT) ["<Home>", "<C-a>"],
    TextEnd("text-end", "To the end of the line", "", G::Text, TEXT) ["<End>", "<C-e>"],
    DeleteBack("delete-back", "Delete the character before the cursor; in an empty line, leave it", "", G::Text, TEXT) ["<BS>", "<C-h>"],
    DeleteForward("delete-forward", "Delete the character behind the cursor", "", G::Text, TEXT) ["<Del>", "<C-d>"],
    DeleteWord("delete-word", "Delete the word before the cursor", "", G::Text, TEXT) ["<C-w>", "<A-BS>"],
    DeleteNextWord("delete-next-word", "Delete the word behind the cursor", "", G::Text, TEXT) ["<A-d>", "<A-Del>"],
    DeleteToEnd("delete-to-end", "Delete to the end of the line", "", G::Text, TEXT) ["<C-k>"],
    ClearLine("clear-line", "Delete to the head of the line", "", G::Text, LINE) ["<C-u>"],
    PutBack("put-back", "Put in what was deleted last", "", G::Text, TEXT) ["<C-y>"],

    KeepNote("keep-note", "Keep the note", "", G::Note, NOTE) ["<Esc>", "<C-s>"],
    LeaveNote("leave-note", "Leave the note as it was; what was typed stays as a draft", "", G::Note, NOTE) ["<C-c>"],
    EditOutside("edit-outside", "Go on in $VISUAL or $EDITOR", "", G::Note, NOTE) ["<C-e>"],
    NewLine("new-line", "A new line", "", G::Note, NOTE) ["<Enter>", "<C-m>"],
    Indent("indent", "Spaces to the next stop", "", G::Note, NOTE) ["<Tab>"],
    TextUp("text-up", "A row up", "", G::Note, NOTE) ["<Up>", "<C-p>"],
    TextDown("text-down", "A row down", "", G::Note, NOTE) ["<Down>", "<C-n>"],
    TextPageUp("text-page-up", "A page up", "", G::Note, NOTE) ["<PgUp>", "<A-v>"],
    TextPageDown("text-page-down", "A page down", "", G::Note, NOTE) ["<PgDn>", "<C-v>"],
    ParagraphUp("paragraph-up", "A paragraph up", "", G::Note, NOTE) ["<C-Up>", "<A-p>"],
    ParagraphDown("paragraph-down", "A paragraph down", "", G::Note, NOTE) ["<C-Down>", "<A-n>"],
    UndoTyping("undo-typing", "Undo what was typed last", "", G::Note, NOTE) ["<C-u>"],
    RedoTyping("redo-typing", "Do it again", "", G::Note, NOTE) ["<C-r>"],

    AcceptPlace("accept-place", "Accept the place that is shown", "", G::Review, REVIEW) ["a"],
    AcceptMoved("accept-moved", "Accept all whose very words stand elsewhere", "", G::Review, REVIEW) ["A"],
    ChoosePlace("choose-place", "Choose among several places; {accept} takes one", "", G::Review, REVIEW) ["c"],
    KeepOrphan("keep-orphan", "Keep the note as an orphan", "", G::Review, REVIEW) ["o"],
    DeleteListed("delete-listed", "Delete the note", "", G::Review, REVIEW) ["d"],

    Color1("color-1", "The first colour", "", G::Colors, COLORS) ["1"],
    Color2("color-2", "The second colour", "", G::Colors, COLORS) ["2"],
    Color3("color-3", "The third colour", "", G::Colors, COLORS) ["3"],
    Color4("color-4", "The fourth colour", "", G::Colors, COLORS) ["4"],
    Color5("color-5", "The fifth colour", "", G::Colors, COLORS) ["5"],
    Color6("color-6", "The sixth colour", "", G::Colors, COLORS) ["6"],
    Color7("color-7", "The seventh colour", "", G::Colors, COLORS) ["7"],
    Color8("color-8", "The eighth colour", "", G::Colors, COLORS) ["8"],
    Color9("color-9", "The ninth colour", "", G::Colors, COLORS) ["9"],
}

#[cfg(test)]
mod tests {
    use super::{COMMANDS, Command};
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_lead_back() {
        let names: HashSet<_> = COMMANDS.iter().map(|spec| spec.name).collect();
        assert_eq!(names.len(), COMMANDS.len());
        assert!(COMMANDS.iter().all(|spec| Command::by_name(spec.name) == Some(spec.command)));
        assert!(COMMANDS.iter().all(|spec| spec.command.spec().is_some_and(|row| row.name == spec.name)));
    }
}
