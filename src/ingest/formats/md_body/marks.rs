//! Marks: whether a paragraph of Markdown can hold markup at all, told without parsing it.
//!
//! It may take plain text for markup, never the other way round: most marks in the press are signs of the text, `R&D`, `[sic]`, `5 * 3`.

use crate::ingest::formats::plain::rows;

/// The bytes that are looked at together.
const LANES: usize = 64;

/// Whether a row may begin something that goes on behind a blank line, or makes something else of the row above.
pub(super) fn reaches_on(row: &str) -> bool {
    let row = row.trim();
    match row.as_bytes() {
        [b'-' | b'+' | b'>' | b'=' | b'<', ..]
        | [b'`', b'`', b'`', ..]
        | [b'~', b'~', b'~', ..]
        | [b'*']
        | [b'*', b' ' | b'\t', ..] => true,
        [mark @ (b'*' | b'_'), ..] => row.bytes().all(|byte| byte == *mark || byte == b' '),
        _ => false,
    }
}

/// Whether `paragraph`, rows without a blank one between them, may hold markup inside a row.
pub(super) fn may_hold_mark(paragraph: &str) -> bool {
    let holds = |mark: &str| memchr::memmem::find(paragraph.as_bytes(), mark.as_bytes()).is_some();
    holds("==") || has_sign(paragraph) && (rows(paragraph).any(ends_as_cell) || may_be_marks(paragraph))
}

/// Whether there is a sign that can be a mark. Telling so in a few lanes at once takes a twentieth of the time that parsing does.
fn has_sign(text: &str) -> bool {
    let sign = |byte: &u8| matches!(byte, b'\\' | b'[' | b'<' | b'`' | b'*' | b'_' | b'~' | b'&' | b'|');
    text.as_bytes().chunks(LANES).any(|chunk| chunk.iter().fold(false, |found, byte| found | sign(byte)))
}

/// Whether a row ends with the edge of a table, which is no text.
fn ends_as_cell(row: &str) -> bool {
    row.trim_end().ends_with('|')
}

/// Whether one of the signs may be a mark by what stands beside it.
fn may_be_marks(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Emphasis and what is struck out have a mark at both ends.
    let is_paired = |mark: u8| memchr::memchr_iter(mark, bytes).nth(1).is_some();
    let behind = |mark: u8| memchr::memchr_iter(mark, bytes).map(|at| bytes.get(at + 1..).unwrap_or_default());
    // A table has a row of dashes under its head.
    let is_table = || memchr::memchr(b'|', bytes).is_some() && text.trim_end().contains('\n');
    let has_link = || ["](", "[["].iter().any(|mark| memchr::memmem::find(bytes, mark.as_bytes()).is_some());
    [b'*', b'_', b'~'].into_iter().any(is_paired)
        || behind(b'\\').any(|rest| rest.first().is_none_or(|next| next.is_ascii_punctuation() || *next == b'\n'))
        || behind(b'<')
            .any(|rest| rest.first().is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')))
        || behind(b'&').any(is_entity)
        || has_code(bytes)
        || has_link()
        || is_table()
}

/// Whether an entity stands behind `&`: letters or a number, closed by a semicolon.
fn is_entity(behind: &[u8]) -> bool {
    /// No entity has a longer name.
    const LONGEST: usize = 33;
    let name = behind.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
    name > 0 && behind.get(name) == Some(&b';')
}

/// Whether code stands between two runs of as many backticks.
fn has_code(bytes: &[u8]) -> bool {
    let mut seen = 0_u64;
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'`', rest) {
        let from = rest.get(at..).unwrap_or_default();
        let run = from.iter().take_while(|byte| **byte == b'`').count();
        let length = 1 << run.min(63);
        if seen & length > 0 {
            return true;
        }
        seen |= length;
        rest = from.get(run..).unwrap_or_default();
    }
    false
}
