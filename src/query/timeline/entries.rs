//! The chronology: the most salient entries of a list, as many as people look at, shared out over the months.
//!
//! An archive may tell of millions of days. They are counted first, by month and grade of salience, and only those that stay are
//! made entries and joined. The timeline pane shows it.

use std::collections::{BTreeMap, HashMap};

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::slice::ParallelSlice as _;

use crate::analysis::events::salience::Parts;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{PartialDate, Precision};
use crate::query::timeline::counts::Supports;
use crate::query::timeline::entry::{Basis, TimelineEntry, of_article};
use crate::query::timeline::joining::{ToldIn, joined};

/// The most salient entries of a list, and how many others each month holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chronology {
    /// The entries, in order of time.
    pub entries: Vec<TimelineEntry>,
    /// How many tellings of each month, or year when no month is told, are held back.
    pub held_back: BTreeMap<PartialDate, usize>,
}

impl Chronology {
    /// The entries of `rows`: all when at most `most` events are told, else of so many, shared out over the months they fall in.
    #[must_use]
    pub fn of(told_in: ToldIn<'_>, rows: &[ArticleIx], basis: Basis, most: usize) -> Self {
        let (archive, _) = told_in;
        let supports = Supports::of(archive, rows, basis);
        let tally = tally((archive, rows, basis), &supports);
        let total: usize = tally.values().map(Grades::total).sum();
        let all = |ix: &ArticleIx| archive.get(*ix).map(|article| of_article(*ix, article, basis));
        if total <= most {
            let told: Vec<TimelineEntry> = rows.iter().filter_map(all).flatten().collect();
            return Self { entries: joined(told_in, told, &supports), held_back: BTreeMap::new() };
        }
        let quota = (most / tally.len()).max(1);
        let stays =
            |entry: &TimelineEntry| tally.get(&month(entry)).is_some_and(|grades| grade(entry, &supports) >= grades.least(quota));
        let chosen = |ix: &ArticleIx| -> Vec<TimelineEntry> { all(ix).into_iter().flatten().filter(stays).collect() };
        let chosen: Vec<Vec<TimelineEntry>> = rows.par_iter().with_min_len(CHUNK).map(chosen).collect();
        let mut room: BTreeMap<PartialDate, usize> = tally.keys().map(|month| (*month, quota)).collect();
        // Of entries that are as salient as the least that fits, those of the first articles stay.
        let mut told: Vec<TimelineEntry> = chosen.into_iter().flatten().collect();
        told.retain(|entry| {
            room.get_mut(&month(entry)).is_some_and(|left| left.checked_sub(1).map(|less| *left = less).is_some())
        });
        let mut held_back: BTreeMap<PartialDate, usize> = tally.iter().map(|(month, grades)| (*month, grades.total())).collect();
        for entry in &told {
            held_back.entry(month(entry)).and_modify(|left| *left -= 1);
        }
        held_back.retain(|_, left| *left > 0);
        Self { entries: joined(told_in, told, &supports), held_back }
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
fn month(entry: &TimelineEntry) -> PartialDate {
    entry.filed().at(Precision::Month)
}

/// The grade of an entry before it is joined: as salient as if all that is told of its days were one event.
fn grade(entry: &TimelineEntry, supports: &Supports) -> usize {
    let named = entry.actors.iter().flatten().count();
    let salience = Parts::of(entry.telling, entry.precision, named, supports.get(entry.interval)).total();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a salience is between 0 and 1")]
    let grade = (salience * 20.0) as usize;
    grade.min(GRADES - 1)
}

/// How many events of each month of the articles have which grade.
fn tally((archive, rows, basis): (&Archive, &[ArticleIx], Basis), supports: &Supports) -> HashMap<PartialDate, Grades> {
    let count = |rows: &[ArticleIx]| {
        let mut tally: HashMap<PartialDate, Grades> = HashMap::new();
        for (ix, article) in rows.iter().filter_map(|ix| Some((*ix, archive.get(*ix)?))) {
            for entry in of_article(ix, article, basis) {
                if let Some(count) = tally.entry(month(&entry)).or_default().0.get_mut(grade(&entry, supports)) {
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
