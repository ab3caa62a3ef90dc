//! The timeline: events, or publication dates, of a list of articles, grouped by day, month or year.
//!
//! The timeline pane and `liseuse events` show it; which articles it covers is the filter's business.

use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate, Precision, PublicationDate};
use crate::model::segment::{ArticleRef, Told};
use crate::text::span::Span;

/// Which dates a timeline shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The dates told in the text.
    #[default]
    Told,
    /// The publication dates.
    Published,
}

/// How fine a timeline groups, from the coarsest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// By year.
    Year,
    /// By month.
    #[default]
    Month,
    /// By day.
    Day,
}

/// One entry of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The days it is about.
    pub interval: Interval,
    /// How fine that is known.
    pub precision: Precision,
    /// The article that tells it.
    pub article: ArticleIx,
    /// The words that date it, in the body; `None` for a publication date.
    pub timex: Option<Span>,
    /// How much a reader would miss it, 0 to 1.
    pub salience: f32,
}

/// Entries of one year, month or day; an entry less precise than the scale stands in a group of its own precision.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The year, month or day.
    pub date: PartialDate,
    /// Its entries, a range of the list that was grouped.
    pub entries: std::ops::Range<usize>,
}

impl Entry {
    /// What it says: the sentence that tells it, or the headline when it is a publication; `article` is the one that tells it.
    #[must_use]
    pub fn text<'a>(&self, article: ArticleRef<'a>) -> &'a str {
        match self.timex {
            Some(timex) => article.sentence_at(timex.first()).of(article.body()),
            None => article.title(),
        }
    }

    /// The date it is filed under: its first day, at its own precision.
    ///
    /// A week is filed under its first day. A calendar date says neither quarter nor decade, so what is coarser than a month is
    /// filed under its first year: too coarse rather than too fine.
    #[must_use]
    pub fn filed(&self) -> PartialDate {
        PartialDate::of(self.interval.first).at(match self.precision {
            Precision::Day | Precision::Week => Precision::Day,
            Precision::Month => Precision::Month,
            _ => Precision::Year,
        })
    }
}

/// The entries of `rows` in order of time, then of the list, then of the body. What is known less well comes before what
/// falls inside it: `2020`, `2020-05`, `2020-05-01`.
#[must_use]
pub fn entries(archive: &Archive, rows: &[ArticleIx], basis: Basis) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (ix, article) in rows.iter().filter_map(|ix| Some((*ix, archive.get(*ix)?))) {
        match basis {
            Basis::Told => entries.extend(article.events().map(|event| told(ix, event))),
            Basis::Published => entries.extend(published(ix, article.date())),
        }
    }
    entries.sort_by_key(|entry| (entry.filed(), entry.interval.first));
    entries
}

fn told(article: ArticleIx, event: Told) -> Entry {
    Entry { interval: event.interval(), precision: event.precision, article, timex: Some(event.timex), salience: event.salience }
}

/// A bound stands at its own date; every publication is as worth showing as the next.
fn published(article: ArticleIx, date: PublicationDate) -> Option<Entry> {
    let interval = date.interval()?;
    let precision = match date {
        PublicationDate::On(date) | PublicationDate::Since(date) => date.precision(),
        PublicationDate::Unknown | PublicationDate::Between(..) => interval.precision(),
    };
    Some(Entry { interval, precision, article, timex: None, salience: 0.0 })
}

/// Groups sorted entries at `scale`.
#[must_use]
pub fn group(entries: &[Entry], scale: Scale) -> Vec<Group> {
    let precision = match scale {
        Scale::Year => Precision::Year,
        Scale::Month => Precision::Month,
        Scale::Day => Precision::Day,
    };
    let mut groups: Vec<Group> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let date = entry.filed().at(precision);
        match groups.last_mut() {
            Some(group) if group.date == date => group.entries.end = at + 1,
            _ => groups.push(Group { date, entries: at..at + 1 }),
        }
    }
    groups
}

#[cfg(test)]
mod tests;
