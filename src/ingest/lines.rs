//! JSON Lines: an article a line, read in parts, and a malformed line costs itself alone.

use std::ops::Range;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::ingest::assemble::{self, Source};
use crate::ingest::guard::{FAULT, guarded};
use crate::ingest::json;
use crate::model::article::{Article, Encoding};
use crate::model::problem::Problem;

/// The bytes of a part: enough to keep all cores busy, few enough to show soon.
const PART: usize = 4 << 20;
/// The bytes of the first part.
const FIRST: usize = 256 << 10;

/// A decoded file in JSON Lines, and how far it has been read.
#[derive(Debug)]
pub struct LineFile {
    text: String,
    encoding: Encoding,
    read: usize,
    line: u32,
}

impl LineFile {
    /// A file none of which has been read.
    #[must_use]
    pub fn new(text: String, encoding: Encoding) -> Self {
        Self { text, encoding, read: 0, line: 0 }
    }

    /// The part that comes next, cut at a line end; `None` behind the last.
    pub fn part(&mut self) -> Option<Part> {
        let rest = self.text.as_bytes().get(self.read..).filter(|rest| !rest.is_empty())?;
        let most = if self.read == 0 { FIRST } else { PART };
        let end = match rest.get(most..) {
            Some(beyond) => most + memchr::memchr(b'\n', beyond).map_or(beyond.len(), |at| at + 1),
            None => rest.len(),
        };
        let lines = memchr::memchr_iter(b'\n', rest.get(..end).unwrap_or(rest)).count();
        let part = Part { span: self.read..self.read + end, first_line: self.line + 1 };
        self.read += end;
        self.line += u32::try_from(lines).unwrap_or(u32::MAX);
        Some(part)
    }

    /// The articles of `part`, each finished by `finish`, and what is wrong with its lines, in order.
    pub fn read<F>(&self, part: &Part, path: &Path, shown: &str, finish: F) -> (Vec<Article>, Vec<Problem>)
    where
        F: Fn(&mut Article) + Sync,
    {
        let text = self.text.get(part.span.clone()).unwrap_or_default();
        let lines: Vec<(u32, &str)> =
            (part.first_line..).zip(text.split('\n')).filter(|(_, line)| !line.trim().is_empty()).collect();
        let read = |(number, line): &(u32, &str)| {
            let source = Source {
                path,
                shown,
                item: Some(*number),
                encoding: self.encoding,
                bytes: line.trim_end_matches('\r').as_bytes(),
            };
            let finished = || {
                let mut article = article(line, &source)?;
                finish(&mut article);
                Ok(article)
            };
            guarded(finished).unwrap_or_else(|| Err(FAULT.to_owned())).map_err(|reason| Problem {
                path: shown.into(),
                line: Some(*number),
                partial: true,
                reason: reason.into(),
            })
        };
        let (mut articles, mut problems) = (Vec::with_capacity(lines.len()), Vec::new());
        for result in lines.par_iter().map(read).collect::<Vec<_>>() {
            match result {
                Ok(article) => articles.push(article),
                Err(problem) => problems.push(problem),
            }
        }
        (articles, problems)
    }
}

/// A part of a [`LineFile`].
#[derive(Debug)]
pub struct Part {
    span: Range<usize>,
    first_line: u32,
}

impl Part {
    /// How many bytes it has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.span.len() as u64
    }
}

fn article(line: &str, source: &Source) -> Result<Article, String> {
    let value = serde_json::from_str(line.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("is not valid JSON: {}", without_line(&error)))?;
    let draft = json::draft(&value)?;
    assemble::article(draft, source).ok_or_else(|| "holds no text".to_owned())
}

/// The parser counts lines inside the line it is given.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line").map_or(text.as_str(), |(what, _)| what).to_owned() + &format!(" at column {}", error.column())
}
