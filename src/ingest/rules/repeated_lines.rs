//! Furniture by repetition: a short line that many articles of one outlet or folder share is the page's, not the article's.
//!
//! Lines are recognised by keys made while an article is read, and judged when the whole archive is known. A paragraph that
//! two papers took from one agency is no furniture, so that lines must be short and shared by several articles; prose must be
//! shared by many.

use std::collections::{HashMap, HashSet};

use rayon::slice::ParallelSliceMut as _;
use twox_hash::XxHash3_64;

use crate::analysis::dates::read_date;
use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::rules::again;
use crate::model::article::{Article, Block, BlockKind};
use crate::model::date::Precision;
use crate::model::segment::{ArticleRef, Segment};
use crate::text::fold::fold;

/// The articles an archive must have before anything can be told from repetition.
const ARTICLES: usize = 20;
/// The longest line that is counted, in bytes.
const LONGEST: usize = 200;
/// A line must stand in this many articles, and in one of so many of its group.
const SHORT: (u32, u32) = (3, 50);
/// The same for a line that reads as a sentence, which stories told in several versions share, and for a headline.
const SENTENCE: (u32, u32) = (8, 10);

/// In so many articles a line that is no sentence is the page's whatever their share of the archive: scrapers keep lists that
/// change from week to week.
const ANY_SHARE: u32 = 5;

type Key = u64;

/// The group of all articles: folders named by day hold too few of an outlet's articles to show what repeats.
const EVERYWHERE: Key = 0;

/// The lines that stand in several articles, with the number of those in each group.
#[derive(Debug, Default)]
pub struct RepeatedLines {
    /// How many articles each group has.
    groups: HashMap<Key, u32>,
    /// How many articles of a group hold a line; only for lines that several hold.
    shared: HashMap<Key, u32>,
}

/// What `article` is recognised by: its group, its text, and each of its lines that could be furniture, once.
#[must_use]
pub fn keys(article: &Article) -> Vec<u64> {
    let longest = article.blocks_of(BlockKind::Paragraph).max_by_key(|span| span.len()).unwrap_or_default();
    let mut keys = vec![group(article), key(longest.of(&article.body))];
    let mut lines: Vec<Key> = candidates(article).map(|(_, block)| line_key(article, block)).collect();
    lines.sort_unstable();
    lines.dedup();
    keys.append(&mut lines);
    keys
}

impl RepeatedLines {
    /// Counts the lines of all articles of `segments`.
    #[must_use]
    pub fn count<'a>(segments: impl IntoIterator<Item = &'a Segment>) -> Self {
        let (mut texts, mut groups, mut articles) = (HashSet::new(), HashMap::new(), 0);
        let mut held: Vec<Key> = Vec::new();
        for article in segments.into_iter().flat_map(Segment::iter) {
            let [group, text, lines @ ..] = article.lines() else { continue };
            // Versions and copies of one article share their lines with each other, not with the page.
            if !texts.insert(*text) {
                continue;
            }
            articles += 1;
            for group in [*group, EVERYWHERE] {
                *groups.entry(group).or_default() += 1;
                held.extend(lines.iter().map(|line| shared(group, *line)));
            }
        }
        if articles < ARTICLES {
            return Self::default();
        }
        held.par_sort_unstable();
        let runs = held.chunk_by(|a, b| a == b).filter(|run| run.len() >= SHORT.0 as usize);
        let count = |run: &[Key]| Some((*run.first()?, u32::try_from(run.len()).unwrap_or(u32::MAX)));
        Self { groups, shared: runs.filter_map(count).collect() }
    }

    /// Whether no line repeats.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shared.is_empty()
    }

    /// `article` without the furniture that repetition shows in it; `None` when there is none.
    #[must_use]
    pub fn revised(&self, article: ArticleRef<'_>) -> Option<Article> {
        let [group, _, lines @ ..] = article.lines() else { return None };
        // What no short line may be is no sentence's to be either: nearly all articles share some line with some other.
        let may_be = |line: &Key| [*group, EVERYWHERE].iter().any(|group| self.is_furniture(*group, *line, false));
        if !lines.iter().any(may_be) {
            return None;
        }
        let article = article.unpack();
        let furniture: Vec<usize> = candidates(&article)
            .filter(|(_, block)| !is_dateline(block.span.of(&article.body)))
            .filter(|(_, block)| {
                let (line, sentence) = (line_key(&article, block), is_sentence(&article, block));
                [*group, EVERYWHERE].iter().any(|group| self.is_furniture(*group, line, sentence))
            })
            .map(|(at, _)| at)
            .collect();
        // What would leave nothing to read is the article itself.
        let left =
            article.blocks.iter().enumerate().any(|(at, block)| block.kind == BlockKind::Paragraph && !furniture.contains(&at));
        (!furniture.is_empty() && left).then(|| again::reread(article, &furniture))
    }

    fn is_furniture(&self, group: Key, line: Key, sentence: bool) -> bool {
        let (least, one_in) = if sentence { SENTENCE } else { SHORT };
        let count = self.shared.get(&shared(group, line)).copied().unwrap_or_default();
        let articles = self.groups.get(&group).copied().unwrap_or_default();
        !sentence && count >= ANY_SHARE || count >= least && count.saturating_mul(one_in) >= articles
    }
}

/// The blocks of `article` that could be furniture, with their places.
fn candidates(article: &Article) -> impl Iterator<Item = (usize, &Block)> {
    let kinds = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Headline);
    article.blocks.iter().enumerate().filter(move |(_, block)| kinds(block.kind) && block.span.len() <= LONGEST)
}

/// The words of a block as a key.
fn line_key(article: &Article, block: &Block) -> Key {
    key(&fold(block.span.of(&article.body)))
}

/// Whether a block must repeat as often as a sentence.
fn is_sentence(article: &Article, block: &Block) -> bool {
    let words = block.span.of(&article.body);
    // A column keeps its headline from week to week; the name of a site stands above most of its articles.
    block.kind == BlockKind::Headline || words.ends_with(['.', '»', '"']) && words.split_whitespace().count() > 8
}

/// Whether a line is the one above the reports of an agency: a known town in capitals and a day, which all reports from there on that day share
/// (`PARIS, 12 mars 2020`). What stands in capitals before the day of a page is the name of a section.
fn is_dateline(words: &str) -> bool {
    /// The longest such line, in bytes, and the most words of its town.
    const LONGEST: usize = 60;
    const TOWN: usize = 3;
    if words.len() > LONGEST || !words.starts_with(char::is_uppercase) || !words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let capitals = |word: &&str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let town: Vec<&str> = words.split_whitespace().take(TOWN).take_while(capitals).collect();
    let day: Vec<&str> = words.split_whitespace().skip(town.len()).collect();
    NameLexicon::get().is_place(town.join(" ").trim_end_matches(','))
        && read_date(&day.join(" ")).is_some_and(|day| day.precision() == Precision::Day)
}

/// The outlet, or else the folder (of a file) or the file (of many articles) an article is from.
fn group(article: &Article) -> Key {
    let source = article.source.as_ref().map(|source| &*source.text);
    group_of(source, article.place.item, &article.place.path)
}

/// The first of the keys of an article, were its file at `path`.
pub(crate) fn group_at(article: ArticleRef<'_>, path: &str) -> Key {
    group_of(article.source(), article.item(), path)
}

fn group_of(source: Option<&str>, item: Option<u32>, path: &str) -> Key {
    match (source, item) {
        (Some(source), _) => key(&fold(source)),
        (None, Some(_)) => key(path),
        (None, None) => key(path.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder)),
    }
}

/// A line in the articles of a group.
fn shared(group: Key, line: Key) -> Key {
    // The odd constant is 2^64 over the golden ratio: it spreads keys that differ in few bits.
    (group.rotate_left(32) ^ line).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The key of some words. The cache holds keys, so the same words must give the same one whatever compiled the program.
fn key(words: &str) -> Key {
    XxHash3_64::oneshot(words.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::is_dateline;

    #[test]
    fn a_town_in_capitals_and_a_day_are_a_dateline() {
        for line in ["PARIS 1996-08-22", "PARIS, 12 mars 2020", "NEW YORK, 3 March 2020"] {
            assert!(is_dateline(line), "{line}");
        }
        for line in ["POLITIQUE 12 mars 2020", "Paris, 12 mars 2020", "PARIS SAINT-GERMAIN", "PARIS 2024", "12 mars 2020"] {
            assert!(!is_dateline(line), "{line}");
        }
    }
}
