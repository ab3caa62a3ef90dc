//! Problems: what could not be read, in whole or in part, and why. Nothing is left out without one.

use std::fmt;

/// One thing that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, readable on a terminal even when its name is not UTF-8.
    pub path: Box<str>,
    /// The line, counted from 1, when the trouble is with one line.
    pub line: Option<u32>,
    /// Whether something of the file is in the archive all the same.
    pub partial: bool,
    /// What is wrong, in one short sentence that says what to do when there is something to do.
    pub reason: Box<str>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.reason),
            None => write!(f, "{}: {}", self.path, self.reason),
        }
    }
}
