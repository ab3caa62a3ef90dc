//! Prospéro: a text with its fields in a file of the same name beside it, `ARTICLE.txt` and `ARTICLE.ctx`.
//!
//! The `.ctx` has a field a line, by place (`fileCtx0005`): headline, author, two of the corpus, day, outlet, kind of outlet.

use std::fs;
use std::path::Path;

use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::source::decode::decode;

/// What a file of fields opens with.
const MARK: &str = "fileCtx";

/// Why a text is one with a file of fields beside it.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    beside(sample.path).map(|_| "a file of fields of Prospéro stands beside it")
}

/// Why a text is a file of fields.
pub(crate) fn recognize_fields(sample: &Sample<'_>) -> Option<&'static str> {
    sample.text.starts_with(MARK).then_some("it opens with the mark of a file of fields of Prospéro")
}

/// Reads a text with the fields beside it.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let fields = beside(out.path()).unwrap_or_default();
    let field = |at: usize| fields.lines().nth(at).map(str::trim).filter(|value| !value.is_empty()).map(ToOwned::to_owned);
    let mut record = SourceRecord::default();
    let declared = &mut record.declared;
    (declared.title, declared.date, declared.outlet) = (field(1), field(5), field(6));
    // Programs that make such files write the outlet in the place of an author they do not know.
    declared.author = field(2).filter(|author| Some(author) != declared.outlet.as_ref());
    for value in [3, 4].into_iter().chain(7..13).filter_map(field) {
        record.aside(&value);
    }
    let lines = plain::lines(text.text);
    for line in &lines.places {
        // A point on a line of its own parts the headline from the text.
        if lines.words(line) != "." {
            record.push_set_off(lines.words(line), line.set_off);
        }
    }
    out.whole(record.finish(), text.bytes);
}

/// Reads a file of fields: it is read with its text; without one there is nothing to read.
pub(crate) fn read_fields(text: &Text<'_>, out: &mut Output<'_>) {
    let path = out.path();
    if ["txt", "TXT"].iter().any(|ending| path.with_extension(ending).is_file()) {
        return out.left_out("the fields of the text beside it", text.text);
    }
    out.fail("holds the fields of a text that is not there");
}

/// The file of fields beside the text at `path`. One look for each text: more would be felt in a large folder.
fn beside(path: &Path) -> Option<String> {
    let ending = path.extension()?;
    let fields = match ending.to_str()? {
        "txt" => "ctx",
        "TXT" => "CTX",
        _ => return None,
    };
    let bytes = fs::read(path.with_extension(fields)).ok()?;
    decode(&bytes).map(|decoded| decoded.text.into_owned()).filter(|text| text.starts_with(MARK))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::ingest::formats::document;
    use crate::ingest::formats::reading::{FileName, Reading};

    fn read(path: &Path) -> Reading {
        document::read_for_inspection(FileName { path, shown: "a" }, &std::fs::read(path).unwrap())
    }

    #[test]
    fn the_fields_stand_in_the_file_beside_the_text() {
        let folder = tempfile::tempdir().unwrap();
        let (text, fields) = (folder.path().join("a.txt"), folder.path().join("a.ctx"));
        std::fs::write(&text, b"Le budget\r\n.\r\nLe conseil a vot\xe9.\r\n").unwrap();
        std::fs::write(&fields, b"fileCtx0005\r\nLe budget\r\nLa Vigie\r\n\r\n\r\n09/03/2021\r\nLa Vigie\r\nPresse\r\n\r\n")
            .unwrap();
        let reading = read(&text);
        let article = &reading.articles[0];
        assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("Le budget", "2021-03-09"));
        assert_eq!((article.source.as_ref().map(|source| &*source.text), article.author.is_none()), (Some("La Vigie"), true));
        assert!(article.body.starts_with("Le budget\nLe conseil a voté."), "{}", article.body);
        assert!(read(&fields).articles.is_empty() && read(&fields).problems.is_empty());
        std::fs::remove_file(&text).unwrap();
        assert_eq!(read(&fields).problems.len(), 1);
    }
}
