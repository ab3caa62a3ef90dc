//! The text of an HTML tree: its blocks as lines, headings and captions known by their elements.
//!
//! It knows no pages and no metadata; `html` finds the part of a page that is the article and calls it, and so do the
//! readers of records whose text fields hold markup.

mod markup;
pub(crate) mod pit;
pub(crate) mod trace;
mod writer;

use dom_query::{Document, NodeRef};

use crate::ingest::draft::Lines;
pub use crate::ingest::formats::html_text::pit::is_pit;
use crate::ingest::formats::html_text::trace::Trace;
use crate::ingest::formats::html_text::writer::LineWriter;
pub use crate::ingest::formats::html_text::writer::is_element;

/// The lines of an HTML fragment; of one that is made to stop a parser, the text between its tags.
#[must_use]
pub fn lines(html: &str) -> Lines {
    if is_pit(html) { pit::lines(html) } else { LineWriter::read(&Document::fragment(html).root()) }
}

/// The lines of an element.
#[must_use]
pub fn lines_of(node: &NodeRef) -> Lines {
    LineWriter::read(node)
}

/// The lines of an element, menus and forms included, each with where it stands.
pub(crate) fn traced(node: &NodeRef) -> Trace {
    LineWriter::traced(node)
}

/// The words of a fragment on one line: entities resolved, tags gone.
#[must_use]
pub fn words(html: &str) -> String {
    lines(html).all_words().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{lines, words};
    use crate::ingest::draft::Break;
    use crate::model::article::BlockKind;

    #[test]
    fn blocks_become_lines() {
        let found = lines(
            "<h2>Un <em>titre</em></h2><p>Deux\n mots&nbsp;: &laquo;oui&raquo;.<br>Suite</p><ul><li>un</li><li>deux</li></ul><figure><img><figcaption>Une photo</figcaption></figure><script>x</script>",
        );
        let texts: Vec<&str> = found.all_words().collect();
        let found = &found.places;
        assert_eq!(texts, ["Un titre", "Deux mots\u{a0}: «oui».", "Suite", "• un", "• deux", "Une photo"]);
        assert_eq!(found[0].kind, Some(BlockKind::Heading));
        assert_eq!(found[5].kind, Some(BlockKind::Caption));
        assert_eq!((found[1].set_off, found[2].set_off), (Break::Gap, Break::Line));
    }

    #[test]
    fn deep_nesting_is_walked() {
        let deep = format!("{}fond{}", "<div>".repeat(1000), "</div>".repeat(1000));
        assert_eq!(words(&deep), "fond");
        assert_eq!(words(&format!("{}fond", "<div>".repeat(100_000))), "fond");
        assert_eq!(words(&format!("<p {}>fond</p>", "a=1 ".repeat(100_000))), "fond");
    }

    #[test]
    fn entities_are_resolved() {
        assert_eq!(words("AT&amp;T &lt;3"), "AT&T <3");
    }
}
