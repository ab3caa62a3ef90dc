//! The days, months or years that matter most, each with the event that stands for it.

use std::collections::HashMap;

use crate::cli::setup::Loaded;
use crate::model::archive::ArticleIx;
use crate::model::date::{Interval, PartialDate};
use crate::query::timeline::{Basis, Milestone, Scale, TimelineEntry, entries_within, milestones};

/// A milestone and the entry that stands for it: its most salient event, or an article published then when none is told.
#[derive(Debug)]
pub struct Chosen {
    /// The day, month or year.
    pub milestone: Milestone,
    /// What stands for it.
    pub entry: TimelineEntry,
}

/// The `top` days, months or years of `within` that matter most, the most salient first.
pub fn choose(loaded: &Loaded, scale: Scale, within: Interval, top: usize) -> Vec<Chosen> {
    let mut ranked = milestones(&loaded.archive, &loaded.rows, scale, within);
    ranked.truncate(top);
    let mut entries: HashMap<PartialDate, TimelineEntry> = HashMap::new();
    for basis in [Basis::Told, Basis::Published] {
        let wanting: Vec<PartialDate> = ranked.iter().map(|one| one.date).filter(|date| !entries.contains_key(date)).collect();
        entries.extend(foremost(loaded, basis, scale, &wanting));
    }
    let chosen = |milestone: Milestone| Some(Chosen { milestone, entry: entries.get(&milestone.date)?.clone() });
    ranked.into_iter().filter_map(chosen).collect()
}

/// The most salient entry of each of the `wanting` dates that has one.
fn foremost(loaded: &Loaded, basis: Basis, scale: Scale, wanting: &[PartialDate]) -> HashMap<PartialDate, TimelineEntry> {
    let days = wanting.iter().map(|date| date.interval()).reduce(Interval::between);
    let rows: &[ArticleIx] = if wanting.is_empty() { &[] } else { &loaded.rows };
    let mut foremost: HashMap<PartialDate, TimelineEntry> = HashMap::new();
    for entry in entries_within(&loaded.archive, rows, basis, days) {
        let date = entry.filed().at(scale.precision());
        if !wanting.contains(&date) || entry.interval.last > date.interval().last {
            continue;
        }
        match foremost.get(&date) {
            Some(known) if known.salience() >= entry.salience() => {}
            _ => drop(foremost.insert(date, entry)),
        }
    }
    foremost
}
