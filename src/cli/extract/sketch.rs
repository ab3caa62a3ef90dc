//! A sketch of a text, by which an engine can find near-copies without the texts: the smallest of the numbers of its shingles.
//!
//! The share of numbers that two sketches have in common among the smallest of both estimates how alike the texts are (A. Broder, *On the
//! resemblance and containment of documents*, 1997). `liseuse families` compares the texts themselves.

use crate::analysis::families::words::each_word;
use crate::model::article::{Article, BlockKind};

/// Numbers in a sketch, at most.
const NUMBERS: usize = 64;
/// Words of a shingle.
const SHINGLE: usize = 5;

/// The sketch of the paragraphs and headings of `article`: at most [`NUMBERS`] numbers, rising, the same on every machine.
pub(super) fn sketch(article: &Article) -> Vec<u32> {
    let mut words = Vec::new();
    let told = article.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading));
    for block in told {
        each_word(block.span.of(&article.body).as_bytes(), |word, _| words.push(word));
    }
    let mut numbers: Vec<u32> = words.windows(SHINGLE).map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.truncate(NUMBERS);
    numbers
}

/// A shingle as a number whose bits are all alike random (the finisher of `SplitMix64`: Steele, Lea and Flood, OOPSLA 2014).
fn number(words: &[u64]) -> u32 {
    let mut mixed = words.iter().fold(0, |mixed: u64, word| (mixed.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or_default()
}
