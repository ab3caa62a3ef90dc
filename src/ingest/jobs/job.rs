//! Jobs: the files of a loading cut into pieces of work, and one piece of work done: read, analysed and packed.
//!
//! A job reads its files one after the other and packs each article while its text is still in the processor's cache. A fault
//! of the program, or of a parser it uses, costs one file.

use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::Path;

use rayon::iter::{IntoParallelRefMutIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::ingest::catch_panic::{FAULT, guarded};
use crate::ingest::formats;
use crate::ingest::formats::document;
use crate::ingest::formats::json_lines;
use crate::ingest::formats::json_lines::LineFile;
use crate::ingest::formats::packed::warc;
use crate::ingest::formats::reading::{FileName, Reading};
use crate::ingest::rules::repeated_lines;
use crate::ingest::source::decode::decode;
use crate::ingest::source::double_utf8::{READ_TWICE, repaired};
use crate::ingest::source::format::{FileFormat, tell};
use crate::ingest::source::read;
use crate::ingest::source::read::{FileContent, Unread};
use crate::ingest::source::walk::{FoundFile, shown};
use crate::model::article::{Article, Encoding};
use crate::model::problem::Problem;
use crate::model::segment::{Builder, FileStamp, Filed, Segment};

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job<'a> {
    /// Files, each as a whole.
    Files(&'a [FoundFile]),
    /// The lines that begin in a range of bytes of a file in JSON Lines.
    Lines(&'a FoundFile, Range<u64>),
    /// The records in a range of bytes of a long file, behind the head that they need.
    Records(&'a FoundFile, Range<u64>, Range<u64>),
    /// A long web archive, record by record.
    Archive(&'a FoundFile),
}

/// What a job gave.
#[derive(Debug, Default)]
pub struct Done {
    /// The articles.
    pub segment: Segment,
    /// What each file gave that was begun, or that is gone on with when none was.
    pub given: Vec<Given>,
    /// Files that were begun.
    pub files: usize,
    /// Bytes that were read.
    pub bytes: u64,
    /// Lines that were ended, of a part of a file; the next part counts on from there.
    pub lines: Option<u32>,
}

/// What a file gave, beside the articles themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// How many articles.
    pub articles: u32,
    /// What could not be read of it.
    pub problems: Vec<Problem>,
    /// Whether the system refused it, which may be different the next time though the file stays the same.
    pub refused: bool,
}

/// The files of the first job and of any other: a small one first, so that there is something to see at once.
const FILES: (usize, usize) = (16, 256);
/// The bytes at which a job takes no further file, and of a part of a file.
const BYTES: u64 = 4 << 20;
/// The bytes of the first part of a file.
const FIRST_PART: u64 = 256 << 10;
/// A file in JSON Lines with more bytes than this is cut into parts, and a web archive is read record by record.
const LONG: u64 = 1 << 20;
/// A file of other records with more bytes than this is cut into parts.
const STREAMED: u64 = 16 << 20;

/// Cuts `files` into jobs, in order.
#[must_use]
pub fn plan(files: &[FoundFile]) -> Vec<Job<'_>> {
    let (mut jobs, mut rest) = (Vec::new(), files);
    while let Some((first, behind)) = rest.split_first() {
        if first.size > LONG && is_lines(first) {
            parts(first, &mut jobs);
            rest = behind;
            continue;
        }
        if first.size > LONG && is_archive(first) {
            jobs.push(Job::Archive(first));
            rest = behind;
            continue;
        }
        if first.size > STREAMED && records(first, &mut jobs) {
            rest = behind;
            continue;
        }
        let most = if jobs.is_empty() { FILES.0 } else { FILES.1 };
        let mut bytes = 0;
        let fits = |file: &&FoundFile| {
            bytes += file.size;
            bytes <= BYTES && !(file.size > LONG && (is_lines(file) || is_archive(file))) && file.size <= STREAMED
        };
        let count = rest.iter().take(most).take_while(fits).count().max(1);
        let (batch, behind) = rest.split_at(count);
        jobs.push(Job::Files(batch));
        rest = behind;
    }
    jobs
}

/// Cuts a file of records into jobs, when its format can be cut.
fn records<'a>(file: &'a FoundFile, jobs: &mut Vec<Job<'a>>) -> bool {
    let Some(Ok(cuts)) = head(file).and_then(|head| formats::cuts(&file.path, &head)) else { return false };
    jobs.extend(cuts.parts.into_iter().map(|part| Job::Records(file, cuts.head.clone(), part)));
    true
}

/// Whether the head of a file shows a web archive: what it holds may be many times its size.
fn is_archive(file: &FoundFile) -> bool {
    head(file).is_some_and(|head| warc::recognize_long(&head).is_some())
}

fn parts<'a>(file: &'a FoundFile, jobs: &mut Vec<Job<'a>>) {
    let (mut start, mut size) = (0, FIRST_PART);
    while start < file.size {
        let end = (start + size).min(file.size);
        jobs.push(Job::Lines(file, start..end));
        (start, size) = (end, BYTES);
    }
}

/// The head of a file; `None` when it cannot be read.
fn head(file: &FoundFile) -> Option<Vec<u8>> {
    const HEAD: u64 = 64 << 10;
    let mut head = Vec::new();
    File::open(&file.path).and_then(|open| open.take(HEAD).read_to_end(&mut head)).ok().map(|_| head)
}

/// Whether the head of a file shows UTF-8 text in JSON Lines.
fn is_lines(file: &FoundFile) -> bool {
    let Some(head) = head(file) else { return false };
    let text = match std::str::from_utf8(&head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let name = file.path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    tell(text, &name) == FileFormat::JsonLines
}

/// Does a job: reads, analyses and packs.
#[must_use]
pub fn work(job: &Job<'_>, limit: u64, gazetteer: &Gazetteer) -> Done {
    let mut desk = Desk { gazetteer, builder: Builder::default(), done: Done::default() };
    match job {
        Job::Files(files) => files.iter().for_each(|file| desk.file(file, limit)),
        Job::Lines(file, range) => desk.part(file, range, limit),
        Job::Records(file, head, range) => desk.records(file, head, range, limit),
        Job::Archive(file) => desk.archive(file),
    }
    Done { segment: desk.builder.finish(), ..desk.done }
}

/// Reads and packs files that are none on disk, each with its name and its bytes.
#[must_use]
pub fn pack(files: &[(&str, &[u8])], gazetteer: &Gazetteer) -> Done {
    let mut desk = Desk { gazetteer, builder: Builder::default(), done: Done::default() };
    for (name, bytes) in files {
        let name = FileName { path: Path::new(name), shown: name };
        let Reading { articles, problems, lines, .. } = document::read(name, bytes);
        desk.done.given.push(Given { problems, ..Given::default() });
        for article in articles {
            desk.keep(article, FileStamp::default());
        }
        if let Some(text) = lines {
            let file = LineFile { path: name.path, shown: name.shown, encoding: text.encoding };
            desk.lines(FileStamp::default(), file, &text.text);
        }
    }
    Done { segment: desk.builder.finish(), ..desk.done }
}

/// A job under way.
struct Desk<'a> {
    gazetteer: &'a Gazetteer,
    builder: Builder,
    done: Done,
}

impl Desk<'_> {
    fn file(&mut self, file: &FoundFile, limit: u64) {
        /// Articles of one file that are worth handing to all cores: one alone is done sooner than handed over.
        const MANY: usize = 8;
        let shown = shown(&file.path);
        let name = FileName { path: &file.path, shown: &shown };
        self.done.files += 1;
        self.done.bytes += file.size;
        self.done.given.push(Given::default());
        let analysed = |content: FileContent<'_>| {
            let mut reading = document::read_content(name, content, false);
            if reading.articles.len() > MANY {
                reading.articles.par_iter_mut().for_each(|article| analyse(article, self.gazetteer));
            } else {
                reading.articles.iter_mut().for_each(|article| analyse(article, self.gazetteer));
            }
            reading
        };
        match guarded(|| read::with(&file.path, file.size, limit, analysed)) {
            Some(Ok(reading)) => self.take(file, name, reading),
            Some(Err(unread)) => self.give_up(&shown, &unread),
            None => self.complain(&shown, FAULT),
        }
    }

    fn take(&mut self, file: &FoundFile, name: FileName, reading: Reading) {
        self.note(|given| given.problems.extend(reading.problems));
        for article in reading.articles {
            self.keep_analysed(article, file.stamp());
        }
        if let Some(text) = reading.lines {
            self.lines(file.stamp(), LineFile { path: name.path, shown: name.shown, encoding: text.encoding }, &text.text);
        }
    }

    fn part(&mut self, file: &FoundFile, range: &Range<u64>, limit: u64) {
        self.done.files += usize::from(range.start == 0);
        self.done.bytes += range.end - range.start;
        self.done.lines = Some(0);
        self.done.given.push(Given::default());
        let shown = shown(&file.path);
        let bytes = match json_lines::part(&file.path, range.clone(), limit) {
            Ok(bytes) => bytes,
            Err(error) => return self.give_up(&shown, &Unread::Io(error)),
        };
        self.done.lines = Some(json_lines::count(&bytes));
        let whole = LineFile { path: &file.path, shown: &shown, encoding: Encoding::default() };
        let Some(decoded) = decode(&bytes) else { return self.complain(&shown, "is no text but binary data") };
        let repaired = repaired(&decoded.text);
        if repaired.is_some() {
            self.note(|given| given.problems.push(Problem::part(&shown, READ_TWICE)));
        }
        self.lines(file.stamp(), LineFile { encoding: decoded.encoding, ..whole }, repaired.as_deref().unwrap_or(&decoded.text));
    }

    fn records(&mut self, file: &FoundFile, head: &Range<u64>, range: &Range<u64>, limit: u64) {
        self.done.files += usize::from(range.start == head.end);
        self.done.bytes += range.end - range.start;
        self.done.lines = Some(0);
        self.done.given.push(Given::default());
        let shown = shown(&file.path);
        let name = FileName { path: &file.path, shown: &shown };
        let bytes = range.end - range.start;
        if bytes > limit {
            // One record that never ends.
            return self.give_up(&shown, &Unread::TooLarge { bytes, limit });
        }
        let analysed = || -> io::Result<Reading> {
            let mut bytes = read::range(&file.path, head)?;
            bytes.append(&mut read::range(&file.path, range)?);
            let mut reading = document::read(name, &bytes);
            reading.articles.iter_mut().for_each(|article| analyse(article, self.gazetteer));
            Ok(reading)
        };
        match guarded(analysed) {
            Some(Ok(reading)) => {
                self.done.lines = Some(reading.numbered);
                self.take(file, name, reading);
            }
            Some(Err(error)) => self.give_up(&shown, &Unread::Io(error)),
            None => self.complain(&shown, FAULT),
        }
    }

    fn archive(&mut self, file: &FoundFile) {
        self.done.files += 1;
        self.done.bytes += file.size;
        self.done.given.push(Given::default());
        let shown = shown(&file.path);
        let name = FileName { path: &file.path, shown: &shown };
        let mut reading = Reading::default();
        let mut take = |reading: &mut Reading| {
            reading.left_out.clear();
            reading.articles.drain(..).for_each(|article| self.keep(article, file.stamp()));
        };
        let read = guarded(|| warc::stream(name, &mut reading, &mut take));
        self.note(|given| given.problems.append(&mut reading.problems));
        match read {
            Some(Ok(())) => {}
            Some(Err(error)) => self.give_up(&shown, &Unread::Io(error)),
            None => self.complain(&shown, FAULT),
        }
    }

    fn lines(&mut self, stamp: FileStamp, lines: LineFile<'_>, text: &str) {
        let mut problems = Vec::new();
        lines.read(text, &mut |article| self.keep(article, stamp), &mut |problem| problems.push(problem));
        self.note(|given| given.problems.append(&mut problems));
    }

    fn keep(&mut self, mut article: Article, stamp: FileStamp) {
        if guarded(|| analyse(&mut article, self.gazetteer)).is_none() {
            return self.complain(&article.place.to_string(), FAULT);
        }
        self.keep_analysed(article, stamp);
    }

    fn keep_analysed(&mut self, article: Article, stamp: FileStamp) {
        let lines = repeated_lines::keys(&article);
        self.note(|given| given.articles += 1);
        self.builder.push(&Filed { article, stamp, lines });
    }

    fn give_up(&mut self, shown: &str, unread: &Unread) {
        self.note(|given| given.refused = matches!(unread, Unread::Io(_)));
        self.complain(shown, &unread.to_string());
    }

    fn complain(&mut self, shown: &str, reason: &str) {
        self.note(|given| given.problems.push(Problem::whole(shown, reason)));
    }

    /// Takes note of something about the file at hand.
    fn note(&mut self, note: impl FnOnce(&mut Given)) {
        if let Some(given) = self.done.given.last_mut() {
            note(given);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BYTES, FIRST_PART, Job, LONG, plan};
    use crate::ingest::source::walk::FoundFile;

    fn found(path: &std::path::Path, size: u64) -> FoundFile {
        FoundFile { path: path.into(), size, modified: 0 }
    }

    #[test]
    fn jobs_cover_all_files_in_order_the_first_one_small() {
        let files: Vec<FoundFile> = (0..1000).map(|n| found(format!("{n:04}").as_ref(), 10)).collect();
        let jobs = plan(&files);
        let covered: Vec<&FoundFile> =
            jobs.iter().flat_map(|job| if let Job::Files(files) = job { *files } else { &[] }).collect();
        assert!(covered.into_iter().eq(&files));
        assert!(matches!(jobs.first(), Some(Job::Files(files)) if files.len() == 16));
        let large: Vec<FoundFile> = (0..3).map(|n| found(format!("{n}").as_ref(), 2 * BYTES)).collect();
        assert_eq!(plan(&large).len(), 3);
    }

    #[test]
    fn a_long_file_in_json_lines_is_cut_into_parts() {
        let file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
        std::fs::write(file.path(), "{\"text\":\"é\"}\n".repeat(100_000)).unwrap();
        let size = std::fs::metadata(file.path()).unwrap().len();
        assert!(size > LONG);
        let files = [found(file.path(), size), found("b".as_ref(), 1)];
        let [Job::Lines(_, first), .., Job::Lines(_, last), Job::Files(_)] = &plan(&files)[..] else { panic!() };
        assert_eq!((first.clone(), last.end), (0..FIRST_PART, size));
    }
}
