//! Markup that is made to stop a parser: told before it is given to one, and read without a tree.

use std::borrow::Cow;

use dom_query::Document;

use crate::ingest::draft::Lines;
use crate::ingest::formats::html_text::markup::{MarkupPiece, MarkupPieces};
use crate::ingest::formats::html_text::writer::LineWriter;

/// Elements open at once in a text that is made to stop a parser: parsing takes time by their square.
const OPEN: usize = 2000;
/// Attributes of one tag, for the same reason.
const ATTRIBUTES: usize = 10_000;

/// Elements that need no end: void ones, and those the next of their kind ends.
const ENDLESS: &[&str] = &[
    "br", "hr", "img", "meta", "link", "input", "wbr", "col", "source", "area", "base", "embed", "param", "track", "p", "li",
    "td", "th", "tr", "dt", "dd", "option",
];
/// Elements in which `/>` closes an element.
const DRAWN: &[&str] = &["svg", "math"];
/// Elements that show no words of a text.
const SILENT: &[&str] =
    &["script", "style", "noscript", "template", "head", "select", "svg", "object", "audio", "video", "canvas", "math", "dialog"];

/// Whether more elements stand open at once in `html`, or more attributes in a tag, than any page has.
#[must_use]
pub fn is_pit(html: &str) -> bool {
    let (mut open, mut drawn) = (0usize, 0usize);
    MarkupPieces::new(html).any(|piece| match piece {
        MarkupPiece::Words(_) => false,
        MarkupPiece::Close(name) => {
            open = open.saturating_sub(1);
            drawn = drawn.saturating_sub(usize::from(is_among(DRAWN, name)));
            false
        }
        MarkupPiece::Open { name, blanks, is_closed } => {
            let stays = !(is_closed && drawn > 0 || is_among(ENDLESS, name));
            open += usize::from(stays);
            drawn += usize::from(is_among(DRAWN, name) && !is_closed);
            open > OPEN || blanks > ATTRIBUTES
        }
    })
}

/// The lines of markup that no parser is given: the words between its tags, each element on lines of its own as far as it is a block.
pub(super) fn lines(html: &str) -> Lines {
    let mut writer = LineWriter::default();
    let mut pieces = MarkupPieces::new(html);
    while let Some(piece) = pieces.next() {
        match piece {
            MarkupPiece::Words(words) => writer.write(&resolved(words)),
            MarkupPiece::Open { name, is_closed, .. } if is_among(SILENT, name) => {
                let _is_ended = is_closed || pieces.go_over(name);
            }
            MarkupPiece::Open { name, .. } => writer.open(&name.to_ascii_lowercase(), 0),
            MarkupPiece::Close(name) => writer.close(&name.to_ascii_lowercase(), 0),
        }
    }
    writer.end_line();
    writer.lines
}

/// The head of a page, which tells its metadata, where that alone may be given to a parser.
pub(crate) fn head(html: &str) -> Option<&str> {
    let end = [b"</head".as_slice(), b"<body"].iter().find_map(|end| memchr::memmem::find(html.as_bytes(), end))?;
    html.get(..end).filter(|head| !is_pit(head))
}

fn is_among(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// `words` with the entities of HTML resolved; no tag stands in them.
fn resolved(words: &str) -> Cow<'_, str> {
    if !words.contains('&') {
        return words.into();
    }
    let text: &str = &Document::fragment(words).root().text();
    let blank = |c: char| c.is_ascii_whitespace();
    // The parser drops white space at the head.
    let head = if words.starts_with(blank) && !text.starts_with(blank) { " " } else { "" };
    format!("{head}{text}").into()
}

#[cfg(test)]
mod tests {
    use super::{head, is_pit, lines};

    #[test]
    fn scripts_make_no_pit() {
        let script = format!("<script>for (i<n; '; {}</script>", "i <n && a\n".repeat(3000));
        let drawn = format!("<svg>{}</svg>", "<path d='M0 0'/>".repeat(3000));
        assert!(!is_pit(&format!("<html><head>{script}</head><body>{drawn}<p>Un mot.</p></body></html>")));
        assert!(is_pit(&"<div/>".repeat(3000)) && is_pit(&format!("<p {}>", "a=1 ".repeat(20_000))));
    }

    #[test]
    fn a_pit_is_read_as_lines_without_its_scripts() {
        let page = format!(
            "<html><head><title>T</title><style>p {{}}</style></head><body><h1>Caf&eacute; ouvert</h1><script>var a = '<p>x</p>';</script><!-- caché -->\
             <noscript>Sans</noscript><template><p>Patron</p></template><p>Une <b>halle</b> &amp; un port.<br>Suite</p>{}Au fond.",
            "<div>".repeat(3000)
        );
        let words: Vec<String> = lines(&page).all_words().map(str::to_owned).collect();
        assert_eq!(words, ["Café ouvert", "Une halle & un port.", "Suite", "Au fond."]);
        assert!(is_pit(&page) && head(&page).is_some_and(|head| head.contains("<title>T")));
    }
}
