//! Lexicons: the words of a language with their classes, folded, in a table that answers in one probe or two.
//!
//! A language is added by a file of words beside `fr` and `en` and a line in [`Lexicon::of`].

pub mod en;
pub mod fr;

use std::sync::LazyLock;

use crate::analysis::dates::word::Word;
use crate::model::article::Lang;

/// The longest word a lexicon can hold, in folded letters.
const LONGEST: usize = 16;

/// A folded word: at most [`LONGEST`] small ASCII letters. Longer words are no word of any lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key {
    letters: u128,
    len: u8,
}

impl Key {
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

    fn slot(self, mask: usize) -> usize {
        let folded =
            u64::try_from(self.letters >> 64).unwrap_or(0) ^ u64::try_from(self.letters & u128::from(u64::MAX)).unwrap_or(0);
        let mixed = folded.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> 40).unwrap_or(0) & mask
    }
}

/// The words of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// The language; decides the order of day and month in digits.
    pub lang: Lang,
    slots: Box<[(u128, Word)]>,
}

impl Lexicon {
    fn new(lang: Lang, tables: &[&[(&str, Word)]]) -> Self {
        let words: usize = tables.iter().map(|table| table.len()).sum();
        let mask = (words * 4).next_power_of_two() - 1;
        let mut slots = vec![(0, Word::Other); mask + 1].into_boxed_slice();
        for (word, class) in tables.iter().copied().flatten() {
            let key = Key::of(word);
            let mut at = key.slot(mask);
            while let Some(slot) = slots.get_mut(at) {
                if slot.0 == 0 || slot.0 == key.letters {
                    *slot = (key.letters, *class);
                    break;
                }
                at = (at + 1) & mask;
            }
        }
        Self { lang, slots }
    }

    /// The lexicon of `lang`; French for a language that has none.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::Fr, &[fr::CALENDAR, fr::GRAMMAR, fr::CONTEXT]));
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::En, &[en::CALENDAR, en::GRAMMAR, en::CONTEXT]));
        match lang {
            Lang::En => &ENGLISH,
            _ => &FRENCH,
        }
    }

    /// The class of a folded word.
    #[must_use]
    pub fn class(&self, key: &Key) -> Word {
        if usize::from(key.len) > LONGEST {
            return Word::Other;
        }
        let mask = self.slots.len() - 1;
        let mut at = key.slot(mask);
        while let Some((letters, class)) = self.slots.get(at) {
            if *letters == key.letters {
                return *class;
            }
            if *letters == 0 {
                break;
            }
            at = (at + 1) & mask;
        }
        Word::Other
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Key, LONGEST, en, fr};

    #[test]
    fn no_two_words_of_a_language_fold_to_one_with_two_meanings() {
        for tables in [[fr::CALENDAR, fr::GRAMMAR, fr::CONTEXT], [en::CALENDAR, en::GRAMMAR, en::CONTEXT]] {
            let mut seen = HashMap::new();
            for (word, class) in tables.into_iter().flatten() {
                let key = Key::of(word);
                assert!(usize::from(key.len) <= LONGEST, "{word} is too long");
                let before = seen.insert(key.letters, (word, class));
                assert!(before.is_none_or(|(_, other)| other == class), "{word} and {before:?}");
            }
        }
    }
}
