//! The days, months or years that matter most, each with the event that stands for it.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::cli::setup::Loaded;
use crate::model::archive::ArticleIx;
use crate::model::date::{Interval, PartialDate};
use crate::model::day;
use crate::query::timeline::{
    Basis, DaySentence, DaySentences, Milestone, Scale, TimelineEntry, day_sentences, entries_within, milestones,
};

/// A milestone and what stands for it: its most salient event, or an article published then when none is told.
#[derive(Debug)]
pub struct Chosen {
    /// The day, month or year.
    pub milestone: Milestone,
    /// What stands for it.
    pub entry: TimelineEntry,
    /// The other great event of a day that has two.
    pub also: Option<TimelineEntry>,
}

impl Chosen {
    /// What stands for it, one entry or two.
    pub fn entries(&self) -> impl Iterator<Item = &TimelineEntry> {
        std::iter::once(&self.entry).chain(&self.also)
    }
}

/// The `top` days, months or years of `within` that matter most, the most salient first.
pub fn choose(loaded: &Loaded, scale: Scale, within: Interval, top: usize) -> Vec<Chosen> {
    let mut ranked = milestones(&loaded.archive, &loaded.rows, scale, within);
    ranked.truncate(top);
    let sentences = sentences(loaded, scale, &ranked);
    let firsts: HashMap<PartialDate, DaySentence> = sentences.iter().map(|(date, of_day)| (*date, of_day.first)).collect();
    let seconds: HashMap<PartialDate, DaySentence> =
        sentences.iter().filter_map(|(date, of_day)| Some((*date, of_day.second.filter(|_| scale == Scale::Day)?))).collect();
    let entries = standing_for(loaded, scale, &ranked, &firsts);
    let twice: Vec<Milestone> = ranked.iter().filter(|one| seconds.contains_key(&one.date)).copied().collect();
    let also = standing_for(loaded, scale, &twice, &seconds);
    let chosen = |milestone: Milestone| {
        let also = also.get(&milestone.date).cloned();
        Some(Chosen { milestone, entry: entries.get(&milestone.date)?.clone(), also })
    };
    ranked.into_iter().filter_map(chosen).collect()
}

/// What stands for each of `ranked`: what `sentences` say of it, else its most salient event or an article published then.
fn standing_for(
    loaded: &Loaded,
    scale: Scale,
    ranked: &[Milestone],
    sentences: &HashMap<PartialDate, DaySentence>,
) -> HashMap<PartialDate, TimelineEntry> {
    let mut entries: HashMap<PartialDate, TimelineEntry> = HashMap::new();
    for basis in [Basis::Told, Basis::Published] {
        let wanting: Vec<PartialDate> = ranked.iter().map(|one| one.date).filter(|date| !entries.contains_key(date)).collect();
        entries.extend(foremost(loaded, (basis, scale), &wanting, sentences));
    }
    let stands = |(date, entry): (PartialDate, TimelineEntry)| match sentences.get(&date) {
        Some(sentence) => (date, standing(entry, *sentence)),
        None => (date, entry),
    };
    entries.into_iter().map(stands).collect()
}

/// The sentences that stand for days; for a month or a year that of the day in it that matters most.
fn sentences(loaded: &Loaded, scale: Scale, ranked: &[Milestone]) -> HashMap<PartialDate, DaySentences> {
    let days: BTreeMap<i32, PartialDate> = if scale == Scale::Day {
        ranked.iter().map(|one| (day::number(one.date.interval().first), one.date)).collect()
    } else {
        foremost_days(loaded, scale, ranked)
    };
    let found = day_sentences(loaded.told_in(), loaded.index.families(), &loaded.rows, &days.keys().copied().collect());
    found.into_iter().filter_map(|(number, sentence)| Some((*days.get(&number)?, sentence))).collect()
}

/// The day that matters most of each of the months or years in `ranked`.
fn foremost_days(loaded: &Loaded, scale: Scale, ranked: &[Milestone]) -> BTreeMap<i32, PartialDate> {
    let Some(within) = ranked.iter().map(|one| one.date.interval()).reduce(Interval::between) else { return BTreeMap::new() };
    let mut wanting: HashSet<PartialDate> = ranked.iter().map(|one| one.date).collect();
    let days = milestones(&loaded.archive, &loaded.rows, Scale::Day, within).into_iter();
    days.filter_map(|one| {
        let unit = one.date.at(scale.precision());
        wanting.remove(&unit).then(|| (day::number(one.date.interval().first), unit))
    })
    .collect()
}

/// `entry` shown by `sentence`: by that of its own articles, or as what an article published then says.
fn standing(entry: TimelineEntry, sentence: DaySentence) -> TimelineEntry {
    let shown = TimelineEntry { article: sentence.article, timex: Some(sentence.timex), ..entry.clone() };
    let is_own = entry.places().any(|place| place == (sentence.article, Some(sentence.timex)));
    let before = (entry.article, entry.timex.unwrap_or_default());
    let mut others = entry.others;
    others.retain(|(article, _)| *article != sentence.article);
    if is_own && before.0 != sentence.article {
        others.insert(0, before);
    }
    TimelineEntry { others: if is_own { others } else { Vec::new() }, ..shown }
}

/// The most salient entry of each of the `wanting` dates that has one; the one that tells the day's sentence before all others.
fn foremost(
    loaded: &Loaded,
    (basis, scale): (Basis, Scale),
    wanting: &[PartialDate],
    sentences: &HashMap<PartialDate, DaySentence>,
) -> HashMap<PartialDate, TimelineEntry> {
    let days = wanting.iter().map(|date| date.interval()).reduce(Interval::between);
    let rows: &[ArticleIx] = if wanting.is_empty() { &[] } else { &loaded.rows };
    let mut foremost: HashMap<PartialDate, (bool, TimelineEntry)> = HashMap::new();
    for entry in entries_within(loaded.told_in(), rows, basis, days) {
        let date = entry.filed().at(scale.precision());
        if !wanting.contains(&date) || entry.interval.last > date.interval().last {
            continue;
        }
        let sentence = sentences.get(&date).map(|sentence| (sentence.article, Some(sentence.timex)));
        let tells = sentence.is_some_and(|sentence| entry.places().any(|place| place == sentence));
        match foremost.get(&date) {
            Some((known, other)) if (*known, other.salience()) >= (tells, entry.salience()) => {}
            _ => drop(foremost.insert(date, (tells, entry))),
        }
    }
    foremost.into_iter().map(|(date, (_, entry))| (date, entry)).collect()
}
