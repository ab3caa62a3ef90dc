//! Plain text inside an Org outline. Org has no escape sign; its manual (section 12.5) sets a zero-width space where a sign would
//! mean something. Notes are Markdown and stand in source blocks, word for word.

use crate::export::managed_block::is_marker;

/// Set before a sign that is to mean nothing.
const ZERO_WIDTH: char = '\u{200B}';

/// `text` in lines that Org shows as they are; blank lines part paragraphs.
#[must_use]
pub fn plain(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(line).collect();
    lines.join("\n")
}

/// The lines of `text` for a source block: those that Org could take for a headline or a keyword open with a comma.
#[must_use]
pub fn literal(text: &str) -> String {
    let guarded = |line: &str| {
        let signs = line.trim_start_matches(',');
        let is_taken = signs.starts_with('*') || signs.trim_start().starts_with("#+") || is_marker(signs);
        if is_taken { format!(",{line}") } else { line.to_owned() }
    };
    text.lines().map(guarded).collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let head = line.trim_start();
    let digits = head.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_numbered = digits.len() < head.len() && digits.starts_with(['.', ')']);
    if is_numbered || is_marker(line) || head.starts_with(['*', '#', '-', '+', ':', '|', '%', '\\']) {
        out.push(ZERO_WIDTH);
    }
    let mut before = ' ';
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied().unwrap_or(' ');
        out.push(sign);
        if opens(before, sign, next) {
            out.push(ZERO_WIDTH);
        }
        before = sign;
    }
    out
}

/// Whether a link, a footnote, a date, a macro, an entity, or words in bold, italics or the like could open at `sign`.
fn opens(before: char, sign: char, next: char) -> bool {
    match sign {
        '[' => next == '[' || next.is_alphanumeric(),
        '<' => next.is_alphanumeric() || next == '<' || next == '%',
        '{' => next == '{',
        '\\' => next.is_alphabetic() || next == '\\' || next == '(' || next == '[',
        '*' | '/' | '_' | '=' | '~' | '+' => !before.is_alphanumeric() && !next.is_whitespace(),
        ':' => before.is_alphanumeric() && next == '/',
        '@' => next == '@',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{literal, plain};

    #[test]
    fn signs_lose_their_meaning_and_words_stay() {
        assert_eq!(plain("a - b, 3/4, x_y"), "a - b, 3/4, x_y");
        assert_eq!(plain("* a\n#+end_quote"), "\u{200B}* a\n\u{200B}#+\u{200B}end_quote");
        assert_eq!(plain("see [[x]] *now*"), "see [\u{200B}[\u{200B}x]] *\u{200B}now*");
    }

    #[test]
    fn a_block_cannot_be_closed_from_within() {
        assert_eq!(literal("a\n#+end_src\n* b"), "a\n,#+end_src\n,* b");
    }
}
