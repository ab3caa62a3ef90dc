//! The vocabulary of the gazetteer: the words that some form of a name uses, with a number and a code each.
//!
//! It knows no names and no order of words; those are `forms`. Asked by `scan` for each word of a body, most of which are no word of it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::analysis::actors::words::Words;

/// The number of bytes that stand for one word in the automaton.
pub const CODE: usize = 3;
/// Stands between words that cannot belong to one name.
pub const BREAK: [u8; CODE] = [0xFF, 0, 0];

/// A word that some form uses.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its number, counted from 0.
    pub number: u32,
    /// Whether a form begins with it, or a given name that may stand before a surname. Other words say nothing but inside a name.
    pub opens: bool,
}

impl Word {
    /// What stands for it in the automaton.
    #[must_use]
    pub fn code(self) -> [u8; CODE] {
        encode(self.number)
    }
}

/// The words, by their folded letters.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: HashMap<Box<[u8]>, Word, BuildHasherDefault<WordHasher>>,
    sieve: Sieve,
}

impl Vocabulary {
    /// The folded `word`, which is given the next number when it is new.
    pub fn learn(&mut self, word: &[u8]) -> &mut Word {
        self.sieve.put(word);
        let next = Word { number: u32::try_from(self.words.len()).unwrap_or(u32::MAX), opens: false };
        self.words.entry(word.into()).or_insert(next)
    }

    /// The folded `word`; `None` when no form uses it.
    #[must_use]
    pub fn get(&self, word: &[u8]) -> Option<Word> {
        self.words.get(word).copied()
    }

    /// The word that `words` is at; `None` when no form uses it.
    #[must_use]
    pub fn at(&self, words: &mut Words<'_>) -> Option<Word> {
        if self.sieve.lets_through(words.caseless()) { self.get(words.folded()) } else { None }
    }
}

/// A first cut, by the ends and the length of a word in any case: nearly all words that no form uses fall through it unhashed.
#[derive(Debug)]
struct Sieve(Vec<u64>);

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; 1024])
    }
}

impl Sieve {
    fn put(&mut self, word: &[u8]) {
        let (at, bit) = Self::hole(word);
        if let Some(holes) = self.0.get_mut(at) {
            *holes |= bit;
        }
    }

    fn lets_through(&self, word: &[u8]) -> bool {
        let (at, bit) = Self::hole(word);
        self.0.get(at).is_some_and(|holes| holes & bit != 0)
    }

    fn hole(word: &[u8]) -> (usize, u64) {
        // The low five bits of a letter are the same for both cases.
        let letter = |at: usize| word.get(at).map_or(0, |byte| usize::from(*byte & 0x1F));
        let last = word.last().map_or(0, |byte| usize::from(*byte & 0x1F));
        ((letter(0) << 5) | letter(1), 1 << ((last + 7 * letter(2) + 19 * word.len()) % 64))
    }
}

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo): short words, and no key but those of the list is ever stored, so that a text
/// cannot fill the table with collisions.
#[derive(Debug)]
struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_usize(&mut self, length: usize) {
        self.0 = self.0.wrapping_add(length as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Three bytes, of which only the first has its high bit set, so that a match begins and ends between words.
fn encode(number: u32) -> [u8; CODE] {
    let [_, high, middle, low] = number.to_be_bytes();
    [0x80 | (((high << 2) | (middle >> 6)) & 0x3F), ((middle & 0x3F) << 1) | (low >> 7), low & 0x7F]
}

/// The number that [`Word::code`] stands for.
#[must_use]
pub fn decode([high, middle, low]: [u8; CODE]) -> u32 {
    (u32::from(high & 0x3F) << 14) | (u32::from(middle) << 7) | u32::from(low)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn codes_are_read_back_and_marked_by_their_first_byte() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 70_000, 1_000_000] {
            let code = encode(number);
            assert_eq!(decode(code), number);
            assert!(code[0] >= 0x80 && code[1] < 0x80 && code[2] < 0x80, "{number}");
        }
    }
}
