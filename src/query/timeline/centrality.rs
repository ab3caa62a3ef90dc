//! Centrality: how near a sentence is to what a whole list of articles is about.
//!
//! An archive on one matter tells of other matters too: the words that many of its articles have, without being words of the language,
//! tell its own from them. A sentence is compared with the centroid of the articles (TF-IDF, D. Radev et al., *Centroid-based
//! summarization of multiple documents*, 2004). Called by `milestones`.

use std::collections::{HashMap, HashSet};

use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;

use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::BlockKind;
use crate::model::segment::ArticleRef;
use crate::query::telling_words::each_telling_word;

/// Bytes at the head of an article that are read: news says there what it is about.
const READ: usize = 3000;
/// Articles that one thread reads at once.
const CHUNK: usize = 1024;

/// What the articles of a list are about.
#[derive(Debug, Default)]
pub struct Centrality {
    /// In how many articles each word stands.
    counts: HashMap<u32, u32>,
    articles: f64,
}

impl Centrality {
    /// Reads the articles of `rows`, on all cores.
    #[must_use]
    pub fn of(archive: &Archive, rows: &[ArticleIx]) -> Self {
        let read = |rows: &[ArticleIx]| {
            let mut counts: HashMap<u32, u32> = HashMap::new();
            for article in rows.iter().filter_map(|ix| archive.get(*ix)) {
                for word in head_words(article) {
                    *counts.entry(word).or_default() += 1;
                }
            }
            counts
        };
        let add = |one: HashMap<u32, u32>, other: HashMap<u32, u32>| {
            let (mut sum, less) = if one.len() < other.len() { (other, one) } else { (one, other) };
            for (word, count) in less {
                *sum.entry(word).or_default() += count;
            }
            sum
        };
        let counts = rows.par_chunks(CHUNK).map(read).reduce(HashMap::new, add);
        Self { counts, articles: f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX)) + 1.0 }
    }

    /// How near `sentence` is to what the articles are about, in a measure of the list's own.
    #[must_use]
    pub fn near(&self, sentence: &str) -> f64 {
        let (mut product, mut length, mut seen) = (0.0, 0.0, HashSet::new());
        each_telling_word(sentence, |hash, _| {
            let word = counted(hash);
            if seen.insert(word) {
                let having = f64::from(self.counts.get(&word).copied().unwrap_or(0));
                let rarity = (self.articles / having.max(1.0)).ln();
                product += rarity * rarity * having;
                length += rarity * rarity;
            }
        });
        if length > 0.0 { product / length.sqrt() } else { 0.0 }
    }
}

/// The words at the head of an article that say something, each once.
fn head_words(article: ArticleRef<'_>) -> HashSet<u32> {
    let (mut words, mut left) = (HashSet::new(), READ);
    for block in article.blocks().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Headline)) {
        if left == 0 {
            break;
        }
        let text = article.slice(block.span);
        let end = (0..=left.min(text.len())).rfind(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let text = text.get(..end).unwrap_or(text);
        left = left.saturating_sub(block.span.len());
        each_telling_word(text, |hash, _| {
            words.insert(counted(hash));
        });
    }
    words
}

/// A word as the number it is counted by.
pub(super) fn counted(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Centrality;
    use crate::model::archive::Archive;
    use crate::model::article::{Article, Block, BlockKind};
    use crate::text::span::Span;

    fn article(body: &str) -> Article {
        let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) };
        Article { body: body.into(), blocks: vec![block], ..Article::default() }
    }

    #[test]
    fn what_most_articles_speak_of_is_nearer_than_what_one_does() {
        let matter = (0..8).map(|nth| article(&format!("Engineers saw the Sarelle reservoir {nth}00 times.")));
        let others = (0..24).map(|nth| article(&format!("Town{nth} praised Cook{nth} and Figs{nth}.")));
        let mut archive = Archive::default();
        archive.append_articles(matter.chain(others));
        let rows: Vec<_> = archive.iter().map(|(ix, _)| ix).collect();
        let central = Centrality::of(&archive, &rows);
        assert!(central.near("Water ran over the Sarelle reservoir.") > central.near("Town3 asked Cook3 for Figs3."));
        assert!(central.near("") <= 0.0);
    }
}
