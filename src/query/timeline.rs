//! The timeline: events, or publication dates, of a list of articles, grouped by day, month or year.
//!
//! The timeline pane and `liseuse events` show it; which articles it covers is the filter's business.

mod centrality;
mod counts;
mod day_sentence;
mod entries;
mod entry;
mod joining;
mod likeness;
mod milestones;

use crate::model::archive::ArticleIx;
use crate::model::date::Interval;
use crate::query::timeline::counts::Supports;
pub use crate::query::timeline::day_sentence::{DaySentence, DaySentences, day_sentences};
pub use crate::query::timeline::entries::Chronology;
use crate::query::timeline::entry::of_article;
pub use crate::query::timeline::entry::{Basis, EntryGroup, Scale, TimelineEntry, group};
pub use crate::query::timeline::joining::ToldIn;
use crate::query::timeline::joining::joined;
pub use crate::query::timeline::milestones::{Counts, Milestone, milestones};

/// The entries of `rows` in order of time, on the same days the most salient first. What is known less well comes before what
/// falls inside it: `2020`, `2020-05`, `2020-05-01`. What several articles of one story tell of the same days is one entry.
#[must_use]
pub fn entries(told_in: ToldIn<'_>, rows: &[ArticleIx], basis: Basis) -> Vec<TimelineEntry> {
    entries_within(told_in, rows, basis, None)
}

/// Does as [`entries`] for those that share a day with `within`, where it is given.
#[must_use]
pub fn entries_within(told_in: ToldIn<'_>, rows: &[ArticleIx], basis: Basis, within: Option<Interval>) -> Vec<TimelineEntry> {
    let (archive, _) = told_in;
    let mut told = Vec::new();
    for (ix, article) in rows.iter().filter_map(|ix| Some((*ix, archive.get(*ix)?))) {
        let wanted = |entry: &TimelineEntry| within.is_none_or(|within| within.overlaps(entry.interval));
        told.extend(of_article(ix, article, basis).filter(wanted));
    }
    joined(told_in, told, &Supports::of(archive, rows, basis))
}

#[cfg(test)]
mod tests;
