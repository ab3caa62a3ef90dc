//! Words counted many bytes at a time, by arithmetic that a compiler spreads over vector lanes: three times as fast as
//! looking at one character after the other, which took a sixth of the time of reading an article.
//!
//! It knows the letters, digits and signs of French and English prose, and says so when a piece holds anything else. Called
//! by `text::word` alone.

use crate::text::mask::{between, mask, same};

/// The bytes of the longest piece.
pub const PIECE: usize = 256;
/// The blanks before a piece, so that its first bytes have others before them.
const BEFORE: usize = 4;
/// The bytes that are counted together.
const LANES: usize = 32;

/// ASCII letters, and both bytes of U+00C0 to U+017F.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const WORD: u8 = LETTER | DIGIT;
/// `'` and `.`, which hold two letters together and two digits.
const JOINS_BOTH: u8 = 4;
/// `,` and `;`, which hold two digits together.
const JOINS_DIGITS: u8 = 8;
/// `:`, which is left to the tables between letters.
const COLON: u8 = 16;
/// The last byte of `‘` and `’`, which hold together what `'` does.
const CURLY: u8 = 32;
/// What is none of this and no sign of prose either.
const ODD: u8 = 64;

/// How many words the text of `piece` has, which begins and ends with whole words; `None` when it holds what only the tables
/// of Unicode can tell, or more bytes than [`PIECE`].
pub fn count(piece: &[u8]) -> Option<usize> {
    let mut bytes = [b' '; BEFORE + PIECE];
    bytes.get_mut(BEFORE..BEFORE + piece.len())?.copy_from_slice(piece);
    let mut classes = [0; BEFORE + PIECE];
    let neighbours = bytes[BEFORE..].iter().zip(&bytes[BEFORE - 1..]).zip(&bytes[BEFORE - 2..]);
    let mut all = 0;
    for (class, ((here, before), second)) in classes[BEFORE..].iter_mut().zip(neighbours) {
        *class = classify(*second, *before, *here);
        all |= *class;
    }
    if all & ODD != 0 {
        return None;
    }
    let (mut starts, mut untold) = ([0u8; LANES], 0);
    for from in (BEFORE..BEFORE + PIECE).step_by(LANES) {
        for (lane, starts) in starts.iter_mut().enumerate() {
            let at = from + lane;
            let (here, one, two, four) = (classes[at], classes[at - 1], classes[at - 2], classes[at - 4]);
            let joined = mask(one & JOINS_BOTH != 0) & mask(here & two & WORD != 0)
                | mask(one & JOINS_DIGITS != 0) & mask(here & two & DIGIT != 0)
                | mask(one & CURLY != 0) & mask(here & four & WORD != 0);
            untold |= mask(one & COLON != 0) & mask(here & two & LETTER != 0);
            let start = mask(here & WORD != 0) & mask(one & WORD == 0) & !joined;
            *starts += start & 1;
        }
    }
    (untold == 0).then(|| starts.iter().map(|count| usize::from(*count)).sum())
}

/// What the byte `here` is behind the bytes `before` and `second` before that, of a valid text. All conditions are worked
/// out, as masks, without a branch.
fn classify(second: u8, before: u8, here: u8) -> u8 {
    let alphabetic = between(here | 0x20, b'a', b'z');
    let digit = between(here, b'0', b'9');
    // U+00C0 to U+017F, but for the signs of multiplication and division.
    let lead = between(here, 0xC3, 0xC5);
    let behind_lead = between(before, 0xC3, 0xC5);
    let follows = between(here, 0x80, 0xBF);
    let arithmetic = same(before, 0xC3) & (same(here, 0x97) | same(here, 0xB7));
    // No-break space and the quotation marks of French.
    let latin = same(before, 0xC2) & (same(here, 0xA0) | same(here, 0xAB) | same(here, 0xBB));
    // Dashes, the quotation marks of English, the ellipsis.
    let general = same(second, 0xE2) & same(before, 0x80);
    let curly = general & (same(here, 0x98) | same(here, 0x99));
    let sign = general & (same(here, 0x93) | same(here, 0x94) | same(here, 0x9C) | same(here, 0x9D) | same(here, 0xA6));
    let known = behind_lead | latin | same(before, 0xE2) & same(here, 0x80) | curly | sign;
    let other_lead = mask(here >= 0xC6) & !same(here, 0xE2);
    // The low line holds anything together.
    let odd = follows & !known | arithmetic | other_lead | same(here, b'_');
    (alphabetic | lead | follows & behind_lead) & LETTER
        | digit & DIGIT
        | (same(here, b'\'') | same(here, b'.')) & JOINS_BOTH
        | (same(here, b',') | same(here, b';')) & JOINS_DIGITS
        | same(here, b':') & COLON
        | curly & CURLY
        | odd & ODD
}
