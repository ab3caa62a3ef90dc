//! The scanner: a text into words, numbers and marks, each with its place and its class in a lexicon, in one pass.
//!
//! It knows no pattern. Words are folded one at a time into a key on the stack, so that nothing is copied.

use crate::analysis::dates::lexicon::Lexicon;
use crate::analysis::dates::table::Key;
use crate::analysis::dates::word::Word;
use crate::text::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run of letters, with its class.
    Word(Word),
    /// A run of ASCII digits: its value, cut at `u32::MAX`, and how many digits.
    Number(u32, u8),
    /// One other character that is no white space; every apostrophe is `'`, every hyphen `-`, every longer dash `–`.
    Mark(char),
}

/// A token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether a paragraph begins with it.
    pub opens: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Token {
    /// The class of a word, [`Word::Other`] for other tokens.
    #[must_use]
    pub fn word(&self) -> Word {
        match self.kind {
            Kind::Word(word) => word,
            _ => Word::Other,
        }
    }
}

/// The tokens of the part `span` of `text`, with the classes of `lexicon`.
#[must_use]
pub fn tokens(text: &str, span: Span, lexicon: &Lexicon) -> Vec<Token> {
    let part = span.of(text);
    let mut found = Vec::with_capacity(part.len() / 5);
    let mut scanner = Scanner { part, at: 0, base: span.first(), spaced: true, lines: 2 };
    while let Some(token) = scanner.next_token(lexicon) {
        found.push(token);
    }
    found
}

struct Scanner<'a> {
    part: &'a str,
    at: usize,
    base: usize,
    spaced: bool,
    lines: u8,
}

impl Scanner<'_> {
    fn next_token(&mut self, lexicon: &Lexicon) -> Option<Token> {
        let first = loop {
            let next = char_at(self.part, self.at)?;
            if !next.is_whitespace() {
                break next;
            }
            self.spaced = true;
            self.lines = self.lines.saturating_add(u8::from(next == '\n'));
            self.at += next.len_utf8();
        };
        let start = self.at;
        let kind = if first.is_ascii_digit() {
            self.number()
        } else if is_letter(first) {
            self.word(lexicon)
        } else {
            self.at += first.len_utf8();
            Kind::Mark(plain(first))
        };
        let token = Token {
            span: Span::new(self.base + start, self.base + self.at),
            kind,
            spaced: self.spaced,
            opens: self.lines > 1,
            capital: first.is_uppercase(),
        };
        (self.spaced, self.lines) = (false, 0);
        Some(token)
    }

    fn number(&mut self) -> Kind {
        let (mut value, mut digits) = (0u32, 0u8);
        while let Some(byte) = self.part.as_bytes().get(self.at).filter(|byte| byte.is_ascii_digit()) {
            value = value.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
            digits = digits.saturating_add(1);
            self.at += 1;
        }
        Kind::Number(value, digits)
    }

    fn word(&mut self, lexicon: &Lexicon) -> Kind {
        let mut key = Key::default();
        loop {
            let rest = self.part.as_bytes().get(self.at..).unwrap_or_default();
            let plain = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
            key.push_all(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            let next = char_at(self.part, self.at).filter(|c| !c.is_ascii() && (is_letter(*c) || is_combining(*c)));
            let Some(letter) = next else { break };
            key.push_char(letter);
            self.at += letter.len_utf8();
        }
        Kind::Word(lexicon.class(&key))
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Whether `c` is a letter; those of Latin and the marks of prose are told without a table.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphabetic(),
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn plain(mark: char) -> char {
    match mark {
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '‐' | '‑' | '−' => '-',
        '—' | '―' => '–',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::is_letter;

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }
}
