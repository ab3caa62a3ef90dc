//! Where the words of a text stand and its small letters, sixty-four bytes at a time and without a branch for each letter. It makes no numbers
//! of them.
//!
//! What is a word is told as `each_word` tells it. Called by `words`, and by `stories`.

use crate::text::letters::EIGHT;

/// A one in each byte.
const EACH: u64 = u64::MAX / 0xFF;
/// Bytes that are gone through at once.
const CHUNK: usize = 64;
/// Bytes before them and behind them that tell what the first and the last are.
const BEFORE: usize = 2;
const WINDOW: usize = BEFORE + CHUNK + 1;
/// Bytes behind the text that may be read with its last word.
const BEHIND: usize = 2 * EIGHT;
/// Masks of as many bytes.
const MASKS: [u64; EIGHT + 1] = {
    let mut masks = [0; EIGHT + 1];
    let mut at = 1;
    while at <= EIGHT {
        masks[at] = u64::MAX >> (u64::BITS as usize - 8 * at);
        at += 1;
    }
    masks
};

/// A text in small letters with a bit for each byte of a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordRuns {
    small: Vec<u8>,
    /// Bits of words, sixty-four bytes each, with one more behind the end.
    bits: Vec<u64>,
}

impl WordRuns {
    /// How many letters of a word are had at once.
    pub const LETTERS: usize = BEHIND;

    /// Takes `text`, which is in UTF-8, in the place of what it held.
    pub fn read(&mut self, text: &[u8]) {
        self.small.clear();
        self.bits.clear();
        self.small.reserve(text.len() + CHUNK + BEHIND);
        // A word that ends with the text must be followed by something.
        for base in (0..=text.len()).step_by(CHUNK) {
            if let Some(window) = base.checked_sub(BEFORE).and_then(|from| text.get(from..)?.first_chunk()) {
                self.push(window);
                continue;
            }
            let mut window = [0; WINDOW];
            let (skipped, from) = (BEFORE.saturating_sub(base), base.saturating_sub(BEFORE));
            let bytes = text.get(from..).unwrap_or_default();
            window.iter_mut().skip(skipped).zip(bytes).for_each(|(slot, byte)| *slot = *byte);
            self.push(&window);
        }
        self.small.extend([0; BEHIND]);
    }

    #[inline]
    fn push(&mut self, window: &[u8; WINDOW]) {
        let (mut small, mut words) = ([0; CHUNK], [0; CHUNK]);
        let Some([first, second, bytes, next]) = around(window) else { return };
        if window.is_ascii() {
            for at in 0..CHUNK {
                small[at] = bytes[at] | 0x20;
                words[at] = ascii(bytes[at]);
            }
        } else {
            for at in 0..CHUNK {
                small[at] = small_of(second[at], bytes[at]);
            }
            for at in 0..CHUNK {
                words[at] = other([first[at], second[at], bytes[at], next[at]]);
            }
        }
        self.small.extend_from_slice(&small);
        self.bits.push(gathered(&words));
    }

    /// Hands over where each word begins and ends.
    #[inline]
    pub fn each(&self, mut found: impl FnMut(usize, usize)) {
        let (mut start, mut is_open, mut carry) = (0, false, 0);
        for (bits, base) in self.bits.iter().zip((0..).step_by(CHUNK)) {
            let mut edges = bits ^ (bits << 1 | carry);
            carry = bits >> (u64::BITS - 1);
            while edges != 0 {
                let at = base + edges.trailing_zeros() as usize;
                edges &= edges - 1;
                if is_open {
                    found(start, at);
                } else {
                    start = at;
                }
                is_open = !is_open;
            }
        }
    }

    /// The sixteen letters at `start` in two eights, the first letter lowest, with nothing from `end` on.
    #[inline]
    pub fn letters(&self, start: usize, end: usize) -> (u64, u64) {
        let Some(letters) = self.small.get(start..).and_then(|rest| rest.first_chunk::<BEHIND>()) else { return (0, 0) };
        let eight =
            |at: usize| letters.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |eight| u64::from_le_bytes(*eight));
        let len = end.saturating_sub(start);
        (eight(0) & MASKS[len.min(EIGHT)], eight(EIGHT) & MASKS[len.saturating_sub(EIGHT).min(EIGHT)])
    }
}

/// All bits for a letter of ASCII or a digit, else none.
#[inline]
fn ascii(byte: u8) -> u8 {
    all((byte | 0x20).wrapping_sub(b'a') < 26) | all(byte.wrapping_sub(b'0') < 10)
}

/// All bits, or none.
#[inline]
fn all(is_so: bool) -> u8 {
    u8::from(is_so).wrapping_neg()
}

/// The bytes of `window`, each with the two before it and the one behind it.
#[inline]
fn around(window: &[u8; WINDOW]) -> Option<[&[u8; CHUNK]; 4]> {
    let from = |at: usize| window.get(at..)?.first_chunk();
    Some([from(0)?, from(1)?, from(2)?, from(3)?])
}

/// All bits where both are the same.
#[inline]
fn is(one: u8, other: u8) -> u8 {
    all(one == other)
}

/// A byte in small letters, which has another one before it.
#[inline]
fn small_of(before: u8, byte: u8) -> u8 {
    // Capitals of Latin-1 but for the sign of multiplication, and ß, whose bit is another's; the ligature œ.
    let capital = is(before, 0xC3) & is(byte & 0xE0, 0x80) & !is(byte, 0x97) & !is(byte, 0x9F);
    let ligature = is(before, 0xC5) & is(byte, 0x92);
    byte | ((is(byte & 0x80, 0) | capital) & 0x20) | (ligature & 1)
}

/// All bits where the third of four bytes is of a word. All that is asked is asked of each byte, so that many can be asked at once.
#[inline]
fn other([first, second, byte, next]: [u8; 4]) -> u8 {
    // Signs of Latin-1; punctuation, arrows and signs: U+2000 to U+2FFF and U+3000 to U+303F.
    let of_two = is(byte, 0xC2) | is(second, 0xC2);
    let of_three = is(byte, 0xE2) | is(second, 0xE2) | is(first, 0xE2);
    let wide = (is(byte, 0xE3) & is(next, 0x80)) | (is(second, 0xE3) & is(byte, 0x80)) | (is(first, 0xE3) & is(second, 0x80));
    ascii(byte) | (is(byte & 0x80, 0x80) & !(of_two | of_three | wide))
}

/// The lowest bits of the bytes of `chunk`, side by side.
#[inline]
fn gathered(chunk: &[u8; CHUNK]) -> u64 {
    let (eights, _) = chunk.as_chunks::<EIGHT>();
    let bits = |eight: &[u8; EIGHT]| (u64::from_le_bytes(*eight) & EACH).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    let mut all = 0;
    for (at, eight) in eights.iter().enumerate() {
        all |= bits(eight) << (EIGHT * at);
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{BEHIND, WordRuns};
    use crate::analysis::families::words::each_word;
    use crate::text::span::Span;

    fn runs(text: &str) -> Vec<Span> {
        let (mut runs, mut found) = (WordRuns::default(), Vec::new());
        runs.read(text.as_bytes());
        runs.each(|start, end| found.push(Span::new(start, end)));
        found
    }

    fn words(text: &str) -> Vec<Span> {
        let mut found = Vec::new();
        each_word(text.as_bytes(), |_, span| found.push(span));
        found
    }

    proptest! {
        #[test]
        fn words_stand_where_they_are_found_one_by_one(text in "[a-zA-Z0-9 é–’«Œ・、。ça…Ж🦊×]{0,150}", before in 0..70_usize) {
            let text = format!("{}{text}", "x".repeat(before));
            prop_assert_eq!(runs(&text), words(&text));
        }

        #[test]
        fn any_text_has_the_words_it_has(text in any::<String>()) {
            prop_assert_eq!(runs(&text), words(&text));
        }
    }

    #[test]
    fn letters_are_small_ones_and_end_with_the_word() {
        let text = "ÉTÉ À L’ŒUVRE ÷×Þß ANTICONSTITUTIONNELLEMENT 24";
        let mut runs = WordRuns::default();
        runs.read(text.as_bytes());
        let mut found = Vec::new();
        runs.each(|start, end| {
            let letters = (start..end).step_by(BEHIND).map(|at| runs.letters(at, end));
            let bytes: Vec<u8> = letters.flat_map(|(one, other)| [one, other]).flat_map(u64::to_le_bytes).collect();
            found.push(String::from_utf8(bytes).unwrap().trim_end_matches('\0').to_owned());
        });
        assert_eq!(found, ["été", "à", "l", "œuvre", "÷×þß", "anticonstitutionnellement", "24"]);
    }
}
