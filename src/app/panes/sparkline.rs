//! The sparkline over the timeline: how often the events of the list name one actor, from the first to the last.

use jiff::civil::Date;

use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::day;
use crate::query::timeline::TimelineEntry;

/// How often an actor is named over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sparkline {
    /// The actor; `None` while there is no current one, or no article that tells an event names it.
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

    /// Makes it for `actor` of `archive` on `cols` columns, unless it is just that.
    ///
    /// What counts is the sentences that name the actor, as far as events know their actors: no more than two each, and none that was only found
    /// by reading the whole archive. Where none names it, the articles that do and tell the event count.
    pub fn fit(&mut self, (archive, entries): (&Archive, &[TimelineEntry]), actor: Option<ActorIx>, cols: usize) {
        if self.made_for == Some((actor, cols)) {
            return;
        }
        *self = Self { made_for: Some((actor, cols)), ..Self::default() };
        let Some(named) = actor else { return };
        let told = told_of(archive, entries, named);
        let days = || told.iter().map(|(day, _)| *day);
        let Some((first, last)) = days().min().zip(days().max()) else { return };
        self.actor = actor;
        self.years = (first.year(), last.year());
        self.counts = vec![0; cols];
        let (from, days) = (day::number(first), day::number(last).abs_diff(day::number(first)) as usize + 1);
        for (day, articles) in told {
            let at = day::number(day).abs_diff(from) as usize * cols / days;
            if let Some(count) = self.counts.get_mut(at) {
                *count += articles;
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

/// The first days of the `entries` that name `actor`, each with how many articles tell it.
fn told_of(archive: &Archive, entries: &[TimelineEntry], actor: ActorIx) -> Vec<(Date, usize)> {
    let in_sentence = entries.iter().filter(|entry| entry.actors.contains(&Some(actor)));
    let told: Vec<_> = in_sentence.map(|entry| (entry.interval.first, entry.articles())).collect();
    if !told.is_empty() {
        return told;
    }
    let names = |article: ArticleIx| archive.get(article).is_some_and(|article| article.names(actor));
    let counted =
        entries.iter().map(|entry| (entry.interval.first, entry.places().filter(|(article, _)| names(*article)).count()));
    counted.filter(|(_, articles)| *articles > 0).collect()
}
