//! The timeline: events, or publication dates, of a list of articles, grouped by day, month or year.
//!
//! The timeline pane and `liseuse events` show it; which articles it covers is the filter's business.

use std::collections::{BTreeMap, HashMap};

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::slice::ParallelSlice as _;

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
        entries.extend(of_article(ix, article, basis));
    }
    entries.sort_by_key(|entry| (entry.filed(), entry.interval.first));
    entries
}

/// The most salient entries of a list, and how many others each month holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chronology {
    /// The entries, in order of time.
    pub entries: Vec<Entry>,
    /// How many entries of each month, or year when no month is told, are held back.
    pub held_back: BTreeMap<PartialDate, usize>,
}

impl Chronology {
    /// The entries of `rows`: all when there are at most `most`, else so many, shared out over the months they fall in.
    #[must_use]
    pub fn of(archive: &Archive, rows: &[ArticleIx], basis: Basis, most: usize) -> Self {
        let tally = tally(archive, rows, basis);
        let total: usize = tally.values().map(Grades::total).sum();
        if total <= most {
            return Self { entries: entries(archive, rows, basis), held_back: BTreeMap::new() };
        }
        let quota = (most / tally.len()).max(1);
        let kept = |entry: &Entry| tally.get(&month(entry)).is_some_and(|grades| grade(entry) >= grades.least(quota));
        let chosen = |ix: &ArticleIx| -> Vec<Entry> {
            archive.get(*ix).map_or_else(Vec::new, |article| of_article(*ix, article, basis).filter(kept).collect())
        };
        let chosen: Vec<Vec<Entry>> = rows.par_iter().with_min_len(CHUNK).map(chosen).collect();
        let mut room: BTreeMap<PartialDate, usize> = tally.keys().map(|month| (*month, quota)).collect();
        // Of entries that are as salient as the least that fits, those of the first articles stay.
        let mut entries: Vec<Entry> = chosen.into_iter().flatten().collect();
        entries.retain(|entry| {
            room.get_mut(&month(entry)).is_some_and(|left| left.checked_sub(1).map(|less| *left = less).is_some())
        });
        let mut held_back: BTreeMap<PartialDate, usize> = tally.iter().map(|(month, grades)| (*month, grades.total())).collect();
        for entry in &entries {
            held_back.entry(month(entry)).and_modify(|left| *left -= 1);
        }
        entries.sort_by_key(|entry| (entry.filed(), entry.interval.first));
        held_back.retain(|_, left| *left > 0);
        Self { entries, held_back }
    }

    /// How many entries of the year, month or day `date` are held back, of a day those of its month.
    #[must_use]
    pub fn held_back(&self, date: PartialDate) -> usize {
        let within = |month: PartialDate| month.at(date.precision()) == date;
        self.held_back.iter().filter(|(month, _)| within(**month)).map(|(_, count)| count).sum()
    }
}

/// The articles that one thread looks at, at least.
const CHUNK: usize = 1024;
/// The grades of salience that entries are counted by.
const GRADES: usize = 21;

/// How many entries of a month have each grade of salience.
#[derive(Clone, Copy, Debug, Default)]
struct Grades([usize; GRADES]);

impl Grades {
    fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// The least grade of the `quota` most salient.
    fn least(&self, quota: usize) -> usize {
        let mut above = 0;
        self.0
            .iter()
            .rposition(|count| {
                above += count;
                above >= quota
            })
            .unwrap_or(0)
    }
}

/// The month an entry is counted in; the year when no month is told.
fn month(entry: &Entry) -> PartialDate {
    entry.filed().at(Precision::Month)
}

fn grade(entry: &Entry) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a salience is between 0 and 1")]
    let grade = (entry.salience * 20.0) as usize;
    grade.min(GRADES - 1)
}

fn tally(archive: &Archive, rows: &[ArticleIx], basis: Basis) -> HashMap<PartialDate, Grades> {
    let count = |rows: &[ArticleIx]| {
        let mut tally: HashMap<PartialDate, Grades> = HashMap::new();
        for (ix, article) in rows.iter().filter_map(|ix| Some((*ix, archive.get(*ix)?))) {
            for entry in of_article(ix, article, basis) {
                if let Some(count) = tally.entry(month(&entry)).or_default().0.get_mut(grade(&entry)) {
                    *count += 1;
                }
            }
        }
        tally
    };
    let add = |mut sum: HashMap<PartialDate, Grades>, other: HashMap<PartialDate, Grades>| {
        for (month, grades) in other {
            let sum = sum.entry(month).or_default();
            sum.0.iter_mut().zip(grades.0).for_each(|(sum, more)| *sum += more);
        }
        sum
    };
    rows.par_chunks(CHUNK).map(count).reduce(HashMap::new, add)
}

fn of_article(ix: ArticleIx, article: ArticleRef<'_>, basis: Basis) -> impl Iterator<Item = Entry> {
    let events = (basis == Basis::Told).then(|| article.events().map(move |event| told(ix, event)));
    let publication = (basis == Basis::Published).then(|| published(ix, article.date())).flatten();
    events.into_iter().flatten().chain(publication)
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
