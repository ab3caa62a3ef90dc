//! The filter: a selection in, the matching articles out, in the order asked for.
//!
//! Words are matched against an [`Index`], so that nothing is folded again at each key; facets ask the articles themselves. The
//! filter line keeps an index and calls [`filter_with`], the command line filters once and calls [`filter`].

use std::cmp::Reverse;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelExtend as _, ParallelIterator as _};

use crate::model::archive::{Archive, ArticleIx};
use crate::query::fuzzy::{Pattern, Word, WordMatch, joined, marks};
use crate::query::index::{Index, Row};
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
    for (slice, rows) in index.rows().chunks(SLICE).enumerate() {
        if stop() {
            break;
        }
        let matched = rows.par_iter().with_min_len(SLICE / 8).enumerate().filter_map(|(at, row)| {
            let ix = ArticleIx(u32::try_from(slice * SLICE + at).unwrap_or(u32::MAX));
            selection.admits(&row.article).then(|| find(&asked, row, ix))?
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
    fn beside(&self, row: &Row) -> Option<i64> {
        let source = row.source.and_then(|source| *self.sources.get(source as usize)?);
        let actor = row.actors.iter().filter_map(|actor| *self.actors.get(usize::from(actor.0))?).max();
        let date = row.date.split('/').any(|date| date.starts_with(self.word.folded()));
        source.max(actor).max(date.then_some(0))
    }
}

/// Whether every word matches `row` somewhere. A match in the headline counts twice what one beside it counts.
fn find(asked: &[Asked<'_>], row: &Row, ix: ArticleIx) -> Option<Match> {
    let (mut score, mut runs) = (0, Vec::new());
    for word in asked {
        let headline = word.word.find(&row.headline);
        let beside = word.beside(row);
        score += headline.as_ref().map(|found| found.score * 2).max(beside)?;
        runs.extend(headline.into_iter().flat_map(|WordMatch { runs, .. }| runs));
    }
    Some(Match { article: ix, score, marks: in_headline(row, runs) })
}

fn in_headline(row: &Row, runs: Vec<Span>) -> Vec<Span> {
    let title = &row.article.title;
    if runs.is_empty() || (title.is_ascii() && title.eq_ignore_ascii_case(&row.headline)) {
        return joined(runs);
    }
    marks(&fold_mapped(title), runs)
}

fn sort(found: &mut [Match], index: &Index, order: Order) {
    let row = |found: &Match| index.row(found.article);
    let rank = |found: &Match| row(found).map(|row| row.rank);
    let newest_first = |found: &Match| Reverse(row(found).and_then(|row| row.article.published.date.sort_key()));
    match order {
        Order::Date => found.sort_by_cached_key(rank),
        Order::Title => found.sort_by_cached_key(|found| row(found).map(|row| (&row.headline, row.rank))),
        Order::Source => found.sort_by_cached_key(|found| row(found).map(|row| (outlet(row, index), row.rank))),
        Order::Words => found.sort_by_cached_key(|found| row(found).map(|row| (Reverse(row.article.words), row.rank))),
        Order::Score => found.sort_by_cached_key(|found| (Reverse(found.score), newest_first(found), rank(found))),
    }
}

/// The outlet, folded, unknown last.
fn outlet<'a>(row: &Row, index: &'a Index) -> (bool, Option<&'a str>) {
    let name = row.source.and_then(|source| index.sources().get(source as usize)).map(|name| &**name);
    (name.is_none(), name)
}

#[cfg(test)]
mod tests;
