//! Steps over a text in bytes, character by character, both ways, and what counts as one letter with its marks.
//!
//! The text need not be checked UTF-8: a byte that belongs to no character is taken for U+FFFD. Called by the parts of
//! `query::matching::pattern`.

use unicode_normalization::char::is_combining_mark;

use crate::query::matching::pattern::spelling::{Folding, form};

/// A character of a text and where it stands, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its first byte.
    pub at: usize,
    /// The byte after it.
    pub end: usize,
    /// The character.
    pub c: char,
}

/// The character that begins at `at`; `None` at the end of `text`.
pub fn letter_at(text: &[u8], at: usize) -> Option<Letter> {
    let first = *text.get(at)?;
    if first.is_ascii() {
        return Some(Letter { at, end: at + 1, c: char::from(first) });
    }
    // Nearly all of press text that is not ASCII takes two bytes, so these are put together here.
    if let Some([lead @ 0xC2..0xE0, next @ 0x80..0xC0]) = text.get(at..at + 2) {
        let c = char::from_u32(u32::from(lead & 0x1F) << 6 | u32::from(next & 0x3F))?;
        return Some(Letter { at, end: at + 2, c });
    }
    let end = at + if first < 0xF0 { 3 } else { 4 };
    let c = text.get(at..end).and_then(|bytes| std::str::from_utf8(bytes).ok()).and_then(|one| one.chars().next());
    Some(c.map_or(Letter { at, end: at + 1, c: char::REPLACEMENT_CHARACTER }, |c| Letter { at, end, c }))
}

/// The character that ends at `end`; `None` at the head of `text`.
pub fn letter_before(text: &[u8], end: usize) -> Option<Letter> {
    let last = end.checked_sub(1)?;
    if text.get(last)?.is_ascii() {
        return letter_at(text, last);
    }
    let first = (last.saturating_sub(3)..=last).rev().find(|at| text.get(*at).is_some_and(|byte| starts_char(*byte)));
    let whole = first.and_then(|at| letter_at(text, at)).filter(|letter| letter.end == end);
    Some(whole.unwrap_or(Letter { at: last, end, c: char::REPLACEMENT_CHARACTER }))
}

/// Whether `byte` may begin a character.
pub fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// The start of the letter that `at` stands in, where marks, joiners and the like belong to the letter before them.
pub fn letter_start(text: &[u8], mut at: usize) -> usize {
    while let Some(letter) = letter_at(text, at).filter(|letter| continues(text, *letter)) {
        match letter_before(text, letter.at).filter(|before| before.c != '\0') {
            Some(before) => at = before.at,
            None => break,
        }
    }
    at
}

/// The end of the letter whose last character so far ends at `end`.
pub fn letter_end(text: &[u8], mut end: usize) -> usize {
    while let Some(letter) = letter_at(text, end).filter(|letter| continues(text, *letter)) {
        end = letter.end;
    }
    end
}

/// Whether a word may begin at `at`, the start of a letter: no letter or digit stands before it.
/// Where a script writes no spaces each character may begin a word.
pub fn opens_word(text: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|last| letter_start(text, last_start(text, last))) else { return true };
    let letter = letter_at(text, before);
    letter.is_none_or(|letter| !letter.c.is_alphanumeric()) || letter_at(text, at).is_some_and(|letter| is_unspaced(letter.c))
}

/// Whether a word may end at `end`, the end of a letter.
pub fn closes_word(text: &[u8], end: usize) -> bool {
    letter_at(text, end).is_none_or(|letter| !letter.c.is_alphanumeric() || is_unspaced(letter.c))
}

fn last_start(text: &[u8], last: usize) -> usize {
    letter_before(text, last + 1).map_or(last, |letter| letter.at)
}

fn is_unspaced(c: char) -> bool {
    c >= '\u{2E80}'
}

/// Whether `letter` is part of the letter before it, by the rules of `text::fold`.
fn continues(text: &[u8], letter: Letter) -> bool {
    if letter.c.is_ascii() {
        return false;
    }
    if letter.c >= '\u{300}' && is_combining_mark(letter.c) {
        return true;
    }
    let joined = text.get(letter.at.saturating_sub(3)..letter.at) == Some("\u{200D}".as_bytes());
    joined || form(letter.c) == Folding::LeftOut
}
