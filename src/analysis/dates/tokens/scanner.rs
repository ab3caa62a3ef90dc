//! The scanner: letters, figures and marks told apart, and words folded into keys, eight letters at a time.

use std::num::NonZeroU32;

use crate::analysis::dates::lexicon::DateLexicon;
use crate::analysis::dates::table::WordKey;
use crate::analysis::dates::tokens::token::{ELISIONS, Gap, Token, TokenClass};
use crate::analysis::dates::word::WordSense;
use crate::text::letters::{EIGHT, letters_at};
use crate::text::span::Span;

/// A part of a text that is read token by token.
pub(super) struct Scanner<'a> {
    text: &'a str,
    part: &'a str,
    at: usize,
    base: usize,
    spaced: bool,
    lines: u8,
    /// Whether a token without white space before it may belong to one word with what was read last.
    goes_on: bool,
    /// The last token, when it is a word by itself.
    word: Span,
}

impl<'a> Scanner<'a> {
    /// Stands before the first token of `part` of `text`.
    pub(super) fn new(text: &'a str, part: Span) -> Self {
        let base = part.first();
        Self { text, part: part.of(text), at: 0, base, spaced: true, lines: 2, goes_on: false, word: Span::default() }
    }

    /// The next token, its class from `lexicon`.
    pub(super) fn next_token(&mut self, lexicon: &DateLexicon) -> Option<Token> {
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
        let (kind, hash) = if first.is_ascii_digit() {
            self.number()
        } else if is_letter(first) {
            self.word(lexicon)
        } else {
            self.at += first.len_utf8();
            (TokenClass::Mark(plain(first)), None)
        };
        let span = Span::new(self.base + start, self.base + self.at);
        let gap = match self.join(kind, span) {
            true => Gap::Joint,
            false if self.lines > 1 => Gap::Paragraph,
            false if self.spaced => Gap::Space,
            false => Gap::Nothing,
        };
        let token = Token { span, kind, hash, gap, capital: first.is_uppercase() };
        (self.spaced, self.lines) = (false, 0);
        Some(token)
    }

    /// Whether the token at `span` may be a part of one word with what stands before it.
    fn join(&mut self, kind: TokenClass, span: Span) -> bool {
        let glued = self.goes_on && !self.spaced;
        let joined = glued
            && match kind {
                TokenClass::Mark('\'') => !is_elision(self.word.of(self.text)),
                TokenClass::Mark(mark) => !parts_words(mark),
                _ => true,
            };
        self.goes_on = match kind {
            TokenClass::Mark('\'') => joined,
            TokenClass::Mark(mark) => !parts_words(mark),
            _ => true,
        };
        self.word = if joined { Span::default() } else { span };
        joined
    }

    fn number(&mut self) -> (TokenClass, Option<NonZeroU32>) {
        let (mut value, mut digits, mut key) = (0u32, 0u8, WordKey::default());
        while let Some(byte) = self.part.as_bytes().get(self.at).filter(|byte| byte.is_ascii_digit()) {
            value = value.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
            digits = digits.saturating_add(1);
            key.push(*byte);
            self.at += 1;
        }
        (TokenClass::Number(value, digits), key.fits().then(|| key.hash()))
    }

    fn word(&mut self, lexicon: &DateLexicon) -> (TokenClass, Option<NonZeroU32>) {
        // Most words are few letters without an accent.
        let bytes = self.part.as_bytes();
        let (letters, len) = letters_at(bytes, self.at);
        let key = match u8::try_from(len) {
            Ok(few) if len < EIGHT && bytes.get(self.at + len).is_none_or(u8::is_ascii) => WordKey::short(letters, few),
            _ => return self.long_word(lexicon),
        };
        self.at += len;
        let hash = key.hash();
        (TokenClass::Word(lexicon.class(&key, hash)), Some(hash))
    }

    fn long_word(&mut self, lexicon: &DateLexicon) -> (TokenClass, Option<NonZeroU32>) {
        let (mut key, mut plain) = (WordKey::default(), true);
        loop {
            let (letters, len) = letters_at(self.part.as_bytes(), self.at);
            key.push_many(letters, len);
            self.at += len;
            let rest = self.part.as_bytes().get(self.at..).unwrap_or_default();
            match rest {
                [0xC3, trail, ..] if is_latin_letter(*trail) => {
                    plain &= key.push_latin(*trail);
                    self.at += 2;
                }
                [byte, ..] if !byte.is_ascii() => {
                    let Some(letter) = char_at(self.part, self.at).filter(|c| is_letter(*c) || is_combining(*c)) else { break };
                    plain &= key.push_char(letter);
                    self.at += letter.len_utf8();
                }
                [_, ..] if len == EIGHT => {}
                _ => break,
            }
        }
        if !plain || !key.fits() {
            return (TokenClass::Word(WordSense::Other), None);
        }
        let hash = key.hash();
        (TokenClass::Word(lexicon.class(&key, hash)), Some(hash))
    }
}

/// Whether an apostrophe behind `word` ends it.
fn is_elision(word: &str) -> bool {
    let small = |letter: u8| letter.to_ascii_lowercase();
    match word.as_bytes() {
        [] => false,
        [letter] => matches!(small(*letter), b'l' | b'd' | b'n' | b's' | b'j' | b'm' | b't' | b'c'),
        _ => ELISIONS.iter().any(|elision| word.eq_ignore_ascii_case(elision)),
    }
}

/// Whether no word has `mark` inside: told for the common marks only.
fn parts_words(mark: char) -> bool {
    match mark {
        '\u{200c}' | '\u{200d}' | '\u{2032}' => false,
        '«' | '»' | '€' | '°' | '\u{2000}'..='\u{206f}' => true,
        _ => mark.is_ascii(),
    }
}

/// Whether the character of the bytes `C3` and `trail`, from `À` to `ÿ`, is a letter.
fn is_latin_letter(trail: u8) -> bool {
    !matches!(trail, 0x97 | 0xB7)
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
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'µ' | 'º'),
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
