//! Pairs of articles of one week that are alike, found by the terms they share. Of near-copies the one that leads stands for all.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::analysis::names::Numbered;
use crate::analysis::stories::days::WINDOW;
use crate::analysis::stories::linking::Pair;
use crate::analysis::stories::vectors::{Term, Vectors};

/// Two articles less alike than this are not looked at again.
const LEAST: f32 = 0.08;
/// What the likeness counts of two articles with this many names each that share none: they may only look alike.
const NAMELESS: f32 = 0.6;
const NAMES: usize = 2;
/// Articles of one window that have a term, from which on it finds no more pairs.
const CROWDED: usize = 300;
/// Stretches of time that are looked at by themselves.
const STRETCHES: usize = 8;

/// The pairs of articles of one week that are alike.
pub(super) fn pairs(vectors: &Vectors) -> Vec<Pair> {
    let dated = vectors.dated();
    let size = dated.len().div_ceil(STRETCHES).max(1);
    let stretches = (0..STRETCHES).into_par_iter().map(|stretch| {
        let (first, after) = ((stretch * size).min(dated.len()), ((stretch + 1) * size).min(dated.len()));
        let mut window = Window { vectors, dated: &dated, having: Numbered::default(), sums: Sums::default() };
        let mut found = Vec::new();
        for place in window.start(first)..after {
            window.advance(place, (place >= first).then_some(&mut found));
        }
        found
    });
    stretches.collect::<Vec<_>>().concat()
}

/// The articles of the last week, while all are gone through by day.
struct Window<'a> {
    vectors: &'a Vectors,
    dated: &'a [(i32, u32)],
    /// For each term the articles that have it, by their place in the order of days, and how many of them are too old.
    having: Numbered<(usize, Vec<(usize, Term)>)>,
    sums: Sums,
}

/// How much the article at hand is like others, by their place; empty between two articles.
#[derive(Default)]
struct Sums {
    sums: Vec<Sum>,
    summed: Vec<usize>,
}

/// What two articles share.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    likeness: f32,
    terms: u16,
    names: u16,
}

impl Sum {
    /// How much two articles with these terms are alike.
    fn of(self, one: &[Term], other: &[Term]) -> f32 {
        let has_names = |terms: &[Term]| terms.iter().filter(|term| term.is_name()).nth(NAMES - 1).is_some();
        let nameless = self.names == 0 && has_names(one) && has_names(other);
        if nameless { self.likeness * NAMELESS } else { self.likeness }
    }
}

impl Window<'_> {
    /// The place of the first article that is compared with the one at `place`.
    fn start(&self, place: usize) -> usize {
        let day = self.dated.get(place).map_or(i32::MAX, |(day, _)| *day);
        self.dated.partition_point(|(other, _)| *other < day.saturating_sub(WINDOW))
    }

    /// Takes in the article at `place`; the pairs that it makes with those before go to `found`.
    fn advance(&mut self, place: usize, found: Option<&mut Vec<Pair>>) {
        let (start, Some((_, at))) = (self.start(place), self.dated.get(place).copied()) else { return };
        for term in self.vectors.get(at) {
            if self.vectors.count(term.id) < 2 {
                continue;
            }
            let (old, articles) = self.having.entry(term.id).or_default();
            *old += articles.iter().skip(*old).take_while(|(other, _)| *other < start).count();
            if *old > articles.len() / 2 {
                articles.drain(..std::mem::take(old));
            }
            let window = articles.get(*old..).unwrap_or_default();
            if found.is_some() && window.len() <= CROWDED {
                for (other, known) in window {
                    self.sums.add(other - start, known.weight() * term.weight(), known.is_name() && term.is_name());
                }
            }
            articles.push((place, *term));
        }
        let Some(found) = found else { return };
        for (place, sum) in self.sums.drain() {
            let Some((_, other)) = self.dated.get(start + place).filter(|_| sum.likeness >= LEAST) else { continue };
            let likeness = sum.of(self.vectors.get(at), self.vectors.get(*other));
            if likeness >= LEAST {
                found.push(Pair { one: (*other).min(at), other: (*other).max(at), likeness });
            }
        }
    }
}

impl Sums {
    fn add(&mut self, place: usize, likeness: f32, is_name: bool) {
        if place >= self.sums.len() {
            self.sums.resize((place + 1).next_power_of_two(), Sum::default());
        }
        if let Some(sum) = self.sums.get_mut(place) {
            if sum.terms == 0 {
                self.summed.push(place);
            }
            sum.likeness += likeness;
            sum.terms += 1;
            sum.names += u16::from(is_name);
        }
    }

    /// Each place with its sum; nothing is summed up then.
    fn drain(&mut self) -> impl Iterator<Item = (usize, Sum)> {
        let sums = &mut self.sums;
        self.summed.drain(..).filter_map(|place| Some((place, std::mem::take(sums.get_mut(place)?))))
    }
}
