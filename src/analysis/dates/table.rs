//! Tables of words: what a word means, in one probe or two, asked by a key that is made while the word is read.
//!
//! It knows no language. The lexicons and the tenses are tables.

/// The longest word a table can hold, in bytes of its key.
const LONGEST: usize = 16;

/// A word in small letters: at most [`LONGEST`] bytes. Longer words are in no table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Key {
    letters: u128,
    len: u8,
}

impl Key {
    /// Adds bytes as they are, ASCII letters in any case.
    pub fn push_all(&mut self, letters: &[u8]) {
        // Half a key at a time fits a register.
        for half in letters.chunks(size_of::<u64>()) {
            let packed = half.iter().fold(0, |packed, letter| (packed << 8) | u64::from(letter.to_ascii_lowercase()));
            self.letters = (self.letters << (8 * half.len())) | u128::from(packed);
        }
        self.len = self.len.saturating_add(u8::try_from(letters.len()).unwrap_or(u8::MAX));
    }

    /// Adds a letter that is folded already.
    pub fn push(&mut self, letter: u8) {
        self.letters = (self.letters << 8) | u128::from(letter);
        self.len = self.len.saturating_add(1);
    }

    /// Folds `letter` and adds it; diacritics that stand apart add nothing.
    pub fn push_char(&mut self, letter: char) {
        match letter {
            'À'..='Å' | 'à'..='å' => self.push(b'a'),
            'Ç' | 'ç' => self.push(b'c'),
            'È'..='Ë' | 'è'..='ë' => self.push(b'e'),
            'Ì'..='Ï' | 'ì'..='ï' => self.push(b'i'),
            'Ñ' | 'ñ' => self.push(b'n'),
            'Ò'..='Ö' | 'ò'..='ö' => self.push(b'o'),
            'Ù'..='Ü' | 'ù'..='ü' => self.push(b'u'),
            '\u{300}'..='\u{36f}' => {}
            'œ' | 'Œ' => {
                self.push(b'o');
                self.push(b'e');
            }
            other if other.is_ascii() => self.push(other.to_ascii_lowercase().try_into().unwrap_or(b'?')),
            _ => self.push(b'?'),
        }
    }

    /// The key of a whole word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut key = Self::default();
        word.chars().for_each(|letter| key.push_char(letter));
        key
    }

    /// The key of a whole word that keeps its accents.
    #[must_use]
    pub fn accented(word: &str) -> Self {
        let mut key = Self::default();
        key.push_all(word.as_bytes());
        key
    }

    /// Whether the word is short enough to be in a table.
    #[must_use]
    pub fn fits(&self) -> bool {
        usize::from(self.len) <= LONGEST
    }

    fn slot(self, mask: usize) -> usize {
        let folded =
            u64::try_from(self.letters >> 64).unwrap_or(0) ^ u64::try_from(self.letters & u128::from(u64::MAX)).unwrap_or(0);
        let mixed = folded.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> 40).unwrap_or(0) & mask
    }
}

/// Words with a value each: open addressing, a quarter full at most, over numbers of two bytes that stay near the processor.
#[derive(Debug)]
pub struct Table<T> {
    /// For each slot 0, or the number of its entry, counted from 1.
    slots: Box<[u16]>,
    entries: Vec<(Key, T)>,
}

impl<T: Copy> Table<T> {
    /// The table of `words`; of two entries for a key the later one holds.
    #[must_use]
    pub fn new(words: impl ExactSizeIterator<Item = (Key, T)>) -> Self {
        let slots = vec![0; (words.len() * 4).next_power_of_two()].into_boxed_slice();
        let mut table = Self { slots, entries: Vec::with_capacity(words.len()) };
        words.for_each(|(key, value)| table.put(key, value));
        table
    }

    fn put(&mut self, key: Key, value: T) {
        let next = u16::try_from(self.entries.len() + 1).unwrap_or(0);
        let at = self.probe(&key);
        let Some(slot) = self.slots.get_mut(at) else { return };
        if let Some(entry) = self.entries.get_mut(usize::from(*slot).wrapping_sub(1)) {
            entry.1 = value;
        } else {
            *slot = next;
            self.entries.push((key, value));
        }
    }

    /// The value of the word with `key`.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<T> {
        let entry = usize::from(*self.slots.get(self.probe(key))?).checked_sub(1)?;
        self.entries.get(entry).filter(|_| key.fits()).map(|(_, value)| *value)
    }

    /// The slot of `key`, or the empty one where it would be.
    fn probe(&self, key: &Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key.slot(mask);
        while let Some(number) = self.slots.get(at).and_then(|slot| slot.checked_sub(1)) {
            if self.entries.get(usize::from(number)).is_none_or(|(known, _)| known.letters == key.letters) {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, LONGEST, Table};

    #[test]
    fn words_are_found_by_their_letters_in_any_case() {
        let table =
            Table::new([("mars", 3), ("aout", 8), ("decembre", 12)].into_iter().map(|(word, month)| (Key::of(word), month)));
        for (word, month) in
            [("Mars", Some(3)), ("AOÛT", Some(8)), ("août", Some(8)), ("Décembre", Some(12)), ("mar", None), ("", None)]
        {
            assert_eq!(table.get(&Key::of(word)), month, "{word}");
        }
        assert_eq!(table.get(&Key::of(&format!("{}aout", "x".repeat(LONGEST)))), None);
        assert_eq!(table.get(&Key::accented("août")), None);
        assert_eq!(table.get(&Key::accented("MARS")), Some(3));
    }
}
