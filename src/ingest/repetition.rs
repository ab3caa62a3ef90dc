//! Furniture by repetition: a short line that many articles of one outlet or folder share is the page's, not the article's.
//!
//! Counted while an archive loads, judged at its end. A paragraph that two papers took from one agency is no furniture, so
//! that lines must be short and shared by several articles; prose must be shared by many.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::ingest::assemble;
use crate::ingest::furniture;
use crate::ingest::headline;
use crate::ingest::sheet::Sheet;
use crate::model::article::{Article, BlockKind, HeadlineOrigin};
use crate::text::fold::fold;

/// The articles an archive must have before anything can be told from repetition.
const ARTICLES: usize = 20;
/// The longest line that is counted, in bytes.
const LONGEST: usize = 200;
/// A line must stand in this many articles, and in one of so many of its group.
const SHORT: (u32, u32) = (3, 50);
/// The same for a line that reads as a sentence, which stories told in several versions share, and for a headline.
const SENTENCE: (u32, u32) = (8, 10);

type Key = u64;

/// The group of all articles: folders named by day hold too few of an outlet's articles to show what repeats.
const EVERYWHERE: Key = 0;

/// A line in the articles of one outlet or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Shared {
    group: Key,
    line: Key,
}

/// Counts of lines.
#[derive(Debug, Default)]
pub struct Repetition {
    articles: usize,
    /// The texts counted so far: versions and copies of one article share their lines with each other, not with the page.
    texts: HashSet<Key>,
    groups: HashMap<Key, u32>,
    lines: HashMap<Shared, u32>,
}

/// The lines of one article, for [`Repetition::count`].
#[derive(Debug)]
pub struct Lines {
    group: Key,
    text: Key,
    keys: Vec<Key>,
}

impl Lines {
    /// The lines of `article` that could be furniture; made on the workers.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut keys: Vec<Key> = candidates(article).map(|(_, line, _)| line).collect();
        keys.sort_unstable();
        keys.dedup();
        let longest = article.blocks_of(BlockKind::Paragraph).max_by_key(|span| span.len()).unwrap_or_default();
        Self { group: group(article), text: key(longest.of(&article.body)), keys }
    }
}

impl Repetition {
    /// Counts the lines of one article.
    pub fn count(&mut self, lines: &Lines) {
        if !self.texts.insert(lines.text) {
            return;
        }
        self.articles += 1;
        for group in [lines.group, EVERYWHERE] {
            *self.groups.entry(group).or_default() += 1;
            for line in &lines.keys {
                *self.lines.entry(Shared { group, line: *line }).or_default() += 1;
            }
        }
    }

    /// The articles among `articles` that hold furniture by repetition, as they look without it, by place.
    #[must_use]
    pub fn revised<A: AsRef<Article> + Sync>(&self, articles: &[A]) -> Vec<(usize, Article)> {
        let repeated: HashSet<Shared> =
            self.lines.iter().filter(|(_, count)| **count >= SHORT.0).map(|(shared, _)| *shared).collect();
        if self.articles < ARTICLES || repeated.is_empty() {
            return Vec::new();
        }
        articles
            .par_iter()
            .enumerate()
            .filter_map(|(at, article)| Some((at, self.revise(article.as_ref(), &repeated)?)))
            .collect()
    }

    fn revise(&self, article: &Article, repeated: &HashSet<Shared>) -> Option<Article> {
        let group = group(article);
        let furniture: Vec<usize> = candidates(article)
            .filter(|(_, line, sentence)| {
                let shared = [group, EVERYWHERE].map(|group| Shared { group, line: *line });
                shared.into_iter().any(|shared| repeated.contains(&shared) && self.is_furniture(shared, *sentence))
            })
            .map(|(at, ..)| at)
            .collect();
        // What would leave nothing to read is the article itself.
        let left =
            article.blocks.iter().enumerate().any(|(at, block)| block.kind == BlockKind::Paragraph && !furniture.contains(&at));
        (!furniture.is_empty() && left).then(|| without(article, &furniture))
    }

    fn is_furniture(&self, shared: Shared, sentence: bool) -> bool {
        let (least, one_in) = if sentence { SENTENCE } else { SHORT };
        let count = self.lines.get(&shared).copied().unwrap_or_default();
        let group = self.groups.get(&shared.group).copied().unwrap_or_default();
        count >= least && count.saturating_mul(one_in) >= group
    }
}

/// `article` with the blocks at `furniture` marked so, and all that hangs on them told again.
fn without(article: &Article, furniture: &[usize]) -> Article {
    let mut sheet = Sheet::of_blocks(&article.body, &article.blocks);
    for at in furniture {
        sheet.settle(*at, BlockKind::Furniture);
    }
    furniture::mark_closing(&mut sheet);
    let mut revised = article.clone();
    let declared = (article.headline == HeadlineOrigin::Metadata).then_some(&*article.title);
    let (title, origin) = headline::choose(&mut sheet, declared);
    (revised.title, revised.headline) = (title.into(), origin);
    headline::mark_headings(&mut sheet);
    assemble::finish(&mut revised, sheet);
    revised
}

/// The blocks of `article` that could be furniture: their places, their words as a key, whether they must repeat as often as a sentence.
fn candidates(article: &Article) -> impl Iterator<Item = (usize, Key, bool)> {
    let kinds = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Headline);
    article.blocks.iter().enumerate().filter(move |(_, block)| kinds(block.kind) && block.span.len() <= LONGEST).map(
        |(at, block)| {
            let words = block.span.of(&article.body);
            let sentence = words.ends_with(['.', '»', '"']) && words.split_whitespace().count() > 8;
            // A column keeps its headline from week to week; the name of a site stands above most of its articles.
            let sentence = sentence || block.kind == BlockKind::Headline;
            (at, key(&fold(words)), sentence)
        },
    )
}

/// The outlet, or else the folder (of a file) or the file (of many articles) an article is from.
fn group(article: &Article) -> Key {
    match (&article.source, article.place.item) {
        (Some(source), _) => key(&fold(&source.text)),
        (None, Some(_)) => key(&article.place.path),
        (None, None) => key(article.place.path.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder)),
    }
}

fn key(words: &str) -> Key {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
