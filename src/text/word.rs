//! Words as a reader counts them: those of UAX #29 that hold a letter or a digit.
//!
//! It gives their number, not their places; names and dates have words of their own. Called by ingest.

mod lanes;

use memchr::{memchr2, memchr2_iter};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::word::lanes::PIECE;

/// How many words `text` has, by the word boundaries of UAX #29: `l’État-major` has two, `3,5` one.
///
/// ```
/// use liseuse::text::word::count;
/// assert_eq!(count("« L’État-major a payé 3,5 millions d'euros ! »"), 7);
/// ```
#[must_use]
pub fn count(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut words, mut at) = (0, 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        // No word goes on over a space or a line end, so that what lies between two of them can be counted by itself.
        let cut = match rest.get(..PIECE) {
            Some(head) => memchr2_iter(b' ', b'\n', head).next_back().or_else(|| memchr2(b' ', b'\n', rest)),
            None => None,
        };
        let end = at + cut.map_or(rest.len(), |cut| cut + 1);
        let piece = text.get(at..end).unwrap_or_default();
        words += lanes::count(piece.as_bytes()).unwrap_or_else(|| by_runs(piece));
        at = end;
    }
    words
}

/// The same, one run without white space after the other.
fn by_runs(text: &str) -> usize {
    let mut words = 0;
    let mut at = 0;
    for run in text.as_bytes().split(|byte| matches!(byte, b' ' | b'\n')) {
        let end = at + run.len();
        words += plain(run).unwrap_or_else(|| text.get(at..end).unwrap_or_default().unicode_words().count());
        at = end + 1;
    }
    words
}

/// What a character of French or English prose is to the rules of word boundaries.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// Holds two letters together.
    Apostrophe,
    /// Holds letters or digits together, which is left to the tables of Unicode.
    Joiner,
    Outside,
}

/// The words of a run without white space, told without tables; `None` when it holds what only the tables can tell.
fn plain(run: &[u8]) -> Option<usize> {
    let (mut words, mut at, mut last) = (0, 0, Class::Outside);
    while at < run.len() {
        let (here, len) = class(run, at)?;
        at += len;
        last = match (last, here) {
            (Class::Letter | Class::Digit, Class::Letter | Class::Digit) => here,
            (_, Class::Letter | Class::Digit) => {
                words += 1;
                here
            }
            (Class::Letter | Class::Digit, Class::Apostrophe | Class::Joiner) if at < run.len() => {
                match (last, here, class(run, at)?.0) {
                    (Class::Letter, Class::Apostrophe, Class::Letter) => Class::Letter,
                    (_, _, Class::Letter | Class::Digit) => return None,
                    _ => Class::Outside,
                }
            }
            _ => Class::Outside,
        };
    }
    Some(words)
}

/// The class of the character at `at` and its bytes.
fn class(run: &[u8], at: usize) -> Option<(Class, usize)> {
    Some(match run.get(at..)? {
        [b'a'..=b'z' | b'A'..=b'Z', ..] => (Class::Letter, 1),
        [b'0'..=b'9', ..] => (Class::Digit, 1),
        [b'\'', ..] => (Class::Apostrophe, 1),
        [b'.' | b',' | b';' | b':', ..] => (Class::Joiner, 1),
        // The low line holds anything together; the signs of multiplication and division stand among the letters of Latin-1.
        [b'_', ..] | [0xC3, 0x97 | 0xB7, ..] => return None,
        [0..0x80, ..] => (Class::Outside, 1),
        // U+00C0 to U+017F.
        [0xC3..=0xC5, _, ..] => (Class::Letter, 2),
        // No-break space and the quotation marks of French.
        [0xC2, 0xA0 | 0xAB | 0xBB, ..] => (Class::Outside, 2),
        [0xE2, 0x80, 0x98 | 0x99, ..] => (Class::Apostrophe, 3),
        // Dashes, the quotation marks of English, the ellipsis.
        [0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6, ..] => (Class::Outside, 3),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{count, lanes, plain};
    use proptest::prelude::{prop_assert_eq, proptest};
    use unicode_segmentation::UnicodeSegmentation as _;

    #[test]
    fn prose_is_counted_without_tables() {
        let text = "« L’Œuvre » d'Émile – 1886… “It’s 12” (Łódź) : rock'n'roll, peut-être ! 2020.";
        assert!(text.split(' ').all(|run| plain(run.as_bytes()).is_some()));
        assert_eq!(count(text), text.unicode_words().count());
        let text = text.replace("“It’s 12” (Łódź) : ", "3,5 3.5 U.S. a.b a,b 1'2 1’2 a’1 1’a x:1 à: ");
        assert_eq!(lanes::count(text.as_bytes()), Some(text.unicode_words().count()));
    }

    proptest! {
        #[test]
        fn so_it_is_for_prose(text in "([a-zé]{1,3}[0-9]{0,2}['’., ;:é«»–-]{0,2}){0,200}") {
            prop_assert_eq!(count(&text), text.unicode_words().count());
        }
    }

    proptest! {
        #[test]
        fn the_number_is_that_of_the_tables(text in "([a-zA-Zéœ0-9' ’.,;:_«»×ªµ²·\u{AD}\u{A0}\u{202F}\u{301}\u{200D}Ⓜカ한م\"-]|\n){0,40}") {
            prop_assert_eq!(count(&text), text.unicode_words().count());
        }

        #[test]
        fn so_it_is_for_any_text(text in "\\PC{0,60}") {
            prop_assert_eq!(count(&text), text.unicode_words().count());
        }
    }
}
