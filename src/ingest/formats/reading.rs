//! A reading: what one file gives, as it is filled by `document`, `lines` and the readers of formats.
//!
//! Plain data; `formats::output` is how a reader of a format fills it.

use std::path::Path;

use crate::model::article::{Article, Encoding};
use crate::model::problem::Problem;

/// What a file gives.
#[derive(Debug, Default)]
pub struct Reading {
    /// Its articles, before analysis, in order.
    pub articles: Vec<Article>,
    /// What could not be read in it.
    pub problems: Vec<Problem>,
    /// The text of a file in JSON Lines, whose lines are still to be read.
    pub lines: Option<LineText>,
    /// What it was taken for; `None` when it was not read at all.
    pub taken: Option<Taken>,
    /// How many of its articles were numbered, those that could not be read included.
    pub numbered: u32,
    /// What stands in the file and is no part of an article, where an inspection asks.
    pub left_out: Vec<LeftOut>,
    /// The fields of records that no article shows; `None` when nobody asks, since to know them takes longer than to read the rest.
    pub(crate) unread: Option<Vec<UnreadField>>,
}

/// What a file was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The name of the format.
    pub format: &'static str,
    /// What in the file tells it.
    pub why: &'static str,
}

/// Words of a file that belong to no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What they are, such as `cover page`.
    pub what: &'static str,
    /// The words.
    pub words: String,
}

/// A field of records whose words stand in no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadField {
    /// Its name, behind the names of the fields it lies in, parted by points; elements of lists have none.
    pub name: String,
    /// In how many records it has such words.
    pub records: usize,
    /// How many such words it has in all.
    pub words: usize,
}

/// A decoded file in JSON Lines.
#[derive(Debug)]
pub struct LineText {
    /// Its lines.
    pub text: String,
    /// How its bytes were read.
    pub encoding: Encoding,
}

/// A file that is read.
#[derive(Clone, Copy, Debug)]
pub struct FileName<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// The same as it is shown.
    pub shown: &'a str,
}

impl Reading {
    /// Takes note that nothing of the file `name` can be read.
    pub fn fail(&mut self, name: FileName, reason: &str) {
        self.problems.push(Problem::whole(name.shown, reason));
    }

    /// Takes note that something of the file `name` is not as it should be.
    pub fn warn(&mut self, name: FileName, reason: &str) {
        self.problems.push(Problem::part(name.shown, reason));
    }
}
