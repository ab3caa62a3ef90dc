//! Words and names as numbers: two that fold alike have the same.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use crate::analysis::dates::table::WordKey;
use crate::analysis::dates::tokens::Token;
use crate::text::fold::fold;

/// The number of a word.
#[must_use]
pub fn hash_of(word: &str) -> u32 {
    let mut key = WordKey::default();
    // As the scan of the text does: what a key cannot hold has no hash there.
    let held = if word.is_ascii() {
        key = WordKey::accented(word);
        true
    } else {
        // A word with a letter that no key holds has no use of the rest.
        word.chars().all(|c| key.push_char(c))
    };
    if held && key.fits() { key.hash().get() } else { long(word) }
}

/// The number of a token of `text`.
#[must_use]
pub fn hash_token(text: &str, token: &Token) -> u32 {
    token.hash.map_or_else(|| long(token.span.of(text)), std::num::NonZeroU32::get)
}

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) of a folded word.
fn long(word: &str) -> u32 {
    fold(word).bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The number of a name with these words.
#[must_use]
pub fn name_of(words: impl IntoIterator<Item = u32>) -> u32 {
    let mixed = words.into_iter().fold(0x9E37_79B9_7F4A_7C15_u64, |mixed, word| {
        (mixed.rotate_left(23) ^ u64::from(word)).wrapping_mul(0xA24B_AED4_963E_E407)
    });
    u32::try_from(mixed >> u32::BITS).unwrap_or_default()
}

/// By the number of a word or name, which is as good as any hash of it.
pub type Numbered<T> = HashMap<u32, T, BuildHasherDefault<NumberHasher>>;

/// A set of numbers of words or names.
pub type NumberSet = HashSet<u32, BuildHasherDefault<NumberHasher>>;

/// Spreads a number over the bits a map looks at.
#[derive(Debug, Default)]
pub struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

#[cfg(test)]
mod tests {
    use super::{hash_of, hash_token};
    use crate::analysis::dates::tokens::Tokens;
    use crate::model::article::Lang;
    use crate::text::span::Span;

    #[test]
    fn words_have_the_numbers_of_their_tokens() {
        for word in ["État", "ETAT", "Muhandis", "Œuvre", "Straßenbahn", "gouvernementales", "anticonstitutionnellement", "Путин"]
        {
            let tokens = Tokens::read(word, &[Span::new(0, word.len())], Lang::Fr);
            let (_, parts) = tokens.parts().next().unwrap();
            assert_eq!(hash_token(word, &parts[0]), hash_of(word), "{word}");
        }
        assert_eq!(hash_of("État"), hash_of("etat"));
    }
}
