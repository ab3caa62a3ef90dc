//! Entries of a timeline, before and after they are joined, and the groups they stand in.

use crate::analysis::events::salience::{Parts, Support};
use crate::model::actor::ActorIx;
use crate::model::archive::ArticleIx;
use crate::model::date::{Interval, PartialDate, Precision, PublicationDate};
use crate::model::event::Telling;
use crate::model::segment::{ArticleRef, PackedEvent};
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
pub struct TimelineEntry {
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
pub struct EntryGroup {
    /// The year, month or day.
    pub date: PartialDate,
    /// Its entries, a range of the list that was grouped.
    pub entries: std::ops::Range<usize>,
}

impl TimelineEntry {
    /// What it says: the sentence that tells it, or the headline when it is a publication; `article` is the one that tells it.
    #[must_use]
    pub fn text<'a>(&self, article: ArticleRef<'a>) -> &'a str {
        match self.timex {
            Some(timex) => article.slice(article.sentence_at(timex.first())),
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

/// What an article tells, or its publication, each an entry of its own.
pub fn of_article(ix: ArticleIx, article: ArticleRef<'_>, basis: Basis) -> impl Iterator<Item = TimelineEntry> {
    let events = (basis == Basis::Told).then(|| article.events().map(move |event| event_entry(ix, event)));
    let publication = (basis == Basis::Published).then(|| published(ix, article.date())).flatten();
    events.into_iter().flatten().chain(publication)
}

fn event_entry(article: ArticleIx, event: PackedEvent) -> TimelineEntry {
    let named = event.actors.iter().flatten().count();
    TimelineEntry {
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

/// A bound is no day of publication; every publication is as worth showing as the next.
fn published(article: ArticleIx, date: PublicationDate) -> Option<TimelineEntry> {
    let interval = date.known_days()?;
    let precision = if let PublicationDate::On(date) = date { date.precision() } else { interval.precision() };
    let (telling, parts) = (Telling::default(), Parts::default());
    Some(TimelineEntry { interval, precision, article, timex: None, actors: [None; 2], telling, parts, others: Vec::new() })
}

/// Groups sorted entries at `scale`.
#[must_use]
pub fn group(entries: &[TimelineEntry], scale: Scale) -> Vec<EntryGroup> {
    let precision = scale.precision();
    let mut groups: Vec<EntryGroup> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let date = entry.filed().at(precision);
        match groups.last_mut() {
            Some(group) if group.date == date => group.entries.end = at + 1,
            _ => groups.push(EntryGroup { date, entries: at..at + 1 }),
        }
    }
    groups
}
