//! How alike two sentences of a sheet are: the weight of the words that both have, as a share of what the lighter of them weighs. A word
//! weighs by how few of the sentences have it.

use std::collections::{HashMap, HashSet};

use crate::query::telling_words::each_telling_word;

/// Words that two sentences share at least.
const SHARED: usize = 2;

/// In how many sentences each word stands.
pub(super) struct Rarity {
    counts: HashMap<u64, usize>,
    sentences: usize,
}

impl Rarity {
    /// That of the words of `sentences`.
    pub(super) fn of<'a>(sentences: impl Iterator<Item = &'a HashSet<u64>>) -> Self {
        let mut rarity = Self { counts: HashMap::new(), sentences: 0 };
        for terms in sentences {
            rarity.sentences += 1;
            for term in terms {
                *rarity.counts.entry(*term).or_default() += 1;
            }
        }
        rarity
    }

    /// How alike two sentences are, 0 to 1; 0 where they share fewer than two words.
    pub(super) fn likeness(&self, one: &HashSet<u64>, other: &HashSet<u64>) -> f32 {
        let shared: Vec<u64> = one.intersection(other).copied().collect();
        if shared.len() < SHARED {
            return 0.0;
        }
        let least = self.weight(one).min(self.weight(other)).max(f32::MIN_POSITIVE);
        self.weight(&shared) / least
    }

    /// What `terms` weigh, summed up in one order, so that sums of fractions come out alike.
    fn weight<'a>(&self, terms: impl IntoIterator<Item = &'a u64>) -> f32 {
        let mut sorted: Vec<u64> = terms.into_iter().copied().collect();
        sorted.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "a sheet has few sentences")]
        let weight = |term: u64| (1.0 + self.sentences as f32 / self.counts.get(&term).copied().unwrap_or(1) as f32).ln();
        sorted.into_iter().map(weight).sum()
    }
}

/// The words of a sentence that say something, each once.
pub(super) fn terms(text: &str) -> HashSet<u64> {
    let mut terms = HashSet::new();
    each_telling_word(text, |hash, _| {
        terms.insert(hash);
    });
    terms
}
