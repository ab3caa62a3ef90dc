//! A census of a text: which stretches of it hold spellings that the quick search for a needle would overlook.
//!
//! Rare spellings are found by looking at every character that is not ASCII; the census tells where there is none to look at.

use rayon::iter::{IntoParallelIterator as _, ParallelExtend as _, ParallelIterator as _};

use crate::query::matching::pattern::spelling::{Rare, rarity};
use crate::query::matching::pattern::walk::{Letter, letter_at};

/// How many bytes one mark of a [`Census`] speaks of.
const STRETCH: usize = 512;

/// The rare spellings in each stretch of a text: a hundredth of its size, to be made once and kept while it is searched.
///
/// It belongs to the text it was made of. With another text, rare spellings may be overlooked, and no more.
#[derive(Clone, Debug, Default)]
pub struct Census {
    stretches: Vec<Rare>,
    len: usize,
}

impl Census {
    /// Reads all of `text`, on all threads.
    #[must_use]
    pub fn new(text: &[u8]) -> Self {
        let mut census = Self::default();
        census.grow(text);
        census
    }

    /// Reads what `text` holds beyond what was read before; the part read before must not have changed.
    pub fn grow(&mut self, text: &[u8]) {
        let known = self.len.min(text.len()) / STRETCH;
        self.stretches.truncate(known);
        let counted = (known..text.len().div_ceil(STRETCH)).into_par_iter();
        self.stretches.par_extend(counted.map(|stretch| {
            let from = stretch * STRETCH;
            let mut rare = 0;
            each_foreign(text, from, from + STRETCH, |letter| rare |= rarity(letter.c));
            rare
        }));
        self.len = text.len();
    }

    /// The bytes of text that have been read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing has been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// Tells of each character that begins in `from..to` of `text` and whose spelling is one of `wanted`, in order.
pub fn each_rare(text: &[u8], from: usize, to: usize, wanted: Rare, census: Option<&Census>, mut tell: impl FnMut(Letter)) {
    let mut tell_rare = |letter: Letter| {
        if rarity(letter.c) & wanted != 0 {
            tell(letter);
        }
    };
    let Some(census) = census else { return each_foreign(text, from, to, tell_rare) };
    let mut at = from;
    while at < to {
        let end = (at / STRETCH + 1) * STRETCH;
        // A stretch that was not counted may hold anything.
        if census.stretches.get(at / STRETCH).is_none_or(|rare| rare & wanted != 0) {
            each_foreign(text, at, end.min(to), &mut tell_rare);
        }
        at = end;
    }
}

/// Tells of each character that is not ASCII and begins in `from..to`, reading eight bytes at a time between them.
fn each_foreign(text: &[u8], from: usize, to: usize, mut tell: impl FnMut(Letter)) {
    let text = text.get(..(to + 4).min(text.len())).unwrap_or_default();
    let to = to.min(text.len());
    let mut at = from;
    while at < to {
        let rest = text.get(at..to).unwrap_or_default();
        let Some(skip) = first_foreign(rest) else { break };
        at += skip;
        let Some(letter) = letter_at(text, at) else { break };
        tell(letter);
        at = letter.end;
    }
}

fn first_foreign(bytes: &[u8]) -> Option<usize> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (words, tail) = bytes.as_chunks::<8>();
    for (n, word) in words.iter().enumerate() {
        let high = u64::from_le_bytes(*word) & HIGH;
        if high != 0 {
            return Some(n * 8 + high.trailing_zeros() as usize / 8);
        }
    }
    let at = tail.iter().position(|byte| !byte.is_ascii())?;
    Some(words.len() * 8 + at)
}

#[cfg(test)]
mod tests {
    use super::{Census, each_rare};

    #[test]
    fn a_census_grows_with_its_text_and_hides_nothing() {
        let text = format!("{}ſ{}œ", "plain é ".repeat(300), "x".repeat(4000));
        let mut census = Census::new(&text.as_bytes()[..700]);
        census.grow(text.as_bytes());
        assert_eq!(census.len(), text.len());
        for with in [None, Some(&census)] {
            let mut found = String::new();
            each_rare(text.as_bytes(), 0, text.len(), u32::MAX, with, |letter| found.push(letter.c));
            assert_eq!(found, "ſœ");
        }
    }
}
