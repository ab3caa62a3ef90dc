//! The timeline: events, or publication dates, of a list of articles, grouped by day, month or year.
//!
//! The timeline pane and `liseuse events` show it; which articles it covers is the filter's business.

mod chronology;
mod joining;
mod milestones;
mod support;

use crate::analysis::salience::{Parts, Support};
use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate, Precision, PublicationDate};
use crate::model::event::Telling;
use crate::model::segment::{ArticleRef, Told};
pub use crate::query::timeline::chronology::Chronology;
use crate::query::timeline::joining::join;
pub use crate::query::timeline::milestones::{Counts, Milestone, milestones};
use crate::query::timeline::support::Supports;
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

impl Scale {
    /// The precision of its groups.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self {
            Self::Year => Precision::Year,
            Self::Month => Precision::Month,
            Self::Day => Precision::Day,
        }
    }
}

/// One entry of a timeline: an event with all articles of the list that tell it, or a publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The days it is about.
    pub interval: Interval,
    /// How fine that is known.
    pub precision: Precision,
    /// The article that tells it best.
    pub article: ArticleIx,
    /// The words that date it, in the body; `None` for a publication date.
    pub timex: Option<Span>,
    /// Two of its actors, those its article names most often.
    pub actors: [Option<ActorIx>; 2],
    /// How it is told.
    pub telling: Telling,
    /// What its salience is made of.
    pub parts: Parts,
    /// The other articles that tell it, each with the words that date it there.
    pub others: Vec<(ArticleIx, Span)>,
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

    /// How much a reader would miss it, 0 to 1; 0 for a publication.
    #[must_use]
    pub fn salience(&self) -> f32 {
        self.parts.total()
    }

    /// How many articles tell it.
    #[must_use]
    pub fn articles(&self) -> usize {
        1 + self.others.len()
    }

    /// Where it is told: each article, with the words that date it there.
    pub fn places(&self) -> impl Iterator<Item = (ArticleIx, Option<Span>)> {
        let others = self.others.iter().map(|(article, timex)| (*article, Some(*timex)));
        std::iter::once((self.article, self.timex)).chain(others)
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

/// The entries that `told` makes when what several articles tell is one, in order.
fn joined(archive: &Archive, told: Vec<Entry>, supports: &Supports) -> Vec<Entry> {
    let mut entries = join(archive, told, supports);
    entries.sort_by(|a, b| {
        let when = |entry: &Entry| (entry.filed(), entry.interval);
        when(a).cmp(&when(b)).then(b.salience().total_cmp(&a.salience()))
    });
    entries
}

fn of_article(ix: ArticleIx, article: ArticleRef<'_>, basis: Basis) -> impl Iterator<Item = Entry> {
    let events = (basis == Basis::Told).then(|| article.events().map(move |event| told(ix, event)));
    let publication = (basis == Basis::Published).then(|| published(ix, article.date())).flatten();
    events.into_iter().flatten().chain(publication)
}

fn told(article: ArticleIx, event: Told) -> Entry {
    let named = event.actors.iter().flatten().count();
    Entry {
        interval: event.interval(),
        precision: event.precision,
        article,
        timex: Some(event.timex),
        actors: event.actors,
        telling: event.telling,
        parts: Parts::of(event.telling, event.precision, named, Support::default()),
        others: Vec::new(),
    }
}

/// A bound stands at its own date; every publication is as worth showing as the next.
fn published(article: ArticleIx, date: PublicationDate) -> Option<Entry> {
    let interval = date.interval()?;
    let precision = match date {
        PublicationDate::On(date) | PublicationDate::Since(date) => date.precision(),
        PublicationDate::Unknown | PublicationDate::Between(..) => interval.precision(),
    };
    let (telling, parts) = (Telling::default(), Parts::default());
    Some(Entry { interval, precision, article, timex: None, actors: [None; 2], telling, parts, others: Vec::new() })
}

/// Groups sorted entries at `scale`.
#[must_use]
pub fn group(entries: &[Entry], scale: Scale) -> Vec<Group> {
    let precision = scale.precision();
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
