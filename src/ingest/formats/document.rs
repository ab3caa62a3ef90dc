//! One file's bytes to its articles: decoded, its format told, each document drafted and assembled.
//!
//! JSON Lines are only told here: their lines are read one by one by `lines`.

use std::path::Path;

use crate::ingest::formats::json_lines::LineFile;
use crate::ingest::formats::known_format::{FormatReader, Members};
use crate::ingest::formats::output::Output;
pub use crate::ingest::formats::reading::{FileName, LineText, Reading, Taken};
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::{of_bytes, of_text, read_press};
use crate::ingest::source::decode::{Decoded, decode, doubtful};
use crate::ingest::source::double_utf8::{READ_TWICE, repaired};
use crate::ingest::source::format::foreign;
use crate::ingest::source::line_ends::without_lone_returns;
use crate::ingest::source::mixed_utf8::MIXED;
use crate::ingest::source::read::FileContent;
use crate::model::article::{Encoding, EncodingBasis, Item, Place};

/// The bytes in which it is looked for whether a file is no text.
const HEAD: usize = 8 << 10;

/// The articles in `bytes`, the whole content of the file `name`.
#[must_use]
pub fn read(name: FileName, bytes: &[u8]) -> Reading {
    read_into(Reading::default(), name, bytes)
}

/// The articles in the content of the file `name`, and a word on it where it breaks off.
pub(crate) fn read_content(name: FileName, content: FileContent<'_>, is_inspected: bool) -> Reading {
    let mut reading = if is_inspected { read_for_inspection(name, content.bytes) } else { read(name, content.bytes) };
    if let Some(broken) = content.broken {
        reading.warn(name, &format!("breaks off where it cannot be unpacked; what stands before was read: {broken}"));
    }
    reading
}

/// The same, with what belongs to no article and the fields of records that no article shows.
pub(crate) fn read_for_inspection(name: FileName, bytes: &[u8]) -> Reading {
    read_into(Reading { unread: Some(Vec::new()), ..Reading::default() }, name, bytes)
}

fn read_into(mut reading: Reading, name: FileName, bytes: &[u8]) -> Reading {
    if let Some((format, why)) = of_bytes(bytes) {
        reading.taken = Some(Taken { format: format.name, why });
        match format.reader {
            FormatReader::Members(_, each) => members(each, name, bytes, &mut reading),
            _ => format.read_bytes(bytes, read_press, &mut Output::new(name, Encoding::default(), &mut reading)),
        }
        return reading;
    }
    if let Some(what) = foreign(bytes.get(..HEAD).unwrap_or(bytes)) {
        reading.fail(name, &format!("is no text but {what}"));
        return reading;
    }
    let Some(mut decoded) = decode(bytes) else {
        reading.fail(name, "is no text but binary data");
        return reading;
    };
    if let Some(text) = repaired(&decoded.text) {
        decoded.text = text.into();
        reading.warn(name, READ_TWICE);
    }
    if decoded.encoding.name == MIXED {
        reading.warn(name, "has bytes of windows-1252 among its UTF-8; both were read");
    }
    if let Some(text) = without_lone_returns(&decoded.text) {
        decoded.text = text.into();
    }
    let doubt = doubtful(&decoded).then(|| doubt(decoded.encoding));
    drafts(name, &decoded, bytes, &mut reading);
    if let Some(doubt) = doubt.filter(|_| !reading.articles.is_empty() || reading.lines.is_some()) {
        reading.warn(name, &doubt);
    }
    reading
}

/// Reads the files that bytes hold, each as if it stood alone; their articles are numbered through.
fn members(each: Members, name: FileName, bytes: &[u8], reading: &mut Reading) {
    let is_inspected = reading.unread.is_some();
    let result = each(bytes, &mut |file, content| {
        let shown = format!("{}/{file}", name.shown);
        let inner = FileName { path: Path::new(file), shown: &shown };
        if of_bytes(content).is_some_and(|(format, _)| matches!(format.reader, FormatReader::Members(..))) {
            return reading.fail(inner, "is an archive in an archive, which is not read");
        }
        let mut found = if is_inspected { read_for_inspection(inner, content) } else { read(inner, content) };
        if let Some(text) = found.lines.take() {
            let lines = LineFile { path: inner.path, shown: inner.shown, encoding: text.encoding };
            lines.read(&text.text, &mut |article| found.articles.push(article), &mut |problem| found.problems.push(problem));
        }
        for mut article in found.articles {
            reading.numbered += 1;
            article.place = Place::new(name.shown, Some(Item::Number(reading.numbered)));
            reading.articles.push(article);
        }
        reading.problems.append(&mut found.problems);
        reading.left_out.append(&mut found.left_out);
        if let (Some(all), Some(more)) = (&mut reading.unread, found.unread) {
            all.extend(more);
        }
    });
    match result {
        Err(reason) => reading.warn(name, &reason),
        Ok(()) if reading.articles.is_empty() && reading.problems.is_empty() => reading.fail(name, "holds no text"),
        Ok(()) => {}
    }
}

fn drafts(name: FileName, decoded: &Decoded, bytes: &[u8], reading: &mut Reading) {
    let file = name.path.file_name().map(|file| file.to_string_lossy()).unwrap_or_default();
    let Some((format, why)) = of_text(&Sample::new(&decoded.text, &file).at(name.path)) else { return };
    reading.taken = Some(Taken { format: format.name, why });
    format.read_text(&Text { text: &decoded.text, bytes, headings: &[] }, &mut Output::new(name, decoded.encoding, reading));
}

fn doubt(encoding: Encoding) -> String {
    match encoding.basis {
        _ if encoding.lossy => format!("some bytes mean nothing in {} and show as \u{fffd}", encoding.name),
        EncodingBasis::Detected => format!("is not UTF-8; read as {}, a guess that fits badly", encoding.name),
        _ => format!("read as {}, which fits badly", encoding.name),
    }
}
