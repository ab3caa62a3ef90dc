//! Vectors: what an article is about, as the weights of its rarest words, its actors and the days it tells of (TF-IDF, sublinear).
//!
//! The headline counts twice and a name more than another word; of the text the beginning counts, where news stand.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::analysis::families::Families;
use crate::analysis::families::words::each_word;
use crate::analysis::names::Numbered;
use crate::analysis::stories::days::{WINDOW, published};
use crate::analysis::stories::linking::Pair;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::BlockKind;
use crate::model::date::Precision;
use crate::model::segment::ArticleRef;

/// Words of the text that are read.
const READ: usize = 250;
/// Terms that are kept of an article, those that weigh most.
const KEPT: usize = 48;
/// What a word with a capital inside a sentence weighs.
const NAME: f32 = 1.5;
/// What a word of the headline weighs.
const HEADLINE: f32 = 2.0;
/// Two articles less alike than this are not looked at again.
const LEAST: f32 = 0.15;
/// Articles of one window that have a term, from which on it finds no more pairs.
const CROWDED: usize = 300;
/// Articles from which on a term that a quarter of them have is one of the language.
const MANY: usize = 40;

/// A term that an article has: which, its weight, and whether it is a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub id: u32,
    pub weight: f32,
    pub is_name: bool,
}

/// The vectors of an archive, of length one each.
#[derive(Debug, Default)]
pub(super) struct Vectors {
    of: Vec<Vec<Term>>,
    days: Vec<Option<i32>>,
    /// How many articles have each term.
    counts: Numbered<u32>,
}

impl Vectors {
    /// Reads the articles of `archive`, on all cores. Near-copies count once, so that what many print does not seem common.
    pub fn of(archive: &Archive, families: &Families) -> Self {
        let read: Vec<Vec<Vec<Term>>> =
            archive.segments().into_par_iter().map(|segment| segment.iter().map(features).collect()).collect();
        let mut of: Vec<Vec<Term>> = read.into_iter().flatten().collect();
        let mut counts: Numbered<u32> = Numbered::default();
        let mut texts = 0;
        for (_, terms) in (0..).map(ArticleIx).zip(&of).filter(|(ix, _)| families.leads(*ix)) {
            texts += 1;
            for term in terms {
                *counts.entry(term.id).or_default() += 1;
            }
        }
        for terms in &mut of {
            weigh(terms, &counts, texts);
        }
        let days = (0..).take(of.len()).map(|at| published(archive, ArticleIx(at))).collect();
        counts.retain(|_, count| *count > 1);
        Self { of, days, counts }
    }

    /// The terms of the article at `at`.
    pub fn get(&self, at: u32) -> &[Term] {
        self.of.get(at as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// The day of the article at `at`.
    pub fn day(&self, at: u32) -> Option<i32> {
        self.days.get(at as usize).copied().flatten()
    }

    /// How many articles have a term.
    pub fn count(&self, term: u32) -> u32 {
        self.counts.get(&term).copied().unwrap_or(1)
    }

    /// The pairs of articles of one week that are alike.
    pub fn pairs(&self) -> Vec<Pair> {
        let mut dated: Vec<(i32, u32)> = (0..).zip(&self.days).filter_map(|(at, day)| Some(((*day)?, at))).collect();
        dated.sort_unstable();
        // For each term the articles that have it, by their place in the order of days.
        let mut having: Numbered<Vec<(usize, f32)>> = Numbered::default();
        for (place, (_, at)) in dated.iter().enumerate() {
            for term in self.get(*at).iter().filter(|term| self.count(term.id) > 1) {
                having.entry(term.id).or_default().push((place, term.weight));
            }
        }
        let places = 0..dated.len();
        let found: Vec<Vec<Pair>> =
            places.into_par_iter().map_init(Vec::new, |sums, place| self.alike(&having, &dated, place, sums)).collect();
        found.concat()
    }

    /// The articles that stand before the one at `place` and at most a week before it in `dated`, and are like it; `sums` is room to add up in.
    fn alike(&self, having: &Numbered<Vec<(usize, f32)>>, dated: &[(i32, u32)], place: usize, sums: &mut Vec<f32>) -> Vec<Pair> {
        let Some((day, at)) = dated.get(place).copied() else { return Vec::new() };
        let start = dated.partition_point(|(other, _)| *other < day - WINDOW);
        sums.clear();
        sums.resize(place - start, 0.0);
        for term in self.get(at) {
            let Some(articles) = having.get(&term.id) else { continue };
            let from = articles.partition_point(|(other, _)| *other < start);
            let to = articles.partition_point(|(other, _)| *other < place);
            let window = articles.get(from..to).unwrap_or_default();
            if window.len() <= CROWDED {
                for (other, weight) in window {
                    if let Some(sum) = sums.get_mut(other - start) {
                        *sum += weight * term.weight;
                    }
                }
            }
        }
        let others = dated.get(start..place).unwrap_or_default().iter().zip(sums.iter());
        let alike = others.filter(|(_, likeness)| **likeness >= LEAST);
        alike.map(|((_, other), likeness)| Pair { one: (*other).min(at), other: (*other).max(at), likeness: *likeness }).collect()
    }
}

/// The terms of an article with how often it has them.
fn features(article: ArticleRef<'_>) -> Vec<Term> {
    let mut found: Numbered<(f32, bool)> = Numbered::default();
    let mut left = READ;
    read(article.title(), HEADLINE, &mut left, &mut found);
    left = READ;
    for block in article.blocks().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Headline)) {
        if left == 0 {
            break;
        }
        read(article.slice(block.span), 1.0, &mut left, &mut found);
    }
    for event in article.events().filter(|event| event.precision == Precision::Day && event.days == 0) {
        found.entry(event.first.cast_unsigned() ^ 0xda1e_0000).or_insert((1.0, false));
    }
    for (actor, _) in article.actors() {
        found.entry(u32::from(actor.0) ^ 0xac70_0000).or_insert((1.0, false));
    }
    let mut terms: Vec<Term> = found.into_iter().map(|(id, (weight, is_name))| Term { id, weight, is_name }).collect();
    terms.sort_unstable_by_key(|term| term.id);
    terms
}

/// Adds the words of `text`, each with `weight`, while there are some `left` to be read.
fn read(text: &str, weight: f32, left: &mut usize, found: &mut Numbered<(f32, bool)>) {
    let mut behind = 0;
    each_word(text, |hash, span| {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let word = span.of(text);
        let opens = behind == 0 || text.get(behind..span.first()).is_some_and(|between| between.contains(['.', '!', '?', '\n']));
        behind = span.after();
        let is_name = !opens && word.starts_with(char::is_uppercase);
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        let letters = word.chars().count();
        if letters >= 4 || is_name && letters == 3 || has_digit && letters >= 2 {
            let id = u32::try_from(hash >> 32).unwrap_or_default();
            let known = found.entry(id).or_insert((0.0, is_name));
            known.0 += if is_name { weight * NAME } else { weight };
            known.1 |= is_name;
        }
    });
}

/// Makes a vector of length one of terms with their counts: the rarer a term, the more it weighs.
fn weigh(terms: &mut Vec<Term>, counts: &Numbered<u32>, articles: usize) {
    #[expect(clippy::cast_precision_loss, reason = "an archive has fewer than 2^24 articles, or as good as that many")]
    let all = (articles + 1) as f32;
    terms.retain(|term| articles < MANY || counts.get(&term.id).is_none_or(|count| *count as usize <= articles / 4));
    for term in terms.iter_mut() {
        // What one article alone has weighs as what two have: it tells how much else is in it, no more.
        #[expect(clippy::cast_precision_loss, reason = "as above")]
        let count = counts.get(&term.id).copied().unwrap_or(1).max(2) as f32;
        term.weight = (1.0 + term.weight.ln().max(0.0)) * (all / count).ln().max(0.0);
    }
    terms.sort_by(|one, other| other.weight.total_cmp(&one.weight).then(one.id.cmp(&other.id)));
    terms.truncate(KEPT);
    let length = terms.iter().map(|term| term.weight * term.weight).sum::<f32>().sqrt();
    if length > 0.0 {
        for term in terms.iter_mut() {
            term.weight /= length;
        }
    }
}
