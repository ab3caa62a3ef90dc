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
    /// Where it stands: segment, article, and place in its body.
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

    /// Which goes before which: the one in more articles, then the one named more often, then by spelling.
    #[must_use]
    pub fn rank(&self) -> (std::cmp::Reverse<(u32, u32)>, &str) {
        (std::cmp::Reverse((self.articles, self.mentions)), &self.spelling)
    }

    /// Takes in a `candidate` of the article at a place of a segment: both `at`.
    pub fn add(&mut self, candidate: Candidate, at: (usize, usize)) {
        // A name is read where it is written out: `Virginia` rather than `Va.`, whichever of the two is read first.
        let (_, _, _, len) = self.at;
        let is_inside = candidate.signs.has(Feature::Inside);
        let was_inside = self.sign(Feature::Inside) > 0;
        let better = self.articles == 0 || is_inside && !was_inside || is_inside == was_inside && candidate.len > len;
        if better {
            self.name = candidate.name;
            self.at = (at.0, at.1, candidate.start, candidate.len);
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
