//! Plain text as Markdown that a parser gives back as the same text, whatever it holds.
//!
//! Escapes follow `CommonMark` 0.31 and cover what GitHub and Obsidian add: tables, strikes, tags, block identifiers, comments,
//! mathematics and bare addresses. The templates call these as filters.

use std::fmt::Write as _;

pub mod note;

/// `text` as one line of inline Markdown; line ends and outer blanks are kept as character references.
#[must_use]
pub fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    line(text, &mut out);
    out
}

/// `text` as a block quotation: one `>` a line, a quoted blank line between paragraphs. Blank lines beyond that are kept as
/// character references, so that nothing of the quotation is lost.
#[must_use]
pub fn quotation(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    out.push_str("> ");
    let (mut rest, mut is_first) = (text, true);
    while let Some((part, behind)) = rest.split_once('\n') {
        line(part, &mut out);
        let next = behind.trim_start_matches('\n');
        let ends = 1 + behind.len() - next.len();
        let is_outer = (is_first && part.is_empty()) || next.is_empty();
        let kept = match ends {
            _ if is_outer => ends,
            1 => 0,
            _ => ends - 2,
        };
        out.push_str(if is_outer {
            ""
        } else if ends == 1 {
            "\n> "
        } else {
            "\n>\n> "
        });
        (0..kept).for_each(|_| out.push_str("&#10;"));
        (rest, is_first) = (next, false);
    }
    line(rest, &mut out);
    out
}

/// A tag as it is written in a line; only underlines that could open or close an emphasis need a sign before them.
#[must_use]
pub fn tag(tag: &str) -> String {
    let mut out = String::with_capacity(tag.len() + 1);
    out.push('#');
    let mut before = ' ';
    let mut signs = tag.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_inside = before.is_alphanumeric() && signs.peek().is_some_and(|next| next.is_alphanumeric());
        if sign == '_' && !is_inside {
            out.push('\\');
        }
        out.push(sign);
        before = sign;
    }
    out
}

/// `url` as the destination of a link in angle brackets; `None` unless it is an address on the web.
#[must_use]
pub fn destination(url: &str) -> Option<String> {
    is_web_address(url).then(|| {
        let mut out = String::with_capacity(url.len() + 2);
        out.push('<');
        for sign in url.chars() {
            match sign {
                '&' => out.push_str("&amp;"),
                '<' | '>' | '\\' | '"' | '`' => percent(sign, &mut out),
                _ if sign.is_whitespace() || sign.is_control() => percent(sign, &mut out),
                _ => out.push(sign),
            }
        }
        out.push('>');
        out
    })
}

/// `text` as the name of a page of Obsidian, in which these signs mean something or cannot stand.
#[must_use]
pub fn page_name(text: &str) -> String {
    let plain = text.replace(['[', ']', '|', '#', '^', ':', '/', '\\', '"', '*', '<', '>', '?'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether following `url` can do no more than open a page.
#[must_use]
pub fn is_web_address(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)))
}

fn percent(sign: char, out: &mut String) {
    for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a string cannot fail.
        let _ = write!(out, "%{byte:02X}");
    }
}

/// Writes `text` so that neither its place at the head of a line nor any sign in it means anything.
fn line(text: &str, out: &mut String) {
    let mut before = None;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let is_outer = before.is_none() || next.is_none();
        // Templates and attributes of headings look for a brace before escapes are read.
        if sign == '{' || sign.is_control() || (sign.is_whitespace() && is_outer) {
            let _ = write!(out, "&#{};", u32::from(sign));
        } else {
            let (head, rest) = text.split_at(at);
            if means_something(sign, (before, next)) || opens_line(head, sign) || opens_address(head, rest) {
                out.push('\\');
            }
            out.push(sign);
        }
        before = Some(sign);
    }
}

/// Whether `sign` between its neighbours can mean something anywhere in a line.
fn means_something(sign: char, (before, next): (Option<char>, Option<char>)) -> bool {
    match sign {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|' | '^' | '$' | '&' | '#' => true,
        // Two of them mark words in Obsidian, or hide them.
        '=' | '%' => before == Some(sign) || next == Some(sign),
        _ => false,
    }
}

/// Whether `sign` behind `head` opens a block: a quotation, a list, a rule, an underlined heading, a definition.
fn opens_line(head: &str, sign: char) -> bool {
    match sign {
        '>' | '-' | '+' | '=' | ':' => head.is_empty(),
        '.' | ')' => !head.is_empty() && head.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// Whether the sign at the head of `rest` completes what some programs make a link of, unasked.
fn opens_address(head: &str, rest: &str) -> bool {
    let ends_in = |word: &str| {
        head.len().checked_sub(word.len()).and_then(|at| head.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    rest.starts_with("://") || (rest.starts_with('.') && ends_in("www")) || (rest.starts_with(':') && ends_in("mailto"))
}

#[cfg(test)]
mod tests {
    use super::{destination, inline, quotation, tag};

    #[test]
    fn ordinary_text_stays_as_it_is() {
        let text = "« L’Irak, dit-il, a 3 - 4 = moins » : (50 %) \"ok\"! 12:30; a.b? 1.5";
        assert_eq!(inline(text), text);
    }

    #[test]
    fn signs_at_the_head_of_a_line_lose_their_meaning() {
        assert_eq!(quotation("# a\n- b\n1986. c\n===\n    d"), "> \\# a\n> \\- b\n> 1986\\. c\n> \\=\\=\\=\n> &#32;   d");
    }

    #[test]
    fn blank_lines_part_paragraphs_and_more_of_them_are_kept() {
        assert_eq!(quotation("a\n\nb\n\n\nc\n"), "> a\n>\n> b\n>\n> &#10;c&#10;");
        assert_eq!(quotation("\n\na"), "> &#10;&#10;a");
    }

    #[test]
    fn tags_and_addresses() {
        assert_eq!([tag("a_b"), tag("_a_")], ["#a_b", "#\\_a\\_"]);
        assert_eq!(destination("https://a.b/?x=1&y=<>\n"), Some("<https://a.b/?x=1&amp;y=%3C%3E%0A>".to_owned()));
        assert_eq!(destination("javascript:alert(1)"), None);
        assert_eq!(inline("see https://a.b or www.c.d"), "see https\\://a.b or www\\.c.d");
    }
}
