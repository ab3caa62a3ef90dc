//! The days worth a place on a timeline: which days a journalist would choose of what an archive tells.
//!
//! A day counts by the articles that tell of it, each by how near the sentence is to what all of them are about (D. Gholipour
//! Ghalandari and G. Ifrim, "Examining the State-of-the-Art in News Timeline Summarization", ACL 2020, keep the sentences that have the
//! words of the topic; here nobody names a topic), by those that begin with it and by the sentences that date it. It counts for what it
//! has more than the weeks around it and than the day before, of which news speaks for another day. Called by
//! `liseuse events --by day --top`.

use std::collections::BTreeMap;

use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;

use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate};
use crate::model::day;
use crate::model::segment::ArticleRef;
use crate::query::timeline::centrality::Centrality;
use crate::query::timeline::entry::Scale;

/// A day, month or year, and how much a timeline would miss it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Milestone {
    /// The day, month or year.
    pub date: PartialDate,
    /// 0 to 1, 1 for the first of a ranking.
    pub salience: f64,
    /// What is counted of it.
    pub counts: Counts,
}

/// What is counted of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles that tell of it.
    pub articles: u32,
    /// Those published on a later day.
    pub later: u32,
    /// Those that tell of it in their first quarter.
    pub early: u32,
    /// Sentences that date it.
    pub sentences: u32,
    /// Articles published on it.
    pub published: u32,
}

/// All days, months or years of `within` that `rows` tell of, or were published on, at least as finely as that, by salience, of
/// equals the earlier first.
#[must_use]
pub fn milestones(archive: &Archive, rows: &[ArticleIx], scale: Scale, within: Interval) -> Vec<Milestone> {
    let central = Centrality::of(archive, rows);
    let count = |rows: &[ArticleIx]| {
        let mut tally = Tally { scale, within, units: BTreeMap::new() };
        rows.iter().filter_map(|ix| archive.get(*ix)).for_each(|article| tally.take(article, &central));
        tally.units
    };
    // Parts are added up in their order: sums of fractions depend on it.
    let parts: Vec<BTreeMap<i32, Unit>> = rows.par_chunks(CHUNK).map(count).collect();
    let mut units: BTreeMap<i32, Unit> = BTreeMap::new();
    for (first, unit) in parts.into_iter().flatten() {
        units.entry(first).or_default().add(unit);
    }
    Tally { scale, within, units }.ranked()
}

/// Articles that one thread counts at once.
const CHUNK: usize = 1024;

/// What is counted of a day, month or year.
#[derive(Clone, Copy, Debug, Default)]
struct Unit {
    counts: Counts,
    /// How near the sentences that tell of it are to what the articles are about, summed up.
    near: f64,
}

impl Unit {
    fn add(&mut self, other: Self) {
        let (sum, more) = (&mut self.counts, other.counts);
        sum.articles += more.articles;
        sum.later += more.later;
        sum.early += more.early;
        sum.sentences += more.sentences;
        sum.published += more.published;
        self.near += other.near;
    }
}

/// Days, or the first days of months or years, and what is counted of each.
#[derive(Debug)]
struct Tally {
    scale: Scale,
    within: Interval,
    units: BTreeMap<i32, Unit>,
}

impl Tally {
    fn take(&mut self, article: ArticleRef<'_>, central: &Centrality) {
        let published = article.date().known_days().and_then(|days| self.unit(days));
        if let Some(published) = published {
            self.units.entry(published).or_default().counts.published += 1;
        }
        for event in article.events() {
            let Some(told) = self.unit(event.interval()) else { continue };
            let unit = self.units.entry(told).or_default();
            unit.counts.articles += 1;
            unit.counts.sentences += u32::from(event.telling.sentences);
            unit.counts.early += u32::from(event.telling.place < 4);
            unit.counts.later += u32::from(published.is_some_and(|published| published > told));
            unit.near += central.near(article.slice(article.sentence_at(event.timex.first())));
        }
    }

    /// The number of the first day of the unit that holds all of `days`; `None` when none does, or it lies without the bounds.
    fn unit(&self, days: Interval) -> Option<i32> {
        let unit = PartialDate::of(days.first).at(self.scale.precision()).interval();
        let inside = days.last <= unit.last && days.first >= self.within.first && days.last <= self.within.last;
        inside.then(|| day::number(unit.first))
    }

    fn ranked(&self) -> Vec<Milestone> {
        let features: Vec<[f64; FEATURES]> = self
            .units
            .iter()
            .map(|(first, Unit { counts, near })| {
                let next = self.units.range(first + 1..).next().filter(|(next, _)| self.follows(*first, **next));
                let around = f64::from(counts.published) + 0.5 * next.map_or(0.0, |(_, next)| f64::from(next.counts.published));
                // Square roots, so that one day of which everybody tells does not make all others equal.
                [*near, f64::from(counts.early), f64::from(counts.sentences), around].map(f64::sqrt)
            })
            .collect();
        let totals = (0..FEATURES).map(|at| features.iter().map(|one| one.get(at).map_or(0.0, |f| f * f)).sum::<f64>().sqrt());
        let totals: Vec<f64> = totals.collect();
        let score = |one: &[f64; FEATURES]| -> f64 {
            one.iter()
                .zip(&totals)
                .zip(WEIGHTS)
                .map(|((f, total), weight)| if *total > 0.0 { weight * f / total } else { 0.0 })
                .sum()
        };
        let scores: Vec<(i32, f64)> = self.units.keys().copied().zip(features.iter().map(score)).collect();
        let scores = if self.scale == Scale::Day { lifted(&scores) } else { scores };
        let ranked = self.units.values().zip(scores).filter_map(|(unit, (first, salience))| {
            let date = PartialDate::of(day::date(first)?).at(self.scale.precision());
            Some(Milestone { date, salience, counts: unit.counts })
        });
        let mut ranked: Vec<Milestone> = ranked.collect();
        ranked.sort_by(|a, b| b.salience.total_cmp(&a.salience).then(a.date.cmp(&b.date)));
        let most = ranked.first().map_or(1.0, |first| first.salience).max(f64::MIN_POSITIVE);
        for one in &mut ranked {
            one.salience = (one.salience / most).clamp(0.0, 1.0);
        }
        ranked
    }

    /// Whether the unit that begins with the day `next` comes right behind the one that begins with `first`.
    fn follows(&self, first: i32, next: i32) -> bool {
        let unit = day::date(first).map(|first| PartialDate::of(first).at(self.scale.precision()).interval());
        unit.is_some_and(|unit| day::number(unit.last) + 1 == next)
    }
}

/// What days have more than the days around them. `scores` are of days in order; a day without one has none.
fn lifted(scores: &[(i32, f64)]) -> Vec<(i32, f64)> {
    let (mut from, mut until, mut sum) = (scores.iter().peekable(), scores.iter().peekable(), 0.0);
    let mut before: Option<(i32, f64)> = None;
    let mut lift = |(day, score): &(i32, f64)| {
        while let Some((_, entering)) = until.next_if(|(other, _)| *other <= day + AROUND) {
            sum += entering;
        }
        while let Some((_, leaving)) = from.next_if(|(other, _)| *other < day - AROUND) {
            sum -= leaving;
        }
        let eve = before.filter(|(other, _)| other + 1 == *day).map_or(0.0, |(_, score)| score);
        before = Some((*day, *score));
        (*day, score - EVE_SHARE * eve - AROUND_SHARE * (sum - score) / f64::from(2 * AROUND))
    };
    scores.iter().map(&mut lift).collect()
}

/// Days before and behind a day that it is compared with.
const AROUND: i32 = 30;
/// How much of the mean of these a day loses.
const AROUND_SHARE: f64 = 0.5;
/// How much of the day before it loses: what was told of that is told for another day, and some dates are read a day late.
const EVE_SHARE: f64 = 0.25;

/// What a day is ranked by: nearness of what is told of it, articles that begin with it, sentences, what is published around.
const FEATURES: usize = 4;
/// How much each counts; all are brought to the same length first.
const WEIGHTS: [f64; FEATURES] = [0.53, 0.26, 0.16, 0.05];
