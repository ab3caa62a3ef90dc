//! The vocabulary of the gazetteer: the words that some form of a name uses, with a number each.
//!
//! It knows no names and no order of words; those are `forms`. Asked by `scan` for each word of a body, most of which are no word of it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::num::NonZeroU32;

use crate::analysis::dates::table::{WordKey, WordTable};

/// The number that stands between words that cannot belong to one name.
pub const BREAK: u32 = u32::MAX;

/// A word that some form uses.
#[derive(Clone, Copy, Debug)]
pub struct NameWord {
    /// Its number, counted from 0.
    pub number: u32,
    /// Whether a form begins with it, or a given name that may stand before a surname. Other words say nothing but inside a name.
    pub opens: bool,
    /// Whether a form begins with it in small letters too.
    pub opens_small: bool,
}

/// Where a word stands, as far as that tells whether it can say anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordPosition {
    /// It could go on with a name that has begun.
    Inside,
    /// It stands by itself, with a capital or figures.
    Capital,
    /// It stands by itself in small letters.
    Small,
}

/// The words, by their folded letters.
#[derive(Debug)]
pub struct NameVocabulary {
    words: HashMap<Box<[u8]>, NameWord, BuildHasherDefault<WordHasher>>,
    /// Those that a key can hold.
    keyed: WordTable<Option<NameWord>>,
    sieve: Sieve,
}

impl Default for NameVocabulary {
    fn default() -> Self {
        Self { words: HashMap::default(), keyed: WordTable::new(std::iter::empty(), None), sieve: Sieve::default() }
    }
}

impl NameVocabulary {
    /// The folded `word`, which is given the next number when it is new.
    pub fn learn(&mut self, word: &[u8]) -> &mut NameWord {
        let number = u32::try_from(self.words.len()).unwrap_or(BREAK);
        self.words.entry(word.into()).or_insert(NameWord { number, opens: false, opens_small: false })
    }

    /// Makes ready to be asked, when all words are learnt.
    pub fn close(&mut self) {
        let keyed = self.words.iter().filter_map(|(letters, word)| Some((WordKey::of_ascii(letters)?, *word)));
        let keyed: Vec<(WordKey, NameWord)> = keyed.collect();
        for (key, word) in &keyed {
            self.sieve.put(key.hash(), *word);
        }
        let keyed = keyed.into_iter().map(|(key, word)| (key, Some(word)));
        self.keyed = WordTable::new(keyed, None);
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The folded `word`; `None` when no form uses it.
    #[must_use]
    pub fn get(&self, word: &[u8]) -> Option<NameWord> {
        self.words.get(word).copied()
    }

    /// Whether a token whose key has `hash` may be a word that says something at `place`; hardly ever when it does not.
    #[must_use]
    pub fn may_tell(&self, hash: NonZeroU32, place: WordPosition) -> bool {
        self.sieve.lets_through(hash, place)
    }

    /// The word of one token whose key has `hash`; `None` when no form uses it.
    #[must_use]
    pub fn of_token(&self, token: &str, hash: NonZeroU32) -> Option<NameWord> {
        self.keyed.get_hashed(&WordKey::of(token), hash)
    }
}

/// A first cut, by the hash that comes with each token: nearly all words that say nothing where they stand fall through it
/// without being folded or looked up.
#[derive(Debug)]
struct Sieve(Box<[u8; HOLES]>);

/// A power of two, so that a hash becomes a hole without a division.
const HOLES: usize = 1 << 14;

impl Default for Sieve {
    fn default() -> Self {
        Self(Box::new([0; HOLES]))
    }
}

impl Sieve {
    fn put(&mut self, hash: NonZeroU32, word: NameWord) {
        let said = [(WordPosition::Inside, true), (WordPosition::Capital, word.opens), (WordPosition::Small, word.opens_small)];
        if let Some(hole) = self.0.get_mut((hash.get() >> 1) as usize % HOLES) {
            *hole |= said.into_iter().filter(|(_, told)| *told).fold(0, |bits, (place, _)| bits | Self::bit(place));
        }
    }

    fn lets_through(&self, hash: NonZeroU32, place: WordPosition) -> bool {
        self.0.get((hash.get() >> 1) as usize % HOLES).is_some_and(|hole| hole & Self::bit(place) != 0)
    }

    fn bit(place: WordPosition) -> u8 {
        match place {
            WordPosition::Inside => 1,
            WordPosition::Capital => 2,
            WordPosition::Small => 4,
        }
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
