//! The days worth a place on a timeline: which days a journalist would choose of what an archive tells.
//!
//! A day counts by how many articles and sentences tell of it, those published later above all (D. Gholipour Ghalandari and
//! G. Ifrim, "Examining the State-of-the-Art in News Timeline Summarization", ACL 2020; G. Tran et al., "Leveraging Learning to
//! Rank in an Optimization Framework for Timeline Summarization", 2013); by how far back the references to it reach (Y. Liao,
//! S. Wang and D. Lee, "WILSON", EDBT 2021); and by how much is published on it and on the next day. Called by
//! `liseuse events --by day --top`.

use std::collections::BTreeMap;

use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate};
use crate::model::day;
use crate::model::segment::ArticleRef;
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
    let mut graph = Graph { scale, within, counts: BTreeMap::new(), remembered: BTreeMap::new() };
    rows.iter().filter_map(|ix| archive.get(*ix)).for_each(|article| graph.take(article));
    graph.ranked()
}

/// Days, or the first days of months or years, and the references between them.
#[derive(Debug)]
struct Graph {
    scale: Scale,
    within: Interval,
    counts: BTreeMap<i32, Counts>,
    /// For each day told, the doublings of the days that lie between it and the articles that tell of it.
    remembered: BTreeMap<i32, f64>,
}

impl Graph {
    fn take(&mut self, article: ArticleRef<'_>) {
        let published = article.date().interval().and_then(|days| self.unit(days));
        if let Some(published) = published {
            self.counts.entry(published).or_default().published += 1;
        }
        for event in article.events() {
            let Some(told) = self.unit(event.interval()) else { continue };
            let count = self.counts.entry(told).or_default();
            count.articles += 1;
            count.sentences += u32::from(event.telling.sentences);
            count.early += u32::from(event.telling.place < 4);
            count.later += u32::from(published.is_some_and(|published| published > told));
            if let Some(published) = published {
                *self.remembered.entry(told).or_default() += f64::from(published.abs_diff(told) + 1).log2();
            }
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
            .counts
            .iter()
            .map(|(first, counts)| {
                let told = f64::from(counts.articles);
                let later = f64::from(counts.later);
                let early = f64::from(counts.early);
                let sentences = f64::from(counts.sentences);
                let next = self.counts.range(first + 1..).next().filter(|(next, _)| self.follows(*first, **next));
                let around = f64::from(counts.published) + 0.5 * next.map_or(0.0, |(_, next)| f64::from(next.published));
                let remembered = self.remembered.get(first).copied().unwrap_or(0.0);
                // Square roots, so that one day of which everybody tells does not make all others equal.
                [told, later, early, sentences, around, remembered].map(f64::sqrt)
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
        let ranked = self.counts.iter().zip(&features).filter_map(|((first, counts), features)| {
            let date = PartialDate::of(day::date(*first)?).at(self.scale.precision());
            Some(Milestone { date, salience: score(features), counts: *counts })
        });
        let mut ranked: Vec<Milestone> = ranked.collect();
        ranked.sort_by(|a, b| b.salience.total_cmp(&a.salience).then(a.date.cmp(&b.date)));
        let most = ranked.first().map_or(1.0, |first| first.salience).max(f64::MIN_POSITIVE);
        for one in &mut ranked {
            one.salience /= most;
        }
        ranked
    }

    /// Whether the unit that begins with the day `next` comes right behind the one that begins with `first`.
    fn follows(&self, first: i32, next: i32) -> bool {
        let unit = day::date(first).map(|first| PartialDate::of(first).at(self.scale.precision()).interval());
        unit.is_some_and(|unit| day::number(unit.last) + 1 == next)
    }
}

/// What a day is ranked by: articles, later ones, those that begin with it, sentences, what is published around, how far back
/// it is remembered.
const FEATURES: usize = 6;
/// How much each counts; all are brought to the same length first.
const WEIGHTS: [f64; FEATURES] = [0.2, 0.25, 0.1, 0.15, 0.1, 0.2];
