//! Markdown inside a line: emphasis, links, images, code and escapes, to the words a reader sees.
//!
//! The rules of `CommonMark` for what opens and closes emphasis are followed where they matter to words: a mark beside white
//! space, and an underscore inside a word, are characters of the text.

use std::borrow::Cow;

/// How many characters a link or a tag may span: a bound on the work a line of lone brackets makes.
const FAR: usize = 2000;

/// The bytes that are looked at together.
const LANES: usize = 64;

/// The words of `line`; where it holds no mark they are the line itself.
#[must_use]
pub fn plain(line: &str) -> Cow<'_, str> {
    if holds_mark(line) { read(line).into() } else { line.trim().into() }
}

/// Whether `line` holds a character that can be markup. Nearly no line of prose does, and telling so in a few lanes at once
/// takes a twentieth of the time that reading it does.
fn holds_mark(line: &str) -> bool {
    let mark = |byte: &u8| matches!(byte, b'\\' | b'[' | b'<' | b'`' | b'*' | b'_' | b'~');
    line.as_bytes().chunks(LANES).any(|chunk| chunk.iter().fold(false, |found, byte| found | mark(byte)))
}

fn read(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '\\' => escaped(after, &mut words),
            '!' if after.starts_with('[') => match link(after) {
                Some((_, behind)) => behind,
                None => kept(c, after, &mut words),
            },
            '[' => match link(rest) {
                Some((text, behind)) => {
                    words.push_str(&plain(text));
                    behind
                }
                None => kept(c, after, &mut words),
            },
            '<' => match tag(after) {
                Some((address, behind)) => {
                    words.push_str(address);
                    behind
                }
                None => kept(c, after, &mut words),
            },
            '`' => after,
            '*' | '_' | '~' => mark(c, after, &mut words),
            _ => kept(c, after, &mut words),
        };
    }
    words.trim().to_owned()
}

fn kept<'a>(c: char, after: &'a str, words: &mut String) -> &'a str {
    words.push(c);
    after
}

fn escaped<'a>(after: &'a str, words: &mut String) -> &'a str {
    match after.chars().next() {
        Some(c) if c.is_ascii_punctuation() => kept(c, after.get(c.len_utf8()..).unwrap_or_default(), words),
        _ => kept('\\', after, words),
    }
}

/// `[text](address)`, `[text][name]`, `[^1]`: the text and what is behind.
fn link(rest: &str) -> Option<(&str, &str)> {
    let inner = rest.strip_prefix('[')?;
    let mut depth = 0usize;
    let close = inner.char_indices().take(FAR).find(|(_, c)| match c {
        '[' => {
            depth += 1;
            false
        }
        ']' if depth == 0 => true,
        ']' => {
            depth -= 1;
            false
        }
        _ => false,
    });
    let (text, behind) = inner.split_at_checked(close?.0)?;
    let behind = behind.strip_prefix(']')?;
    if text.starts_with('^') {
        return Some(("", behind.strip_prefix(':').unwrap_or(behind)));
    }
    let (open, end) = if behind.starts_with('(') { ('(', ')') } else { ('[', ']') };
    Some((text, until(behind.strip_prefix(open)?, end)?.1))
}

/// What stands before and behind the next `end`, if it is near.
fn until(text: &str, end: char) -> Option<(&str, &str)> {
    let (at, _) = text.char_indices().take(FAR).find(|(_, c)| *c == end)?;
    let (before, behind) = text.split_at_checked(at)?;
    Some((before, behind.strip_prefix(end)?))
}

/// `<https://x.fr>` and tags: the address, or nothing, and what is behind.
fn tag(after: &str) -> Option<(&str, &str)> {
    let (inner, behind) = until(after, '>')?;
    let address = inner.starts_with("http://") || inner.starts_with("https://");
    let element = inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') && !inner.contains('<');
    (address || element).then_some((if address { inner } else { "" }, behind))
}

/// A run of emphasis marks: gone when it can open or close emphasis.
fn mark<'a>(c: char, after: &'a str, words: &mut String) -> &'a str {
    let behind = after.trim_start_matches(c);
    let run = 1 + (after.len() - behind.len());
    let before_blank = words.chars().next_back().is_none_or(char::is_whitespace);
    let after_blank = behind.chars().next().is_none_or(char::is_whitespace);
    let inside = words.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric);
    let text = before_blank && after_blank || c == '_' && inside || c == '~' && run < 2;
    if text {
        words.extend(std::iter::repeat_n(c, run));
    }
    behind
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(plain("**Gras**, *penché*, __fort__ et ~~non~~ `code`"), "Gras, penché, fort et non code");
        assert_eq!(plain("snake_case_name, 2 * 3 * 4, ~5 km"), "snake_case_name, 2 * 3 * 4, ~5 km");
        assert_eq!(plain(r"\*pas\* \[un\] lien"), "*pas* [un] lien");
    }

    #[test]
    fn links_give_their_text() {
        assert_eq!(
            plain("voir [le *site*](https://x.fr \"t\") et [ça][1], <https://y.fr>[^2]"),
            "voir le site et ça, https://y.fr"
        );
        assert_eq!(plain("[…] il a dit [sic] oui"), "[…] il a dit [sic] oui");
        assert_eq!(plain("a ![image](x.png) b<br>c 1 < 2"), "a  bc 1 < 2");
    }
}
