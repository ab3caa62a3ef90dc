//! Markup one piece after the other, without a tree: for pages that no parser may be given, and to tell those.
//!
//! Pieces are told as HTML tells them: what stands in a script or a comment is no markup, whatever it looks like.

/// A piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkupPiece<'a> {
    /// Words between tags, entities as they are written.
    Words(&'a str),
    /// A tag that opens an element.
    Open {
        /// The element's name as it is written.
        name: &'a str,
        /// White space and slashes between its attributes: one of them stands before each.
        blanks: usize,
        /// Whether the tag ends in `/>`.
        is_closed: bool,
    },
    /// A tag that closes an element, by the element's name as it is written.
    Close(&'a str),
}

/// The pieces of a text. What an element holds that no markup can stand in, such as a script, is left out.
#[derive(Debug)]
pub(super) struct MarkupPieces<'a> {
    rest: &'a str,
    /// Elements that are not closed in what is left.
    unclosed: Vec<&'a str>,
}

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "iframe", "xmp", "noembed"];

impl<'a> MarkupPieces<'a> {
    /// The pieces of `markup`.
    pub(super) fn new(markup: &'a str) -> Self {
        Self { rest: markup, unclosed: Vec::new() }
    }

    /// Goes over all that stands in an element just opened, its end included; nothing, which it says, where the element has no end.
    pub(super) fn go_over(&mut self, name: &'a str) -> bool {
        if self.unclosed.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            return false;
        }
        let Some(behind) = end_of(self.rest, name).and_then(|end| self.rest.get(end..)) else {
            self.unclosed.push(name);
            return false;
        };
        self.rest = behind.split_once('>').map_or("", |(_, behind)| behind);
        true
    }

    /// The piece that a tag at the head of what is left makes; `None` where it makes none, and what is left stands behind it.
    fn tag(&mut self) -> Option<MarkupPiece<'a>> {
        let inside = self.rest.get(1..).unwrap_or_default();
        match inside.as_bytes().first() {
            Some(b'!') if inside.starts_with("!--") => {
                let inside = inside.get(1..).unwrap_or_default();
                self.rest = memchr::memmem::find(inside.as_bytes(), b"-->").and_then(|at| inside.get(at + 3..)).unwrap_or("");
                None
            }
            Some(b'!' | b'?') => {
                self.rest = inside.split_once('>').map_or("", |(_, behind)| behind);
                None
            }
            Some(b'/') => {
                let name = name_of(inside.get(1..).unwrap_or_default());
                self.rest = inside.split_once('>').map_or("", |(_, behind)| behind);
                (!name.is_empty()).then_some(MarkupPiece::Close(name))
            }
            _ => {
                let name = name_of(inside);
                let (blanks, end) = attributes(inside.get(name.len()..).unwrap_or_default());
                let is_closed = end > 0 && inside.as_bytes().get(name.len() + end - 1) == Some(&b'/');
                self.rest = inside.get(name.len() + end + 1..).unwrap_or_default();
                if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
                    // A parser takes all that is left for the script.
                    if !self.go_over(name) {
                        self.rest = "";
                    }
                    return None;
                }
                Some(MarkupPiece::Open { name, blanks, is_closed })
            }
        }
    }
}

impl<'a> Iterator for MarkupPieces<'a> {
    type Item = MarkupPiece<'a>;

    fn next(&mut self) -> Option<MarkupPiece<'a>> {
        while !self.rest.is_empty() {
            let end = memchr::memchr_iter(b'<', self.rest.as_bytes()).find(|at| is_tag(self.rest.as_bytes(), *at));
            let (words, rest) = self.rest.split_at_checked(end.unwrap_or(self.rest.len()))?;
            if !words.is_empty() {
                self.rest = rest;
                return Some(MarkupPiece::Words(words));
            }
            if let Some(piece) = self.tag() {
                return Some(piece);
            }
        }
        None
    }
}

/// Whether the `<` at `at` begins a tag, a comment or a declaration.
fn is_tag(markup: &[u8], at: usize) -> bool {
    match markup.get(at + 1) {
        Some(b'!' | b'?') => true,
        Some(b'/') => markup.get(at + 2).is_some_and(u8::is_ascii_alphabetic),
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    }
}

/// The name at the head of a tag.
fn name_of(tag: &str) -> &str {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    let end = tag.as_bytes().iter().position(ends).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

/// The blanks between the attributes of a tag, and where its `>` stands. A quotation mark opens a value only behind `=`.
fn attributes(tag: &str) -> (usize, usize) {
    let bytes = tag.as_bytes();
    let (mut at, mut blanks, mut behind) = (0, 0usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return (blanks, at),
            b'"' | b'\'' if behind == b'=' => {
                let value = bytes.get(at + 1..).unwrap_or_default();
                at += memchr::memchr(*byte, value).map_or(value.len(), |end| end + 1);
            }
            b'/' => blanks += 1,
            _ if byte.is_ascii_whitespace() => blanks += 1,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            behind = *byte;
        }
        at += 1;
    }
    (blanks, tag.len())
}

/// Where the tag stands that closes the element `name`.
fn end_of(markup: &str, name: &str) -> Option<usize> {
    let closes = |at: &usize| {
        let tag = markup.as_bytes().get(at + 2..).unwrap_or_default();
        let ends = tag.get(name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        ends && tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    memchr::memmem::find_iter(markup.as_bytes(), b"</").find(closes)
}

#[cfg(test)]
mod tests {
    use super::{MarkupPiece, MarkupPieces};

    #[test]
    fn scripts_and_comments_hold_no_markup() {
        let markup = "Un <b class='a > b' id=x'y>mot</b><!-- <i> --><SCRIPT>if (a<b) \"</p>\"</script\n> 1 < 2 <svg/><style>u</style>fin<textarea><p>";
        let pieces: Vec<MarkupPiece<'_>> = MarkupPieces::new(markup).collect();
        assert_eq!(
            pieces,
            [
                MarkupPiece::Words("Un "),
                MarkupPiece::Open { name: "b", blanks: 2, is_closed: false },
                MarkupPiece::Words("mot"),
                MarkupPiece::Close("b"),
                MarkupPiece::Words(" 1 < 2 "),
                MarkupPiece::Open { name: "svg", blanks: 1, is_closed: true },
                MarkupPiece::Words("fin"),
            ]
        );
    }

    #[test]
    fn what_has_no_end_is_looked_for_once() {
        let markup = "<svg a=\"x\">".repeat(200_000);
        let mut pieces = MarkupPieces::new(&markup);
        while pieces.next().is_some() {
            assert!(!pieces.go_over("svg"));
        }
        assert_eq!(MarkupPieces::new("<").chain(MarkupPieces::new("<p a='")).chain(MarkupPieces::new("</")).count(), 3);
    }
}
