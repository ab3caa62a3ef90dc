//! An inspection of one file: what it is taken for, how many articles it gives, which fields they have, what was left out.
//!
//! The file is read as a loading reads it, a long one piece by piece, but nothing is analysed or kept. The command line calls it.

use std::io;
use std::path::Path;

use serde_json::Value;

use crate::ingest::catch_panic::{FAULT, guarded};
use crate::ingest::formats::document;
use crate::ingest::formats::json;
use crate::ingest::formats::json_lines;
use crate::ingest::formats::json_lines::LineFile;
use crate::ingest::formats::packed::warc;
use crate::ingest::formats::reading::{FileName, LineText, Reading, Taken, UnreadField};
use crate::ingest::formats::unread::unread;
use crate::ingest::jobs::job::{Job, plan};
use crate::ingest::source::read;
use crate::ingest::source::walk::{FoundFile, shown};
use crate::model::article::{Article, BlockKind, HeadlineOrigin};
use crate::model::date::PublicationDate;
use crate::model::problem::Problem;

/// What a file was found to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspection {
    /// What it was taken for; `None` when it was not read.
    pub taken: Option<Taken>,
    /// How many articles it gives.
    pub articles: usize,
    /// How many of them have each field; those that none has are left out.
    pub fields: Vec<(&'static str, usize)>,
    /// What belongs to no article, and its words, and the words of boilerplate in the articles.
    pub left_out: Vec<(&'static str, usize)>,
    /// The fields of records that no article shows, those with most words first.
    pub unread: Vec<UnreadField>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Inspection {
    /// How many articles are known to be lost.
    #[must_use]
    pub fn lost(&self) -> u32 {
        self.problems.iter().map(|problem| problem.articles).sum()
    }
}

/// Whether an article has a field.
type Has = fn(&Article) -> bool;

/// The fields of an article, by name.
const FIELDS: [(&str, Has); 11] = [
    ("title", |article| article.headline != HeadlineOrigin::FirstSentence),
    ("date", |article| article.published.date != PublicationDate::Unknown),
    ("source", |article| article.source.is_some()),
    ("author", |article| article.author.is_some()),
    ("url", |article| article.url.is_some()),
    ("section", |article| article.imprint.section.is_some()),
    ("page", |article| article.imprint.page.is_some()),
    ("docid", |article| article.imprint.docid.is_some()),
    ("credit", |article| article.imprint.credit.is_some()),
    ("updated", |article| article.imprint.updated.is_some()),
    ("lang", |article| !article.lang.to_string().is_empty()),
];

/// Inspects the file at `path`, which has at most `limit` bytes unless it can be read piece by piece.
#[must_use]
pub fn inspect(path: &Path, limit: u64) -> Inspection {
    let shown = shown(path);
    let name = FileName { path, shown: &shown };
    let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    let found = [FoundFile { path: path.into(), size, modified: 0 }];
    let mut account = Account { name, inspection: Inspection::default(), numbered: 0 };
    for job in plan(&found) {
        let done = match &job {
            Job::Files(_) => {
                guarded(|| read::with(path, size, limit, |content| account.take(document::read_content(name, content, true))))
            }
            _ => guarded(|| account.piece(&job, limit).map_err(read::Unread::Io)),
        };
        match done {
            Some(Ok(())) => {}
            Some(Err(unread)) => account.complain(&unread.to_string()),
            None => account.complain(FAULT),
        }
    }
    account.finished()
}

/// What is known of the file so far.
struct Account<'a> {
    name: FileName<'a>,
    inspection: Inspection,
    /// How many records the pieces before held.
    numbered: u32,
}

impl Account<'_> {
    /// Takes in a piece of a long file.
    fn piece(&mut self, job: &Job<'_>, limit: u64) -> io::Result<()> {
        let name = self.name;
        match job {
            Job::Files(_) => {}
            Job::Archive(_) => {
                let mut reading = Reading { taken: warc::taken_of(name.path), unread: Some(Vec::new()), ..Reading::default() };
                warc::stream(name, &mut reading, &mut |reading| self.drain(reading))?;
                self.drain(&mut reading);
            }
            Job::Records(_, head, range) => {
                let mut bytes = read::range(name.path, head)?;
                bytes.append(&mut read::range(name.path, range)?);
                let reading = document::read_for_inspection(name, &bytes);
                let numbered = reading.numbered;
                self.take(reading);
                self.numbered += numbered;
            }
            Job::Lines(_, range) => {
                let bytes = json_lines::part(name.path, range.clone(), limit)?;
                let lines = json_lines::count(&bytes);
                self.take(document::read_for_inspection(name, &bytes));
                self.numbered += lines;
            }
        }
        Ok(())
    }

    /// The account, with the fields that some article has; the words of articles behind those of none.
    fn finished(self) -> Inspection {
        let mut inspection = self.inspection;
        inspection.unread.sort_by(|a, b| b.words.cmp(&a.words).then_with(|| a.name.cmp(&b.name)));
        inspection.fields.retain(|(_, count)| *count > 0);
        inspection.left_out.sort_by_key(|(what, _)| *what == FURNITURE);
        inspection
    }

    fn complain(&mut self, reason: &str) {
        self.inspection.problems.push(Problem::whole(self.name.shown, reason));
    }

    fn take(&mut self, mut reading: Reading) {
        let lines = reading.lines.take();
        self.drain(&mut reading);
        if let Some(LineText { text, encoding }) = lines {
            let file = LineFile { path: self.name.path, shown: self.name.shown, encoding };
            let mut problems = Vec::new();
            file.read(&text, &mut |article| self.article(&article), &mut |problem| problems.push(problem));
            self.problems(problems);
            self.unread_in_lines(&text);
        }
    }

    /// Takes what `reading` has gathered, and leaves nothing of it there.
    fn drain(&mut self, reading: &mut Reading) {
        self.inspection.taken = self.inspection.taken.or(reading.taken);
        reading.articles.drain(..).for_each(|article| self.article(&article));
        for part in reading.left_out.drain(..) {
            self.left_out(part.what, part.words.split(' ').count());
        }
        self.unread(reading.unread.as_mut().map(std::mem::take).unwrap_or_default());
        let problems = std::mem::take(&mut reading.problems);
        self.problems(problems);
    }

    /// Takes in the fields that no article shows of the records in the lines of `text`. Records of `liseuse extract` are taken as they are.
    fn unread_in_lines(&mut self, text: &str) {
        let records = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        for record in records.filter(|record| record.get("extract").is_none()) {
            if let Ok(draft) = json::draft(&record) {
                self.unread(unread(&record, &draft));
            }
        }
    }

    fn unread(&mut self, fields: Vec<UnreadField>) {
        for field in fields {
            match self.inspection.unread.iter_mut().find(|known| known.name == field.name) {
                Some(known) => {
                    known.records += field.records;
                    known.words += field.words;
                }
                None => self.inspection.unread.push(field),
            }
        }
    }

    /// What holds for the whole file is told once, though each piece of it may tell so.
    fn problems(&mut self, problems: Vec<Problem>) {
        let before = self.numbered;
        for mut problem in problems {
            problem.line = problem.line.map(|line| line + before);
            problem.number = problem.number.map(|number| number + before);
            if !self.inspection.problems.contains(&problem) {
                self.inspection.problems.push(problem);
            }
        }
    }

    fn article(&mut self, article: &Article) {
        let inspection = &mut self.inspection;
        inspection.articles += 1;
        if inspection.fields.is_empty() {
            inspection.fields = FIELDS.iter().map(|(name, _)| (*name, 0)).collect();
        }
        for ((_, has), (_, count)) in FIELDS.iter().zip(&mut inspection.fields) {
            *count += usize::from(has(article));
        }
        self.left_out(FURNITURE, furniture_words(article));
    }

    fn left_out(&mut self, what: &'static str, words: usize) {
        match self.inspection.left_out.iter_mut().find(|(known, _)| *known == what) {
            Some((_, known)) => *known += words,
            None if words > 0 => self.inspection.left_out.push((what, words)),
            None => {}
        }
    }
}

/// What the words that do not count in articles are called.
const FURNITURE: &str = "furniture in the articles";

fn furniture_words(article: &Article) -> usize {
    article.blocks_of(BlockKind::Furniture).map(|span| span.of(&article.body).split_whitespace().count()).sum()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::fs;

    use super::inspect;

    const SENTENCE: &str =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";

    /// A file of 3 MiB and more under a limit of 2 MiB, made of `record` over and over.
    fn long(ending: &str, head: &str, record: impl Fn(usize) -> String) -> (tempfile::NamedTempFile, usize) {
        let file = tempfile::Builder::new().suffix(ending).tempfile().unwrap();
        let (mut text, mut count) = (head.to_owned(), 0);
        while text.len() < 3 << 20 {
            text.push_str(&record(count));
            count += 1;
        }
        fs::write(file.path(), text).unwrap();
        (file, count)
    }

    #[test]
    fn a_web_archive_larger_than_the_limit_is_counted_page_by_page() {
        let (file, pages) = long(".warc", "", |n| {
            let html = format!(
                "<html><head><title>Le vote {n}</title></head><body><article><p>{SENTENCE}</p>{}</article></body></html>",
                format!("<p>{SENTENCE}</p>").repeat(60)
            );
            let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}");
            let mut record = String::new();
            let _ = write!(record, "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n");
            let _ = write!(record, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/{n}\r\n");
            let _ = write!(record, "Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n", answer.len());
            record
        });
        let found = inspect(file.path(), 2 << 20);
        assert_eq!((found.articles, found.lost(), found.problems), (pages, 0, Vec::new()));
        assert_eq!(found.taken.map(|taken| taken.format), Some("WARC"));
        assert!(found.left_out.iter().any(|(what, _)| *what == "a record about the capture"), "{:?}", found.left_out);
        assert!(found.fields.contains(&("title", pages)) && found.fields.contains(&("url", pages)), "{:?}", found.fields);
    }

    #[test]
    fn long_lines_of_records_are_counted_and_a_broken_one_has_its_place() {
        let (file, lines) = long(".jsonl", "", |n| match n {
            9000 => "{\"title\": broken\n".to_owned(),
            _ => format!("{{\"title\":\"Le vote {n}\",\"text\":\"{SENTENCE}\"}}\n"),
        });
        let found = inspect(file.path(), 2 << 20);
        assert_eq!((found.articles, found.problems.len()), (lines - 1, 1));
        assert_eq!(found.problems[0].line, Some(9001));
    }
}
