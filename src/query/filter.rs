//! The filter: a selection in, the matching articles out, in the order asked for.
//!
//! Words are matched against an [`Index`], so that nothing is folded again at each key; facets ask the articles themselves. The
//! filter line keeps an index and calls [`filter_with`], the command line filters once and calls [`filter`].

use std::cmp::Reverse;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelExtend as _, ParallelIterator as _};

use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::query::fuzzy::{Pattern, Word, WordMatch, joined, marks};
use crate::query::index::Index;
use crate::query::selection::Selection;
use crate::text::fold::fold_mapped;
use crate::text::span::Span;

/// The order of a list of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// By publication date, unknown last, then by place.
    #[default]
    Date,
    /// By headline, folded.
    Title,
    /// By outlet, unknown last, then by date.
    Source,
    /// Longest first.
    Words,
    /// Best match first, then newest.
    Score,
}

/// One article of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The article.
    pub article: ArticleIx,
    /// How well the words match; 0 when none were asked for.
    pub score: i64,
    /// The matched characters in the headline.
    pub marks: Vec<Span>,
}

/// The articles of `archive` that `selection` wants, in `order`. Stops early with what it has when `stop` says so.
#[must_use]
pub fn filter(archive: &Archive, selection: &Selection, order: Order, stop: &dyn Fn() -> bool) -> Vec<Match> {
    filter_with(&Index::new(archive), selection, order, stop)
}

/// [`filter`] over an archive that is indexed already.
#[must_use]
pub fn filter_with(index: &Index, selection: &Selection, order: Order, stop: &dyn Fn() -> bool) -> Vec<Match> {
    /// Articles between two looks at `stop`: some milliseconds of work.
    const SLICE: usize = 8192;
    let pattern = Pattern::new(&selection.words);
    let asked: Vec<Asked<'_>> = pattern.words().iter().map(|word| Asked::new(word, index)).collect();
    let mut found = Vec::new();
    let archive = index.archive();
    for start in (0..archive.len()).step_by(SLICE) {
        if stop() {
            break;
        }
        let slice = start..archive.len().min(start + SLICE);
        let matched = slice.into_par_iter().with_min_len(SLICE / 8).filter_map(|at| {
            let ix = ArticleIx(u32::try_from(at).unwrap_or(u32::MAX));
            let article = archive.get(ix)?;
            selection.admits(article).then(|| find(&asked, index, article, ix))?
        });
        found.par_extend(matched);
    }
    sort(&mut found, index, order);
    found
}

/// A word, with how well it matches what many articles share: matched once for the archive, not once for each article.
struct Asked<'a> {
    word: &'a Word,
    sources: Vec<Option<i64>>,
    actors: Vec<Option<i64>>,
}

impl<'a> Asked<'a> {
    fn new(word: &'a Word, index: &Index) -> Self {
        let score = |text: &str| word.find(text).map(|found| found.score);
        let best = |spellings: &Vec<Box<str>>| spellings.iter().filter_map(|text| score(text)).max();
        Self {
            word,
            sources: index.sources().iter().map(|name| score(name)).collect(),
            actors: index.spellings().iter().map(best).collect(),
        }
    }

    /// How well the word matches beside the headline. A date matches from its head, so that a number in it is no match.
    fn beside(&self, article: ArticleRef<'_>, source: Option<usize>, date: &str) -> Option<i64> {
        let source = source.and_then(|source| *self.sources.get(source)?);
        let actor = article.actors().filter_map(|(actor, _)| *self.actors.get(usize::from(actor.0))?).max();
        let date = date.split('/').any(|date| date.starts_with(self.word.folded()));
        source.max(actor).max(date.then_some(0))
    }
}

/// Whether every word matches `article` somewhere. A match in the headline counts twice what one beside it counts.
fn find(asked: &[Asked<'_>], index: &Index, article: ArticleRef<'_>, ix: ArticleIx) -> Option<Match> {
    if asked.is_empty() {
        return Some(Match { article: ix, score: 0, marks: Vec::new() });
    }
    let date = article.date().to_string();
    let (mut score, mut runs) = (0, Vec::new());
    for word in asked {
        let headline = word.word.find(article.folded_title());
        let beside = word.beside(article, index.source(ix), &date);
        score += headline.as_ref().map(|found| found.score * 2).max(beside)?;
        runs.extend(headline.into_iter().flat_map(|WordMatch { runs, .. }| runs));
    }
    Some(Match { article: ix, score, marks: in_headline(article, runs) })
}

fn in_headline(article: ArticleRef<'_>, runs: Vec<Span>) -> Vec<Span> {
    let title = article.title();
    if runs.is_empty() || (title.is_ascii() && title.eq_ignore_ascii_case(article.folded_title())) {
        return joined(runs);
    }
    marks(&fold_mapped(title), runs)
}

fn sort(found: &mut [Match], index: &Index, order: Order) {
    let article = |found: &Match| index.archive().get(found.article);
    let rank = |found: &Match| index.rank_of(found.article);
    let newest_first = |found: &Match| Reverse(article(found).and_then(|article| article.date().sort_key()));
    match order {
        Order::Date => found.sort_by_cached_key(rank),
        Order::Title => found.sort_by_cached_key(|found| (article(found).map(ArticleRef::folded_title), rank(found))),
        Order::Source => found.sort_by_cached_key(|found| (outlet(found, index), rank(found))),
        Order::Words => found.sort_by_cached_key(|found| (Reverse(article(found).map(ArticleRef::words)), rank(found))),
        Order::Score => found.sort_by_cached_key(|found| (Reverse(found.score), newest_first(found), rank(found))),
    }
}

/// The outlet, folded, unknown last.
fn outlet<'a>(found: &Match, index: &'a Index) -> (bool, Option<&'a str>) {
    let name = index.source(found.article).and_then(|source| index.sources().get(source)).map(|name| &**name);
    (name.is_none(), name)
}

#[cfg(test)]
mod tests;
