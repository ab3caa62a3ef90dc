//! The sparkline over the timeline: how often the events of the list name one actor, from the first to the last.

use crate::model::actor::ActorIx;
use crate::model::day;
use crate::query::timeline::TimelineEntry;

/// How often an actor is named over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sparkline {
    /// The actor; `None` while there is no current one, or no event names it.
    pub actor: Option<ActorIx>,
    /// The first and the last year.
    pub years: (i16, i16),
    /// Tellings by column, columns being equal stretches of time.
    pub counts: Vec<usize>,
    /// What it was made for.
    made_for: Option<(Option<ActorIx>, usize)>,
}

impl Sparkline {
    /// Forgets what it was made of, since the entries have changed.
    pub fn outdate(&mut self) {
        self.made_for = None;
    }

    /// Makes it for `actor` on `cols` columns, unless it is just that.
    pub fn fit(&mut self, entries: &[TimelineEntry], actor: Option<ActorIx>, cols: usize) {
        if self.made_for == Some((actor, cols)) {
            return;
        }
        *self = Self { made_for: Some((actor, cols)), ..Self::default() };
        let named = || entries.iter().filter(|entry| actor.is_some() && entry.actors.contains(&actor));
        let first = named().map(|entry| entry.interval.first).min();
        let Some((first, last)) = first.zip(named().map(|entry| entry.interval.first).max()) else { return };
        self.actor = actor;
        self.years = (first.year(), last.year());
        self.counts = vec![0; cols];
        let (from, days) = (day::number(first), day::number(last).abs_diff(day::number(first)) as usize + 1);
        for entry in named() {
            let at = day::number(entry.interval.first).abs_diff(from) as usize * cols / days;
            if let Some(count) = self.counts.get_mut(at) {
                *count += entry.articles();
            }
        }
    }

    /// How many of eight eighths the column at `at` fills; never nothing for what is not nothing.
    #[must_use]
    pub fn eighths(&self, at: usize) -> usize {
        let most = self.counts.iter().max().copied().unwrap_or(0).max(1);
        (self.counts.get(at).copied().unwrap_or(0) * 8).div_ceil(most)
    }
}
