//! What the program has written of notes, when it lies among the articles: no article, and left out, with a word.

use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};

/// Bytes at the head of a text among which a mark stands.
const HEAD: usize = 1500;
/// The marks of exports: of Markdown, Org and LaTeX, of HTML, JSON, JSON-LD and BibTeX.
const MARKS: [&str; 5] = [
    "liseuse:begin ",
    "<meta name=\"generator\" content=\"liseuse ",
    "\"format\": \"liseuse-annotations\"",
    "\"urn:liseuse:program\"",
    "% A bibliography written by liseuse.",
];

/// Why the text of `sample` is such an export; `None` when it is none.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let head = sample.text.as_bytes();
    let head = head.get(..HEAD).unwrap_or(head);
    // Nearly no text has the name, which is looked for once.
    let is_named = || memchr::memmem::find(head, b"liseuse").is_some();
    let is_marked = |mark: &str| memchr::memmem::find(head, mark.as_bytes()).is_some();
    (is_named() && MARKS.iter().any(|mark| is_marked(mark))).then_some("it says that liseuse wrote it")
}

/// Reads nothing, and says so.
pub(crate) fn read(_: &Text<'_>, out: &mut Output<'_>) {
    out.warn("holds notes that liseuse exported, and no article; `liseuse import` takes notes in");
}

#[cfg(test)]
mod tests {
    use super::recognize;
    use crate::ingest::formats::sample::Sample;

    #[test]
    fn exports_of_notes_are_told_and_articles_are_not() {
        let is_own = |text: &str| recognize(&Sample::new(text, "")).is_some();
        assert!(is_own("---\n# liseuse:begin head c67f579dd85b\ntitle: \"press\"\n---\n"));
        assert!(is_own("{\n  \"format\": \"liseuse-annotations\",\n  \"version\": 1\n}"));
        assert!(is_own("<!DOCTYPE html>\n<head><meta name=\"generator\" content=\"liseuse 0.1.0\">"));
        assert!(!is_own("---\ntitle: La liseuse\nboilerplate: none\n---\n\nLa liseuse de Valmont ferme.\n"));
    }
}
