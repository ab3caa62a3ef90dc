//! Graphemes: what a reader takes for one character (UAX #29), their places in a text and their terminal columns.
//!
//! Widths agree with what ratatui gives a cell. Called by wrapping, by the reader's cursor and by every list that cuts a line.

use std::borrow::Cow;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// A grapheme of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grapheme<'a> {
    /// Its first byte in the text.
    pub at: usize,
    /// Its characters.
    pub text: &'a str,
    /// The terminal columns it takes.
    pub columns: usize,
}

/// The graphemes of `text`, in order.
pub fn graphemes(text: &str) -> impl Iterator<Item = Grapheme<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let mut chars = rest.chars();
        let (first, second) = (chars.next()?, chars.next());
        let found = if is_simple(first) && second.is_none_or(is_simple) {
            Grapheme { at, text: rest.get(..first.len_utf8())?, columns: 1 }
        } else {
            let cluster = rest.graphemes(true).next()?;
            Grapheme { at, text: cluster, columns: columns(cluster) }
        };
        at += found.text.len();
        Some(found)
    })
}

/// One column wide, and two of them next to each other are two graphemes: the bulk of European text, told without a table.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{A8}' | '\u{AA}'..='\u{AC}' | '\u{AF}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '€')
}

/// The terminal columns one grapheme takes: none for control characters, one more for each halfwidth kana sound mark, which
/// terminals print in a cell of its own.
fn columns(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    let sound_marks = grapheme.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    grapheme.width() + sound_marks
}

/// The terminal columns `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    graphemes(text).map(|grapheme| grapheme.columns).sum()
}

/// Whether a grapheme begins or ends at `offset`; false beyond the end of `text`.
#[must_use]
pub fn is_boundary(text: &str, offset: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(offset) else { return false };
    match (before.chars().next_back(), after.chars().next()) {
        (Some(a), Some(b)) if is_simple(a) && is_simple(b) => true,
        (Some(_), Some(_)) => GraphemeCursor::new(offset, text.len(), true).is_boundary(text, 0).unwrap_or(true),
        _ => true,
    }
}

/// The last grapheme boundary at or before `offset`.
#[must_use]
pub fn floor(text: &str, offset: usize) -> usize {
    if is_boundary(text, offset) { offset } else { previous(text, offset) }
}

/// The first grapheme boundary after `offset`, or the end of `text`.
#[must_use]
pub fn next(text: &str, offset: usize) -> usize {
    let Some(start) = (offset..text.len()).find(|at| text.is_char_boundary(*at)) else { return text.len() };
    if start > offset && is_boundary(text, start) {
        return start;
    }
    GraphemeCursor::new(start, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The last grapheme boundary before `offset`, or the start of `text`.
#[must_use]
pub fn previous(text: &str, offset: usize) -> usize {
    if offset > text.len() {
        return text.len();
    }
    let Some(end) = (offset..text.len()).find(|at| text.is_char_boundary(*at)).or(Some(text.len())) else { return 0 };
    GraphemeCursor::new(end, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The longest head of `text` that fits in `columns`, cut between graphemes.
#[must_use]
pub fn truncate(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let fits = |grapheme: &Grapheme<'_>| {
        taken += grapheme.columns;
        taken <= columns
    };
    let end = graphemes(text).take_while(fits).last().map_or(0, |last| last.at + last.text.len());
    text.get(..end).unwrap_or_default()
}

/// `text` when it fits in `columns`, else what does with `…` after it.
#[must_use]
pub fn elide(text: &str, columns: usize) -> Cow<'_, str> {
    if truncate(text, columns).len() == text.len() {
        return Cow::Borrowed(text);
    }
    match columns.checked_sub(1) {
        Some(room) => Cow::Owned(format!("{}…", truncate(text, room).trim_end())),
        None => Cow::Borrowed(""),
    }
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthChar;

    use super::{elide, floor, graphemes, is_boundary, is_simple, next, previous, truncate, width};

    const MIXED: &str = "e\u{301}a👩‍👩‍👧中🇫🇷🇮🇶ｶﾞ«\u{A0}x\u{A0}»\r\nمُحَ";

    #[test]
    fn simple_characters_are_what_they_claim() {
        for c in ('\0'..='\u{FFFF}').filter(|c| is_simple(*c)) {
            assert_eq!(c.width(), Some(1), "U+{:04X}", c as u32);
            for pair in [format!("{c}a"), format!("a{c}"), format!("{c}{c}")] {
                assert_eq!(pair.graphemes(true).count(), 2, "U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn the_fast_way_cuts_as_the_standard_does() {
        let found: Vec<(usize, &str)> = graphemes(MIXED).map(|grapheme| (grapheme.at, grapheme.text)).collect();
        let expected: Vec<(usize, &str)> = MIXED.grapheme_indices(true).collect();
        assert_eq!(found, expected);
        assert_eq!(["e\u{301}", "a", "👩‍👩‍👧", "中", "\u{7}"].map(width), [1, 1, 2, 2, 0]);
    }

    #[test]
    fn boundaries_are_found_from_any_byte() {
        let bounds: Vec<usize> = MIXED.grapheme_indices(true).map(|(at, _)| at).chain([MIXED.len()]).collect();
        for offset in 0..MIXED.len() {
            let below = bounds.iter().rev().find(|at| **at <= offset).copied();
            let above = bounds.iter().find(|at| **at > offset).copied();
            assert_eq!((Some(floor(MIXED, offset)), Some(next(MIXED, offset))), (below, above), "{offset}");
            assert_eq!(is_boundary(MIXED, offset), bounds.contains(&offset));
            let strictly = bounds.iter().rev().find(|at| **at < offset).copied();
            assert_eq!(previous(MIXED, offset), strictly.unwrap_or(0), "{offset}");
        }
        assert_eq!((floor("é", 9), next("é", 9), previous("é", 9)), (2, 2, 2));
    }

    #[test]
    fn cuts_fall_between_graphemes() {
        assert_eq!(truncate("中文x", 3), "中");
        assert_eq!(truncate("e\u{301}te\u{301}", 1), "e\u{301}");
        assert_eq!(elide("Le président irakien", 9), "Le prési…");
        assert_eq!(elide("Le président", 4), "Le…");
        assert_eq!(elide("中文", 4), "中文");
        assert_eq!((elide("abc", 0).as_ref(), elide("abc", 1).as_ref()), ("", "…"));
    }
}
