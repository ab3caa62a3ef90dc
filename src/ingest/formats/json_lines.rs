//! JSON Lines: an article a line, and a malformed line costs itself alone.
//!
//! A long file is cut at line ends into parts that all cores read at once; how many lines stand before a part is known when the
//! parts before it are done, so that a part counts its own lines from 1.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::Path;

use crate::ingest::catch_panic::{FAULT, guarded};
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::unread::{PassedOver, is_suspect};
use crate::ingest::formats::{extracted, json};
use crate::ingest::rules::assemble;
use crate::ingest::rules::assemble::Source;
use crate::ingest::source::format::FileFormat;
use crate::model::article::{Article, Encoding, Item};
use crate::model::problem::Problem;

/// Why the text of `sample` is read line by line; `None` when it is not, or when its lines hold lists of articles.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    (sample.shape() == FileFormat::JsonLines && !json::holds_lists(sample.text))
        .then_some("its first two lines are JSON objects, or its name says so")
}

/// What is the same for all lines of a file.
#[derive(Clone, Copy, Debug)]
pub struct LineFile<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// The same as it is shown.
    pub shown: &'a str,
    /// How its bytes were read.
    pub encoding: Encoding,
}

impl LineFile<'_> {
    /// Hands the article of each line of `text` to `take`, with its number from 1, and what is wrong with the others to
    /// `complain`.
    pub fn read(self, text: &str, take: &mut dyn FnMut(Article), complain: &mut dyn FnMut(Problem)) {
        let mut passed = PassedOver::default();
        for (number, line) in (1..).zip(lines(text)).filter(|(_, line)| !line.trim().is_empty()) {
            match self.line(line, Some(Item::Line(number))) {
                Ok(article) => {
                    if is_suspect(article.body.len(), line.len())
                        && let Ok(record) = json::parsed(line)
                        && let Ok(draft) = json::draft(&record)
                    {
                        passed.look(&record, &draft, line.len());
                    }
                    take(article);
                }
                Err(reason) => {
                    complain(Problem { line: Some(number), articles: 1, ..Problem::part(self.shown, &reason) });
                }
            }
        }
        passed.told().iter().for_each(|told| complain(Problem::part(self.shown, told)));
    }

    /// The article of one `line`, which is `item` of the file, before analysis.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub(crate) fn line(self, line: &str, item: Option<Item>) -> Result<Article, String> {
        let bytes = line.trim_end_matches('\r').as_bytes();
        let source = Source { path: self.path, shown: self.shown, item, encoding: self.encoding, bytes };
        guarded(|| article(line, &source)).unwrap_or_else(|| Err(FAULT.to_owned()))
    }
}

/// The lines of `text`, without their ends.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| {
        let line = text.get(start..end).unwrap_or_default();
        start = end + 1;
        line
    })
}

/// How many lines `text` has ended.
#[must_use]
pub fn count(text: &[u8]) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text).count()).unwrap_or(u32::MAX)
}

/// The bytes of all lines of the file at `path` that begin in `range`, to the end of the last of them.
///
/// # Errors
/// When the file cannot be read, or a line has more than `longest` bytes.
pub fn part(path: &Path, range: Range<u64>, longest: u64) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    // The byte before tells whether a line begins where the range does.
    let from = range.start.saturating_sub(1);
    file.seek(SeekFrom::Start(from))?;
    let size = usize::try_from(range.end - from).map_err(io::Error::other)?;
    let mut bytes = Vec::with_capacity(size + TAIL);
    (&mut file).take(range.end - from).read_to_end(&mut bytes)?;
    if bytes.len() == size && bytes.last() != Some(&b'\n') {
        finish_line(&mut file, &mut bytes, longest)?;
    }
    if range.start > 0 {
        let head = memchr::memchr(b'\n', bytes.get(..size).unwrap_or(&bytes)).map_or(bytes.len(), |end| end + 1);
        bytes.drain(..head);
    }
    Ok(bytes)
}

/// The bytes read at a time to find the end of a line.
const TAIL: usize = 64 << 10;

/// Reads on to the end of the line that `bytes` break off in.
fn finish_line(file: &mut File, bytes: &mut Vec<u8>, longest: u64) -> io::Result<()> {
    let start = bytes.len();
    loop {
        let before = bytes.len();
        (&mut *file).take(TAIL as u64).read_to_end(bytes)?;
        let fresh = bytes.get(before..).unwrap_or_default();
        if fresh.is_empty() {
            return Ok(());
        }
        if let Some(end) = memchr::memchr(b'\n', fresh) {
            bytes.truncate(before + end + 1);
            return Ok(());
        }
        if (bytes.len() - start) as u64 > longest {
            return Err(io::Error::other("a line has more bytes than the limit for a file: raise the limit to read it"));
        }
    }
}

fn article(line: &str, source: &Source) -> Result<Article, String> {
    let value = json::parsed(line).map_err(|error| format!("is not valid JSON: {}", without_line(&error)))?;
    if let Some(read) = extracted::read(&value, source) {
        return read;
    }
    // What a line wraps is looked for only where the line is no article itself.
    let draft = json::draft(&value).or_else(|lack| match json::records_of(value).as_slice() {
        [record] => json::draft(record),
        _ => Err(lack),
    })?;
    assemble::article(draft, source).ok_or_else(|| "holds no text".to_owned())
}

/// The parser counts lines inside the line it is given.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line").map_or(text.as_str(), |(what, _)| what).to_owned() + &format!(" at column {}", error.column())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{LineFile, count, lines, part, recognize};
    use crate::ingest::formats::sample::Sample;
    use crate::model::article::Encoding;

    #[test]
    fn parts_cover_every_line_once_wherever_they_are_cut() {
        let text = "a\nbb\n\nccc\r\n{\"d\"}\nlast";
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let size = text.len() as u64;
        for step in 1..=size + 1 {
            let mut all = Vec::new();
            let mut start = 0;
            while start < size {
                all.extend(part(file.path(), start..start + step, 100).unwrap());
                start += step;
            }
            assert_eq!(String::from_utf8(all).unwrap(), text, "cut every {step} bytes");
        }
        assert_eq!(lines("a\nb\n").collect::<Vec<_>>(), ["a", "b", ""]);
        assert_eq!(count(b"a\nb\nc"), 2);
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "x".repeat(300_000)).unwrap();
        assert!(part(file.path(), 0..10, 1000).is_err());
        assert_eq!(part(file.path(), 0..10, 400_000).unwrap().len(), 300_000);
    }

    #[test]
    fn a_comma_behind_a_line_and_a_wrapper_around_an_article_are_nothing() {
        let file = LineFile { path: Path::new("a.jsonl"), shown: "a.jsonl", encoding: Encoding::default() };
        let text =
            "{\"title\": \"Un\", \"text\": \"Le pont rouvre.\"},\n{\"0\": {\"title\": \"Deux\", \"text\": \"Le bac ferme.\"}},\n";
        let (mut titles, mut problems) = (Vec::new(), 0);
        file.read(text, &mut |article| titles.push(article.title.to_string()), &mut |_| problems += 1);
        assert_eq!((titles, problems), (vec!["Un".to_owned(), "Deux".to_owned()], 0));
        let answers = "{\"articles\": [{\"title\": \"a\", \"text\": \"Un.\"}, {\"title\": \"b\", \"text\": \"Deux.\"}]}\n{\"articles\": []}\n";
        assert!(recognize(&Sample::new(text, "")).is_some() && recognize(&Sample::new(answers, "")).is_none());
    }
}
