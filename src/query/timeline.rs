//! The timeline: events, or publication dates, of a list of articles, grouped by day, month or year.
//!
//! The timeline pane and `liseuse events` show it; which articles it covers is the filter's business.

mod chronology;
mod entry;
mod joining;
mod milestones;
mod support;

use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::Interval;
pub use crate::query::timeline::chronology::Chronology;
use crate::query::timeline::entry::of_article;
pub use crate::query::timeline::entry::{Basis, Entry, Group, Scale, group};
use crate::query::timeline::joining::joined;
pub use crate::query::timeline::milestones::{Counts, Milestone, milestones};
use crate::query::timeline::support::Supports;

/// The entries of `rows` in order of time, on the same days the most salient first. What is known less well comes before what
/// falls inside it: `2020`, `2020-05`, `2020-05-01`.
#[must_use]
pub fn entries(archive: &Archive, rows: &[ArticleIx], basis: Basis) -> Vec<Entry> {
    entries_within(archive, rows, basis, None)
}

/// Does as [`entries`] for those that share a day with `within`, where it is given.
#[must_use]
pub fn entries_within(archive: &Archive, rows: &[ArticleIx], basis: Basis, within: Option<Interval>) -> Vec<Entry> {
    let mut told = Vec::new();
    for (ix, article) in rows.iter().filter_map(|ix| Some((*ix, archive.get(*ix)?))) {
        let wanted = |entry: &Entry| within.is_none_or(|within| within.overlaps(entry.interval));
        told.extend(of_article(ix, article, basis).filter(wanted));
    }
    joined(archive, told, &Supports::of(archive, rows, basis))
}

#[cfg(test)]
mod tests;
