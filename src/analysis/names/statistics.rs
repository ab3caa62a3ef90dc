//! Tallies: what an archive shows of each name, counted.
//!
//! Filled by `aggregate`, judged by `classify`, joined by `merge`.

use std::collections::HashMap;

use crate::model::candidate::{Candidate, Feature};

/// What an archive shows of one name.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// The number of the name.
    pub name: u32,
    /// The spelling, as it stands where it is written as it is.
    pub spelling: Box<str>,
    /// How many articles hold it.
    pub articles: u32,
    /// How often it stands in all.
    pub mentions: u32,
    /// In how many articles each sign stands beside it, by the bit of the sign.
    pub signs: [u32; 16],
    /// How many articles tell each kind, by number.
    pub kinds: [u32; 16],
    /// Where it stands best as a word in capitals among others that are not, and where as any other.
    pub best: [Option<SpellingPlace>; 2],
}

/// A place of an archive where a name stands.
#[derive(Clone, Copy, Debug)]
pub struct SpellingPlace {
    /// Whether it stands inside a sentence there; how many bytes it has; the number of its article, turned so that more is worse.
    worth: (bool, u8, std::cmp::Reverse<u64>),
    /// Its segment, its article there, and the place in that.
    pub at: (usize, usize, u32, u8),
}

/// What an archive shows.
#[derive(Debug, Default)]
pub struct Tallies {
    /// How many articles there are.
    pub articles: u32,
    /// The names, those in most articles first.
    pub names: Vec<Tally>,
    /// Short names with the long ones they stand for in brackets.
    pub links: Vec<(u32, u32)>,
    /// How many articles name each actor of the gazetteer.
    pub known: HashMap<u16, u32>,
}

impl Tally {
    /// In how many articles `sign` stands beside it.
    #[must_use]
    pub fn sign(&self, sign: Feature) -> u32 {
        self.signs.get((sign as u16).trailing_zeros() as usize).copied().unwrap_or_default()
    }

    /// Where its spelling is read: as most articles write it, in capitals or not, but inside a sentence where it stands in one.
    #[must_use]
    pub fn spot(&self) -> Option<SpellingPlace> {
        let [written, capitals] = self.best;
        let often = self.sign(Feature::Capitals) * 2 > self.articles;
        let (first, second) = if often { (capitals, written) } else { (written, capitals) };
        let inside = |spot: &SpellingPlace| spot.worth.0;
        first.filter(|spot| inside(spot) || !second.as_ref().is_some_and(inside)).or(second)
    }

    /// Which goes before which: the one in more articles, then the one named more often, then by spelling.
    #[must_use]
    pub fn rank(&self) -> (std::cmp::Reverse<(u32, u32)>, &str) {
        (std::cmp::Reverse((self.articles, self.mentions)), &self.spelling)
    }

    /// Takes in a `candidate` of the article at a place of a segment, both `at`, which has the number `article` whatever the order of reading.
    pub fn add(&mut self, candidate: Candidate, at: (usize, usize), article: u64) {
        // A name is read where it is written out: `Virginia` rather than `Va.`; of several such places in the same one, whichever is read first.
        let worth = (candidate.signs.has(Feature::Inside), candidate.len, std::cmp::Reverse(article));
        self.name = candidate.name;
        if let Some(best) = self.best.get_mut(usize::from(candidate.signs.has(Feature::Capitals)))
            && best.is_none_or(|known| known.worth < worth)
        {
            *best = Some(SpellingPlace { worth, at: (at.0, at.1, candidate.start, candidate.len) });
        }
        self.articles += 1;
        self.mentions += u32::from(candidate.count);
        for (bit, count) in self.signs.iter_mut().enumerate() {
            *count += u32::from(candidate.signs.0 >> bit & 1);
        }
        if let Some(count) = self.kinds.get_mut(usize::from(candidate.signs.kind())) {
            *count += 1;
        }
    }
}
