//! The formats that are read, in one table: what each is called, how it is told from content, how it is read.
//!
//! `document` goes through it, `liseuse formats` prints it. A new format is one file in `formats/` and one line of the table; the
//! formats with more signs stand before those with fewer, and the last takes any text.

use std::fmt;

use crate::ingest::formats::json::Contents;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Sample;
use crate::ingest::source::format::FileFormat;

/// Public for its measurement alone: see `benches/ingest.rs`.
#[doc(hidden)]
pub mod document;
pub(crate) mod feed;
pub(crate) mod fields;
pub(crate) mod front_matter;
pub(crate) mod html;
pub(crate) mod html_meta;
pub(crate) mod html_text;
pub(crate) mod json;
pub(crate) mod json_lines;
pub(crate) mod mail;
pub(crate) mod markdown;
pub(crate) mod markdown_inline;
pub(crate) mod output;
pub(crate) mod plain;
pub(crate) mod sample;

/// A text that is read as a format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    /// The text, decoded.
    pub(crate) text: &'a str,
    /// The bytes it was decoded from.
    pub(crate) bytes: &'a [u8],
}

/// A format.
pub struct FileFormat {
    /// Its name.
    pub name: &'static str,
    /// What such files are, in one line.
    pub about: &'static str,
    /// Why a text is taken for this format; `None` when it is not.
    pub(crate) recognize: fn(&Sample<'_>) -> Option<&'static str>,
    /// Reads a text of it.
    pub(crate) read: fn(&Text<'_>, &mut Output<'_>),
}

impl fmt::Debug for FileFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileFormat({})", self.name)
    }
}

/// All formats of texts, in the order in which they are tried.
pub static FORMATS: &[FileFormat] = &[
    FileFormat {
        name: "JSON Lines",
        about: "a JSON document a line, each an article",
        recognize: |sample| {
            (sample.shape() == FileFormat::JsonLines).then_some("its first two lines are JSON objects, or its name says so")
        },
        read: |text, out| out.lines(text.text.to_owned()),
    },
    FileFormat {
        name: "JSON",
        about: "one article, an array of articles, or an object that holds one",
        recognize: |sample| (sample.shape() == FileFormat::Json).then_some("the whole text is JSON, or its name says so"),
        read: read_json,
    },
    FileFormat {
        name: "RSS or Atom",
        about: "a feed kept as a file, an article for each item",
        recognize: |sample| (sample.shape() == FileFormat::Xml).then_some("it is XML"),
        read: read_feed,
    },
    FileFormat {
        name: "HTML",
        about: "a page, of which the article is taken",
        recognize: |sample| {
            (sample.shape() == FileFormat::Html).then_some("tags of a page stand near its head, or its name says so")
        },
        read: |text, out| out.whole(html::draft(text.text), text.bytes),
    },
    FileFormat {
        name: "Markdown",
        about: "a text with front matter, with or without markup",
        recognize: |sample| (sample.shape() == FileFormat::Markdown).then_some("it opens with front matter, or its name says so"),
        read: read_markdown,
    },
    FileFormat {
        name: "mail",
        about: "a message kept as text",
        recognize: |sample| mail::draft(sample.text).map(|_| "it opens with the head of a message"),
        read: |text, out| out.whole(mail::draft(text.text).unwrap_or_else(|| plain::draft(text.text)), text.bytes),
    },
    FileFormat {
        name: "plain text",
        about: "a text as it stands: a paragraph a line, or paragraphs set off by blank lines",
        recognize: |_| Some("nothing tells it from any text"),
        read: |text, out| out.whole(plain::draft(text.text), text.bytes),
    },
];

/// The format of a text, and what tells it.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<(&'static FileFormat, &'static str)> {
    FORMATS.iter().find_map(|format| Some((format, (format.recognize)(sample)?)))
}

fn read_json(text: &Text<'_>, out: &mut Output<'_>) {
    match json::read(text.text) {
        Ok(Contents::One(value)) => match json::draft(&value) {
            Ok(draft) => out.whole(draft, text.bytes),
            Err(lack) => out.fail(&lack),
        },
        Ok(Contents::List(list)) => read_records(&list, out),
        Err(error) => out.fail_at(u32::try_from(error.line()).ok(), &format!("is not valid JSON: {error}")),
    }
}

fn read_feed(text: &Text<'_>, out: &mut Output<'_>) {
    match feed::items(text.text) {
        Some(items) => read_records(&items, out),
        None => out.fail("is XML of a kind that holds no article"),
    }
}

/// Reads records one behind the other: each is an article of its own, and one that is none costs itself alone.
fn read_records(list: &[serde_json::Value], out: &mut Output<'_>) {
    if list.is_empty() {
        out.fail("is an empty list");
    }
    for (value, position) in list.iter().zip(1..) {
        // The bytes between two elements belong to none; an element written plainly stands for its own.
        out.element(position, json::draft(value), value.to_string().as_bytes());
    }
}

fn read_markdown(text: &Text<'_>, out: &mut Output<'_>) {
    let (draft, wrong) = markdown::draft(text.text);
    out.whole(draft, text.bytes);
    if let Some(wrong) = wrong {
        out.warn(&wrong);
    }
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, recognize};
    use crate::ingest::formats::sample::Sample;

    #[test]
    fn names_are_unique_and_any_text_has_a_format() {
        let mut names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FORMATS.len());
        let named = |text: &str, file: &str| recognize(&Sample::new(text, file)).map(|(format, _)| format.name);
        assert_eq!(named("", ""), Some("plain text"));
        assert_eq!(named("Subject: x\nFrom: y\n\nz", "a"), Some("mail"));
        assert_eq!(named("<rss><item></item></rss>", "a"), Some("RSS or Atom"));
    }
}
