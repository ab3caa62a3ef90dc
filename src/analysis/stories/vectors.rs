//! Vectors: what an article is about, as the weights of its rarest words, its actors and the days it tells of (TF-IDF, sublinear).
//!
//! The headline counts twice and a name more than another word; of the text the beginning counts, where news stand.

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};

use crate::analysis::families::Families;
use crate::analysis::names::Numbered;
use crate::analysis::stories::days::published;
use crate::analysis::stories::features::{Counted, Found, NAMED};
use crate::model::archive::{Archive, ArticleIx};

/// Terms that are kept of an article, those that weigh most.
const KEPT: usize = 48;
/// Terms from which on an article is long: two short ones on one event share a smaller part of their words.
const LONG: usize = 40;
/// Articles from which on a term that a quarter of them have is one of the language.
const MANY: usize = 40;

/// A term that an article has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// Which.
    pub id: u32,
    /// Its weight, less than nothing for a name.
    signed: f32,
}

impl Term {
    /// Its weight.
    pub fn weight(self) -> f32 {
        self.signed.abs()
    }

    /// Whether it is a name.
    pub fn is_name(self) -> bool {
        self.signed.is_sign_negative()
    }
}

/// The vectors of an archive, of length one each.
#[derive(Debug, Default)]
pub(super) struct Vectors {
    /// Those of each segment, one behind the other.
    parts: Vec<Part>,
    /// The first article of each.
    starts: Vec<u32>,
    days: Vec<Option<i32>>,
    /// Whether each is no near-copy of another one.
    leads: Vec<bool>,
    counts: Counts,
}

/// The vectors of one segment.
#[derive(Debug, Default)]
struct Part {
    terms: Vec<Term>,
    ends: Vec<u32>,
}

/// In how many articles each term stands that stands in several, the terms parted by their last bits.
#[derive(Debug, Default)]
struct Counts([Numbered<u32>; SHARDS as usize]);

/// Into how many parts terms are parted to be counted.
const SHARDS: u32 = 8;

impl Counts {
    /// Counts the terms of the articles that stand for their texts.
    fn of(read: &[Counted], leads: &[bool]) -> Self {
        let mut counts = Self::default();
        (0..SHARDS).into_par_iter().zip(&mut counts.0).for_each(|(shard, counts)| {
            let all = read.iter().flat_map(Counted::articles).zip(leads);
            for (terms, _) in all.filter(|(_, leads)| **leads) {
                for (term, _) in terms.filter(|(term, _)| term % SHARDS == shard) {
                    *counts.entry(term).or_default() += 1;
                }
            }
            counts.retain(|_, count| *count > 1);
            counts.shrink_to_fit();
        });
        counts
    }

    fn get(&self, term: u32) -> u32 {
        self.0.get((term % SHARDS) as usize).and_then(|counts| counts.get(&term)).copied().unwrap_or(1)
    }
}

impl Vectors {
    /// Reads the articles of `archive`, on all cores. Near-copies count once, so that what many print does not seem common.
    pub fn of(archive: &Archive, families: &Families) -> Self {
        let segments = archive.segments().into_par_iter().with_max_len(1);
        let read: Vec<Counted> = segments.map_init(Found::default, |found, segment| Counted::of(segment, found)).collect();
        let articles = (0..).map(ArticleIx).take(archive.len());
        let leads: Vec<bool> = articles.clone().map(|ix| families.leads(ix)).collect();
        let counts = Counts::of(&read, &leads);
        let weights = Weights::new(&counts, leads.iter().filter(|leads| **leads).count());
        let parts = read.into_par_iter().with_max_len(1).map(|counted| weights.weigh(&counted)).collect();
        let days = articles.map(|ix| published(archive, ix)).collect();
        let starts = archive.placed_segments().map(|(start, _)| start.0).collect();
        Self { parts, starts, days, leads, counts }
    }

    /// The terms of the article at `at`.
    pub fn get(&self, at: u32) -> &[Term] {
        let found = || {
            let part = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
            let (part, within) = (self.parts.get(part)?, (at - self.starts.get(part)?) as usize);
            let start = within.checked_sub(1).and_then(|before| part.ends.get(before)).copied().unwrap_or_default();
            part.terms.get(start as usize..*part.ends.get(within)? as usize)
        };
        found().unwrap_or_default()
    }

    /// The day of the article at `at`.
    pub fn day(&self, at: u32) -> Option<i32> {
        self.days.get(at as usize).copied().flatten()
    }

    /// How short each article is, from 0 for one with [`LONG`] terms or more to 1 for one with half of that.
    #[expect(clippy::cast_precision_loss, reason = "few terms are kept")]
    pub fn short(&self) -> Vec<f32> {
        let lengths = (0..).take(self.days.len()).map(|at| self.get(at).len());
        lengths.map(|terms| (2.0 * (LONG.saturating_sub(terms)) as f32 / LONG as f32).min(1.0)).collect()
    }

    /// The articles with a day that lead, by day.
    pub fn dated(&self) -> Vec<(i32, u32)> {
        let leading = (0..).zip(self.days.iter().zip(&self.leads)).filter(|(_, (_, leads))| **leads);
        let mut dated: Vec<(i32, u32)> = leading.filter_map(|(at, (day, _))| Some(((*day)?, at))).collect();
        dated.sort_unstable();
        dated
    }

    /// How many articles have a term.
    pub fn count(&self, term: u32) -> u32 {
        self.counts.get(term)
    }
}

/// What terms weigh: the rarer a term, the more.
struct Weights<'a> {
    counts: &'a Counts,
    /// How many texts there are.
    articles: usize,
    /// The weight of being in so many articles, as far as such are common.
    rare: Vec<f32>,
    /// The weight of being so often in one, in halves.
    often: Vec<f32>,
}

/// Weights that are held and not worked out each time.
const HELD: u16 = 2048;

impl<'a> Weights<'a> {
    fn new(counts: &'a Counts, articles: usize) -> Self {
        let mut weights = Self { counts, articles, rare: Vec::new(), often: Vec::new() };
        weights.rare = (0..HELD).map(|count| weights.of_rare(u32::from(count))).collect();
        weights.often = (0..NAMED).map(Self::of_often).collect();
        weights
    }

    #[expect(clippy::cast_precision_loss, reason = "an archive has fewer than 2^24 articles, or as good as that many")]
    fn of_rare(&self, count: u32) -> f32 {
        // What one article alone has weighs as what two have: it tells how much else is in it, no more.
        ((self.articles + 1) as f32 / count.max(2) as f32).ln().max(0.0)
    }

    fn of_often(halves: u8) -> f32 {
        1.0 + (f32::from(halves) / 2.0).ln().max(0.0)
    }

    /// Makes vectors of length one of the terms of articles with their counts.
    fn weigh(&self, counted: &Counted) -> Part {
        let mut part = Part::default();
        let mut terms: Vec<Term> = Vec::new();
        for article in counted.articles() {
            terms.clear();
            terms.extend(article.filter_map(|(id, halves)| self.term(id, halves)));
            let heavier = |one: &Term, other: &Term| other.weight().total_cmp(&one.weight()).then(one.id.cmp(&other.id));
            if terms.len() > KEPT {
                terms.select_nth_unstable_by(KEPT, heavier);
                terms.truncate(KEPT);
            }
            terms.sort_unstable_by(heavier);
            let length = terms.iter().map(|term| term.weight() * term.weight()).sum::<f32>().sqrt();
            let length = if length > 0.0 { length } else { 1.0 };
            part.terms.extend(terms.iter().map(|term| Term { signed: term.signed / length, ..*term }));
            part.ends.push(u32::try_from(part.terms.len()).unwrap_or(u32::MAX));
        }
        part.terms.shrink_to_fit();
        part
    }

    /// The term `id` of an article that has it so often; `None` for one of the language.
    fn term(&self, id: u32, halves: u8) -> Option<Term> {
        let count = self.counts.get(id);
        if self.articles >= MANY && count as usize > self.articles / 4 {
            return None;
        }
        let (often, is_name) = (halves & !NAMED, halves & NAMED != 0);
        let often = self.often.get(usize::from(often)).copied().unwrap_or_else(|| Self::of_often(often));
        let weight = often * self.rare.get(count as usize).copied().unwrap_or_else(|| self.of_rare(count));
        Some(Term { id, signed: if is_name { -weight } else { weight } })
    }
}
