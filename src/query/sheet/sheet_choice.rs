//! Which articles a sheet is of: those of a story, of an event of the timeline, or of the stories of a day.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::labels::label_of_date;
use crate::analysis::stories::Stories;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::Interval;
use crate::query::sheet::passages::SheetEvent;
use crate::query::timeline::TimelineEntry;

/// The stories that the articles of `rows` tell of a day, or were published on it, those of most articles of that day first; each with
/// all its articles.
#[must_use]
pub fn stories_of_day(archive: &Archive, rows: &[ArticleIx], stories: &Stories, day: Interval) -> Vec<Vec<ArticleIx>> {
    let tells = |ix: &&ArticleIx| {
        archive.get(**ix).is_some_and(|article| {
            let published = article.date().known_days().is_some_and(|days| days == day);
            published || article.events().any(|event| event.interval() == day && !event.telling.is_aside)
        })
    };
    let mut found: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    for story in rows.iter().filter(tells).filter_map(|ix| stories.story_of(*ix)) {
        if let Some(first) = story.articles.first() {
            *found.entry(*first).or_default() += 1;
        }
    }
    let mut ranked: Vec<(usize, ArticleIx)> = found.into_iter().map(|(first, count)| (count, first)).collect();
    ranked.sort_by_key(|(count, first)| (std::cmp::Reverse(*count), *first));
    ranked.into_iter().filter_map(|(_, first)| Some(stories.story_of(first)?.articles.clone())).collect()
}

/// The articles that tell the event of `places` and those of the stories they are of, as far as these tell or were published around it.
#[must_use]
pub fn event_articles(places: &[ArticleIx], stories: &Stories) -> Vec<ArticleIx> {
    let mut all: BTreeSet<ArticleIx> = places.iter().copied().collect();
    // The story of the article that tells it best; those of others may be about something later that comes back to it.
    if let Some(story) = places.first().and_then(|ix| stories.story_of(*ix)) {
        all.extend(&story.articles);
    }
    all.into_iter().collect()
}

/// What a sheet of the event of `entry` is read by; none where it is a publication.
#[must_use]
pub fn sheet_event(archive: &Archive, entry: &TimelineEntry) -> Option<SheetEvent> {
    entry.timex?;
    let places = entry.places().filter_map(|(ix, timex)| Some((ix, timex?))).collect();
    Some(SheetEvent { title: event_title(archive, entry), days: entry.interval, places })
}

/// The line for a sheet of what is told of some days: they, and the label of `entry`, which tells of them best.
fn event_title(archive: &Archive, entry: &TimelineEntry) -> String {
    let label = archive.get(entry.article).zip(entry.timex).map(|(article, timex)| label_of_date(article, timex));
    let day = entry.interval.shortest();
    match label.filter(|label| !label.is_empty()) {
        Some(label) => format!("{day} · {label}"),
        None => day,
    }
}
