//! The timeline: events, or publication dates, of a list of articles, grouped by day, month or year.

use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate, Precision};
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
    /// The sentence, in the body; `None` for a publication date, whose text is the headline.
    pub sentence: Option<Span>,
    /// Who is named in it.
    pub actors: Vec<ActorIx>,
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

/// The entries of `rows` in order of time, then of the list, then of the body.
#[must_use]
pub fn entries(archive: &Archive, rows: &[ArticleIx], basis: Basis) -> Vec<Entry> {
    let _ = (archive, rows, basis);
    Vec::new()
}

/// Groups sorted entries at `scale`.
#[must_use]
pub fn group(entries: &[Entry], scale: Scale) -> Vec<Group> {
    let _ = (entries, scale);
    Vec::new()
}
