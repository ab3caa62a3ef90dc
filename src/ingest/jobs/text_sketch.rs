//! Sketches of texts: whether two texts are mostly the same words, told by a few numbers of each.
//!
//! The least hashes of all runs of words stand for the set of them (bottom-k sketch: E. Cohen, H. Kaplan, "Summarizing Data using Bottom-k Sketches",
//! PODC 2007; of documents: A. Broder, "On the resemblance and containment of documents", 1997).

use std::hash::Hasher as _;

use twox_hash::XxHash3_64;

use crate::model::segment::ArticleRef;

/// Words of a run.
const RUN: usize = 4;
/// Hashes kept of a text.
const KEPT: usize = 16;

/// The sketch of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TextSketch {
    /// The least hashes, each once, in order.
    least: Vec<u32>,
}

impl TextSketch {
    /// The sketch of what counts as text in `article`.
    pub(super) fn of(article: ArticleRef<'_>) -> Self {
        let blocks = article.blocks().filter(|block| block.kind.counts());
        let words: Vec<&str> = blocks.flat_map(|block| article.slice(block.span).split_whitespace()).collect();
        let runs = words.windows(RUN.min(words.len()).max(1));
        let mut least: Vec<u32> = runs.map(hash).collect();
        least.sort_unstable();
        least.dedup();
        least.truncate(KEPT);
        Self { least }
    }

    /// Whether at least half of the runs of both texts together stand in both, as far as the sketches tell.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let mut all: Vec<u32> = self.least.iter().chain(&other.least).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.truncate(KEPT);
        let has = |sketch: &Self, hash: &u32| sketch.least.binary_search(hash).is_ok();
        all.iter().filter(|hash| has(self, hash) && has(other, hash)).count() * 2 >= all.len()
    }
}

fn hash(run: &[&str]) -> u32 {
    let mut hasher = XxHash3_64::with_seed(0);
    for word in run {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}
