//! The rows and cells of a sheet, as plain data.

use crate::model::archive::ArticleIx;
use crate::text::span::Span;
use crate::tr;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetSection {
    /// A day that is told.
    When,
    /// A place or a state.
    Where,
    /// A person, a party, a body.
    Who,
    /// What is counted.
    Figures,
    /// What somebody is quoted with.
    Statements,
    /// What each says in its own words.
    OwnWords,
}

impl SheetSection {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::When, Self::Where, Self::Who, Self::Figures, Self::Statements, Self::OwnWords];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Where => "where",
            Self::Who => "who",
            Self::Figures => "figures",
            Self::Statements => "statements",
            Self::OwnWords => "own-words",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::When => tr!("When"),
            Self::Where => tr!("Where"),
            Self::Who => tr!("Who"),
            Self::Figures => tr!("Figures"),
            Self::Statements => tr!("Statements"),
            Self::OwnWords => tr!("In their own words"),
        }
    }
}

/// What is to be noticed of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellMark {
    /// Nothing.
    Plain,
    /// No other column has it.
    OnlyHere,
    /// It was published here before the other columns that have it.
    FirstHere,
    /// Others published it on the same day, or a day is missing: who was first is not known.
    Unknown,
}

impl CellMark {
    /// Its name in JSON and CSV; empty for nothing.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::OnlyHere => "only here",
            Self::FirstHere => "first here",
            Self::Unknown => "unknown",
        }
    }

    /// Its words for people; empty for nothing. That nobody knows who was first is nothing to be noticed, and `unknown` beside a figure
    /// would be taken for the figure.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Plain | Self::Unknown => "",
            Self::OnlyHere => tr!("only here"),
            Self::FirstHere => tr!("first here"),
        }
    }
}

/// What one column has of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// Its words, on one line.
    pub text: String,
    /// The article they stand in.
    pub article: ArticleIx,
    /// Where, in its body.
    pub span: Span,
    /// What is to be noticed.
    pub mark: CellMark,
}

/// A fact, with what each column has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// What it is about.
    pub section: SheetSection,
    /// Its name; empty for sentences.
    pub label: String,
    /// A cell for each column, in their order; `None` where a column has nothing of it.
    pub cells: Vec<Option<SheetCell>>,
}
