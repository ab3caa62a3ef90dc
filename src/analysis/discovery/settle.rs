//! Settling: the candidates of a whole archive counted, and those that are actors told from the rest.
//!
//! Numbers are counted first, so that of all that stands in an archive only what is spread enough is looked at closely; its
//! spelling is read from the one place where it stands best. Called when an archive is loaded or has changed.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::discovery::index::Discovery;
use crate::analysis::discovery::merge::merge;
use crate::model::actor::ActorTable;
use crate::model::candidate::{Candidate, Sign};
use crate::model::segment::Segment;

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
    pub signs: [u32; 8],
    /// How many articles tell each kind, by number.
    pub kinds: [u32; 8],
    /// Where it stands: segment, article, and place in its body.
    at: (usize, usize, u32, u8),
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
}

impl Tally {
    /// In how many articles `sign` stands beside it.
    #[must_use]
    pub fn sign(&self, sign: Sign) -> u32 {
        self.signs.get((sign as u16).trailing_zeros() as usize).copied().unwrap_or_default()
    }

    /// Which goes before which: the one in more articles, then the one named more often, then by spelling.
    #[must_use]
    pub fn rank(&self) -> (std::cmp::Reverse<(u32, u32)>, &str) {
        (std::cmp::Reverse((self.articles, self.mentions)), &self.spelling)
    }

    fn add(&mut self, candidate: Candidate, at: (usize, usize)) {
        let better = self.articles == 0 || candidate.signs.has(Sign::Inside) && self.sign(Sign::Inside) == 0;
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

/// Discovers the actors of the archive of `segments`; `known` are those of the gazetteer.
#[must_use]
pub fn settle(segments: &[Arc<Segment>], known: &ActorTable) -> Discovery {
    merge(&tallies(segments), known)
}

/// How many articles must hold a name in an archive of so many.
fn least(articles: usize) -> u32 {
    match articles {
        0..=100 => 1,
        101..=2000 => 2,
        2001..=50_000 => 3,
        more => 3 + u32::try_from(more / 50_000).unwrap_or(u32::MAX - 3),
    }
}

fn tallies(segments: &[Arc<Segment>]) -> Tallies {
    /// The names that are looked at closely, those in most articles: several for each actor there can be.
    const MOST: usize = 40_000;
    let articles = segments.iter().map(|segment| segment.len()).sum();
    let spread = spread(segments, least(articles));
    let mut found: Numbered<Tally> = Numbered::default();
    let mut links = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        for article in segment.iter() {
            for candidate in article.candidates() {
                if candidate.signs.has(Sign::Link) {
                    links.push((candidate.name, candidate.start));
                } else if spread.contains_key(&candidate.name) {
                    found.entry(candidate.name).or_default().add(candidate, (at, article.place_in_segment()));
                }
            }
        }
    }
    let mut names: Vec<Tally> = found.into_values().collect();
    names.sort_unstable_by_key(|tally| (std::cmp::Reverse((tally.articles, tally.mentions)), tally.at));
    names.truncate(MOST);
    names.iter_mut().for_each(|tally| tally.spelling = spelling(segments, tally.at));
    links.sort_unstable();
    links.dedup();
    Tallies { articles: u32::try_from(articles).unwrap_or(u32::MAX), names, links }
}

/// The words at a place of an archive, on one line.
fn spelling(segments: &[Arc<Segment>], (segment, article, start, len): (usize, usize, u32, u8)) -> Box<str> {
    let body = segments.get(segment).and_then(|segment| segment.get(article)).map_or("", |article| article.body());
    let words = body.get(start as usize..start as usize + usize::from(len)).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// The names that at least `least` articles hold.
fn spread(segments: &[Arc<Segment>], least: u32) -> Numbered<u32> {
    let count = |mut counts: Numbered<u32>, segment: &Arc<Segment>| {
        for candidate in segment.iter().flat_map(|article| article.candidates()) {
            *counts.entry(candidate.name).or_default() += 1;
        }
        counts
    };
    let add = |one: Numbered<u32>, other: Numbered<u32>| {
        let (mut more, less) = if one.len() < other.len() { (other, one) } else { (one, other) };
        less.into_iter().for_each(|(name, count)| *more.entry(name).or_default() += count);
        more
    };
    let mut counts = segments.par_iter().fold(Numbered::default, count).reduce(Numbered::default, add);
    counts.retain(|_, count| *count >= least);
    counts
}

/// By the number of a name, which is as good as any hash of it.
type Numbered<T> = HashMap<u32, T, BuildHasherDefault<NumberHasher>>;

#[derive(Debug, Default)]
struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
