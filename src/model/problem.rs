//! Problems: what could not be read, in whole or in part, and why. Nothing is left out without one.

mod reason;

use std::borrow::Cow;
use std::fmt;

use crate::tr;

/// One thing that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, readable on a terminal even when its name is not UTF-8.
    pub path: Box<str>,
    /// The line, counted from 1, when the trouble is with one line.
    pub line: Option<u32>,
    /// The number of the article in its file, counted from 1, when the trouble is with one article.
    pub number: Option<u32>,
    /// Whether something of the file is in the archive all the same.
    pub partial: bool,
    /// How many articles the archive lacks by it, as far as that is known; a file that was not read counts for none.
    pub articles: u32,
    /// What is wrong, in one short sentence that says what to do when there is something to do.
    pub reason: Box<str>,
}

impl Problem {
    /// Nothing of the file or folder at `path` could be read.
    #[must_use]
    pub fn whole(path: &str, reason: &str) -> Self {
        Self { path: path.into(), reason: reason.into(), ..Self::default() }
    }

    /// Something of the file at `path` could not be read.
    #[must_use]
    pub fn part(path: &str, reason: &str) -> Self {
        Self { partial: true, ..Self::whole(path, reason) }
    }

    /// Whether nothing is missing: what was wrong with the file was put right as it was read.
    #[must_use]
    pub fn is_put_right(&self) -> bool {
        self.partial && self.articles == 0 && reason::is_put_right(&self.reason)
    }

    /// What is wrong, in the language in force; it is kept in English.
    #[must_use]
    pub fn worded(&self) -> Cow<'_, str> {
        reason::worded(&self.reason)
    }

    /// Where it is: `folder/file.txt`, `file.jsonl:1742` or `export.html#17`.
    #[must_use]
    pub fn place(&self) -> String {
        match (self.line, self.number) {
            (Some(line), _) => format!("{}:{line}", self.path),
            (None, Some(number)) => format!("{}#{number}", self.path),
            (None, None) => self.path.to_string(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", tr!("{place}: {reason}", place = self.place(), reason = self.worded()))
    }
}
