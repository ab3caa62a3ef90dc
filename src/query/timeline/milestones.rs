//! The days worth a place on a timeline: which days a journalist would choose of what an archive tells.
//!
//! The method joins three that are published. A day counts by how many articles tell of it, those of later days above all
//! (D. Gholipour Ghalandari and G. Ifrim, "Examining the State-of-the-Art in News Timeline Summarization", ACL 2020; G. Tran et
//! al., "Leveraging Learning to Rank in an Optimization Framework for Timeline Summarization", 2013); by the votes it gets in the
//! graph of references, in which each day of publication points to the days its articles tell of, the stronger the further back
//! (G. Tran, E. Herder and K. Markert, "Joint Graphical Models for Date Selection in Timeline Summarization", ACL 2015; Y. Liao,
//! S. Wang and D. Lee, "WILSON", EDBT 2021); and by how much is published on it and on the next day. Called by
//! `liseuse events --by day --top`.

use std::collections::BTreeMap;

use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate};
use crate::model::day;
use crate::model::segment::ArticleRef;
use crate::query::timeline::Scale;

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
    let mut graph = Graph { scale, within, counts: BTreeMap::new(), references: BTreeMap::new() };
    rows.iter().filter_map(|ix| archive.get(*ix)).for_each(|article| graph.take(article));
    graph.ranked()
}

/// Days, or the first days of months or years, and the references between them.
#[derive(Debug)]
struct Graph {
    scale: Scale,
    within: Interval,
    counts: BTreeMap<i32, Counts>,
    /// From a day of publication to a day told: articles.
    references: BTreeMap<(i32, i32), u32>,
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
            if let Some(published) = published.filter(|published| *published != told) {
                *self.references.entry((published, told)).or_default() += 1;
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
        let votes = self.votes();
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
                [told, later, early, sentences, around, votes.get(first).copied().unwrap_or(0.0)]
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
        ranked.iter_mut().for_each(|one| one.salience /= most);
        ranked
    }

    /// Whether the unit that begins with the day `next` comes right behind the one that begins with `first`.
    fn follows(&self, first: i32, next: i32) -> bool {
        let unit = day::date(first).map(|first| PartialDate::of(first).at(self.scale.precision()).interval());
        unit.is_some_and(|unit| day::number(unit.last) + 1 == next)
    }
}

/// What a day is ranked by: articles, later ones, those that begin with it, sentences, what is published around, votes.
const FEATURES: usize = 6;
/// How much each counts; all are brought to the same length first.
const WEIGHTS: [f64; FEATURES] = [0.15, 0.3, 0.1, 0.1, 0.1, 0.25];

impl Graph {
    /// The votes each day gets, in the order of `counts`: every day of publication has one, which it shares out over the days
    /// its articles tell of, by how many do and how far back they reach. A day that is remembered needs no big archive for it,
    /// and a day of many articles has no more votes than another.
    fn votes(&self) -> BTreeMap<i32, f64> {
        let weight = |from: i32, to: i32, articles: u32| f64::from(articles) * f64::from(from.abs_diff(to)).sqrt();
        let mut given: BTreeMap<i32, f64> = BTreeMap::new();
        for ((from, to), articles) in &self.references {
            *given.entry(*from).or_default() += weight(*from, *to, *articles);
        }
        let mut votes: BTreeMap<i32, f64> = BTreeMap::new();
        for ((from, to), articles) in &self.references {
            let all = given.get(from).copied().unwrap_or(1.0);
            *votes.entry(*to).or_default() += weight(*from, *to, *articles) / all;
        }
        votes
    }
}
