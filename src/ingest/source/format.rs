//! Telling formats apart: by the content first, by the name where the content could be several.

use std::borrow::Cow;

use crate::ingest::source::json_repair::{is_wrapped, repaired};

/// The format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Plain text.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
    /// An HTML page or fragment.
    Html,
    /// One JSON document.
    Json,
    /// A JSON document a line.
    JsonLines,
    /// XML that is no page.
    Xml,
}

/// The first bytes of files that are no text, and what such files are.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"BM", "an image (BMP)"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
    (b"fLaC", "a sound file"),
    (b"RIFF", "a sound, film or image file"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
];

/// What every ZIP file begins with, office documents and books among them.
pub(crate) const ZIP: &[u8] = b"PK\x03\x04";
/// What every file of rich text begins with.
pub(crate) const RTF: &[u8] = b"{\\rtf";

/// What every file in PDF begins with.
pub(crate) const PDF: &[u8] = b"%PDF-";

/// Whether a file with this `head` may be read though it is no text: a format of bytes may know it.
#[must_use]
pub(crate) fn may_be_read(head: &[u8]) -> bool {
    [ZIP, RTF, PDF].iter().any(|mark| head.starts_with(mark))
}

/// What a file with this `head` is when it is surely no text.
#[must_use]
pub fn foreign(head: &[u8]) -> Option<&'static str> {
    let (_, what) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic))?;
    let binary = || head.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31));
    let plain_magic = head.starts_with(b"%PDF-") || head.starts_with(b"{\\rtf");
    // `BM`, `MZ` and the like also open words; such files are full of controls.
    (plain_magic || binary()).then_some(what)
}

/// The format of `text`, which stands in a file called `name`.
#[must_use]
pub fn tell(text: &str, name: &str) -> FileFormat {
    let name = name.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let start = text.trim_start();
    match start.chars().next() {
        Some('<') => {
            markup(start).unwrap_or(if ends(&[".html", ".htm", ".xhtml"]) { FileFormat::Html } else { FileFormat::Plain })
        }
        Some('{') if ends(&[".jsonl", ".ndjson"]) || objects_by_line(start) => FileFormat::JsonLines,
        Some('{' | '[') if ends(&[".json", ".geojson"]) || whole_json(start) => FileFormat::Json,
        _ if ends(&[".jsonl", ".ndjson"]) => FileFormat::JsonLines,
        _ if ends(&[".html", ".htm", ".xhtml"]) && start.contains("</") => FileFormat::Html,
        _ if ends(&[".json"]) || is_wrapped(start) && whole_json(start) => FileFormat::Json,
        _ if ends(&[".md", ".markdown"]) || has_front_matter(start) => FileFormat::Markdown,
        _ => FileFormat::Plain,
    }
}

/// Whether `text` holds HTML elements, as text fields of JSON exports often do.
#[must_use]
pub fn has_markup(text: &str) -> bool {
    ["</p>", "<p>", "<br", "</a>", "</div>", "</strong>", "</em>", "</h2>", "</li>", "</span>", "</figure>", "<img "]
        .iter()
        .any(|tag| text.contains(tag))
}

fn markup(start: &str) -> Option<FileFormat> {
    const PAGE: [&str; 12] =
        ["<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<section", "<meta"];
    let head: String = start.chars().take(2048).collect::<String>().to_ascii_lowercase();
    if head.starts_with("<rss")
        || head.starts_with("<feed")
        || head.starts_with("<?xml") && (head.contains("<rss") || head.contains("<feed"))
    {
        return Some(FileFormat::Xml);
    }
    let is_declared = head.starts_with("<?xml");
    // XML of any kind may hold elements of these names; of a page the outermost is one.
    let outermost = outermost(&head);
    let is_page = |tag: &str| if is_declared { outermost.starts_with(tag) } else { head.contains(tag) };
    if PAGE.into_iter().any(is_page) {
        return Some(FileFormat::Html);
    }
    is_declared.then_some(FileFormat::Xml)
}

/// What begins with the first tag of an element, or with the document type of a page, behind declarations and comments.
fn outermost(head: &str) -> &str {
    let mut rest = head;
    while let Some(end) = [("<?", "?>"), ("<!--", "-->"), ("<!", ">")].iter().find_map(|(open, close)| {
        let skipped = rest.starts_with(open) && !rest.starts_with("<!doctype html");
        skipped.then(|| rest.find(close).map_or(rest.len(), |at| at + close.len()))
    }) {
        rest = rest.get(end..).unwrap_or_default().trim_start();
    }
    rest
}

/// Whether the first two lines that are not blank are each a JSON object.
fn objects_by_line(start: &str) -> bool {
    let mut lines = start.lines().filter(|line| !line.trim().is_empty());
    let object = |line: &str| line.starts_with('{') && line.trim_end().trim_end_matches(',').ends_with('}') && line.contains('"');
    lines.next().is_some_and(object) && lines.next().is_some_and(|line| line.starts_with('{'))
}

fn whole_json(start: &str) -> bool {
    let is_json = |text: &str| {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
        values.next().is_some_and(|first| first.is_ok()) && values.all(|value| value.is_ok())
    };
    is_json(start) || matches!(repaired(start), Cow::Owned(text) if is_json(&text))
}

/// Whether a text opens with front matter.
#[must_use]
pub(crate) fn has_front_matter(start: &str) -> bool {
    let mut lines = start.lines();
    let fence = lines.next().map(str::trim_end);
    let closes = |line: &str| match fence {
        Some("---") => matches!(line.trim_end(), "---" | "..."),
        _ => line.trim_end() == "+++",
    };
    matches!(fence, Some("---" | "+++")) && lines.take(200).any(closes)
}

#[cfg(test)]
mod tests {
    use super::{FileFormat, foreign, tell};

    #[test]
    fn content_comes_before_the_name() {
        assert_eq!(tell("<!DOCTYPE html><html>", "page.txt"), FileFormat::Html);
        assert_eq!(tell("\n{\"title\": \"a\"}\n{\"title\": \"b\"}\n", "list.json"), FileFormat::JsonLines);
        assert_eq!(tell("{\n  \"title\": \"a\"\n}", "x"), FileFormat::Json);
        assert_eq!(tell("---\ntitle: a\n---\nText", "x.txt"), FileFormat::Markdown);
        assert_eq!(tell("[AFP] Paris, vendredi", "x.txt"), FileFormat::Plain);
        assert_eq!(tell("{ ce n'est pas du JSON", "x.txt"), FileFormat::Plain);
        assert_eq!(tell("retour([{\"title\": \"a\"}]);", "x.txt"), FileFormat::Json);
        assert_eq!(tell("[{'title': 'a'}]", "x.txt"), FileFormat::Json);
        assert_eq!(tell("# Titre", "x.md.gz"), FileFormat::Markdown);
        assert_eq!(tell("<?xml version=\"1.0\"?><rss></rss>", "x.xml"), FileFormat::Xml);
    }

    #[test]
    fn files_that_are_no_text_are_named() {
        assert_eq!(foreign(b"%PDF-1.7\n"), Some("a PDF document"));
        assert_eq!(foreign(b"BM means Business Machines"), None);
        assert_eq!(foreign(b"MZ\x90\0\x03"), Some("a program"));
    }
}
