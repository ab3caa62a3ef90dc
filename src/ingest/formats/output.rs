//! The output of a reader: it hands over drafts, each with the bytes it is known by, and what it left out or lost.
//!
//! Articles of one file are numbered here, those that hold no text included, so that a number never means two articles.

use std::path::Path;

use crate::ingest::draft::Draft;
use crate::ingest::formats::reading::{FileName, LeftOut, LineText, Reading, UnreadField};
use crate::ingest::rules::assemble;
use crate::ingest::rules::assemble::Source;
use crate::model::article::{Encoding, Item};
use crate::model::problem::Problem;

/// Where a reader puts what it finds in one file.
#[derive(Debug)]
pub(crate) struct Output<'a> {
    name: FileName<'a>,
    encoding: Encoding,
    reading: &'a mut Reading,
}

impl<'a> Output<'a> {
    /// The output of the file `name`, whose bytes were read as `encoding`.
    pub(crate) fn new(name: FileName<'a>, encoding: Encoding, reading: &'a mut Reading) -> Self {
        Self { name, encoding, reading }
    }

    /// Where the file is.
    pub(crate) fn path(&self) -> &'a Path {
        self.name.path
    }

    /// The bytes of what comes next were read as `encoding`.
    pub(crate) fn read_as(&mut self, encoding: Encoding) {
        self.encoding = encoding;
    }

    /// What tells the format is more than what its recognition saw: `why`.
    pub(crate) fn told_by(&mut self, why: &'static str) {
        if let Some(taken) = &mut self.reading.taken {
            taken.why = why;
        }
    }

    /// The whole file is one article; `bytes` is all of it.
    pub(crate) fn whole(&mut self, draft: Draft, bytes: &[u8]) {
        if !self.assemble(draft, None, bytes) {
            self.fail("holds no text");
        }
    }

    /// The next article of a file that may hold several; `bytes` are its own.
    pub(crate) fn next(&mut self, draft: Draft, bytes: &[u8]) {
        self.reading.numbered += 1;
        let number = self.reading.numbered;
        if !self.assemble(draft, Some(Item::Number(number)), bytes) {
            self.lose("holds no text");
        }
    }

    /// The article at `position` of an array, counted from 1; `bytes` are its own. What it may lack is a warning.
    pub(crate) fn element(&mut self, position: u32, draft: Result<Draft, String>, bytes: &[u8]) {
        let made = draft.map(|draft| self.assemble(draft, Some(Item::Line(position)), bytes));
        let lack = match made {
            Ok(true) => return,
            Ok(false) => "holds no text".to_owned(),
            Err(lack) => lack,
        };
        let problem = Problem::part(self.name.shown, &format!("article {position} {lack}"));
        self.reading.problems.push(Problem { articles: 1, ..problem });
    }

    /// An article that should come next is there and cannot be read, for `reason`.
    pub(crate) fn lost(&mut self, reason: &str) {
        self.reading.numbered += 1;
        self.lose(reason);
    }

    /// Whether anyone asks what belongs to no article: an inspection does, a load does not.
    pub(crate) fn is_inspected(&self) -> bool {
        self.reading.unread.is_some()
    }

    /// `words` of the file belong to no article; `what` says what they are.
    pub(crate) fn left_out(&mut self, what: &'static str, words: &str) {
        if !self.is_inspected() {
            return;
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.reading.left_out.push(LeftOut { what, words });
        }
    }

    /// Takes note of the fields of a record that its article does not show, where that is asked for.
    pub(crate) fn unread(&mut self, fields: impl FnOnce() -> Vec<UnreadField>) {
        if let Some(unread) = &mut self.reading.unread {
            unread.extend(fields());
        }
    }

    /// The file is in JSON Lines: its lines are read by others.
    pub(crate) fn lines(&mut self, text: String) {
        self.reading.lines = Some(LineText { text, encoding: self.encoding });
    }

    /// Nothing of the file can be read.
    pub(crate) fn fail(&mut self, reason: &str) {
        self.reading.fail(self.name, reason);
    }

    /// Nothing of the file can be read, from `line` on.
    pub(crate) fn fail_at(&mut self, line: Option<u32>, reason: &str) {
        self.reading.problems.push(Problem { line, ..Problem::whole(self.name.shown, reason) });
    }

    /// Something of the file is not as it should be.
    pub(crate) fn warn(&mut self, reason: &str) {
        self.reading.warn(self.name, reason);
    }

    /// The number that the next article has.
    pub(crate) fn upcoming(&self) -> u32 {
        self.reading.numbered + 1
    }

    fn lose(&mut self, reason: &str) {
        let number = Some(self.reading.numbered);
        self.reading.problems.push(Problem { number, articles: 1, ..Problem::part(self.name.shown, reason) });
    }

    fn assemble(&mut self, draft: Draft, item: Option<Item>, bytes: &[u8]) -> bool {
        let source = Source { path: self.name.path, shown: self.name.shown, item, encoding: self.encoding, bytes };
        let article = assemble::article(draft, &source);
        let made = article.is_some();
        self.reading.articles.extend(article);
        made
    }
}
