//! The words and signs of a typed query, each with its bytes. It never fails: what is wrong is reported by the parser.
//!
//! Reading goes on byte by byte and never back, so that any text takes time in proportion to its length. What a sign means
//! hangs on whether a value is due: after `actor:` a `-` or `@` is a letter like any other. Called by `term` (is this a plain
//! word?), `parse` and `complete`.

use crate::query::language::keyword::Key;
use crate::text::span::Span;

/// A word or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueryToken<'a> {
    /// What it is.
    pub kind: TokenKind<'a>,
    /// Where it stands.
    pub span: Span,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind<'a> {
    /// `(`
    Open,
    /// `)`
    Close,
    /// A comma between the values of a key. Elsewhere it parts words as a space does, and is no token.
    Comma,
    /// `AND`
    And,
    /// `OR`
    Or,
    /// `NOT`
    Not,
    /// `-` before something.
    Minus,
    /// A key with its colon.
    Key(Key),
    /// What looks like a key and is none, without its colon.
    NoKey(&'a str),
    /// Anything without white space, as typed.
    Word(&'a str),
    /// Something in quotation marks.
    Quoted(QuotedText<'a>),
    /// A regular expression.
    Regex {
        /// What stands between the slashes, as typed.
        pattern: &'a str,
        /// Whether the second slash is there.
        closed: bool,
    },
    /// `@name`, without the sign.
    Saved(&'a str),
}

/// Something in quotation marks: `"…"`, `“…”` or `«…»`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotedText<'a> {
    /// What stands between the marks, as typed.
    pub inner: &'a str,
    /// The closing mark, also when it is missing.
    pub mark: char,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// Whether `=` stands before it.
    pub exact: bool,
    /// What is joined to it: empty, `*`, `~` or `~5`.
    pub suffix: &'a str,
}

impl TokenKind<'_> {
    /// Whether it can be the value of a key.
    #[must_use]
    pub fn is_value(self) -> bool {
        matches!(self, Self::Word(_) | Self::Quoted(_) | Self::Regex { .. })
    }
}

/// Whether `c` may stand in the name of a saved query.
#[must_use]
pub fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// All tokens of `text`, in order.
#[must_use]
pub fn tokens(text: &str) -> Vec<QueryToken<'_>> {
    Lexer { text, at: 0, in_list: false, value_due: false }.collect()
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Whether a comma would go on with the values of a key.
    in_list: bool,
    /// Whether the last token was a key or such a comma.
    value_due: bool,
}

impl<'a> Iterator for Lexer<'a> {
    type Item = QueryToken<'a>;

    fn next(&mut self) -> Option<QueryToken<'a>> {
        self.skip_space();
        let rest = self.text.get(self.at..).unwrap_or_default();
        let first = rest.chars().next()?;
        let (kind, len) = match first {
            '(' => (TokenKind::Open, 1),
            ')' => (TokenKind::Close, 1),
            ',' => (TokenKind::Comma, 1),
            '/' => regex(rest),
            '-' if !self.value_due => (TokenKind::Minus, 1),
            '@' if !self.value_due => saved(rest),
            _ => match quoted(rest) {
                Some(quoted) => quoted,
                None => word(rest, self.value_due),
            },
        };
        let span = Span::new(self.at, self.at + len);
        self.at += len;
        self.follow(kind);
        Some(QueryToken { kind, span })
    }
}

impl Lexer<'_> {
    /// Skips white space, and commas that part no values.
    fn skip_space(&mut self) {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let next = rest.trim_start();
            let comma = next.starts_with(',');
            if next.len() < rest.len() && !(comma || self.value_due && self.in_list_after_comma()) {
                (self.in_list, self.value_due) = (false, false);
            }
            self.at += rest.len() - next.len();
            if !comma || self.in_list {
                return;
            }
            self.at += 1;
        }
    }

    /// A comma says that more follows, even after a space; a colon does not.
    fn in_list_after_comma(&self) -> bool {
        self.text.get(..self.at).is_some_and(|before| before.ends_with(','))
    }

    fn follow(&mut self, kind: TokenKind<'_>) {
        (self.in_list, self.value_due) = match kind {
            TokenKind::Key(_) => (true, true),
            TokenKind::Comma => (self.in_list, self.in_list),
            kind if kind.is_value() => (self.in_list, false),
            _ => (false, false),
        };
    }
}

/// The head of `rest` as a word, an operator or a key.
fn word(rest: &str, value_due: bool) -> (TokenKind<'_>, usize) {
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',') || closing(c).is_some());
    let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    let kind = match word {
        _ if value_due => TokenKind::Word(word),
        "AND" | "ET" => TokenKind::And,
        "OR" | "OU" => TokenKind::Or,
        "NOT" | "SAUF" => TokenKind::Not,
        _ => {
            if let Some((key, len)) = key(word) {
                return (key, len);
            }
            TokenKind::Word(word)
        }
    };
    (kind, word.len())
}

/// The key at the head of `word`, with the bytes of it and its colon.
///
/// Letters before a colon are a key, so that a slip in one is reported and not searched for. They are text in an address
/// (`https://…`), when they are a single letter (`c:`), or when they are no key and not all small (`Exclusif:`).
fn key(word: &str) -> Option<(TokenKind<'_>, usize)> {
    let (head, tail) = word.split_once(':')?;
    let letters = head.len() > 1 && head.chars().all(char::is_alphabetic);
    if !letters || tail.starts_with("//") {
        return None;
    }
    let small = || head.bytes().all(|byte| byte.is_ascii_lowercase());
    let kind = Key::called(head).map(TokenKind::Key).or_else(|| small().then_some(TokenKind::NoKey(head)))?;
    Some((kind, head.len() + 1))
}

/// The mark that closes what `open` opens.
fn closing(open: char) -> Option<char> {
    match open {
        '"' => Some('"'),
        '“' => Some('”'),
        '«' => Some('»'),
        _ => None,
    }
}

/// The head of `rest` as something in quotation marks, with its signs before and after.
fn quoted(rest: &str) -> Option<(TokenKind<'_>, usize)> {
    let marked = rest.strip_prefix('=').unwrap_or(rest);
    let open = marked.chars().next()?;
    let mark = closing(open)?;
    let start = rest.len() - marked.len() + open.len_utf8();
    let behind = rest.get(start..)?;
    let len = unescaped(behind, mark);
    let inner = behind.get(..len.unwrap_or(behind.len()))?;
    let after = behind.get(inner.len() + mark.len_utf8()..).unwrap_or_default();
    let suffix = after.get(..suffix_len(after)).unwrap_or_default();
    let end = start + inner.len() + if len.is_some() { mark.len_utf8() } else { 0 } + suffix.len();
    Some((TokenKind::Quoted(QuotedText { inner, mark, closed: len.is_some(), exact: start > open.len_utf8(), suffix }), end))
}

fn suffix_len(after: &str) -> usize {
    match after.as_bytes() {
        [b'*', ..] => 1,
        [b'~', digits @ ..] => 1 + digits.iter().take_while(|byte| byte.is_ascii_digit()).count(),
        _ => 0,
    }
}

/// The head of `rest` as a regular expression.
fn regex(rest: &str) -> (TokenKind<'_>, usize) {
    let behind = rest.strip_prefix('/').unwrap_or(rest);
    let end = unescaped(behind, '/');
    let pattern = behind.get(..end.unwrap_or(behind.len())).unwrap_or_default();
    let closed = end.is_some();
    (TokenKind::Regex { pattern, closed }, 1 + pattern.len() + usize::from(closed))
}

/// Where `mark` first stands in `text` without a backslash before it.
fn unescaped(text: &str, mark: char) -> Option<usize> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == mark {
            return Some(at);
        }
        if c == '\\' {
            chars.next();
        }
    }
    None
}

/// The head of `rest` as the name of a saved query.
fn saved(rest: &str) -> (TokenKind<'_>, usize) {
    let name = rest.strip_prefix('@').unwrap_or(rest);
    let name = name.get(..name.find(|c| !is_name_char(c)).unwrap_or(name.len())).unwrap_or_default();
    (TokenKind::Saved(name), 1 + name.len())
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, tokens};

    /// The tokens, parted by bars, each as its bytes with a letter for its kind.
    fn split(text: &str) -> String {
        let shown = tokens(text).into_iter().map(|token| {
            let kind = match token.kind {
                TokenKind::Key(_) => "k",
                TokenKind::NoKey(_) => "?",
                TokenKind::Word(_) => "w",
                TokenKind::Quoted(quoted) if quoted.closed => "q",
                TokenKind::Regex { closed: true, .. } => "r",
                TokenKind::Quoted(_) | TokenKind::Regex { .. } => "!",
                TokenKind::Saved(_) => "s",
                _ => "o",
            };
            format!("{kind}{}", token.span.of(text))
        });
        shown.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn signs_are_told_from_words() {
        for (text, expected) in [
            ("a -b (c OR NOTE)", "wa | o- | wb | o( | wc | oOR | wNOTE | o)"),
            ("al-Kadhimi l'État 3.5 a@b", "wal-Kadhimi | wl'État | w3.5 | wa@b"),
            ("actor:a,-b , @c d,e -f", "kactor: | wa | o, | w-b | o, | w@c | wd | we | o- | wf"),
            ("sort:-date date:>=2024..", "ksort: | w-date | kdate: | w>=2024.."),
            ("text: -a", "ktext: | o- | wa"),
            ("text:, a", "ktext: | o, | wa"),
            ("https://a.b/c 12:30 c:x Exclusif: acter:x", "whttps://a.b/c | w12:30 | wc:x | wExclusif: | ?acter: | wx"),
            ("text:http://x Text:/a b\\/c/", "ktext: | whttp://x | kText: | r/a b\\/c/"),
            ("\"a \\\" b\"~5 =, x", "q\"a \\\" b\"~5 | w= | wx"),
            ("=\"Le Monde\" “a”* «b» \"c", "q=\"Le Monde\" | q“a”* | q«b» | !\"c"),
            ("@a.b, @ /x", "s@a.b | s@ | !/x"),
            ("text:(a,b)", "ktext: | o( | wa | wb | o)"),
            ("acteur:a OU événement:b SAUF ET été:c", "kacteur: | wa | oOU | kévénement: | wb | oSAUF | oET | wété:c"),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
