//! The filter: a query in, the matching articles out, in the order asked for.
//!
//! The filter line keeps an [`Index`] and calls [`filter_with`]; the command line filters once and calls [`filter`].

use std::cmp::{Ordering, Reverse};

use rayon::slice::ParallelSliceMut as _;

use crate::model::archive::{Archive, ArticleIx};
use crate::query::evaluate::{Answer, Reach, Stop, evaluate_within};
use crate::query::index::Index;
use crate::query::language::ast::{Direction, Query};
use crate::query::language::keyword::SortKey;

/// What a list is ordered by, and which way round.
pub type Sorting = (SortKey, Direction);

/// One article of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The article.
    pub article: ArticleIx,
    /// How well the bare words match; 0 when none were asked for.
    pub score: u32,
}

/// The articles of `archive` that `query` wants, ordered by `order`, then by date and place.
#[must_use]
pub fn filter(archive: &Archive, query: &Query, order: &[Sorting]) -> Vec<Match> {
    filter_with(&Index::new(archive), query, order, &|| false).unwrap_or_default()
}

/// [`filter`] over an archive that is indexed already; `None` when `stop` said so.
#[must_use]
pub fn filter_with(index: &Index, query: &Query, order: &[Sorting], stop: Stop<'_>) -> Option<Vec<Match>> {
    listing(index, query, order, (Reach::Texts, stop)).map(|listing| listing.matches)
}

/// The articles that a query wants, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listing {
    /// The articles.
    pub(crate) matches: Vec<Match>,
    /// The row from which on bare words stand in texts alone; `None` when there are no such rows, or they are not put together.
    pub(crate) in_texts: Option<usize>,
}

/// [`filter_with`] with bare words that reach so far. Ordered by match, articles whose texts had to be looked at come last.
#[must_use]
pub(crate) fn listing(index: &Index, query: &Query, order: &[Sorting], (reach, stop): (Reach, Stop<'_>)) -> Option<Listing> {
    let answer = evaluate_within(query, index, reach, stop)?;
    let matches = ordered(index, &answer, order);
    if stop() {
        return None;
    }
    if order.first() != Some(&(SortKey::Score, Direction::Natural)) || answer.named == answer.set {
        return Some(Listing { matches, in_texts: None });
    }
    let (mut matches, behind): (Vec<Match>, Vec<Match>) = matches.into_iter().partition(|one| answer.named.holds(one.article));
    let in_texts = Some(matches.len());
    matches.extend(behind);
    Some(Listing { matches, in_texts })
}

/// The articles of `answer` in order.
fn ordered(index: &Index, answer: &Answer, order: &[Sorting]) -> Vec<Match> {
    let matched = |ix: &ArticleIx| Match { article: *ix, score: answer.scores.get(ix.0 as usize).copied().unwrap_or(0) };
    // Of articles that match alike, the newest is wanted first; in any other order the earliest.
    let by_score = order.first().is_some_and(|(key, _)| *key == SortKey::Score);
    let base = if by_score { index.newest() } else { index.by_date() };
    let mut found: Vec<Match> = base.iter().filter(|ix| answer.set.holds(**ix)).map(matched).collect();
    // The articles are in order of date already.
    let order = order.strip_suffix(&[(SortKey::Date, Direction::Natural)]).unwrap_or(order);
    for (key, direction) in order.iter().rev() {
        sort(&mut found, index, *key, *direction == Direction::Reversed);
    }
    found
}

/// Sorts by one key; those alike stay in their order, those of which it is not known come last.
fn sort(found: &mut [Match], index: &Index, key: SortKey, reversed: bool) {
    let article = |found: &Match| index.archive().get(found.article);
    match key {
        SortKey::Date => sort_by(found, reversed, |one| article(one)?.date().sort_key()),
        SortKey::Title => sort_by(found, reversed, |one| {
            let title = article(one)?.folded_title();
            // By letters and digits: a mark of quotation at the head says nothing of where a headline is looked for.
            Some((title.trim_start_matches(|c: char| !c.is_alphanumeric()), title))
        }),
        SortKey::Source => sort_by(found, reversed, |one| index.sources().folded().get(index.sources().of(one.article)?)),
        SortKey::Words => sort_by(found, reversed, |one| Some(Reverse(article(one)?.words()))),
        SortKey::Score => sort_by_score(found, reversed),
        SortKey::Event => sort_by(found, reversed, |one| article(one)?.events().map(|told| told.first).min()),
    }
}

/// Sorts by score, in one pass to count and one to place: scores are small, and there may be a million of them.
fn sort_by_score(found: &mut [Match], reversed: bool) {
    const MOST: u32 = 1 << 16;
    let most = found.iter().map(|one| one.score).max().unwrap_or(0);
    if most >= MOST {
        return sort_by(found, reversed, |one| Some(Reverse(one.score)));
    }
    let place = |one: &Match| (if reversed { one.score } else { most - one.score }) as usize;
    let mut starts = vec![0; most as usize + 2];
    for one in &*found {
        if let Some(count) = starts.get_mut(place(one) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = found.to_vec();
    for one in &*found {
        let Some(start) = starts.get_mut(place(one)) else { continue };
        if let Some(slot) = sorted.get_mut(*start) {
            *slot = *one;
        }
        *start += 1;
    }
    found.copy_from_slice(&sorted);
}

fn sort_by<K: Ord>(found: &mut [Match], reversed: bool, key: impl Fn(&Match) -> Option<K> + Sync) {
    found.par_sort_by(|a, b| match (key(a), key(b)) {
        (Some(a), Some(b)) if reversed => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (None, None) => Ordering::Equal,
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

#[cfg(test)]
mod tests;
