//! The words that one article has in small letters: a name that is among them may be no name but a word at the head of a heading.
//!
//! Filled once for an article, and asked for each of its candidates; a hash that falls on another's bit is a chance of some in a
//! thousand. Called by `candidate` and `chunk`.

use std::num::NonZeroU32;

use crate::analysis::dates::tokens::{TokenClass, Tokens};

/// The bits; a power of two.
const BITS: usize = 1 << 15;
const EACH: usize = u64::BITS as usize;

/// A set of words by their hashes.
#[derive(Debug)]
pub(crate) struct SmallWords(Box<[u64]>);

impl SmallWords {
    /// Those of a text that was read into `tokens`.
    #[must_use]
    pub(crate) fn of(tokens: &Tokens) -> Self {
        let mut words = Self(vec![0; BITS / EACH].into());
        for token in tokens.parts().flat_map(|(_, part)| part) {
            if matches!(token.kind, TokenClass::Word(_)) && !token.capital {
                words.put(token.hash);
            }
        }
        words
    }

    fn put(&mut self, hash: Option<NonZeroU32>) {
        let Some((at, bit)) = place(hash) else { return };
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    /// Whether the word with this hash is among them.
    #[must_use]
    pub(crate) fn holds(&self, hash: Option<NonZeroU32>) -> bool {
        place(hash).is_some_and(|(at, bit)| self.0.get(at).is_some_and(|bits| bits & bit != 0))
    }
}

fn place(hash: Option<NonZeroU32>) -> Option<(usize, u64)> {
    let spread = hash?.get().wrapping_mul(0x9E37_79B9) >> (u32::BITS - BITS.trailing_zeros());
    let at = usize::try_from(spread).ok()?;
    Some((at / EACH, 1 << (at % EACH)))
}
