//! Tables of words: what a word means, in one probe or two, asked by a key that is made while the word is read.
//!
//! It knows no language. The lexicons and the tenses are tables.

use std::num::NonZeroU32;

/// The longest word a table can hold, in bytes of its key.
pub const LONGEST: usize = 16;

/// A word in small letters: at most [`LONGEST`] bytes, the first one lowest. Longer words are in no table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WordKey {
    /// The first eight letters and the next eight.
    letters: [u64; 2],
    len: u8,
}

impl WordKey {
    /// Adds the `len` letters of `letters`: small letters, the first one lowest, the bytes behind them zero.
    pub fn push_many(&mut self, letters: u64, len: usize) {
        let (place, behind) = (usize::from(self.len) / 8, 8 * (u32::from(self.len) % 8));
        if let Some(eight) = self.letters.get_mut(place) {
            *eight |= letters << behind;
        }
        if let Some(eight) = self.letters.get_mut(place + 1).filter(|_| behind > 0) {
            *eight |= letters >> (u64::BITS - behind);
        }
        self.len = self.len.saturating_add(u8::try_from(len).unwrap_or(u8::MAX));
    }

    /// The key of a whole word of `len` letters, eight at most, which stand in `letters` as [`WordKey::push_many`] takes them.
    #[must_use]
    pub fn short(letters: u64, len: u8) -> Self {
        Self { letters: [letters, 0], len }
    }

    /// Adds a letter that is folded already.
    pub fn push(&mut self, letter: u8) {
        self.push_many(u64::from(letter), 1);
    }

    /// Folds the letter from `À` to `ÿ` whose second byte in UTF-8 is `trail` and adds it, as [`WordKey::push_char`] does.
    pub fn push_latin(&mut self, trail: u8) -> bool {
        /// What the letters from `à` on fold to; those from `À` on are 32 before.
        const FOLDED: &[u8; 32] = b"aaaaaa?ceeeeiiii?nooooo??uuuu???";
        if trail == 0x9F {
            self.push_many(u64::from(u16::from_le_bytes(*b"ss")), 2);
            return true;
        }
        let folded = FOLDED.get(usize::from(trail & 0x1F)).copied().unwrap_or(b'?');
        self.push(folded);
        folded != b'?'
    }

    /// Folds `letter` and adds it; diacritics that stand apart add nothing. Says whether it is a letter of French or English:
    /// others add what no table holds.
    pub fn push_char(&mut self, letter: char) -> bool {
        match letter {
            'À'..='Å' | 'à'..='å' => self.push(b'a'),
            'Ç' | 'ç' => self.push(b'c'),
            'È'..='Ë' | 'è'..='ë' => self.push(b'e'),
            'Ì'..='Ï' | 'ì'..='ï' => self.push(b'i'),
            'Ñ' | 'ñ' => self.push(b'n'),
            'Ò'..='Ö' | 'ò'..='ö' => self.push(b'o'),
            'Ù'..='Ü' | 'ù'..='ü' => self.push(b'u'),
            'ß' => self.push_many(u64::from(u16::from_le_bytes(*b"ss")), 2),
            '\u{300}'..='\u{36f}' => {}
            'œ' | 'Œ' => {
                self.push(b'o');
                self.push(b'e');
            }
            other if other.is_ascii() => self.push(other.to_ascii_lowercase().try_into().unwrap_or(b'?')),
            _ => {
                self.push(b'?');
                return false;
            }
        }
        true
    }

    /// The key of a whole word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if word.is_ascii() {
            return Self::accented(word);
        }
        let mut key = Self::default();
        for letter in word.chars() {
            key.push_char(letter);
        }
        key
    }

    /// The key of a whole word that is folded already; `None` when a key cannot stand for it.
    #[must_use]
    pub fn of_ascii(word: &[u8]) -> Option<Self> {
        let key = Self::accented(std::str::from_utf8(word).ok()?);
        (word.is_ascii() && key.fits()).then_some(key)
    }

    /// The key of a whole word that keeps its accents.
    #[must_use]
    pub fn accented(word: &str) -> Self {
        let mut letters = [0; LONGEST];
        let head = word.as_bytes().get(..LONGEST).unwrap_or(word.as_bytes());
        if let Some(place) = letters.get_mut(..head.len()) {
            place.copy_from_slice(head);
        }
        letters.make_ascii_lowercase();
        let (eights, _) = letters.as_chunks();
        let mut key = Self { len: u8::try_from(word.len()).unwrap_or(u8::MAX), ..Self::default() };
        key.letters.iter_mut().zip(eights).for_each(|(slot, eight)| *slot = u64::from_le_bytes(*eight));
        key
    }

    /// Whether the word is short enough to be in a table.
    #[must_use]
    pub fn fits(&self) -> bool {
        usize::from(self.len) <= LONGEST
    }

    /// A number for the letters, the same on every machine; equal words have equal ones.
    #[must_use]
    pub fn hash(&self) -> NonZeroU32 {
        let [low, high] = self.letters;
        // Multiplications carry every letter into the upper half.
        let mixed = (low ^ high.wrapping_mul(0xA24B_AED4_963E_E407)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        NonZeroU32::MIN | u32::try_from(mixed >> u32::BITS).unwrap_or_default()
    }
}

/// Words with a value each: open addressing, a quarter full at most, over the numbers of the entries.
#[derive(Debug)]
pub struct WordTable<T> {
    /// For each slot the number of its entry, 0 for none.
    slots: Box<[u32]>,
    /// The words, behind an entry that no word has.
    entries: Vec<([u64; 2], T)>,
    /// The value of all other words.
    other: T,
}

impl<T: Copy> WordTable<T> {
    /// The table of `words`, where all others have the value `other`; of two entries for a key the later one holds.
    #[must_use]
    pub fn new(words: impl ExactSizeIterator<Item = (WordKey, T)>, other: T) -> Self {
        let slots = vec![0; (words.len().max(1) * 4).next_power_of_two()].into_boxed_slice();
        let mut table = Self { slots, entries: Vec::with_capacity(words.len() + 1), other };
        table.entries.push(([0; 2], other));
        words.for_each(|(key, value)| table.put(key, value));
        table
    }

    fn put(&mut self, key: WordKey, value: T) {
        let next = u32::try_from(self.entries.len()).unwrap_or_default();
        let at = self.probe(&key, self.first_slot(key.hash()));
        let Some(slot) = self.slots.get_mut(at) else { return };
        if let Some(entry) = self.entries.get_mut(*slot as usize).filter(|_| *slot > 0) {
            entry.1 = value;
        } else {
            *slot = next;
            self.entries.push((key.letters, value));
        }
    }

    /// The value of the word with `key`.
    #[must_use]
    pub fn get(&self, key: &WordKey) -> T {
        self.get_hashed(key, key.hash())
    }

    /// The value of the word with `key`, whose hash is known.
    ///
    /// Words that are in the table and words that are not come in no order a processor could foretell, so that both take the
    /// same way; only a slot that another word has taken turns off it.
    #[must_use]
    #[inline]
    pub fn get_hashed(&self, key: &WordKey, hash: NonZeroU32) -> T {
        let at = self.first_slot(hash);
        let mut entry = self.entry(at);
        if entry.0 != key.letters && entry.0 != [0; 2] {
            entry = self.entry(self.probe(key, at));
        }
        if key.fits() { entry.1 } else { self.other }
    }

    /// The entry of the slot `at`; for an empty one what no word has.
    fn entry(&self, at: usize) -> ([u64; 2], T) {
        let number = self.slots.get(at).map_or(0, |number| *number as usize);
        self.entries.get(number).copied().unwrap_or(([0; 2], self.other))
    }

    fn first_slot(&self, hash: NonZeroU32) -> usize {
        (hash.get() >> 1) as usize & (self.slots.len() - 1)
    }

    /// The slot of `key`, or the empty one where it would be, from the slot `at` on.
    fn probe(&self, key: &WordKey, mut at: usize) -> usize {
        while let Some(number) = self.slots.get(at).filter(|number| **number > 0) {
            if self.entries.get(*number as usize).is_none_or(|(known, _)| *known == key.letters) {
                break;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, WordKey, WordTable};

    #[test]
    fn words_are_found_by_their_letters_in_any_case() {
        let months = [("mars", 3), ("aout", 8), ("decembre", 12)];
        let table = WordTable::new(months.into_iter().map(|(word, month)| (WordKey::of(word), Some(month))), None);
        for (word, month) in
            [("Mars", Some(3)), ("AOÛT", Some(8)), ("août", Some(8)), ("Décembre", Some(12)), ("mar", None), ("", None)]
        {
            assert_eq!(table.get(&WordKey::of(word)), month, "{word}");
        }
        assert_eq!(table.get(&WordKey::of(&format!("{}aout", "x".repeat(LONGEST)))), None);
        assert_eq!(table.get(&WordKey::accented("août")), None);
        assert_eq!(table.get(&WordKey::accented("MARS")), Some(3));
    }
}
